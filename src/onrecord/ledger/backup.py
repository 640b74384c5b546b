"""A copy of a ledger while it is in use: all of it as of one moment, as an SQLite ledger, wherever the original lies."""

from pathlib import Path

from sqlalchemy import func, insert, select, text

from onrecord.errors import LedgerFullError
from onrecord.ledger import schema as t
from onrecord.ledger import search
from onrecord.ledger.coding import unpack_said
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.writer import findable

__all__ = ["backup"]

ROWS = 1000
"""Rows copied at once."""


def backup(ledger: Ledger, path: str) -> int:
    """Copy a ledger into a new SQLite file; the number of documents copied.

    Raises:
        LedgerFullError: the file is there already, or cannot be written.
    """
    target = Path(path)
    if target.exists():
        raise LedgerFullError(path, "a file that is there", "a new one; nothing was overwritten")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    with ledger.reading() as reader, Ledger(str(part), create=True) as copy, copy.writing() as writer:
        for table in t.metadata.sorted_tables:
            rows = reader.connection.execution_options(yield_per=ROWS).execute(
                select(table).order_by(*table.primary_key)
            )
            for group in rows.mappings().partitions(ROWS):
                writer.connection.execute(insert(table), [dict(row) for row in group])
        s = t.statements.c
        for row in reader.connection.execute(select(s.id, s.said).where(s.current.is_(True))):
            search.index(writer.connection, [(row.id, findable(unpack_said(row.said)))])
        count = int(writer.connection.execute(select(func.count()).select_from(t.documents)).scalar() or 0)
    with Ledger(str(part)) as copy, copy.engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    part.replace(target)
    return count
