"""When did it happen, and when was it told? Statements of a query by event time, beside public time."""

from dataclasses import dataclass
from datetime import date

from onrecord.flow.claims import listing
from onrecord.ledger import Ledger
from onrecord.records import Said

__all__ = ["Moment", "Timeline", "timeline"]


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
    found = []
    for claim in listed.claims:
        for said in claim.statements:
            told = said.fact if said.fact is not None and said.fact.own and "day" in said.gives else None
            days = (told.first, told.last) if told is not None else (None, None)
            found.append(Moment(*days, said.imprint.public_on, claim.id, claim.title, said))
    found.sort(key=lambda m: (m.first or m.last or date.max, m.last or date.max, m.public_on, m.said.anchor))
    return Timeline(tuple(found), len(listed.claims), listed.total)
