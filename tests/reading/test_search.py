"""Attributions that the tree and the lexicon give: inner ones, trailing ones, bare objects and passives."""

from functools import cache

import pytest

import onrecord
from onrecord.reading.cues import cue_at
from onrecord.reading.search import search
from onrecord.reading.statements import Assembly
from onrecord.records import Document


@cache
def assembly(text: str) -> Assembly:
    reading = onrecord.read(text)
    return Assembly(Document(text), reading.word_spans, reading.parse)


def found(text: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of what the search finds."""
    a = assembly(text)
    drafts = search(a.tree, a.voices.lexicon, a.voices)
    return [(a.passage(d.source).text, a.passage(d.cue).text, a.passage(d.content).text) for d in drafts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy said that the port was closed.", ("The envoy", "said", "that the port was closed")),
        ("The port was closed, UN monitors confirmed.", ("UN monitors", "confirmed", "The port was closed")),
        ("Nothing was sold, the envoy said.", ("the envoy", "said", "Nothing was sold")),
        ("The company rejected the account.", ("The company", "rejected", "the account")),
        ("The minister denied any sale of rifles.", ("The minister", "denied", "any sale of rifles")),
        ("The union urged the port to close.", ("The union", "urged", "the port to close")),
        ("The port was urged by the union to close.", ("the union", "was urged", "The port to close")),
        ("The firm continued to deny that it sold rifles.", ("The firm", "continued to deny", "that it sold rifles")),
        (
            "Foreign Minister Omid Sharifi has dismissed as baseless the Norwegian claim that Chile is to send rifles to Chad.",
            (
                "Foreign Minister Omid Sharifi",
                "has dismissed",
                "as baseless the Norwegian claim that Chile is to send rifles to Chad",
            ),
        ),
        ("The spokesman declined to comment.", ("The spokesman", "declined", "to comment")),
        ("The ministry did not say whether it knew.", ("The ministry", "did not say", "whether it knew")),
        (
            "The envoy could not confirm that the port was closed.",
            ("The envoy", "could not confirm", "that the port was closed"),
        ),
    ],
)
def test_a_verb_with_a_voice_and_something_said(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


def test_one_attribution_inside_another() -> None:
    both = found("The ministry said that the envoy had denied that the port was closed.")
    assert both == [
        ("The ministry", "said", "that the envoy had denied that the port was closed"),
        ("the envoy", "had denied", "that the port was closed"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the port at noon.",
        "The talks will go on if the ministry says that the port is closed.",
        "The envoy would say that the port was closed.",
        "The stone said that the port was closed.",
        "I said that the port was closed.",
        "It denied.",
        "The port was said to be closed.",
        "",
    ],
)
def test_what_is_no_attribution(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "word", "lemma", "denied"),
    [
        ("The envoy denied it.", 2, "deny", False),
        ("The envoy did not confirm it.", 4, "confirm", True),
        ("The envoy said it.", 2, "say", False),
    ],
)
def test_what_the_lexicon_says_of_a_cue(text: str, word: int, lemma: str, denied: bool) -> None:
    a = assembly(text)
    cue = cue_at(a.tree, a.voices.lexicon, word)
    assert cue is not None
    assert (cue.entry.lemma, cue.verb, cue.denied) == (lemma, word, denied)


@pytest.mark.parametrize("word", [0, 1, 3])
def test_what_is_no_cue(word: int) -> None:
    a = assembly("The envoy denied it.")
    assert cue_at(a.tree, a.voices.lexicon, word) is None
