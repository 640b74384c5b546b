"""The gate: floors are written with a margin, rise by themselves and fall only with a reason."""

import json
from pathlib import Path

import pytest

from evaluation.floors import check_floors, margin_of, write_floors
from evaluation.results import DataError, Figure, Result
from evaluation.runs import count_runs, record_run


def result(
    value: float = 80.0, *, data: str = "abc", gold: int = 10_000, name: str = "LAS", subset: bool = True
) -> Result:
    figure = Figure(name, value, gold)
    return Result("ewt-test", subset, "m1", {"ewt": data}, 3, 100, 1.0, (figure, Figure("tiny", 50.0, 12)))


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    write_floors([result()], path)
    return path


def kept(path: Path) -> float:
    value: float = json.loads(path.read_text())["sets"]["ewt-test (subset)"]["floors"]["LAS"]["floor"]
    return value


def test_a_floor_lies_a_margin_below_and_small_counts_get_none(floors: Path) -> None:
    assert kept(floors) == 79.7
    assert [c.figure for c in check_floors([result()], floors)] == ["LAS"]
    assert margin_of(Figure("x", 80.0, 400)) == 0.5


def test_the_gate_passes_on_its_floor_and_fails_below(floors: Path) -> None:
    assert [c.passed for c in check_floors([result(79.7)], floors)] == [True]
    assert [c.passed for c in check_floors([result(79.69)], floors)] == [False]


def test_a_figure_that_is_gone_fails(floors: Path) -> None:
    (check,) = check_floors([result(name="UAS")], floors)
    assert (check.measured, check.passed) == (None, False)


def test_other_data_or_no_floors_is_no_verdict(floors: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="got SHA-256 def; expected abc"):
        check_floors([result(data="def")], floors)
    with pytest.raises(DataError, match="no floors for ewt-test; expected"):
        check_floors([result(subset=False)], floors)
    with pytest.raises(DataError, match="no floors"):
        check_floors([result()], tmp_path / "none.json")


def test_floors_rise_by_themselves(floors: Path) -> None:
    assert write_floors([result(81.0)], floors) == ["ewt-test (subset), LAS: 79.70 -> 80.70"]
    assert kept(floors) == 80.7


def test_a_figure_that_still_clears_its_floor_leaves_it(floors: Path) -> None:
    assert write_floors([result(79.8)], floors) == []
    assert kept(floors) == 79.7


@pytest.mark.parametrize("worse", [result(79.0), result(name="UAS"), result(90.0, data="def")])
def test_nothing_is_lowered_without_a_reason(floors: Path, worse: Result) -> None:
    before = floors.read_bytes()
    with pytest.raises(DataError):
        write_floors([worse], floors)
    assert floors.read_bytes() == before


def test_a_reason_lowers_and_is_kept(floors: Path) -> None:
    write_floors([result(79.0)], floors, reason="smaller model")
    assert kept(floors) == 78.7
    (entry,) = json.loads(floors.read_text())["lowered"]
    assert entry["reason"] == "smaller model"
    assert entry["floors"] == ["ewt-test (subset), LAS: 79.70 -> 78.70"]


def test_sets_not_measured_keep_their_floors(floors: Path) -> None:
    write_floors([result(70.0, subset=False)], floors)
    assert kept(floors) == 79.7


def test_nothing_to_check_is_no_verdict(floors: Path) -> None:
    with pytest.raises(DataError, match="no figure to check"):
        check_floors([], floors)
    stored = json.loads(floors.read_text())
    stored["sets"]["ewt-test (subset)"]["floors"] = {}
    floors.write_text(json.dumps(stored))
    with pytest.raises(DataError, match="no floors for ewt-test"):
        check_floors([result()], floors)


def test_a_set_without_a_figure_that_can_have_a_floor_gets_none(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="got no figure with 100 gold items"):
        write_floors([result(gold=99)], tmp_path / "floors.json")
    assert not (tmp_path / "floors.json").exists()


def test_whole_runs_and_runs_of_a_part_are_written_down_apart(tmp_path: Path) -> None:
    path = tmp_path / "runs.jsonl"
    assert count_runs(path) == {}
    for subset in (False, True, False):
        record_run(result(subset=subset), "shipped", path)
    assert count_runs(path) == {("ewt-test", False): 2, ("ewt-test", True): 1}
    line = json.loads(path.read_text().splitlines()[1])
    assert (line["subset"], line["weights"], line["model"]) == (True, "shipped", "m1")
    assert line["figures"] == {"LAS": 80.0, "tiny": 50.0}
