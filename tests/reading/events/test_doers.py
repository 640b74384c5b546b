"""Who does what a verb tells, where the sentence does not say it beside the verb."""

import pytest

from tests.reading.events.reading import event, names


@pytest.mark.parametrize(
    ("text", "trigger", "supplier"),
    [
        ("Chile is thought to have sent missiles to Norway.", "sent", ["Chile"]),
        ("Norway accused Chile of sending missiles to Peru.", "sending", ["Chile"]),
        ("Chile denied having sent missiles to Peru.", "sent", ["Chile"]),
        ("Norway let Chile send missiles to Peru.", "send", ["Chile"]),
        ("“Norway armed Chile’s rebels,” the paper said.", "armed", ["Norway"]),
        ("To supply Norway with missiles, she said, would be a mistake.", "supply", []),
        ("The council decided to send missiles to Peru, which Chile, a member, had promised.", "send", ["The council"]),
    ],
)
def test_who_supplies(text: str, trigger: str, supplier: list[str]) -> None:
    assert names(event(text, trigger)).get("supplier", []) == supplier


def test_a_fronted_participle_tells_what_was_done() -> None:
    found = event("Built in Bergen and bought by Chile in 1960, the gun turned up in Peru.", "bought")
    assert names(found)["recipient"] == ["Chile"]


def test_who_is_handed_something_receives_it() -> None:
    found = event("The rebels were handed missiles by Norway.", "handed")
    assert names(found)["recipient"] == ["The rebels"]
    assert names(found)["goods"] == ["missiles"]


def test_a_perfect_is_no_passive() -> None:
    assert names(event("Norway, which had abstained, kept quiet.", "abstained"))["actor"] == ["Norway"]
