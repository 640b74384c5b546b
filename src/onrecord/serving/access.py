"""Who asks, and what they may: tokens in a header or a cookie; forms prove that they come from a page of ours.

A cookie holds the token itself: it can be revoked at any time, outlives a restart, and means the same to every process. It is
out of reach of scripts and is sent to this site alone. What a form has to bring is derived from it by HMAC, so that nothing has
to be kept for it.
"""

import hashlib
import hmac
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from onrecord.ledger.tokens import holder
from onrecord.records.tokens import Scope, Token
from onrecord.serving.site import site_of

__all__ = ["COOKIE", "SignInNeeded", "Writing", "WritingByHeader", "csrf_of", "may_read", "own_page", "who_asks"]

COOKIE = "onrecord"
"""Name of the cookie."""


_SCHEMES = ("bearer", "apikey")
"""How a header names a token; clients of yente say "ApiKey"."""


class SignInNeeded(HTTPException):
    """A person has to sign in, and comes back to where they were."""


def who_asks(request: Request) -> Token | None:
    """Return whose token a request brings; None if it brings none.

    Raises:
        HTTPException: 401, if it brings one that is none, is revoked or has expired.
    """
    if "who" in request.scope:
        known: Token | None = request.scope["who"]
        return known
    secret = _secret(request)
    found = holder(site_of(request).ledger, secret) if secret is not None else None
    request.scope["who"] = found
    if found is None and _bearer(request) is not None:
        raise HTTPException(401, "got a token that is none, is revoked or has expired; expected one in use")
    return found


def _secret(request: Request) -> str | None:
    return _bearer(request) or request.cookies.get(COOKIE) or None


def _bearer(request: Request) -> str | None:
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip() or None if kind.lower() in _SCHEMES else None


def csrf_of(request: Request) -> str | None:
    """Return what the forms of somebody signed in have to bring."""
    secret = request.cookies.get(COOKIE)
    return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest() if secret else None


def own_page(request: Request) -> None:
    """Refuse what another site's page sends.

    Raises:
        HTTPException: 403.
    """
    origin = request.headers.get("origin")
    elsewhere = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    if elsewhere or request.headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
        raise HTTPException(403, "got a form of another site; expected one of this site's pages")


async def may_read(request: Request) -> None:
    """Refuse who may not read: beyond this machine, whoever brings no token.

    It waits for no thread unless there is a token to look up: every page asks it.

    Raises:
        SignInNeeded: 401.
    """
    who = await run_in_threadpool(who_asks, request) if _secret(request) is not None else None
    if who is None and not site_of(request).loopback:
        raise SignInNeeded(401, "got no token; expected one, since this site can be reached from other machines")


def _writing(request: Request, csrf: Annotated[str, Form()] = "") -> Token:
    own_page(request)
    who = _may_write(who_asks(request))
    if _bearer(request) is None and not hmac.compare_digest(csrf.encode(), (csrf_of(request) or "").encode()):
        raise HTTPException(403, "got a form that is out of date; expected one of this session: load the page again")
    return who


def _by_header(request: Request) -> Token:
    """A cookie alone does not let a program write: another site's page could send it."""
    if _bearer(request) is None:
        raise HTTPException(401, "got no token; expected `Authorization: Bearer ...`", {"WWW-Authenticate": "Bearer"})
    return _may_write(who_asks(request))


def _may_write(who: Token | None) -> Token:
    if who is None:
        raise SignInNeeded(401, "got no token; expected one that allows writing")
    if who.scope is not Scope.WRITE:
        raise HTTPException(403, f"got a token for reading, {who.name}'s; expected one that allows writing")
    return who


Writing = Annotated[Token, Depends(_writing)]
"""Parameter of whatever a form writes: who decides."""
WritingByHeader = Annotated[Token, Depends(_by_header)]
"""Parameter of whatever a program writes."""
