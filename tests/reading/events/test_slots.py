"""The parts of sentences around a trigger, however the sentence is built."""

import pytest

from tests.reading.events.reading import event, names


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Norway sent drones to Chile.", "sent"),
        ("Drones were sent to Chile by Norway.", "sent"),
        ("Norway’s shipment of drones to Chile was stopped.", "shipment"),
        ("The drones that Norway sent to Chile were old.", "sent"),
        ("Norway denied sending drones to Chile.", "sending"),
        ("Peru accused Norway of sending drones to Chile.", "sending"),
        ("Norway plans to send drones to Chile.", "send"),
        ("Norway made three deliveries of drones to Chile.", "deliveries"),
        ("Norway admitted the sale of drones to Chile.", "sale"),
        ("Norway denied having sent drones to Chile.", "sent"),
    ],
)
def test_who_sends_what_to_whom(text: str, trigger: str) -> None:
    roles = names(event(text, trigger))
    assert (roles["supplier"], roles["recipient"]) == (["Norway"], ["Chile"])
    assert roles["goods"][0].lower().endswith("drones")


def test_two_objects_and_several_names() -> None:
    assert names(event("Norway offered Chile six tanks.", "offered"))["target"] == ["Chile"]
    roles = names(event("Norway, Peru and Ghana sold rifles to Chile.", "sold"))
    assert roles["supplier"] == ["Norway", "Peru", "Ghana"]


def test_whose_decision_it_is_the_sentence_does_not_tell() -> None:
    roles = names(event("Peru rejected the decision to impose sanctions on Chile.", "impose"))
    assert "imposer" not in roles
    assert roles["target"] == ["Chile"]


def test_what_somebody_is_punished_for_is_his_deed() -> None:
    text = "Peru imposed sanctions on Norway for supplying drones to Chile."
    assert names(event(text, "supplying"))["supplier"] == ["Norway"]
    assert names(event("Peru condemned Norway for supplying drones to Chile.", "supplying"))["supplier"] == ["Norway"]
