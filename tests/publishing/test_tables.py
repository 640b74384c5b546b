"""CSV that can be opened in a spreadsheet."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publishing.tables import FORMULA, csv_of


@given(st.lists(st.tuples(st.text(), st.none() | st.text())))
def test_no_cell_begins_a_formula_and_nothing_is_lost(cells: list[tuple[str, str | None]]) -> None:
    made = csv_of(({"a": a, "b": b} for a, b in cells), ("a", "b")).decode()
    rows = list(csv.reader(io.StringIO(made, newline="")))
    assert rows[0] == ["a", "b"]
    assert len(rows) == len(cells) + 1
    for (a, b), row in zip(cells, rows[1:], strict=True):
        assert not any(cell.startswith(FORMULA) for cell in row)
        assert [cell.removeprefix("'") for cell in row] == [(a or "").removeprefix("'"), (b or "").removeprefix("'")]
