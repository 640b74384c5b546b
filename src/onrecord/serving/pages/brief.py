"""Briefs: asked for by a form, shown as a page, taken away as Markdown, HTML or PDF."""

import re
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import DateError, OnrecordError
from onrecord.flow.brief import Wanted, brief
from onrecord.publishing.briefs import CSS, brief_as_html, brief_as_markdown, brief_as_pdf, brief_body
from onrecord.records.briefs import Brief
from onrecord.serving.asking import LONGEST, AsOf, Asked, day_asked
from onrecord.serving.failing import status_of
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of
from onrecord.serving.views import address, page

__all__ = ["Form", "brief_sent", "router"]

router = APIRouter()


class Form(StrEnum):
    """What a brief is sent as."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


_ENDINGS = {Form.MARKDOWN: "md", Form.HTML: "html", Form.PDF: "pdf"}
_TYPES = {
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.HTML: "text/html; charset=utf-8",
    Form.PDF: "application/pdf",
}


@router.get("/brief", dependencies=[Depends(limited("brief"))])
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
    common = {"asked": asked, "q": q, "since": since, "confirmed_only": confirmed_only}
    if not q.strip():
        return page(request, "brief.html", **common, body=None, line=None, forms=[])
    try:
        wanted = Wanted(q, asked.on, day_asked(since, "since"), asked.known_by, confirmed_only=confirmed_only)
        found = brief(site_of(request).ledger, wanted)
        if form is not None:
            return brief_sent(request, found, form)
    except DateError as error:
        return page(request, "brief.html", status=400, **common, body=None, line=str(error), forms=[])
    except OnrecordError as error:
        if form is None:
            raise
        return page(request, "brief.html", status=status_of(error), **common, body=None, line=str(error), forms=[])
    forms = [(name.value, address("/brief", asked, told, format=name.value)) for name in Form]
    return page(request, "brief.html", **common, body=Markup(brief_body(found)), line=None, forms=forms)  # noqa: S704 - escaped there


@router.get("/brief.css")
def style() -> Response:
    """Return how a brief looks, which is the same within a page and on paper."""
    return Response(CSS.read_bytes(), media_type="text/css")


def brief_sent(request: Request, found: Brief, form: Form) -> Response:
    """Return a brief as a file; its permalinks lead to this site.

    Raises:
        SettingsError: it is to be PDF, for which something is not installed.
    """
    site = str(request.base_url)
    body: bytes | str
    match form:
        case Form.PDF:
            body = brief_as_pdf(found, site=site)
        case Form.HTML:
            body = brief_as_html(found, site=site)
        case Form.MARKDOWN:
            body = brief_as_markdown(found, site=site)
    headers = {"Content-Disposition": f'attachment; filename="{_name(found)}.{_ENDINGS[form]}"'}
    sent = body if isinstance(body, bytes) else body.encode("utf-8", "replace")
    return Response(sent, media_type=_TYPES[form], headers=headers)


def _name(found: Brief) -> str:
    """Return the name of a file: the question's letters and digits, and the day."""
    words = re.sub(r"[^a-z0-9]+", "-", found.question.casefold()).strip("-")[:60] or "brief"
    return f"brief-{words}-{(found.as_of or found.made_on).isoformat()}"
