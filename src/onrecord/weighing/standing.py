"""How a claim stands on a day, in four fields: support, who states it officially, outcome, challenges."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.records import Challenge, Origin, Outcome, Said, Stance, Standing, Support
from onrecord.weighing.origins import SOURCES

__all__ = ["deadlines", "independent", "standing_of"]

_CHALLENGING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)
_FORESEEING = (Stance.EXPECTS, Stance.COMMITS)


def independent(origins: Sequence[Origin]) -> int:
    """Return the number of independent families; described sources behind several doors may be the same people and are one."""
    families = {o.family for o in origins if o.counted}
    described = [f for f in families if f.startswith(SOURCES)]
    return len(families) - max(0, len(described) - 1)


def standing_of(said: Sequence[Said], origins: Sequence[Origin], on: date | None) -> Standing:
    """Return how a claim stands by statements that were public on a day; None: by all of them, and no deadline has passed."""
    asserting = [s for s in said if s.stance is Stance.ASSERTS and not s.condition]
    stated = dict.fromkeys(s.speaks_for for s in asserting if s.speaks_for)
    return Standing(
        _support(origins), tuple(stated), _outcome(said, on), tuple(_challenges(said)), tuple(_acknowledged(asserting))
    )


def _support(origins: Sequence[Origin]) -> Support:
    doors = {o.family for o in origins if o.counted and o.family.startswith(SOURCES)}
    families = independent(origins)
    if families == 0:
        return Support.UNSOURCED
    if families == 1:
        return Support.REPEATED if len(doors) > 1 else Support.SINGLE
    return Support.CORROBORATED


def _foresees(said: Said) -> bool:
    return said.stance in _FORESEEING and (said.fact is None or said.fact.phase in ("", "to come"))


def _realises(said: Said, first: date) -> bool:
    """Whether a statement tells as done what was first foreseen on a day; what was done before that day was not foreseen."""
    fact = said.fact
    if fact is None or said.stance is not Stance.ASSERTS or said.condition or said.imprint.public_on < first:
        return False
    return fact.own and fact.phase != "to come" and (fact.last is None or fact.last >= first)


def _outcome(said: Sequence[Said], on: date | None) -> Outcome | None:
    foreseen = [s for s in said if _foresees(s)]
    if not foreseen:
        return None
    first = min(s.imprint.public_on for s in foreseen)
    if any(_realises(s, first) for s in said):
        return Outcome.REALISED
    days = [s.fact.last for s in foreseen if s.fact is not None and s.fact.last is not None]
    if on is not None and days and max(days) < on:
        return Outcome.PASSED
    return Outcome.CONDITIONAL if all(s.condition for s in foreseen) else Outcome.EXPECTED


def deadlines(said: Sequence[Said]) -> Iterator[date]:
    """Yield the days after which something foreseen should have come about."""
    for s in said:
        if _foresees(s) and s.fact is not None and s.fact.last is not None:
            yield s.fact.last + timedelta(days=1)


def _challenges(said: Sequence[Said]) -> Iterator[Challenge]:
    for s in said:
        if s.stance in _CHALLENGING and s.stance is not None:
            yield Challenge(s.stance, s.source or "unnamed", s.scope, s.anchor)


def _acknowledged(asserting: Sequence[Said]) -> Iterator[str]:
    """Yield whoever of those said to have done it, or to have got it, says so."""
    seen = set[str]()
    for s in asserting:
        if s.root is None or s.fact is None or s.root.family in seen:
            continue
        if any(s.root.family in (p.name, p.state) for p in (*s.fact.giver, *s.fact.taker)):
            seen.add(s.root.family)
            yield s.speaks_for or s.source or s.root.name
