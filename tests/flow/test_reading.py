"""From a source to a reading, with the model the settings name."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ModelError, NotFoundError
from onrecord.flow.reading import read_source
from onrecord.settings import settings


def test_a_file_is_read_with_what_its_front_matter_says(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\noutlet: Harbour Wire\ndate: 2024-02-22\n---\nThe ministry said that nothing had been sent.\n")
    reading = read_source(str(path))
    assert (reading.document.outlet, reading.document.published_on) == ("Harbour Wire", date(2024, 2, 22))
    assert [s.cue.text for s in reading.statements if s.cue] == ["said"]


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="got no such file"):
        read_source(str(tmp_path / "missing.txt"))


def test_the_environment_may_name_another_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_MODEL", str(tmp_path))
    settings.cache_clear()
    path = tmp_path / "a.txt"
    path.write_text("The ministry said that nothing had been sent.")
    try:
        with pytest.raises(ModelError, match=r"got no reading\.onnx"):
            read_source(str(path))
    finally:
        monkeypatch.undo()
        settings.cache_clear()
