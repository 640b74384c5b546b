"""The page of one claim: how it stands on a day, on whose word, what challenges it, what changed it."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from onrecord.flow.claims import Shown, claim, listing, met
from onrecord.publishing.standings import OUTCOME_RULES, SUPPORT_RULES
from onrecord.serving.access import who_asks
from onrecord.serving.asking import LONGEST, Asked, AsOf
from onrecord.serving.claim_view import MANY, By, ClaimLinks, chosen, figures_of, steps_of, view_of
from onrecord.serving.drawing.graph import draw
from onrecord.serving.quoting import quoted
from onrecord.serving.returning import decided_in
from onrecord.serving.site import site_of
from onrecord.serving.views import address, page

__all__ = ["may_decide", "router"]

router = APIRouter()
AT_ONCE = 50
"""Statements on a page of statements, changes on a page of changes."""
CANDIDATES = 8
"""Claims offered for merging."""
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="How many come before.")]
Name = Annotated[str | None, Query(max_length=LONGEST)]


class _Named(BaseModel):
    """Of what the statements are asked for, as an address brings it."""

    model_config = ConfigDict(frozen=True)

    origin: Name = None
    family: Name = None
    voice: Name = None
    outlet: Name = None


async def _by(named: Annotated[_Named, Query()]) -> By:
    return By(named.origin, named.family, named.voice, named.outlet)


def may_decide(request: Request, asked: Asked) -> bool:
    """Whether whoever asks may decide on this page: a past state of the ledger is only looked at."""
    who = who_asks(request)
    allowed = who is not None and who.scope.value == "write"
    return allowed and not site_of(request).ledger.read_only and asked.known_by is None


@router.get("/claim/{anchor}")
def show(
    request: Request,
    anchor: str,
    asked: AsOf,
    find: Annotated[str | None, Query(max_length=LONGEST, description="Words of a claim to merge with.")] = None,
) -> Response:
    """Show whichever claim holds a statement on a day."""
    found = _found(request, anchor, asked)
    if isinstance(found, Response):
        return found
    c = found.claim
    links = ClaimLinks(anchor, asked)
    deciding = may_decide(request, asked)
    candidates = None
    if deciding and find is not None and find.strip():
        told = listing(site_of(request).ledger, find, limit=CANDIDATES + 1).claims
        candidates = [other for other in told if other.id != c.id][:CANDIDATES]
    view = view_of(found)
    return page(
        request,
        "claim.html",
        asked=asked,
        shown=found,
        c=c,
        view=view,
        words=quoted(site_of(request).ledger, [s for group in view.groups for s in group.told]),
        on_page=True,
        figures=figures_of(c),
        graph=draw(c, links),
        links=links,
        anchor=anchor,
        support_rule=SUPPORT_RULES[c.standing.support],
        outcome_rule=OUTCOME_RULES[c.standing.outcome] if c.standing.outcome is not None else None,
        deciding=deciding,
        here=here_of(request),
        find=find,
        candidates=candidates,
        decided=decided_in(request),
        many=MANY,
        **_steps(found, asked),
    )


def here_of(request: Request) -> str:
    """Return the address of this page, to come back to; what was just decided is not decided again."""
    pairs = [(k, v) for k, v in request.query_params.multi_items() if k not in {"decided", "find"}]
    return address(request.url.path) + (f"?{urlencode(pairs)}" if pairs else "")


def _found(request: Request, anchor: str, asked: Asked) -> Shown | Response:
    """Return the claim, or a page that says since when there is one."""
    ledger = site_of(request).ledger
    found = claim(ledger, anchor, on=asked.on, known_by=asked.known_by)
    if found is not None:
        return found
    return page(
        request, "claim_later.html", status=404, asked=asked, anchor=anchor, met=met(ledger, anchor), title="Not yet"
    )


def _steps(found: Shown, asked: Asked) -> dict[str, Any]:
    """Return the changes before and after the day shown; where no day is asked for, that before the last one."""
    if asked.on is None:
        before = found.log[-2] if len(found.log) > 1 else None
    else:
        before = next((change for change in reversed(found.log) if change.on < asked.on), None)
    return {"before": before, "next_change": found.later[0] if found.later else None}


@router.get("/claim/{anchor}/statements")
def statements(
    request: Request, anchor: str, asked: AsOf, by: Annotated[By, Depends(_by)], after: Offset = 0
) -> Response:
    """List the statements of a claim, or those of an origin, a family, a voice or an outlet."""
    found = _found(request, anchor, asked)
    if isinstance(found, Response):
        return found
    head, told = chosen(found.claim, by)
    more = after + AT_ONCE if after + AT_ONCE < len(told) else None
    shown = told[after : after + AT_ONCE]
    return _part(
        request,
        anchor,
        asked,
        found,
        "claim_statements.html",
        head=head,
        told=shown,
        words=quoted(site_of(request).ledger, shown),
        total=len(told),
        after=after,
        more=address(f"/claim/{anchor}/statements", by.params, asked, after=more) if more is not None else None,
        first=address(f"/claim/{anchor}/statements", by.params, asked) if after else None,
        deciding=may_decide(request, asked),
        here=here_of(request),
        decided=decided_in(request),
    )


@router.get("/claim/{anchor}/log")
def log(request: Request, anchor: str, asked: AsOf, after: Offset = 0) -> Response:
    """List every change in the standing of a claim, the last first."""
    found = _found(request, anchor, asked)
    if isinstance(found, Response):
        return found
    more = after + AT_ONCE if after + AT_ONCE < len(found.log) else None
    return _part(
        request,
        anchor,
        asked,
        found,
        "claim_log.html",
        steps=steps_of(found, after, AT_ONCE),
        total=len(found.log),
        after=after,
        more=address(f"/claim/{anchor}/log", asked, after=more) if more is not None else None,
        first=address(f"/claim/{anchor}/log", asked) if after else None,
    )


def _part(request: Request, anchor: str, asked: Asked, found: Shown, template: str, **told: Any) -> Response:
    """Return a page of a part of a claim."""
    links = ClaimLinks(anchor, asked)
    common: dict[str, Any] = {
        "shown": found,
        "c": found.claim,
        "view": view_of(found),
        "links": links,
        "anchor": anchor,
        "on_page": False,
    }
    return page(request, template, asked=asked, **common, **told)
