"""What a page shows, as a file to take along: CSV and JSON of the same view."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from starlette.responses import Response

from onrecord.publishing.tables import csv_of

__all__ = ["csv_file", "json_file"]


def csv_file(rows: Iterable[Mapping[str, Any]], names: Sequence[str], name: str) -> Response:
    """Return rows as a CSV file.

    Args:
        rows: the rows.
        names: the columns.
        name: of the file, without its ending.
    """
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(csv_of(rows, names), media_type="text/csv; charset=utf-8", headers=headers)


def json_file(value: Any, name: str) -> Response:
    """Return a value as a JSON file; days are told as ISO 8601, lone surrogates escaped."""
    told = json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n"
    headers = {"Content-Disposition": f'inline; filename="{name}.json"'}
    return Response(told.encode("utf-8", "backslashreplace"), media_type="application/json", headers=headers)
