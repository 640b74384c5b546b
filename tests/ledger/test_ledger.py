"""Two at once, a full disk, a lost connection: nothing is half kept, and one line says why."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, text

from onrecord.errors import LedgerBusyError, LedgerError, LedgerFullError
from onrecord.flow.checking import check, digest
from onrecord.flow.claims import claims, claims_of
from onrecord.ledger import Ledger, opening
from tests.databases import PostgreSQL
from tests.kept import STORY, add, reading


@contextmanager
def held(where: str) -> Iterator[None]:
    """Hold the ledger as another writer does."""
    with Ledger(where) as other, other.writing():
        yield


def test_a_locked_ledger_is_read_but_not_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
        claims(ledger)
        before = digest(ledger)
        with held(str(file)):
            with pytest.raises(
                LedgerBusyError, match="database is locked; expected a ledger within reach that nobody"
            ) as e:
                add(ledger, "official")
            assert "\n" not in str(e.value)
            assert claims_of(ledger)
            assert claims(ledger)
            assert digest(ledger) == before
        assert add(ledger, "official")[0].new


def test_a_server_on_which_another_writes_is_waited_for_and_then_told(
    server: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.2)
    where = server.fresh()
    with Ledger(where, create=True) as ledger:
        with held(where), pytest.raises(LedgerBusyError, match="lock timeout; expected a ledger within reach") as e:
            add(ledger, "official")
        assert "\n" not in str(e.value)
        assert add(ledger, "official")[0].new


def test_what_changed_is_listed_later_where_nobody_may_write_now(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
        with held(str(file)):
            assert claims(ledger) == []
            assert len(claims_of(ledger)) == 1
        assert len(claims(ledger)) == 1


def test_two_writers_wait_for_each_other(where: str) -> None:
    faults: list[BaseException] = []

    def work(names: tuple[str, ...]) -> None:
        try:
            with Ledger(where) as ledger:
                add(ledger, *names)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion
            faults.append(error)

    for name in STORY:
        reading(name)
    threads = [threading.Thread(target=work, args=(names,)) for names in (STORY[::2], STORY[1::2], STORY)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    with Ledger(where) as ledger:
        assert check(ledger) == []
        told = digest(ledger)
        with ledger.reading() as reader:
            assert reader.count()["documents"] == len(STORY)
    with Ledger(where) as ledger:
        assert digest(ledger) == told


def test_two_that_make_one_ledger_at_once(tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def work() -> None:
        try:
            with Ledger(str(tmp_path / "new.db"), create=True) as ledger:
                add(ledger, "report")
        except BaseException as error:  # noqa: BLE001 - shown by the assertion
            faults.append(error)

    reading("report")
    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_a_reader_sees_one_moment(where: str) -> None:
    with Ledger(where) as ledger:
        add(ledger, "report")
        with ledger.reading() as reader:
            before = reader.count()
            with Ledger(where) as other:
                add(other, "official")
            assert reader.count() == before
        with ledger.reading() as reader:
            assert reader.count()["documents"] == 2


def test_a_full_disk_changes_nothing(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
        before = digest(ledger)

        @event.listens_for(ledger.engine, "checkout")
        def _small(connection: object, *_: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
            connection.execute(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]

        with pytest.raises(
            LedgerFullError, match="disk is full; expected a ledger that can be written; nothing was changed"
        ):
            add(ledger, *STORY)
        event.remove(ledger.engine, "checkout", _small)
    with Ledger(str(file)) as ledger:
        assert digest(ledger) == before
        assert check(ledger) == []


def _lose(ledger: Ledger) -> None:
    """Begin to write, and have the server end the connection."""
    with ledger.writing() as writer:
        writer.add_document(reading("official").document)
        mine = writer.connection.execute(text("SELECT pg_backend_pid()")).scalar()
        with ledger.engine.connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:mine, 2000)"), {"mine": mine})
        writer.count()


def test_a_connection_that_is_lost_changes_nothing(server: PostgreSQL) -> None:
    with Ledger(server.fresh(), create=True) as ledger:
        add(ledger, "report")
        before = digest(ledger)
        with pytest.raises(LedgerBusyError, match="terminat") as caught:
            _lose(ledger)
        assert "\n" not in str(caught.value)
        assert digest(ledger) == before
        assert add(ledger, "official")[0].new


def test_a_block_that_fails_keeps_nothing(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.writing() as writer:
            writer.add_document(reading("report").document)
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with ledger.reading() as reader:
        assert reader.count()["documents"] == 0


def test_a_ledger_opened_for_reading_alone_says_so(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "report")
    with Ledger(str(file), read_only=True) as ledger:
        assert claims_of(ledger)
        assert claims(ledger) == []
        with pytest.raises(LedgerError, match="readonly"):
            add(ledger, "official")
