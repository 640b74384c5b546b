"""A text cut where statements begin and end, so that each piece can be marked with all that cover it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.flow.documents import Told
from onrecord.reading.paragraphs import paragraph_spans
from onrecord.records import Document, Span

__all__ = ["Paragraph", "Piece", "paragraphs_of"]

_BREAK = re.compile(r"[\r\n]")
DRAWN = 3
"""Statements that lie over each other of which each has its own line; all are told of more."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same statements cover.

    Attributes:
        text: the words.
        start: where they stand.
        end: behind their last code point.
        told: the statements of whose contents they are part, the widest first.
        lines: those of them that are drawn.
        cue: those whose cue they are part of.
        source: those whose source they are part of.
        begin: the statements of which what is said begins here.
    """

    text: str
    start: int
    end: int
    told: tuple[Told, ...]
    lines: tuple[Told, ...]
    cue: tuple[Told, ...]
    source: tuple[Told, ...]
    begin: tuple[Told, ...]

    @property
    def ids(self) -> str:
        """The ids of all statements it belongs to, for a script."""
        return " ".join(dict.fromkeys(s.id for s in (*self.told[::-1], *self.cue, *self.source)))

    def of(self, told: Told | None) -> bool:
        """Whether a statement is among those it belongs to."""
        return told is not None and any(s is told for s in (*self.told, *self.cue, *self.source))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces.

    Attributes:
        pieces: its pieces, in order.
        headline: whether it is the headline.
        wrapped: whether its lines were broken at a width, which is no part of what it says.
    """

    pieces: tuple[Piece, ...]
    headline: bool
    wrapped: bool


def paragraphs_of(document: Document, part: Span, told: Sequence[Told], headline: Sequence[Span]) -> list[Paragraph]:
    """Return a part of a text as paragraphs in pieces.

    Args:
        document: the document.
        part: the part.
        told: the statements of which words stand in it.
        headline: where the headline stands.
    """
    text = document.text
    cover = [(a, b, role, s) for s in told for role, spans in _roles(s) for a, b in spans]
    cover.sort(key=lambda c: (c[0], -c[1], c[3].number))
    spans = [(part[0] + a, part[0] + b) for a, b in paragraph_spans(text[part[0] : part[1]])]
    first = _beginnings(told, spans, part)
    found = []
    near = 0
    for a, b in spans:
        while near < len(cover) and cover[near][1] <= a:
            near += 1
        inside = [c for c in _from(cover, near, b) if c[1] > a]
        pieces = tuple(_pieces(text, (a, b), inside, first))
        is_head = any(x <= a < y for x, y in headline)
        found.append(Paragraph(pieces, is_head, wrapped=_BREAK.search(text, a, b) is not None))
    return found


def _beginnings(told: Sequence[Told], spans: Sequence[Span], part: Span) -> dict[int, list[Told]]:
    """Return the statements by where what is said begins; what begins in the space before a paragraph begins with that."""
    found = defaultdict[int, list[Told]](list)
    starts = [a for a, _ in spans]
    for s in told:
        at = min((a for a, _ in s.content), default=s.begins)
        n = bisect_right(starts, at) - 1
        if n >= 0 and at < spans[n][1]:
            found[at].append(s)
        elif n + 1 < len(spans) and at >= part[0]:
            found[starts[n + 1]].append(s)
    return found


_Cover = tuple[int, int, str, Told]


def _roles(told: Told) -> Iterable[tuple[str, tuple[Span, ...]]]:
    return ("content", told.content), ("cue", told.cue), ("source", told.source)


def _from(cover: Sequence[_Cover], near: int, end: int) -> Iterable[_Cover]:
    """Yield what begins before an end."""
    for k in range(near, len(cover)):
        if cover[k][0] >= end:
            return
        yield cover[k]


def _pieces(text: str, span: Span, inside: Sequence[_Cover], first: Mapping[int, Sequence[Told]]) -> Iterable[Piece]:
    """Yield the pieces of a paragraph."""
    start, end = span
    cuts = sorted({start, end, *(x for a, b, _, _ in inside for x in (a, b) if start < x < end)})
    opening = defaultdict[int, list[_Cover]](list)
    for c in inside:
        opening[max(c[0], start)].append(c)
    active: list[_Cover] = []
    for a, b in pairwise(cuts):
        active = [c for c in active if c[1] > a] + opening[a]
        roles: dict[str, list[Told]] = {"content": [], "cue": [], "source": []}
        for _, _, role, s in active:
            if s not in roles[role]:
                roles[role].append(s)
        content = sorted(roles["content"], key=_size, reverse=True)
        yield Piece(
            text[a:b],
            a,
            b,
            tuple(content),
            tuple(content[-DRAWN:]),
            tuple(roles["cue"]),
            tuple(roles["source"]),
            tuple(sorted(first.get(a, ()), key=_size, reverse=True)),
        )


def _size(told: Told) -> tuple[int, int]:
    """Return how much a statement covers; of two alike the one told first lies below."""
    return sum(b - a for a, b in told.content), -told.number
