"""Ledgers for tests: an SQLite file, and a PostgreSQL database on a server of the tests' own."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
import pytest

__all__ = ["PostgreSQL", "binaries", "running", "without_server"]

_EVERYWHERE = "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin"
_QUIET = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "listen_addresses": ""}


def binaries() -> Path | None:
    """Return the folder of the newest server on this machine; None if there is none."""
    found = [p for pattern in _EVERYWHERE for p in Path("/").glob(pattern.lstrip("/")) if (p / "initdb").exists()]
    on_path = shutil.which("initdb")
    found += [Path(on_path).parent] if on_path else []
    return max(found, key=lambda p: [int(n) for n in re.findall(r"\d+", str(p))], default=None)


def without_server() -> None:
    """Skip a test for which there is no PostgreSQL; in CI fail."""
    if os.environ.get("CI"):
        pytest.fail("got no PostgreSQL server on this machine; CI has to run both databases")
    pytest.skip("no PostgreSQL server is installed (initdb, postgres)")


@dataclass
class PostgreSQL:
    """A server that listens on a socket in a folder.

    Attributes:
        folder: where the socket lies.
        numbers: what databases are named by.
        made: names of the ledgers that others are copies of.
    """

    folder: Path
    numbers: Iterator[int] = field(default_factory=count)
    made: set[str] = field(default_factory=set)

    def url(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def run(self, statement: str) -> None:
        """Run a statement outside of any transaction."""
        with psycopg.connect(f"host={self.folder} user=postgres dbname=postgres", autocommit=True) as connection:
            connection.execute(statement.encode())

    def fresh(self, template: str = "template1") -> str:
        """Return the address of a new database."""
        name = f"onrecord_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)

    def copy_of(self, name: str, fill: Callable[[str], None]) -> str:
        """Return the address of a copy of a ledger that is made and filled once."""
        if name not in self.made:
            try:  # an order of text unlike that of code points, where this server has one
                self.run(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'")
            except psycopg.Error:
                self.run(f"CREATE DATABASE {name}")
            self.made.add(name)
            fill(self.url(name))
        return self.fresh(name)


@contextmanager
def running(bin_: Path) -> Iterator[PostgreSQL]:
    """Run a server of one's own; its folder is short, as the name of a socket has to be."""
    with tempfile.TemporaryDirectory(prefix="onr") as name:
        folder, as_other = Path(name), [] if os.getuid() else ["runuser", "-u", "postgres", "--"]
        if as_other:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        folder.chmod(0o755)

        def run(*command: str) -> None:
            done = subprocess.run(
                [*as_other, str(bin_ / command[0]), *command[1:]], cwd=folder, capture_output=True, check=False
            )
            assert done.returncode == 0, done.stderr.decode(errors="replace")

        data = folder / "data"
        run(
            "initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync"
        )
        options = " ".join(f"-c {k}='{v}'" for k, v in {**_QUIET, "unix_socket_directories": str(folder)}.items())
        run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield PostgreSQL(folder)
        finally:
            with suppress(AssertionError):
                run("pg_ctl", "-D", str(data), "-w", "-m", "immediate", "stop")
