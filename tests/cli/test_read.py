"""``onrecord read`` as a person meets it: a real process, real files."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """---
outlet: Harbour Wire
date: 2024-02-22
---
Ministry denies shipment

The ministry said on Monday that no drones had left the country. “We sent nothing,” spokesman Karl Brandt said.
"""


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *arguments], input=stdin, capture_output=True, check=False, timeout=60
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_the_table_shows_who_cue_what_and_where(article: Path) -> None:
    done = run("read", str(article))
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert shown.startswith("Ministry denies shipment\nHarbour Wire · 2024-02-22")
    for part in ("spokesman Karl", "said", "“We sent nothing,”", "¶1"):
        assert part in shown


def test_json_is_the_schema_with_offsets_into_the_text_after_the_front_matter(article: Path) -> None:
    value = json.loads(run("read", "--json", str(article)).stdout)
    assert value["schema"] == "onrecord.reading/1"
    assert value["document"]["text"].startswith("Ministry denies")
    assert value["document"]["published_on"] == "2024-02-22"
    for statement in value["statements"]:
        (a, b), *_ = statement["content"]["spans"]
        assert statement["content"]["text"].startswith(value["document"]["text"][a:b])


def test_options_override_the_document(article: Path) -> None:
    value = json.loads(run("read", "--json", "--outlet", "Other", "--published", "2023-01-31", str(article)).stdout)
    assert (value["document"]["outlet"], value["document"]["published_on"]) == ("Other", "2023-01-31")


def test_standard_input_is_read() -> None:
    value = json.loads(run("read", "--json", "-", stdin=ARTICLE.encode()).stdout)
    assert value["document"]["outlet"] == "Harbour Wire"


def test_several_files_give_a_line_each_and_a_bad_one_stops_nothing(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("The minister said that the talks had failed and that nobody would return to them.")
    done = run("read", "--json", str(article), str(tmp_path / "missing.txt"), str(other))
    lines = done.stdout.decode().splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["onrecord.reading/1"] * 2
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1


FAULTS = {
    "missing": (["read", "missing.txt"], b""),
    "folder": (["read", "."], b""),
    "empty": (["read", "-"], b""),
    "binary": (["read", "-"], bytes(range(256)) * 20),
    "not English": (
        ["read", "-"],
        "Министерство заявило, что никакие беспилотники не покидали страну, и опровергло сообщения агентства. ".encode()
        * 5,
    ),
    "page without an article": (
        ["read", "-"],
        b"<!doctype html><html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav></body></html>",
    ),
    "private address": (["read", "http://127.0.0.1:9/"], b""),
    "unreachable": (["read", "http://nowhere.invalid/"], b""),
    "wrong date": (["read", "--published", "2024-02-30", "-"], ARTICLE.encode()),
    "malformed front matter": (["read", "-"], b"---\noutlet: [\n---\ntext\n"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_bad_input_is_one_clear_line_and_exit_code_2(fault: str) -> None:
    arguments, stdin = FAULTS[fault]
    done = run(*arguments, stdin=stdin)
    told = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(told.splitlines()) == 1
    assert told.startswith("onrecord: ")
    assert "got " in told
    assert "expected " in told


def test_text_cannot_steer_the_terminal() -> None:
    hostile = (
        "The minister said: “Stop \x1b[31mthe shipment\x1b[0m now \u202eand tell all” to the crowd in the harbour."
    )
    shown = run("read", "-", stdin=hostile.encode()).stdout.decode()
    assert "the shipment" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_json_cannot_steer_the_terminal_either() -> None:
    hostile = "The minister said: “Stop \x9b31m the shipment \u202e now” to the crowd in the harbour."
    shown = run("read", "--json", "-", stdin=hostile.encode()).stdout.decode()
    assert "\x9b" not in shown
    assert "\u202e" not in shown
    assert json.loads(shown)["document"]["text"] == hostile


@pytest.mark.parametrize(("name", "value"), [("ONRECORD_THREADS", "many"), ("ONRECORD_FETCH_TIMEOUT", "-1")])
def test_a_wrong_setting_is_one_clear_line(
    article: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    done = run("read", str(article))
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"onrecord: {name}: got {value!r}; expected ")
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_terminal_that_knows_only_ascii_gets_marks_instead(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run("read", str(article))
    assert done.returncode == 0
    assert b"?We sent nothing,?" in done.stdout


def test_version() -> None:
    assert run("--version").stdout.decode().startswith("onrecord 0.")
