"""What carries on in a sentence: the place of utterance, and reported speech behind a semicolon."""

import onrecord
from onrecord.records import Stance


def test_what_is_added_was_uttered_in_the_same_place() -> None:
    text = "The admiral told Reuters that the ship was lost, adding that the crew was safe."
    assert [[v.text for v in s.via or ()] for s in onrecord.read(text).statements] == [["Reuters"], ["Reuters"]]


def test_reported_speech_goes_on_behind_a_semicolon() -> None:
    found = onrecord.read("The admiral said the ship was lost; the crew would be paid in full.").statements
    assert [(s.content.text, s.stance) for s in found] == [
        ("the ship was lost", Stance.ASSERTS),
        ("the crew would be paid in full", Stance.EXPECTS),
    ]
    assert {s.source.text for s in found if s.source} == {"The admiral"}


def test_other_speakers_do_not_carry_on() -> None:
    text = "The admiral said the ship was lost; the mayor would not comment."
    found = [s for s in onrecord.read(text).statements if s.source and s.source.text == "The admiral"]
    assert [s.content.text for s in found] == ["the ship was lost"]
