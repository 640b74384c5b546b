"""The documents of a ledger."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.serving.site import site_of
from onrecord.serving.views import page

__all__ = ["router"]

router = APIRouter()
AT_ONCE = 50
"""Documents on a page."""


@router.get("/")
def home() -> Response:
    """Lead to the claims."""
    return RedirectResponse("/claims", 307)


@router.get("/documents")
def documents(request: Request, before: Annotated[str | None, Query(max_length=64)] = None) -> Response:
    """List what was taken in, the last to become public first."""
    with site_of(request).ledger.reading() as reader:
        rows = reader.documents_page(AT_ONCE + 1, before)
        total = reader.document_count()
    more = rows[AT_ONCE - 1].cursor if len(rows) > AT_ONCE else None
    return page(request, "documents.html", rows=rows[:AT_ONCE], total=total, more=more, before=before)
