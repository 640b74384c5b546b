"""How sure each voice is of an event."""

import pytest

from tests.reading.events.reading import event


@pytest.mark.parametrize(
    ("text", "trigger", "values"),
    [
        ("Norway sent drones to Chile.", "sent", {"author": "CT+"}),
        ("Norway never sent drones to Chile.", "sent", {"author": "CT-"}),
        ("Norway sent no drones to Chile.", "sent", {"author": "CT-"}),
        ("Norway may send drones to Chile.", "send", {"author": "PS+"}),
        ("If Norway sent drones to Chile, it paid for them.", "sent", {"author": "Uu"}),
        ("Norway has no plan to send drones to Chile.", "send", {"author": "PR-"}),
        ("Norway refused to send drones to Chile.", "send", {"author": "CT-"}),
        ("Peru said that Norway sent drones to Chile.", "sent", {"author": "Uu", "s1": "CT+"}),
        ("Norway denied sending drones to Chile.", "sending", {"author": "Uu", "s1": "CT-"}),
        ("Norway admitted that it sent drones to Chile.", "sent", {"author": "CT+", "s1": "CT+"}),
        ("Peru doubted that Norway sent drones to Chile.", "sent", {"author": "Uu", "s1": "PR-"}),
        ("Peru could not confirm that Norway sent drones to Chile.", "sent", {"author": "Uu", "s1": "Uu"}),
        (
            "Peru said that any claim that Norway had sent drones to Chile was baseless.",
            "sent",
            {"author": "Uu", "s1": "Uu"},
        ),
        ("Peru said the report that Norway had sent drones to Chile was false.", "sent", {"author": "Uu", "s1": "CT-"}),
        ("Peru urged Norway to send drones to Chile.", "send", {"author": "Uu", "s1": "Uu"}),
    ],
)
def test_values(text: str, trigger: str, values: dict[str, str]) -> None:
    assert {k: v.value for k, v in event(text, trigger).factuality} == values
