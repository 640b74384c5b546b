"""The board of claims: filtered and ordered by what stands in the address, and the same as CSV and JSON."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.flow.board import LOOKED_AT, PATIENCE, Board, Question, board, claims_on
from onrecord.ledger import ClaimRow, Order, Reviewed, Wanted
from onrecord.publishing.words import public_day
from onrecord.records import Claim, Stance, Support, claims_to_dict
from onrecord.serving.asking import LONGEST, Asked, AsOf, day_asked
from onrecord.serving.lanes import beside_pages
from onrecord.serving.pages.claim import here_of, may_decide
from onrecord.serving.returning import decided_in
from onrecord.serving.site import site_of
from onrecord.serving.views import address, page
from onrecord.version import __version__

__all__ = ["COLUMNS", "router"]

router = APIRouter()
AT_ONCE = 50
"""Claims on a page."""
EXPORTED = 500
"""Claims in a file."""
CHALLENGING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)
COLUMNS = (
    "anchor", "title", "support", "independent_origins", "families", "stated_by", "outcome", "challenges", "challenged_by",
    "acknowledged_by", "documents", "outlets", "document_ids", "urls", "statements", "reviewed", "first_public", "last_change",
    "first_words", "as_of", "known_by", "permalink", "made_by",
)  # fmt: skip
"""Columns of the CSV."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_Value = TypeVar("_Value", Support, Reviewed, Order)
Text = Annotated[str | None, Query(max_length=LONGEST)]


@dataclass(frozen=True, slots=True)
class View:
    """What an address asks of the board.

    Attributes:
        query: words; None: any.
        wanted: which claims.
        order: by what they are ordered; None: by how well they answer, or by their last change.
        after: what the page begins after; None: the first.
        params: the same as parameters of an address, but for ``after``.
    """

    query: str | None
    wanted: Wanted
    order: Order | None
    after: str | None
    params: Mapping[str, Any]


class _Given(BaseModel):
    """The filters as an address brings them."""

    model_config = ConfigDict(frozen=True)

    q: Text = None
    support: Annotated[list[str] | None, Query(max_length=8)] = None
    challenged: Text = None
    origins: Text = None
    reviewed: Text = None
    since: Text = None
    order: Text = None
    after: Text = None


async def _view(given: Annotated[_Given, Query()]) -> View:
    kinds = [_one_of(Support, s, "support") for s in given.support or [] if s]
    challenged, query = (given.challenged or "").strip(), (given.q or "").strip() or None
    kind = next((s for s in CHALLENGING if s.value == challenged), None)
    if challenged and kind is None and challenged not in {"yes", "no"}:
        raise _malformed("challenged", challenged, f"yes, no, {', '.join(CHALLENGING)}")
    wanted = Wanted(
        support=tuple(dict.fromkeys(kinds)),
        challenged=challenged == "yes" if challenged and kind is None else None,
        kind=kind,
        origins=_number(given.origins),
        reviewed=_one_of(Reviewed, given.reviewed, "reviewed") if given.reviewed else None,
        since=day_asked(given.since, "since"),
    )
    order = _one_of(Order, given.order, "order") if given.order else None
    params = {
        "q": query,
        "support": [s.value for s in wanted.support] or None,
        "challenged": challenged or None,
        "origins": wanted.origins or None,
        "reviewed": wanted.reviewed,
        "since": wanted.since,
        "order": order,
    }
    return View(query, wanted, order, given.after or None, {k: v for k, v in params.items() if v is not None})


def _one_of(kind: type[_Value], told: str, name: str) -> _Value:
    try:
        return kind(told)
    except ValueError:
        raise _malformed(name, told, ", ".join(kind)) from None


def _number(told: str | None) -> int:
    text = (told or "").strip()
    if text and (not text.isascii() or not text.isdigit() or len(text) > 4):
        raise _malformed("origins", text, "a number from 0 to 9999")
    return int(text or 0)


def _malformed(name: str, got: str, expected: str) -> HTTPException:
    return HTTPException(400, f"{name}: got {got!r}; expected one of {expected}")


Viewed = Annotated[View, Depends(_view)]


def _board(request: Request, view: View, asked: Asked, limit: int, patience: float | None = PATIENCE) -> Board:
    question = Question(view.query, asked.on, asked.known_by, view.wanted, view.order)
    return board(site_of(request).ledger, question, limit, view.after, patience=patience)


