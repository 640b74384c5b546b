"""A web server of our own on 127.0.0.1, an article to serve, as text and as a page, and how fetching may end."""

import gzip
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.acquiring import Limits
from onrecord.acquiring.fetch import fetch
from onrecord.errors import FetchError, InputError

ARTICLE = (
    "Envoy Denies Cargo Claim\n"
    "The ambassador said on Friday that the ship had carried no weapons, and called the report “baseless”.\n"
    "Two port officials told the paper that crates were loaded at night. Neither would be named.\n"
)

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Envoy denies cargo claim | Daily Harbour</title>
<link rel="canonical" href="https://harbour.example/2023/envoy">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Envoy denies cargo claim",
"datePublished": "2023-05-12T08:00:00+02:00", "publisher": {"@type": "Organization", "name": "Daily Harbour"}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><p class="kicker">Shipping</p><h1>Envoy denies  cargo claim</h1><p class="byline">By A. Writer</p>
<p>The ambassador said on Friday that the ship had carried <a href="/x">no weapons</a>, and called the report
<q>baseless</q>.</p>
<h2>What is known</h2>
<p>Two port officials told the paper that crates were loaded at night.<br>Neither would be named &amp; seen.</p>
<ul><li>The ship left in December.</li><li>It was insured.</li></ul>
<blockquote><p>“We have seen no evidence,” a ministry spokeswoman said.</p></blockquote>
<table><tr><td>6 Dec</td><td>Docked</td></tr></table>
<p>The government has ordered an inquiry, which is to report within six weeks, according to the presidency.</p>
</article>
<section class="comments" id="comments"><h3>Comments</h3><p>First! This is all wrong, said a reader of it.</p></section>
<footer>© 2021 Daily Harbour. All rights reserved.</footer></body></html>"""


class Site:
    """What the server answers, path by path; ``asked`` lists the paths asked for, in order."""

    def __init__(self, port: int) -> None:
        self.host = f"127.0.0.1:{port}"
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self._answers: dict[str, Callable[[BaseHTTPRequestHandler], object]] = {}

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"

    def answer(self, path: str, body: bytes | str = b"", *, status: int = 200, **headers: str) -> str:
        """Answer ``path`` with ``body``; header names take _ for -. Returns the URL."""
        content = body.encode() if isinstance(body, str) else body
        headers.setdefault("Content_Type", "text/plain; charset=utf-8")

        def handle(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.send_header("Content-Length", str(len(content)))
            request.end_headers()
            request.wfile.write(content)

        return self.do(path, handle)

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        return self.answer(path, status=status, Location=to)

    def bomb(self, path: str, size: int) -> str:
        """Answer with ``size`` bytes of spaces, gzipped to about a thousandth."""
        return self.answer(path, gzip.compress(b" " * size), Content_Encoding="gzip")

    def drip(self, path: str, *, headers: bool) -> str:
        """Answer one byte every 50 ms, for up to 5 s: in the headers, or in the body."""

        def handle(request: BaseHTTPRequestHandler) -> None:
            start = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n"
            request.wfile.write(start + (b"X-Long: " if headers else b"\r\n"))
            try:
                for _ in range(100):
                    request.wfile.write(b"a")
                    time.sleep(0.05)
            except OSError:
                pass  # the client left, as it should

        return self.do(path, handle)

    def do(self, path: str, handle: Callable[[BaseHTTPRequestHandler], object]) -> str:
        self._answers[path] = handle
        return self.url(path)

    def handle(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append(request.path)
        self.agents.add(request.headers["User-Agent"])
        answer = self._answers.get(request.path)
        if answer is None:
            request.send_error(404)
        else:
            answer(request)

    def reset(self) -> None:
        self.asked.clear()
        self._answers.clear()


class Handler(BaseHTTPRequestHandler):
    """Hands every request to the site."""

    site: Site

    def do_GET(self) -> None:
        self.site.handle(self)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class QuietServer(ThreadingHTTPServer):
    """Says nothing when a client leaves early, as the clients here must."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet."""


def refusal(url: str, limits: Limits, kind: type[InputError] = FetchError) -> str:
    """Return the message that fetching ``url`` ends with, having checked its kind and form."""
    with pytest.raises(InputError) as caught:
        fetch(url, limits)
    assert type(caught.value) is kind
    assert str(caught.value).isprintable()
    assert caught.value.where == url
    return f"got {caught.value.got}; expected {caught.value.expected}"
