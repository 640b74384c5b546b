"""What a cue says may stand before it, around it, or be an object alone."""

import pytest

import onrecord
from onrecord.records import Stance


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("Of earlier voyages he would not speak.", "would not speak", "Of earlier voyages", Stance.DECLINES),
        (
            "Whether the shells had left the port the ministry has yet to say.",
            "has yet to say",
            "Whether the shells had left the port",
            Stance.DECLINES,
        ),
        ("The idea of a second sale he brushed aside.", "brushed aside", "The idea of a second sale", Stance.DISMISSES),
        ("The editor put the loss at two million crowns.", "put", "the loss at two million crowns", Stance.ASSERTS),
        ("The weekly took the report down.", "took", "the report", Stance.RETRACTS),
        (
            "Most of the ore, she went on, comes from the north.",
            "went on",
            "Most of the ore comes from the north",
            Stance.ASSERTS,
        ),
        (
            "The miners, one envoy recalled on Monday, were on strike.",
            "recalled",
            "The miners were on strike",
            Stance.ASSERTS,
        ),
        (
            "The clerk was unable to confirm that the ship had sailed.",
            "was unable to confirm",
            "that the ship had sailed",
            Stance.WITHHOLDS,
        ),
    ],
)
def test_what_a_cue_says(text: str, cue: str, content: str, stance: Stance) -> None:
    found = [(s.cue.text, s.content.text, s.stance) for s in onrecord.read(text).statements if s.cue]
    assert found == [(cue, content, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The premier was not charged.",
        "Norway will threaten its neighbours.",
        "The envoy has advised Senator Jane Roe.",
        "Hopes rose when the firm released the letters.",
    ],
)
def test_no_utterance_is_none(text: str) -> None:
    assert [s.cue.text for s in onrecord.read(text).statements if s.cue] == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "The ministry said the envoy had apologised for calling the shipment illegal.",
            "had apologised",
            "for calling the shipment illegal",
        ),
        ("The ministry said the guard had confessed to opening the gate.", "had confessed to", "opening the gate"),
    ],
)
def test_a_deed_that_is_owned_up_to(text: str, cue: str, content: str) -> None:
    found = {s.cue.text: s.content.text for s in onrecord.read(text).statements if s.cue}
    assert found[cue] == content


def test_a_headline_without_that_keeps_the_subject_of_what_is_denied() -> None:
    text = "Oslo denies rockets reached Sudan\n\nNorway has sold nothing to either party since 2019, its minister said on Friday."
    found = [s.content.text for s in onrecord.read(text, title="Oslo denies rockets reached Sudan").statements if s.cue]
    assert found[0] == "rockets reached Sudan"
