"""What is said without a verb: transcripts, signatures, and colons in headlines."""

from functools import cache

import pytest

import onrecord
from onrecord.reading.statements import Assembly
from onrecord.reading.turns import turns
from onrecord.records import Document, Quotation, Statement


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


def pairs(text: str) -> list[tuple[str | None, str]]:
    return [(s.source.text if s.source else None, s.content.text) for s in said(text)]


DIALOGUE = """The harbour master spoke to a reporter of the town in the evening.

Q: Is the port closed?

A: It is closed.

Q: When will it open?

A: In May. The ferry is safe."""

CAPITALS = """MR. BRANDT: The port is closed. It opens in May.

MS. LINDQVIST: The ferry is safe."""


def test_questions_and_answers_are_turns() -> None:
    assert pairs(DIALOGUE) == [
        ("Q", "Is the port closed?"),
        ("A", "It is closed."),
        ("Q", "When will it open?"),
        ("A", "In May. The ferry is safe."),
    ]


def test_names_in_capitals_are_turns() -> None:
    found = pairs("BRANDT: The port is closed. It opens in May.\n\nLINDQVIST: The ferry is safe.")
    assert [who for who, _ in found] == ["BRANDT", "LINDQVIST"]
    assert [what for _, what in found] == ["The port is closed. It opens in May.", "The ferry is safe."]


def test_the_cue_of_a_turn_is_its_colon() -> None:
    assert {s.cue.text for s in said(DIALOGUE) if s.cue} == {":"}


def test_a_label_gives_name_and_office_without_place_and_day() -> None:
    text = "BRANDT, harbour master, Oslo, May 3: The port is closed.\n\nLINDQVIST: The ferry is safe."
    assert pairs(text)[0] == ("BRANDT, harbour master", "The port is closed.")


def test_a_quotation_between_two_turns_carries_the_first_on() -> None:
    text = "BRANDT: “The port is closed.”\n\n“It opens in May.”\n\nLINDQVIST: “The ferry is safe.”"
    assert pairs(text) == [
        ("BRANDT", "“The port is closed.” “It opens in May.”"),
        ("LINDQVIST", "“The ferry is safe.”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "EXCLUSIVE: The port is closed.\n\nThe ministry gave no reason.",
        "The list is short: The ferry, the port.\n\nThe road is long: It goes north.",
        "Brandt. The port: closed.\n\nLindqvist. The ferry: safe.",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    assert ":" not in [s.cue.text for s in said(text) if s.cue]


@pytest.mark.parametrize("dash", ["—", "–", "-", "--"])
def test_a_signature_under_a_quotation_is_its_source(dash: str) -> None:
    (statement,) = said(f"“The port is closed, and the ferry is safe.”\n\n{dash} Karl Brandt, harbour master")
    assert statement.source is not None
    assert statement.source.name == "Karl Brandt"
    assert statement.content.text == "“The port is closed, and the ferry is safe.”"
    assert statement.quotation is Quotation.DIRECT


BODY = "\n\nThe town lies in the north and has an old harbour."


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Norway bought six missiles: UN experts", "UN experts", "Norway bought six missiles"),
        ("Port of Oslo closed: minister", "minister", "Port of Oslo closed"),
        ("Tehran: port of Chabahar is open", "Tehran", "port of Chabahar is open"),
        ("Kremlin: No Decision on Talks", "Kremlin", "No Decision on Talks"),
    ],
)
def test_a_colon_in_a_headline(headline: str, source: str, content: str) -> None:
    assert pairs(headline + BODY)[0] == (source, content)


@pytest.mark.parametrize(
    "headline", ["Exclusive: Port of Oslo closed", "Explainer: Why the port is closed", "Oslo: Bergen: Which is older"]
)
def test_a_colon_behind_nobody(headline: str) -> None:
    reading = onrecord.read(headline + BODY)
    assert ":" not in [s.cue.text for s in reading.statements if s.cue]


def test_turns_of_a_parse_are_ranges_of_words() -> None:
    reading = onrecord.read(DIALOGUE)
    assembly = Assembly(Document(DIALOGUE), reading.word_spans, reading.parse)
    found = turns(reading.parse, assembly.voices)
    assert [d.source for d in found] == [((a, a + 1),) for a in (d.place - 1 for d in found)]
    assert all(d.content[0][0] == d.place + 1 for d in found)
    assert turns(onrecord.read_words([]), assembly.voices) == []
