"""Floors under the figures: written by a command, never lowered without a reason, checked by the gate.

``floors.json`` holds for each set the hashes of the data and the version of the weights it was measured with, and for
each figure its floor: what was measured less a margin. A floor only rises; to lower one takes a reason, which is kept.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.results import DataError, Figure, Result

__all__ = ["FLOORS", "Check", "check_floors", "margin_of", "write_floors"]

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.3
"""Points below what was measured: other CPUs round int8 sums differently, and a tie here or there falls the other way."""

LEAST = 100
"""Gold items a figure needs to get a floor; below, one item is more than a point and a floor says nothing."""


@dataclass(frozen=True, slots=True)
class Check:
    """One figure held against its floor; ``measured`` is None where the run no longer gives the figure."""

    key: str
    figure: str
    measured: float | None
    floor: float

    @property
    def passed(self) -> bool:
        """Whether the figure is there and not below its floor."""
        return self.measured is not None and self.measured >= self.floor


def margin_of(figure: Figure) -> float:
    """Return how far below its measured value a figure's floor lies: ``MARGIN``, or two gold items where that is more."""
    return max(MARGIN, 200 / max(1, figure.gold))


def _load(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {"sets": {}, "lowered": []}
    try:
        stored: Any = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DataError(f"{path}: got {error}; expected the JSON of --write-floors") from error
    if not isinstance(stored, dict) or not isinstance(stored.get("sets"), dict):
        raise DataError(f"{path}: got no sets; expected the JSON of --write-floors")
    return stored


def check_floors(results: Iterable[Result], path: Path = FLOORS) -> list[Check]:
    """Hold results against the floors.

    Raises:
        DataError: a set has no floors, or was read from other data than its floors were measured on; or there is
            nothing to check at all, which must not pass for a gate that holds.
    """
    sets, checks = _load(path)["sets"], list[Check]()
    for result in results:
        if not sets.get(result.key, {}).get("floors"):
            raise DataError(
                f"{path}: got no floors for {result.key}; expected some (python -m evaluation --write-floors)"
            )
        _same_data(result, sets[result.key], path)
        measured = {f.name: f.value for f in result.figures}
        for name, kept in sets[result.key]["floors"].items():
            checks.append(Check(result.key, name, measured.get(name), kept["floor"]))
    if not checks:
        raise DataError(f"{path}: got no figure to check; expected at least one set with floors")
    return checks


def _same_data(result: Result, kept: dict[str, Any], path: Path) -> None:
    for file, digest in result.data.items():
        known = kept["data"].get(file, "none")
        if known != digest:
            raise DataError(
                f"{file}: got SHA-256 {digest[:12]}; expected {known[:12]}, on which {path.name} was measured"
            )


def write_floors(results: Sequence[Result], path: Path = FLOORS, *, reason: str | None = None) -> list[str]:
    """Write the floors that results allow; sets that were not measured keep theirs.

    Args:
        results: what was measured.
        path: the floors file.
        reason: why floors may be lowered; without it none is.

    Returns:
        A line for every floor that moved.

    Raises:
        DataError: a figure lies below its floor or is gone, or the data changed, and no reason was given; or no figure
            of a set rests on enough to get a floor.
    """
    stored = _load(path)
    lines, lowered = list[str](), list[str]()
    for result in results:
        kept = stored["sets"].get(result.key)
        if kept and reason is None:
            _same_data(result, kept, path)
        before = {name: row["floor"] for name, row in kept["floors"].items()} if kept else {}
        floors = {f.name: _floor(f, before.get(f.name), reason) for f in result.figures if f.gold >= LEAST}
        if not floors:
            raise DataError(f"{result.key}: got no figure with {LEAST} gold items; expected one that can have a floor")
        for name in {**before, **floors}:
            old, new = before.get(name), floors[name]["floor"] if name in floors else None
            if old != new:
                lines.append(f"{result.key}, {name}: {_shown(old)} -> {_shown(new)}")
            if old is not None and (new is None or new < old):
                lowered.append(lines[-1])
        stored["sets"][result.key] = {"model": result.model, "data": dict(result.data), "floors": floors}
    if lowered and reason is None:
        raise DataError(
            f"{path}: got lower figures ({'; '.join(lowered)}); expected none below its floor (or --allow-regression REASON)"
        )
    if lowered:
        stored["lowered"].append({"on": datetime.now(UTC).date().isoformat(), "reason": reason, "floors": lowered})
    path.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return lines


def _shown(floor: float | None) -> str:
    return "none" if floor is None else f"{floor:.2f}"


def _floor(figure: Figure, before: float | None, reason: str | None) -> dict[str, float | int]:
    """Return a figure's row. While it still clears its old floor and nobody gave a reason, that floor stays."""
    floor = round(figure.value - margin_of(figure), 2)
    if before is not None and reason is None and figure.value >= before:
        floor = max(floor, before)
    return {"floor": floor, "measured": figure.value, "gold": figure.gold}
