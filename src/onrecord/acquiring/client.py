"""One GET: a URL in, a status, headers and a bounded body out."""

import re
import ssl
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Self
from urllib.parse import quote, urldefrag, urlsplit

import certifi
import httpcore2

from onrecord.acquiring.gate import Deadline, Gate, Overtime, RefusedAddress
from onrecord.acquiring.limits import Limits
from onrecord.acquiring.wording import printable
from onrecord.errors import FetchError
from onrecord.version import __version__

__all__ = ["AGENT", "Answer", "Client", "Target"]

AGENT = "onrecord"
"""The name robots.txt files may address."""

_HEADERS = {
    "User-Agent": f"Mozilla/5.0 (compatible; {AGENT}/{__version__}; fetches one article when a person asks)",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
}
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
_PIECE = 65_536
_GZIP = 31  # zlib's window bits for a gzip member
_IN_PATH = "%/:@!$&'()*+,;=~"
_PAGE = "a page at that address"
_URL = "an http or https URL"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said to one GET.

    Attributes:
        status: HTTP status.
        location: where it redirects to, if it does.
        media: media type in lower case, without parameters; None if not stated.
        charset: charset parameter of the content type, if stated.
        body: the content, decompressed; empty for a redirect or an error.
    """

    status: int
    location: str | None
    media: str | None
    charset: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be asked for, as far as its wording tells.

    Attributes:
        url: the URL without its fragment.
        origin: its scheme, host and port.
        wire: the same in the form the wire wants.
    """

    url: str
    origin: str
    wire: httpcore2.URL

    @classmethod
    def of(cls, url: str, where: str) -> Self:
        """Take a URL apart.

        Raises:
            FetchError: it is malformed, not http or https, has no host, or has a user name or password in it.
        """
        try:
            url = urldefrag(url.strip()).url
            parts = urlsplit(url)
            host = (parts.hostname or "").encode("idna").decode("ascii")
            port = parts.port
        except ValueError as error:  # UnicodeError, too
            raise FetchError(where, f"a malformed URL ({printable(str(error))})", _URL) from error
        if parts.scheme not in ("http", "https"):
            raise FetchError(where, f"a URL of the kind {printable(parts.scheme)}:", _URL)
        if parts.username is not None or parts.password is not None:
            raise FetchError(where, "a URL with a user name or password in it", "one without")
        if not host or not all(c.isalnum() or c in "-._:%" for c in host):
            raise FetchError(where, f"a URL without a proper host name ({printable(host)})", _URL)
        path = quote(parts.path, safe=_IN_PATH) or "/"
        query = "?" + quote(parts.query, safe=_IN_PATH + "?") if parts.query else ""
        origin = (
            f"{parts.scheme}://" + (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
        )
        return cls(url, origin, httpcore2.URL(scheme=parts.scheme, host=host, port=port, target=path + query))


class Client:
    """GETs for one fetch, all within one set of limits; every failure is a ``FetchError`` about ``where``."""

    def __init__(self, where: str, limits: Limits) -> None:
        """Start the clock of the whole fetch."""
        self._where = where
        self._limits = limits
        gate = Gate(limits.allow, Deadline(limits.seconds))
        self._pool = httpcore2.ConnectionPool(ssl_context=_trusted(), network_backend=gate)

    def __enter__(self) -> Self:
        """Open nothing yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close every connection."""
        self._pool.close()

    def get(self, target: Target, largest: int, *, cut: bool = False) -> Answer:
        """Ask for ``target``.

        Args:
            target: what to ask for.
            largest: bytes the body may have, compressed and decompressed.
            cut: whether a larger body is cut there rather than refused.

        Raises:
            FetchError: an address that must not be reached, no answer, or one that breaks the limits.
        """
        try:
            headers = [("Host", target.origin.partition("//")[2]), *_HEADERS.items()]
            with self._pool.stream("GET", target.wire, headers=headers) as response:
                return self._answer(response, largest, cut)
        except RefusedAddress as error:
            raise self._failure(f"{error} behind {printable(target.origin)}", "a public web address") from error
        except (Overtime, httpcore2.TimeoutException) as error:
            raise self._failure("no complete answer in time", f"one within {self._limits.seconds:g} seconds") from error
        except httpcore2.NetworkError as error:
            raise self._failure(f"no connection ({printable(str(error))})", _PAGE) from error
        except (httpcore2.ProtocolError, zlib.error) as error:
            raise self._failure(f"a damaged answer ({printable(str(error))})", _PAGE) from error

    def _failure(self, got: str, expected: str) -> FetchError:
        return FetchError(self._where, got, expected)

    def _answer(self, response: httpcore2.Response, largest: int, cut: bool) -> Answer:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1").strip() for name, value in response.headers}
        kind = headers.get("content-type", "")
        charset = _CHARSET.search(kind)
        is_page = 200 <= response.status < 300
        return Answer(
            status=response.status,
            location=headers.get("location"),
            media=kind.split(";")[0].strip().lower() or None,
            charset=charset[1] if charset else None,
            body=self._body(response, headers.get("content-encoding", "identity"), largest, cut) if is_page else b"",
        )

    def _body(self, response: httpcore2.Response, encoding: str, largest: int, cut: bool) -> bytes:
        pieces = self._counted(response.iter_stream(), largest)
        if encoding.lower() in ("gzip", "x-gzip"):
            pieces = _unzipped(pieces)
        elif encoding.lower() not in ("", "identity"):
            raise self._failure(f"content packed as {printable(encoding)}", "content plain or packed by gzip")
        body = bytearray()
        for piece in pieces:
            body += piece
            if len(body) > largest and not cut:
                raise self._failure(f"more than {largest:,} bytes", "a page of at most that size")
            if len(body) >= largest and cut:
                break
        return bytes(body[:largest])

    def _counted(self, pieces: Iterable[bytes], largest: int) -> Iterator[bytes]:
        """Pass the pieces on as they come over the wire, and no more of them than ``largest`` bytes and a piece."""
        seen = 0
        for piece in pieces:
            yield piece
            seen += len(piece)
            if seen > largest:
                raise self._failure(f"more than {largest:,} bytes", "a page of at most that size")


@cache
def _trusted() -> ssl.SSLContext:
    """Return what servers' certificates are judged by; reading the authorities takes some 60 ms, so once a process."""
    context = httpcore2.default_ssl_context()
    context.load_verify_locations(certifi.where())  # a bare machine may have none of its own
    return context


def _unzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Decompress gzip members, at most 64 KiB at a time.

    Raises:
        zlib.error: not gzip, or cut short.
    """
    member = zlib.decompressobj(_GZIP)
    for piece in pieces:
        rest, more = piece, True
        while more:
            if member.eof:  # another member follows
                member = zlib.decompressobj(_GZIP)
            out = member.decompress(rest, _PIECE)
            yield out
            rest = member.unused_data if member.eof else member.unconsumed_tail
            more = bool(rest) or (len(out) == _PIECE and not member.eof)
    if not member.eof:
        raise zlib.error("cut short")
