"""What two statements are to each other, decided by the two alone: same, refines, separate, unsure, with reasons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import EdgeKind, Fact, Party, Said
from onrecord.weighing.goods import BROAD, line_of
from onrecord.weighing.parties import alike, apart, within

__all__ = ["Likeness", "likeness", "relate"]

ENOUGH = 3.0
"""Points from which two facts are one."""
NUMBERS = "other numbers"
"""What rules out that two are one, but not that they speak of one thing."""
ALIKE = 0.5
"""Share of all their words that two statements have in common, from which they say the same in other words."""
FEW = 4
"""Words of the shortest statement compared by its wording."""
EARLIER = 1
"""Years before its document came out within which what tells no day is taken to lie."""
YEAR = 366
"""Days of the longest time told that two facts can share as evidence."""
_ONE = (
    frozenset(("transfer", "approval")),
    frozenset(("produce", "approval")),
    frozenset(("deal", "approval")),
    frozenset(("deal", "produce")),
    frozenset(("measure", "block")),
)
"""Families that may tell one deed."""
ABOUT = (1.5, 1.5)
"""Points for one and for more proper names that both documents are about."""
ARMS = 0.5
"""Points for goods that both tell as arms and no closer."""
WIDER = 0.5
"""Points for goods that one tells as arms and the other more closely."""
NAME = 1.25
"""Points for a proper name that two facts share, for two names at most."""
_MEASURES = ("measure", "end of measure", "breach", "block")
"""Families of what is put on somebody."""
_NAMED = frozenset(("same names", "documents about the same"))
_TIES = _NAMED | {"days that overlap", "same number"}
"""Reasons that tie two facts to one affair."""
_TWO_SIDED = ("transfer", "deal", "approval", "produce", "train")
"""Families of deeds between two sides: who is named tells which."""
Axis = tuple[float, str]
"""Points gained, with the reason; below nought what rules it out."""
Verdict = tuple[EdgeKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two facts agree.

    Attributes:
        points: what speaks for one and the same.
        reasons: what gave the points.
        against: what rules it out; none if nothing does.
    """

    points: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def relate(a: Said, b: Said) -> Verdict:
    """Return what two statements are to each other, with reasons: by what each says is so, else by their wording."""
    if a.fact is None and b.fact is None:
        return _by_wording(a, b)
    if a.fact is None or b.fact is None:
        return EdgeKind.UNSURE, ("one tells nothing done",)
    found = likeness(a.fact, b.fact)
    if found.against == (NUMBERS,) and found.points >= ENOUGH:
        return EdgeKind.CONTRADICTS, (*found.reasons, NUMBERS)
    if found.against:
        return EdgeKind.SEPARATE, found.against
    if found.points >= ENOUGH and not _tied(a.fact, b.fact, found.reasons):
        return EdgeKind.UNSURE, (*found.reasons, "nobody and nothing that only one affair has")
    if found.points >= ENOUGH:
        finer = _finer(a.fact, b.fact, found.reasons)
        return (EdgeKind.REFINES if finer else EdgeKind.SAME), found.reasons
    return EdgeKind.UNSURE, found.reasons or ("nothing in common",)


def _tied(x: Fact, y: Fact, reasons: Sequence[str]) -> bool:
    """Whether two facts share what ties them to one affair, and not just a kind of goods and a month, or whoever imposes much.

    Drones were sent in January by more than one state, and the European Union lists many firms.
    """
    shared = [p for p in x.parties if p.known and any(alike(p, q) for q in y.parties)]
    if x.family in _MEASURES or y.family in _MEASURES:
        imposers = {p.name for p in (*x.giver, *y.giver)}
        targets = any(p.name not in imposers for p in shared)
        return targets or "same names" in reasons or ("days that overlap" in reasons and bool(shared))
    if not shared:
        return bool(_NAMED & set(reasons))
    if len(shared) > 1 or _TIES & set(reasons):
        return True
    on_a_side = {"same doer", "same other side"} & set(reasons)
    return bool(on_a_side) and not (_another(x, y, shared) and _another(y, x, shared))


def _another(x: Fact, y: Fact, shared: Sequence[Party]) -> bool:
    """Whether a fact names somebody beside those that both name."""
    return any(p.known and not any(alike(p, q) for q in (*shared, *y.parties)) for p in x.parties)


def _finer(x: Fact, y: Fact, reasons: tuple[str, ...]) -> bool:
    """Whether one tells the goods more closely: by a system where the other tells a kind; by a kind where it tells "arms" only.

    Where a number, days or names tie the two as well, "arms" and "rifles" are two words for one thing.
    """
    if not x.goods or not y.goods or (x.system == y.system and set(x.goods) & set(y.goods)):
        return False
    tied = {"same number", "days that overlap", "same names", "documents about the same"} & set(reasons)
    broad = set(x.goods) <= BROAD or set(y.goods) <= BROAD
    return not tied and (x.system != y.system or broad)


def likeness(x: Fact, y: Fact) -> Likeness:
    """Return how far two facts agree, axis by axis: deed, sides, goods, days, numbers, names."""
    axes = [axis for told in (_deed, _sides, _goods, _days, _numbers, _names, _about) for axis in told(x, y)]
    gained = [axis for axis in axes if axis[0] > 0]
    return Likeness(
        sum(points for points, _ in gained),
        tuple(reason for _, reason in gained),
        tuple(reason for points, reason in axes if points < 0),
    )


