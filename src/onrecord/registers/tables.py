"""Tables: CSV files with a fixed head, read row by row, each fault with its file and line."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from onrecord.errors import RegisterError

__all__ = ["DATA", "Row", "Table"]

DATA = Path(__file__).parents[1] / "data"
"""Where the shipped tables lie."""

Entry = TypeVar("Entry")
Choice = TypeVar("Choice", bound=StrEnum)


@cache
def _by_value(choices: type[StrEnum]) -> Mapping[str, Any]:
    """Return the members by their values; asking the class takes three times as long, and tables ask often."""
    return {choice.value: choice for choice in choices}


class Row(NamedTuple):
    """One line of a table.

    Attributes:
        path: the file, as a message names it.
        line: the number of the line.
        cells: what stands in each column; never missing, sometimes empty.
    """

    path: str
    line: int
    cells: Mapping[str, str]

    def fault(self, got: str, expected: str) -> RegisterError:
        """Return the error for this row."""
        return RegisterError(f"{self.path}:{self.line}", got, expected)

    def text(self, column: str) -> str:
        """Return a cell that must not be empty.

        Raises:
            RegisterError: it is.
        """
        cell = self.cells[column]
        if not cell:
            raise self.fault(f"an empty {column}", "a word or a sentence")
        return cell

    def words(self, column: str) -> tuple[str, ...]:
        """Return the words of a cell that holds an entry: in lower case, with single spaces.

        Raises:
            RegisterError: it is empty, has capitals, or its spaces are off.
        """
        cell = self.text(column)
        words = tuple(cell.split(" "))
        if cell != cell.lower() or not all(words):
            raise self.fault(repr(cell), "lemmas in lower case with one space between them")
        return words

    def many(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that semicolons divide; none if it is empty.

        Raises:
            RegisterError: a part is empty or has spaces around it.
        """
        cell = self.cells[column]
        parts = tuple(cell.split(";")) if cell else ()
        if any(part != part.strip() or not part for part in parts):
            raise self.fault(repr(cell), f"{column} divided by semicolons, without spaces around them")
        return parts

    def one_of(self, column: str, choices: type[Choice]) -> Choice:
        """Return the value of a closed list a cell names.

        Raises:
            RegisterError: it names none.
        """
        choice: Choice | None = _by_value(choices).get(self.cells[column])
        if choice is None:
            raise self.fault(f"{column} {self.cells[column]!r}", f"one of {', '.join(choices)}")
        return choice

    def maybe(self, column: str, choices: type[Choice]) -> Choice | None:
        """Return the value of a closed list, or None for an empty cell.

        Raises:
            RegisterError: the cell is neither empty nor in the list.
        """
        return self.one_of(column, choices) if self.cells[column] else None


@dataclass(frozen=True, slots=True)
class Table(Generic[Entry]):
    """What a CSV file has to look like and what its rows become.

    Attributes:
        path: the file, below the data folder.
        columns: its head, in order; the last one is ``example``.
        parse: makes an entry of a row, or raises RegisterError.
        key: what must be unique, and what the rows are sorted by.
    """

    path: str
    columns: tuple[str, ...]
    parse: Callable[[Row], Entry]
    key: Callable[[Entry], tuple[str, ...]]

    def rows(self, folder: Path) -> Iterator[Row]:
        """Yield the rows of the file below ``folder``.

        Raises:
            RegisterError: no such file, another head, a row with too few or too many cells, not UTF-8.
        """
        try:
            lines = (folder / self.path).read_text(encoding="utf-8").splitlines()
        except OSError as error:
            raise RegisterError(self.path, error.strerror or "no file", "a CSV file in UTF-8") from error
        except UnicodeDecodeError as error:
            raise RegisterError(self.path, f"byte {error.object[error.start]:#x}", "a CSV file in UTF-8") from error
        reader = csv.reader(lines, strict=True)
        head = tuple(next(reader, ()))
        if head != self.columns:
            raise RegisterError(f"{self.path}:1", ",".join(head) or "nothing", ",".join(self.columns))
        width = len(head)
        try:
            for cells in reader:
                row = Row(self.path, reader.line_num, dict(zip(head, cells, strict=False)))
                if len(cells) != width:
                    raise row.fault(f"{len(cells)} cells", f"{width}")
                yield row
        except csv.Error as error:
            raise RegisterError(f"{self.path}:{reader.line_num}", str(error), "a row of CSV") from error

    def load(self, folder: Path) -> list[Entry]:
        """Return an entry for each row.

        Raises:
            RegisterError: the first fault.
        """
        return [self.parse(row) for row in self.rows(folder)]
