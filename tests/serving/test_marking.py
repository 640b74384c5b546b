"""A text cut where statements begin and end: nothing is lost, and each piece tells all that cover it."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.flow.documents import Told
from onrecord.records import Document
from onrecord.serving.marking import DRAWN, paragraphs_of

TEXT = "Iran sent it.\n\nSix sources said so.\r\n  \u202eCafe\u0301 \U0001f680 closed, he said.\n"
Spans = tuple[tuple[int, int], ...]


def told(number: int, content: Spans, cue: Spans = (), source: Spans = ()) -> Told:
    read: dict[str, Any] = {"stance": "asserts", "source": None, "condition": None, "via": []}
    return Told(f"s{number}", number, f"d.{number}", read, (), source, cue, content)


spans = st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=6, unique=True).map(
    lambda ends: tuple(pairwise(sorted(ends)))[::2]
)


@given(st.lists(st.tuples(spans, spans), max_size=6))
def test_each_piece_tells_all_that_cover_it(drawn: list[tuple[Spans, Spans]]) -> None:
    statements = [told(n, content, cue) for n, (content, cue) in enumerate(drawn, 1)]
    found = paragraphs_of(Document(TEXT), (0, len(TEXT)), statements, ((0, 13),))
    pieces = [p for paragraph in found for p in paragraph.pieces]
    assert all(TEXT[p.start : p.end] == p.text for p in pieces)
    assert all(a.end <= b.start and TEXT[a.end : b.start].strip() == "" for a, b in pairwise(pieces))
    for p in pieces:
        for k in range(p.start, p.end):
            assert {s.id for s in p.told} == {s.id for s in statements if any(a <= k < b for a, b in s.content)}
            assert {s.id for s in p.cue} == {s.id for s in statements if any(a <= k < b for a, b in s.cue)}
        sizes = [sum(b - a for a, b in s.content) for s in p.told]
        assert sizes == sorted(sizes, reverse=True)
        assert p.lines == p.told[-DRAWN:]
    begun = [s.id for p in pieces for s in p.begin]
    last = pieces[-1].end
    assert sorted(begun) == sorted(s.id for s in statements if s.content[0][0] < last)
    assert [paragraph.headline for paragraph in found] == [True, False, False]


def test_what_was_begun_in_an_earlier_part_begins_nowhere_here() -> None:
    (paragraph,) = paragraphs_of(Document(TEXT), (15, 36), [told(1, ((0, 20),)), told(2, ((14, 20),))], ())
    assert [(p.text, [s.id for s in p.told], [s.id for s in p.begin]) for p in paragraph.pieces] == [
        ("Six s", ["s1", "s2"], []),
        ("ources said so.", [], []),
    ]


def test_lines_broken_at_a_width_are_told() -> None:
    line = "the quick brown fox jumps over the lazy dog and then goes on to the next\n"
    found = paragraphs_of(Document(line * 8), (0, 8 * len(line)), [], ())
    assert [p.wrapped for p in found] == [True]
