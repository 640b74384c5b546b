"""Whom the words that play a role name."""

import pytest

from tests.reading.events.reading import event, names


@pytest.mark.parametrize(
    ("text", "trigger", "role", "name"),
    [
        ("Oslo sent drones to Chile.", "sent", "supplier", "Norway"),
        ("Russian troops fired a missile at Chile.", "fired", "attacker", "Russia"),
        ("Norway has acknowledged that it supplied drones to Chile.", "supplied", "supplier", "Norway"),
        ("The EU imposed sanctions on Chile.", "imposed", "imposer", "European Union"),
        ("Norway sent missiles to its ally, Chile.", "sent", "recipient", "Chile"),
    ],
)
def test_names(text: str, trigger: str, role: str, name: str) -> None:
    assert names(event(text, trigger))[role] == [name]


def test_words_for_things_are_arms_only_after_arms() -> None:
    assert names(event("Norway makes missiles. It sent dozens to Chile.", "sent"))["goods"] == ["dozens"]
    assert names(event("Norway spent $1bn. Chile imported $2bn in arms.", "imported"))["recipient"] == ["Chile"]


def test_the_words_of_a_filler_are_exact() -> None:
    text = "Norway sent six old Leopard tanks, all repaired, to Chile."
    for _, fillers in event(text, "sent").roles:
        for filler in fillers:
            assert filler.text == " ".join(text[a:b] for a, b in filler.spans)


def test_a_state_of_two_words_that_nobody_marked_as_a_name() -> None:
    roles = names(event("The ambassador accused South Africa on Thursday of sending Russia arms.", "sending"))
    assert (roles["supplier"], roles["recipient"]) == (["South Africa"], ["Russia"])


def test_they_are_the_arms_named_before() -> None:
    roles = names(event("The letter spoke of rockets. They were shipped to Chile.", "shipped"))
    assert roles["goods"] == ["rockets"]


def test_a_longer_name_is_not_the_state_in_it() -> None:
    assert names(event("Norway sent rockets to New Mexico.", "sent"))["recipient"] != ["Mexico"]
