"""What a statement says is done, in a form that two of them can be compared in: sides, goods, days, numbers."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import Event, Factuality, Filler, Measure, MeasureStatus, Said, Span, Stance
from onrecord.registers import BodyKind, Weapons, gazetteer, people, weapons

__all__ = ["FAMILIES", "SIDES", "Fact", "fact_of", "fold", "same_party"]

_PUT = ("impose_measure", "announce_measure", "list_party", "snap_back_measure", "extend_measure")
_END = ("lift_measure", "suspend_measure", "lapse_measure", "delist_party")
FAMILIES: Mapping[str, str] = {
    "transfer_arms": "transfer",
    "approve_aid": "aid",
    "block_aid": "aid",
    "make_deal": "deal",
    "produce_arms": "produce",
    "train": "train",
    "use_in_attack": "use",
    "test_weapon": "test",
    "seize": "seize",
    "violate_measure": "breach",
    "evade_measure": "breach",
    **dict.fromkeys(_PUT, "measure"),
    **dict.fromkeys(_END, "end of measure"),
}
"""Frames that may tell one and the same thing; frames of saying tell none of their own."""
SIDES: Mapping[str, tuple[str, str]] = {
    "transfer": ("supplier", "recipient"),
    "aid": ("actor", "recipient"),
    "deal": ("party", "party"),
    "produce": ("producer", "partner"),
    "train": ("trainer", "trainee"),
    "use": ("attacker", "target"),
    "test": ("tester", "place"),
    "seize": ("seizer", "owner"),
    "breach": ("violator", "target"),
    "measure": ("imposer", "target"),
    "end of measure": ("imposer", "target"),
}
_TO_COME = (MeasureStatus.EXPECTED, MeasureStatus.THREATENED, MeasureStatus.DEMANDED, MeasureStatus.PROPOSED)
_STATES: Mapping[MeasureStatus, str] = {
    **dict.fromkeys(_TO_COME, "measure to come"),
    **dict.fromkeys(
        (MeasureStatus.IMPOSED, MeasureStatus.ANNOUNCED, MeasureStatus.EXTENDED, MeasureStatus.RESTORED), "measure"
    ),
    **dict.fromkeys(
        (MeasureStatus.LIFTED, MeasureStatus.ENDED, MeasureStatus.SUSPENDED, MeasureStatus.EASED), "end of measure"
    ),
    **dict.fromkeys((MeasureStatus.VIOLATED, MeasureStatus.EVADED), "breach"),
}
_FORESEEING = (Stance.EXPECTS, Stance.COMMITS, Stance.DEMANDS)
_GOODS = ("goods", "weapon", "subject", "measure")
_HOLDS = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)
_FILLING = frozenset(("the", "a", "an", "its", "their", "his", "her", "of", "group", "forces", "government"))


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said to be done.

    Attributes:
        family: what kind of thing, wider than a frame.
        giver: who does it, folded names.
        taker: to or on whom.
        goods: what it is about: kinds of the taxonomy, the finest first, or the folded words.
        system: whether the goods are named by a system ("Fath-360") and not by a kind.
        first: earliest day of it; None if not told.
        last: latest day.
        low: least number of what is moved or used; None if not told.
        high: greatest.
        title: it in words.
        holds: whether the voice says that it is so; False where it says that it is not; None where it does not commit itself.
    """

    family: str
    giver: frozenset[str]
    taker: frozenset[str]
    goods: tuple[str, ...]
    system: bool
    first: date | None
    last: date | None
    low: float | None
    high: float | None
    title: str
    holds: bool | None


def fold(name: str) -> str:
    """Return a name without case, accents, articles and words for bodies in general."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[^\W_]+", plain.replace("'s", "").replace("’s", ""))
    return " ".join(w for w in words if w not in _FILLING) or plain


def same_party(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sides share somebody: the same name, or one whose words are all in the other ("Wagner", "Wagner Group")."""
    return any(x == y or _within(x, y) or _within(y, x) for x in a for y in b)


def _within(a: str, b: str) -> bool:
    short, long = set(a.split()), set(b.split())
    return bool(short) and short < long and len(a) > 3


