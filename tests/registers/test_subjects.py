"""Controlled subjects: found in texts, wider and narrower ones, and tables that are refused."""

import pytest

from onrecord.errors import RegisterError
from onrecord.registers import imposers, subjects
from onrecord.registers.subjects import load_imposers, load_subjects
from tests.registers.conftest import Spoil


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the export of drones and some missiles", {"drones", "missiles"}),
        ("a ballistic missile programme", {"missiles"}),
        ("an arms embargo", {"arms"}),
        ("asset freezes and travel bans", {"assets", "travel"}),
        ("seaborne crude oil in tankers", {"oil", "shipping"}),
        ("dual use goods", {"dual-use"}),
        ("weapons of mass destruction", {"wmd"}),
        ("cheese", set()),
        ("an armsful of alarms", set()),
    ],
)
def test_what_a_text_names(text: str, found: set[str]) -> None:
    assert set(subjects().in_text(text)) == found


@pytest.mark.parametrize(
    ("held", "asked", "cover"),
    [
        ("missiles", "missiles", 0),
        ("arms", "missiles", 1),
        ("missiles", "arms", 2),
        ("drones", "missiles", 3),
        ("missiles", "drones", None),
        ("oil", "arms", None),
    ],
)
def test_how_near_a_subject_is(held: str, asked: str, cover: int | None) -> None:
    assert subjects().cover(held, asked) == cover


def test_the_nearest_counts() -> None:
    assert subjects().covers(("assets", "arms", "missiles"), "missiles") == 0
    assert subjects().covers(("oil",), "missiles") is None


@pytest.mark.parametrize(
    ("word", "name"), [("missiles", "missiles"), ("Ballistic Missiles", "missiles"), ("UAV", "drones"), ("x", None)]
)
def test_a_word_for_a_subject(word: str, name: str | None) -> None:
    assert subjects().named(word) == name


def test_imposers_by_every_name() -> None:
    assert {imposers()[name].short for name in ("UN", "UN Security Council", "United Nations")} == {"UN"}


@pytest.mark.parametrize(
    ("line", "got"),
    [
        ("missiles,ghosts,,missile,A ban on [missiles].", "'ghosts' at missiles"),
        ("missiles,heavy arms,ghosts,missile,A ban on [missiles].", "'ghosts' at missiles"),
        ("missiles,missiles,,missile,A ban on [missiles].", "a circle above missiles"),
        ("missiles,,,missile,A ban on [ghosts].", "example"),
        ("missiles,,,,A ban on [missiles].", "an empty words"),
        ("Missiles,,,missile,A ban on [missiles].", "subject 'Missiles'"),
    ],
)
def test_a_damaged_table_is_refused(spoiled: Spoil, line: str, got: str) -> None:
    folder = spoiled("regimes/subjects.csv", "missiles,", line)
    with pytest.raises(RegisterError) as fault:
        load_subjects(folder)
    assert got in str(fault.value)


def test_an_imposer_without_its_example_is_refused(spoiled: Spoil) -> None:
    folder = spoiled("regimes/imposers.csv", "UN,", "UN,United Nations,,The [Hague] court.")
    with pytest.raises(RegisterError, match="example"):
        load_imposers(folder)
