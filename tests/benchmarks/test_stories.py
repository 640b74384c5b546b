"""Stories with known truth: the same for a seed, fit for the scorer, and right by their own rows."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.stories import make_story, write_story
from benchmarks.stories.__main__ import main
from benchmarks.stories.gold import at, counts_of, steps
from benchmarks.stories.lexicon import table
from benchmarks.stories.scene import Scene
from benchmarks.stories.wording import Wording
from tests.shared_files import SHARED, required

SCORER = SHARED / "scoring" / "score_story.py"
STANCES = {
    "asserts", "denies", "dismisses", "doubts", "withholds", "declines", "expects", "commits", "demands", "retracts",
    "conditional",
}  # fmt: skip
seeds = st.integers(0, 100_000)
Gold = dict[str, Any]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        assert main(["--count", "3", "--seed", str(seed), "--out", str(tmp_path / name)]) == 0
    first, second, third = (files(tmp_path / name) for name in "abc")
    assert first == second
    assert first != third
    assert "3 stories of seed 3" in capsys.readouterr().out


def test_a_story_does_not_depend_on_those_before_it(tmp_path: Path) -> None:
    write_story(tmp_path, 3, 2)
    front, text = make_story(3, 2)[0][0]
    assert (tmp_path / "articles" / "001.md").read_text(encoding="utf-8") == front + text + "\n"


def test_what_an_earlier_run_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "099.md").write_text("stale", encoding="utf-8")
    write_story(tmp_path, 1, 1)
    assert not (tmp_path / "articles" / "099.md").exists()


def test_a_count_below_one_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--count", "0", "--out", str(tmp_path)]) == 2
    assert "expected 1 or more" in capsys.readouterr().err


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_the_gold_fits_the_articles(seed: int) -> None:
    articles, gold = make_story(seed, 1)
    assert 5 <= len(articles) <= 20
    assert len(articles) == len(gold["articles"])
    assert len({a["url"] for a in gold["articles"]}) == len(articles)
    for row in gold["assertions"]:
        text = articles[row["article"] - 1][1]
        assert text.count(row["anchor"]) == 1
        assert row["stance"] in STANCES
        assert row["origin"] in gold["origins"]
        assert row["claim"] in {c["id"] for c in gold["claims"]}
        outlet = gold["articles"][row["article"] - 1]["outlet"]
        if row["source"] not in ("unnamed", outlet):
            assert re.findall(r"\w+", row["source"])[-1] in text or row["source"] in outlet or "reprint" in row["note"]
        assert all(name in text or "reprint" in row["note"] for name in row["via"])


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_the_articles_are_news(seed: int) -> None:
    articles, gold = make_story(seed, 1)
    for (front, text), about in zip(articles, gold["articles"], strict=True):
        assert front.startswith(f'---\nurl: "{about["url"]}"\noutlet: "{about["outlet"]}"\ndate: {about["date"]}\n')
        assert 55 <= len(text.split()) <= 260
        assert not re.search(r"[{}<>\[\]|]|  | [,.;:]|[,.][,.]|\b(a|the) \1\b", text), text
        if about["copy_of"]:
            original = articles[about["copy_of"] - 1][1]
            assert text.split("\n\n")[0] == original.split("\n\n")[0]
            assert about["date"] >= gold["articles"][about["copy_of"] - 1]["date"]


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_no_claim_counts_one_on_every_day_and_no_count_falls(seed: int) -> None:
    _, gold = make_story(seed, 1)
    assert 4 <= len(gold["days"]) <= 6
    assert gold["days"] == sorted(set(gold["days"]))
    for claim in gold["claims"]:
        counts = [at(claim, day) for day in gold["days"]]
        assert set(counts) != {1}
        assert counts == sorted(counts)
        assert [n for _, n in claim["origin_counts"]] == sorted({n for _, n in claim["origin_counts"]})
        assert 0 <= counts[-1] <= 5


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_counts_follow_from_the_rows(seed: int) -> None:
    _, gold = make_story(seed, 1)
    dates = {a["n"]: a["date"] for a in gold["articles"]}
    for claim in gold["claims"]:
        rows = [row for row in gold["assertions"] if row["claim"] == claim["id"]]
        assert rows
        assert steps(counts_of(claim["kind"], rows, gold["origins"], dates)) == claim["origin_counts"]
        copies = [row for row in rows if "reprint" in row["note"] or row["via"]]
        heard = {gold["origins"][row["origin"]]["family"] for row in rows}
        assert {gold["origins"][row["origin"]]["family"] for row in copies} <= heard


ROWS = [
    {"article": 1, "stance": "asserts", "origin": "six"},
    {"article": 2, "stance": "asserts", "origin": "six"},
    {"article": 2, "stance": "denies", "origin": "accused"},
    {"article": 3, "stance": "asserts", "origin": "talk", "counts_as_origin": False},
    {"article": 3, "stance": "conditional", "origin": "warner"},
    {"article": 4, "stance": "asserts", "origin": "us"},
    {"article": 5, "stance": "asserts", "origin": "ally"},
    {"article": 5, "stance": "expects", "origin": "seer"},
]
ORIGINS = {key: {"family": key} for key in ("six", "accused", "talk", "warner", "us", "seer")}
ORIGINS["ally"] = {"family": "us"}
DATES = {1: "2024-01-01", 2: "2024-01-02", 3: "2024-01-03", 4: "2024-01-04", 5: "2024-01-05"}


def test_only_vouching_families_count() -> None:
    joined = counts_of("event", ROWS, ORIGINS, DATES)
    assert joined == [("2024-01-01", "six"), ("2024-01-04", "us")]
    assert steps(joined) == [["2024-01-01", 1], ["2024-01-04", 2]]


def test_whoever_expects_a_measure_vouches_for_it() -> None:
    assert ("2024-01-05", "seer") in counts_of("measure", ROWS, ORIGINS, DATES)


def test_an_old_article_added_late_counts_from_its_day() -> None:
    joined = counts_of("event", ROWS, ORIGINS, DATES | {5: "2023-12-01"})
    assert joined == [("2023-12-01", "us"), ("2024-01-01", "six")]


@pytest.mark.parametrize("name", ["statements", "relays", "reactions"])
def test_every_kind_of_statement_has_twelve_phrasings(name: str) -> None:
    for kind, rows in table(name).items():
        texts = [row if isinstance(row, str) else row["t"] for row in rows]
        assert len(set(texts)) >= 12, kind


def test_every_slot_of_the_phrases_is_known() -> None:
    known = {name.removeprefix("_") for cls in (Wording, Scene) for name in vars(cls)} | {"c", "agency", "d"}
    for name in ("statements", "relays", "reactions", "claims"):
        for slot in re.findall(r"\{([^{}]+)\}", json.dumps(table(name), ensure_ascii=False)):
            head = slot.partition(".")[0]
            if "t:" in slot or '"' in slot or head in ("A", "B", "X", "Y", "G", "G2"):
                continue
            assert head.lower() in known, slot


def perfect(gold: Gold, texts: list[str], day: str) -> Gold:
    """The claims that a reader without a fault would find by a day."""
    by = {a["n"]: a for a in gold["articles"]}
    claims = []
    for claim in gold["claims"]:
        rows = [r for r in gold["assertions"] if r["claim"] == claim["id"] and by[r["article"]]["date"] <= day]
        statements = []
        for row in rows:
            start = texts[row["article"] - 1].index(row["anchor"])
            statements.append(
                {
                    "document": {"url": by[row["article"]]["url"], "published_on": by[row["article"]]["date"]},
                    "spans": [[start, start + len(row["anchor"])]],
                    "stance": row["stance"],
                    "condition": row["stance"] == "conditional",
                    "source": {"name": row["source"]},
                    "via": [{"name": name} for name in row["via"]],
                    "origin": row["origin"],
                }
            )
        origins = [{"id": key, "family": o["family"]} for key, o in gold["origins"].items()]
        count = at(claim, day)
        claims.append({"id": claim["id"], "independent_origins": count, "origins": origins, "statements": statements})
    return {"schema": "onrecord.claims/1", "as_of": day, "claims": claims}


@pytest.mark.parametrize("number", range(1, 9))
def test_a_perfect_reading_scores_full_marks(number: int, tmp_path: Path) -> None:
    write_story(tmp_path, 5, number)
    articles, gold = make_story(5, number)
    found = []
    for day in reversed(gold["days"]):
        found.append(tmp_path / f"{day}.json")
        found[-1].write_text(json.dumps(perfect(gold, [text for _, text in articles], day)), encoding="utf-8")
    command = [sys.executable, str(required(SCORER)), str(tmp_path / "gold.json"), *map(str, found)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    total = len(gold["claims"])
    assert f"counts right on all {len(found)} days: {total}/{total} (always 1: 0/{total};" in printed
    assert f"assertions met {len(gold['assertions'])}/{len(gold['assertions'])}" in printed
    assert "stance: macro F1 1.000" in printed
    assert "speaker 1.000, chain 1.000" in printed
