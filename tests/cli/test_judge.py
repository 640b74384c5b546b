"""``onrecord judge``: a person's decisions, and what the claim says after each."""

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest

from onrecord.flow.adding import keep
from onrecord.ledger import Ledger
from onrecord.settings import settings
from tests.cli.test_claim import fields
from tests.commands import Done, run
from tests.kept import add, anchor, reread

Capture = pytest.CaptureFixture[str]


class Desk:
    """One ledger, and whoever works with it."""

    def __init__(self, ledger: Ledger, capture: Capture) -> None:
        self.ledger, self.capture = ledger, capture
        self.report, self.official, self.deadline = (anchor(ledger, n) for n in ("report", "official", "deadline"))

    def __call__(self, *arguments: str, by: str | None = "Ann") -> Done:
        named = (
            ("--by", by) if by is not None and arguments[:2] != ("judge", "list") and arguments[0] == "judge" else ()
        )
        return run(self.capture, *arguments, *named, "--ledger", self.ledger.where)

    def page(self, name: str) -> str:
        return self("claim", name).words


@pytest.fixture
def desk(full: Ledger, capsys: Capture) -> Desk:
    return Desk(full, capsys)


def test_confirm_and_undo(desk: Desk) -> None:
    done = desk("judge", "confirm", desk.official[:22])
    assert (done.code, done.err, done.out) == (0, "", f"1: confirmed by Ann, on {desk.official}\n")
    assert "[asserts, confirmed]" in desk.page(desk.official)
    assert "; 1 of " in desk.page(desk.official)
    assert "1 reviewed" in desk("claims", "missiles").words
    assert desk("judge", "undo", "1").out == "1: confirmed taken back\n"
    assert "confirmed" not in desk.page(desk.official)
    assert "taken back" in desk("judge", "list").words


def test_speaker_and_stance(desk: Desk) -> None:
    assert desk("judge", "speaker", desk.official, "Eli Nes").code == 0
    assert "Oslo Ledger <- Eli Nes [asserts, corrected]" in desk.page(desk.official)
    assert desk("judge", "stance", desk.official, "denies").code == 0
    assert "Oslo Ledger <- Eli Nes [denies, corrected]" in desk.page(desk.official)
    assert "denies: Eli Nes" in desk.page(desk.official)


def test_same_and_separate(desk: Desk) -> None:
    assert desk("judge", "separate", desk.official, desk.report).out == (
        f"1: not the same claim by Ann, on {desk.official} and {desk.report}\n"
    )
    assert desk.report not in desk.page(desk.official)
    desk("judge", "same", desk.official, desk.report)
    assert desk.report in desk.page(desk.official)
    desk("judge", "same", desk.deadline, desk.report)
    assert desk.deadline in desk.page(desk.official)
    desk("judge", "undo", "3")
    assert desk.deadline not in desk.page(desk.official)


def test_enter(desk: Desk) -> None:
    words = "Satellite images show missiles at the port of Olya."
    evidence = ("--source", "Kestrel Imaging", "--day", "2024-02-10", "--link", "photo.png")
    done = desk(
        "judge", "enter", desk.report, words, *evidence, "--translator", "Eli Nes"
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    page = desk.page(desk.report)
    assert "2024-02-10 Kestrel Imaging [asserts, confirmed]" in page
    assert words in page
    assert desk("claims", "olya").words.count("transfer of missiles from Iran to Russia") == 1
    assert (
        "joined"
        not in desk(
            "judge",
            "enter",
            desk.report,
            words,
            "--source",
            "Kestrel Imaging",
            "--day",
            "2024-02-10",
            "--link",
            "photo.png",
        ).out
    )
    assert desk("check").code == 0


def test_the_list(desk: Desk) -> None:
    assert desk("judge", "list").code == 0
    desk("judge", "confirm", desk.official)
    desk("judge", "speaker", desk.report, "=Ann")
    value = json.loads(desk("judge", "list", "--json").out)
    assert [set(j) == fields("Judgement") for j in value] == [True, True]
    rows = list(csv.DictReader(io.StringIO(desk("judge", "list", "--csv").out, newline="")))
    assert [(r["kind"], r["value"], r["by"]) for r in rows] == [
        ("confirmed", "", "Ann"),
        ("wrong speaker", "'=Ann", "Ann"),
    ]
    assert desk.official in desk("judge", "list").words


def test_what_stands_on_nothing_now(desk: Desk) -> None:
    name = anchor(desk.ledger, "relay")
    desk("judge", "confirm", name)
    desk("judge", "same", desk.deadline, name)
    assert json.loads(desk("judge", "list", "--unplaced", "--json").out) == []
    keep(desk.ledger, reread("relay", "blind", [None]))
    assert [j["id"] for j in json.loads(desk("judge", "list", "--unplaced", "--json").out)] == [1, 2]
    add(desk.ledger, "relay")
    assert json.loads(desk("judge", "list", "--unplaced", "--json").out) == []


FAULTS = (
    "confirm nobody",
    "confirm ''",
    "confirm %",
    "same a b",
    "same {official} {official}",
    "speaker {official} ' '",
    "undo 9",
    "undo 99999999999999999999",
    "enter {official} '' --source A --day 2024-01-01",
    "enter {official} W --source A --day soon",
    "enter {official} W --source A --day 2999-01-01",
)


def test_a_decision_that_is_none_is_one_line_and_nothing_kept(desk: Desk) -> None:
    for fault in FAULTS:
        done = desk("judge", *shlex.split(fault.replace("{official}", desk.official)))
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), fault
        assert re.match(r"onrecord: .+: got .+; expected ", done.err), fault
    assert json.loads(desk("judge", "list", "--json").out) == []
    assert desk("check").words.startswith("8 documents")


def test_a_stance_that_is_none(desk: Desk) -> None:
    done = desk("judge", "stance", desk.official, "maybe")
    assert done.code == 2
    assert "maybe" in done.err


def test_who_decides(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ONRECORD_BY", "Ben")
    settings.cache_clear()
    try:
        assert "by Ben," in desk("judge", "confirm", desk.official, by=None).out
        assert "by Ann," in desk("judge", "confirm", desk.official).out
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    monkeypatch.setattr("getpass.getuser", lambda: "desk-3")
    assert "by desk-3," in desk("judge", "confirm", desk.official, by=None).out
