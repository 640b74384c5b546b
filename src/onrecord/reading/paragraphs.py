"""Where paragraphs begin and end, and whether the first is the headline."""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.records import Span

__all__ = ["MAX_HEADLINE", "is_headline", "paragraph_spans"]

MAX_HEADLINE = 25
"""Longest headline in words."""

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_FILLED = range(60, 101)
_SLACK = 3
_TITLE_MARK = re.compile(r"#{1,6}")
_CLOSING = frozenset("\"'”’»)]") | {"''", "’’"}
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.){2,}|(?:Co|Corp|Inc|Ltd|Jr|Sr|etc|St)\.")


def paragraph_spans(text: str) -> list[Span]:
    """Return the spans of the paragraphs that hold anything but white space, without the white space around them.

    A line break ends a paragraph, unless the text is wrapped at a fixed width: there only a blank line or a line that
    had room for the next word does.
    """
    lines: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        lines.append(_stripped(text, start, match.start()))
        start = match.end()
    lines.append(_stripped(text, start, len(text)))
    width = _wrapped_at(text, lines)
    if width:
        lines = _rejoined(text, lines, width)
    return [(a, b) for a, b in lines if a < b]


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    lead = len(line) - len(line.lstrip())
    return start + lead, start + max(lead, len(line.rstrip()))


def _wrapped_at(text: str, lines: Sequence[Span]) -> int:
    """Return the width in code points at which the text is wrapped, or 0 where it is not.

    It is where most lines with a line after them are of like length and stop in the middle of a sentence, because the
    next word had no room.
    """
    filled = sorted(b - a for a, b in lines if b - a in _FILLED)
    held = sum(a < b for a, b in lines)
    if len(filled) < 4 or 2 * len(filled) < held or any(b - a > _FILLED[-1] + 20 for a, b in lines):
        return 0
    width = filled[-1 - len(filled) // 20]
    pairs = [(b - a, c, d) for (a, b), (c, d) in pairwise(lines) if a < b and c < d]
    broken = [(size, c, d) for size, c, d in pairs if text[c].islower()]
    full = [size for size, c, d in broken if size + 1 + _first_word(text, c, d) > width - _SLACK]
    if len(full) < 4 or 4 * len(full) < 3 * len(broken) or 4 * len(broken) < len(pairs):
        return 0
    return width


def _first_word(text: str, start: int, end: int) -> int:
    """Return the length of the first word of a line, in code points."""
    return len(text[start:end].split(maxsplit=1)[0])


def _rejoined(text: str, lines: Sequence[Span], width: int) -> list[Span]:
    out: list[Span] = []
    last = 0
    for a, b in lines:
        if a == b:
            last = 0
            continue
        if last and (text[a].islower() or last + 1 + _first_word(text, a, b) > width - _SLACK):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
        last = b - a
    return out


def is_headline(words: Sequence[str]) -> bool:
    """Whether the first paragraph of a text, given by its words, is its headline.

    It is when it is short and does not end as sentences do, or is marked as a title in Markdown. A byline is not.
    """
    if len(words) > 1 and _TITLE_MARK.fullmatch(words[0]):
        return True
    if words[0] in ("Q", "A") and len(words) > 1 and words[1] == ":":
        return False
    if len(words) > MAX_HEADLINE or (words[0] in ("By", "BY") and len(words) <= 10):
        return False
    last = len(words) - 1
    while last and words[last] in _CLOSING:
        last -= 1
    if words[last] == ".":
        return last > 0 and _ABBREVIATED.fullmatch(words[last - 1] + ".") is not None
    return words[last][-1] not in ",;:"
