"""Opening a ledger: whatever is at fault, one clear line, and nothing lost."""

import os
import shutil
import sqlite3
import tempfile
import threading
import time
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord.errors import LedgerBusyError, LedgerError, LedgerFullError, LedgerVersionError, NoLedgerError
from onrecord.flow.checking import digest
from onrecord.flow.claims import claims, claims_of
from onrecord.ledger import Ledger, opening
from onrecord.ledger.opening import printable_url
from tests.databases import PostgreSQL
from tests.kept import add


def fault(where: str, *, create: bool = False, read_only: bool = False) -> LedgerError:
    """Return why a ledger cannot be opened; the message is one line."""
    with pytest.raises(LedgerError) as caught, Ledger(where, create=create, read_only=read_only):
        pass
    assert "\n" not in str(caught.value)
    return caught.value


def test_no_file(tmp_path: Path) -> None:
    error = fault(str(tmp_path / "a.db"))
    assert isinstance(error, NoLedgerError)
    assert "a.db: got no such file; expected a ledger; `onrecord add` makes one" in str(error)
    assert not list(tmp_path.iterdir())


def test_a_folder_and_a_file_in_no_folder(tmp_path: Path) -> None:
    assert "got a folder" in str(fault(str(tmp_path)))
    assert "a folder that is not there" in str(fault(str(tmp_path / "b" / "a.db"), create=True))


@pytest.mark.parametrize("content", [b"The ministry said so.\n" * 50, b"PK\x03\x04" + bytes(range(256)) * 20])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    for create in (False, True):
        assert isinstance(fault(str(path), create=create), NoLedgerError)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("table", ["places", "statements", "alembic_version"])
def test_the_database_of_something_else_is_left_as_it_is(tmp_path: Path, table: str) -> None:
    path = tmp_path / "places.db"
    with sqlite3.connect(path) as other:
        other.execute(f"CREATE TABLE {table} (version_num TEXT)")
        other.execute(f"INSERT INTO {table} VALUES ('0001')")
    other.close()
    before = path.read_bytes()
    for create in (False, True):
        assert "got a database of something else" in str(fault(str(path), create=create))
    assert path.read_bytes() == before


def test_the_postgresql_database_of_something_else_is_left_as_it_is(server: PostgreSQL) -> None:
    import psycopg

    url = server.fresh()
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("CREATE TABLE places (name text)")
        assert "got a database of something else" in str(fault(url, create=True))
        found = other.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    other.close()
    assert found == [("places",)]


@pytest.mark.parametrize("size", [1, 100, 5000, 60_000])
def test_a_ledger_cut_short(file: Path, size: int) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
    content = file.read_bytes()
    file.write_bytes(content[:size])
    with pytest.raises(LedgerError) as caught, Ledger(str(file)) as ledger:
        add(ledger, "official")
    assert "\n" not in str(caught.value)
    assert file.read_bytes() == content[:size]


