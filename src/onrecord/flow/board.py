"""Which claims are there, by support, challenges, origins, review and change? A board of them, page by page."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from onrecord.errors import AnchorError, LedgerError
from onrecord.flow import days
from onrecord.flow.claims import answering, found_in, log_of
from onrecord.flow.components import Component, components
from onrecord.flow.summing import sum_up
from onrecord.ledger import ClaimRow, Ledger, Order, Wanted, kinds_of, words_of
from onrecord.records import Claim, Review

__all__ = ["LOOKED_AT", "PATIENCE", "Board", "Question", "board", "claims_on"]

_ANY = Wanted()
PATIENCE = 1.0
"""Seconds for which claims are summed up for somebody who looks; what is left is summed up for those who look next."""
LOOKED_AT = 200
"""Claims looked at for words, a day or a moment; for a day or a moment each of them is weighed."""


@dataclass(frozen=True, slots=True)
class Board:
    """A page of claims.

    Attributes:
        rows: the claims in their order.
        total: how many of them there are on all pages.
        after: what the next page begins after; None on the last.
        answers: how many claims there are before any is left out by what is wanted; None where that is not known or not asked.
        cut: whether only the first ``LOOKED_AT`` that answer were looked at, so that more may be wanted than are counted.
        claims: the claims themselves, where they were weighed for it; else none.
        waiting: whether claims that have changed are still to be summed up, so that the list lacks them or tells what was.
    """

    rows: tuple[ClaimRow, ...]
    total: int
    after: str | None
    answers: int | None = None
    cut: bool = False
    claims: tuple[Claim, ...] = ()
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the board.

    Attributes:
        query: words; None: any.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then; None: now.
        wanted: which claims.
        order: by what they are ordered; None: by how well they answer, without words by their last change.
    """

    query: str | None = None
    on: date | None = None
    known_by: str | None = None
    wanted: Wanted = _ANY
    order: Order | None = None


def board(
    ledger: Ledger, asked: Question, limit: int = 50, after: str | None = None, *, patience: float | None = PATIENCE
) -> Board:
    """Return a page of the claims that are wanted.

    By all that is known it comes from the list as it was last summed up; for words from those of the list that answer best. For
    a day or a moment these, or (without words) those of which something was said last, are weighed. ``LOOKED_AT`` at most.

    Args:
        ledger: the ledger.
        asked: what is asked.
        limit: claims at most.
        after: what the page before gave to go on from; None: the first page.
        patience: seconds for which claims that have changed are summed up first; None: until none is left.

    Raises:
        AnchorError: ``after`` is nothing that a page gave.
    """
    if asked.query is None and asked.on is None and asked.known_by is None:
        return _summed(ledger, asked.wanted, asked.order or Order.CHANGE, limit, after, patience)
    if asked.query is not None and asked.on is None and asked.known_by is None:
        return _answering(ledger, asked, asked.query, limit, _start(after))
    found, answers = found_in(ledger, asked.query, on=asked.on, known_by=asked.known_by, limit=LOOKED_AT)
    told = [(_row(c, held, asked.on), c) for c, held in found]
    return _page(asked, told, answers, limit, _start(after))


def _page(
    asked: Question, told: Sequence[tuple[ClaimRow, Claim | None]], answers: int | None, limit: int, start: int
) -> Board:
    """Return a page of those that are wanted of the claims that were looked at, each weighed for it or not."""
    kept = [(row, c) for row, c in told if asked.wanted.admits(row)]
    by = asked.order or (Order.CHANGE if asked.query is None else None)
    if by is not None:
        kept.sort(key=lambda pair: pair[0].place(by), reverse=True)
    shown = kept[start : start + limit]
    claims = tuple(c for _, c in shown if c is not None)
    return Board(
        rows=tuple(row for row, _ in shown),
        total=len(kept),
        after=str(start + limit) if len(kept) > start + limit else None,
        answers=answers,
        cut=answers is None or answers > len(told),
        claims=claims if len(claims) == len(shown) else (),
    )


def _answering(ledger: Ledger, asked: Question, query: str, limit: int, start: int) -> Board:
    """Return a page of the claims that hold some words, those first that hold most of them in one statement.

    How they stand is known from their summing up. Only where a cluster holds several claims, or has changed since, are they
    weighed: to see which of them answers, and how they stand now.
    """
    with ledger.reading() as reader:
        clusters, more = reader.find(query, LOOKED_AT)
        rows = reader.claims_in(clusters, days.today())
        words, found = len(words_of(query)), list[tuple[int, ClaimRow, Claim | None]]()
        for n in clusters:
            if len(rows.get(n, ())) == 1:
                found.append((words, rows[n][0], None))
                continue
            for part in components(reader, [n]):
                found += [(answering(c, query), _row(c, part, None), c) for c in part.claims(part.day(None))]
    found.sort(key=lambda told: (-told[0], -told[1].statements))
    return _page(asked, [(row, c) for _, row, c in found], more + len(found) - len(clusters), limit, start)


def _summed(
    ledger: Ledger, wanted: Wanted, order: Order, limit: int, after: str | None, patience: float | None
) -> Board:
    """Return a page of the list; where nobody may write now, or some claims cannot be summed up, as it last was."""
    with suppress(LedgerError):
        sum_up(ledger, within=patience)
    with ledger.reading() as reader:
        rows = reader.claims_page(limit + 1, wanted, order, after)
        total, waiting = reader.claims_count(wanted), bool(reader.stale(1))
    more = rows[limit - 1].cursor(order) if len(rows) > limit else None
    return Board(tuple(rows[:limit]), total, more, waiting=waiting)


def _start(after: str | None) -> int:
    if after is None:
        return 0
    if not after.isascii() or not after.isdigit() or len(after) > 9:
        raise AnchorError(repr(after), "a cursor that is none", "one that a page before gave")
    return int(after)


def _row(c: Claim, held: Component, on: date | None) -> ClaimRow:
    """Return a claim as the list shows it, as it stood on a day."""
    day = held.day(on)
    log = log_of(held, c, None)
    return ClaimRow(
        anchor=c.id,
        title=c.title,
        support=c.standing.support,
        origins=c.independent_origins,
        documents=len({s.imprint.id for s in c.statements}),
        statements=len(c.statements),
        challenges=len(c.standing.challenges),
        reviewed=sum(s.review is not Review.UNREVIEWED for s in c.statements),
        first_public=c.statements[0].imprint.public_on,
        last_change=max((e.on for e in log if e.on <= day), default=c.statements[0].imprint.public_on),
        due=next((e.on for e in log if e.on > day), None) if on is None and not held.apart else None,
        kinds=kinds_of(c.standing.challenges),
    )


def claims_on(ledger: Ledger, page: Board) -> list[tuple[ClaimRow, Claim]]:
    """Return the claims of a page with all that belongs to them; one that has been summed up otherwise since is left out."""
    if page.claims:
        return list(zip(page.rows, page.claims, strict=True))
    with ledger.reading() as reader:
        where = reader.clusters_of(row.anchor for row in page.rows)
        clusters = [where.get(row.anchor) or reader.cluster_of(row.anchor) for row in page.rows]
        held = components(reader, dict.fromkeys(clusters))
    found = {c.id: c for part in held for c in part.claims(part.day(None))}
    return [(row, found[row.anchor]) for row in page.rows if row.anchor in found]
