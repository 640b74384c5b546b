"""Where sentences end."""

import csv
from importlib.resources import files

import pytest

from onrecord.reading.abbreviations import abbreviations, keeps_dot
from onrecord.reading.sentences import MAX_SENTENCE, sentence_ends
from onrecord.reading.tokens import cut


def sentences(text: str) -> list[str]:
    words = cut(text, 0, len(text))
    ends = sentence_ends(text, words)
    return [text[words[a][0] : words[b - 1][1]] for a, b in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    "marked",
    [
        "He left. | She stayed! | Why? | Nobody knows…",
        '"We will," he said. | "No."',
        '"Why?" he asked.',
        '"Why?" Lane asked the envoy. | Nobody answered.',
        '"Stop!" she told them.',
        "“It is false.” | The aide left.",
        "“It is false. | It was always false,” the aide said.",
        "He said it was false.” | “We know,” she said.",
        "(He left.) | She stayed.",
        'He called it "false." | She did not.',
        "''It is false.'' | ''We know.''",
        "It fell 1.5 percent to 3.2. | It rose later.",
        "Jim R. Lane met J. Moor. | They spoke.",
        "The U.S. Senate voted. | It passed.",
        "It came from the U.S. | The ministry said so.",
        "He met Gen. Lane at 9 a.m. Friday in St. Petersburg.",
        "It closed at 9 p.m. | Police left.",
        "1. The council met. | 2. It voted.",
        "He waited ... and left.",
        "He waited... | Then he left.",
        "It ended in rubble. | al-Nusra claimed it.",
        "Shares of Yahoo! rose.",
        "He spoke of version 2.0.1 of it.",
        "What?! | Never.",
        "それは嘘だ。 | 知らない。",
    ],
)
def test_sentences_end_where_marked(marked: str) -> None:
    assert sentences(marked.replace(" | ", " ")) == marked.split(" | ")


def test_a_missing_space_hides_no_sentence_end() -> None:
    assert sentences("He stayed.She left.") == ["He stayed.", "She left."]


def test_footnote_stays_with_its_sentence() -> None:
    assert sentences("He left. [12] She stayed.") == ["He left. [12]", "She stayed."]


def test_long_sentences_break_at_the_nicest_place() -> None:
    text = "word " * 100 + "; " + "word , " * 30 + "word " * 200
    words = cut(text, 0, len(text))
    ends = sentence_ends(text, words)
    assert ends[0] == 101
    assert all(b - a <= MAX_SENTENCE for a, b in zip([0, *ends], ends, strict=False))
    assert ends[-1] == len(words)


def _rows() -> list[tuple[str, str, str]]:
    source = files("onrecord").joinpath("data", "lexicon", "en", "abbreviations.csv").read_text(encoding="utf-8")
    return [(row["abbreviation"], row["followed_by"], row["example"]) for row in csv.DictReader(source.splitlines())]


@pytest.mark.parametrize(("abbreviation", "followed_by", "example"), _rows())
def test_every_abbreviation_proves_itself(abbreviation: str, followed_by: str, example: str) -> None:
    assert followed_by in ("any", "name", "number", "lower")
    assert abbreviation in [example[a:b] for a, b in cut(example, 0, len(example))]
    assert sentences(example) == [example]


def test_abbreviations_are_listed_once() -> None:
    names = [name for name, _, _ in _rows()]
    assert len(names) == len(set(names))
    assert set(names) <= set(abbreviations())


@pytest.mark.parametrize(
    ("word", "before", "after", "kept"),
    [
        ("Gen.", "", "Lane", True),
        ("Gen.", "", "", False),
        ("no.", "said", "Then", False),
        ("no.", "said", "5", True),
        ("al.", "et", "found", True),
        ("al.", "et", "Others", False),
        ("Inc.", "Moor", "Lane", True),
        ("Inc.", "Moor", "The", False),
        ("U.S.", "the", "forces", True),
        ("I.", "and", "Lane", False),
        ("house.", "the", "Lane", False),
    ],
)
def test_a_full_stop_belongs_to_its_abbreviation(word: str, before: str, after: str, kept: bool) -> None:
    assert keeps_dot(word, before, after) is kept
