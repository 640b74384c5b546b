"""All statements of a text: the model's, the tree's, nested ones, each once and in order."""

from functools import cache

import pytest

import onrecord
from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.records import Certainty, Stance, Statement, VoiceKind

A = Stance.ASSERTS


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


def told(text: str) -> list[tuple[str | None, str]]:
    return [(s.source.text if s.source else None, s.content.text) for s in said(text)]


def test_ranges_of_words() -> None:
    spans = ((1, 3), (5, 6))
    assert words_in(spans) == {1, 2, 5}
    assert [covers(spans, i) for i in (0, 1, 2, 3, 5)] == [False, True, True, False, True]


def test_a_draft_begins_with_its_first_word_and_stands_at_its_cue() -> None:
    draft = Draft(((4, 5),), ((5, 6),), ((0, 3),))
    assert (draft.start, draft.place) == (0, 5)
    assert Draft((), (), ((2, 3),)).place == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy said that the port was closed.", [("The envoy", "that the port was closed")]),
        ("“The port is closed,” the envoy said.", [("the envoy", "“The port is closed,”")]),
        ("According to the ministry, the port was closed.", [("the ministry", "the port was closed")]),
        (
            "“The port is closed,” Karl Brandt said. “The ferry is safe.”",
            [("Karl Brandt", "“The port is closed,” “The ferry is safe.”")],
        ),
        (
            "The envoy said the port was closed. The company denied it had sold rifles.",
            [("The envoy", "the port was closed"), ("The company", "it had sold rifles")],
        ),
    ],
)
def test_each_statement_once_and_in_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“The port is closed,” Karl Brandt said.\n\n“The ferry is safe. The crew is well.”\n\nThe town is old.",
        "Karl Brandt said: “The port is closed.\n\n“The ferry is safe. The crew is well.”",
    ],
)
def test_a_quotation_goes_on_without_a_new_cue(text: str) -> None:
    found = said(text)
    assert {s.source.name for s in found if s.source} == {"Karl Brandt"}
    assert any("The crew is well." in s.content.text for s in found)


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "”“", "““"])
def test_a_quotation_in_any_marks(marks: str) -> None:
    ((who, what),) = told(f"{marks[0]}The port is closed,{marks[1]} Karl Brandt said.")
    assert who == "Karl Brandt"
    assert "The port is closed" in what


def test_an_outlet_that_reports_what_somebody_said_is_the_relay() -> None:
    (statement,) = said("Reuters reported that two officials said the ship had docked.")
    assert statement.source is not None
    assert statement.source.text == "two officials"
    assert [link.name for link in statement.via or ()] == ["Reuters"]


def test_one_party_that_reports_another_s_words_stands_between() -> None:
    outer, inner = said("The ministry said that the envoy had denied that the port was closed.")
    assert outer.source is not None and inner.source is not None
    assert (outer.source.text, outer.stance) == ("The ministry", A)
    assert (inner.source.text, inner.stance) == ("the envoy", Stance.DENIES)
    assert [link.text for link in inner.via or ()] == ["The ministry"]


@pytest.mark.parametrize(
    ("text", "teller", "deed"),
    [
        (
            "The envoy apologised for the delay, the ministry said.",
            "the ministry",
            "The envoy apologised for the delay",
        ),
        (
            "The ambassador thanked the crew, the foreign ministry said.",
            "the foreign ministry",
            "The ambassador thanked the crew",
        ),
    ],
)
def test_a_deed_told_by_another_is_the_teller_s_statement(text: str, teller: str, deed: str) -> None:
    assert told(text) == [(teller, deed)]


def test_a_relative_pronoun_gives_way_to_its_noun() -> None:
    assert told("The talks ended with a report that accuses the company of hiding the sale.") == [
        ("a report", "the company of hiding the sale")
    ]


def test_two_verbs_of_one_subject_are_two_statements() -> None:
    found = said("The minister denied the sale but said the engines were in Oslo.")
    assert [(s.source.text, s.stance) for s in found if s.source] == [
        ("The minister", Stance.DENIES),
        ("The minister", A),
    ]


@pytest.mark.parametrize(
    ("text", "headline", "body"),
    [
        (
            "Ministry denies it sold rifles\n\nThe ministry said it could not confirm the sale of any rifles.",
            (Stance.DENIES, Certainty.CERTAIN),
            (Stance.WITHHOLDS, None),
        ),
        (
            "Ferry sank, ministry confirms\n\nThe ministry said the ferry may have sunk.",
            (A, Certainty.CERTAIN),
            (A, Certainty.POSSIBLE),
        ),
        (
            "Norway sold rifles, officials say\n\nTwo officials said the company may have sold rifles.",
            (A, Certainty.CERTAIN),
            (A, Certainty.POSSIBLE),
        ),
    ],
)
def test_headline_and_body_keep_their_own_wordings(
    text: str, headline: tuple[Stance, Certainty | None], body: tuple[Stance, Certainty | None]
) -> None:
    assert [(s.stance, s.certainty) for s in said(text)] == [headline, body]


def test_to_withhold_and_to_expect_are_two_statements() -> None:
    found = said("The ministry said it could not confirm the sale. It said it had no reason to doubt the report.")
    assert [s.stance for s in found] == [Stance.WITHHOLDS, Stance.EXPECTS]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Tehran has repeatedly denied supplying the drones.", Stance.DENIES),
        ("The ministry has always denied that it armed the rebels.", Stance.DENIES),
        ("The company declined to comment on the report.", Stance.DECLINES),
        ("The embassy did not respond to questions from Reuters.", Stance.DECLINES),
        ("The company accused the ministry of hiding the sale.", A),
        ("The ministry has yet to see clear evidence of a sale.", Stance.WITHHOLDS),
        ("“We have yet to see evidence,” the spokesman said.", Stance.WITHHOLDS),
        ("The minister expressed alarm at reports that the engines had been sold.", A),
        ("The aide said he was alarmed by reports of a sale.", A),
        ("“Norway may have done so,” the analyst said.", A),
        ("The ministry said that Norway may have done so.", A),
    ],
)
def test_shapes_that_are_one_statement(text: str, stance: Stance) -> None:
    (statement,) = said(text)
    assert statement.stance is stance
    assert statement.source is not None
    assert statement.source.kind is not VoiceKind.AUTHOR


def test_who_was_asked_is_who_declined() -> None:
    found = said("The envoy declined to say who bought the engines, and the company did not answer questions.")
    assert [(s.source.text, s.stance) for s in found if s.source] == [
        ("The envoy", Stance.DECLINES),
        ("the company", Stance.DECLINES),
    ]


@pytest.mark.parametrize(
    "text", ["The council extended the measure.", "The ferry left the port.", "", "Monday", "The town is old."]
)
def test_deeds_are_no_statements_of_the_doer(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A person familiar with the matter declined to be identified.",
        "A dealer requested anonymity.",
        "The dealer refused to be quoted by name.",
    ],
)
def test_how_a_source_wants_to_appear_is_no_statement(text: str) -> None:
    assert told(text) == []


def test_a_person_with_a_name_may_be_spoken_of() -> None:
    expected = [("Police", "a man named Karl Brandt had fled")]
    assert told("Police said a man named Karl Brandt had fled.") == expected
