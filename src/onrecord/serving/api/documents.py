"""Documents, and what was read in them."""

import io
from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.acquiring import acquire, parse_day
from onrecord.errors import DateError, InputError, LedgerFullError
from onrecord.flow import days
from onrecord.flow.adding import add_document
from onrecord.publishing.briefs import is_web
from onrecord.records import Document
from onrecord.serving.access import WritingByHeader
from onrecord.serving.api.models.common import FAULTS, WRITE_FAULTS, Cursor, Limit, cursor_of, place_of
from onrecord.serving.api.models.documents import AddedOut, DocumentIn, DocumentOut, DocumentsOut, ReadingOut
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of
from onrecord.serving.views import address

__all__ = ["router"]

router = APIRouter(tags=["documents"])
Id = Annotated[str, Field(description="The document's id.", max_length=64, examples=["c4498210ffddb8dd"])]


@router.get("/documents", operation_id="list_documents", response_model=DocumentsOut, responses=FAULTS)
def documents(request: Request, limit: Limit = 50, cursor: Cursor = None) -> dict[str, Any]:
    """List documents, the last to become public first."""
    with site_of(request).ledger.reading() as reader:
        rows = reader.documents_page(limit + 1, _before(cursor))
        total = reader.document_count()
    last = rows[limit - 1] if len(rows) > limit else None
    place = cursor_of("documents", last.cursor) if last is not None else None
    return {
        "documents": [asdict(row) for row in rows[:limit]],
        "total": total,
        "cursor": place,
        "next": address("/api/v1/documents", limit=limit, cursor=place) if place is not None else None,
    }


def _before(cursor: str | None) -> str | None:
    """Return the place in the ledger's list that a cursor holds.

    Raises:
        HTTPException: 400, if it is none.
    """
    if cursor is None:
        return None
    told = place_of("documents", cursor)
    try:
        day, _, name = str(told[0]).partition("_")
        parse_day(day, "cursor")
    except (DateError, IndexError):
        raise HTTPException(400, "cursor: got one without a place; expected one that a page before gave") from None
    return f"{day}_{name}"


@router.get("/documents/{id}", operation_id="get_document", response_model=DocumentOut, responses=FAULTS)
def document(request: Request, id: Id) -> dict[str, Any]:  # noqa: A002 - as the path names it
    """Return a document with its text, whose code points every span counts."""
    with site_of(request).ledger.reading() as reader:
        found = reader.document(id)
        public_on, earlier = reader.first_seen(id), reader.succeeds(id)
    return {
        "id": id,
        "sha256": found.sha256,
        "url": found.url,
        "title": found.title,
        "outlet": found.outlet,
        "published_on": found.published_on,
        "public_on": public_on,
        "language": found.language,
        "text": found.text,
        "succeeds": earlier,
        "page": address(f"/document/{id}"),
    }


@router.get("/documents/{id}/reading", operation_id="get_reading", response_model=ReadingOut, responses=FAULTS)
def reading(request: Request, id: Id) -> dict[str, Any]:  # noqa: A002 - as the path names it
    """Return the present reading of a document: who says what, on whose word, with exact spans."""
    with site_of(request).ledger.reading() as reader:
        return reader.reading(id)


@router.post(
    "/documents",
    operation_id="add_document",
    status_code=201,
    response_model=AddedOut,
    responses=WRITE_FAULTS,
    dependencies=[Depends(limited("add"))],
)
def add(request: Request, response: Response, sent: DocumentIn, _: WritingByHeader) -> dict[str, Any]:
    """Read an article and keep it; one that is kept, read by the same program and dictionaries, is left as it is."""
    ledger = site_of(request).ledger
    if ledger.read_only:
        raise LedgerFullError(ledger.where, "a ledger that is open for reading alone", "one that can be written")
    done = add_document(ledger, _document(sent))
    assert done.document is not None
    response.headers["Location"] = address(f"/api/v1/documents/{done.document}")
    return {"document": done.document, "statements": done.statements, "new": done.new, "succeeds": done.succeeds}


def _document(sent: DocumentIn) -> Document:
    """Return the document that is sent.

    Raises:
        InputError: no article can be made of it, its day has not come, or its address is none.
    """
    if sent.day is not None and sent.day > days.today():
        raise DateError("day", sent.day.isoformat(), "a day that has come")
    url, title, outlet = (_line(text) for text in (sent.url, sent.title, sent.outlet))
    if url is not None and not is_web(url):
        raise InputError("url", repr(url), "an http(s) address, or none")
    found = acquire("-", outlet=outlet, published=sent.day, stdin=io.BytesIO(sent.text.encode()))
    return replace(found, url=url or found.url, title=title or found.title)


def _line(text: str | None) -> str | None:
    """Return a text in one line; None where there is none."""
    return " ".join(text.split()) or None if text is not None else None
