"""Which words stand inside quotation marks."""

from collections.abc import Collection, Sequence

from onrecord.records import Span

__all__ = ["quoted_words", "quoted_words_at"]

_DOUBLE = frozenset('"“”„‟«»') | {"``", "''", "‘‘", "’’"}
_SINGLE = frozenset("'‘’‚‛‹›`")
_OPENING = frozenset("“„‟«‘‚‛‹`") | {"``", "‘‘"}
# Archives print two single marks for a double one at both ends, so that only their place tells which end it is.
_NEUTRAL = frozenset(['"', "''", "’’"])
_BEFORE_OPENING = frozenset("([{—–-/“„«\"‘'") | {"``", "--"}
_STOPS = frozenset(",.!?;:…") | {"...", "--", "—", "–"}


def quoted_words(words: Sequence[str], paragraph_starts: Collection[int]) -> tuple[bool, ...]:
    """Tell for each word whether it stands inside a quotation; the marks themselves do.

    A quotation never runs past its paragraph: one that goes on in the next paragraph opens there again. Apostrophes
    are no quote marks. A straight single quote mark opens nothing here, since without the spaces around the words it
    cannot be told from an apostrophe.

    Args:
        words: the words of a text.
        paragraph_starts: indices of the words that begin paragraphs.

    Returns:
        One truth value per word.
    """
    return _mark(words, paragraph_starts, None)


def quoted_words_at(words: Sequence[str], paragraph_starts: Collection[int], spans: Sequence[Span]) -> tuple[bool, ...]:
    """Do as ``quoted_words``, knowing from the words' ``spans`` which stand together without a space."""
    return _mark(words, paragraph_starts, spans)


def _mark(words: Sequence[str], starts: Collection[int], spans: Sequence[Span] | None) -> tuple[bool, ...]:
    inside = bytearray(len(words))
    marks = [i for i, word in enumerate(words) if word in _DOUBLE or word in _SINGLE]
    at = 0
    bounds = [*sorted({start for start in starts if 0 < start < len(words)}), len(words)]
    first = 0
    for end in bounds:
        here = at
        while at < len(marks) and marks[at] < end:
            at += 1
        if at > here:
            _Paragraph(words, spans, first, end, marks[here:at]).fill(inside)
        first = end
    return tuple(map(bool, inside))


class _Paragraph:
    """The quote marks of one paragraph.

    Attributes:
        marks: word indices of all its quote marks, in order.
        first: index of its first word.
        end: one past the index of its last word.
    """

    __slots__ = ("end", "first", "marks", "spans", "words")

    def __init__(
        self, words: Sequence[str], spans: Sequence[Span] | None, first: int, end: int, marks: Sequence[int]
    ) -> None:
        self.words, self.spans, self.first, self.end, self.marks = words, spans, first, end, marks

    def fill(self, inside: bytearray) -> None:
        """Set the bytes of the words inside quotations."""
        for a, b in self._double():
            inside[a:b] = b"\x01" * (b - a)
        if any(self.words[i] in _SINGLE and not inside[i] for i in self.marks):
            for a, b in self._single([i for i in self.marks if self.words[i] in _SINGLE and not inside[i]]):
                inside[a:b] = b"\x01" * (b - a)

    def _double(self) -> list[Span]:
        """Return the quotations between double marks, as ranges of words."""
        found: list[Span] = []
        opened = -1
        reopens = self._reopens()
        for i, again in zip(self.marks, reopens, strict=True):
            if opened < 0:
                if self.words[i] in _DOUBLE and self._may_open(i):
                    opened = i
            elif self._ends_double(i, again):
                found.append((opened, i + 1))
                opened = -1
        if opened >= 0:
            found.append((opened, self.end))
        return found

    def _reopens(self) -> list[bool]:
        """Tell for each mark whether the next double mark after it opens a quotation, or there is none."""
        out: list[bool] = []
        following = True
        for i in reversed(self.marks):
            out.append(following)
            if self.words[i] in _DOUBLE:
                following = self._only_opens(i)
        return out[::-1]

    def _ends_double(self, i: int, again: bool) -> bool:
        """Whether the mark at ``i`` ends an open double quotation; ``again`` is its entry in ``_reopens``."""
        word = self.words[i]
        if word in _DOUBLE:
            return not self._only_opens(i)
        # “... them,’ he said: a single mark stands in for the double one when no other is left to close with.
        return word in "'’" and again and self.words[i - 1] in _STOPS and self._touches_left(i) is not False

    def _single(self, marks: Sequence[int]) -> list[Span]:
        """Return the quotations between the single ``marks``, as ranges of words."""
        found: list[Span] = []
        opened = -1
        weak = -1
        for i in marks:
            if self._opens_single(i):
                if opened >= 0 and weak >= 0:
                    found.append((opened, weak + 1))
                opened, weak = i, -1
            elif opened >= 0 and self.words[i] in "'’›":
                if self._surely_closes(i):
                    found.append((opened, i + 1))
                    opened = -1
                elif weak < 0 and self._touches_right(i) is not True:
                    weak = i
        if opened >= 0 and weak >= 0:
            found.append((opened, weak + 1))
        elif opened == self.first and self.words[opened] == "‘":
            found.append((opened, self.end))
        return found

    def _opens_single(self, i: int) -> bool:
        word = self.words[i]
        free = self._touches_left(i) is not True or self.words[i - 1] in _BEFORE_OPENING
        if word in _OPENING:
            return free and i + 1 < self.end
        return word == "'" and self.spans is not None and free and self._touches_right(i) is True

    def _surely_closes(self, i: int) -> bool:
        """Whether a single mark closes a quotation and is not the apostrophe of a plural ("the workers' rights")."""
        if self._touches_right(i) is True and self.words[i + 1][0].isalnum():
            return False
        if self.words[i - 1] in _STOPS:
            return True
        return i + 1 == self.end or self.words[i + 1] in _STOPS or not self.words[i - 1].endswith("s")

    def _may_open(self, i: int) -> bool:
        word = self.words[i]
        if word in _OPENING:
            return not (word == "«" and self._only_closes(i))
        return not self._only_closes(i) if word in _NEUTRAL else self._only_opens(i)

    def _only_opens(self, i: int) -> bool:
        """Whether a double mark can only open: by its shape, unless its place says otherwise, or else by its place."""
        left, right = self._touches_left(i), self._touches_right(i)
        placed = right is True and (left is False or (left is True and self.words[i - 1] in _BEFORE_OPENING))
        if self.words[i] in _OPENING:
            return placed or left is not True
        return placed

    def _only_closes(self, i: int) -> bool:
        return self._touches_left(i) is True and self._touches_right(i) is not True

    def _touches_left(self, i: int) -> bool | None:
        """Whether no space is before the mark; None where that is not known."""
        if i == self.first:
            return False
        return None if self.spans is None else self.spans[i - 1][1] == self.spans[i][0]

    def _touches_right(self, i: int) -> bool | None:
        if i + 1 == self.end:
            return False
        return None if self.spans is None else self.spans[i][1] == self.spans[i + 1][0]
