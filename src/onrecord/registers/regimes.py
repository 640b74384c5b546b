"""The register of measures: who imposed what on whom, and from when to when; a YAML file for each programme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onrecord.records.regimes import LegalMeasure, MeasureClaim, Monitor, Programme
from onrecord.registers.gazetteer import gazetteer, load_gazetteer
from onrecord.registers.regimes_checking import read_programmes
from onrecord.registers.tables import DATA

__all__ = ["Regimes", "load_regimes", "regimes"]


@dataclass(frozen=True, slots=True)
class Regimes:
    """The register.

    Attributes:
        programmes: every programme by its key, in the order of the keys.
        measures: every measure by its key, programme by programme.
        checked: the day on which the file that was checked longest ago was checked against sources.
    """

    programmes: Mapping[str, Programme]
    measures: Mapping[str, LegalMeasure]
    checked: date | None

    @property
    def claims(self) -> tuple[MeasureClaim, ...]:
        """What is claimed of measures."""
        return tuple(c for p in self.programmes.values() for c in p.claims)

    @property
    def monitors(self) -> tuple[Monitor, ...]:
        """Bodies that watch over measures."""
        return tuple(m for p in self.programmes.values() for m in p.monitors)


@cache
def regimes() -> Regimes:
    """Return the shipped register, read once.

    Raises:
        RegisterError: it is damaged.
    """
    return load_regimes(DATA)


def load_regimes(folder: Path) -> Regimes:
    """Return the register of a data folder.

    Raises:
        RegisterError: the first fault found, in a file or between files.
    """
    known = gazetteer() if folder == DATA else load_gazetteer(folder)
    names = {*(state.name for state in known.states), *(body.name for body in known.bodies)}
    programmes, faults = read_programmes(folder, names)
    if faults:
        raise faults[0]
    return Regimes(
        MappingProxyType({p.key: p for p in programmes}),
        MappingProxyType({m.key: m for p in programmes for m in p.measures}),
        min((p.checked for p in programmes), default=None),
    )
