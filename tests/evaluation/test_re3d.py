"""re3d: what counts as met, and what stands beside it."""

import gzip
import json
from pathlib import Path

import pytest

from evaluation.re3d import figures
from evaluation.results import DataError

TEXT = "Norway sent 400 missiles to Chile."


def test_mentions_that_touch_gold_of_their_kind_are_right(tmp_path: Path) -> None:
    entities = [
        {"start": 0, "end": 6, "type": "Location", "text": "Norway"},
        {"start": 12, "end": 24, "type": "Weapon", "text": "400 missiles"},
        {"start": 12, "end": 15, "type": "Quantity", "text": "400"},
    ]
    path = tmp_path / "all.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": TEXT, "entities": entities}).encode()))
    found = {f.name: (f.precision, f.recall, f.gold) for f in figures(path)}
    assert found["weapon"] == (100.0, 100.0, 1)
    assert found["quantity"] == (100.0, 100.0, 1)
    assert found["place"] == (50.0, 100.0, 1)
    assert found["weapon: model alone"] == (0.0, 0.0, 1)


def test_missing_data_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="got no such file"):
        figures(tmp_path / "all.jsonl.gz")
