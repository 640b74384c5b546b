"""Briefs: as JSON, or as Markdown, HTML or PDF."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request

from onrecord.flow.brief import Wanted, brief
from onrecord.publishing.briefs import clean
from onrecord.records.briefs import Brief, Citation, Cited, Name, Part, Quote, Ref, Section, Sentence, Words
from onrecord.serving.api.models.briefs import BriefOut
from onrecord.serving.api.models.common import FAULTS
from onrecord.serving.asking import Asked, AsOf, day_asked
from onrecord.serving.briefs import Form, brief_sent
from onrecord.serving.lanes import beside_pages
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of
from onrecord.serving.views import address

__all__ = ["router"]

router = APIRouter(tags=["briefs"])


class Sent(StrEnum):
    """What a brief is sent as."""

    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


class Question(BaseModel):
    """What a brief is asked on."""

    model_config = ConfigDict(frozen=True)

    q: str = Field(
        min_length=1,
        max_length=400,
        description="Words, or the anchor of a statement for its claim alone.",
        examples=["missiles russia"],
    )
    since: str | None = Field(None, max_length=40, description="Tell what changed from a day on, YYYY-MM-DD.")
    confirmed_only: bool = Field(default=False, description="Only what a person has reviewed.")
    limit: int = Field(5, ge=1, le=20, description="Claims at most.")
    sent: Sent = Field(Sent.JSON, alias="format", description="What it is sent as.")


_FORMS: dict[int | str, dict[str, Any]] = {
    **FAULTS,
    200: {
        "description": "The brief, as JSON or in the format asked for.",
        "content": {
            "text/markdown": {"schema": {"type": "string"}},
            "text/html": {"schema": {"type": "string"}},
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        },
    },
    501: {**FAULTS[400], "description": "PDF is not installed here: `pip install 'onrecord[pdf]'`."},
}


@router.get(
    "/brief",
    operation_id="get_brief",
    response_model=BriefOut,
    responses=_FORMS,
    dependencies=[Depends(limited("brief"))],
)
@beside_pages("slow")
def get_brief(request: Request, asked: AsOf, question: Annotated[Question, Query()]) -> Any:
    """Return a brief: what is claimed, on whose word, who denies it, where numbers disagree, what measures bind."""
    since, only = day_asked(question.since, "since"), question.confirmed_only
    wanted = Wanted(question.q, asked.on, since, asked.known_by, confirmed_only=only, limit=question.limit)
    found = brief(site_of(request).ledger, wanted)
    if question.sent is not Sent.JSON:
        return brief_sent(request, found, Form(question.sent.value))
    return _told(found, asked)


def _told(found: Brief, asked: Asked) -> dict[str, Any]:
    return {
        "schema": "onrecord.brief/1",
        "question": found.question,
        "as_of": found.as_of,
        "since": found.since,
        "known_by": found.known_by,
        "confirmed_only": found.confirmed_only,
        "made_on": found.made_on,
        "made_by": found.made_by,
        "counts": {name: getattr(found.counts, name) for name in found.counts.__slots__},
        "sections": [_section(s) for s in found.sections],
        "citations": [_citation(c, asked) for c in found.citations],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "title": "".join(map(_text, section.title)),
        "level": section.level,
        "claim": section.claim,
        "sentences": [_sentence(s) for s in section.sentences],
        "notes": section.notes,
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "parts": [_part(p) for p in sentence.parts],
        "text": "".join(map(_text, sentence.parts)),
        "refs": sentence.refs,
        "statements": sentence.statements,
        "reviewed": sentence.reviewed,
        "is_reviewed": sentence.is_reviewed,
    }


def _part(part: Part) -> dict[str, Any]:
    match part:
        case Words(text):
            return {"kind": "words", "text": text}
        case Name(text):
            return {"kind": "name", "text": text}
        case Quote():
            told = {"document": part.document, "spans": part.spans, "texts": part.texts, "cut": part.cut}
            return {"kind": "quote", **told}
        case Ref(number):
            return {"kind": "ref", "ref": number}


def _text(part: Part) -> str:
    """Return a part as plain text, exact words in quotation marks."""
    match part:
        case Quote():
            return f"“{' […] '.join(map(clean, part.texts))}{' […]' if part.cut else ''}”"
        case Ref(number):
            return f"[{number}]"
        case Words(text) | Name(text):
            return text


def _citation(cited: Citation, asked: Asked) -> dict[str, Any]:
    if not isinstance(cited, Cited):
        return {"kind": "measure", **{name: getattr(cited, name) for name in cited.__slots__}}
    imprint = cited.imprint
    return {
        "kind": "statement",
        "number": cited.number,
        "anchor": cited.anchor,
        "document": {name: getattr(imprint, name) for name in imprint.__slots__},
        "words": cited.words.texts,
        "spans": cited.words.spans,
        "review": cited.review,
        "reviewed_by": cited.reviewed_by,
        "statement_page": address(f"/document/{imprint.id}", s=cited.anchor),
        "claim_page": address(f"/claim/{cited.anchor}", asked),
    }
