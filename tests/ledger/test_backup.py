"""A copy while the ledger is in use."""

import threading
from pathlib import Path

import pytest

from onrecord.errors import LedgerFullError, NoLedgerError
from onrecord.flow.checking import check, digest
from onrecord.flow.claims import claims
from onrecord.flow.deciding import decide, undo
from onrecord.ledger import Ledger
from onrecord.ledger.backup import backup
from onrecord.records import JudgementKind
from tests.kept import STORY, TEXTS, add, document


def test_a_copy_says_the_same_and_can_be_searched(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, *TEXTS)
    with ledger.reading() as reader:
        (first, *_) = reader.everything()
    undo(ledger, decide(ledger, JudgementKind.CONFIRMED, first.anchor, by="Ann").id, by="Ben")
    claims(ledger)
    assert backup(ledger, str(tmp_path / "copy.db")) == len(TEXTS)
    assert [p.name for p in tmp_path.glob("copy*")] == ["copy.db"]
    with Ledger(str(tmp_path / "copy.db")) as copy:
        assert digest(copy) == digest(ledger)
        assert check(copy) == []
        assert claims(copy) == claims(ledger)
        with copy.reading() as reader:
            assert reader.find("café", 10)[0]


def test_a_copy_while_somebody_writes(where: str, tmp_path: Path) -> None:
    with Ledger(where) as ledger:
        add(ledger, "report")
        before = digest(ledger)
        started, done = threading.Event(), threading.Event()

        def write() -> None:
            with Ledger(where) as other:
                with other.writing() as writer:
                    writer.add_document(document("denial"))
                    started.set()
                    done.wait(10)
                add(other, *STORY)

        writer = threading.Thread(target=write)
        writer.start()
        started.wait(10)
        try:
            assert backup(ledger, str(tmp_path / "copy.db")) == 1
        finally:
            done.set()
            writer.join()
    with Ledger(str(tmp_path / "copy.db")) as copy:
        assert digest(copy) == before
        assert check(copy) == []


def test_nothing_is_overwritten_and_nothing_left_behind(ledger: Ledger, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_bytes(b"mine")
    with pytest.raises(LedgerFullError, match="got a file that is there; expected a new one; nothing was overwritten"):
        backup(ledger, str(there))
    assert there.read_bytes() == b"mine"
    with pytest.raises(NoLedgerError, match=r"missing/copy\.db: got a file in a folder that is not there"):
        backup(ledger, str(tmp_path / "missing" / "copy.db"))


def test_what_an_earlier_run_left_is_cleared_away(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, "report")
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"copy.db.part{ending}").write_bytes(b"half of something")
    backup(ledger, str(tmp_path / "copy.db"))
    assert [p.name for p in tmp_path.glob("copy*")] == ["copy.db"]
    with Ledger(str(tmp_path / "copy.db")) as copy:
        assert check(copy) == []
