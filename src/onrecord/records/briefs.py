"""A brief as a record: sections of sentences, each of which leads back to what it rests on.

A sentence is made of parts: words of our own, names as documents or the register give them, exact words of a document, and
the numbers of citations. Whoever prints it decides how each part is set; nothing in a brief is markup.
"""

from dataclasses import dataclass
from datetime import date

from onrecord.records.claims import Imprint
from onrecord.records.document import Span
from onrecord.records.values import Review

__all__ = [
    "Brief",
    "Citation",
    "Cited",
    "Counts",
    "MeasureCited",
    "Name",
    "Part",
    "Quote",
    "Ref",
    "Section",
    "Sentence",
    "Words",
]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of our own."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """What a document, a person or the register calls somebody or something: no words of ours, and no exact quotation."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a document.

    Attributes:
        document: the document's id.
        spans: where they stand in its text, in order.
        texts: the words of each span, as they stand there.
        cut: whether words were left out behind the last span, for length.
    """

    document: str
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """The number of a citation."""

    number: int


Part = Words | Name | Quote | Ref


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the numbers of what it rests on.

    Attributes:
        parts: its words, names, quotations and numbers of citations, in order.
        statements: how many statements it cites.
        reviewed: how many of these a person has confirmed or corrected.
    """

    parts: tuple[Part, ...]
    statements: int
    reviewed: int

    @property
    def refs(self) -> tuple[int, ...]:
        """The numbers of its citations, in order, each once."""
        return tuple(dict.fromkeys(part.number for part in self.parts if isinstance(part, Ref)))

    @property
    def is_reviewed(self) -> bool:
        """Whether a person has reviewed everything it rests on; the register of measures is put together by people."""
        return self.reviewed == self.statements


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the sentences below it, and notes on what was done, which say nothing about the world.

    Attributes:
        title: the heading's parts.
        level: 2 for a section, 3 for a part of one.
        sentences: its sentences.
        notes: what was left out, or was not found; words of our own.
        claim: anchor of the claim that it is about; None for others.
        holds: how many statements this claim has, all of which stand on its page; None for parts of a section.
    """

    title: tuple[Part, ...]
    level: int
    sentences: tuple[Sentence, ...] = ()
    notes: tuple[str, ...] = ()
    claim: str | None = None
    holds: int | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement that is cited.

    Attributes:
        number: its number in the brief, from 1.
        anchor: the statement's permanent name.
        imprint: where and when its document came out.
        words: its exact words.
        review: whether a person has confirmed or corrected it.
        reviewed_by: who did, and on what day.
    """

    number: int
    anchor: str
    imprint: Imprint
    words: Quote
    review: Review
    reviewed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureCited:
    """A measure of the register, or what is claimed of one, that is cited.

    Attributes:
        number: its number in the brief, from 1.
        key: its permanent name in the register.
        imposer: who imposes it; None for what is only claimed.
        instrument: the act.
        provision: article or paragraph; None if it was not read or is the whole act.
        confidence: how well its days are known.
        sources: addresses or titles.
    """

    number: int
    key: str
    imposer: str | None
    instrument: str
    provision: str | None
    confidence: str
    sources: tuple[str, ...]


Citation = Cited | MeasureCited


@dataclass(frozen=True, slots=True)
class Counts:
    """What a brief holds, and what it leaves out.

    Attributes:
        claims: claims told.
        total: claims that answer the question; None where that is not known.
        statements: statements of the claims told.
        documents: documents that they stand in.
        reviewed: how many of the statements a person has confirmed or corrected.
        left_out: statements left out since nobody has reviewed them; None where none are to be left out.
        challenges_left_out: how many of these deny, dismiss, doubt, withhold or retract.
        claims_left_out: claims left out whole, of those that answer best; likewise.
    """

    claims: int
    total: int | None
    statements: int
    documents: int
    reviewed: int
    left_out: int | None = None
    challenges_left_out: int | None = None
    claims_left_out: int | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """What is claimed, on whose word, and what measures bind, each sentence with its citations.

    Attributes:
        question: the words asked for.
        as_of: the day by whose end it had to be public; None: by all that is known.
        since: the day since which changes are told; None: they are not.
        known_by: the moment by which the ledger had to hold it; None: now.
        confirmed_only: whether only what a person has reviewed is told.
        made_on: the day on which it was made.
        made_by: the version of the program.
        sections: in the order of reading.
        citations: in the order of their numbers.
        counts: what it holds, and what it leaves out.
    """

    question: str
    as_of: date | None
    since: date | None
    known_by: str | None
    confirmed_only: bool
    made_on: date
    made_by: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    counts: Counts

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its sentences."""
        return tuple(s for section in self.sections for s in section.sentences)
