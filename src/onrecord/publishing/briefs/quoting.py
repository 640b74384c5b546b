"""Exact words of a document: spans put together to what is quoted, cut where it grows too long, never changed."""

from collections.abc import Iterable

from onrecord.records import Span
from onrecord.records.briefs import Quote

__all__ = ["quoted", "runs"]

NEAR = 90
"""Characters between two spans of one paragraph that are quoted with them, since a reader wants the whole sentence."""
LEADING_ON = " \n\t,;:"
"""What stands at the end of words and leads on to others."""
BESIDE = "”\"’'»)]"
"""What closes behind a span what was opened in it."""
_CLOSING = {"“": "”", "«": "»", "(": ")", "[": "]"}
OPENING = {"”": "“", '"': '"', "’": "‘", "»": "«", ")": "(", "]": "["}


def runs(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that stand near each other in one paragraph as one.

    Args:
        text: the document's text.
        spans: spans, which may run over each other.
    """
    found: list[Span] = []
    for a, b in sorted(s for s in spans if s[0] < s[1]):
        if found and (a <= found[-1][1] or _is_gap(text[found[-1][1] : a])):
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return tuple(_closed(text, _trimmed(text, s)) for s in found)


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without what only leads on to words that are not quoted: "in 2018," ends with the year."""
    a, b = span
    inner = text[a:b].rstrip(LEADING_ON)
    return (a, a + len(inner)) if inner else span


def _is_gap(between: str) -> bool:
    return len(between) <= NEAR and "\n\n" not in between


def _closed(text: str, span: Span) -> Span:
    """Return a span with the mark beside it that closes a quotation or bracket opened in it, or opens one closed in it."""
    a, b = span
    before, inner = text[a - 1 : a], text[a:b]
    closing = _CLOSING.get(before)
    if closing is not None and inner.count(closing) > inner.count(before):
        a -= 1
    mark = text[b : b + 1]
    inside = text[a:b]
    if mark and mark in BESIDE:
        opening = OPENING.get(mark, mark)
        is_open = inside.count(opening) % 2 if opening == mark else inside.count(opening) > inside.count(mark)
        if is_open:
            return a, b + 1
    return a, b


def quoted(document: str, text: str, spans: Iterable[Span], most: int) -> Quote:
    """Return exact words to be quoted.

    Args:
        document: the document's id.
        text: its text.
        spans: where the words stand.
        most: characters at most; a longer quotation ends behind a word.
    """
    found: list[Span] = []
    left, cut = most, False
    for a, b in runs(text, spans):
        if b - a > left:
            cut = True
            end = _whole_word(text, a, a + left)
            if end > a:
                found.append((a, end))
            break
        found.append((a, b))
        left -= b - a
    return Quote(document, tuple(found), tuple(text[a:b] for a, b in found), cut)


def _whole_word(text: str, start: int, end: int) -> int:
    """Return the end of the last word that ends by then; of one long word, where it is cut."""
    if end - start < 2:
        return start
    space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return space if space > start else end
