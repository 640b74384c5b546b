"""A document read: who says what on whose word, each part with the exact words it rests on.

Field by field this is schema ``onrecord.reading/1`` (``docs/schema.md``). ``None`` means that this version does not
know or does not yet look; it never means that there is nothing.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.records.checks import RegisterCheck
from onrecord.records.document import Document, Span
from onrecord.records.parse import Parse
from onrecord.records.values import (
    Act,
    Certainty,
    EntityKind,
    Factuality,
    MeasureStatus,
    Naming,
    Quotation,
    Relation,
    Review,
    Stance,
    VoiceKind,
)
from onrecord.records.when import When

if TYPE_CHECKING:
    from onrecord.records.claims import Claim

__all__ = [
    "Content", "Cue", "DateMention", "Entity", "Event", "Filler", "Link", "MadeBy", "Measure", "Passage", "Quantity", "Reading",
    "Statement", "Voice",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a reading: the same four and the same kind of CPU give the same bytes.

    Attributes:
        onrecord: version of the package.
        model: first digits of the hash of the model's files.
        registers: first digits of the hash of the dictionaries.
        runtime: name and version of the inference engine.
    """

    onrecord: str
    model: str
    registers: str
    runtime: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words of the document: half-open spans of code points, and their slices joined by one space."""

    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A source.

    Attributes:
        name: the fullest name the document gives the source, or the words that introduce it; of a state, its short name.
        kind: what it is.
        attribution: named, described or unnamed.
        number: how many they are said to be.
        role: the office or description given with the name.
        speaks_for: the body a person speaks for.
        basis: how the source is said to know.
        entity: id of the entity.
        spans: where the words stand; none for the author and for voices the text leaves out.
        text: the words; None where there are none.
        speaker: ``name`` where it is somebody known by name; None for the author, the unnamed and the described.
    """

    name: str | None
    kind: VoiceKind | None
    attribution: Naming | None
    number: str | None
    role: str | None
    speaks_for: str | None
    basis: str | None
    entity: str | None
    spans: tuple[Span, ...]
    text: str | None
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """A voice between the document's publisher and the source."""

    name: str | None
    kind: VoiceKind | None
    relation: Relation
    entity: str | None
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute: their head's lemma, the act they name, and where they stand."""

    lemma: str
    act: Act | None
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """What is said; ``uncertain`` where its boundary may be wrong in a way the text itself leaves open."""

    spans: tuple[Span, ...]
    text: str
    uncertain: bool | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed utterance. ``via`` runs from the outermost link to the innermost."""

    id: str
    source: Voice | None
    via: tuple[Link, ...] | None
    cue: Cue | None
    content: Content
    quotation: Quotation
    stance: Stance | None
    certainty: Certainty | None
    condition: Passage | None
    scope: Passage | None
    said_on: When | None
    review: Review
    events: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: its words, and the days it covers."""

    spans: tuple[Span, ...]
    text: str
    when: When


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit or what is counted, as an interval.

    Attributes:
        spans: from the bound ("more than") through the unit or the noun counted.
        text: the words.
        low: the least amount; None where the text leaves it open ("up to 700 km").
        high: the greatest amount; None where it is open ("more than 400").
        approximate: whether the text says that it is not exact.
        unit: "km", "percent", an ISO 4217 code for money, ..., "item" for what is counted.
        of: the word for what is measured or counted; None where the sentence does not tell.
    """

    spans: tuple[Span, ...]
    text: str
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or weapon with every mention of its name in the document.

    Attributes:
        id: "n1", "n2", ... in the order of the first mentions.
        name: its fullest name in the text; of a weapon its usual name.
        kind: what it is.
        country: ISO 3166-1 code of the state it is, belongs to or holds an office of; None if not known.
        mentions: the words that name it, in order.
        identifiers: identifiers in outside registers ("wikidata"); None if none is known.
        known_as: its name in the register; None if it has none there.
        kinds: of a weapon what it is, from its own kind up to "arms"; None for others.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None
    mentions: tuple[Passage, ...]
    identifiers: tuple[tuple[str, str], ...] | None
    known_as: str | None
    kinds: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what plays a role: whom the words name, and the words."""

    name: str
    entity: str | None
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Event:
    """What is said to be done, planned, denied or imagined.

    Attributes:
        id: "e1", "e2", ... in the order of the triggers.
        frame: the frame's name.
        plover: PLOVER's event type; None where it has none.
        trigger: the words that tell of it.
        roles: who and what plays each role, by the frame's names.
        when: the time told beside it, with its words.
        quantities: the quantities that stand in its roles.
        factuality: a value for "author" and for the id of each statement in whose content it stands.
    """

    id: str
    frame: str
    plover: str | None
    trigger: Passage
    roles: tuple[tuple[str, tuple[Filler, ...]], ...]
    when: DateMention | None
    quantities: tuple[Quantity, ...]
    factuality: tuple[tuple[str, Factuality], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A sanction, an embargo, a ban or a law on arms that the text speaks of.

    Attributes:
        statement: id of the innermost statement whose content names it; None where it stands in none.
        spans: the words that name it, or the verb and its object where only a verb does.
        text: the words.
        imposer: who put it on, in the sentence or where it was named before.
        target: whom it is on.
        subject: the words for what it restricts or is about.
        scope: the words that limit it.
        status: how it stands in that statement.
        when: the time told of that status, with its words.
        register: keys of the register of measures it was compared with; None while that register is not consulted.
        checks: what the register says to it, for each of its imposers; None likewise.
    """

    statement: str | None
    spans: tuple[Span, ...]
    text: str
    imposer: tuple[Filler, ...]
    target: tuple[Filler, ...]
    subject: Passage | None
    scope: Passage | None
    status: MeasureStatus
    when: DateMention | None
    register: tuple[str, ...] | None
    checks: tuple[RegisterCheck, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document read.

    Attributes:
        made_by: program, model, dictionaries and runtime.
        document: the document.
        statements: in the order of their cues.
        entities: in the order of their first mention.
        dates: time expressions, in order.
        quantities: numbers with their units, in order.
        events: what is said to be done, in the order of the triggers.
        measures: sanctions and export controls the text speaks of, in order.
        headline: the headline's words, if the text begins with one.
        word_spans: where each word of ``parse`` stands.
        parse: the layers underneath; not part of the JSON.
        claims: the document weighed on its own; None where it was only read.
    """

    made_by: MadeBy
    document: Document
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]
    measures: tuple[Measure, ...]
    headline: Passage | None
    word_spans: tuple[Span, ...]
    parse: Parse
    claims: "tuple[Claim, ...] | None" = None
