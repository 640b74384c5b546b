"""What went wrong: a page for people, ``application/problem+json`` (RFC 9457) for programs, one clear line in both."""

from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from onrecord.errors import (
    AnchorError,
    FetchError,
    InputError,
    LedgerBusyError,
    LedgerError,
    LedgerFullError,
    ListError,
    NotFoundError,
    OnrecordError,
    SettingsError,
)

__all__ = ["API", "problem", "status_of", "too_large"]

API = "/api/"
"""How the paths of the API begin."""
_STATUS: tuple[tuple[type[OnrecordError], int], ...] = (
    (AnchorError, 404),
    (NotFoundError, 404),
    (LedgerBusyError, 503),
    (LedgerFullError, 507),
    (LedgerError, 500),
    (ListError, 409),
    (FetchError, 502),
    (InputError, 400),
    (SettingsError, 501),
)


def status_of(error: OnrecordError) -> int:
    """Return the HTTP status that tells an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def problem(status: int, detail: str, path: str, **more: Any) -> JSONResponse:
    """Return a problem for programs.

    Args:
        status: HTTP status.
        detail: the line.
        path: what was asked for.
        more: members beyond RFC 9457's.
    """
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": _kept(detail)}
    return JSONResponse({**told, "instance": _kept(path), **more}, status, media_type="application/problem+json")


def _kept(text: str) -> str:
    """Return a text without halves of surrogate pairs, which no answer can hold."""
    return text.encode("utf-8", "backslashreplace").decode()


def too_large(most: int, path: str) -> Response:
    """Return the answer to what is too large, without reading it."""
    line = f"got more than {most:,} bytes, or a length that is no number; expected fewer"
    return problem(413, line, path) if path.startswith(API) else Response(f"{line}\n", 413, media_type="text/plain")


def is_api(request: Request) -> bool:
    """Whether a program asks."""
    return request.url.path.startswith(API)
