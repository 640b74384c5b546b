"""``onrecord measures`` as a person meets it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.registers import regimes
from tests.commands import run

RUN = CliRunner()


def squeezed(text: str) -> str:
    """Return a text without white space, as a fold may stand anywhere."""
    return re.sub(r"\s", "", text)


def test_the_seed_question(capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "measures", "--on", "2024-02-22", "--target", "Iran", "--imposer", "EU", "--subject", "missiles")
    assert done.code == 0
    for part in (
        "Measures: Iran, European Union, missiles, on 2024-02-22",
        "in force: prohibitions 3 EU-IRN-ARMS, EU-IRN-MISSILE, EU-IRN-UAV-2023",
        "(drones only)",
        "in force since 2010-07-26",
        "known until 2026-08-01",
        "binds member states, and persons and firms under Union law",
        "source https://",
        "Days are in UTC.",
    ):
        assert part in done.words


@pytest.mark.parametrize("width", [60, 80, 120])
def test_nothing_is_cut_however_narrow(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setattr("onrecord.cli.measures_shown.console", lambda file: _console(width))
    done = run(capsys, "measures", "--on", "2024-02-22")
    assert max(map(len, done.out.splitlines())) <= width
    shown = squeezed(done.out)
    for measure in regimes().measures.values():
        facts = (
            measure.instrument,
            measure.restricts,
            measure.addressee,
            *measure.gaps,
            *measure.sources,
            *measure.licences,
        )
        for fact in facts:
            assert squeezed(fact) in shown, (measure.key, fact)


def _console(width: int) -> object:
    import sys

    from rich.console import Console

    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


def test_each_state_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    def state(day: str, *more: str) -> str:
        return run(capsys, "measures", "--on", day, *more).words

    assert "ended 2023-10-18 (expired: sunset" in state("2024-02-22", "--target", "Iran", "--imposer", "UN")
    assert "again from 2025-09-28T00:00Z" in state("2024-02-22", "--target", "Iran", "--imposer", "UN")
    assert "calls on Iran" in state("2022-01-01", "--target", "Iran", "--imposer", "UN")
    assert "suspended from 2025-11-10, again from 2026-11-10" in state("2026-01-01", "--subject", "dual-use")
    assert "not known after 2026-09-15" in state("2026-10-01", "--target", "Russia", "--imposer", "EU")
    assert "from some day between 2024-05-14 and 2024-05-16" in state("2024-02-22", "--target", "Iran")
    assert "not yet: published 2025-09-30" in state("2024-02-22", "--target", "Iran", "--imposer", "UK")
    assert "no measure ended with it" in state("2024-06-01", "--target", "DPRK")
    assert "claimed, and no measure" in state("2024-06-01", "--target", "Iran")
    assert "The register was checked on" in state("2030-01-01", "--target", "Iran")
    assert "The register holds none." in state("2024-02-22", "--target", "Chile", "--imposer", "EU")


def test_json_holds_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "measures", "--on", "2024-02-22", "--target", "Iran", "--imposer", "UN", "--json")
    value = json.loads(done.out)
    assert (value["schema"], value["on"], value["target"]) == ("onrecord.measures/1", "2024-02-22", ["Iran"])
    rows = {row["key"]: row for row in value["measures"]}
    b3 = rows["UN-IRN-2231-B3"]
    assert (b3["status"], b3["ended_how"], b3["binding"], b3["since"]) == (
        "ended",
        "expired",
        "called_upon",
        "2023-10-18",
    )
    assert b3["intervals"][0]["to"] == "2023-10-18"
    assert b3["sources"][0].startswith("https://")
    assert [c["key"] for c in value["claims"]] == ["US-CLAIM-2020-SNAPBACK"]


def test_csv_has_a_row_for_each_measure(capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "measures", "--on", "2024-02-22", "--csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert {row["key"] for row in rows} == set(regimes().measures)
    row = next(row for row in rows if row["key"] == "UN-IRN-1737")
    assert row["intervals"].startswith("applies_from 2006-12-23; to 2016-01-16; ended_how terminated;")


def test_changes(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("measures", "--changes", "2023-10-01", "2023-10-31", "--target", "Iran", "--imposer", "UN")
    done = run(capsys, *asked)
    assert "change ends, expired" in done.words
    assert "3 changes, both days included." in done.words
    value = json.loads(run(capsys, *asked, "--json").out)
    assert [(c["key"], c["ended_how"]) for c in value["changes"]] == [
        ("UN-IRN-2231-B3", "expired"),
        ("UN-IRN-2231-B4", "expired"),
        ("UN-IRN-2231-B6c", "expired"),
    ]
    assert len(run(capsys, *asked, "--csv").out.splitlines()) == 4


def test_a_contested_return_says_who_contests_it(capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "measures", "--changes", "2025-09-28", "2025-10-18", "--target", "Iran", "--imposer", "UN")
    assert "contested Iran, Russia, China" in done.words
    assert "UN-IRN-2231-TERM" in done.words
    assert "rejected France, Germany, United Kingdom, United States" in done.words


def test_an_instant_with_its_zone(capsys: pytest.CaptureFixture[str]) -> None:
    at = ("2025-09-27T19:59-04:00", "2025-09-27T20:00-04:00")
    shown = [run(capsys, "measures", "--on", moment, "--target", "Iran", "--imposer", "UN").words for moment in at]
    assert "not yet 1 UN-IRN-SNAPBACK" in shown[0]
    assert "not yet 1 UN-IRN-SNAPBACK" not in shown[1]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--target", "Atlantis"), "onrecord: --target: got 'Atlantis'; expected a state or body"),
        (("--imposer", "Norway"), "onrecord: --imposer: got 'Norway'; expected one of EU, UK, UN, US"),
        (("--subject", "cheese"), "onrecord: --subject: got 'cheese'; expected one of arms"),
        (("--on", "2024-02-30"), "onrecord: --on: got"),
        (("--on", "2024-13-30T00:00Z"), "onrecord: --on: got"),
        (("--changes", "2024-02-01", "2024-01-01"), "onrecord: --changes: got 2024-02-01 after 2024-01-01"),
        (("--changes", "soon", "2024-01-01"), "onrecord: --changes: got"),
        (("--changes", "2024-01-01", "2024-02-01", "--on", "2024-01-01"), "onrecord: --changes: got --on beside it"),
    ],
)
def test_a_wrong_option_is_one_line(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str) -> None:
    done = run(capsys, "measures", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(told)
    assert len(done.err.splitlines()) == 1


def test_without_a_day_it_is_today() -> None:
    done = RUN.invoke(app, ["measures", "--target", "Iran", "--json"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", json.loads(done.stdout)["on"])


def test_read_shows_what_the_register_says(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The EU sanctions on Iran's missile programme expired in October 2023, an envoy said.", "utf-8")
    done = run(capsys, "read", str(article), "--published", "2024-02-22")
    assert "register: EU disagrees (status): in force [EU-IRN-MISSILE]" in done.words
