"""What every answer says to the browser: what a page may load and run, who may embed it; and whether anything has changed."""

import hashlib
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["POLICY", "Conditional", "SafeHeaders"]

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Nothing written into a page runs, whatever an article holds: no inline script or style, nothing from elsewhere."""
_ALWAYS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
BUFFERED = 4_000_000
"""Bytes of an answer up to which it is compared with what the browser has."""


class SafeHeaders:
    """Adds them to every answer, those of errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


class Conditional:
    """Gives each page a tag by its content, and answers "not modified" to who has it already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; if it is the same as before, without a body."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope).get("if-none-match", "")
        start: Message | None = None
        parts: list[bytes] = []

        async def held(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                if message["status"] != 200 or "etag" in Headers(raw=message["headers"]):
                    await send(message)
                    start = None
                return
            if start is None:
                await send(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body", False) and sum(map(len, parts)) < BUFFERED:
                return
            begun, start = start, None
            await _finish(begun, b"".join(parts), asked, send, more=message.get("more_body", False))

        await self.app(scope, receive, held)


async def _finish(start: Message, body: bytes, asked: str, send: Send, *, more: bool) -> None:
    """Send what was held back, with its tag if it is whole."""
    if not more:
        tag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
        headers = MutableHeaders(scope=start)
        headers["ETag"] = tag
        headers.add_vary_header("Cookie, Authorization")
        if tag in {t.strip() for t in asked.split(",")}:
            start["status"], body = 304, b""
            del headers["Content-Length"]
    await send(start)
    await send({"type": "http.response.body", "body": body, "more_body": more})
