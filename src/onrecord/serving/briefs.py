"""Briefs as files, for the page and the API alike."""

import re
from enum import StrEnum
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response

from onrecord.publishing.briefs import brief_as_html, brief_as_markdown, brief_as_pdf
from onrecord.records.briefs import Brief
from onrecord.serving.limits import limit

__all__ = ["Form", "brief_sent"]


class Form(StrEnum):
    """What a brief is taken away as."""

    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"


_SETTING = Lock()
"""Held while a brief is set as PDF, which takes seconds: one at a time, so that others are still answered."""
_ENDINGS = {Form.MARKDOWN: "md", Form.HTML: "html", Form.PDF: "pdf"}
_TYPES = {
    Form.MARKDOWN: "text/markdown; charset=utf-8",
    Form.HTML: "text/html; charset=utf-8",
    Form.PDF: "application/pdf",
}


def brief_sent(request: Request, found: Brief, form: Form) -> Response:
    """Return a brief as a file; its permalinks lead to this site.

    Raises:
        SettingsError: it is to be PDF, for which something is not installed.
        HTTPException: 429, if who asks has asked for many as PDF.
    """
    site = str(request.base_url)
    body: bytes | str
    match form:
        case Form.PDF:
            limit(request, "pdf")
            with _SETTING:
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
