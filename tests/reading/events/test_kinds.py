"""What a word is where a frame asks for it: arms by short names and by number, parties of any sort."""

import pytest

import onrecord
from tests.reading.events.reading import event, events, names


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Norway gave Chile eight of its Leopards.", ["eight of its Leopards"]),
        ("Norway sent 70 crates of mines to Chile.", ["70 crates of mines"]),
        ("Norway shipped most of the shells to Chile.", ["most of the shells"]),
        ("Some 4,200 G36s were delivered to Chile.", ["Some 4,200 G36s"]),
    ],
)
def test_goods_are_arms_by_what_is_counted(text: str, goods: list[str]) -> None:
    (found,) = [e for e in events(text) if e.frame == "transfer_arms"]
    assert [f.text for f in dict(found.roles)["goods"]] == goods


@pytest.mark.parametrize("receiver", ["the paramilitaries", "the brigade", "the depot", "a battalion near Bergen"])
def test_whom_arms_go_to_may_be_anybody_and_any_place(receiver: str) -> None:
    assert "recipient" in names(event(f"Norway delivered six howitzers to {receiver}.", "delivered"))


def test_an_embargo_is_no_arms() -> None:
    assert event("Norway scrapped its arms embargo on Chile.", "scrapped").frame == "lift_measure"


def test_goods_may_go_without_saying_where_arms_are_spoken_of() -> None:
    text = "Norway makes tanks. It will not sell to Chile."
    assert names(event(text, "sell"))["recipient"] == ["Chile"]
    assert not [e for e in events("Norway makes cheese. It will not sell to Chile.") if e.trigger.text == "sell"]


def test_ordered_names_no_order() -> None:
    reading = onrecord.read("Russia has ordered 2,400 of them, Volodymyr Zelensky said.")
    assert [e.frame for e in reading.events if e.frame == "impose_measure"] == [] and reading.measures == ()


@pytest.mark.parametrize(
    "text",
    [
        "A convoy of tanks entered Chile from Norway.",
        "A ship with weapons left Norway for Chile.",
        "A plane carrying missiles from Norway arrived in Chile.",
        "A train of artillery shells arrived in Chile from Norway.",
        "Combat planes reached Chile from Norway.",
        "Military vessels arrived in Chile from Norway.",
    ],
)
def test_what_carries_arms_and_tells_so_is_goods(text: str) -> None:
    assert [e.frame for e in onrecord.read(text).events] == ["transfer_arms"]


def test_who_is_named_like_a_weapon_still_acts() -> None:
    (sale,) = onrecord.read("Selcuk Bayraktar sold drones to Chile.").events
    assert [f.name for role, held in sale.roles if role == "supplier" for f in held] == ["Selcuk Bayraktar"]