def fact_of(said: Said) -> Fact | None:
    """Return the one thing that a statement says is done: the first told in its content; None where it tells none.

    What a measure is only about ("the sanctions on Iran's export of drones") is not told; a measure that is named counts as put
    on, or as ended, where no deed is told before it.
    """
    measured = [span for m in said.measures for span in m.spans]
    events = [e for e in said.events if e.frame in FAMILIES and not _inside(e, measured)]
    told = [(e.trigger.spans[0][0], _fact(e, said)) for e in events]
    told += [(m.spans[0][0], _measured(m)) for m in said.measures if m.imposer or m.target]
    return min(told, key=lambda row: row[0])[1] if told else None


def _inside(event: Event, spans: Sequence[Span]) -> bool:
    a, b = event.trigger.spans[0]
    return event.frame not in (*_PUT, *_END, "violate_measure", "evade_measure") and any(
        x < a and b <= y for x, y in spans
    )


def _fact(event: Event, said: Said) -> Fact:
    family = FAMILIES[event.frame]
    roles = dict(event.roles)
    giver, taker = SIDES[family]
    goods, system = _goods(event)
    low, high = next(((q.low, q.high) for q in event.quantities if q.unit == "item"), (None, None))
    value = dict(event.factuality).get(said.statement.id, dict(event.factuality).get("author"))
    when = event.when.when if event.when is not None else None
    if family == "deal":
        parties = [_names((filler,)) for filler in roles.get("party", ())]
        sides = (*parties[:2], *[frozenset[str]()] * (2 - len(parties[:2])))
    else:
        sides = (_names(roles.get(giver, ())), _names(roles.get(taker, ())))
    return Fact(
        family=_coming(family, said),
        giver=sides[0],
        taker=sides[1],
        goods=goods,
        system=system,
        first=when.first if when is not None else None,
        last=when.last if when is not None else None,
        low=low,
        high=high,
        title=_in_words(event.frame.replace("_", " "), event.roles),
        holds=True if value in _HOLDS else None if value is None or value is Factuality.UNCOMMITTED else False,
    )


def _coming(family: str, said: Said) -> str:
    """Return the family of a measure that is put on, or only to come: asked for, threatened, proposed."""
    to_come = said.statement.stance in _FORESEEING or any(m.status in _TO_COME for m in said.measures)
    return "measure to come" if family == "measure" and to_come else family


def _measured(measure: Measure) -> Fact:
    family = _STATES.get(measure.status, "measure in force")
    sides = (("imposer", measure.imposer), ("target", measure.target))
    return Fact(
        family=family,
        giver=_names(measure.imposer),
        taker=_names(measure.target),
        goods=(),
        system=False,
        first=None,
        last=None,
        low=None,
        high=None,
        title=_in_words(family, sides),
        holds=True,
    )


def _in_words(deed: str, roles: Iterable[tuple[str, Sequence[Filler]]]) -> str:
    told = [f"{role} {', '.join(dict.fromkeys(f.name for f in fillers))}" for role, fillers in roles if fillers]
    return f"{deed}: {'; '.join(told)}" if told else deed


def _names(fillers: Iterable[Filler]) -> frozenset[str]:
    return frozenset(fold(_canonical(f.name)) for f in fillers)


def _canonical(name: str) -> str:
    """Return whose side a name is on: of a government's body or an office holder the state, else the name in the register."""
    state = gazetteer().state(name)
    if state is not None:
        return state.state.name
    body = gazetteer().body(name)
    if body is not None:
        return body.state if body.kind is BodyKind.GOVERNMENT and body.state is not None else body.name
    person = people().named(name, None) if " " in name else None
    return person.speaks_for if person is not None and person.speaks_for is not None else name


def _goods(event: Event) -> tuple[tuple[str, ...], bool]:
    """Return the kinds of an event's goods, the finest first, and whether a system names them."""
    table: Weapons = weapons()
    for role, fillers in event.roles:
        for filler in fillers if role in _GOODS else ():
            named = [w for part in _parts(filler.name) if (w := table.named(part)) is not None]
            weapon = next((w for w in named if not w.is_kind), named[0] if named else None)
            if weapon is not None:
                return tuple(w.name for w in table.line(weapon)), not weapon.is_kind
    words = [fold(f.name).split(" ")[-1] for role, fillers in event.roles if role in _GOODS for f in fillers]
    return tuple(words[:1]), False


def _parts(name: str) -> Iterable[str]:
    """Yield the parts of a phrase, the longest first: "some 400 ballistic missiles", ..., "ballistic missiles", ..."""
    words = name.split()
    for length in range(len(words), 0, -1):
        yield from (" ".join(words[k : k + length]) for k in range(len(words) - length + 1))
