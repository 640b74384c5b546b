"""Datelines and credits in brackets: the agency a document relays (design 4.1, shape 4)."""

import re

from onrecord.reading.voices import Voices
from onrecord.records import Span

__all__ = ["dateline"]

_DASHES = frozenset(("-", "--", "—", "–", "―", ":"))
_LONGEST_DATELINE = 24
_CAPITALS = re.compile(r"[A-Z][A-Z .'’-]+$")


def dateline(voices: Voices, outlet: str | None) -> Span | None:
    """Return the agency that a dateline or a credit in brackets names, unless it is the document's own outlet.

    "DUBAI, Sept 10 (Reuters) - ..." opens the first paragraph; "(Reuters)" may also stand at the end of the last.
    """
    parse = voices.tree.parse
    bodies = parse.paragraphs[parse.headline :]
    if not bodies:
        return None
    for first, last in (bodies[0], bodies[-1]):
        a, b = parse.sentences[first][0], parse.sentences[last - 1][1]
        span = _opening(voices, a, min(b, a + _LONGEST_DATELINE)) or _closing(voices, a, b)
        if span is not None:
            name = " ".join(parse.words[span[0] : span[1]])
            same = outlet is not None and (name.casefold() in outlet.casefold() or outlet.casefold() in name.casefold())
            return None if same else span
    return None


def _opening(voices: Voices, a: int, b: int) -> Span | None:
    words = voices.tree.parse.words
    for k in range(a, b - 2):
        if words[k] == "(":
            close = next((m for m in range(k + 1, min(k + 8, b - 1)) if words[m] == ")"), None)
            if close is None or words[close + 1] not in _DASHES or not (k == a or _CAPITALS.match(words[a])):
                return None
            return (k + 1, close)
        if words[k] in (".", "“", '"'):
            return None
    return None


def _closing(voices: Voices, a: int, b: int) -> Span | None:
    words = voices.tree.parse.words
    if b - a < 3 or words[b - 1] != ")":
        return None
    opening = next((k for k in range(b - 2, max(a, b - 7), -1) if words[k] == "("), None)
    if opening is None:
        return None
    span = (opening + 1, b - 1)
    return span if voices.gazetteer.outlet(" ".join(words[span[0] : span[1]])) is not None else None
