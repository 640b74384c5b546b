"""When did it happen, and when was it told? Statements of a query by event time, beside public time."""

from dataclasses import dataclass
from datetime import date

from onrecord.flow.claims import claims_of
from onrecord.ledger import Ledger
from onrecord.records import Said

__all__ = ["Moment", "timeline"]


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


def timeline(
    ledger: Ledger, query: str | None, *, on: date | None = None, known_by: str | None = None, limit: int = 20
) -> list[Moment]:
    """Return the statements of the claims that answer a query, by event time; those that tell no day come last."""
    found = []
    for claim in claims_of(ledger, query, on=on, known_by=known_by, limit=limit):
        for said in claim.statements:
            told = said.fact if said.fact is not None and said.fact.own else None
            days = (told.first, told.last) if told is not None else (None, None)
            found.append(Moment(*days, said.imprint.public_on, claim.id, claim.title, said))
    return sorted(found, key=lambda m: (m.first or m.last or date.max, m.last or date.max, m.public_on, m.said.anchor))
