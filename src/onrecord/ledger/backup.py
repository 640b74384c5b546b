"""A copy of a ledger while it is in use: all of it as of one moment, as an SQLite ledger, wherever the original lies."""

from pathlib import Path

from sqlalchemy import func, insert, select

from onrecord.errors import LedgerFullError, OnrecordError
from onrecord.ledger import schema as t
from onrecord.ledger import search
from onrecord.ledger.coding import unpack_said
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.reader import Reader
from onrecord.ledger.writer import Writer, findable

__all__ = ["backup"]


def backup(ledger: Ledger, path: str) -> int:
    """Copy a ledger into a new SQLite file; the number of documents copied.

    Raises:
        LedgerFullError: the file is there already, or cannot be written.
    """
    target = Path(path)
    try:
        if target.exists():
            raise LedgerFullError(path, "a file that is there", "a new one; nothing was overwritten")
        part = target.with_name(target.name + ".part")
        _clear(part)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "no name of a file"
        raise LedgerFullError(path, f"what cannot be made ({told})", "the path of a new file") from error
    try:
        with ledger.reading() as reader, Ledger(str(part), create=True) as copy, copy.writing() as writer:
            count = _copy(reader, writer)
        part.replace(target)
    except OnrecordError as error:
        if error.where == str(part):
            raise type(error)(path, error.got, error.expected) from error
        raise
    finally:
        _clear(part)
    return count


def _clear(part: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _copy(reader: Reader, writer: Writer) -> int:
    for table in t.metadata.sorted_tables:
        for group in reader.stream(select(table).order_by(*table.primary_key)).mappings().partitions():
            writer.connection.execute(insert(table), [dict(row) for row in group])
    s = t.statements.c
    for rows in reader.stream(select(s.id, s.said)).partitions():
        search.index(writer.connection, [(row.id, findable(unpack_said(row.said))) for row in rows])
    return int(writer.connection.execute(select(func.count()).select_from(t.documents)).scalar() or 0)
