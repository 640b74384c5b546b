"""PLOVER records: which code is which, what is counted."""

import gzip
import json
from pathlib import Path

import pytest

from evaluation.plover import codes, figures
from evaluation.results import DataError
from onrecord.registers import frames


def test_every_code_of_a_frame_has_one_of_the_records() -> None:
    ours = {
        t.plover
        for f in frames().by_name.values()
        for ts in (*f.verbs.values(), *f.nouns.values())
        for t in ts
        if t.plover
    }
    assert ours <= {code.ours for code in codes() if not code.under}


def test_coverage_and_precision(tmp_path: Path) -> None:
    rows = [
        {"text": "Norway urged Chile to stop the sale.", "event": "DEMAND"},
        {"text": "Norway sent drones to Chile.", "event": "REJECT"},
        {"text": "The weather was fine.", "event": "AID"},
    ]
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    found, faults = figures(path)
    assert {f.name: (f.value, f.gold) for f in found} == {
        "coverage": (66.67, 3),
        "precision: main event": (50.0, 2),
        "precision: any event": (50.0, 2),
    }
    assert faults == ["REJECT got AID by “sent”: Norway sent drones to Chile."]


def test_a_record_codes_what_is_done_with_a_deed(tmp_path: Path) -> None:
    rows = [
        {"text": "Norway refused to meet the rebels.", "event": "REJECT"},
        {"text": "Norway is willing to send drones to Chile.", "event": "AGREE"},
        {"text": "The talks with the rebels were long.", "event": "CONSULT"},
    ]
    path = tmp_path / "records.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    found, faults = figures(path)
    assert faults == []
    assert {f.name: f.gold for f in found} == {"coverage": 3, "precision: main event": 2, "precision: any event": 2}


def test_missing_data_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="got no such file"):
        figures(tmp_path / "records.jsonl.gz")
