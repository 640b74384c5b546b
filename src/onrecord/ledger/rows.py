"""Claims, documents and decisions as lists show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.records import Challenge, Judgement, Stance, Support

__all__ = ["ClaimRow", "DecisionRow", "DocumentRow", "Order", "Reviewed", "Wanted", "kinds_of"]


class Order(StrEnum):
    """By what a list of claims is ordered, the highest first."""

    CHANGE = "change"
    STATEMENTS = "statements"
    ORIGINS = "origins"


class Reviewed(StrEnum):
    """How many statements of a claim a person has confirmed or corrected."""

    NONE = "none"
    SOME = "some"
    ALL = "all"


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
        kinds: of what kinds the challenges are, "denies 2, doubts 1"; None where that was not summed up.
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
    kinds: str | None = None

    def place(self, order: Order) -> tuple[date | int | str, ...]:
        """Return its place in an order, the first of which are the highest."""
        places: dict[Order, tuple[date | int | str, ...]] = {
            Order.CHANGE: (self.last_change, self.statements, self.anchor),
            Order.STATEMENTS: (self.statements, self.last_change, self.anchor),
            Order.ORIGINS: (self.origins, self.statements, self.anchor),
        }
        return places[order]

    def cursor(self, order: Order) -> str:
        """Return the same as what a page can go on from."""
        return "_".join(str(part) for part in self.place(order))


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims of a list are wanted; what is not named is not looked at.

    Attributes:
        support: kinds of support, of which it has one.
        challenged: whether somebody challenges it.
        kind: how somebody challenges it; claims of which the kinds were not summed up are left out.
        origins: independent origins at least.
        reviewed: how many of its statements are reviewed.
        since: the day since which its standing changed.
    """

    support: tuple[Support, ...] = ()
    challenged: bool | None = None
    kind: Stance | None = None
    origins: int = 0
    reviewed: Reviewed | None = None
    since: date | None = None

    def admits(self, row: ClaimRow) -> bool:
        """Whether a claim is one of those."""
        reviewed = {
            None: True,
            Reviewed.NONE: row.reviewed == 0,
            Reviewed.SOME: 0 < row.reviewed < row.statements,
            Reviewed.ALL: row.reviewed == row.statements,
        }
        return (
            (not self.support or row.support in self.support)
            and (self.challenged is None or (row.challenges > 0) is self.challenged)
            and (self.kind is None or f"{self.kind.value} " in (row.kinds or ""))
            and row.origins >= self.origins
            and reviewed[self.reviewed]
            and (self.since is None or row.last_change >= self.since)
        )


def kinds_of(challenges: Iterable[Challenge]) -> str:
    """Return of what kinds challenges are, in the order of the stances: "denies 2, doubts 1"."""
    told = [c.stance for c in challenges]
    return ", ".join(f"{stance.value} {told.count(stance)}" for stance in Stance if stance in told)
