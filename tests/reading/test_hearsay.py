"""Hearsay: an unnamed voice, not the author and not the subject."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Certainty, Naming, Stance, Statement, VoiceKind


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


@pytest.mark.parametrize(
    ("stance", "certainty", "text"),
    [
        (Stance.ASSERTS, Certainty.CERTAIN, "The rocket is said to have a range of 700 km."),
        (Stance.EXPECTS, Certainty.PROBABLE, "It is expected that the engines will be delivered in May."),
        (Stance.ASSERTS, Certainty.PROBABLE, "The drones are believed to have been built in the north."),
        (Stance.ASSERTS, Certainty.PROBABLE, "The crates are thought to hold rifles."),
        (Stance.ASSERTS, Certainty.POSSIBLE, "The missile reportedly has a range of 300 km."),
        (Stance.ASSERTS, Certainty.POSSIBLE, "The company allegedly sold two engines to the rebels."),
        (Stance.ASSERTS, Certainty.POSSIBLE, "The yard is rumoured to be for sale."),
        (Stance.EXPECTS, Certainty.PROBABLE, "The ship is expected to leave the yard in May."),
    ],
)
def test_passive_hearsay_is_an_unnamed_voice(stance: Stance, certainty: Certainty, text: str) -> None:
    (statement,) = said(text)
    voice = statement.source
    assert voice is not None
    assert (voice.kind, voice.attribution, voice.name, voice.spans) == (VoiceKind.GROUP, Naming.UNNAMED, None, ())
    assert (statement.stance, statement.certainty) == (stance, certainty)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The rocket is said to have a range of 700 km.", "The rocket to have a range of 700 km"),
        ("It is expected that the engines will be delivered in May.", "that the engines will be delivered in May"),
        ("The crates are thought to hold rifles.", "The crates to hold rifles"),
    ],
)
def test_the_subject_of_passive_hearsay_is_what_is_said(text: str, content: str) -> None:
    assert said(text)[0].content.text == content


@pytest.mark.parametrize(
    "text",
    [
        "The talks would go on if it was proven that the crates were empty.",
        "The ministry expected the ship to leave the yard.",
        "The ship left the yard and headed north.",
    ],
)
def test_what_is_no_hearsay(text: str) -> None:
    assert not [s for s in said(text) if s.source is not None and s.source.attribution is Naming.UNNAMED]


@pytest.mark.parametrize(
    "text",
    [
        "The crates are believed by two analysts to hold rifles.",
        "The rocket was reported by Reuters to have a range of 700 km.",
    ],
)
def test_hearsay_with_an_agent_is_the_agent_s(text: str) -> None:
    assert not [s for s in said(text) if s.source is not None and s.source.attribution is Naming.UNNAMED]


def test_hearsay_is_never_the_author_s_too() -> None:
    reading = onrecord.read("The missile is said to have a range of 300 km.")
    assert [s.source.kind for s in reading.statements if s.source] == [VoiceKind.GROUP]


@pytest.mark.parametrize(
    "text",
    [
        "It is widely believed in Oslo that the mill will close.",
        "Word has got about in Oslo that the mill will close.",
        "The talk in Oslo is that the mill will close.",
        "The mill will close, or so it is said in Oslo.",
    ],
)
def test_where_it_is_said_stands_in_the_cue(text: str) -> None:
    (statement,) = said(text)
    assert statement.source is not None and statement.source.name is None
    assert statement.content.text.lower() == "the mill will close"
