"""What is measured on time expressions is what the days and values say."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evaluation import timex
from evaluation.dates import gold_dates, gold_misses
from evaluation.results import DataError
from evaluation.timex import read_timex, timex_figures, timex_value
from onrecord.records import When

CREATED = date(2024, 2, 22)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    def row(
        number: int, which: str, kind: str, text: str, words: str, days: tuple[str | None, str | None]
    ) -> dict[str, Any]:
        span = [text.index(words), text.index(words) + len(words)]
        return {
            "id": number, "set": which, "class": kind, "text": text, "span": span, "published_on": CREATED.isoformat(),
            "edtf": None, "from": days[0], "to": days[1],
        }  # fmt: skip

    rows = [
        row(1, "A", "day", "The mill shut on Monday.", "Monday", ("2024-02-19", "2024-02-19")),
        row(2, "A", "day", "The mill shut on Monday.", "Monday", ("2024-02-26", "2024-02-26")),
        row(3, "A", "vague", "Mills have shut in recent weeks.", "in recent weeks", (None, None)),
        row(4, "B", "day", "The mill shut in 1999.", "1999", ("1999-01-01", "1999-12-31")),
    ]
    path = tmp_path / "dates.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_gold_counts_exact_intervals_by_class(gold: Path) -> None:
    figures = {f.name: (f.value, f.gold) for f in gold_dates(gold)}
    assert figures == {"interval": (66.67, 3), "interval: day": (50.0, 2), "interval: vague": (100.0, 1)}
    assert list(gold_misses(gold)) == ["2 (day): expected 2024-02-26 to 2024-02-26, got 2024-02-19 to 2024-02-19"]


def test_gold_reads_the_set_asked_for(gold: Path) -> None:
    assert [(f.name, f.value, f.gold) for f in gold_dates(gold, "B")] == [
        ("interval", 100.0, 1),
        ("interval: day", 100.0, 1),
    ]
    with pytest.raises(DataError, match="got no item of set C"):
        gold_dates(gold, "C")


@pytest.mark.parametrize(
    ("edtf", "first", "last", "value"),
    [
        ("2024-02-20", "2024-02-20", "2024-02-20", "2024-02-20"),
        ("2023-05", "2023-05-01", "2023-05-31", "2023-05"),
        ("2023", "2023-01-01", "2023-12-31", "2023"),
        ("2023-22", "2023-06-01", "2023-08-31", "2023-SU"),
        ("2023-36", "2023-10-01", "2023-12-31", "2023-Q4"),
        ("2023-41", "2023-07-01", "2023-12-31", "2023-H2"),
        ("199X", "1990-01-01", "1999-12-31", "199"),
        ("18XX", "1800-01-01", "1899-12-31", "18"),
        ("2024-02-12/2024-02-18", "2024-02-12", "2024-02-18", "2024-W07"),
        ("2024-02-17/2024-02-18", "2024-02-17", "2024-02-18", "2024-W07-WE"),
        ("2023-09/2023-12", "2023-09-01", "2023-12-31", "2023"),
        ("2023-05-01/2023-05-10", "2023-05-01", "2023-05-10", "2023-05"),
        ("2022-10-01/2023-09-30", "2022-10-01", "2023-09-30", "FY2023"),
        ("2023-08-22/2024-02-22", "2023-08-22", "2024-02-22", "P6M"),
        ("2014-02-22/2024-02-22", "2014-02-22", "2024-02-22", "P10Y"),
        ("2024-02-13/2024-02-22", "2024-02-13", "2024-02-22", "P9D"),
        ("2023-11/..", "2023-11-01", None, "2023-11"),
        ("../2024-03-01", None, "2024-03-01", "2024-03-01"),
        ("/2024-02-22", None, None, "PAST_REF"),
        ("2024-02-22/", None, None, "FUTURE_REF"),
        ("2024-02-22~", None, None, "PRESENT_REF"),
        ("XXXX-XX-XX", None, None, None),
    ],
)
def test_an_edtf_value_as_timex3_writes_it(edtf: str, first: str | None, last: str | None, value: str | None) -> None:
    when = When(edtf, (first and day(first)) or None, (last and day(last)) or None)
    assert timex_value(when, CREATED) == value


@pytest.fixture
def meantime(tmp_path: Path) -> Path:
    sentences = [
        ["Mill", "shuts"],
        ["February", "22", ",", "2024"],
        ["The", "mill", "shut", "on", "Monday", "and", "ran", "from", "2009", "to", "2011", "."],
        ["It", "may", "open", "soon", "."],
    ]

    def timex(sentence: int, first: int, last: int, value: str, **more: str) -> dict[str, Any]:
        tokens = [[sentence, t] for t in range(first, last)]
        text = " ".join(sentences[sentence][first:last])
        return {"kind": "TIMEX3", "type": "DATE", "tokens": tokens, "text": text, "value": value} | more

    row = {
        "id": "1_Mill",
        "sents": sentences,
        "dct": None,
        "mentions": [
            timex(1, 0, 4, "2024-02-22", functionInDocument="CREATION_TIME"),
            timex(2, 4, 5, "2024-02-19TMO"),
            timex(2, 8, 9, "2009"),
            timex(2, 10, 11, "2012"),
            timex(2, 1, 2, "P2Y", type="DURATION"),
            timex(3, 3, 4, "FUTURE_REF"),
        ],
    }
    path = tmp_path / "all.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    return path


def test_timex_counts_dates_without_creation_times(meantime: Path) -> None:
    (document,) = read_timex(meantime)
    assert document.created == CREATED
    assert [(e.text, e.value) for e in document.expressions] == [
        ("Monday", "2024-02-19"),
        ("2009", "2009"),
        ("2011", "2012"),
        ("soon", "FUTURE_REF"),
    ]
    figures = {f.name: (f.value, f.gold) for f in timex_figures(meantime, beside=False)}
    assert figures["value"] == (75.0, 4)
    assert figures["calendar value"] == (66.67, 3)
    assert sum(n for name, (_, n) in figures.items() if name.startswith("value: errors")) == 4


def test_missing_data_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="got no such file"):
        timex_figures(tmp_path / "none.gz")
    with pytest.raises(DataError, match="got no such file"):
        gold_dates(tmp_path / "none.json")


def test_dateparser_is_asked_for_by_name_where_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(timex, "import_module", lacking)
    with pytest.raises(DataError, match="dateparser: got no such package"):
        timex.dateparser_value("Monday", CREATED)
