"""What changed between two of OFAC's lists, found by comparing rows; shares no code with the package."""

import csv
import gzip
from collections import defaultdict
from pathlib import Path

__all__ = ["independent_delta"]


def _parties(folder: Path, year: str) -> dict[str, tuple[object, ...]]:
    """Return each party's rows: its own cells, the set of its aliases, the set of its addresses, without OFAC's row numbers."""
    own: dict[str, tuple[str, ...]] = {}
    more: dict[str, dict[str, set[tuple[str, ...]]]] = {"alt": defaultdict(set), "add": defaultdict(set)}
    for part in ("sdn", "alt", "add"):
        with gzip.open(
            folder / f"ofac_{year}_{part}.csv.gz", "rt", encoding="utf-8", errors="replace", newline=""
        ) as lines:
            for row in csv.reader(lines):
                cells = tuple("" if c.strip() == "-0-" else " ".join(c.split()) for c in row)
                if part == "sdn" and len(cells) == 12:
                    own[cells[0]] = cells[1:]
                elif part != "sdn" and len(cells) > 2 and any(cells[2:]):
                    more[part][cells[0]].add(cells[2:])
    return {k: (cells, more["alt"][k], more["add"][k]) for k, cells in own.items()}


def independent_delta(folder: Path, before: str, after: str) -> tuple[set[str], set[str], set[str]]:
    """Return the numbers of the parties added, changed and removed from one year's files to another's."""
    old, new = _parties(folder, before), _parties(folder, after)
    changed = {k for k in old.keys() & new.keys() if old[k] != new[k]}
    return new.keys() - old.keys(), changed, old.keys() - new.keys()
