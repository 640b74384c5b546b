"""Roles the sentence leaves out because the words just before have told them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.reading.dates.words import listed
from onrecord.reading.events.fillers import Fillers
from onrecord.reading.events.found import FoundEvent

__all__ = ["carry_roles"]

_MEASURES = (
    "impose_measure", "announce_measure", "extend_measure", "suspend_measure", "lift_measure", "lapse_measure",
    "snap_back_measure",
)  # fmt: skip
PAIRS: Mapping[str, tuple[str, str]] = {
    "transfer_arms": ("supplier", "recipient"),
    "approve_aid": ("actor", "recipient"),
    "block_aid": ("actor", "recipient"),
    **dict.fromkeys(_MEASURES, ("imposer", "target")),
}
"""Frames with two sides: from whom, and to or on whom."""
FAMILIES = {
    **dict.fromkeys(("transfer_arms", "approve_aid", "block_aid"), "arms"),
    **dict.fromkeys(_MEASURES, "measure"),
}
"""Frames that may be about one and the same dealing."""
BEFORE = 1
"""Sentences back that may tell a side which an event leaves out, at most."""
TAKEN_UP = 1
"""The same where the event takes up what was told: by a definite noun, a pronoun, a bare noun of dealing."""
_DEFINITE = listed("the this that these those its their his her such both it them")
Roles = Mapping[str, tuple[int, ...]]


def carry_roles(events: Sequence[FoundEvent], fillers: Fillers) -> list[FoundEvent]:
    """Return events with the sides they share with the last event of their family, where the text leaves one out.

    Of "Iran sold drones to Russia. The sales began in May" the second sentence has both sides from the first; a side told
    otherwise ("the sales to Chile began") stays, and then nothing is carried.
    """
    done: list[FoundEvent] = []
    for event in events:
        pair = PAIRS.get(event.frame)
        lacking = pair is not None and not all(event.roles.get(role) for role in pair)
        done.append(_completed(event, pair, done, fillers) if pair is not None and lacking else event)
    return done


def _completed(event: FoundEvent, pair: tuple[str, str], done: Sequence[FoundEvent], fillers: Fillers) -> FoundEvent:
    tree = fillers.tree
    reach = TAKEN_UP if _takes_up(event, fillers) else BEFORE
    for earlier in reversed(done):
        if tree.sentence_of[event.head] - tree.sentence_of[earlier.head] > reach:
            return event
        if earlier.frame == "make_deal" and event.frame == "transfer_arms":
            other = _other_party(event, earlier, fillers)
            if other is not None:
                return replace(event, roles={**event.roles, **other})
        if FAMILIES.get(earlier.frame) != FAMILIES[event.frame]:
            continue
        there = _sides(earlier, event.frame)
        here = {role: event.roles.get(role, ()) for role in pair}
        told = {role: there[role] for role in pair if not here[role] and there.get(role)}
        if told and _agree(here, there, pair, fillers):
            return replace(event, roles={**event.roles, **told})
    return event


def _other_party(event: FoundEvent, deal: FoundEvent, fillers: Fillers) -> dict[str, tuple[int, ...]] | None:
    """Return the side that the other party of a deal has: "signed with Chile on Monday; Norway must hand over six tanks"."""
    parties = deal.roles.get("party", ())
    for own, other in (("supplier", "recipient"), ("recipient", "supplier")):
        names = _names(event.roles, own, fillers)
        rest = tuple(k for k in parties if fillers.name(k) not in names)
        if names and len(parties) == 2 and len(rest) == 1 and not event.roles.get(other):
            return {other: rest}
    return None


def _sides(earlier: FoundEvent, frame: str) -> dict[str, tuple[int, ...]]:
    """Return the sides of an earlier event under the names that a frame has for them; who approves is no supplier."""
    theirs, ours = PAIRS[earlier.frame], PAIRS[frame]
    same = earlier.frame == frame or FAMILIES[frame] == "measure"
    pairs = zip(theirs, ours, strict=True) if same else ((theirs[1], ours[1]),)
    return {b: earlier.roles[a] for a, b in pairs if earlier.roles.get(a)}


def _takes_up(event: FoundEvent, fillers: Fillers) -> bool:
    """Whether an event speaks of something told before: "the sale", "deliveries", "lifted its ban", "sent them"."""
    tree = fillers.tree
    things = [event.head, *(k for role in ("goods", "measure") for k in event.roles.get(role, ()))]
    for k in things:
        if tree.parse.upos[k] == "PRON":
            return True
        if tree.parse.upos[k] not in ("NOUN", "PROPN"):
            continue
        if any(tree.parse.words[d].lower() in _DEFINITE for d in tree.children(k, "det", "nmod")):
            return True
    return tree.parse.upos[event.head] == "NOUN" and not event.roles.get("goods") and not event.roles.get("measure")


def _agree(here: Roles, there: Roles, pair: tuple[str, str], fillers: Fillers) -> bool:
    """Whether what both events tell of their sides agrees, and no one would be on both sides."""
    names = {role: _names(here, role, fillers) for role in pair}
    theirs = {role: _names(there, role, fillers) for role in pair}
    agree = all(not names[role] or not theirs[role] or names[role] == theirs[role] for role in pair)
    return agree and not names[pair[0]] & theirs[pair[1]] and not names[pair[1]] & theirs[pair[0]]


def _names(roles: Roles, role: str, fillers: Fillers) -> set[str]:
    return {fillers.name(k) for k in roles.get(role, ())}
