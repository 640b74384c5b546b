"""What the words that fill a role tell of others."""

import pytest

from tests.reading.events.reading import event, names


@pytest.mark.parametrize(
    ("text", "trigger", "role", "wanted"),
    [
        ("Norway lifted its curbs on arms exports to Chile.", "lifted", "target", ["Chile"]),
        ("Norway is sending ammunition to Chile.", "sending", "recipient", ["Chile"]),
        ("No licence has been issued for exports of tanks to Chile.", "issued", "recipient", ["Chile"]),
        ("Chile cancelled a contract for Norwegian tanks.", "contract", "party", ["Chile", "Norway"]),
        ("The parliament voted for the bill.", "voted", "body", ["The parliament"]),
        ("The sale of Norway’s missiles to Chile was stopped.", "sale", "supplier", ["Norway"]),
    ],
)
def test_completed(text: str, trigger: str, role: str, wanted: list[str]) -> None:
    assert names(event(text, trigger))[role] == wanted


def test_one_list_has_parties_of_one_kind() -> None:
    found = event("Norway blacklisted Chile Air, Saha and Mahan.", "blacklisted")
    assert len(names(found)["target"]) == 3


def test_the_other_party_of_a_deal_is_on_the_other_side() -> None:
    text = "Norway signed a contract with Chile on Monday. Norway must hand over six tanks."
    assert names(event(text, "hand over"))["recipient"] == ["Chile"]
