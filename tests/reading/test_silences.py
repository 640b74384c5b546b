"""Silences and doubts in a roundabout way."""

import pytest

import onrecord
from onrecord.records import Stance


@pytest.mark.parametrize(
    ("text", "source", "content", "stance"),
    [
        (
            "There was no immediate comment on the sale from the Peruvian ministry.",
            "the Peruvian ministry",
            "on the sale",
            "declines",
        ),
        (
            "Questions about the sale put to the Peruvian ministry went unanswered.",
            "the Peruvian ministry",
            "about the sale",
            "declines",
        ),
        (
            "Ana Paz, who teaches law in Lima, found the story about the sale hard to credit.",
            "Ana Paz",
            "the story about the sale",
            "doubts",
        ),
    ],
)
def test_who_is_silent_or_doubts_and_on_what(text: str, source: str, content: str, stance: str) -> None:
    (s,) = onrecord.read(text).statements
    assert s.source is not None
    assert (s.source.text, s.content.text, s.stance) == (source, content, Stance(stance))


def test_comments_that_came_are_no_silence() -> None:
    found = onrecord.read("There were many comments on the sale from readers in Lima.").statements
    assert all(s.stance is not Stance.DECLINES for s in found)
