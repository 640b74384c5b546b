"""Back to where a form was sent from, and what was decided there."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.flow.deciding import decision
from onrecord.records import Judgement
from onrecord.serving.asking import here
from onrecord.serving.site import site_of

__all__ = ["back", "decided_in"]

PARAMETER = "decided"
"""Parameter of an address that names the decisions just made."""
MOST = 20
"""Decisions told at once."""


def back(to: str, decided: Iterable[int] = ()) -> Response:
    """Return to a page of this site, which tells what was decided; reloading it decides nothing again.

    Args:
        to: where the form was sent from.
        decided: numbers of the decisions.
    """
    parts = urlsplit(here(to))
    pairs = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k != PARAMETER]
    numbers = ",".join(str(n) for n in decided)
    query = urlencode([*pairs, *([(PARAMETER, numbers)] if numbers else [])])
    return RedirectResponse(urlunsplit(("", "", parts.path, query, parts.fragment)), 303)


def decided_in(request: Request) -> list[Judgement]:
    """Return the decisions that an address names as just made; what names none is passed over."""
    told = request.query_params.get(PARAMETER, "").split(",")[:MOST]
    numbers = [int(n) for n in told if n.isascii() and n.isdigit() and len(n) < 10]
    found = (decision(site_of(request).ledger, n) for n in numbers)
    return [j for j in found if j is not None]
