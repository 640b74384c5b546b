"""Documents, and what was read in them: the fields of schema ``onrecord.reading/1``."""

from datetime import date
from typing import Any, Literal

from pydantic import ConfigDict, Field

from onrecord.records import (
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
from onrecord.serving.api.models.common import Model, Sent, Text

__all__ = ["AddedOut", "DocumentIn", "DocumentItem", "DocumentOut", "DocumentsOut", "ReadingOut"]

Spans = list[tuple[int, int]]


class DocumentItem(Model):
    """A document as a list shows it."""

    id: str = Field(examples=["c4498210ffddb8dd"])
    url: str | None
    title: str | None
    outlet: str | None
    published_on: date | None = Field(description="Publication day; null if it tells none.")
    public_on: date = Field(description="The day it goes by: publication day, else the day on which it was first seen.")
    kind: Literal["article", "entered"] = Field(description="`entered`: evidence by hand.")
    recorded_at: str = Field(description="When this ledger took it in, ISO 8601 in UTC.")
    statements: int = Field(description="Statements of its present reading.")


class DocumentsOut(Model):
    """A page of documents, the last to become public first."""

    documents: list[DocumentItem]
    total: int = Field(description="Documents there are in all.")
    cursor: str | None = Field(description="Where the next page begins; null where there is none.")
    next: str | None = Field(description="Address of the next page.")


class DocumentOut(Model):
    """A document: its text never changes, and every span counts its code points."""

    id: str
    sha256: str = Field(description="Of the text in UTF-8.")
    url: str | None
    title: str | None
    outlet: str | None
    published_on: date | None
    public_on: date
    language: str
    text: str
    succeeds: str | None = Field(description="The document of the same address that it is the next state of.")
    page: str = Field(description="Its page on this site.", examples=["/document/c4498210ffddb8dd"])


class DocumentIn(Sent):
    """An article to be read and kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "text": "Iran has sent missiles to Russia, six sources told Harbour Wire.",
                "outlet": "Harbour Wire",
                "day": "2024-02-01",
                "url": "https://example.org/harbour-wire/report",
                "title": "Missiles sent to Russia, sources say",
            }
        }
    )

    text: Text = Field(min_length=1, max_length=1_000_000, description="Plain text, Markdown or HTML, in English.")
    outlet: Text | None = Field(None, max_length=1000)
    day: date | None = Field(None, description="The day on which it was published.")
    url: Text | None = Field(None, max_length=1000, description="An http(s) address; it is not fetched.")
    title: Text | None = Field(None, max_length=1000)


class AddedOut(Model):
    """What became of an article."""

    document: str = Field(description="Its id.")
    statements: int = Field(description="Statements found in it.")
    new: bool = Field(description="Whether it was not kept before, or is read anew.")
    succeeds: str | None = Field(description="The document of the same address that it is the next state of.")


class _Open(Model):
    """Part of a reading: one made by an earlier version may lack what is newer, and a later one may have more."""

    model_config = ConfigDict(frozen=True, extra="allow")


class MadeBy(_Open):
    """What made a reading."""

    onrecord: str
    model: str
    registers: str
    runtime: str


class ReadDocument(_Open):
    """The document as it was read."""

    id: str
    sha256: str
    url: str | None
    title: str | None
    outlet: str | None
    published_on: date | None
    language: str
    text: str


class PassageOut(_Open):
    """Exact words of the document."""

    spans: Spans
    text: str


class VoiceOut(_Open):
    """A source."""

    name: str | None
    kind: VoiceKind | None
    attribution: Naming | None
    number: str | None
    role: str | None
    speaks_for: str | None
    basis: str | None
    entity: str | None
    spans: Spans
    text: str | None
    speaker: str | None = None


class LinkOut(_Open):
    """A voice between the publisher and the source."""

    name: str | None
    kind: VoiceKind | None
    relation: Relation
    entity: str | None
    spans: Spans
    text: str


class CueOut(PassageOut):
    """The words that attribute."""

    lemma: str
    act: Act | None


class ContentOut(PassageOut):
    """What is said."""

    uncertain: bool | None


class WhenOut(_Open):
    """A time as days: ISO 8601-2, and the first and the last day it covers."""

    edtf: str | None
    from_: date | None = Field(alias="from")
    to: date | None


class DateOut(WhenOut, PassageOut):
    """A time expression."""


class StatementRead(_Open):
    """One attributed utterance."""

    id: str
    source: VoiceOut | None
    via: list[LinkOut] | None
    cue: CueOut | None
    content: ContentOut
    quotation: Quotation
    stance: Stance | None
    certainty: Certainty | None
    condition: PassageOut | None
    scope: PassageOut | None
    said_on: WhenOut | None
    review: Review
    events: list[str] | None


class FillerOut(PassageOut):
    """Who or what plays a role."""

    name: str
    entity: str | None


class QuantityOut(PassageOut):
    """A number with its unit, as an interval."""

    low: float | None
    high: float | None
    approximate: bool
    unit: str
    of: str | None


class EventOut(_Open):
    """What is said to be done."""

    id: str
    frame: str
    plover: str | None
    trigger: PassageOut
    roles: dict[str, list[FillerOut]]
    when: DateOut | None
    quantities: list[QuantityOut]
    factuality: dict[str, Factuality]


class EntityOut(_Open):
    """Somebody or something that the document names."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    mentions: list[PassageOut]
    identifiers: dict[str, str] | None


class MeasureRead(PassageOut):
    """A measure that the text speaks of."""

    statement: str | None
    imposer: list[FillerOut]
    target: list[FillerOut]
    subject: PassageOut | None
    scope: PassageOut | None
    status: MeasureStatus
    when: DateOut | None
    register_: list[str] | None = Field(alias="register")


class ReadingOut(_Open):
    """The present reading of a document, schema ``onrecord.reading/1``."""

    schema_: Literal["onrecord.reading/1"] = Field(alias="schema")
    made_by: MadeBy
    document: ReadDocument
    headline: PassageOut | None = None
    statements: list[StatementRead]
    events: list[EventOut]
    entities: list[EntityOut]
    dates: list[DateOut]
    quantities: list[QuantityOut]
    measures: list[MeasureRead]
    claims: list[dict[str, Any]] | None = Field(None, description="Null: the ledger weighs documents together.")
