"""The door: from what a person named to a ``Document``."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import urlsplit

from onrecord.acquiring.bring import STANDARD_INPUT, read_file, read_stream
from onrecord.acquiring.decode import decode
from onrecord.acquiring.frontmatter import Header, split_header
from onrecord.acquiring.language import check_language
from onrecord.acquiring.limits import Limits
from onrecord.acquiring.wording import READABLE, printable
from onrecord.errors import NotTextError
from onrecord.records import Document

__all__ = ["acquire", "acquire_bytes"]

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_BEFORE_MARKUP = r"\s*+(?:<\?xml[^>]*+>\s*+|<!--.*?-->\s*+)*+"
_WHOLE_PAGE = re.compile(_BEFORE_MARKUP + r"<(?:!doctype\s+html|html|head|body)(?=[\s/>])", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(
    _BEFORE_MARKUP + r"<(?:!doctype\s+html|html|head|body|meta|main|article|section|div|p|h1)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
"""A page or a piece of one; Markdown may begin with such a piece and is still Markdown."""
_HTML_MEDIA = frozenset({"text/html", "application/xhtml+xml"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN_MEDIA = frozenset({"text/markdown", "text/x-markdown"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_USUAL = Limits()


@dataclass(frozen=True, slots=True)
class _Raw:
    """What was brought: bytes, and what is known of them from outside."""

    where: str
    data: bytes
    is_page: bool = False
    is_markdown: bool = False
    url: str | None = None
    charset: str | None = None


def acquire(
    source: str,
    *,
    outlet: str | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits = _USUAL,
) -> Document:
    """Bring in one article, whatever form it has.

    Plain text and Markdown are kept to the character; of HTML the article is taken, headline first, a paragraph a line.
    A file may begin with a YAML header (``url, outlet, date, title``), which outranks what an HTML page says of itself;
    then its text is what follows, without blank lines at both ends.

    Args:
        source: a path, an ``http(s)://`` URL, or ``-`` for standard input.
        outlet: who published it; outranks what the document says.
        published: publication day; outranks what the document says.
        stdin: where ``-`` reads from; the process's standard input if None.
        limits: time, size and redirects allowed.

    Raises:
        InputError: one of its kinds (see ``onrecord.errors``), when no English article can be made of the source.
    """
    return _assembled(_bring(source, stdin, limits), outlet, published, limits.characters)


def acquire_bytes(
    name: str,
    data: bytes,
    *,
    url: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: date | None = None,
) -> Document:
    """Make of bytes that somebody handed in one article, as ``acquire`` does of a file.

    Args:
        name: what to call them; of a file its name, whose ending says what it is.
        data: the bytes.
        url: where it was published; outranks what the document says, as do the rest.
        title: its title.
        outlet: who published it.
        published: publication day.

    Raises:
        InputError: one of its kinds, when no English article can be made of them.
    """
    suffix = _suffix(name)
    raw = _Raw(printable(name), data, suffix in _HTML_SUFFIXES, suffix in _MARKDOWN_SUFFIXES)
    found = _assembled(raw, outlet, published, _USUAL.characters)
    return replace(found, url=url or found.url, title=title or found.title)


def _assembled(raw: _Raw, outlet: str | None, published: date | None, longest: int) -> Document:
    """Return the document that bytes hold."""
    header, text = split_header(decode(raw.data, raw.where, raw.charset), raw.where)
    if raw.is_page or (_WHOLE_PAGE if raw.is_markdown else _MARKUP).match(text):
        header, text = _from_page(text, header, raw.where)
    if not text or text.isspace():
        raise NotTextError(raw.where, "a header with nothing after it", READABLE)
    if (length := len(text.strip())) > longest:
        raise NotTextError(raw.where, f"a text of {length:,} characters", f"at most {longest:,}; cut it into parts")
    check_language(text, raw.where)
    return Document(
        text=text,
        url=raw.url or header.url,
        title=header.title,
        outlet=(outlet or "").strip() or header.outlet,
        published_on=published or header.published,
    )


def _from_page(markup: str, header: Header, where: str) -> tuple[Header, str]:
    """Return the article of a page, and the header with its gaps filled by what the page declares."""
    # Imported here because lxml and trafilatura take 0.12 to 0.3 s, which a plain text need not wait for.
    from onrecord.acquiring.html import read_page

    page = read_page(markup, where)
    filled = Header(
        url=header.url or page.url,
        outlet=header.outlet or page.outlet,
        published=header.published or page.published,
        title=header.title or page.title,
    )
    return filled, page.text


def _bring(source: str, stdin: BinaryIO | None, limits: Limits) -> _Raw:
    if source == "-":
        return _Raw(STANDARD_INPUT, read_stream(stdin, limits))
    if _URL.match(source):
        # Imported here because the HTTP library takes up to 0.13 s, which a file need not wait for.
        from onrecord.acquiring.fetch import fetch

        page = fetch(source, limits)
        is_markdown = page.media in _MARKDOWN_MEDIA or _suffix(urlsplit(page.url).path) in _MARKDOWN_SUFFIXES
        return _Raw(page.where, page.data, page.media in _HTML_MEDIA, is_markdown, page.url, page.charset)
    suffix = _suffix(source)
    data = read_file(source, limits)
    return _Raw(printable(source), data, suffix in _HTML_SUFFIXES, suffix in _MARKDOWN_SUFFIXES)


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()
