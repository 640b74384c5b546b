"""``onrecord add``, ``check``, ``backup``, ``remove``, ``rebuild`` as a person meets them."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from onrecord.errors import LedgerBusyError, LedgerFullError
from onrecord.flow import adding
from onrecord.flow.checking import check, digest
from onrecord.flow.deciding import decide, undo
from onrecord.ledger import Ledger, opening
from onrecord.records import Document, JudgementKind
from onrecord.settings import settings
from tests.commands import run
from tests.databases import PostgreSQL
from tests.kept import STORY, add, anchor, document, written

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n, name in enumerate(STORY):
        (folder / f"{n}.md").write_text(written(name), encoding="utf-8")
    return folder


def test_articles_are_added_once(where: str, articles: Path, capsys: Capture) -> None:
    first = run(capsys, "add", str(articles), "--ledger", where)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith(f"{len(STORY)} articles added with 10 statements: ")
    again = run(capsys, "add", str(articles), "--ledger", where)
    assert again.out.startswith(f"0 articles added with 0 statements, {len(STORY)} there already: ")
    changed = articles / "1.md"
    changed.write_text(changed.read_text() + "\nMr Lie said that it was so.\n")
    later = run(capsys, "add", str(changed), "--ledger", where)
    assert later.out.startswith("1 article added with 2 statements (1 of them a later state of one that was there): ")
    again = run(capsys, "add", str(articles), "--ledger", where)
    assert again.out.startswith(f"0 articles added with 0 statements, {len(STORY)} there already: ")


def test_a_file_that_fails_stops_nothing(where: str, articles: Path, capsys: Capture) -> None:
    (articles / "0b.md").write_bytes(bytes(range(256)) * 9)
    done = run(capsys, "add", str(articles), "missing.md", "--ledger", where)
    assert done.code == 2
    assert f"{len(STORY)} articles added with 10 statements, 2 failed" in done.words
    assert [line.partition(": got ")[0] for line in done.err.splitlines()] == [
        f"onrecord: {articles / '0b.md'}", "onrecord: missing.md",
    ]  # fmt: skip


def test_the_digest_is_printed_and_in_the_json(told: str, capsys: Capture) -> None:
    done = run(capsys, "check", "--ledger", told)
    assert (done.code, done.err) == (0, "")
    counted, digest_line = done.out.splitlines()
    assert counted == f"{len(STORY)} documents, 10 statements, 0 judgements"
    value = json.loads(run(capsys, "check", "--json", "--ledger", told).out)
    assert value == {
        "faults": [], "digest": digest_line.removeprefix("digest "), "documents": len(STORY), "statements": 10, "judgements": 0,
    }  # fmt: skip


def test_a_fault_is_one_line_and_exit_code_2(told: str, capsys: Capture) -> None:
    with Ledger(told) as ledger, ledger.engine.begin() as connection:
        connection.execute(
            text(
                "UPDATE documents SET text = 'x' || chr(27) || text"
                if "://" in told
                else "UPDATE documents SET text = 'x' || char(27) || text"
            )
        )
    done = run(capsys, "check", "--ledger", told)
    assert done.code == 2
    assert all(line.startswith(("document ", "statement ")) for line in done.err.splitlines())
    assert "\x1b" not in done.err + done.out
    assert done.out.splitlines()[-1] == f"{len(done.err.splitlines())} faults"


def test_a_copy_and_what_is_taken_out_and_made_again(told: str, tmp_path: Path, capsys: Capture) -> None:
    copy = str(tmp_path / "copy.db")
    assert run(capsys, "backup", copy, "--ledger", told).out == f"{len(STORY)} documents copied to {copy}\n"
    with Ledger(told) as ledger, Ledger(copy) as other:
        assert digest(ledger) == digest(other)
    again = run(capsys, "backup", copy, "--ledger", told)
    assert (again.code, again.err.count("\n")) == (2, 1)
    assert "nothing was overwritten" in again.err
    name = document("relay").id
    assert run(capsys, "remove", name, "--ledger", told).out == f"{name} taken out\n"
    gone = run(capsys, "remove", name, "--ledger", told)
    assert (gone.code, gone.err) == (
        2,
        f"onrecord: {name}: got the id of no document; expected one that the ledger holds\n",
    )
    assert run(capsys, "rebuild", "--ledger", told).out == f"{len(STORY) - 1} documents compared again\n"
    assert run(capsys, "check", "--ledger", told).code == 0


COMMANDS = (
    ("claims",), ("claims", "missiles"), ("claim", "abc"), ("timeline",), ("check",), ("rebuild",), ("backup", "copy.db"),
    ("remove", "abc"), ("judge", "list"), ("judge", "confirm", "abc"), ("judge", "undo", "1"),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_ledger_is_one_line_and_exit_code_2(
    command: tuple[str, ...], tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.txt").write_text("The minister said so.\n" * 99)
    for where in ("missing.db", ".", "text.txt", "mysql://u:secret@h/d"):
        done = run(capsys, *command, "--ledger", where)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(f"onrecord: {where.replace('secret', '***')}: got ")
    assert [p.name for p in tmp_path.iterdir()] == ["text.txt"]


def test_the_environment_names_the_ledger(told: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_LEDGER", told)
    settings.cache_clear()
    try:
        assert run(capsys, "check").code == 0
    finally:
        monkeypatch.undo()
        settings.cache_clear()


def test_a_ledger_held_by_another(file: Path, articles: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 0.1)
    with Ledger(str(file)) as other, other.writing():
        done = run(capsys, "add", str(articles), "--ledger", str(file))
    assert (done.code, done.out) == (2, f"0 articles added with 0 statements, {len(STORY)} failed: {file}\n")
    assert done.err.splitlines() == [
        f"onrecord: {articles / f'{n}.md'}: got database is locked ({file}); "
        "expected a ledger within reach that nobody holds; nothing was changed"
        for n in range(len(STORY))
    ]


def test_a_ledger_that_is_held_when_all_is_added(
    file: Path, articles: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Ledger) -> int:
        raise LedgerBusyError(str(file), "database is locked", "a ledger within reach")

    monkeypatch.setattr("onrecord.cli.ledger.sum_up", held)
    done = run(capsys, "add", str(articles), "--ledger", str(file))
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{len(STORY)} articles added with 10 statements: ")


def test_a_disk_that_is_full_ends_a_batch_with_what_was_kept(
    file: Path, articles: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = adding.add_document

    def full(ledger: Ledger, told: Document) -> adding.Added:
        if told.url == document("official").url:
            raise LedgerFullError(str(file), "disk full", "a ledger that can be written; nothing was changed")
        return kept(ledger, told)

    monkeypatch.setattr(adding, "add_document", full)
    done = run(capsys, "add", str(articles), "--ledger", str(file))
    assert done.code == 2
    assert done.out == f"2 articles added with 3 statements, {len(STORY) - 2} not looked at: {file}\n"
    assert done.err == f"onrecord: {file}: got disk full; expected a ledger that can be written; nothing was changed\n"


@pytest.mark.parametrize("names", [("missing.md",), ("",), ("x" * 300,), ("missing.md", "")])
def test_what_is_mistyped_makes_no_ledger(
    names: tuple[str, ...], tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(written("relay"), encoding="utf-8")
    done = run(capsys, "add", *names)
    assert (done.code, done.err.count("\n")) == (2, len(names))
    assert done.out == f"0 articles added with 0 statements, {len(names)} failed: onrecord.db\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_decisions_are_counted_once(told: str, capsys: Capture) -> None:
    with Ledger(told) as ledger:
        undo(ledger, decide(ledger, JudgementKind.CONFIRMED, anchor(ledger, "relay"), by="Ann").id, by="Ann")
    assert "1 judgement\n" in run(capsys, "check", "--ledger", told).out


def test_names_that_no_file_has_are_one_line(told: str, tmp_path: Path, capsys: Capture) -> None:
    for command in (
        ("check", "--ledger", "x" * 300),
        ("check", "--ledger", "~nobody-by-this-name/x.db"),
        ("backup", "x" * 300, "--ledger", told),
        ("backup", "a\0b", "--ledger", told),
        ("backup", "x/" * 3000, "--ledger", told),
    ):
        done = run(capsys, *command)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), command
        assert re.match(r"onrecord: .+: got .+; expected ", done.err)
    assert list(tmp_path.glob("*.part*")) == []


def test_a_server_that_is_away_ends_a_batch(articles: Path, capsys: Capture) -> None:
    done = run(capsys, "add", str(articles), "--ledger", "postgresql://u:secret@127.0.0.1:1/d")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"{len(STORY)} not looked at: postgresql://u:***@127.0.0.1:1/d" in done.out


def test_a_server_that_is_away(capsys: Capture) -> None:
    done = run(capsys, "claims", "--ledger", "postgresql://u:secret@127.0.0.1:1/d")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "secret" not in done.err


def _add(where: str, folder: Path, seconds: float | None) -> None:
    """Add a folder in a process of its own; after some seconds kill it."""
    environment = {**os.environ, "ONRECORD_THREADS": "1"}
    command = [sys.executable, "-m", "onrecord", "add", str(folder), "--ledger", where]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        if seconds is not None:
            deadline = time.monotonic() + 20
            while not _begun(where) and process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
        _, told = process.communicate(timeout=60)
    assert seconds is not None or process.returncode == 0, told


def _begun(where: str) -> bool:
    if "://" not in where:
        return Path(f"{where}-wal").exists()
    with Ledger(where) as ledger, ledger.reading() as reader:
        return reader.count()["documents"] > 0


def test_killed_at_any_moment_and_added_again(where: str, articles: Path, tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "whole.db"), create=True) as whole:
        add(whole, *STORY)
        expected = digest(whole)
    for seconds in (0.0, 0.06, 0.15) if "://" not in where else (0.06,):
        _add(where, articles, seconds)
        with Ledger(where, create=True) as ledger:
            assert check(ledger) == []
    _add(where, articles, None)
    with Ledger(where) as ledger:
        assert check(ledger) == []
        assert digest(ledger) == expected


def test_a_new_ledger_is_made_where_none_is(tmp_path: Path, server: PostgreSQL, capsys: Capture) -> None:
    (tmp_path / "a.md").write_text(written("relay"), encoding="utf-8")
    told = set()
    for where in (str(tmp_path / "new.db"), server.fresh()):
        assert run(capsys, "add", str(tmp_path / "a.md"), "--ledger", where).code == 0
        told.add(run(capsys, "check", "--ledger", where).out)
    assert len(told) == 1
