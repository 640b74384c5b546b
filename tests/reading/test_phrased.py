"""Phrases attribute as verbs do: "in the captain's words", "in the judgment of"."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The boat, in the captain’s words, “was never aboard”.", "the captain", "“was never aboard”"),
        ("In the judgment of the pilot, the channel had silted up.", "the pilot", "the channel had silted up"),
        ("By the firm’s own account, the valve was old.", "the firm", "the valve was old"),
    ],
)
def test_a_phrase_and_its_voice(text: str, source: str, content: str) -> None:
    found = [(s.source and s.source.text, s.content.text) for s in onrecord.read(text).statements if s.cue]
    assert found == [(source, content)]


def test_a_quotation_that_a_phrase_leads_to_is_taken_from_the_speaker_before() -> None:
    text = (
        "“The hall is full,” said Karin Lane. The fair was held in Oslo because, in the mayor’s words, “it is the "
        "finest town of all”."
    )
    found = {s.source.text: s.content.text for s in onrecord.read(text).statements if s.source and s.cue}
    assert found["the mayor"] == "“it is the finest town of all”"
    assert "finest" not in found["Karin Lane"]


def test_words_set_out_in_words_attribute_nothing() -> None:
    assert not [s for s in onrecord.read("The rules are set out in plain words on the door.").statements if s.cue]
