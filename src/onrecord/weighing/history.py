"""The log of a claim: the days on which its standing changed, and what changed it."""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.records import Change, Claim, Edge, Said
from onrecord.weighing.standing import deadlines
from onrecord.weighing.weigh import Pair, weigh

__all__ = ["history"]


def history(
    said: Sequence[Said], edges: Sequence[Edge], anchor: str, *, until: date | None = None, apart: Iterable[Pair] = ()
) -> tuple[Change, ...]:
    """Return the changes in the standing of whichever claim held a statement, day by day.

    Args:
        said: the statements of its component.
        edges: what their propositions are to each other.
        anchor: the statement.
        until: the last day looked at; None: all days.
        apart: pairs of anchors that a person has parted.
    """
    days = {s.imprint.public_on for s in said} | set(deadlines(said))
    parted = tuple(apart)
    changes: list[Change] = []
    before: Claim | None = None
    for day in sorted(d for d in days if until is None or d <= until):
        claims = weigh(said, edges, on=day, apart=parted)
        now = next((c for c in claims if any(s.anchor == anchor for s in c.statements)), None)
        if now is None or (before is not None and _alike(before, now)):
            before = now or before
            continue
        known = {s.anchor for s in before.statements} if before is not None else set()
        causes = tuple(s.anchor for s in now.statements if s.anchor not in known)
        changes.append(Change(day, causes, now.independent_origins, now.standing))
        before = now
    return tuple(changes)


def _alike(a: Claim, b: Claim) -> bool:
    return a.standing == b.standing and a.independent_origins == b.independent_origins
