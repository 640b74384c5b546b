"""Claims: the propositions that statements assert, deny or doubt, with their origins and their standing on a day.

Field by field this is schema ``onrecord.claims/1`` (``docs/schema.md``), of which the scorer of stories reads a part. What is
weighed are digests of statements (``Said``), which a ledger can keep without the documents they stand in.
"""

from dataclasses import dataclass
from datetime import date

from onrecord.records.document import Document, Span
from onrecord.records.values import Certainty, EdgeKind, JudgementKind, Outcome, Review, Stance, Support

__all__ = [
    "Challenge", "Change", "Claim", "Edge", "Fact", "Figure", "Imprint", "Judgement", "Origin", "Party", "Root", "Said",
    "Standing",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where and when a document came out: all that weighing needs of it.

    Attributes:
        id: the document's id.
        url: where it was published, if known.
        title: its title, if known.
        outlet: who published it, if known.
        published_on: publication day, if known.
        first_seen: day on which it was first taken in, which stands for the publication day where that is unknown.
        entered_by: of evidence by hand who entered it; None for articles.
        translator: who put it into English, if that is told.
    """

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    published_on: date | None
    first_seen: date | None = None
    entered_by: str | None = None
    translator: str | None = None

    @property
    def public_on(self) -> date:
        """The public time: publication day, else the first day seen, else the first day of all."""
        return self.published_on or self.first_seen or date.min

    @classmethod
    def of(cls, document: Document, first_seen: date | None = None) -> "Imprint":
        """Return the imprint of a document."""
        return cls(document.id, document.url, document.title, document.outlet, document.published_on, first_seen)


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Somebody on a side of a deed.

    Attributes:
        name: canonical name, folded; of a state's government, army or ministry the state's.
        state: folded name of the state it is or belongs to; "" if not known.
        known: whether it is a name, not a description ("a maker").
    """

    name: str
    state: str
    known: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What a statement says is so, in a form in which two can be compared.

    Attributes:
        family: what kind of deed, wider than a frame; "measure" for what is put on somebody, "amount" for a size or range; None
            where no deed is told.
        phase: of a measure "to come", "put on", "in force"; "" for others.
        giver: who does it.
        taker: to or on whom.
        parties: everybody on either side or named beside the deed.
        goods: what it is about: the finest kinds of the register's taxonomy that are named, sorted; of a measure what it is.
        system: whether the goods are named by a system ("Fath-360") and not by a kind.
        first: earliest day of it; None if not told.
        last: latest day.
        low: least number of what is moved or used, or least amount; None if not told.
        high: greatest.
        unit: unit of the amount; "item" for what is counted.
        names: other proper names beside it, folded: places, firms, ships, programmes.
        year: year in which the document came out, of which what tells no day is taken to tell; None if not known.
        about: proper names that the document as a whole is about, folded.
        own: whether the statement's own words tell it, not only the document around them.
        title: it in words.
        holds: whether the voice says that it is so; False where it says that it is not; None where it does not commit itself.
    """

    family: str | None
    phase: str
    giver: tuple[Party, ...]
    taker: tuple[Party, ...]
    parties: tuple[Party, ...]
    goods: tuple[str, ...]
    system: bool
    first: date | None
    last: date | None
    low: float | None
    high: float | None
    unit: str
    names: tuple[str, ...]
    about: tuple[str, ...]
    year: int | None
    own: bool
    title: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Root:
    """Where a statement comes from.

    Attributes:
        key: what tells one origin from another: who, and the door.
        name: who it is, in words.
        family: what it shares a root with: a government, a body, one outlet's report.
        counted: whether it can support a claim.
        rule: why it counts, or does not.
    """

    key: str
    name: str
    family: str
    counted: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with all that weighing needs of it.

    Attributes:
        anchor: the statement's permanent name: the document's id and a hash of the spans of its cue and content.
        imprint: where and when its document came out.
        id: the statement's id in the reading of that document.
        spans: its source, cue and content in the document's text.
        text: their exact words, joined by one space.
        stance: the source's stance to the claim.
        certainty: how sure the source is.
        condition: whether it holds only under a condition.
        scope: the words that limit it; None if it is general.
        source: name of the source, a person with office and body; of the author the outlet; None where none is told.
        speaks_for: the body the source speaks for.
        via: names of the links between, outermost first.
        root: where it comes from; None where the lineage is not recorded.
        fact: what it says is so, as its own words and the document around it tell.
        words: lemmas of the words of its content that carry meaning, sorted.
        joins: anchor of an earlier statement of the document that is about the same; None where it is the first.
        proposition: name of what it says by itself, shared with all that say exactly that; None where it only joins another.
        review: whether a person has confirmed or corrected it.
        beside: whether it is told beside the claim and says nothing of whether that is so ("Iran opposes any escalation").
        gives: which of "number" and "day" its own words give; what else its fact tells is the document's around it.
        content: where what is said stands, within ``spans``; none where an earlier version kept the statement.
    """

    anchor: str
    imprint: Imprint
    id: str
    spans: tuple[Span, ...]
    text: str
    stance: Stance | None
    certainty: Certainty | None
    condition: bool
    scope: str | None
    source: str | None
    speaks_for: str | None
    via: tuple[str, ...]
    root: Root | None
    fact: Fact | None
    words: tuple[str, ...]
    joins: str | None
    proposition: str | None = None
    review: Review = Review.UNREVIEWED
    beside: bool = False
    gives: tuple[str, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """What two propositions are to each other, decided by the two alone; a person may also join or part two anchors.

    Attributes:
        a: name of the one.
        b: name of the other.
        kind: the verdict.
        reasons: what it rests on, in words for a reader.
    """

    a: str
    b: str
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
        statements: anchors of its statements.
    """

    id: str
    name: str
    family: str
    public_on: date | None
    counted: bool
    rule: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Challenge:
    """A denial, a dismissal, a doubt: by whom, and within what scope.

    Attributes:
        stance: what it is.
        by: who.
        scope: the words that limit it; None if it is general.
        statement: anchor of the statement.
    """

    stance: Stance
    by: str
    scope: str | None
    statement: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands on a day, in four fields that are never one number.

    Attributes:
        support: how far it is supported, with the rule.
        stated_by: states and bodies that officially state it.
        outcome: for what lay in the future; None for what is told as done.
        challenges: who denies, dismisses, doubts, withholds, retracts.
        acknowledged_by: those on either side of the deed who say themselves that it is so.
    """

    support: Support
    stated_by: tuple[str, ...]
    outcome: Outcome | None
    challenges: tuple[Challenge, ...]
    acknowledged_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a day that statements of a claim give, and which; two that cannot both hold stand side by side.

    Attributes:
        kind: "number", "day", or the unit of an amount.
        low: least number, or the first day as ISO 8601; None if open.
        high: greatest number, or the last day; None if open.
        statements: anchors of the statements that give it.
    """

    kind: str
    low: float | str | None
    high: float | str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision. Never overwritten; taking one back is another.

    Attributes:
        id: number in the ledger; 0 before it is kept.
        kind: what is decided.
        anchor: the statement it is about.
        other: the second statement, for "same claim" and "not the same claim".
        value: the speaker or the stance that is right, or where the right words stand, with these; None if there is none.
        by: who decides.
        at: when, ISO 8601 with zone.
        undone: whether it has been taken back.
        placed: anchor of the statement it stands on in the present reading; None where no statement has half of its words.
        other_placed: the same of the second statement.
    """

    id: int
    kind: JudgementKind
    anchor: str
    other: str | None
    value: str | None
    by: str
    at: str
    undone: bool
    placed: str | None
    other_placed: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition.

    Attributes:
        id: anchor of its first statement, by which it can be asked for on any day.
        title: what is claimed, built from the event or taken from the words of the first statement.
        independent_origins: number of families that support it.
        origins: origins in the order of the statements.
        statements: its statements, in the order of public time.
        standing: how it stands on the day asked.
        figures: numbers and days that its statements give.
    """

    id: str
    title: str
    independent_origins: int
    origins: tuple[Origin, ...]
    statements: tuple[Said, ...]
    standing: Standing
    figures: tuple[Figure, ...] = ()

    def origin_of(self, anchor: str) -> Origin | None:
        """Return the origin that a statement of this claim goes back to."""
        return next((o for o in self.origins if anchor in o.statements), None)


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which the standing of a claim changed, and what changed it.

    Attributes:
        on: the public day.
        causes: anchors of the statements that became public on it; none where a deadline passed.
        independent_origins: number of families from then on.
        standing: how it stood from then on.
        joined: statements public before that came in since the change before, as what became public tied another claim to it;
            less than 0 if statements left it.
    """

    on: date
    causes: tuple[str, ...]
    independent_origins: int
    standing: Standing
    joined: int = 0
