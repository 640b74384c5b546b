"""``python -m evaluation`` from end to end, on two small articles of our own."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation import floors, runs
from evaluation.__main__ import main
from evaluation.doors import VARIABLE, Doors, name_weights, open_doors, whole_model
from evaluation.report import baselines
from evaluation.results import DataError
from evaluation.sets import GATED, SETS, STANDARD, in_subset
from onrecord import read
from onrecord.reading.model import SHIPPED
from onrecord.records import Reading

TEXT = (
    "Ferry line adds two boats\n\nThe harbour office said on Monday that two boats would join the line.\n\n"
    '"We need them by June," Mara Lind, its director, told reporters. The union denied that crews were asked.\n'
)


def spans(phrase: str) -> list[list[int]]:
    return [[TEXT.index(phrase), TEXT.index(phrase) + len(phrase)]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    gold = {
        "source": spans("The harbour office"),
        "cue": spans("said"),
        "content": spans("that two boats would join the line"),
    }
    (tmp_path / "polnear").mkdir()
    with gzip.open(tmp_path / "polnear" / "dev.jsonl.gz", "wt", encoding="utf-8") as out:
        for name in ("a", "b", "c"):
            out.write(json.dumps({"id": name, "title": "x", "text": TEXT, "attributions": [gold]}) + "\n")
    return tmp_path


def run(data: Path, *more: str) -> int:
    places = ("--data", data, "--floors", data / "floors.json", "--runs", data / "runs.jsonl")
    return main([*map(str, places), "--set", "polnear-dev", *more])


def test_a_full_run_prints_writes_and_is_written_down(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, found = data / "out.json", data / "found.jsonl"
    assert run(data, "--json", str(out), "--predictions", str(found), "--note", "early weights") == 0
    printed = capsys.readouterr().out
    assert "polnear-dev: 3 documents" in printed
    assert "early weights" in printed
    assert "run 1 times whole, 0 times in part" in printed
    (result,) = json.loads(out.read_text())
    assert result["documents"] == 3
    assert {f["name"] for f in result["figures"]} >= {
        "source exact",
        "relation relaxed",
        "recall relaxed: say-verb alone",
    }
    rows = [json.loads(line) for line in found.read_text().splitlines()]
    assert [r["id"] for r in rows] == ["a", "b", "c"]
    assert all(set(a) == {"source", "cue", "content"} for a in rows[0]["attributions"])
    assert written(data) == [(False, "shipped")]


def written(data: Path) -> list[tuple[bool, str]]:
    path = data / "runs.jsonl"
    rows = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    return [(row["subset"], row["weights"]) for row in rows]


@pytest.fixture
def other_weights(tmp_path: Path) -> Path:
    folder = tmp_path / "other"
    shutil.copytree(SHIPPED, folder)
    (folder / "reading.json").write_bytes((SHIPPED / "reading.json").read_bytes() + b"\n")
    return folder


def test_every_look_at_part_of_a_set_is_written_down(
    data: Path, other_weights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "--subset") == 0
    assert "run 0 times whole, 1 times in part" in capsys.readouterr().out
    assert run(data, "--subset", "--model", str(other_weights)) == 0
    assert run(data, "--subset", "--against", str(other_weights)) == 0
    other = str(other_weights)
    assert written(data) == [(True, "shipped"), (True, other), (True, "shipped"), (True, other)]
    assert runs.count_runs(data / "runs.jsonl") == {("polnear-dev", True): 4}


def test_the_gate_and_floors_are_silent_on_the_shipped_weights_only(
    data: Path, other_weights: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floors, "LEAST", 1)
    monkeypatch.setattr(floors, "MARGIN", 0.0)
    assert run(data, "--write-floors") == 0
    assert run(data, "--gate", "--model", str(SHIPPED)) == 0
    assert written(data) == []
    other = str(other_weights)
    assert run(data, "--gate", "--model", other) == 0
    assert run(data, "--write-floors", "--model", other) == 0
    assert run(data, "--gate", "--against", other) == 0
    monkeypatch.setenv(VARIABLE, other)
    assert run(data, "--gate") == 0
    assert written(data) == [(True, other)] * 4


def test_a_gate_that_checks_nothing_does_not_pass(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, "--write-floors") == 2
    assert "got no figure with 100 gold items" in capsys.readouterr().err
    assert not (data / "floors.json").exists()
    empty = {"model": "m", "data": {}, "floors": {}}
    for stored in ("", "[]", "{}", '{"sets": {}}', json.dumps({"sets": {"polnear-dev (subset)": empty}})):
        (data / "floors.json").write_text(stored)
        assert run(data, "--gate") == 2, stored
        assert len(capsys.readouterr().err.splitlines()) == 1, stored


def test_articles_are_read_with_their_titles(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = TEXT.replace("boats\n", "boats.\n", 1)
    with open_doors(None) as doors:
        assert doors.article(text, None).headline is None
        headline = doors.article(text, "Ferry line adds two boats").headline
    assert headline is not None
    assert headline.text == "Ferry line adds two boats."
    titles = list[str | None]()

    def article(_: Doors, text: str, title: str | None) -> Reading:
        titles.append(title)
        return read(text)

    monkeypatch.setattr(Doors, "article", article)
    assert run(data) == 0
    assert titles == ["x", "x", "x"]


def test_weights_are_shipped_only_if_every_part_is(other_weights: Path) -> None:
    with open_doors(SHIPPED) as doors:
        assert name_weights(doors, None) == "shipped"
    with open_doors(other_weights) as doors:
        assert name_weights(doors, None) == str(other_weights)
        assert name_weights(doors, Path("exact.onnx")) == "exact.onnx"


def test_the_gate_wants_floors_then_holds_them(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(floors, "LEAST", 1)
    assert run(data, "--gate") == 2
    assert "no floors for polnear-dev (subset)" in capsys.readouterr().err
    assert run(data, "--write-floors") == 0
    stored = json.loads((data / "floors.json").read_text())
    assert run(data, "--gate") == 0
    part = stored["sets"]["polnear-dev (subset)"]
    part["floors"]["source exact"] = {"floor": 100.01, "measured": 100.0, "gold": 200}
    (data / "floors.json").write_text(json.dumps(stored))
    assert run(data, "--gate") == 1
    assert "BELOW" in capsys.readouterr().out
    part["data"]["polnear/dev.jsonl.gz"] = "0" * 64
    (data / "floors.json").write_text(json.dumps(stored))
    assert run(data, "--gate") == 2
    assert "got SHA-256" in capsys.readouterr().err
    assert not (data / "runs.jsonl").exists()


def test_what_does_not_fit_is_one_line_and_exit_code_2(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, "--allow-regression", "why") == 2
    assert run(data, "--write-floors", "--allow-regression", " ") == 2
    assert run(data, "--set", "polnear-train-held") == 2
    assert run(data, "--predictions", "x", "--set", "polnear-train-held") == 2
    assert run(data, "--model", str(data)) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 5
    assert "train.jsonl.gz: got no such file" in lines[2]
    assert "got no reading.onnx" in lines[4]


def test_the_same_weights_against_themselves_differ_in_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, "--against", str(SHIPPED / "reading.onnx")) == 0
    assert "no figure falls by more than half a point" in capsys.readouterr().out


def test_doors_go_back_to_what_the_environment_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    with open_doors(None) as shipped, open_doors(SHIPPED) as named:
        assert shipped.model == named.model
        assert os.environ[VARIABLE] == str(SHIPPED)
    assert VARIABLE not in os.environ


def test_a_bare_graph_borrows_the_parts_it_lacks(tmp_path: Path) -> None:
    graph, scratch = tmp_path / "exact.onnx", tmp_path / "scratch"
    graph.write_bytes(b"graph")
    scratch.mkdir()
    assert whole_model(graph, None, scratch) == scratch
    assert (scratch / "reading.onnx").read_bytes() == b"graph"
    assert (scratch / "reading.json").read_bytes() == (SHIPPED / "reading.json").read_bytes()
    assert whole_model(SHIPPED, None, tmp_path) == SHIPPED
    with pytest.raises(DataError):
        whole_model(tmp_path / "nothing", None, scratch)


def test_names_of_sets_agree() -> None:
    assert set(STANDARD) | set(GATED) <= set(SETS)
    assert {name for name, _ in baselines()} <= set(SETS)
    chosen = [in_subset(str(n)) for n in range(1000)]
    assert 400 < sum(chosen) < 600


def test_evaluation_runs_where_torch_is_not_installed() -> None:
    code = "import sys; sys.modules['torch'] = None; import evaluation.__main__"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
