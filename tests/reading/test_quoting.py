"""Who is quoted, and who carries the words: "quoted ... as saying", active and passive."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Statement


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


@pytest.mark.parametrize(
    ("text", "words", "carrier", "relation"),
    [
        ("Fars quoted Karl Brandt as saying that the ferry was safe.", "Karl Brandt", "Fars", "utterance"),
        ("Xinhua quoted an engineer as saying the crane had failed.", "an engineer", "Xinhua", "utterance"),
        (
            "The Fjord Gazette quoted a spokesman as saying that the port was closed.",
            "a spokesman",
            "Fjord Gazette",
            "utterance",
        ),
        ("IRNA cited the minister as saying that the port was closed.", "the minister", "IRNA", "utterance"),
        ("Interfax quoted the admiral as denying that the ship had sunk.", "the admiral", "Interfax", "utterance"),
        ("Karl Brandt quoted the envoy as saying that the port was closed.", "the envoy", "Karl Brandt", "relay"),
        (
            "Karl Brandt was quoted by the Fjord Gazette as saying that the port was closed.",
            "Karl Brandt",
            "Fjord Gazette",
            "utterance",
        ),
        ("Two sailors were quoted by Kyodo as saying that the ship had docked.", "Two sailors", "Kyodo", "utterance"),
        ("“The port is closed,” the minister was quoted as saying by Tasnim.", "the minister", "Tasnim", "utterance"),
        (
            "“The port is closed,” Karl Brandt was quoted as saying in the Fjord Gazette.",
            "Karl Brandt",
            "Fjord Gazette",
            "utterance",
        ),
    ],
)
def test_the_one_quoted_is_the_source_and_who_quotes_is_a_link(
    text: str, words: str, carrier: str, relation: str
) -> None:
    (statement,) = said(text)
    assert statement.source is not None and statement.source.text == words
    assert [(link.name, link.relation.value) for link in statement.via or ()] == [(carrier, relation)]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The Fjord Gazette quoted the minister as saying: “The port is closed.”",
            "quoted as saying",
            "“The port is closed.”",
        ),
        (
            "The admiral was quoted by Interfax as saying that no rifle had been sold.",
            "was quoted as saying",
            "that no rifle had been sold",
        ),
        (
            "Interfax quoted the admiral as denying that the ship had sunk.",
            "quoted as denying",
            "that the ship had sunk",
        ),
    ],
)
def test_as_saying_is_of_the_cue_and_not_of_the_content(text: str, cue: str, content: str) -> None:
    (statement,) = said(text)
    assert statement.cue is not None and statement.cue.text == cue
    assert statement.content.text == content


def test_a_passive_without_a_carrier_has_no_link() -> None:
    (statement,) = said("“The port is closed,” the minister was quoted as saying.")
    assert statement.source is not None and statement.source.text == "the minister"
    assert statement.via == ()


def test_the_carrier_stands_within_the_dateline() -> None:
    (statement,) = said("BERGEN, June 4 (Reuters) - IRNA quoted a spokesman as saying that the port was closed.")
    assert statement.source is not None and statement.source.text == "a spokesman"
    assert [link.name for link in statement.via or ()] == ["Reuters", "IRNA"]
