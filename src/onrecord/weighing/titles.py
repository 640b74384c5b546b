"""What a statement tells in a few words, as a heading: "transfer of 400 missiles from Iran to Russia"."""

from collections.abc import Mapping, Sequence

from onrecord.records import Event, Party, Quantity
from onrecord.registers import gazetteer

__all__ = ["title_of"]

_HEADS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "transfer_arms": ("transfer", (("of", "goods"), ("from", "supplier"), ("to", "recipient"), ("through", "route"))),
    "produce_arms": ("production", (("of", "goods"), ("by", "producer"), ("with", "partner"))),
    "make_deal": ("deal", (("between", "party"), ("on", "goods"))),
    "train": ("training", (("of", "trainee"), ("by", "trainer"))),
    "use_in_attack": ("use", (("of", "weapon"), ("by", "attacker"), ("against", "target"))),
    "test_weapon": ("test", (("of", "weapon"), ("by", "tester"))),
    "load_arms": ("loading", (("of", "goods"), ("onto", "carrier"), ("by", "loader"))),
    "seize": ("seizure", (("of", "goods"), ("from", "owner"), ("by", "seizer"))),
    "approve_aid": ("approval", (("of", "goods"), ("for", "recipient"), ("by", "actor"))),
    "block_aid": ("stop", (("of", "goods"), ("for", "recipient"), ("by", "actor"))),
    "list_party": ("listing", (("of", "target"), ("by", "imposer"))),
    "delist_party": ("removal from the list", (("of", "target"), ("by", "imposer"))),
    "violate_measure": ("breach", (("of", "measure"), ("by", "violator"))),
    "evade_measure": ("evasion", (("of", "measure"), ("by", "violator"))),
    "impose_measure": ("measure", (("on", "target"), ("by", "imposer"))),
    "announce_measure": ("measure", (("on", "target"), ("by", "imposer"))),
    "snap_back_measure": ("restored measure", (("on", "target"), ("by", "imposer"))),
    "extend_measure": ("extended measure", (("on", "target"), ("by", "imposer"))),
    "lift_measure": ("end of a measure", (("on", "target"), ("by", "imposer"))),
    "suspend_measure": ("suspended measure", (("on", "target"), ("by", "imposer"))),
    "lapse_measure": ("lapse of a measure", (("on", "target"), ("by", "imposer"))),
}
"""Noun for what a frame tells, and its roles with the preposition that leads each, in the order of a heading."""
_POINTING = frozenset(
    ("these", "those", "this", "that", "such", "any", "its", "their", "his", "her", "our", "some", "no", "all")
)
"""Words before a noun that say nothing where the text before them is not there."""
_LED_BY = frozenset(
    (
        "the", "a", "an", "some", "several", "many", "about", "around", "nearly", "over", "more", "most", "dozens",
        "hundreds", "thousands", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    )
)  # fmt: skip
"""First words of a sentence that are written small inside a heading."""
_EMPTY = frozenset(
    ("it", "they", "them", "one", "another", "others", "he", "she", "we", "us", "which", "that", "who", "either")
)
"""Words that name nobody and nothing in a heading."""
_NAMED = {
    "impose_measure": "",
    "announce_measure": "",
    "lift_measure": "end of ",
    "suspend_measure": "suspension of ",
    "extend_measure": "extension of ",
    "lapse_measure": "lapse of ",
}
"""Frames whose heading is the measure's own name, and what became of it."""


def title_of(
    event: Event | None,
    family: str | None,
    phase: str,
    sides: tuple[Sequence[Party], Sequence[Party]],
    amount: Quantity | None,
) -> str:
    """Return a heading for a deed, a measure or a size; "" where nothing is told."""
    if event is not None:
        return _of_event(event, phase)
    if family == "amount" and amount is not None:
        return f"size or range: {amount.text}"
    if family is None:
        return ""
    giver, taker = (", ".join(p.name.title() for p in side) for side in sides)
    told = {"measure": "measure", "end of measure": "end of a measure", "breach": "breach of a measure"}.get(
        family, family
    )
    told += f" {phase}" if phase else ""
    return told + (f" on {taker}" if taker else "") + (f" by {giver}" if giver else "")


def _of_event(event: Event, phase: str) -> str:
    noun, parts = _HEADS.get(event.frame, (event.frame.replace("_", " "), ()))
    roles = {role: [n for n in dict.fromkeys(_within(f.name) for f in fillers) if n] for role, fillers in event.roles}
    if event.frame in _NAMED and roles.get("measure"):
        noun = f"{_NAMED[event.frame]}{roles['measure'][0]}"
    if event.frame == "make_deal" and len(roles.get("party", ())) == 1:
        parts = (("with", "party"), ("on", "goods"))
    if event.frame == "use_in_attack" and not roles.get("weapon"):
        noun, parts = "attack", (("on", "target"), ("by", "attacker"))
    told = [noun]
    if event.frame in _NAMED and roles.get("subject") and not roles.get("target"):
        parts = (("on", "subject"), *parts)
    for preposition, role in parts:
        if roles.get(role) and not (role == "imposer" and _names(noun, roles[role][0])):
            told.append(f"{preposition} {', '.join(roles[role])}")
    return " ".join(told) + (f" ({phase})" if phase == "to come" else "")


def _names(noun: str, imposer: str) -> bool:
    """Whether a heading's noun says already whose it is: "UN resolutions", of the United Nations."""
    first = noun.rsplit(" of ", maxsplit=1)[-1].split(" ", maxsplit=1)[0]
    body, state = gazetteer().body(first), gazetteer().state(first)
    return imposer in (first, body.name if body is not None else None, state.state.name if state is not None else None)


def _within(name: str) -> str:
    """Return a name as it stands inside a heading: no capital article, nothing that points ("these weapons"), not denied.

    "No sanctions" are sanctions; of "another" and "any of them" nothing is left.
    """
    words = name.split(" ")
    while len(words) > 1 and words[0].lower() in _POINTING | {"of"}:
        words = words[1:]
    if words[0].lower() in _EMPTY and (len(words) == 1 or words[1] in ("of", "side")):
        return ""
    if len(words) == 1 and words[0].lower() in _POINTING:
        return ""
    return (
        " ".join([words[0].lower(), *words[1:]]) if words[0].lower() in _LED_BY and len(words) > 1 else " ".join(words)
    )
