"""A brief as a page that stands alone, and as the part of one: nothing is loaded, everything is escaped, made to be printed."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from onrecord.publishing.briefs.showing import (
    GAP,
    NAMED,
    act_of,
    clean,
    command,
    facts,
    is_web,
    links,
    marks,
    marks_of,
    review_of,
    title_of,
    warning,
    whole,
)
from onrecord.publishing.briefs.telling import when
from onrecord.publishing.templating import templates_of
from onrecord.publishing.words import sourced
from onrecord.records.briefs import Brief, Cited, Name, Quote, Ref, Words

__all__ = ["CSS", "brief_as_html", "brief_body"]

CSS = Path(__file__).parents[1] / "templates" / "brief.css"
"""How a brief looks, on a screen and on paper."""


def brief_body(brief: Brief, *, site: str | None = None) -> str:
    """Return a brief as HTML that stands within a page, from its sections to its sources; without a heading of its own.

    Args:
        brief: the brief.
        site: address of the site that permalinks lead to; None: paths on the site that shows it.
    """
    return _templates().get_template("brief_body.html").render(_told(brief, site))


def brief_as_html(brief: Brief, *, site: str | None = None) -> str:
    """Return a brief as a page that stands alone.

    Args:
        brief: the brief.
        site: address of the site that permalinks lead to; None: statements are told by name.
    """
    told = _told(brief, site) | {"css": CSS.read_text(encoding="utf-8"), "alone": site is None}
    return _templates().get_template("brief.html").render(told)


def _told(brief: Brief, site: str | None) -> dict[str, Any]:
    return {"brief": brief, "site": site, "alone": False, "title": title_of(brief), "facts": list(facts(brief))}


@cache
def _templates() -> Environment:
    made = templates_of("onrecord.publishing")
    made.globals.update(
        is_words=lambda part: isinstance(part, Words),
        is_name=lambda part: isinstance(part, Name),
        is_quote=lambda part: isinstance(part, Quote),
        is_ref=lambda part: isinstance(part, Ref),
        is_statement=lambda cited: isinstance(cited, Cited),
        gap=GAP,
        named=NAMED,
        links=links,
        warning=warning,
        whole=whole,
        command=command,
    )
    made.filters.update(
        clean=clean, marks=marks, mark=marks_of, act=act_of, review=review_of, when=when, web=is_web, sourced=sourced
    )
    return made
