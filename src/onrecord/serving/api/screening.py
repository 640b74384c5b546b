"""Names screened against the lists that are loaded, with reasons."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request

from onrecord.flow.parties import Party, Wanted, party_id, screened
from onrecord.publishing.matches import match_to_dict
from onrecord.records.listings import PartyKind
from onrecord.records.matches import BY_NAME, Match
from onrecord.screening import THRESHOLD
from onrecord.serving.api.models.common import FAULTS, fault
from onrecord.serving.api.models.screening import ScreeningOut
from onrecord.serving.asking import day_asked
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of

__all__ = ["LIST_FAULTS", "router"]

router = APIRouter(tags=["screening"], dependencies=[Depends(limited("screen"))])
LIST_FAULTS: dict[int | str, dict[str, Any]] = {**FAULTS, 409: fault("No list is loaded.")}
"""What a question to the lists may be answered with."""


@router.get("/screening", operation_id="screen_name", response_model=ScreeningOut, responses=LIST_FAULTS)
def screening(
    request: Request,
    name: Annotated[
        str,
        Query(
            min_length=1,
            max_length=400,
            description="A name in any script, or an IMO number.",
            examples=["Qassem Soleymani"],
        ),
    ],
    kind: Annotated[PartyKind | None, Query(description="Only parties of this kind, and of none that is told.")] = None,
    on: Annotated[
        str | None,
        Query(max_length=40, description="Say of each whether it was listed on a day.", examples=["2022-03-01"]),
    ] = None,
    threshold: Annotated[float, Query(ge=0.3, le=1, description="Least score.")] = THRESHOLD,
    limit: Annotated[int, Query(ge=1, le=500, description="Matches at most.")] = 10,
) -> dict[str, Any]:
    """Return the listed parties that a name may be: which alias, how it matched, in which version of which list."""
    wanted = Wanted(name, kind, day_asked(on, "on"), threshold, limit)
    found = screened(site_of(request).lists, wanted)
    named = {"asked": name, "kind": kind, "matches": [_match(party, match) for party, match in found]}
    return {"schema": "onrecord.screening/1", "note": BY_NAME, "names": [named]}


def _match(found: Party, match: Match) -> dict[str, Any]:
    told = match_to_dict(match)
    return {**told, "party": {**told["party"], "entity": party_id(found)}}
