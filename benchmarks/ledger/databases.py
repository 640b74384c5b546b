"""A ledger of a benchmark's own: an SQLite file, or a database of a PostgreSQL server started for it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.ledger import Ledger
from tests.databases import binaries, running

__all__ = ["fresh"]


@contextmanager
def fresh(kind: str) -> Iterator[Ledger]:
    """Open a new and empty ledger: "sqlite" or "postgresql".

    Raises:
        SystemExit: there is no PostgreSQL server on this machine.
    """
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder, Ledger(str(Path(folder) / "ledger.db"), create=True) as ledger:
            yield ledger
        return
    found = binaries()
    if found is None:
        raise SystemExit("got no PostgreSQL server on this machine; expected initdb and postgres")
    with running(found) as server, Ledger(server.fresh(), create=True) as ledger:
        yield ledger
