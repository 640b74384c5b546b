"""``python -m evaluation.known_names persons.txt``: makes the table of known names, ``data/screening/known_names.txt``.

The source is Wikidata's items for given and family names (CC0), as rigour 1.3.0 ships them (MIT,
``rigour/data/names/persons.txt``, a line an item: its labels in all languages, the item's number).
"""

import argparse
import sys
from pathlib import Path

from onrecord.matching import fold
from onrecord.registers import DATA

__all__ = ["main", "rows"]

_LEAST_LABELS = 2
"""Labels of an item whose name is kept."""
_SCRIPTS = ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x2000))
"""Latin, Greek, Cyrillic: scripts whose vowels are written and whose letters say how a name sounds."""


def _plain(label: str) -> bool:
    return all(any(low <= ord(c) < high for low, high in _SCRIPTS) for c in label if c.isalpha())


def rows(lines: list[str]) -> list[str]:
    """Return the rows of the table: the folded forms of one name with spaces between them.

    Args:
        lines: of the source.
    """
    found = set()
    for line in lines:
        labels = [label.strip() for label in line.rpartition(" => ")[0].split(",")]
        if len(labels) < _LEAST_LABELS:
            continue
        forms = {fold(label) for label in labels if _plain(label)}
        kept = sorted(f for f in forms if f.isascii() and f.isalpha() and len(f) > 1)
        if kept:
            found.add(" ".join(kept))
    inner = {row for row in found if " " in row}
    alone = {form for row in inner for form in row.split(" ")}
    return sorted(inner | (found - inner - alone))


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return 0."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.known_names", description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    args = parser.parse_args(argv)
    table = rows(args.source.read_text(encoding="utf-8").splitlines())
    (DATA / "screening" / "known_names.txt").write_text("\n".join(table) + "\n", encoding="ascii")
    print(f"{len(table):,} names")
    return 0


if __name__ == "__main__":
    sys.exit(main())
