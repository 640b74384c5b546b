"""What clients of yente, the API of OpenSanctions, call: entities matched, searched, looked up, in the form of FollowTheMoney.

A client of theirs is pointed at this site by its address: where it would call ``https://.../match/default``, it calls
``http://this.site/api/v1/match/default``. Entities are matched by their names and numbers alone.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.flow.parties import Party, Wanted, newest, party, party_id, screened
from onrecord.records.listings import FTM_KINDS, FTM_SCHEMATA, NameKind, PartyKind
from onrecord.records.matches import BY_NAME, Match
from onrecord.serving.api.models.screening import (
    AlgorithmsOut,
    CatalogOut,
    EntityExample,
    EntityOut,
    MatchRequest,
    MatchResponse,
    SearchOut,
)
from onrecord.serving.api.screening import LIST_FAULTS
from onrecord.serving.lanes import beside_pages
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of

__all__ = ["router"]

router = APIRouter(tags=["yente"])
DEFAULT = "default"
"""All lists together."""
NAME = "onrecord-names"
"""How this site calls its one way of matching."""
_NAMING = (
    "name",
    "alias",
    "weakAlias",
    "previousName",
    "imoNumber",
    "passportNumber",
    "idNumber",
    "registrationNumber",
)
"""Properties that are compared."""
_FEATURES = {"name": {"description": BY_NAME, "coefficient": 1.0, "url": "https://opensanctions.org/docs/api/"}}
MOST = 12
"""Names compared of one entity."""
Dataset = Annotated[
    str, Path(max_length=100, description="`default` for all lists, or the label of one.", examples=["default"])
]
Threshold = Annotated[float, Query(ge=0, le=1, description="Score from which it is called a match.")]
Many = Annotated[int, Query(ge=1, le=500, description="Results of each, at most.")]


@router.post(
    "/match/{dataset}",
    operation_id="match_entities",
    response_model=MatchResponse,
    responses=LIST_FAULTS,
    dependencies=[Depends(limited("match"))],
)
@beside_pages("slow")
def match(
    request: Request,
    sent: MatchRequest,
    dataset: Dataset,
    limit: Many = 5,
    threshold: Threshold = 0.7,
    cutoff: Annotated[float, Query(ge=0.3, le=1, description="Score from which it is told at all.")] = 0.5,
) -> dict[str, Any]:
    """Return for each entity the listed parties that it may be, by name alone."""
    _known(request, dataset)
    responses = {}
    for key, example in sent.queries.items():
        found = [
            r
            for r in _scored(request, _names(example), example.schema_, cutoff)
            if dataset in (DEFAULT, *r["datasets"])
        ]
        for row in found:
            row["match"] = row["score"] >= threshold
        total = {"value": len(found), "relation": "eq"}
        responses[key] = {"status": 200, "results": found[:limit], "total": total, "query": example}
    return {"responses": responses, "matcher": _FEATURES, "limit": limit}


def _known(request: Request, dataset: str) -> None:
    """Refuse a list that is not loaded.

    Raises:
        HTTPException: 404.
    """
    labels = list(newest(site_of(request).lists))
    if dataset != DEFAULT and dataset not in labels:
        raise HTTPException(
            404, f"{dataset!r}: got no list that is loaded; expected one of {', '.join([DEFAULT, *labels])}"
        )


def _scored(request: Request, names: Sequence[str], schema: str, cutoff: float) -> list[dict[str, Any]]:
    """Return the parties an entity may be, each by the name of it that is nearest."""
    best: dict[str, tuple[Party, Match]] = {}
    kind = FTM_KINDS.get(schema.casefold())
    for name in names:
        for held, found in screened(site_of(request).lists, Wanted(name, kind, None, cutoff, 100)):
            known = best.get(party_id(held))
            if known is None or found.score > known[1].score:
                best[party_id(held)] = held, found
    rows = [_told(held, found) for held, found in best.values()]
    return sorted(rows, key=lambda r: (-r["score"], r["id"]))


def _names(example: EntityExample) -> Sequence[str]:
    told = [v for name in _NAMING for v in _values(example.properties.get(name))]
    if not _values(example.properties.get("name")):
        whole = [" ".join(_values(example.properties.get(n))[:1]) for n in ("firstName", "secondName", "lastName")]
        told.insert(0, " ".join(part for part in whole if part))
    return list(dict.fromkeys(v.strip()[:400] for v in told if v.strip()))[:MOST]


def _values(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _told(held: Party, found: Match) -> dict[str, Any]:
    how = "; ".join(f"{r.asked} ~ {r.listed} ({r.how})" for r in found.reasons)
    detail = f"{found.alias.text} in {found.version}{f': {how}' if how else ''}"
    return {
        **_entity(held),
        "score": found.score,
        "match": False,
        "features": {"name": found.score},
        "explanations": {"name": {"score": found.score, "detail": detail}},
    }


def _entity(held: Party) -> dict[str, Any]:
    listing, version = held.listing, held.version
    return {
        "id": party_id(held),
        "caption": listing.names[0].text,
        "schema": FTM_SCHEMATA[listing.kind],
        "properties": {k: v for k, v in _properties(held) if v},
        "datasets": [version.label],
        "referents": [],
        "target": True,
        "first_seen": None,
        "last_seen": None,
        "last_change": None,
    }


def _properties(held: Party) -> Iterator[tuple[str, list[str]]]:
    listing = held.listing
    yield "name", [n.text for n in listing.names if n.kind is NameKind.PRIMARY]
    yield "alias", [n.text for n in listing.names if n.kind is NameKind.ALIAS and not n.weak]
    yield "weakAlias", [n.text for n in listing.names if n.weak and n.kind is not NameKind.PRIMARY]
    yield "previousName", [n.text for n in listing.names if n.kind is NameKind.FORMER and not n.weak]
    yield "birthDate", list(listing.born) if listing.kind is PartyKind.PERSON else []
    yield "country", list(listing.countries)
    yield "imoNumber", [value for kind, value in listing.identifiers if kind == "IMO"]
    yield "idNumber", [f"{kind} {value}" for kind, value in listing.identifiers if kind != "IMO"]
    yield "program", list(listing.programmes)
    yield "topics", ["sanction"]


@router.get(
    "/search/{dataset}",
    operation_id="search_entities",
    response_model=SearchOut,
    responses=LIST_FAULTS,
    dependencies=[Depends(limited("match"))],
)
def search(
    request: Request,
    dataset: Dataset,
    q: Annotated[str, Query(min_length=1, max_length=400, description="A name.", examples=["Bout"])],
    schema: Annotated[str, Query(max_length=100, description="A FollowTheMoney schema.")] = "Thing",
    limit: Annotated[int, Query(ge=1, le=200)] = 10,
    offset: Annotated[int, Query(ge=0, le=300)] = 0,
) -> dict[str, Any]:
    """Return the listed parties that a name may be, without scores, the likeliest first."""
    _known(request, dataset)
    found = [r for r in _scored(request, [q], schema, 0.4) if dataset in (DEFAULT, *r["datasets"])]
    shown = [{k: v for k, v in row.items() if k in _ENTITY} for row in found[offset : offset + limit]]
    total = {"value": len(found), "relation": "eq"}
    return {"limit": limit, "offset": offset, "total": total, "results": shown, "facets": {}}


_ENTITY = frozenset(f.alias or name for name, f in EntityOut.model_fields.items())


@router.get("/entities/{id}", operation_id="get_entity", response_model=EntityOut, responses=LIST_FAULTS)
def entity(
    request: Request,
    id: Annotated[str, Path(max_length=500, description="As a match tells it.", examples=["un-QDi.001"])],  # noqa: A002
) -> dict[str, Any]:
    """Return a listed party, as the newest version of its list has it."""
    try:
        return _entity(party(site_of(request).lists, id))
    except LookupError:
        raise HTTPException(404, f"{id[:80]!r}: got the name of no party; expected one that a match tells") from None


@router.get("/catalog", operation_id="get_catalog", response_model=CatalogOut, responses=LIST_FAULTS)
def catalog(request: Request) -> dict[str, Any]:
    """Return the lists that are loaded, each by its newest version."""
    lists = newest(site_of(request).lists)
    rows = [
        {
            "name": label,
            "title": f"{version.list.value} ({version.id})",
            "version": version.id,
            "updated_at": version.loaded_at,
            "entity_count": version.parties,
            "children": [],
            "load": True,
            "index_current": True,
        }
        for label, version in lists.items()
    ]
    whole = {
        "name": DEFAULT,
        "title": "All lists that are loaded",
        "version": None,
        "updated_at": max((v.loaded_at for v in lists.values()), default=None),
        "entity_count": sum(v.parties for v in lists.values()),
        "children": list(lists),
        "load": False,
        "index_current": True,
    }
    return {"datasets": [*rows, whole], "current": [DEFAULT, *lists], "outdated": [], "index_stale": False}


@router.get("/algorithms", operation_id="list_algorithms", response_model=AlgorithmsOut, responses=LIST_FAULTS)
def algorithms() -> dict[str, Any]:
    """Return how entities are matched, which is in one way."""
    one = {"name": NAME, "description": BY_NAME, "features": _FEATURES}
    return {"algorithms": [one], "default": NAME, "best": NAME}
