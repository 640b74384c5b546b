"""Briefs: asked for by a form, shown as a page, taken away as Markdown, HTML or PDF."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import DateError, OnrecordError, SettingsError
from onrecord.flow.brief import Wanted, brief
from onrecord.publishing.briefs import CSS, brief_body
from onrecord.records.briefs import Brief
from onrecord.serving.asking import LONGEST, AsOf, day_asked
from onrecord.serving.briefs import Form, brief_sent
from onrecord.serving.failing import status_of
from onrecord.serving.lanes import beside_pages
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of
from onrecord.serving.views import address, page

__all__ = ["router"]

router = APIRouter()


@router.get("/brief", dependencies=[Depends(limited("brief"))])
@beside_pages("slow")
def show(
    request: Request,
    asked: AsOf,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    since: Annotated[str, Query(max_length=40)] = "",
    confirmed_only: bool = False,
    form: Annotated[Form | None, Query(alias="format")] = None,
) -> Response:
    """Show a brief, or the form that asks for one."""
    told = {"q": q, "since": since, "confirmed_only": "true" if confirmed_only else None}

    def shown(*, found: Brief | None = None, fault: OnrecordError | None = None) -> Response:
        status = status_of(fault) if fault is not None else 200
        body = Markup(brief_body(found)) if found is not None else None  # noqa: S704 - escaped there
        forms = [(name.value, address("/brief", asked, told, format=name.value)) for name in Form] if found else []
        more: dict[str, Any] = {"confirmed_only": confirmed_only, "body": body, "line": fault, "forms": forms}
        return page(request, "brief.html", status=status, asked=asked, q=q, since=since, **more)

    if not q.strip():
        return shown()
    try:
        wanted = Wanted(q, asked.on, day_asked(since, "since"), asked.known_by, confirmed_only=confirmed_only)
        found = brief(site_of(request).ledger, wanted)
        return brief_sent(request, found, form) if form is not None else shown(found=found)
    except (DateError, SettingsError) as error:
        return shown(fault=error)


@router.get("/brief.css")
def style() -> Response:
    """Return how a brief looks, which is the same within a page and on paper."""
    return Response(CSS.read_bytes(), media_type="text/css")
