"""How much may be sent at once, and how often who may ask for what costs much."""

import threading
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.serving.failing import too_large

__all__ = ["PER_MINUTE", "BodyLimit", "Limiter", "limit", "limited"]

PER_MINUTE = {"sign in": 10, "write": 120, "add": 20, "screen": 120, "brief": 60, "pdf": 12, "match": 60}
"""How often in a minute somebody may do what costs much, by what it is."""
REMEMBERED = 10_000
"""Askers whose use is remembered; the one that asked longest ago is forgotten first."""


@dataclass
class Limiter:
    """A bucket for each asker and kind of request: it holds a minute's worth, and fills up steadily.

    Attributes:
        clock: seconds that only go forward.
    """

    clock: Callable[[], float] = time.monotonic
    _left: OrderedDict[tuple[str, str], tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, kind: str, who: str) -> float:
        """Take one from a bucket; 0, or the seconds after which there is one again."""
        most = PER_MINUTE[kind]
        with self._lock:
            now = self.clock()
            left, since = self._left.pop((kind, who), (float(most), now))
            left = min(most, left + (now - since) * most / 60)
            allowed = left >= 1
            self._left[kind, who] = (left - 1 if allowed else left, now)
            if len(self._left) > REMEMBERED:
                self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) * 60 / most


def limit(request: Request, kind: str) -> None:
    """Refuse who asks too often.

    Args:
        request: what is asked.
        kind: a key of ``PER_MINUTE``.

    Raises:
        HTTPException: 429.
    """
    who = request.client.host if request.client is not None else "unknown"
    wait = request.app.state.site.limiter.wait(kind, who)
    if wait > 0:
        seconds = max(1, round(wait + 0.5))
        told = f"got more than {PER_MINUTE[kind]} requests in a minute; expected fewer: again in {seconds} s"
        raise HTTPException(429, told, headers={"Retry-After": str(seconds)})


def limited(kind: str) -> Callable[[Request], Awaitable[None]]:
    """Return ``limit`` as a dependency; nothing in it waits, so that it needs no thread."""

    async def check(request: Request) -> None:
        limit(request, kind)

    return check


class BodyLimit:
    """Refuses what is larger than a server takes, before it is read whole."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, as far as it is small enough."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        told = next((v for k, v in scope["headers"] if k == b"content-length"), b"0")
        if not told.isdigit() or int(told) > self.most:
            await too_large(self.most, scope["path"])(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.most:
                raise HTTPException(413, f"got more than {self.most:,} bytes; expected fewer")
            return message

        await self.app(scope, counted, send)
