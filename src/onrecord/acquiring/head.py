"""What an HTML page declares about itself: headline, outlet, address and publication day.

Only what is declared as such is taken: JSON-LD of an article, ``meta`` elements, the canonical link, ``time`` elements.
htmldate and trafilatura's metadata would find more, but they also guess (a day in running text, the copyright year, a
host name for the outlet), and their answer depends on the day of asking; an unknown publication day is better than a
wrong one here.
"""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from onrecord.acquiring.wording import one_line

__all__ = ["Head", "read_head"]

_ARTICLES = frozenset({"Report", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting"})
_DAY = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_LONGEST = 1_000
"""Characters of a headline or an outlet's name that are kept; a longer address is none, for half of one leads elsewhere."""
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)


@dataclass(frozen=True, slots=True)
class Head:
    """A page's own declarations; None where it makes none."""

    headline: str | None
    outlet: str | None
    url: str | None
    published: date | None


def read_head(tree: Any) -> Head:
    """Read the declarations of a parsed page (an ``lxml.html`` tree)."""
    nodes = list(_json_nodes(tree))
    article = next((node for node in nodes if _is_article(node)), {})
    metas = _metas(tree)
    outlet = _cut(_publisher(article, nodes) or metas.get("og:site_name"))
    declared = _text(article.get("headline")) or metas.get("og:title") or metas.get("twitter:title")
    return Head(
        headline=_without_outlet(_headline(tree, _cut(declared)), outlet),
        outlet=outlet,
        url=_url(tree, metas),
        published=_published(tree, _text(article.get("datePublished")), metas),
    )


def _json_nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page: those at the top and in graphs, not those inside other objects."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = deque([json.loads(script.text or "", strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.popleft()
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                yield node
                waiting.extend(node[key] for key in ("@graph", "mainEntity") if key in node)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and (kind.endswith("Article") or kind in _ARTICLES) for kind in kinds)


def _publisher(article: dict[str, Any], nodes: list[dict[str, Any]]) -> str | None:
    publisher = article.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    if not isinstance(publisher, dict):
        return _text(publisher)
    name = publisher.get("name")
    if name is None and "@id" in publisher:  # named elsewhere in the graph
        name = next((node["name"] for node in nodes if node.get("@id") == publisher["@id"] and "name" in node), None)
    return _text(name)


def _metas(tree: Any) -> dict[str, str]:
    """Return the page's ``meta`` elements, the first of each name, names in lower case."""
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = _text(meta.get("content"))
        if content:
            metas.setdefault(name.lower(), content)
    return metas


def _headline(tree: Any, declared: str | None) -> str | None:
    """Return the headline as the page shows it where that can be told, else as it declares it."""
    shown = [line for line in (_shown(h1) for h1 in tree.xpath("//h1[not(ancestor::h1)]")) if line]
    title = next((line for line in (_shown(element) for element in tree.xpath("//head/title")) if line), None)
    others = [_folded(other) for other in (declared, title) if other]
    for line in shown:
        folded = _folded(line)
        if folded and any(folded in other for other in others):
            return line
    return declared or (shown[0] if len(shown) == 1 else None) or title


def _without_outlet(headline: str | None, outlet: str | None) -> str | None:
    """Cut the outlet's name from the end of a headline: "Envoy denies claim | The Harbour"."""
    if not headline or not outlet:
        return headline
    return re.sub(rf"\s+[|–—·:»-]+\s+{re.escape(outlet)}$", "", headline)


def _url(tree: Any, metas: dict[str, str]) -> str | None:
    links = [_text(link.get("href")) for link in tree.xpath("//link[@rel='canonical']")]
    return next((url for url in (*links, metas.get("og:url")) if _is_web_address(url)), None)


def _is_web_address(url: str | None) -> bool:
    return url is not None and len(url) <= _LONGEST and _WEB.match(url) is not None


def _published(tree: Any, declared: str | None, metas: dict[str, str]) -> date | None:
    marked = tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    for line in (declared, *(metas.get(name) for name in _PUBLISHED), *marked):
        day = _day(line)
        if day:
            return day
    days = {_day(line) for line in tree.xpath("//*[self::article or self::main]//time/@datetime")} - {None}
    return days.pop() if len(days) == 1 else None  # several: which one is publication is not said


def _day(line: str | None) -> date | None:
    """Return the day of an ISO 8601 or RFC 2822 date-time as written there, with no zone applied."""
    if not line:
        return None
    line = line[:_LONGEST]
    iso = _DAY.match(line)
    try:
        return date.fromisoformat(iso[1]) if iso else parsedate_to_datetime(line).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text(value: Any) -> str | None:
    """Return a declared value as one clean line, or None if it is not text or is empty."""
    return one_line(unescape(value)) or None if isinstance(value, str) else None


def _shown(element: Any) -> str:
    """Return an element's words; a line break inside it is a space."""
    pieces = (piece if isinstance(piece, str) else " " for piece in element.xpath(".//text()|.//br"))
    return _cut(one_line("".join(pieces))) or ""


def _cut(line: str | None) -> str | None:
    return line[:_LONGEST].rstrip() if line else None


def _folded(line: str) -> str:
    return "".join(c for c in line.casefold() if c.isalnum())
