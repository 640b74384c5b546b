"""Paragraphs, texts wrapped at a fixed width, and headlines."""

import textwrap

import pytest

from onrecord.reading.paragraphs import is_headline, paragraph_spans
from onrecord.reading.words import lay_out


def paragraphs(text: str) -> list[str]:
    return [text[a:b] for a, b in paragraph_spans(text)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n", "\n \t\n"])
def test_a_line_break_ends_a_paragraph(line_break: str) -> None:
    assert paragraphs(f" one {line_break}two{line_break}") == ["one", "two"]


PROSE = (
    "The ministry said on Monday that the ship had left the port without papers, and that nobody on board had "
    "answered the calls of the coast guard. Officials in two other countries said they had warned the owner twice "
    "in the spring, once by letter and once by telephone, and had never heard from the company again. "
)


@pytest.mark.parametrize("width", [65, 72, 80, 98])
def test_text_wrapped_at_a_fixed_width_is_rejoined(width: int) -> None:
    wrapped = "\n\n".join(["Ship Leaves Port", *(textwrap.fill(PROSE * 2, width) for _ in range(3))])
    assert len(paragraphs(wrapped)) == 4
    layout = lay_out(wrapped)
    assert (layout.headline, len(layout.sentences)) == (1, 13)


def test_a_wrapped_text_without_blank_lines_breaks_after_its_short_lines() -> None:
    wrapped = "\n".join(textwrap.fill(PROSE + "It was over.", 72) for _ in range(3))
    assert len(paragraphs(wrapped)) == 3


def test_lists_and_verse_are_not_rejoined() -> None:
    lines = ["- one item of the list, long enough to be mistaken for a line of running prose"] * 8
    assert len(paragraphs("\n".join(lines))) == 8
    assert len(paragraphs("\n".join(["short line here", "and another one"] * 6))) == 12


def test_no_sentence_crosses_a_paragraph() -> None:
    layout = lay_out("The envoy said\nnothing at all.")
    assert layout.paragraphs == ((0, 1), (1, 2))


@pytest.mark.parametrize(
    "line",
    [
        "US Warns Iran Over Missiles To Russia",
        "Is the port closed?",
        "‘We never sold it’",
        "Plant closes in the U.S.",
        "# Plant closes.",
        "Waiting for the ship...",
    ],
)
def test_a_short_first_line_is_the_headline(line: str) -> None:
    assert lay_out(f"{line}\nThe plant closed on Monday.").headline == 1


@pytest.mark.parametrize(
    "line",
    [
        "The plant closed on Monday.",
        "“The plant is closed.”",
        "By Ann Lane",
        "The owner said this:",
        "word " * 26,
    ],
)
def test_other_first_lines_are_not(line: str) -> None:
    assert lay_out(f"{line}\nThe plant closed on Monday.").headline == 0


def test_a_line_alone_is_no_headline() -> None:
    assert lay_out("Plant Closes").headline == 0


def test_a_title_mark_alone_is_no_title() -> None:
    assert is_headline(["##", "Plant", "Closes", "."])
    assert is_headline(["#"])
