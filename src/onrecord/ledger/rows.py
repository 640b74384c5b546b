"""Claims as a list shows them."""

from dataclasses import dataclass
from datetime import date

__all__ = ["ClaimRow"]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as the list shows it, by all that is known.

    Attributes:
        anchor: its first statement.
        title: what is claimed.
        support: how far it is supported.
        origins: independent families.
        documents: documents that hold it.
        statements: its statements.
        challenges: denials, dismissals, doubts.
        reviewed: statements that a person has confirmed or corrected.
        first_public: first public day.
        last_change: day on which its standing last changed.
        due: day on which it changes if nothing more is said, since a deadline passes; None if there is none to come.
    """

    anchor: str
    title: str
    support: str
    origins: int
    documents: int
    statements: int
    challenges: int
    reviewed: int
    first_public: date
    last_change: date
    due: date | None
