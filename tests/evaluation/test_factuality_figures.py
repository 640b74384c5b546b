"""Factuality figures: classes, macro F1, and sets that are not there."""

import gzip
import json
from pathlib import Path

import pytest

from evaluation.factuality import judged, label, macro_f1, score
from evaluation.results import DataError


def test_numbers_become_three_classes() -> None:
    assert [label(n) for n in (3, 1, 0.9, 0, -0.9, -1, -3)] == ["happened"] * 2 + ["open"] * 3 + ["did not"] * 2


def test_macro_f1_is_the_mean_over_the_classes_of_gold() -> None:
    assert macro_f1([("a", "a"), ("b", "b")]) == 100
    assert macro_f1([("a", "a"), ("b", "a")]) == pytest.approx((200 / 3 + 0) / 2)


def test_figures_stand_beside_the_majority() -> None:
    figures = {f.name: f.value for f in score([(3.0, 3), (3.0, 3), (-3.0, -3), (0.0, 3)])}
    assert figures["accuracy"] == 75
    assert figures["accuracy: majority class"] == 50
    assert figures["macro F1"] > figures["macro F1: majority class"]
    assert figures["mean absolute error x 100"] == 75


def test_predicates_are_judged_where_they_stand(tmp_path: Path) -> None:
    words = ["Norway", "never", "sent", "drones", "."]
    row = {"id": "0", "tokens": words, "targets": [{"span": [2, 3], "text": "sent", "label": -3.0}]}
    path = tmp_path / "dev.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    assert judged(path) == [((-3.0, -3), "Norway never sent drones . [sent]")]


def test_missing_data_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="got no such file"):
        judged(tmp_path / "dev.jsonl.gz")
