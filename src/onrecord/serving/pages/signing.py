"""Signing in with a token, and out."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.ledger.tokens import holder
from onrecord.serving.access import COOKIE, own_page
from onrecord.serving.asking import here
from onrecord.serving.limits import limited
from onrecord.serving.site import site_of
from onrecord.serving.views import page

__all__ = ["router"]

OPEN = True
"""Nobody has a token here yet."""

router = APIRouter()
DAYS = 30
"""Days after which somebody has to sign in again."""


@router.get("/sign-in")
def ask(request: Request, to: str = "/") -> Response:
    """Ask for a token."""
    return page(request, "sign_in.html", to=to, line=None)


@router.post("/sign-in", dependencies=[Depends(own_page), Depends(limited("sign in"))])
def sign_in(
    request: Request, token: Annotated[str, Form(max_length=200)], to: Annotated[str, Form()] = "/"
) -> Response:
    """Keep a token as a cookie, if it is one, and go back."""
    site = site_of(request)
    if holder(site.ledger, token.strip()) is None:
        line = "got a token that is none, is revoked or has expired; expected one in use"
        return page(request, "sign_in.html", status=403, to=to, line=line)
    answer = RedirectResponse(here(to), 303)
    answer.set_cookie(
        COOKIE, token.strip(), max_age=DAYS * 86400, httponly=True, samesite="strict", secure=site.https, path="/"
    )
    return answer


@router.post("/sign-out", dependencies=[Depends(own_page)])
def sign_out() -> Response:
    """Forget the token in this browser."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return answer
