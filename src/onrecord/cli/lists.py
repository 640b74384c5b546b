"""Lists as a table, as JSON, as CSV."""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from onrecord.cli.table import console
from onrecord.cli.words import plain
from onrecord.publishing.tables import csv_of

__all__ = ["print_csv", "print_json", "print_table"]

STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def print_json(value: Any, *, indent: int | None = 2) -> None:
    """Print a value as JSON in UTF-8; what could steer a terminal is escaped, and so are lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=str) + "\n"
    text = STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def print_csv(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> None:
    """Print rows as CSV (RFC 4180) with a header; what a spreadsheet would take for a formula is led by an apostrophe."""
    sys.stdout.buffer.write(csv_of(rows, names))
    sys.stdout.buffer.flush()


def print_table(
    rows: Sequence[Sequence[Any]], names: Sequence[str], *, narrow: Sequence[str] = (), wide: str | None = None
) -> None:
    """Print rows as a table; the columns named in ``narrow`` are not broken, the one named ``wide`` takes what room is left."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=wide is not None)
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=name in narrow, ratio=1 if name == wide else None)
    for row in rows:
        table.add_row(
            *(cell if isinstance(cell, Text) else Text("" if cell is None else plain(str(cell))) for cell in row)
        )
    console(sys.stdout).print(table)
