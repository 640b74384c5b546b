"""Our counts are the reference scorer's, on any spans and on articles read through the public door."""

import contextlib
import gzip
import io
import itertools
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from evaluation.relations import count_article
from evaluation.sets import rows_of
from tests.evaluation.reference_scorer import SCORER, as_printed, load_scorer
from tests.shared_files import SHARED, required
from training.corpus import held_out, read_jsonl

WORDS = ["he", "said", "_", "won't", "é", "«no»", "10.5", "\n\n", ":", '"', "to-day", "\u00a0", "中"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[Any], list[Any]]:
    """Draw a text with gold and found rows; some found rows repeat gold ones, so that pairs come about."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    spans = st.lists(st.tuples(place, place).map(sorted), max_size=3)
    row = st.fixed_dictionaries({"source": spans, "cue": spans, "content": spans})
    gold = draw(st.lists(row, max_size=4))
    found = draw(st.lists(row, max_size=3)) + draw(st.lists(st.sampled_from(gold), max_size=3) if gold else st.just([]))
    return text, gold, draw(st.permutations(found))


def write(folder: Path, rows: Iterable[tuple[str, list[Any], list[Any]]]) -> tuple[str, str]:
    """Write gold and predictions as the scorer reads them; return both paths."""
    gold, found = folder / "gold.jsonl.gz", folder / "found.jsonl"
    with gzip.open(gold, "wt", encoding="utf-8") as g, found.open("w", encoding="utf-8") as f:
        for n, (text, expected, predicted) in enumerate(rows):
            g.write(json.dumps({"id": str(n), "text": text, "attributions": expected}) + "\n")
            f.write(json.dumps({"id": str(n), "attributions": predicted}) + "\n")
    return str(gold), str(found)


def counted(rows: Iterable[tuple[str, list[Any], list[Any]]]) -> Counter[str]:
    total = Counter[str]()
    for text, gold, found in rows:
        total.update(count_article(text, gold, found))
    return total


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    return load_scorer()


@given(rows=st.lists(articles(), min_size=1, max_size=3))
@settings(max_examples=200, deadline=None)
def test_any_spans_count_as_in_the_reference_scorer(
    scorer: ModuleType, rows: list[tuple[str, list[Any], list[Any]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()) as printed:
        scorer.main(*write(Path(folder), rows))
    assert printed.getvalue() == as_printed(counted(rows))


def test_articles_read_through_the_door_count_as_in_the_reference_scorer(tmp_path: Path) -> None:
    required(SCORER)
    train = required(SHARED / "data" / "polnear" / "train.jsonl.gz")
    chosen = itertools.islice((r for r in read_jsonl(train) if held_out(r["id"]) and len(r["text"]) < 4_000), 4)
    rows = [(r["text"], r["attributions"], rows_of(onrecord.read(r["text"]))) for r in chosen]
    command = [sys.executable, str(SCORER), *write(tmp_path, rows)]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    ours = counted(rows)
    assert ours["g"] > 10
    assert ours["p"] > 0
    assert printed == as_printed(ours)
