"""A page from the web, fetched without harm to anyone."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urldefrag, urljoin, urlsplit

from protego import Protego

from onrecord.acquiring.client import AGENT, Answer, Client
from onrecord.acquiring.limits import Limits
from onrecord.acquiring.wording import READABLE, plain
from onrecord.errors import FetchError, NotFoundError

__all__ = ["Page", "fetch"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_MEDIA = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/x-markdown", None})
_LARGEST_ROBOTS = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for at least 500 KiB."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a server handed over.

    Attributes:
        where: the URL as the user named it, fit for a message.
        url: the URL that answered, after redirects, without its fragment.
        data: the body, decompressed.
        media: media type the server declared (``text/html``), if it did.
        charset: charset the server declared, if it did.
    """

    where: str
    url: str
    data: bytes
    media: str | None
    charset: str | None


def fetch(url: str, limits: Limits) -> Page:
    """Fetch one page of text.

    Only public addresses (and ``limits.allow``) are reached, on ports 80, 443, 8080 and 8443, over http or https, and
    directly: proxies in the environment are not used, so that the address judged is the address reached. The robots.txt
    of every host on the way is obeyed (RFC 9309: none there means yes, a failing one means no).

    Args:
        url: an ``http`` or ``https`` URL.
        limits: time, size and redirects allowed.

    Raises:
        NotFoundError: the server says there is no such page (404, 410).
        FetchError: anything else that is not a page of text within the limits.
    """
    where = plain(_without_credentials(url))
    here = urldefrag(url.strip()).url
    robots: dict[str, Protego | None] = {}
    with Client(where, limits) as client:
        for _ in range(limits.redirects + 1):
            _ask_robots(client, here, robots, where, limits)
            answer = client.get(here, limits.size)
            if answer.status not in _REDIRECTS or not answer.location:
                _check(answer, where)
                return Page(where, here, answer.body, answer.media, answer.charset)
            here = _joined(here, answer.location, where)
    raise FetchError(where, f"more than {limits.redirects} redirects", "a page at that address")


def _check(answer: Answer, where: str) -> None:
    if answer.status in _GONE:
        raise NotFoundError(where, _status(answer.status), "a page at that address")
    if not 200 <= answer.status < 300:
        raise FetchError(where, _status(answer.status), "a page at that address")
    if answer.media not in _MEDIA:
        raise FetchError(where, f"content of the type {plain(answer.media or '')}", READABLE)


def _ask_robots(client: Client, url: str, known: dict[str, Protego | None], where: str, limits: Limits) -> None:
    """Refuse ``url`` if its host's robots.txt does; each host is asked once."""
    parts = urlsplit(url)
    host = f"{parts.scheme}://{parts.netloc}"
    if host not in known:
        known[host] = _robots(client, host, where, limits)
    rules = known[host]
    if rules is not None and not rules.can_fetch(url, AGENT):
        raise FetchError(where, f"a robots.txt that forbids {plain(url)}", "a page that programs may fetch")


def _robots(client: Client, host: str, where: str, limits: Limits) -> Protego | None:
    """Return the rules of a host, or None if it has none."""
    here = f"{host}/robots.txt"
    for _ in range(limits.redirects + 1):
        answer = client.get(here, _LARGEST_ROBOTS, cut=True)
        if answer.status in _REDIRECTS and answer.location:
            here = _joined(here, answer.location, where)
            continue
        if answer.status >= 500:
            raise FetchError(
                where, f"{_status(answer.status)} for its robots.txt", "a host that says what may be fetched"
            )
        return Protego.parse(answer.body.decode("utf-8", "replace")) if 200 <= answer.status < 300 else None
    return None


def _joined(base: str, location: str, where: str) -> str:
    try:
        return urldefrag(urljoin(base, location)).url
    except ValueError as error:
        raise FetchError(where, f"a redirect to a malformed URL ({plain(location)})", "an http or https URL") from error


def _status(status: int) -> str:
    phrases = {known.value: known.phrase for known in HTTPStatus}
    return f"HTTP status {status} ({phrases[status]})" if status in phrases else f"HTTP status {status}"


def _without_credentials(url: str) -> str:
    """Return ``url`` as messages may show it: a password in it is nobody's business."""
    head, slashes, rest = url.partition("//")
    authority, slash, path = rest.partition("/")
    return head + slashes + authority.rpartition("@")[2] + slash + path
