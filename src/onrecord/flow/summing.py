"""Summing up: how the claims that changed stand by all that is known, and the log of that, for lists and for whoever watches."""

import time
from datetime import date

from onrecord.errors import LedgerError
from onrecord.flow import days
from onrecord.ledger import ClaimRow, Ledger, Writer, kinds_of
from onrecord.records import Edge, Gist
from onrecord.weighing import Sum, judged, stays_whole, summed, ties_of

__all__ = ["sum_up"]

CLUSTERS = 100
"""Clusters summed up in one transaction."""
_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What weighing fails with where it is at fault; what a database fails with is none of these."""
Pairs = list[tuple[str, str]]


def sum_up(ledger: Ledger, *, within: float | None = None) -> int:
    """Sum up the claims of clusters that changed, with the log of their standings; the number of clusters done.

    Args:
        ledger: the ledger.
        within: seconds after which no more of them are begun, for whoever cannot wait for a long rest; None: all.

    Raises:
        LedgerError: claims of a cluster cannot be summed up, which stops no other.
    """
    day = days.today()
    if ledger.read_only:
        return 0
    with ledger.reading() as reader:
        if not reader.due(day) and not reader.stale(1):
            return 0
    done, last, failed, begun = 0, 0, list[str](), time.monotonic()
    while True:
        with ledger.writing() as writer:
            for cluster, since in writer.due(day).items() if last == 0 else ():
                writer.mark({cluster}, since)
            stale = writer.stale(CLUSTERS, after=last)
            for cluster, since in stale.items():
                if within is not None and done and time.monotonic() - begun > within:
                    break
                fault = _sum_up(writer, cluster, since, day)
                failed += [fault] if fault is not None else []
                done, last = done + 1, cluster
        if len(stale) < CLUSTERS or last != max(stale):
            break
    if failed:
        more = f", and {len(failed) - 1} more like it" if len(failed) > 1 else ""
        raise LedgerError(
            ledger.where, failed[0] + more, "statements that can be weighed; all other claims are summed up"
        )
    return done


def _sum_up(writer: Writer, cluster: int, since: date, day: date) -> str | None:
    """Sum up one cluster; what went wrong where weighing fails, in which case it stays marked."""
    told = writer.gists(cluster)
    day = max([day, *(s.public_on for s in told)])  # so that all counts that is known
    try:
        sums = _sums(writer, cluster, told, since)
        rows = _rows(writer, cluster, sums, since, day)
        if rows is None:
            sums = _sums(writer, cluster, told, date.min)
            rows = _rows(writer, cluster, sums, date.min, day)
    except _FAULTS as error:
        beside = told[0].anchor if told else str(cluster)
        return f"{type(error).__name__} ({' '.join(str(error).split())}) for the claim of {beside}"
    for found in sums:
        writer.log(found.told[0].anchor, [c for c in found.log if c.on <= day])
    writer.keep_claims(cluster, rows or [])
    return None


def _sums(writer: Writer, cluster: int, told: list[Gist], since: date) -> list[Sum]:
    told, joined, apart = _corrected(writer, cluster, told)
    ties = [(e.a, e.b) for e in joined]
    if not apart and stays_whole(told, [*writer.near(cluster), *ties]):
        return summed(told, None, since=since)
    edges = writer.same(s.proposition for s in told if s.proposition is not None)
    near = ties_of(told, edges)
    if not apart and stays_whole(told, [*near.items(), *ties]):
        writer.keep_near(near)
    return summed(told, [*edges, *joined], apart, since)


def _corrected(writer: Writer, cluster: int, told: list[Gist]) -> tuple[list[Gist], tuple[Edge, ...], Pairs]:
    """Return gists as people have confirmed and corrected the statements, what they have joined, and what they have parted."""
    decided = writer.judgements_in(cluster)
    if not decided:
        return told, (), []
    names = [name for j in decided for name in (j.placed, j.other_placed) if name is not None]
    corrected, joined, apart = judged(writer.said_of(names).values(), decided)
    by_anchor = {s.anchor: s for s in corrected}
    told = [Gist.of(by_anchor[g.anchor], g.place) if g.anchor in by_anchor else g for g in told]
    return told, joined, list(apart)


def _rows(writer: Writer, cluster: int, sums: list[Sum], since: date, day: date) -> list[ClaimRow] | None:
    """Return claims as the list shows them; None where the day of a last change lies before the first day looked at."""
    last = [max((c.on for c in s.log if c.on <= day), default=None) for s in sums]
    if None in last:
        kept = writer.last_changes(cluster)
        before = [kept.get(s.told[0].anchor) for s in sums]
        last = [own or (b if b is not None and b < since else None) for own, b in zip(last, before, strict=True)]
    rows = [_row(s, on, day) for s, on in zip(sums, last, strict=True) if on is not None]
    return rows if len(rows) == len(sums) else None


def _row(found: Sum, last: date, day: date) -> ClaimRow:
    """Return a claim as the list shows it, with the day on which it changed last and the next on which a deadline passes."""
    return ClaimRow(
        anchor=found.told[0].anchor,
        title=found.title,
        support=found.now.families.support,
        origins=found.now.families.independent,
        documents=len({s.document for s in found.told}),
        statements=len(found.told),
        challenges=len(found.now.challenges),
        reviewed=sum(s.reviewed for s in found.told),
        first_public=found.told[0].public_on,
        last_change=last,
        due=next((c.on for c in found.log if c.on > day), None),
        kinds=kinds_of(found.now.challenges),
    )
