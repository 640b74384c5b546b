"""Weapons: names, kinds, and tables that are refused."""

import pytest

from onrecord.errors import RegisterError
from onrecord.registers import check, weapons
from onrecord.registers.weapons import load_weapons
from tests.registers.conftest import Spoil


@pytest.mark.parametrize("text", ["Fateh-110", "fateh 110", "FATEH110", "Fateh‑110"])
def test_hyphens_spaces_and_case_do_not_matter(text: str) -> None:
    found = weapons().named(text)
    assert found is not None
    assert found.name == "Fateh-110"


def test_plurals_and_kinds() -> None:
    table = weapons()
    kinds = [w.name for w in table.line(table.by_name["Fateh-110"])]
    assert kinds == ["Fateh-110", "short-range ballistic missile", "ballistic missile", "missile", "arms"]
    assert table.named("ballistic missiles") is table.by_name["ballistic missile"]
    assert table.is_a(table.by_name["Fateh-110"], "missile")
    assert not table.is_a(table.by_name["Fateh-110"], "drone")


def test_every_line_ends_in_a_root() -> None:
    table = weapons()
    assert {table.line(w)[-1].name for w in table.by_name.values()} == {"arms", "dual-use goods"}


@pytest.mark.parametrize(
    ("start", "row", "fault"),
    [
        ("Fateh-110,", "Fateh-110,sling,,,,A [Fateh-110] was shown.", "parent 'sling' of Fateh-110"),
        ("missile,", "missile,short-range ballistic missile,,,,The [missile] fell.", "a circle above"),
        ("Fateh-110,", "Fateh-110,missile,S-400,,,A [Fateh-110] was shown.", "'s400' for"),
        ("Fateh-110,", "Fateh-110,missile,,,x1,A [Fateh-110] was shown.", "wikidata 'x1'"),
    ],
)
def test_damaged_tables_are_refused(spoiled: Spoil, start: str, row: str, fault: str) -> None:
    folder = spoiled("gazetteer/weapons.csv", start, row)
    with pytest.raises(RegisterError, match=fault):
        load_weapons(folder)
    assert check(folder).faults != ()


@pytest.mark.parametrize("name", ["UAVs", "ICBMs"])
def test_kinds_called_by_letters_have_plurals(name: str) -> None:
    found = weapons().named(name)
    assert found is not None
    assert found.is_kind
