"""``onrecord registers check``."""

import shutil
from pathlib import Path

from typer.testing import CliRunner

from onrecord.cli import app
from onrecord.registers import DATA

RUN = CliRunner()


def test_the_shipped_tables_give_one_line_with_counts() -> None:
    done = RUN.invoke(app, ["registers", "check"])
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == 1
    assert "no fault: cues " in done.stdout


def test_each_fault_is_a_line_and_ends_with_2(tmp_path: Path) -> None:
    shutil.copytree(DATA / "lexicon", tmp_path / "lexicon")
    shutil.copytree(DATA / "gazetteer", tmp_path / "gazetteer")
    shutil.copytree(DATA / "frames", tmp_path / "frames")
    shutil.copytree(DATA / "regimes", tmp_path / "regimes")
    table = tmp_path / "lexicon" / "en" / "roles.csv"
    table.write_text("role,speaks_for,example\nking,himself,The [king] said so.\nant,none,It said so.\n", "utf-8")
    done = RUN.invoke(app, ["registers", "check", str(tmp_path)])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "lexicon/en/roles.csv:2: got speaks_for 'himself'; expected one of state, body, none",
        "lexicon/en/roles.csv:3: got 0 bracketed parts in 'It said so.'; expected one",
    ]


def test_a_folder_without_tables(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["registers", "check", str(tmp_path)])
    assert done.exit_code == 2
    assert all("No such file or directory" in line for line in done.stderr.splitlines())
