"""Datelines and credits in brackets: the agency a document relays (design 4.1, shape 4) and the day it is dated."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.reading.dates import FoundDate
from onrecord.reading.voices import Voices
from onrecord.records import Parse, Span

__all__ = ["dated", "dateline"]

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


def dated(parse: Parse, found: Sequence[FoundDate]) -> date | None:
    """Return the day of the dateline, or of a line of its own above the first sentence; None where there is none.

    "NAIROBI, May 14, 2025 (Reuters) - ..." dates what follows where the document does not say when it was published.

    Args:
        parse: the layers of the text.
        found: its time expressions, found without a publication day.
    """
    for first, last in parse.paragraphs[parse.headline :]:
        a, b = parse.sentences[first][0], parse.sentences[last - 1][1]
        verb = next((k for k in range(a, b) if parse.upos[k] in ("VERB", "AUX")), None)
        whole = verb is None and b - a <= _LONGEST_DATELINE
        end = b if whole else _dash(parse, a, min(verb or b, a + _LONGEST_DATELINE))
        days = [d.when.first for d in found if a <= d.start and d.end <= end and d.when.first == d.when.last]
        if len(days) == 1 and days[0] is not None:
            return days[0]
        if verb is not None:
            return None
    return None


def _dash(parse: Parse, a: int, b: int) -> int:
    """Return the dash that ends a dateline, or where the search began: one begins with the name of a place."""
    if parse.upos[a] != "PROPN":
        return a
    return next((k for k in range(b - 1, a, -1) if parse.words[k] in _DASHES), a)


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
