"""What people have decided: all of it, or what stands on no statement now; and taking a decision back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.flow.deciding import undo as take_back
from onrecord.records.tokens import Scope
from onrecord.serving.access import Writing, who_asks
from onrecord.serving.asking import here
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of
from onrecord.serving.views import page, with_params

__all__ = ["router"]

router = APIRouter()
AT_ONCE = 50
"""Decisions on a page."""


@router.get("/decisions")
def decisions(
    request: Request,
    unplaced: Annotated[bool, Query(description="Only those that stand on no statement now.")] = False,
    before: Annotated[int | None, Query(ge=1)] = None,
    undone: Annotated[int | None, Query()] = None,
) -> Response:
    """List what was decided, the last first."""
    site = site_of(request)
    with site.ledger.reading() as reader:
        rows = reader.decisions_page(AT_ONCE + 1, before, unplaced=unplaced)
        total, lost = reader.decision_count(), reader.decision_count(unplaced=True)
    who = who_asks(request)
    return page(
        request,
        "decisions.html",
        rows=rows[:AT_ONCE],
        more=rows[AT_ONCE - 1].judgement.id if len(rows) > AT_ONCE else None,
        before=before,
        unplaced=unplaced,
        total=total,
        lost=lost,
        undone=undone,
        may_undo=who is not None and who.scope is Scope.WRITE and not site.ledger.read_only,
    )


@router.post("/decisions/{number}/undo", dependencies=[Depends(limited("write"))])
def undo(
    request: Request, number: int, by: Writing, to: Annotated[str, Form(max_length=2_000)] = "/decisions"
) -> Response:
    """Take a decision back, and lead to where that was asked for."""
    take_back(site_of(request).ledger, number, by=by.name)
    return RedirectResponse(with_params(here(to), undone=str(number)), 303)
