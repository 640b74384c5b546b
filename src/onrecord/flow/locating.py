"""Where in a text do some words stand? What a person copied or typed, found again to the character."""

import re
import unicodedata
from collections.abc import Iterator

from onrecord.acquiring.wording import printable
from onrecord.errors import NotTextError
from onrecord.records import Span

__all__ = ["GAP", "located"]

GAP = "…"
"""What stands for words that are left out, on a line of its own or between spaces."""
_GAP = re.compile(r"\s+(?:…|\[…\]|\.\.\.|\[\.\.\.\])\s+")
_JOINERS = "\u200c\u200d"
"""Characters that tie what is before them to what follows."""


def located(text: str, words: str, near: int) -> tuple[Span, ...]:
    """Return where words stand in a text, runs of white space taken for alike; of several places the nearest one.

    Args:
        text: the text.
        words: the words; what lies apart is parted by an ellipsis between spaces, or on a line of its own.
        near: where they are thought to stand.

    Raises:
        NotTextError: they are no words of the text, in this order.
    """
    if not words.split():
        raise NotTextError("the words", "none", "words of the article, exactly as they stand there")
    whole = _nearest(text, words, near)
    if whole is not None:
        return (whole,)
    found: list[Span] = []
    for piece in _GAP.split(words.strip()):
        at = _nearest(text, piece, found[-1][1] if found else near, after=found[-1][1] if found else 0)
        if at is None:
            expected = "words of the article, exactly as they stand there and in their order"
            raise NotTextError("the words", f"“{printable(' '.join(piece.split()))}”", expected)
        found.append(at)
    return tuple(found)


def _nearest(text: str, words: str, near: int, after: int = 0) -> Span | None:
    return min(_places(text, words, after), key=lambda span: (abs(span[0] - near), span[0]), default=None)


def _places(text: str, words: str, after: int) -> Iterator[Span]:
    """Yield where words stand, but for places that would cut a letter from the marks above it."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not pattern.pattern:
        return
    for found in pattern.finditer(text, after):
        a, b = found.span()
        if not _is_tied(text, a) and not _is_tied(text, b):
            yield a, b


def _is_tied(text: str, at: int) -> bool:
    """Whether what stands at a place belongs to what stands before it."""
    if not 0 < at < len(text):
        return False
    return unicodedata.combining(text[at]) != 0 or text[at] in _JOINERS or text[at - 1] == "\u200d"