def _deed(x: Fact, y: Fact) -> Iterator[Axis]:
    if x.family is not None and y.family is not None:
        if x.family == y.family or any({x.family, y.family} <= one for one in _ONE):
            yield 1.0, f"both {x.family}" if x.family == y.family else f"{x.family} and {y.family}"
        else:
            yield -1.0, f"{x.family} and {y.family}"
    if {x.phase, y.phase} == {"to come", "in force"}:
        yield -1.0, "one in force, one to come"


def _sides(x: Fact, y: Fact) -> Iterator[Axis]:
    shared = 0
    for side, ours, theirs in (("doer", x.giver, y.giver), ("other side", x.taker, y.taker)):
        if any(alike(p, q) for p in ours for q in theirs):
            shared += 1
            yield 1.5, f"same {side}"
        elif apart(ours, theirs):
            yield -1.0, f"another {side}"
    if not shared and "measure" in (x.family, y.family) and {x.phase, y.phase} == {"to come", "put on"}:
        yield -1.0, "no side of what was foretold"
    named = sum(any(alike(p, q) for q in y.parties) for p in x.parties)
    if named < 2 and x.family in _TWO_SIDED and y.family in _TWO_SIDED and _others(x, y):
        yield -1.0, "others named"
    if named > shared:
        yield min(named, 2.0) - min(shared, 1.0), "the same named"


def _others(x: Fact, y: Fact) -> bool:
    """Whether each of two facts names somebody beside who is in both, and these cannot be one."""
    ours = [p for p in x.parties if p.known and not any(alike(p, q) for q in y.parties)]
    theirs = [p for p in y.parties if p.known and not any(alike(p, q) for q in x.parties)]
    return bool(ours and theirs) and apart(ours, theirs)


def _goods(x: Fact, y: Fact) -> Iterator[Axis]:
    if not x.goods or not y.goods:
        return
    shared = set(x.goods) & set(y.goods)
    if shared:
        yield (ARMS if shared <= BROAD else 1.5), "same goods"
        return
    pairs = [(a, b) for a in x.goods for b in y.goods]
    wider = {a for a, b in pairs if a in line_of(b)} | {b for a, b in pairs if b in line_of(a)}
    if wider:
        yield (WIDER if wider <= BROAD else 1.0), "goods of one kind"
    else:
        yield -1.0, "other goods"


def _days(x: Fact, y: Fact) -> Iterator[Axis]:
    if _before(x.last, y.first) or _before(y.last, x.first) or _long_before(x, y) or _long_before(y, x):
        yield -1.0, "other days"
    elif all(d is not None for d in (x.first, x.last, y.first, y.last)):
        longest = max(_length(x), _length(y))
        yield (1.0 if longest <= YEAR else 0.25), "days that overlap"


def _long_before(x: Fact, y: Fact) -> bool:
    """Whether one tells of a year well before the year in which the other, without a day, was told."""
    undated = x.first is None and x.last is None
    return undated and x.year is not None and y.last is not None and y.last.year < x.year - EARLIER


def _before(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and a < b


def _length(x: Fact) -> int:
    return (x.last - x.first).days if x.first is not None and x.last is not None else 0


def _numbers(x: Fact, y: Fact) -> Iterator[Axis]:
    if x.unit != y.unit or (x.low is None and x.high is None) or (y.low is None and y.high is None):
        return
    apart_ = (x.high is not None and y.low is not None and x.high < y.low) or (
        y.high is not None and x.low is not None and y.high < x.low
    )
    if apart_ and x.goods and y.goods:
        yield -1.0, NUMBERS
    elif not apart_ and max(x.low or 0, y.low or 0) > 1 and (x.low == y.low or x.high == y.high):
        yield 1.5, "same number"


def _names(x: Fact, y: Fact) -> Iterator[Axis]:
    shared = len(_shared(x.names, y.names))
    if shared:
        yield NAME * min(shared, 2), "same names"


def _about(x: Fact, y: Fact) -> Iterator[Axis]:
    both = _shared(x.names, y.names)
    shared = sum(a not in both for a in _shared(x.about, y.about))
    if shared:
        yield ABOUT[min(shared, len(ABOUT)) - 1], "documents about the same"


def _shared(ours: Iterable[str], theirs: Iterable[str]) -> set[str]:
    """Return the names that are also theirs, in whole or by their first or last words ("Strand", "Lionel Strand")."""
    return {a for a in ours if any(a == b or (_ends(a) & _ends(b) and (within(a, b) or within(b, a))) for b in theirs)}


def _ends(name: str) -> set[str]:
    words = name.split()
    return {words[0], words[-1]}


def _by_wording(a: Said, b: Said) -> Verdict:
    ours, theirs = set(a.words), set(b.words)
    if min(len(ours), len(theirs)) < FEW:
        return EdgeKind.UNSURE, ("too few words",)
    share = len(ours & theirs) / len(ours | theirs)
    if share >= ALIKE:
        return EdgeKind.SAME, (f"{share:.0%} of the words shared",)
    return EdgeKind.SEPARATE, ("other words",)
