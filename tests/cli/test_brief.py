"""``onrecord brief``: printed, written to a file, refused with one line."""

import shutil
from pathlib import Path

import pytest

from tests.commands import run


@pytest.fixture
def story(files: Path, tmp_path: Path) -> str:
    return str(shutil.copy(files / "story.db", tmp_path / "story.db"))


def test_it_is_printed_as_markdown(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(
        capsys, "brief", "missiles", "russia", "--ledger", story, "--as-of", "2024-03-08", "--since", "2024-03-02"
    )
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Brief: missiles russia\n")
    assert "## What has changed since 2 March 2024" in done.out
    assert "[^1]: Harbour Wire, 1 February 2024" in done.out
    assert "onrecord claim " in done.out


@pytest.mark.parametrize(("name", "start"), [("b.html", b"<!doctype html>"), ("b.pdf", b"%PDF-"), ("b.md", b"# Brief")])
def test_it_is_written_as_its_name_ends(
    story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, start: bytes
) -> None:
    where = tmp_path / name
    where.write_bytes(b"before")
    done = run(capsys, "brief", "missiles", "--ledger", story, "--output", str(where))
    assert (done.code, done.err) == (0, "")
    assert where.read_bytes().startswith(start)
    assert f"{where}: 2 claims" in done.out.replace("\n", "")
    assert not list(tmp_path.glob(".brief-*"))


def test_links_lead_to_a_site(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(
        capsys,
        "brief",
        "missiles",
        "--ledger",
        story,
        "--format",
        "html",
        "--site",
        "https://desk.example.org",
        "--limit",
        "1",
    )
    assert 'href="https://desk.example.org/claim/' in done.out


def test_only_what_is_reviewed(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = run(capsys, "brief", "missiles", "--ledger", story, "--confirmed-only")
    assert "No claim answers this question by statements that a person has reviewed." in done.out
    assert "**Left out**: 9 statements, which no person has reviewed, 2 of which challenge a claim" in done.out


def test_what_is_wrong_is_one_line(story: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for extra, line in (
        (["--since", "2024-13-01"], "--since"),
        (
            ["--as-of", "2024-03-01", "--since", "2024-03-02"],
            "since: got 2024-03-02; expected a day not after 2024-03-01",
        ),
        (["--site", "javascript:x"], "--site: got 'javascript:x'; expected an http(s) address"),
        (["--output", str(tmp_path / "none" / "b.md")], "b.md: got no such file or directory"),
    ):
        done = run(capsys, "brief", "missiles", "--ledger", story, *extra)
        assert done.code == 2
        assert line in done.err
        assert done.err.count("\n") == 1
