"""A model that is not whole says so."""

import json
import shutil
from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.reading.model import PARTS, SHIPPED, load_model


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_file_is_named(tmp_path: Path, part: str) -> None:
    shutil.copytree(SHIPPED, tmp_path / "model")
    (tmp_path / "model" / part).unlink()
    with pytest.raises(ModelError, match=f"got no {part}"):
        load_model(tmp_path / "model")


@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_file_is_one_line(tmp_path: Path, part: str) -> None:
    shutil.copytree(SHIPPED, tmp_path / "model")
    (tmp_path / "model" / part).write_bytes(b"not what it was")
    with pytest.raises(ModelError, match=f"{part}: got a damaged file") as caught:
        load_model(tmp_path / "model")
    assert "\n" not in str(caught.value)


def test_files_of_two_models_do_not_pass_for_one(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "model")
    path = tmp_path / "model" / "reading.json"
    labels = json.loads(path.read_text(encoding="utf-8"))
    labels["scripts"].pop()
    path.write_text(json.dumps(labels), encoding="utf-8")
    with pytest.raises(ModelError, match="lemma scripts"):
        load_model(tmp_path / "model")


def test_the_shipped_model_is_small_enough_to_ship() -> None:
    assert sum((SHIPPED / part).stat().st_size for part in PARTS) < 30_000_000


def test_the_version_follows_the_weights() -> None:
    model = load_model()
    assert len(model.version) == 12
    assert load_model().version == model.version
