"""A page from the web, fetched without harm to anyone."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin

from protego import Protego

from onrecord.acquiring.client import AGENT, Answer, Client, Target
from onrecord.acquiring.limits import Limits
from onrecord.acquiring.wording import READABLE, printable
from onrecord.errors import FetchError, NotFoundError

__all__ = ["Page", "fetch"]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGE = "a page at that address"
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


def fetch(url: str, limits: Limits, *, any_media: bool = False) -> Page:
    """Fetch one page of text, or a file of any kind.

    Only public addresses (and ``limits.allow``) are reached, on ports 80, 443, 8080 and 8443, over http or https, and
    directly: proxies in the environment are not used, so that the address judged is the address reached. The robots.txt
    of every host on the way is obeyed (RFC 9309: none there means yes, a failing one means no).

    Args:
        url: an ``http`` or ``https`` URL.
        limits: time, size and redirects allowed.
        any_media: whether anything but text will do too: a list in XML or CSV.

    Raises:
        NotFoundError: the server says there is no such page (404, 410).
        FetchError: anything else that is not a page of text within the limits.
    """
    where = printable(_without_credentials(url))
    here = Target.of(url, where)
    robots: dict[str, Protego | None] = {}
    with Client(where, limits) as client:
        for _ in range(limits.redirects + 1):
            if here.origin not in robots:
                robots[here.origin] = _robots(client, here, where, limits)
            _ask(robots[here.origin], here, where)
            answer = client.get(here, limits.size)
            if answer.status not in _REDIRECTS or not answer.location:
                _check(answer, where, any_media=any_media)
                return Page(where, here.url, answer.body, answer.media, answer.charset)
            here = _redirected(here, answer.location, where)
    raise FetchError(where, f"more than {limits.redirects} redirects", _PAGE)


def _check(answer: Answer, where: str, *, any_media: bool) -> None:
    if answer.status in _GONE:
        raise NotFoundError(where, _status(answer.status), _PAGE)
    if not 200 <= answer.status < 300:
        raise FetchError(where, _status(answer.status), _PAGE)
    if answer.media not in _MEDIA and not any_media:
        raise FetchError(where, f"content of the type {printable(answer.media or '')}", READABLE)


def _ask(rules: Protego | None, target: Target, where: str) -> None:
    if rules is not None and not rules.can_fetch(target.url, AGENT):
        raise FetchError(where, f"a robots.txt that forbids {printable(target.url)}", "a page that programs may fetch")


def _robots(client: Client, page: Target, where: str, limits: Limits) -> Protego | None:
    """Return the rules of a page's host, or None if it has none."""
    here = Target.of(f"{page.origin}/robots.txt", where)
    for _ in range(limits.redirects + 1):
        answer = client.get(here, _LARGEST_ROBOTS, cut=True)
        if answer.status >= 500:
            raise FetchError(where, f"{_status(answer.status)} for its robots.txt", "a host that says what it allows")
        if answer.status not in _REDIRECTS or not answer.location:
            found = 200 <= answer.status < 300
            return Protego.parse(answer.body.decode("utf-8", "replace")) if found else None
        here = _redirected(here, answer.location, where)
    return None


def _redirected(base: Target, location: str, where: str) -> Target:
    try:
        return Target.of(urljoin(base.url, location), where)
    except ValueError as error:
        raise FetchError(
            where, f"a redirect to a malformed URL ({printable(location)})", "an http or https URL"
        ) from error


def _status(status: int) -> str:
    phrases = {known.value: known.phrase for known in HTTPStatus}
    return f"HTTP status {status} ({phrases[status]})" if status in phrases else f"HTTP status {status}"


def _without_credentials(url: str) -> str:
    """Return ``url`` as messages may show it: a password in it is nobody's business."""
    head, slashes, rest = url.partition("//")
    authority, slash, path = rest.partition("/")
    return head + slashes + authority.rpartition("@")[2] + slash + path
