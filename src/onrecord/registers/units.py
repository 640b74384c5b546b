"""Units of measure and currencies, as texts write them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onrecord.errors import RegisterError
from onrecord.registers.tables import DATA, Row, Table

__all__ = ["UNITS", "Unit", "UnitKind", "Units", "load_units", "units"]


class UnitKind(StrEnum):
    """What a unit measures."""

    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    POWER = "power"
    FREQUENCY = "frequency"
    YIELD = "yield"
    TIME = "time"
    SHARE = "share"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency.

    Attributes:
        code: "km", "percent", or the ISO 4217 code of a currency.
        kind: what it measures.
        forms: how it is written behind a number.
        signs: how it is written before one ("$").
        example: a sentence with a form in square brackets.
    """

    code: str
    kind: UnitKind
    forms: tuple[str, ...]
    signs: tuple[str, ...]
    example: str

    @property
    def name(self) -> str:
        """The code."""
        return self.code


@dataclass(frozen=True, slots=True)
class Units:
    """Units by how they are written, in lower case.

    Attributes:
        behind: those behind a number ("km", "dollars").
        before: those before one ("$").
        by_code: all of them.
    """

    behind: Mapping[str, Unit]
    before: Mapping[str, Unit]
    by_code: Mapping[str, Unit]


@cache
def units() -> Units:
    """Return the shipped table, read once.

    Raises:
        RegisterError: it is damaged.
    """
    return load_units(DATA)


def load_units(folder: Path) -> Units:
    """Return the table of a data folder.

    Raises:
        RegisterError: the first fault found, or a form that two units share.
    """
    behind: dict[str, Unit] = {}
    before: dict[str, Unit] = {}
    found = UNITS.load(folder)
    for unit in found:
        for index, forms in ((behind, unit.forms), (before, unit.signs)):
            for form in forms:
                other = index.setdefault(form.lower(), unit)
                if other is not unit:
                    raise RegisterError(UNITS.path, f"{form!r} for {other.code} and for {unit.code}", "one unit a form")
    return Units(MappingProxyType(behind), MappingProxyType(before), MappingProxyType({u.code: u for u in found}))


def _unit(row: Row) -> Unit:
    return Unit(
        row.text("unit"), row.one_of("kind", UnitKind), row.many("forms"), row.many("signs"), row.text("example")
    )


UNITS = Table("lexicon/en/units.csv", ("unit", "kind", "forms", "signs", "example"), _unit, lambda unit: (unit.code,))
