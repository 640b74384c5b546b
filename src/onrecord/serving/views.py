"""Pages out of templates: everything is escaped, and a name that is missing is an error."""

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.publishing.templating import templates_of
from onrecord.publishing.words import cause_of, chain_of, number, public_day, some, sourced, span_of, stance_of
from onrecord.serving.access import csrf_of, who_asks
from onrecord.serving.asking import Asked
from onrecord.serving.site import site_of
from onrecord.serving.telling import DECIDED, FACTUALITY, linkable, relays, slices, stance_told, venues, when_told, who
from onrecord.version import __version__

__all__ = ["STATIC", "address", "page"]

STATIC = Path(__file__).with_name("static")


def address(path: str, *parts: Asked | Mapping[str, Any], **params: Any) -> str:
    """Return an address on this site, its path and parameters quoted; parameters that are None are left out.

    Args:
        path: the path, unquoted.
        parts: parameters that belong together: how things stood, the filters of a list.
        params: more of them, which go before those.
    """
    told: dict[str, Any] = {}
    for part in parts:
        told.update(part.params if isinstance(part, Asked) else part)
    told.update(params)
    pairs = [
        f"{name}={quote_plus(str(one))}"  # as urlencode does, in a quarter of the time: a page has hundreds of addresses
        for name, value in told.items()
        if value is not None and value != ""
        for one in (value if isinstance(value, list | tuple) else (value,))
    ]
    return quote(path, safe="/.") + (f"?{'&'.join(pairs)}" if pairs else "")


@cache
def _static(name: str) -> str:
    """Return the address of a file that never changes under it."""
    told = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={told}"


@cache
def _templates() -> Environment:
    made = templates_of("onrecord.serving")
    made.globals.update(address=address, static=_static, some=some, version=__version__, isinstance=isinstance)
    made.filters.update(
        cause=cause_of, chain=chain_of, number=number, public_day=public_day, stance=stance_of, shown=_shown
    )
    made.filters.update(linkable=linkable, relays=relays, slices=slices, sourced=sourced, stance_told=stance_told)
    made.filters.update(venues=venues, when=when_told, who=who)
    made.globals.update(span_of=span_of, FACTUALITY=FACTUALITY, DECIDED=DECIDED)
    return made


def _shown(day: date | None) -> str:
    """Return a day as people write it: "2 February 2024"."""
    return f"{day.day} {day:%B} {day.year}" if day is not None else "day not known"


def page(
    request: Request, template: str, *, status: int = 200, asked: Asked | None = None, **told: Any
) -> HTMLResponse:
    """Return a page.

    Args:
        request: what it answers.
        template: name of its template.
        status: HTTP status.
        asked: by what day and moment it shows how things stood; None where it shows nothing of the kind.
        told: what the template uses.
    """
    site = site_of(request)
    common = {
        "request": request,
        "who": who_asks(request),
        "csrf": csrf_of(request),
        "asked": asked if asked is not None else Asked(),
        "dated": asked is not None,
        "path": request.url.path,
        "can_write": not site.ledger.read_only,
    }
    return HTMLResponse(_templates().get_template(template).render({**common, **told}), status)
