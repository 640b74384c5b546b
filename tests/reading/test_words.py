"""The layout of a text: its parts fit together whatever the text."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.reading.words import Layout, lay_out, quoted_words

PIECES = [
    *"\"'‘’“”«»„‹›`.,;:!?…-–—/#@$%&()[]{}<>_*=~+ \n\r\t\x00\x85\u2028\u2029\u00a0\u200b\u200d\ufeff\ud800\udfff",
    "\r\n", "\n\n", "'s", "n't", "``", "''", "U.S.", "Mr. ", "No. 5", "a.m. ", "http://a.b/c", "www.", "x@y.org",
    "don't ", "cannot ", "1,000.5", "10%", "5-6", "anti-", "👩‍👩‍👧", "🇮🇷", "é", "e\u0301", "\u0301", "مرحبا", "שלום",
    "ภาษาไทย", "中文。", "नमस्ते।", "The ", "he said. ", "word ", "x" * 120,
]  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in lay_out(text).words]


def assert_partition(parts: tuple[tuple[int, int], ...], size: int) -> None:
    assert [a for a, _ in parts] == [0, *(b for _, b in parts)][: len(parts)]
    assert all(a < b for a, b in parts)
    assert (parts[-1][1] if parts else 0) == size


@given(TEXTS)
@settings(max_examples=300, deadline=None)
@example("")
@example(" \n ")
@example("\ud800 a\x00b\r\nc")
def test_every_visible_character_is_in_one_word_and_every_word_in_one_place(text: str) -> None:
    layout = lay_out(text)
    covered = [i for a, b in layout.words for i in range(a, b)]
    assert covered == [i for i, character in enumerate(text) if not character.isspace()]
    assert all(a < b for a, b in layout.words)
    assert_partition(layout.sentences, len(layout.words))
    assert_partition(layout.paragraphs, len(layout.sentences))
    assert len(layout.quoted) == len(layout.words)
    assert layout.headline in (0, 1)
    assert layout.headline < max(1, len(layout.paragraphs))
    assert all(b - a <= 120 for a, b in layout.sentences)


@given(TEXTS)
@settings(deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert lay_out(text) == lay_out(text)


@given(TEXTS)
@settings(deadline=None)
def test_layout_holds_only_what_json_can_carry(text: str) -> None:
    layout = lay_out(text)
    assert all(type(value) is bool for value in layout.quoted)
    assert json.loads(json.dumps(layout.words)) == [list(span) for span in layout.words]


@given(st.integers(0, 300), st.sampled_from(["ก", "字", "a", "\u0301", "1", "🏳", "."]))
@settings(deadline=None)
def test_words_stay_short_where_there_are_no_spaces(count: int, character: str) -> None:
    assert all(b - a <= 100 for a, b in lay_out(character * count).words)


def test_small_article() -> None:
    text = "Ministry Rejects Report\nThe ministry rejected it. “It is false,” an aide said.\n\nNobody else spoke."
    layout = lay_out(text)
    assert layout.headline == 1
    assert layout.paragraphs == ((0, 1), (1, 3), (3, 4))
    assert [text[layout.words[a][0] : layout.words[b - 1][1]] for a, b in layout.sentences] == [
        "Ministry Rejects Report",
        "The ministry rejected it.",
        "“It is false,” an aide said.",
        "Nobody else spoke.",
    ]
    assert [word for word, inside in zip(words(text), layout.quoted, strict=True) if inside] == [
        *("“", "It", "is", "false", ",", "”"),
    ]


def test_empty_text_has_nothing() -> None:
    assert lay_out(" \n\t") == Layout((), (), (), 0, ())


@pytest.mark.parametrize("text", ['"' * 50_000, ". " * 50_000 + "a", "Mr. ) " * 20_000, "-a" * 50_000, "a@" * 50_000,
                                  "http://" + "." * 100_000, "\u0301" * 100_000, "'a " * 50_000, "[1].) " * 20_000])  # fmt: skip
def test_hostile_text_is_read(text: str) -> None:
    # Quadratic time would keep this test from ever ending; no clock is needed.
    assert lay_out(text).words[-1][1] == len(text.rstrip())


@given(TEXTS)
@settings(deadline=None)
def test_quotations_need_only_the_words(text: str) -> None:
    strings = words(text)
    assert len(quoted_words(strings, range(0, len(strings), 7))) == len(strings)
