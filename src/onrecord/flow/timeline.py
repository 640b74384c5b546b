"""When did it happen, and when was it told? Statements of a query by event time, beside public time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.flow.claims import claim as claim_of
from onrecord.flow.claims import listing
from onrecord.ledger import Ledger
from onrecord.records import Claim, Said

__all__ = ["Moment", "Timeline", "timeline", "timeline_of_claim"]


@dataclass(frozen=True, slots=True)
class Moment:
    """What one statement says happened, and when it was told.

    Attributes:
        first: earliest day of the event; None if not told.
        last: latest day.
        public_on: the day the statement became public.
        claim: anchor of the claim it belongs to.
        title: what is claimed.
        said: the statement.
    """

    first: date | None
    last: date | None
    public_on: date
    claim: str
    title: str
    said: Said


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is said to have happened, by event time.

    Attributes:
        moments: the statements; those that tell no day come last.
        claims: claims that they are of.
        total: claims that there are in all; None where that is not known.
    """

    moments: tuple[Moment, ...]
    claims: int
    total: int | None


def timeline(
    ledger: Ledger, query: str | None, *, on: date | None = None, known_by: str | None = None, limit: int = 20
) -> Timeline:
    """Return the statements of the claims that answer a query, by event time.

    Args:
        ledger: the ledger.
        query: words; None: any.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.
        limit: claims at most.
    """
    listed = listing(ledger, query, on=on, known_by=known_by, limit=limit)
    return Timeline(_moments(listed.claims), len(listed.claims), listed.total)


def timeline_of_claim(
    ledger: Ledger, anchor: str, *, on: date | None = None, known_by: str | None = None
) -> tuple[Timeline, Claim | None]:
    """Return the statements of whichever claim holds a statement on a day, by event time; and that claim.

    Args:
        ledger: the ledger.
        anchor: the statement's name, or the beginning of it.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.

    Raises:
        AnchorError: no statement is so called.
    """
    shown = claim_of(ledger, anchor, on=on, known_by=known_by)
    if shown is None:
        return Timeline((), 0, 0), None
    return Timeline(_moments([shown.claim]), 1, 1), shown.claim


def _moments(claims: Iterable[Claim]) -> tuple[Moment, ...]:
    found = []
    for claim in claims:
        for said in claim.statements:
            told = said.fact if said.fact is not None and said.fact.own and "day" in said.gives else None
            days = (told.first, told.last) if told is not None else (None, None)
            found.append(Moment(*days, said.imprint.public_on, claim.id, claim.title, said))
    found.sort(key=lambda m: (m.first or m.last or date.max, m.last or date.max, m.public_on, m.said.anchor))
    return tuple(found)
