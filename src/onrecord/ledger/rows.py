"""Claims, documents and decisions as lists show them."""

from dataclasses import dataclass
from datetime import date

from onrecord.records import Judgement

__all__ = ["ClaimRow", "DecisionRow", "DocumentRow"]


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


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as a list shows it.

    Attributes:
        id: its id.
        url: where it was published, if known.
        title: its title, if known.
        outlet: who published it, if known.
        published_on: publication day, if known.
        public_on: the day it goes by: publication day, else the first day seen.
        kind: "article", or "entered" for evidence by hand.
        recorded_at: when the ledger took it in.
        statements: statements of its present reading.
    """

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    published_on: date | None
    public_on: date
    kind: str
    recorded_at: str
    statements: int

    @property
    def cursor(self) -> str:
        """Its place in the list, from which a page can go on."""
        return f"{self.public_on.isoformat()}_{self.id}"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision as a list shows it.

    Attributes:
        judgement: the decision.
        words: the words that a person had before them, of the second statement too where there is one; None where none were kept.
        undone_by: who took it back; None: nobody.
        undone_at: when.
    """

    judgement: Judgement
    words: tuple[str | None, ...]
    undone_by: str | None
    undone_at: str | None
