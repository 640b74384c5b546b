"""``onrecord judge``: a person's decisions, and what the claim says after each."""

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest

from onrecord.flow.adding import keep
from onrecord.flow.checking import take_out
from onrecord.ledger import Ledger
from onrecord.settings import settings
from tests.cli.test_claim import fields
from tests.commands import Done, run
from tests.kept import add, anchor, document, reread

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

    def held(self, name: str) -> set[str]:
        """Return the statements of a claim."""
        (found,) = json.loads(self("claim", name, "--json").out)["claims"]
        return {s["anchor"] for s in found["statements"]}

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
    assert "[asserts]" in desk.page(desk.official)
    assert "decided by people 1: confirmed, by Ann on" in desk.page(desk.official)
    assert f", taken back {desk.official}" in desk.page(desk.official)
    assert "taken back" in desk("judge", "list").words


def test_speaker_and_stance(desk: Desk) -> None:
    assert desk("judge", "speaker", desk.official, "Eli Nes").code == 0
    assert "Oslo Ledger <- Eli Nes [asserts, corrected]" in desk.page(desk.official)
    assert desk("judge", "stance", desk.official, "denies").code == 0
    assert "Oslo Ledger <- Eli Nes [denies, corrected]" in desk.page(desk.official)
    assert "denies: Eli Nes" in desk.page(desk.official)


def test_span(desk: Desk) -> None:
    done = desk("judge", "span", desk.official, "5", "27")
    assert (done.code, done.out) == (0, f"1: wrong span by Ann, on {desk.official}\n")
    assert "wrong span: 5-27: has sent missiles to R" in desk.page(desk.official)
    assert " has sent missiles to R Norwegian foreign ministry spokeswoman Kari Lund said" in desk.page(desk.official)
    assert "5-27: has sent" in desk("judge", "list").words
    odd = desk("judge", "span", desk.official, "5", "27", "30")
    assert (odd.code, "got 3 offsets; expected pairs of START and END" in odd.err) == (2, True)
    assert desk("judge", "span", desk.official, "30", "5").code == 2


def test_same_and_separate(desk: Desk) -> None:
    assert desk("judge", "separate", desk.official, desk.report).out == (
        f"1: not the same claim by Ann, on {desk.official} and {desk.report}\n"
    )
    assert desk.report not in desk.held(desk.official)
    for name in (desk.official, desk.report):
        assert "decided by people 1: not the same claim, by Ann on" in desk.page(name)
        assert f"{desk.official} and {desk.report}" in desk.page(name)
    desk("judge", "same", desk.official, desk.report)
    assert desk.report in desk.held(desk.official)
    desk("judge", "same", desk.deadline, desk.report)
    assert desk.deadline in desk.held(desk.official)
    desk("judge", "undo", "3")
    assert desk.deadline not in desk.held(desk.official)


def test_enter(desk: Desk) -> None:
    words = "Satellite images show missiles at the port of Olya."
    evidence = ("--source", "Kestrel Imaging", "--day", "2024-02-10", "--link", "photo.png")
    done = desk(
        "judge", "enter", desk.report, words, *evidence, "--translator", "Eli Nes"
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    page = desk.page(desk.report)
    assert "2024-02-10 Kestrel Imaging [asserts, confirmed]" in page
    assert f"{words} entered by hand by Ann, translated by Eli Nes, photo.png" in page
    assert "Kestrel Imaging, entered by hand" in page.partition("log of its standing")[2]
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


def test_the_list_holds_names_that_can_be_copied(desk: Desk) -> None:
    desk("judge", "separate", desk.official, desk.report)
    desk("judge", "speaker", desk.official, "A very long name of somebody who said it, with an office and a body")
    take_out(desk.ledger, document("report").id)
    lines = [line.split() for line in desk("judge", "list").out.splitlines()]
    assert sum(line.count(desk.official) == 2 for line in lines) == 2
    assert sum(desk.report in line for line in lines) == 1
    assert sum("nothing" in line for line in lines) == 1
    (first, second) = json.loads(desk("judge", "list", "--json").out)
    assert (first["placed"], first["other"], first["other_placed"]) == (desk.official, desk.report, None)
    assert (second["placed"], second["other"], second["other_placed"]) == (desk.official, None, None)


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
    "enter {official} W --source A\ud800 --day 2024-01-01",
    "enter {official} W --source A --day 2024-01-01 --link a\0b",
    "speaker {official} A\ud800B",
    "speaker {official} A\0B",
    "confirm {official} --by A\ud800B",
    "undo 1 --by A\0B",
)


def test_a_decision_that_is_none_is_one_line_and_nothing_kept(desk: Desk) -> None:
    for fault in FAULTS:
        words = shlex.split(fault.replace("{official}", desk.official))
        done = desk("judge", *words, by=None if "--by" in words else "Ann")
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
