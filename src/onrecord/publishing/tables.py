"""Rows as CSV, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["FORMULA", "csv_of"]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def csv_of(rows: Iterable[Mapping[str, Any]], names: Sequence[str]) -> bytes:
    """Return rows as CSV (RFC 4180) in UTF-8 with a header; what a spreadsheet would take for a formula is led by an apostrophe.

    Args:
        rows: each with a value for every name; None is an empty cell.
        names: the columns.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in names])
    return out.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
