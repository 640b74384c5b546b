"""Where sentences end."""

import re
from collections.abc import Sequence

from onrecord.records import Span

__all__ = ["MAX_SENTENCE", "dateline_end", "sentence_ends"]

MAX_SENTENCE = 120
"""Longest sentence in words; a longer one is broken at a semicolon or comma where it has one."""

_STOPS = frozenset(".!?…。！？؟۔।॥｡")
_TERMINATOR = re.compile(r"[.!?…]+|[。！？؟۔।॥｡]")
_CLOSING = frozenset("”’»›)]}")
_STRAIGHT = frozenset("\"'") | {"''", "’’"}
_QUOTES = _STRAIGHT | {"”", "’", "»", "›"}
_SUSPENDING = frozenset(["...", "…", ".."])
_DASHES = frozenset(("—", "–", "-", "--"))
LONGEST_DATELINE = 18
"""Words of a dateline, marks included, up to its dash."""
_SPEECH_LIST = """
    said says asked asks replied told tells added adds wrote writes warned shouted cried insisted wondered joked
    demanded exclaimed tweeted posted called answered responded quipped remarked declared continued
"""
_SPEECH = frozenset(_SPEECH_LIST.split())


def sentence_ends(text: str, words: Sequence[Span]) -> list[int]:
    """Return where the sentences of one paragraph end.

    Args:
        text: the whole text.
        words: the paragraph's words as spans of code points into it.

    Returns:
        Increasing word indices, each one past a sentence's last word; the last is ``len(words)``.
    """
    strings = [text[a:b] for a, b in words]
    ends: list[int] = []
    start = end = dateline_end(strings)
    if end:
        ends.append(end)
    for i, string in enumerate(strings):
        if i < end or string[0] not in _STOPS or not _TERMINATOR.fullmatch(string):
            continue
        end = _with_closers(strings, words, i)
        if end == len(strings) or not _goes_on(strings, words, start, i, end):
            _append(ends, strings, start, end)
            start = end
    if start < len(strings):
        _append(ends, strings, start, len(strings))
    return ends


def dateline_end(strings: Sequence[str]) -> int:
    """Return where the dateline of a paragraph ends, one past its dash; 0 where it has none.

    "DUBAI, Sept 10 (Reuters) -" names a place in capitals, perhaps a day and the agency, and belongs to no sentence.
    """
    if len(strings) < 4 or len(strings[0]) < 3 or not strings[0].isupper() or not strings[0].isalpha():
        return 0
    bracket = False
    for k, string in enumerate(strings[:LONGEST_DATELINE]):
        if string in _DASHES and k + 1 < len(strings):
            return k + 1
        bracket = (bracket or string == "(") and string != ")"
        if string[0].islower() and not bracket:
            return 0
    return 0


def _with_closers(strings: Sequence[str], words: Sequence[Span], i: int) -> int:
    """Return one past the marks that close with the full stop at ``i``: further stops, quote marks, brackets, notes."""
    end = i + 1
    while end < len(strings):
        string = strings[end]
        if string in _STRAIGHT:
            if not _closes(words, end):
                break
        elif string not in _CLOSING and not _TERMINATOR.fullmatch(string):
            break
        end += 1
    while end + 2 < len(strings) and strings[end] == "[" and strings[end + 1].isdigit() and strings[end + 2] == "]":
        end += 3
    return end


def _closes(words: Sequence[Span], i: int) -> bool:
    """Whether a straight quote mark touches the word before it, or neither neighbour."""
    touches_left = words[i - 1][1] == words[i][0]
    touches_right = i + 1 < len(words) and words[i][1] == words[i + 1][0]
    return touches_left or not touches_right


def _goes_on(strings: Sequence[str], words: Sequence[Span], start: int, i: int, end: int) -> bool:
    """Whether the sentence from ``start`` continues after the stop at ``i`` and the marks up to ``end``."""
    stop, following = strings[i], strings[end]
    before = strings[i - 1] if i else ""
    quoted = end > i + 1 and strings[end - 1] in _QUOTES
    if following[0] in ",;:" or (quoted and following[0] in "—–-"):
        return True
    if stop == "." and i == start + 1 and before.isdigit() and len(before) <= 2:
        return True
    if following[0].islower():
        return stop != "." or quoted or not (before.islower() and len(before) > 4) or _glued(words, end)
    if stop in _SUSPENDING:
        return not (following[0].isupper() or following in _STRAIGHT or following[0] in "“‘«")
    if quoted and stop != ".":
        return _names_speaker(strings, end)
    if end == i + 1 and _glued(words, end) and stop == ".":
        return following[0].isalnum() and not (before.islower() and following[:2].istitle())
    return False


def _glued(words: Sequence[Span], i: int) -> bool:
    return words[i - 1][1] == words[i][0]


def _names_speaker(strings: Sequence[str], end: int) -> bool:
    """Whether a question or exclamation in quotes is followed by the name of who asked or said it."""
    for string in strings[end : end + 6]:
        if string in _SPEECH:
            return True
        if string in _QUOTES or string[0] in ".!?“‘,":
            return False
    return False


def _append(ends: list[int], strings: Sequence[str], start: int, end: int) -> None:
    """Add the end of a sentence, and breaks inside it where it is too long."""
    while end - start > MAX_SENTENCE:
        latest = start + MAX_SENTENCE
        middle = start + MAX_SENTENCE // 3
        start = next(
            (k + 1 for mark in ";," for k in range(latest - 1, middle, -1) if strings[k] == mark),
            latest,
        )
        ends.append(start)
    ends.append(end)
