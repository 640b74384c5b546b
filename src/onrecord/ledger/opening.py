"""Opening a ledger: SQLite in a file, PostgreSQL by URL; every failure as one clear line."""

import logging
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, NoSuchModuleError, OperationalError

from onrecord.errors import LedgerBusyError, LedgerError, LedgerFullError, LedgerVersionError, NoLedgerError

__all__ = ["HEAD", "NAMED", "connect", "failures", "lock", "printable_url"]

HEAD = "0004"
"""Version of the schema this program reads and writes."""
NAMED = 0x6F6E7263
"""``application_id`` in the header of a ledger's SQLite file ("onrc")."""
WAIT = 10
"""Seconds to wait for another writer."""
LOCK = 0x6F6E7263
"""Advisory lock of PostgreSQL under which one process at a time writes."""
WITHIN_REACH = "a ledger within reach that nobody holds; nothing was changed"
_MIGRATIONS = Path(__file__).with_name("migrations")
_FULL = ("disk is full", "disk full", "no space left", "readonly", "read-only", "attempt to write")
_BUSY = ("locked", "busy", "timeout", "connection", "terminat", "server closed", "could not connect", "refused")
_DAMAGED = ("malformed", "not a database", "corrupt", "no such table", "no such column", "disk i/o error")


def connect(where: str, *, create: bool, read_only: bool = False) -> Engine:
    """Return the engine of a ledger, its schema brought up to date.

    Args:
        where: path of an SQLite file, or a URL (``sqlite:///...``, ``postgresql://...``).
        create: make it if there is none.
        read_only: open it for reading alone; its schema has to be this version's.

    Raises:
        NoLedgerError: there is none, or what is there is none.
        LedgerVersionError: a newer version made it.
        LedgerBusyError: it is locked, or cannot be reached.
        LedgerFullError: it may not be written.
    """
    url = _url(where)
    shown = printable_url(where)
    if url.get_backend_name() == "sqlite":
        engine = _sqlite(url.database or "", shown, create=create, read_only=read_only)
    else:
        try:
            engine = create_engine(url, pool_pre_ping=True)
        except (NoSuchModuleError, ModuleNotFoundError) as error:
            raise LedgerError(shown, f"a driver that is not installed ({error})", "onrecord[postgresql]") from error
    try:
        with failures(shown):
            _settle(engine, shown, create=create, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _url(where: str) -> URL:
    if "://" not in where:
        try:
            return URL.create("sqlite", database=str(Path(where).expanduser()))
        except RuntimeError:
            raise NoLedgerError(where, "the folder of somebody who has none here", "the path of a ledger") from None
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        expected = "sqlite:///PATH or postgresql://HOST/DATABASE"
        # The cause is left out, and what stands behind the scheme: either may hold a password.
        raise NoLedgerError(printable_url(where), "a URL that cannot be read", expected) from None
    if url.drivername in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise NoLedgerError(printable_url(where), f"a URL of {url.get_backend_name()}", "sqlite or postgresql")
    return url


def printable_url(where: str) -> str:
    """Return a ledger's path or URL without its password."""
    if "://" not in where:
        return where
    try:
        return make_url(where).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return f"{where.partition('://')[0]}://..."


def _sqlite(path: str, shown: str, *, create: bool, read_only: bool) -> Engine:
    file = Path(path)
    try:
        name = quote(os.fsencode(_checked(file, shown, create=create)))
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "no name of a file"
        raise NoLedgerError(shown, f"what cannot be looked up ({told})", "the path of a ledger") from error
    mode = {"mode": "ro" if read_only else "rwc" if create else "rw"}
    if not create and _is_frozen(file):
        mode = {"mode": "ro", "immutable": "1"}
    url = URL.create("sqlite", database=f"file:{name}", query={**mode, "uri": "true"})
    engine = create_engine(url, connect_args={"timeout": WAIT, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # this program says itself where a transaction begins
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _checked(file: Path, shown: str, *, create: bool) -> Path:
    """Return the path of a ledger's file that is there, or can be made."""
    if "\0" in str(file):
        raise ValueError
    if file.is_dir():
        raise NoLedgerError(shown, "a folder", "the file of a ledger")
    if not file.exists() and not create:
        raise NoLedgerError(shown, "no such file", "a ledger; `onrecord add` makes one")
    if not file.parent.is_dir():
        raise NoLedgerError(shown, "a file in a folder that is not there", "a folder that is")
    return file


def _is_frozen(file: Path) -> bool:
    """Whether nobody can be writing to a file, since nothing can be written beside it: then it is read without any lock."""
    return not os.access(file.parent, os.W_OK) and not file.with_name(f"{file.name}-wal").exists()


def _settle(engine: Engine, shown: str, *, create: bool, read_only: bool) -> None:
    """Bring the schema of a database to this version, or say why it cannot be."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        version = (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if "alembic_version" in tables
            else None
        )
        sqlite = engine.dialect.name == "sqlite"
        named = (
            connection.exec_driver_sql("PRAGMA application_id").scalar() == NAMED if sqlite else "statements" in tables
        )
    if version == HEAD and named:
        return
    if tables and not named:
        raise NoLedgerError(shown, "a database of something else", "a ledger, or an empty database")
    if version is not None and version > HEAD:
        raise LedgerVersionError(shown, f"a ledger of schema {version}", f"schema {HEAD} or older; update onrecord")
    if read_only or (not tables and not create):
        raise NoLedgerError(shown, f"a ledger of schema {version or 'none'}", f"schema {HEAD}")
    _migrate(engine, shown)


def _migrate(engine: Engine, shown: str) -> None:
    from alembic import command  # not needed, and slow to import, where the schema is up to date
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if engine.dialect.name == "sqlite":
        _write_ahead(engine, shown)
    with engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            lock(connection)
        else:
            connection.exec_driver_sql(f"PRAGMA application_id = {NAMED}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _write_ahead(engine: Engine, shown: str) -> None:
    """Let others read while one writes; said once, outside of any transaction, and only to a file that is a ledger's."""
    connection = engine.raw_connection()
    until = time.monotonic() + WAIT
    try:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                # Here SQLite does not wait by itself for whoever else is opening the file.
                if "locked" not in str(error) or time.monotonic() >= until:
                    raise LedgerBusyError(shown, str(error), WITHIN_REACH) from error
                time.sleep(0.05)
            else:
                return
    finally:
        connection.close()


def lock(connection: Connection) -> None:
    """Let no other process write to a PostgreSQL ledger until the transaction ends; wait for one that does."""
    connection.execute(text(f"SET LOCAL lock_timeout = {int(WAIT * 1000)}"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})


@contextmanager
def failures(shown: str) -> Iterator[None]:
    """Turn a failure of the database into one of this program's errors; whatever was being written is rolled back."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise LedgerError(shown, "a name with half of a surrogate pair", "characters of Unicode") from error
    except DBAPIError as error:
        told = str(error.orig).splitlines()[0] if str(error.orig) else type(error.orig).__name__
        low = told.lower()
        if any(word in low for word in _FULL):
            raise LedgerFullError(shown, told, "a ledger that can be written; nothing was changed") from error
        if "unable to open" in low or "permission" in low:
            raise LedgerFullError(shown, told, "a ledger that may be opened") from error
        if any(word in low for word in _DAMAGED):
            raise NoLedgerError(shown, told, "the file of a ledger, undamaged; restore a backup") from error
        lost = isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.OperationalError)
        if lost or any(word in low for word in _BUSY):
            raise LedgerBusyError(shown, told, WITHIN_REACH) from error
        if isinstance(error, DatabaseError):
            raise LedgerError(shown, told, "a ledger in order; `onrecord check` tells more") from error
        raise
