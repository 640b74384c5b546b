"""A model that is not whole says so."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.reading.model import PARTS, load_model

SHIPPED = Path(str(files("onrecord"))) / "data" / "model"


@pytest.mark.parametrize("part", PARTS)
def test_a_missing_file_is_named(tmp_path: Path, part: str) -> None:
    shutil.copytree(SHIPPED, tmp_path / "model")
    (tmp_path / "model" / part).unlink()
    with pytest.raises(ModelError, match=f"got no {part}"):
        load_model(tmp_path / "model")


def test_a_broken_graph_is_one_line(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path / "model")
    (tmp_path / "model" / "reading.onnx").write_bytes(b"not a graph")
    with pytest.raises(ModelError) as caught:
        load_model(tmp_path / "model")
    assert "\n" not in str(caught.value)


def test_the_shipped_model_is_small_enough_to_ship() -> None:
    assert sum((SHIPPED / part).stat().st_size for part in PARTS) < 30_000_000


def test_the_version_follows_the_weights() -> None:
    model = load_model()
    assert len(model.version) == 12
    assert load_model().version == model.version
