"""The article of an HTML page."""

import logging
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from trafilatura import bare_extraction, load_html

from onrecord.acquiring.head import read_head
from onrecord.acquiring.wording import one_line
from onrecord.errors import NotTextError

__all__ = ["Article", "read_page"]

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it reports, a NotTextError says in one line

_BLOCKS = ("p", "head", "item", "quote", "row", "list", "table", "lb", "ab", "code", "div")
_INLINE_PARENTS = frozenset({"p", "head", "cell"})
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_QUOTATION = re.compile(r"</?q(?:\s[^<>]*)?>", re.IGNORECASE)
"""The element whose quotation marks are drawn by the browser; here they are written."""
_SENTENCE_WORDS = 4
_SENTENCE_ENDS = (".", "!", "?", "…")
_CLOSING = "\"'”’»)]"
_WALL = re.compile(
    r"enable (?:javascript|cookies)|javascript is (?:disabled|required)|checking your browser"
    r"|verif\w{1,12} (?:that )?you are (?:a )?human|are you a robot|not a robot|access denied",
    re.IGNORECASE,
)
_WALL_WORDS = 60
_MOST_ELEMENTS = 30_000
"""A news page has some thousands; trafilatura's time grows faster than their number, to about 6 s at this one."""
_EXPECTED = "a page with an article"


@dataclass(frozen=True, slots=True)
class Article:
    """An article and what its page declares of it.

    Attributes:
        text: headline first, then one paragraph a line.
        title: the headline, if there is one.
        outlet: the publisher the page names.
        url: the page's canonical address.
        published: publication day the page declares; never a guess.
    """

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None


def read_page(markup: str, where: str) -> Article:
    """Take the article out of a page: no menus, no readers' comments, no captions.

    Args:
        markup: the page.
        where: its name, for messages.

    Raises:
        NotTextError: no article in it.
    """
    tree = _parsed(markup)
    if tree is None:
        raise NotTextError(where, "a page without an article", _EXPECTED)
    elements = int(tree.xpath("count(//*)"))
    if elements > _MOST_ELEMENTS:
        raise NotTextError(where, f"a page of {elements:,} elements", f"one of at most {_MOST_ELEMENTS:,}")
    head = read_head(tree)
    found = bare_extraction(tree, include_comments=False)
    body = _lines(found.body) if found is not None and not isinstance(found, dict) else []
    words = sum(len(line.split()) for line in body)
    if words < _WALL_WORDS and _WALL.search("\n".join(body)):
        raise NotTextError(where, "a page that wants a browser (JavaScript, cookies or a check for robots)", _EXPECTED)
    if not any(_is_sentence(line) for line in body):
        raise NotTextError(where, "a page without an article", _EXPECTED)
    return Article("\n".join(_headed(body, head.headline)), head.headline, head.outlet, head.url, head.published)


def _parsed(markup: str) -> Any:
    declaration = _XML_DECLARATION.match(markup)  # lxml takes none in text that is decoded already
    markup = markup[declaration.end() :] if declaration else markup
    markup = _QUOTATION.sub(lambda tag: "”" if tag[0][1] == "/" else "“", markup)
    markup = markup.replace("\x00", "")
    tree = load_html(markup)
    if (tree is None or tree.tag != "html") and markup.lstrip().startswith("<"):  # a lone element, as in "<p>…</p>"
        return load_html(f"<html><body>{markup}</body></html>")
    return tree


def _lines(body: Any) -> list[str]:
    """Return an extracted body as lines: trafilatura's own text adds list dashes and table bars that nobody wrote."""
    for element in list(body.iter(*_BLOCKS)):
        if element.tag == "code" and element.getparent().tag in _INLINE_PARENTS:
            continue
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    for cell in body.iter("cell"):
        cell.tail = " " + (cell.tail or "")
    lines = (one_line(line) for line in "".join(body.itertext()).split("\n"))
    return [line for line in lines if line]


def _is_sentence(line: str) -> bool:
    return line.rstrip(_CLOSING).endswith(_SENTENCE_ENDS) and len(line.split()) >= _SENTENCE_WORDS


def _headed(lines: list[str], headline: str | None) -> list[str]:
    """Put the headline first, once: a body often begins with it, or with a kicker above it."""
    if headline is None:
        return lines
    same = [at for at, line in enumerate(lines[:3]) if line.casefold() == headline.casefold()]
    rest = [line for at, line in enumerate(lines) if at not in same]
    return [headline, *rest]
