"""Finding events: triggers with particles, in hyphens and repeated; when; what is none."""

from datetime import date

import pytest

import onrecord
from tests.reading.events.reading import event, events, names


@pytest.mark.parametrize(
    ("text", "trigger", "frame"),
    [
        ("Norway handed over six tanks to Chile.", "handed over", "transfer_arms"),
        ("The missile was test-fired near Bergen.", "test-fired", "test_weapon"),
        ("Norway reimposed sanctions on Chile.", "reimposed", "snap_back_measure"),
        ("Norway sanctioned two shipping firms.", "sanctioned", "list_party"),
        ("Norway sanctioned the whole government.", "sanctioned", "impose_measure"),
    ],
)
def test_triggers(text: str, trigger: str, frame: str) -> None:
    assert event(text, trigger).frame == frame


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave up the missiles.",
        "The ministry was asked whether the tanks had arrived.",
        "The paper sent a letter to Chile.",
        "They know of the denial.",
        "Norway has tanks. We will go to the council.",
    ],
)
def test_what_is_no_event_of_a_frame(text: str) -> None:
    assert [e.frame for e in events(text) if e.frame != "transfer_arms" or "letter" in text or "gave" in text] == []


def test_do_so_repeats_the_deed_and_not_the_speech() -> None:
    found = event("Norway offered to send drones to Chile. Peru did so in May.", "did so")
    assert (found.frame, names(found)["supplier"], names(found)["recipient"]) == ("transfer_arms", ["Peru"], ["Chile"])
    taken = event("Chile took delivery of tanks. Peru had done so before.", "done so")
    assert names(taken)["recipient"] == ["Peru"]


def test_a_bare_noun_takes_up_a_transfer_and_no_other_goods() -> None:
    text = "Norway sold six tanks to Chile. The deliveries began in May. The deliveries of milk went on."
    bare = [names(e) for e in events(text) if e.trigger.text == "deliveries"]
    assert bare == [{"supplier": ["Norway"], "recipient": ["Chile"]}]


def test_when_something_was_said_is_not_when_it_was_done() -> None:
    text = "Iran has sent drones to Chad, Norway said on Tuesday. Iran sent tanks to Peru, Norway said, on 4 May."
    found = onrecord.read(text, published_on=date(2024, 6, 1)).events
    assert [e.when.text if e.when else None for e in found] == [None, "4 May"]


def test_when_hangs_on_the_trigger_its_object_or_a_light_verb() -> None:
    text = "Norway blacklisted two firms in March. The sale of the tanks to Chile began on 3 May."
    found = onrecord.read(text, published_on=date(2024, 6, 1)).events
    assert [e.when.text if e.when else None for e in found] == ["March", "3 May"]
