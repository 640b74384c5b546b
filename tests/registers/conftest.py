"""A copy of the shipped tables that a test may spoil."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.registers import DATA

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def spoiled(tmp_path: Path) -> Spoil:
    """Replace one line of a table, given by how it begins, and return the folder."""

    def spoil(table: str, start: str, line: str) -> Path:
        for part in ("frames", "gazetteer", "lexicon", "regimes"):
            shutil.copytree(DATA / part, tmp_path / part)
        path = tmp_path / table
        lines = path.read_text(encoding="utf-8").splitlines()
        found = [number for number, text in enumerate(lines) if text.startswith(start)]
        assert len(found) == 1, found
        lines[found[0]] = line
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return tmp_path

    return spoil
