"""``onrecord lists`` and ``onrecord screen``: what a user sees."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.settings import settings
from tests.screening.loading import generated

RUN = CliRunner()


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Point the settings at an empty folder, and write lists beside it."""
    monkeypatch.setenv("ONRECORD_LISTS", str(tmp_path / "lists"))
    settings.cache_clear()
    (tmp_path / "un.xml").write_text(generated.UN, "utf-8")
    (tmp_path / "sdn.csv").write_text(generated.OFAC["sdn.csv"], "utf-8", newline="")
    (tmp_path / "changed.csv").write_text(generated.OFAC["sdn.csv"].replace("39,", "40,"), "utf-8", newline="")
    yield tmp_path
    settings.cache_clear()


def run(*words: str, code: int = 0) -> str:
    done = RUN.invoke(app, [*words])
    assert done.exit_code == code, done.output
    return done.output


def test_load_names_each_fault_and_counts(lists: Path) -> None:
    told = run("lists", "load", "un", str(lists / "un.xml"))
    assert "un.xml:11: got mismatched tag" in told
    assert "un-2026-02-27-" in told
    assert "2 parties, 7 names, 1 of them weak; 2 entries could not be read" in " ".join(told.split())


def test_status_and_delta(lists: Path) -> None:
    assert "No list is loaded" in run("lists", "status")
    run("lists", "load", "ofac", str(lists / "sdn.csv"), "--dated", "2023-01-01")
    run("lists", "load", "ofac", str(lists / "changed.csv"), "--dated", "2025-01-01")
    status = json.loads(run("lists", "status", "--json"))
    assert [(s["dated"], s["parties"]) for s in status] == [("2023-01-01", 3), ("2025-01-01", 3)]
    assert "1 added, 0 changed, 1 removed" in run("lists", "delta", "ofac-2023", "ofac-2025")
    assert run("lists", "delta", "ofac-2023", "ofac", "--csv").splitlines()[1:] == [
        "added,40,organisation,VESNA SHIPPING,",
        "removed,39,organisation,VESNA SHIPPING,",
    ]
    found = json.loads(run("lists", "delta", "ofac-2025", "ofac-2023", "--json"))
    assert (found["schema"], [p["id"] for p in found["added"]]) == ("onrecord.delta/1", ["39"])


def test_screen_says_which_alias_how_and_what_it_is_not(lists: Path) -> None:
    run("lists", "load", "un", str(lists / "un.xml"))
    told = " ".join(run("screen", "Mohsen Ghorabaghi").split())
    assert "By name alone" in told
    assert "Ownership is not examined" in told
    found = json.loads(run("screen", "Abu Umar", "--json", "--on", "2024-02-22"))
    (match,) = found["names"][0]["matches"]
    assert match["alias"] == {"text": "Abu Umar", "kind": "alias", "weak": True}
    assert match["party"]["listed_on"] == "2006-12-23"
    assert match["standing"]["answer"] == "not in force"
    assert "no match on the lists loaded" in run("screen", "Jane Nobody")


def test_screen_a_file(lists: Path) -> None:
    run("lists", "load", "ofac", str(lists / "sdn.csv"))
    (lists / "names.csv").write_text("name,kind\nArkady Gromov,person\nJane Nobody,\n=cmd,\n", "utf-8")
    rows = run("screen", "--file", str(lists / "names.csv"), "--csv").splitlines()
    assert rows[1].startswith('Arkady Gromov,1.0,"GROMOV, Arkady"')
    assert rows[2].startswith("Jane Nobody,,")
    assert rows[3].startswith("'=cmd,")


@pytest.mark.parametrize("words", [(), ("A", "--file", "f.csv")])
def test_a_name_or_a_file(words: tuple[str, ...], lists: Path) -> None:
    assert "expected a NAME or --file CSV" in run("screen", *words, code=2)


def test_without_lists(lists: Path) -> None:
    done = RUN.invoke(app, ["screen", "A B"])
    assert "onrecord lists load" in str(done.exception)
