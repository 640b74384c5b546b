"""The application: its pages, its API, and what holds for both."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib import import_module
from pkgutil import iter_modules

from anyio import CapacityLimiter
from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from onrecord.errors import OnrecordError
from onrecord.serving import api, pages
from onrecord.serving.access import SignInNeeded, may_read
from onrecord.serving.api.describing import describe
from onrecord.serving.failing import is_api, problem, status_of
from onrecord.serving.headers import Conditional, SafeHeaders
from onrecord.serving.jobs import Jobs
from onrecord.serving.lanes import AT_ONCE, LANES, let_others_in
from onrecord.serving.limits import BodyLimit
from onrecord.serving.site import Site
from onrecord.serving.views import STATIC, address, page
from onrecord.version import __version__

__all__ = ["create_app"]

ENDING = 20.0
"""Seconds that an article in hand is given to be finished when the server ends."""


class _Files(StaticFiles):
    """Files that never change under their address, which holds a hash of them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file."""
        found = await super().get_response(path, scope)
        found.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return found


def create_app(site: Site) -> FastAPI:
    """Return the application of a site.

    Every module of ``pages`` and ``api`` adds its ``router``; who may read is asked for all of them but those that say ``OPEN``.
    """
    jobs = Jobs(site.ledger)

    @asynccontextmanager
    async def alive(_: FastAPI) -> AsyncIterator[None]:
        """Answer so many at a time as is quickest; let what is being read be finished when the server ends."""
        limiter = current_default_thread_limiter()
        limiter.total_tokens = AT_ONCE
        watching = asyncio.create_task(let_others_in(limiter))
        yield
        watching.cancel()
        await run_in_threadpool(jobs.end, ENDING)

    app = FastAPI(
        title="onrecord",
        lifespan=alive,
        version=__version__,
        summary="Who said what, on whose word, and what still stands.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.site = site
    app.state.jobs = jobs
    app.state.lanes = {lane: CapacityLimiter(most) for lane, most in LANES.items()}
    for package, prefix, listed in ((pages, "", False), (api, "/api/v1", True)):
        for module in sorted(m.name for m in iter_modules(package.__path__)):
            found = import_module(f"{package.__name__}.{module}")
            if hasattr(found, "router"):
                guard = [] if getattr(found, "OPEN", False) else [Depends(may_read)]
                app.include_router(found.router, prefix=prefix, include_in_schema=listed, dependencies=guard)
    describe(app)
    app.mount("/static", _Files(directory=STATIC), name="static")
    app.add_exception_handler(OnrecordError, _failed)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(Conditional)
    app.add_middleware(BodyLimit, most=site.most)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(site.hosts), www_redirect=False)
    app.add_middleware(SafeHeaders)
    return app


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnrecordError)
    status = status_of(error)
    return _told(request, status, str(error), {"Retry-After": "5"} if status == HTTPStatus.SERVICE_UNAVAILABLE else {})


def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the server logs it
    """Return what is told of a fault of ours; what it is stands in the server's log and not in the answer."""
    line = "the server: got a question that it failed at; expected none, and whoever runs it finds it in its log"
    return problem(500, line, request.url.path) if is_api(request) else PlainTextResponse(f"{line}\n", 500)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error, SignInNeeded) and not is_api(request) and request.method == "GET":
        back = address(request.url.path) + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(address("/sign-in", to=back), 303)
    return _told(request, error.status_code, str(error.detail), dict(error.headers or {}))


def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = [f"{'.'.join(str(p) for p in e['loc'][1:]) or e['loc'][0]}: {e['msg']}" for e in error.errors()]
    return _told(request, 422, "; ".join(told[:5]), {})


def _told(request: Request, status: int, line: str, headers: dict[str, str]) -> Response:
    """Return one line that says what went wrong, as whoever asks reads it."""
    if is_api(request):
        answer: Response = problem(status, line, request.url.path)
    else:
        answer = page(request, "problem.html", status=status, title=HTTPStatus(status).phrase, line=line)
    for name, value in headers.items():
        answer.headers[name] = value
    return answer
