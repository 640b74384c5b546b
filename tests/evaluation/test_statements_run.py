"""``python -m evaluation.statements`` from end to end, on made-up gold."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.results import DataError
from evaluation.statement_gold import SETS, load_article, pick_articles
from evaluation.statements import main
from tests.evaluation.statement_rows import ALL, LIND, TEXT, UNION


def write(folder: Path, name: str, statements: list[dict[str, Any]], **more: Any) -> None:
    (folder / "articles").mkdir(exist_ok=True)
    header = '---\noutlet: The Pier\ndate: 2024-05-07\ntitle: "Boats"\n---\n\n'
    (folder / "articles" / f"{name}.md").write_text(f"{header}{TEXT}\n", encoding="utf-8")
    rows = [one | {"id": f"g{i}"} for i, one in enumerate(statements, 1)]
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    gold = {"schema": "onrecord.gold/1", "article": f"{name}.md", "sha256": digest, "relays": [], "statements": rows}
    (folder / f"{name}.json").write_text(json.dumps(gold | more), encoding="utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two articles of set A and one of set B."""
    for name in ("01", "02", "07"):
        write(tmp_path, name, [*ALL[:3], UNION | {"stance": "retracts", "shapes": [5]}])
    return tmp_path


def run(gold: Path, *more: str) -> int:
    return main(["--gold", str(gold), "--runs", str(gold / "runs.jsonl"), *more])


def test_a_run_prints_and_writes_its_figures(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = gold / "out.json"
    assert run(gold, "--article", "01", "02", "01", "--json", str(out)) == 0
    printed = capsys.readouterr().out
    assert "statements-a (subset): 2 documents" in printed
    assert "of 8 required statements matched" in printed
    assert "quotation running on" in printed
    assert "missed" not in printed
    (result,) = json.loads(out.read_text())
    values = {f["name"]: f for f in result["figures"]}
    assert values["statements"]["gold"] == 8
    assert values["shape 5"]["gold"] == 2
    assert set(result["data"]) == {"gold/01.json", "gold/02.json"}
    assert not (gold / "runs.jsonl").exists()


def test_errors_are_shown_when_asked_for(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(gold, "--article", "01", "--errors") == 0
    printed = capsys.readouterr().out
    assert "01 g4   missed" in printed
    assert "gold in rows" in printed
    assert run(gold, "--article", "01", "--errors", "extra") == 0
    assert " missed " not in capsys.readouterr().out.split("statements-a")[0]


def test_set_b_needs_its_letter(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(gold, "--article", "07") == 2
    assert "--article: got 07; expected one of set A" in capsys.readouterr().err


def test_set_b_is_measured_written_down_and_not_looked_at(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(gold, "--set", "B", "--article", "07", "--errors") == 2
    assert "measured and not looked at" in capsys.readouterr().err
    assert not (gold / "runs.jsonl").exists()
    assert run(gold, "--set", "B", "--article", "07") == 0
    assert "run 0 times whole, 1 times in part" in capsys.readouterr().out
    (line,) = (gold / "runs.jsonl").read_text().splitlines()
    assert json.loads(line)["set"] == "statements-b"


def test_the_whole_of_a_set_is_the_default() -> None:
    assert pick_articles("A", None) == SETS["A"] == ("01", "02", "03", "04", "05", "06")
    assert not set(SETS["A"]) & set(SETS["B"])
    with pytest.raises(DataError, match="got 01; expected one of set B"):
        pick_articles("B", ["07", "01"])


def test_an_article_is_read_with_all_its_header(gold: Path) -> None:
    article = load_article("01", gold)
    assert (article.outlet, article.title, str(article.published_on)) == ("The Pier", "Boats", "2024-05-07")
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("more", "message"),
    [({"sha256": "0" * 64}, "expected [0-9a-f]{12}, the article's"), ({"schema": "x"}, "expected onrecord.gold/1")],
)
def test_gold_of_another_text_or_schema_is_refused(gold: Path, more: dict[str, str], message: str) -> None:
    write(gold, "03", [LIND], **more)
    with pytest.raises(DataError, match=message):
        load_article("03", gold)
    with pytest.raises(DataError, match="no such file"):
        load_article("04", gold)
