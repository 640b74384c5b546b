"""Claims and statements page by page: a page goes on where the one before ended, on what the ledger held when that was asked."""

from dataclasses import dataclass
from datetime import date

from onrecord.errors import AnchorError
from onrecord.flow.components import components
from onrecord.ledger import Ledger
from onrecord.ledger.coding import now
from onrecord.records import Claim, Said
from onrecord.weighing import judged

__all__ = ["DEEPEST", "ClaimsPage", "Place", "StatementsPage", "claims_page", "statement", "statements_page"]

DEEPEST = 10_000
"""Groups of claims that answer words that can be paged through; whoever wants more has to ask more closely."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of claims begins.

    Attributes:
        skip: of claims that answer words, groups of claims before it.
        moment: when the first page was asked for, by which later pages go, so that nothing is told twice or passed over.
        after: of all claims, public day and number of the last statement of the group before it.
    """

    skip: int
    moment: str
    after: tuple[date, int] | None = None


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """A page of claims.

    Attributes:
        claims: the claims.
        total: groups of claims that answer; None where that is not known.
        next: where the next page begins; None where there is none.
    """

    claims: tuple[Claim, ...]
    total: int | None
    next: Place | None


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """A page of statements.

    Attributes:
        statements: the statements, as people have confirmed and corrected them.
        next: public day and number of the last, after which the next page begins; None where there is none.
    """

    statements: tuple[Said, ...]
    next: tuple[date, int] | None


def claims_page(
    ledger: Ledger,
    query: str | None,
    limit: int,
    *,
    on: date | None = None,
    known_by: str | None = None,
    place: Place | None = None,
) -> ClaimsPage:
    """Return claims that answer words best, or (None) those of which something was told last.

    Args:
        ledger: the ledger.
        query: words; None: any.
        limit: groups of claims on a page; one that later days bring together is told as several on an earlier day.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.
        place: where the page begins; None: the first.
    """
    moment = place.moment if place is not None else known_by or now()
    held_by = place.moment if place is not None else known_by
    with ledger.reading() as reader:
        if query is None:
            rows = reader.clusters_page(limit + 1, on, held_by, place.after if place is not None else None)
            clusters, total = [row[0] for row in rows[:limit]], None
            following = Place(0, moment, rows[limit - 1][1:]) if len(rows) > limit else None
        else:
            skip = place.skip if place is not None else 0
            most = min(skip + limit, DEEPEST)
            found, total = reader.find(query, most + 1, on, held_by)
            clusters = found[skip:most]
            following = Place(most, moment) if len(found) > most and most < DEEPEST else None
        held = components(reader, clusters, held_by)
        claims = tuple(c for part in held for c in part.claims(part.day(on)))
    return ClaimsPage(claims, total, following)


def statements_page(
    ledger: Ledger,
    query: str | None,
    limit: int,
    *,
    on: date | None = None,
    known_by: str | None = None,
    before: tuple[date, int] | None = None,
) -> StatementsPage:
    """Return statements, the last to become public first.

    Args:
        ledger: the ledger.
        query: words that they hold; None: any.
        limit: statements at most.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.
        before: public day and number of the statement after which the page begins; None: from the first.
    """
    with ledger.reading() as reader:
        rows = reader.statements_page(query, limit + 1, on, known_by, before)
        shown = rows[:limit]
        decided = reader.judgements([r.said.anchor for r in shown], known_by)
    corrected, _, _ = judged([r.said for r in shown], decided)
    last = shown[-1] if len(rows) > limit else None
    return StatementsPage(tuple(corrected), (last.public_on, last.number) if last is not None else None)


def statement(ledger: Ledger, anchor: str) -> Said:
    """Return a statement as it stands in the present reading, as people have confirmed and corrected it.

    Raises:
        AnchorError: no statement is so called, or its document has been read again without it.
    """
    with ledger.reading() as reader:
        name = reader.stands_as(reader.whole(anchor))
        found = reader.said_of([name]).get(name) if name is not None else None
        if found is None:
            expected = "one of the present reading, of which none shares half of its words"
            raise AnchorError(anchor, "a statement of an earlier reading", expected)
        corrected, _, _ = judged([found], reader.judgements([found.anchor]))
    return corrected[0]
