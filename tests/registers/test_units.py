"""Units: how they are written, and tables that are refused."""

import pytest

from onrecord.errors import RegisterError
from onrecord.registers import UnitKind, units
from onrecord.registers.checking import bracketed
from onrecord.registers.units import load_units
from tests.registers.conftest import Spoil


def test_units_are_found_by_every_form() -> None:
    table = units()
    assert {table.behind[form].code for form in ("km", "kilometres", "kilometers")} == {"km"}
    assert table.before["$"].code == "USD"
    assert table.by_code["EUR"].kind is UnitKind.MONEY


@pytest.mark.parametrize("code", list(units().by_code))
def test_every_example_holds_a_form(code: str) -> None:
    unit = units().by_code[code]
    assert [part.lower() in {f.lower() for f in unit.forms} for part in bracketed(unit.example)] == [True]


def test_one_form_has_one_unit(spoiled: Spoil) -> None:
    folder = spoiled("lexicon/en/units.csv", "AED,", "AED,money,dirham;km,,The pier cost two million [dirham].")
    with pytest.raises(RegisterError, match="'km' for AED and for km; expected one unit a form"):
        load_units(folder)
