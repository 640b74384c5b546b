"""A brief as JSON: sentences of parts, each with the numbers of what it rests on."""

from datetime import date
from typing import Literal

from pydantic import Field

from onrecord.records import Review
from onrecord.serving.api.models.claims import ImprintOut
from onrecord.serving.api.models.common import Model

__all__ = ["BriefOut", "CitedOut", "CountsOut", "MeasureCitedOut", "PartOut", "SectionOut", "SentenceOut"]


class PartOut(Model):
    """Part of a sentence: our own words, a name, exact words of a document, or the number of a citation."""

    kind: Literal["words", "name", "quote", "ref"]
    text: str | None = None
    document: str | None = Field(None, description="Of exact words the document.")
    spans: list[tuple[int, int]] | None = Field(None, description="Of exact words where they stand in it.")
    texts: list[str] | None = None
    cut: bool | None = Field(None, description="Of exact words whether some were left out behind them, for length.")
    ref: int | None = None


class SentenceOut(Model):
    """A sentence, and whether a person has reviewed everything it rests on."""

    parts: list[PartOut]
    text: str
    refs: list[int]
    statements: int
    reviewed: int
    is_reviewed: bool


class SectionOut(Model):
    """A heading with its sentences, and notes that say nothing about the world."""

    title: str
    level: int
    claim: str | None
    sentences: list[SentenceOut]
    notes: list[str]


class CitedOut(Model):
    """A statement that is cited."""

    kind: Literal["statement"]
    number: int
    anchor: str
    document: ImprintOut
    words: list[str]
    spans: list[tuple[int, int]]
    review: Review
    reviewed_by: list[str]
    statement_page: str
    claim_page: str


class MeasureCitedOut(Model):
    """A measure of the register that is cited."""

    kind: Literal["measure"]
    number: int
    key: str
    imposer: str | None
    instrument: str
    provision: str | None
    confidence: str
    sources: list[str]


class CountsOut(Model):
    """What a brief holds, and what it leaves out."""

    claims: int
    total: int | None
    statements: int
    documents: int
    reviewed: int
    left_out: int | None
    challenges_left_out: int | None
    claims_left_out: int | None


class BriefOut(Model):
    """A brief."""

    schema_: Literal["onrecord.brief/1"] = Field(alias="schema")
    question: str
    as_of: date | None
    since: date | None
    known_by: str | None
    confirmed_only: bool
    made_on: date
    made_by: str
    counts: CountsOut
    sections: list[SectionOut]
    citations: list[CitedOut | MeasureCitedOut]
