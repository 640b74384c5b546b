"""What all questions to a ledger share: the connection, and how many names are asked for at once.

Questions that every page asks are put together once (``@cache``) and bring what they ask for as parameters: SQLAlchemy takes
about five times as long to put one together as to have it answered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Result, Row, and_, bindparam, or_

from onrecord.ledger import schema as t

__all__ = ["MOMENT", "Asking", "any_of", "chunks", "held_at", "held_when", "moment"]

CHUNK = 500
"""Names asked for at once."""
_Name = TypeVar("_Name", str, int)
MOMENT: BindParameter[str] = bindparam("moment")
"""The moment of a question that is put together once, for ``held_at`` and ``held_when``; ``moment`` brings it."""


def chunks(names: Iterable[_Name]) -> Iterator[list[_Name]]:
    """Yield names in groups that fit into one question."""
    held = sorted(set(names))
    for n in range(0, len(held), CHUNK):
        yield held[n : n + CHUNK]


def any_of(name: str) -> BindParameter[Any]:
    """Return a parameter that brings several names or numbers, for ``in_``."""
    return bindparam(name, expanding=True)


def moment(known_by: str | None) -> dict[str, str]:
    """Return what a question brings for ``MOMENT``; nothing where it asks for what is held now."""
    return {} if known_by is None else {"moment": known_by}


def held_at(recorded: Any, superseded: Any, moment: str | BindParameter[str]) -> Any:
    """Return the condition that something was recorded by a moment and not superseded yet."""
    return and_(recorded <= moment, or_(superseded.is_(None), superseded > moment))


def held_when(known_by: str | BindParameter[str] | None) -> Any:
    """Return the condition on statements of present readings, or of those that the ledger held at a moment."""
    s = t.statements.c
    return s.current.is_(True) if known_by is None else held_at(s.recorded_at, s.superseded_at, known_by)


class Asking:
    """Questions within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def _rows(self, statement: Any, asked: Mapping[str, Any] | None = None) -> Sequence[Row[Any]]:
        return self.connection.execute(statement, asked).all()

    def stream(self, statement: Any) -> Result[Any]:
        """Return the answer to a question, some rows at a time, so that a long one does not fill the memory."""
        return self.connection.execute(statement, execution_options={"yield_per": CHUNK})
