"""A brief as PDF: the page that stands alone, set by WeasyPrint, which is an extra; nothing is ever fetched."""

import logging
from typing import Any

from onrecord.errors import SettingsError
from onrecord.publishing.briefs.html import brief_as_html
from onrecord.records.briefs import Brief

__all__ = ["brief_as_pdf"]


def brief_as_pdf(brief: Brief, *, site: str | None = None) -> bytes:
    """Return a brief as a tagged PDF.

    Args:
        brief: the brief.
        site: address of the site that permalinks lead to; None: statements are told by name.

    Raises:
        SettingsError: WeasyPrint, or the library that it needs, is not installed.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        got = f"no module {error.name}" if isinstance(error, ImportError) else "no Pango, which WeasyPrint needs"
        raise SettingsError(
            "a brief as PDF", got, "pip install 'onrecord[pdf]' (and Pango, from the system)"
        ) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    page = HTML(string=brief_as_html(brief, site=site), url_fetcher=_refuse, media_type="print")
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1")
    return made


def _refuse(url: str, *_: Any, **__: Any) -> dict[str, Any]:
    """Refuse to fetch: all that a brief shows is in it."""
    raise ValueError(f"got {url[:200]!r} to be fetched; expected a brief that needs nothing")
