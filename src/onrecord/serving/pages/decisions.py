"""What people have decided: all of it, or what stands on no statement now."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.records.tokens import Scope
from onrecord.serving.access import who_asks
from onrecord.serving.returning import decided_in
from onrecord.serving.site import site_of
from onrecord.serving.views import page

__all__ = ["router"]

router = APIRouter()
AT_ONCE = 50
"""Decisions on a page."""


@router.get("/decisions")
def decisions(
    request: Request,
    unplaced: Annotated[bool, Query(description="Only those that stand on no statement now.")] = False,
    before: Annotated[int | None, Query(ge=1)] = None,
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
        made=decided_in(request),
        may_undo=who is not None and who.scope is Scope.WRITE and not site.ledger.read_only,
    )
