"""The author's own statements: background told as fact, and what the author infers."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Quotation, Stance, Statement, VoiceKind


@cache
def read(text: str) -> tuple[Statement, ...]:
    return onrecord.read(text).statements


def own(text: str) -> list[Statement]:
    """Return the author's statements."""
    return [s for s in read(text) if s.source is not None and s.source.kind is VoiceKind.AUTHOR]


@pytest.mark.parametrize(
    "text",
    [
        "The navy bought six missiles in 2019",
        "The arms embargo ended in October 2020",
        "The company delivered the engines to the army last year",
        "Finland has sold drones to its neighbours since 2014",
    ],
)
def test_background_on_arms_and_measures_is_the_author_s(text: str) -> None:
    (statement,) = own(text + ".")
    assert statement.content.text == text
    assert statement.cue is None
    assert statement.via == ()
    assert statement.stance is Stance.ASSERTS
    assert statement.quotation is Quotation.NONE
    voice = statement.source
    assert voice is not None
    assert (voice.name, voice.attribution, voice.basis, voice.entity, voice.spans) == (None, None, None, None, ())


@pytest.mark.parametrize(
    "text",
    [
        "The garden opened in spring.",
        "Who sold the missiles to the army?",
        "Six missiles in 2019.",
        "Missiles sold.",
        "The ministry said the navy had bought six missiles.",
        "“The navy bought six missiles in 2019.”",
        "According to the ministry, the navy bought six missiles.",
        "The missile is said to have a range of 300 km.",
    ],
)
def test_what_is_not_the_author_s(text: str) -> None:
    assert own(text) == []


def test_background_after_a_statement_is_the_author_s_alone() -> None:
    found = read("The ministry said the port was closed. The navy bought six missiles in 2019.")
    assert [s.source.kind for s in found if s.source] == [VoiceKind.GOVERNMENT, VoiceKind.AUTHOR]


def test_a_dateline_is_no_part_of_what_the_author_says() -> None:
    (statement,) = own("OSLO, May 3 (Reuters) - The navy bought six missiles in 2019.")
    assert statement.content.text == "The navy bought six missiles in 2019"


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        (
            "The minister said no ferry had sailed this week, suggesting that the port was closed.",
            "that the port was closed",
        ),
        (
            "The envoy said the crates were still in Oslo, implying that the sale had failed.",
            "that the sale had failed",
        ),
    ],
)
def test_what_the_author_infers_is_not_what_the_source_said(text: str, inferred: str) -> None:
    (statement,) = own(text)
    assert statement.content.text == inferred
    assert statement.source is not None
    assert statement.source.basis == "inference"
    assert inferred not in read(text)[0].content.text
