"""The log of a claim: the days on which its standing changed, and what changed it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from onrecord.records import Change, Edge, Gist, Noted, Said
from onrecord.weighing.growing import Growing, Growth, Parted, Parting
from onrecord.weighing.standing import Mark, Running, deadlines
from onrecord.weighing.weigh import Pair, gists_of

__all__ = ["history", "log_of"]

T = TypeVar("T")


def history(
    said: Iterable[Said], edges: Iterable[Edge], anchor: str, *, until: date | None = None, apart: Iterable[Pair] = ()
) -> tuple[Change, ...]:
    """Return the changes in the standing of whichever claim held a statement, day by day.

    Args:
        said: the statements of its component.
        edges: what their propositions are to each other.
        anchor: the statement.
        until: the last day looked at; None: all days.
        apart: pairs of anchors that a person has parted.
    """
    told, parted = gists_of(said), tuple(apart)
    growth = Parted(Parting(told, tuple(edges), parted), anchor) if parted else Growing(told, edges, anchor)

    def change(day: date, causes: tuple[str, ...], now: Running, joined: int) -> Change:
        return Change(day, causes, now.families.independent, now.standing(day), joined)

    return tuple(_walked(told, growth, change, until=until)[1])


def log_of(told: Sequence[Gist], growth: Growth, since: date) -> tuple[Running, tuple[Noted, ...]]:
    """Return how a claim stands by all its statements, and the same changes as the ledger notes them down.

    Args:
        told: the statements in public order.
        growth: those of one claim from day to day.
        since: the first day whose change is asked for.
    """

    def noted(day: date, causes: tuple[str, ...], now: Running, _: int) -> Noted:
        return Noted(day, causes, now.families.independent, now.families.support, now.outcome(day))

    now, log = _walked(told, growth, noted, since=since)
    return now, tuple(log)


def _walked(
    told: Sequence[Gist],
    growth: Growth,
    make: Callable[[date, tuple[str, ...], Running, int], T],
    *,
    since: date = date.min,
    until: date | None = None,
) -> tuple[Running, list[T]]:
    """Go through the days of a claim; how it stands at their end, and what is made of each day on which that changed.

    What is made follows from the day, the statements of the claim that became public on it, how the claim stands then, and how
    many that were public before have come in since the change before.
    Of the days before the first one asked for only the last is looked at.
    """
    days = sorted({s.public_on for s in told} | set(deadlines(told)))
    first = max(bisect_left(days, since) - 1, 0)
    now, before, found = Running(), Mark(), list[T]()
    size = joined = 0
    for day in days[first : None if until is None else bisect_right(days, until)]:
        new, again = growth.on(day)
        old = now
        if again:
            now = Running(new)
        else:
            for s in new:
                now.add(s)
        causes = tuple(s.anchor for s in new if s.public_on == day)
        grown = len(new) if again else size + len(new)
        joined, size = joined + grown - size - len(causes), grown
        mark = now.mark(day)
        if now.begun and (mark != before or (again and not now.alike(old))):
            before = mark
            if day >= since:
                found.append(make(day, causes, now, joined if found else 0))
            joined = 0
    return now, found
