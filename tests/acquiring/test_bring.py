"""Files and standard input."""

import builtins
import io
import os
import sys
from pathlib import Path

import pytest

from onrecord.acquiring.bring import read_file, read_stream
from onrecord.acquiring.limits import Limits
from onrecord.errors import InputError, NotFoundError, NotTextError


def test_a_file_is_read_whole_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 100)
    assert read_file(str(path), Limits(size=100)) == b"x" * 100
    with pytest.raises(NotTextError, match=r"got more than 99 bytes; expected plain text, Markdown or HTML of at most"):
        read_file(str(path), Limits(size=99))


def test_standard_input_has_the_same_limit() -> None:
    assert read_stream(io.BytesIO(b"said"), Limits()) == b"said"
    with pytest.raises(NotTextError, match=r"^standard input: got more than 3 bytes"):
        read_stream(io.BytesIO(b"said"), Limits(size=3))


def test_standard_input_is_the_process_s_own_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"said")))
    assert read_stream(None, Limits()) == b"said"


def test_a_closed_standard_input_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError) as caught:
        read_stream(None, Limits())
    assert str(caught.value) == "standard input: got a closed stream; expected one that is open"


def test_a_standard_input_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    shut = io.BytesIO(b"said")
    shut.close()
    with pytest.raises(InputError, match=r"^standard input: got a stream that is closed to reading; expected "):
        read_stream(shut, Limits())
    with (tmp_path / "a.txt").open("wb") as unread, pytest.raises(InputError, match=r"^standard input: got a stream"):
        read_stream(unread, Limits())


@pytest.mark.parametrize("name", ["absent.txt", "", "a\x00b", "\ud800", "a.txt/b.txt"])
def test_what_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    with pytest.raises(NotFoundError) as caught:
        read_file(name, Limits())
    assert str(caught.value).endswith(": got no such file; expected a file, an http(s) URL, or - for standard input")
    assert str(caught.value).isprintable()


def test_a_directory_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(NotTextError, match=r": got a directory; expected a file$"):
        read_file(str(tmp_path), Limits())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch(mode=0o000)
    with pytest.raises(InputError, match=r": got a file that may not be read; expected permission to read it$"):
        read_file(str(path), Limits())


@pytest.mark.parametrize(
    ("failure", "got"),
    [
        (PermissionError(13, "Permission denied"), "a file that may not be read"),
        (OSError(5, "Input/output error"), "an error (Input/output error)"),
    ],
)
def test_the_system_s_refusals_are_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, got: str
) -> None:
    def refuse(*_: object) -> None:
        raise failure

    monkeypatch.setattr(builtins, "open", refuse)
    with pytest.raises(InputError) as caught:
        read_file("a.txt", Limits())
    assert type(caught.value) is InputError
    assert str(caught.value).startswith(f"a.txt: got {got}; expected ")


def test_a_name_that_is_too_long() -> None:
    with pytest.raises(InputError) as caught:
        read_file("x" * 5_000, Limits())
    assert len(str(caught.value)) < 400
