"""How many requests are worked on together: pages, and beside them what searches and what takes long."""

import time
from collections.abc import Awaitable, Callable
from functools import partial, wraps
from typing import Any, TypeVar

from anyio import CapacityLimiter, sleep, to_thread
from starlette.requests import Request

__all__ = ["AT_ONCE", "LANES", "beside_pages", "let_others_in"]

AT_ONCE = 1
"""Pages that are worked on together; more of them only wait for each other at every query, and all become slower."""
LONG = 0.2
"""Seconds after which a page that is still worked on holds up nobody."""
BESIDE = 7
"""Pages that have taken long beside which others are let in."""
LANES = {"searches": 2, "slow": 2}
"""Requests worked on together beside pages: what mostly waits for the database to search, and what takes long."""
_Answer = TypeVar("_Answer")


async def let_others_in(limiter: CapacityLimiter, every: float = LONG / 4) -> None:
    """Let another page in for each that has taken long; without end.

    Args:
        limiter: what lets pages in, ``AT_ONCE`` of them as long as none takes long.
        every: seconds between looks.
    """
    since: dict[object, float] = {}
    while True:
        await sleep(every)
        now = time.monotonic()
        since = {task: since.get(task, now) for task in limiter.statistics().borrowers}
        long = sum(now - begun >= LONG for begun in since.values())
        limiter.total_tokens = AT_ONCE + min(long, BESIDE)


def beside_pages(lane: str) -> Callable[[Callable[..., _Answer]], Callable[..., Awaitable[_Answer]]]:
    """Return a decorator for an endpoint that takes the request: it works on threads of its own, and pages never wait for it.

    Args:
        lane: a key of ``LANES``.
    """

    def put(endpoint: Callable[..., _Answer]) -> Callable[..., Awaitable[_Answer]]:
        @wraps(endpoint)
        async def run(*args: Any, request: Request, **given: Any) -> _Answer:
            work = partial(endpoint, *args, request=request, **given)
            return await to_thread.run_sync(work, limiter=request.app.state.lanes[lane])

        return run

    return put
