"""A ledger that is open: reading and writing, each in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from onrecord.ledger.opening import connect, failures, lock, printable_url
from onrecord.ledger.reader import Reader
from onrecord.ledger.writer import Writer

__all__ = ["Ledger"]


class Ledger:
    """A ledger that is open.

    Attributes:
        where: its path or URL, without a password.
        read_only: whether it may only be read.
    """

    def __init__(self, where: str, *, create: bool = False, read_only: bool = False) -> None:
        """Open a ledger.

        Args:
            where: path of an SQLite file, or a URL (``postgresql://...``).
            create: make it if there is none.
            read_only: open it for reading alone.

        Raises:
            LedgerError: it cannot be opened; the message says why.
        """
        self.engine = connect(where, create=create, read_only=read_only)
        self.where = printable_url(where)
        self.read_only = read_only

    @property
    def dialect(self) -> str:
        """The kind of database: ``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Hand out one consistent view; nothing that is added meanwhile shows."""
        level = {} if self.dialect == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        with failures(self.where), self.engine.connect().execution_options(**level) as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Hand out a transaction in which nobody else writes; it is kept whole when the block ends well, else not at all."""
        with failures(self.where), self.engine.execution_options(writes=True).begin() as connection:
            if self.dialect == "postgresql":
                lock(connection)
            yield Writer(connection)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
