"""Claims, statements, the timeline."""

from contextlib import suppress
from dataclasses import asdict
from datetime import date
from typing import Any

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.flow.claims import Shown
from onrecord.flow.claims import claim as claim_of
from onrecord.flow.pages import DEEPEST, Place, claims_page, statement, statements_page
from onrecord.flow.timeline import timeline as timeline_of
from onrecord.ledger import Ledger
from onrecord.records import Said, claims_to_dict
from onrecord.records.codec import said_to_dict
from onrecord.serving.api.models.claims import (
    ClaimPageOut,
    ClaimsOut,
    StatementOut,
    StatementsOut,
    TimelineOut,
)
from onrecord.serving.api.models.common import FAULTS, AnchorPath, Cursor, Limit, Words, cursor_of, place_of
from onrecord.serving.asking import Asked, AsOf
from onrecord.serving.site import site_of
from onrecord.serving.views import address

__all__ = ["router"]

router = APIRouter(tags=["claims"])
MOMENT = 27
"""Characters of a moment as the ledger records it."""


@router.get("/claims", operation_id="list_claims", response_model=ClaimsOut, responses=FAULTS)
def claims(request: Request, asked: AsOf, q: Words = None, limit: Limit = 20, cursor: Cursor = None) -> dict[str, Any]:
    """List claims with all their statements: those that answer words best, else those of which something was told last.

    A page may hold a few more than were asked for: what one claim is now may have been several on an earlier day.
    """
    query = q.strip() or None if q is not None else None
    found = claims_page(
        _ledger(request),
        query,
        limit,
        on=asked.on,
        known_by=asked.known_by,
        place=_place(cursor, query) if cursor else None,
    )
    place = _cursor(found.next) if found.next is not None else None
    return {
        **claims_to_dict(found.claims, asked.on),
        "total": found.total,
        "cursor": place,
        "next": address("/api/v1/claims", asked, q=query, limit=limit, cursor=place) if place is not None else None,
    }


def _ledger(request: Request) -> Ledger:
    return site_of(request).ledger


def _cursor(place: Place) -> str:
    return cursor_of("claims", place.skip, place.moment, *(place.after or ()))


def _place(cursor: str, query: str | None) -> Place:
    """Return where a page of claims begins.

    Raises:
        HTTPException: 400, if the cursor holds no such place, or one of another list.
    """
    told = place_of("claims", cursor)
    match told:
        case [int(skip), str(moment), *after] if 0 <= skip <= DEEPEST and len(moment) == MOMENT and moment.isascii():
            if not after and query is not None:
                return Place(skip, moment)
            if after and query is None:
                return Place(0, moment, _day_and_number(after))
    raise HTTPException(400, "cursor: got one that is none of this list; expected one that a page before gave")


def _day_and_number(told: list[Any]) -> tuple[date, int]:
    """Return a place in the order of statements.

    Raises:
        HTTPException: 400, if it is none.
    """
    match told:
        case [str(day), int(number)] if 0 <= number < 2**31:
            with suppress(ValueError):
                return date.fromisoformat(day), number
    raise HTTPException(400, "cursor: got one without a place; expected one that a page before gave")


@router.get("/claims/{anchor}", operation_id="get_claim", response_model=ClaimPageOut, responses=FAULTS)
def claim(request: Request, anchor: AnchorPath, asked: AsOf) -> dict[str, Any]:
    """Return whichever claim holds a statement on the day: its log, what stands beside it, what people have decided.

    Where nothing of it was public or kept by then, there is no claim in the answer.
    """
    found = claim_of(_ledger(request), anchor, on=asked.on, known_by=asked.known_by)
    return {**_page(found, asked), "page": address(f"/claim/{anchor}", asked)}


def _page(found: Shown | None, asked: Asked) -> dict[str, Any]:
    if found is None:
        return {**claims_to_dict([], asked.on), "log": [], "refined": [], "contradicted": [], "judgements": []}
    return {
        **claims_to_dict([found.claim], asked.on),
        "log": [asdict(c) for c in found.log],
        "refined": [{"id": c.id, "title": c.title, "reasons": reasons} for c, reasons in found.refined],
        "contradicted": [{"id": c.id, "title": c.title, "reasons": reasons} for c, reasons in found.contradicted],
        "judgements": [asdict(j) for j in found.judgements],
    }


@router.get("/statements", operation_id="list_statements", response_model=StatementsOut, responses=FAULTS)
def statements(
    request: Request, asked: AsOf, q: Words = None, limit: Limit = 50, cursor: Cursor = None
) -> dict[str, Any]:
    """List statements, the last to become public first; with words, those that hold all of them."""
    query = q.strip() or None if q is not None else None
    before = _day_and_number(place_of("statements", cursor)) if cursor else None
    found = statements_page(_ledger(request), query, limit, on=asked.on, known_by=asked.known_by, before=before)
    place = cursor_of("statements", *found.next) if found.next is not None else None
    return {
        "statements": [_statement(s) for s in found.statements],
        "cursor": place,
        "next": address("/api/v1/statements", asked, q=query, limit=limit, cursor=place) if place is not None else None,
    }


@router.get("/statements/{anchor}", operation_id="get_statement", response_model=StatementOut, responses=FAULTS)
def one_statement(request: Request, anchor: AnchorPath) -> dict[str, Any]:
    """Return a statement as it stands in the present reading, as people have confirmed and corrected it."""
    return _statement(statement(_ledger(request), anchor))


def _statement(said: Said) -> dict[str, Any]:
    return {
        **said_to_dict(said),
        "claim": address(f"/api/v1/claims/{said.anchor}"),
        "page": address(f"/document/{said.imprint.id}", s=said.anchor),
    }


@router.get("/timeline", operation_id="get_timeline", response_model=TimelineOut, responses=FAULTS)
def timeline(request: Request, asked: AsOf, q: Words = None, limit: Limit = 20) -> dict[str, Any]:
    """Return the statements of the claims that answer words by the day of the event, beside the day they were told on."""
    query = q.strip() or None if q is not None else None
    found = timeline_of(_ledger(request), query, on=asked.on, known_by=asked.known_by, limit=limit)
    moments = [
        {
            "first": m.first,
            "last": m.last,
            "public_on": m.public_on,
            "claim": m.claim,
            "title": m.title,
            "said": said_to_dict(m.said),
        }
        for m in found.moments
    ]
    return {"moments": moments, "claims": found.claims, "total": found.total}