@router.get("/claims")
@beside_pages("searches")
def claims(request: Request, view: Viewed, asked: AsOf) -> Response:
    """Show the board."""
    told = request.query_params.multi_items()
    if any(
        not value.strip() for _, value in told
    ):  # fields of a form that were left empty: the address is shared without them
        kept = urlencode([(k, v) for k, v in told if v.strip()])
        return RedirectResponse(f"/claims?{kept}" if kept else "/claims", 303)
    found = _board(request, view, asked, AT_ONCE)
    filtered = view.wanted != Wanted()
    return page(
        request,
        "claims.html",
        asked=asked,
        view=view,
        board=found,
        filtered=filtered,
        looked_at=LOOKED_AT,
        exported=EXPORTED,
        supports=[s.value for s in Support],
        challenging=[s.value for s in CHALLENGING],
        orders=_orders(view, asked),
        order=view.order or (Order.CHANGE if view.query is None else None),
        more=address("/claims", view.params, asked, after=found.after) if found.after else None,
        first=address("/claims", view.params, asked) if view.after else None,
        deciding=may_decide(request, asked),
        here=here_of(request),
        decided=decided_in(request),
    )


def _orders(view: View, asked: Asked) -> dict[str, str]:
    """Return by the name of each order the address of the first page in it."""
    rest = {k: v for k, v in view.params.items() if k != "order"}
    return {order.value: address("/claims", rest, asked, order=order.value) for order in Order}


@router.get("/claims.json")
@beside_pages("slow")
def as_json(request: Request, view: Viewed, asked: AsOf) -> Response:
    """Return the same claims as schema ``onrecord.claims/1``, with how they were asked for."""
    found = _board(request, view, asked, EXPORTED, patience=None)
    told = claims_on(site_of(request).ledger, found)
    body = {
        **claims_to_dict([c for _, c in told], asked.on),
        "known_by": asked.moment,
        "total": found.total,
        "complete": not found.cut and not found.waiting,
        "query": dict(view.params),
        "next": _next(found, view, asked, "/claims.json"),
        "made_by": f"onrecord {__version__}",
    }
    text = json.dumps(body, ensure_ascii=False, indent=1, default=str)
    return Response(text.encode("utf-8", "backslashreplace"), media_type="application/json", headers=_named("json"))


@router.get("/claims.csv")
@beside_pages("slow")
def as_csv(request: Request, view: Viewed, asked: AsOf) -> Response:
    """Return the same claims as CSV, a row each, with where each comes from."""
    found = _board(request, view, asked, EXPORTED, patience=None)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    at = str(request.base_url).rstrip("/")
    for row, c in claims_on(site_of(request).ledger, found):
        told = _cells(row, c, asked, at)
        writer.writerow([_cell(told[name]) for name in COLUMNS])
    headers = _named("csv")
    after = _next(found, view, asked, "/claims.csv")
    if after is not None:
        headers["Link"] = f'<{after}>; rel="next"'
    return Response(out.getvalue().encode("utf-8", "backslashreplace"), media_type="text/csv", headers=headers)


def _next(found: Board, view: View, asked: Asked, path: str) -> str | None:
    return address(path, view.params, asked, after=found.after) if found.after else None


def _named(kind: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="claims.{kind}"'}


def _cells(row: ClaimRow, c: Claim, asked: Asked, at: str) -> dict[str, Any]:
    first = c.statements[0]
    imprints = {s.imprint.id: s.imprint for s in c.statements}.values()
    challenges = [
        f"{ch.stance.value}: {ch.by}{f' (only {ch.scope})' if ch.scope else ''}" for ch in c.standing.challenges
    ]
    return {
        "anchor": row.anchor,
        "title": row.title,
        "support": row.support,
        "independent_origins": row.origins,
        "families": _listed(o.family for o in c.origins if o.counted),
        "stated_by": _listed(c.standing.stated_by),
        "outcome": c.standing.outcome,
        "challenges": row.challenges,
        "challenged_by": _listed(challenges),
        "acknowledged_by": _listed(c.standing.acknowledged_by),
        "documents": row.documents,
        "outlets": _listed(i.outlet or "outlet unknown" for i in imprints),
        "document_ids": _listed(i.id for i in imprints),
        "urls": _listed(i.url for i in imprints if i.url),
        "statements": row.statements,
        "reviewed": row.reviewed,
        "first_public": public_day(first.imprint),
        "last_change": row.last_change,
        "first_words": first.text,
        "as_of": asked.on,
        "known_by": asked.moment,
        "permalink": at + address(f"/claim/{row.anchor}", asked),
        "made_by": f"onrecord {__version__}",
    }


def _listed(names: Any) -> str:
    return "; ".join(dict.fromkeys(names))


def _cell(value: str | int | date | None) -> str:
    """Return a value as a cell; what a spreadsheet would take for a formula is led by an apostrophe."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
