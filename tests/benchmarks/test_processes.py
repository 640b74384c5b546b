"""Cold starts, memory and the long run of hostile texts, in small."""

import gzip
import json
from pathlib import Path

import pytest

import onrecord
from benchmarks.__main__ import main
from benchmarks.articles import Article, article_of, articles
from benchmarks.fuzz import BATCH, check_text, fuzz
from benchmarks.processes import measure_cold, measure_long

TEXT = "The harbour office said on Monday that two boats would join the line.\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "polnear").mkdir()
    for part, lengths in (("dev", (1, 3)), ("train", (2,))):
        with gzip.open(tmp_path / "polnear" / f"{part}.jsonl.gz", "wt", encoding="utf-8") as out:
            for length in lengths:
                out.write(json.dumps({"title": f"Title {length}", "text": TEXT * length}) + "\n")
    return tmp_path


def test_articles_come_from_dev_first(data: Path) -> None:
    assert list(articles(data, 3)) == [Article(TEXT * n, f"Title {n}") for n in (1, 3, 2)]
    assert list(articles(data, 1)) == [Article(TEXT, "Title 1")]
    assert article_of(data, 30) == TEXT * 3


def test_a_cold_run_has_time_and_memory() -> None:
    found = measure_cold(TEXT * 3, 1)
    assert found.words == 39
    assert 0 < found.median < 60
    assert found.peak > 20


def test_a_long_text_is_added_in_a_process_of_its_own(data: Path) -> None:
    seconds, peak = measure_long(data, 200)
    assert 0 < seconds < 60
    assert peak > 20


def test_a_cold_run_that_fails_says_why() -> None:
    with pytest.raises(RuntimeError, match="exit code 2"):
        measure_cold("", 1)


def test_memory_is_printed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "memory", "--articles", "2"]) == 0
    assert "2 articles" in capsys.readouterr().out


def test_no_data_is_one_line_and_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path), "cold"]) == 2
    assert "got no polnear/dev.jsonl.gz" in capsys.readouterr().err


def test_fuzzing_counts_what_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.fuzz.check_text", lambda _: None)
    done = fuzz(0.0, 7)
    assert done.examples >= BATCH
    assert 0 < done.long < done.examples


def test_a_span_with_other_words_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    check_text(TEXT)
    monkeypatch.setattr(onrecord.records.Document, "slice", lambda *_: "other words")
    with pytest.raises(AssertionError, match="are other words"):
        check_text(TEXT)
