"""Windows cover a text and never hold more than the model can read."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.labels import INPUTS, MARKS, PIECES_PER_WORD, WINDOW
from onrecord.reading.model import load_model
from onrecord.reading.windows import Units, cut_windows, window_arrays
from onrecord.records import Span

SPELLING = load_model().spelling


def units_of_shape(shape: list[list[int]], word: str = "word") -> Units:
    sentences, paragraphs, n = list[Span](), list[Span](), 0
    for paragraph in shape:
        first = len(sentences)
        for words in paragraph:
            sentences.append((n, n + words))
            n += words
        paragraphs.append((first, len(sentences)))
    return Units((word,) * n, tuple(sentences), tuple(paragraphs), 0, (False,) * n)


shapes = st.lists(st.lists(st.integers(1, 130), min_size=1, max_size=5), max_size=8)


@given(shapes, st.integers(1, WINDOW))
@settings(max_examples=60, deadline=None)
def test_windows_cover_every_word_once_and_fit(shape: list[list[int]], first: int) -> None:
    units = units_of_shape(shape, "Zolfaghar")
    pieces = SPELLING.pieces(units)
    windows = cut_windows(units, pieces.offsets, first)
    assert [w for a, b in windows for w in range(a, b)] == list(range(len(units.words)))
    assert all(pieces.offsets[b] - pieces.offsets[a] <= WINDOW for a, b in windows)


def test_paragraphs_stay_whole_where_they_fit() -> None:
    units = units_of_shape([[100], [100], [100]])
    assert cut_windows(units, SPELLING.pieces(units).offsets) == [(0, 200), (200, 300)]


def test_a_long_paragraph_is_cut_between_sentences_and_a_long_sentence_between_words() -> None:
    units = units_of_shape([[100, 100, 100], [600]])
    assert cut_windows(units, SPELLING.pieces(units).offsets) == [
        (0, 200),
        (200, 300),
        (300, 554),
        (554, 808),
        (808, 900),
    ]


@pytest.mark.parametrize("word", ["\u200b", "\ud800", "\x00", "a" * 5000, "𒀀", "."])
def test_every_word_has_pieces_but_not_too_many(word: str) -> None:
    ((spelled, _),) = SPELLING.spell([word])
    assert 1 <= len(spelled) <= PIECES_PER_WORD


def test_a_window_is_what_the_model_wants() -> None:
    units = units_of_shape([[3, 2]], "Iran")
    arrays = dict(zip(INPUTS, window_arrays(SPELLING.pieces(units), (1, 5), SPELLING), strict=True))
    assert arrays["pieces"][0] == SPELLING.cls
    assert arrays["pieces"][-1] == SPELLING.sep
    assert arrays["firsts"].tolist() == [1, 2, 3, 4]
    assert all(a.dtype == np.int64 for a in arrays.values())
    assert arrays["marks"].max() < MARKS
