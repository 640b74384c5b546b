"""Practice items: what is counted, and sets that are not there."""

import json
from pathlib import Path

import pytest

from evaluation.practice import FOLDER, SETS, practised
from evaluation.results import DataError

TEXT = "Norway denied the sale. Peru said that it was true."


def test_fields_that_are_asked_for_are_counted(tmp_path: Path) -> None:
    rows = [
        {"cue": "denied", "cue_start": 7, "source": "Norway", "stance": "denies", "speaker": "Norway", "chain": []},
        {"cue": "said", "cue_start": TEXT.index("said"), "source": "Peru", "stance": "denies"},
        {"cue": "true", "cue_start": TEXT.index("true"), "source": None, "stance": "asserts"},
    ]
    items = [{"id": "x1", "text": TEXT, "published_on": None, "statements": rows}]
    (tmp_path / "mine.json").write_text(json.dumps(items), encoding="utf-8")
    figures, faults = practised("mine", tmp_path)
    shares = {f.name: (f.value, f.gold) for f in figures}
    assert shares == {"met": (66.67, 3), "stance": (50.0, 2), "speaker": (100.0, 1), "chain": (100.0, 1)}
    assert len(faults) == 2
    assert faults[0].startswith("x1 stance of 'said': got 'asserts', expected 'denies'")


def test_a_set_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="got no such file; expected one of stance, shapes, speakers"):
        practised("none", tmp_path)


@pytest.mark.parametrize("name", SETS)
def test_every_cue_stands_where_its_item_says(name: str) -> None:
    for item in json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")):
        for row in item["statements"]:
            assert item["text"][row["cue_start"] :].startswith(row["cue"]), item["id"]
