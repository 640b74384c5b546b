"""What people decide, sent by programs: always with a token of theirs, whose name the decision bears."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path
from starlette.requests import Request

from onrecord.errors import LedgerFullError
from onrecord.flow.deciding import Evidence, decide, enter, undo
from onrecord.ledger import Ledger
from onrecord.serving.access import WritingByHeader
from onrecord.serving.api.models.claims import JudgementOut
from onrecord.serving.api.models.common import WRITE_FAULTS
from onrecord.serving.api.models.decisions import KINDS, Decision, EvidenceIn, EvidenceOut
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of

__all__ = ["router"]

router = APIRouter(tags=["decisions"], dependencies=[Depends(limited("write"))])
Number = Annotated[int, Path(ge=1, lt=2**31, description="The number of a decision.")]


def _ledger(request: Request) -> Ledger:
    """Return the ledger, if it may be written.

    Raises:
        LedgerFullError: it may not.
    """
    found = site_of(request).ledger
    if found.read_only:
        raise LedgerFullError(found.where, "a ledger that is open for reading alone", "one that can be written")
    return found


@router.post("/judgements", operation_id="judge", status_code=201, response_model=JudgementOut, responses=WRITE_FAULTS)
def judge(request: Request, who: WritingByHeader, sent: Annotated[Decision, Body()]) -> dict[str, Any]:
    """Confirm a statement, put its speaker or its stance right, merge or part the claims of two."""
    other = getattr(sent, "other", None)
    value = getattr(sent, "value", None)
    made = decide(
        _ledger(request), KINDS[sent.kind], sent.anchor, by=who.name, other=other, value=str(value) if value else None
    )
    return asdict(made)


@router.delete(
    "/judgements/{number}", operation_id="undo_judgement", response_model=JudgementOut, responses=WRITE_FAULTS
)
def take_back(request: Request, who: WritingByHeader, number: Number) -> dict[str, Any]:
    """Take a decision back; both are kept, and what it changed is as it was."""
    return asdict(undo(_ledger(request), number, by=who.name))


@router.post(
    "/evidence", operation_id="enter_evidence", status_code=201, response_model=EvidenceOut, responses=WRITE_FAULTS
)
def evidence(request: Request, who: WritingByHeader, sent: EvidenceIn) -> dict[str, Any]:
    """Enter a statement that no article here holds, as evidence on a claim."""
    told = Evidence(
        sent.words.strip(), sent.source.strip(), sent.day, sent.stance, sent.link or None, sent.translator or None
    )
    anchor, made = enter(_ledger(request), told, claim=sent.claim, by=who.name)
    return {"anchor": anchor, "judgement": asdict(made)}