def test_a_ledger_overwritten_in_the_middle(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report", "official")
    with file.open("r+b") as damaged:
        damaged.seek(4096)
        damaged.write(b"\xa5" * 4096 * 40)
    with pytest.raises(LedgerError) as caught, Ledger(str(file)) as ledger:
        add(ledger, "denial")
    assert "\n" not in str(caught.value)


def test_an_empty_file_is_no_ledger_but_can_become_one(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    assert "got a ledger of schema none" in str(fault(str(path)))
    with Ledger(str(path), create=True) as ledger:
        assert add(ledger, "report")[0].new


def test_a_newer_version(where: str) -> None:
    with Ledger(where) as ledger, ledger.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    error = fault(where)
    assert isinstance(error, LedgerVersionError)
    assert "got a ledger of schema 0999; expected schema 0004 or older; update onrecord" in str(error)


def test_one_that_may_only_be_read(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
    with Ledger(str(file), read_only=True) as ledger:
        with ledger.reading() as reader:
            assert reader.count()["documents"] == 1
        with pytest.raises(LedgerFullError, match="nothing was changed"):
            add(ledger, "official")


def test_names_with_signs_of_urls(tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1 & more?x=1"
    folder.mkdir()
    path = folder / "a b+ä.db"
    with Ledger(str(path), create=True) as ledger:
        add(ledger, "report")
    assert path.is_file()
    assert [p.name for p in tmp_path.iterdir()] == [folder.name]
    with Ledger(f"sqlite:///{folder.parent}/b.db", create=True) as ledger:
        assert ledger.dialect == "sqlite"
    assert (tmp_path / "b.db").is_file()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://u:secret@h/d", "got a URL of mysql"),
        ("https://example.org/a", "got a URL of https"),
        ("postgresql://u:secret@h:port/d", "got a URL that cannot be read"),
        ("://", "got a URL that cannot be read"),
        ("sqlite://", "got a folder"),
        ("postgresql+nothing://u:secret@h/d", "got a driver that is not installed"),
        ("postgresql://u:secret@127.0.0.1:1/d", "expected a ledger within reach"),
        ("postgresql://u:secret@/d?host=/nowhere", "expected a ledger within reach"),
        ("postgresql://u:secret@127.0.0.1:1/\udcff", "half of a surrogate pair"),
    ],
)
def test_addresses_that_lead_nowhere_and_never_show_a_password(url: str, told: str) -> None:
    message = str(fault(url, create=True))
    assert told in message
    assert "secret" not in message


def test_a_postgresql_database_that_is_not_there(server: PostgreSQL) -> None:
    assert 'database "missing" does not exist' in str(fault(server.url("missing"), create=True))
    assert "got a ledger of schema none" in str(fault(server.fresh()))


LONG = "x" * 300


@pytest.mark.parametrize(
    "where",
    [LONG, f"{LONG}/a.db", f"sqlite:///{LONG}", "a\0b.db", "\ud800.db", "~nobody-by-this-name/a.db", "a/" * 3000],
)
@pytest.mark.parametrize("create", [False, True])
def test_names_that_no_file_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, create: bool) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(fault(where, create=create), NoLedgerError)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = str(tmp_path / "a\udce9.db")
    with Ledger(path, create=True) as ledger:
        add(ledger, "report")
    assert Path(path).is_file()


def frozen(file: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make a folder one in which nothing can be written, as far as this program is told; what lies in it."""
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != file.parent)
    return sorted(p.name for p in file.parent.iterdir())


@pytest.mark.parametrize("read_only", [False, True])
def test_one_on_a_disk_that_cannot_be_written(file: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
        expected = digest(ledger)
    before = frozen(file, monkeypatch)
    with Ledger(str(file), read_only=read_only) as ledger:
        assert digest(ledger) == expected
        assert claims_of(ledger)
        assert claims(ledger) == []
        assert sorted(p.name for p in file.parent.iterdir()) == before
        with pytest.raises(LedgerFullError, match="readonly"):
            add(ledger, "official")


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become nobody")
def test_one_that_belongs_to_another(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
    public = Path(tempfile.mkdtemp(prefix="onr"))
    try:
        shutil.copy(file, public / "a.db")
        public.chmod(0o555)
        with warnings.catch_warnings():  # the child only opens and counts, whatever threads there were
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if not child:
            os.setuid(65534)
            with Ledger(str(public / "a.db")) as ledger, ledger.reading() as reader:
                os._exit(reader.count()["documents"])
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1
        assert [p.name for p in public.iterdir()] == ["a.db"]
    finally:
        shutil.rmtree(public)


def test_one_that_somebody_writes_is_not_taken_for_frozen(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
        assert file.with_name(f"{file.name}-wal").exists()
        frozen(file, monkeypatch)
        with Ledger(str(file)) as other:
            assert digest(other) == digest(ledger)


def hold(path: Path, seconds: float) -> threading.Thread:
    """Lock a new file for some seconds, as whoever opens it first does for a moment."""
    locked = threading.Event()

    def work() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            locked.set()
            time.sleep(seconds)
            other.execute("ROLLBACK")

    thread = threading.Thread(target=work)
    thread.start()
    locked.wait(10)
    return thread


def test_a_new_file_that_another_is_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    thread = hold(path, 0.5)
    with Ledger(str(path), create=True) as ledger:
        assert add(ledger, "report")[0].new
    thread.join()
    monkeypatch.setattr(opening, "WAIT", 0.1)
    thread = hold(tmp_path / "b.db", 1)
    assert isinstance(fault(str(tmp_path / "b.db"), create=True), LedgerBusyError)
    thread.join()


def test_what_is_printed_of_an_address() -> None:
    assert printable_url("a/b.db") == "a/b.db"
    assert printable_url("postgresql://u:secret@h/d") == "postgresql://u:***@h/d"
