"""Claims: the propositions that statements assert, deny or doubt, with their origins and their standing on a day.

Field by field this is schema ``onrecord.claims/1`` (``docs/schema.md``), of which the scorer of stories reads a part.
"""

from dataclasses import dataclass
from datetime import date

from onrecord.records.document import Document, Span
from onrecord.records.reading import Event, Measure, Statement
from onrecord.records.values import EdgeKind, Stance, Support

__all__ = ["Challenge", "Claim", "Edge", "Origin", "Said", "Standing", "Voiced"]


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with all that weighing needs of the document it stands in.

    Attributes:
        document: the document.
        statement: the statement.
        events: what its content says is done, sides that the sentence leaves out filled from the document.
        measures: the measures that its content names.
        answers: number of the statement of the same document that a reaction without a proposition of its own answers; None
            where it has one, or answers nothing told there.
        words: lemmas of the words of its content that carry meaning.
    """

    document: Document
    statement: Statement
    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    answers: int | None
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Edge:
    """What two statements are to each other, decided by the two alone.

    Attributes:
        a: number of the one.
        b: number of the other.
        kind: the verdict.
        reasons: what it rests on, in words for a reader.
    """

    a: int
    b: int
    kind: EdgeKind
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The earliest source identifiable in the record, and the door through which it became public.

    Attributes:
        id: "o1", "o2", ... in the order of the statements.
        name: who it is, in words.
        family: what it shares a root with: a government, a body, one outlet's report.
        public_on: first day on which a statement of it was public; None if no day is known.
        counted: whether it adds to the independent origins of the claim.
        rule: why it counts, or does not.
    """

    id: str
    name: str
    family: str
    public_on: date | None
    counted: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Voiced:
    """A statement in a claim: where it stands, what it is to the claim, and the origin it goes back to.

    Attributes:
        document: the document.
        id: the statement's id in the reading of that document.
        spans: its source, cue and content in the document's text.
        text: their exact words, joined by one space.
        stance: the source's stance to the claim.
        condition: whether it holds only under a condition.
        source: name of the source; None for the author.
        via: names of the links between, outermost first.
        origin: id of its origin; None where the lineage is not recorded.
    """

    document: Document
    id: str
    spans: tuple[Span, ...]
    text: str
    stance: Stance | None
    condition: bool
    source: str | None
    via: tuple[str, ...]
    origin: str | None


@dataclass(frozen=True, slots=True)
class Challenge:
    """A denial, a dismissal, a doubt: by whom, and within what scope.

    Attributes:
        stance: what it is.
        by: who.
        scope: the words that limit it; None if it is general.
        statement: number of the statement among the claim's.
    """

    stance: Stance
    by: str
    scope: str | None
    statement: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands on a day, in four fields that are never one number.

    Attributes:
        support: how far it is supported, with the rule.
        stated_by: states and bodies that officially state it.
        outcome: for what lay in the future: "expected" or "conditional"; None for what is told as done.
        challenges: who denies, dismisses, doubts, withholds, retracts.
    """

    support: Support
    stated_by: tuple[str, ...]
    outcome: str | None
    challenges: tuple[Challenge, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition.

    Attributes:
        id: "c1", "c2", ... in the order of the first statements.
        title: what is claimed, built from the event or taken from the words of the first statement.
        independent_origins: number of families that support it.
        origins: origins in the order of the statements.
        statements: its statements in the order given.
        standing: how it stands on the day asked.
    """

    id: str
    title: str
    independent_origins: int
    origins: tuple[Origin, ...]
    statements: tuple[Voiced, ...]
    standing: Standing
