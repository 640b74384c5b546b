"""The gold files agree with their articles and with their own lists. Messages name ids and never show a text."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from evaluation.statement_gold import SETS, load_article
from onrecord.records import Certainty, Naming, Quotation, Relation, Stance, VoiceKind

ARTICLES = [name for names in SETS.values() for name in names]
BASES = {"witness", "document", "own intelligence", "inference", "another report"}
KEYS = {"id", "source", "speaker", "via", "cue", "content", "quotation", "stance", "certainty"} | {
    "condition",
    "scope",
    "said_on",
    "shapes",
}
LISTS: dict[str, Any] = {
    "quotation": set(Quotation),
    "stance": set(Stance),
    "certainty": {*Certainty, None},
    "source.kind": set(VoiceKind),
    "source.attribution": {*Naming, None},
    "source.basis": {*BASES, None},
}


def passages(row: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in ("source", "cue", "content", "condition", "scope"):
        if row[name] is not None:
            yield name, row[name]
    for link in row["via"]:
        yield "via", link


def fits(part: dict[str, Any], text: str) -> bool:
    """Spans are in order, apart and inside the text, and ``text`` is their slices."""
    spans = part["spans"]
    flat = [n for span in spans for n in span]
    ordered = all(a <= b for a, b in pairwise(flat)) and all(a < b for a, b in spans)
    inside = not flat or (flat[0] >= 0 and flat[-1] <= len(text))
    return ordered and inside and part["text"] == (" ".join(text[a:b] for a, b in spans) or None)


def value(row: dict[str, Any], path: str) -> Any:
    for step in path.split("."):
        row = row[step]
    return row


def day_order(when: dict[str, Any] | None) -> bool:
    return when is None or not when["from"] or not when["to"] or when["from"] <= when["to"]


def problems(row: dict[str, Any], text: str) -> Iterator[str]:
    """Yield what is wrong with a gold statement, in words that show nothing of it."""
    if KEYS - set(row):
        yield "keys missing"
        return
    yield from (f"{name}: spans and text" for name, part in passages(row) if not fits(part, text))
    yield from (f"{path}: not in its list" for path, values in LISTS.items() if value(row, path) not in values)
    cue = {n for a, b in (row["cue"] or {"spans": []})["spans"] for n in range(a, b)}
    if cue & {n for a, b in row["content"]["spans"] for n in range(a, b)}:
        yield "content overlaps its cue"
    checks = {
        "content: no words": bool(row["content"]["spans"]),
        "content.uncertain: not a truth value": isinstance(row["content"]["uncertain"], bool),
        "via: kind or relation": all(
            v["relation"] in set(Relation) and v["kind"] in {*VoiceKind, None} for v in row["via"]
        ),
        "shapes: not 1 to 14": set(row["shapes"]) <= set(range(1, 15)),
        "said_on: ends before it begins": day_order(row["said_on"]),
        "author: with words or a cue": row["source"]["kind"] != "author" or not (row["source"]["spans"] or row["cue"]),
    }
    yield from (what for what, right in checks.items() if not right)


@pytest.mark.parametrize("name", ARTICLES)
def test_gold_fits_its_article_and_its_lists(name: str) -> None:
    article = load_article(name)  # holds the article's hash against the gold's
    wrong = [f"{name} {row['id']}: {what}" for row in article.statements for what in problems(dict(row), article.text)]
    assert wrong == []
    ids = [row["id"] for row in article.statements]
    repeated = sorted({i for i in ids if ids.count(i) > 1})
    assert repeated == []


def test_a_statement_that_does_not_fit_is_told() -> None:
    part = {"spans": [[0, 4]], "text": "Port"}
    source = {"kind": "person", "attribution": "named", "basis": None, **part}
    row: dict[str, Any] = dict.fromkeys(KEYS) | {
        "source": source,
        "via": [],
        "content": {"spans": [[5, 9]], "text": "shut", "uncertain": False},
        "quotation": "direct",
        "stance": "asserts",
        "shapes": [4],
    }
    assert list(problems(row, "Port shut")) == []
    bad = row | {"content": {"spans": [[5, 9]], "text": "open", "uncertain": None}, "stance": "muses", "shapes": [15]}
    assert len(list(problems(bad, "Port shut"))) == 4
    assert list(problems(row | {"cue": {"spans": [[4, 6]], "text": " s"}}, "Port shut")) == ["content overlaps its cue"]
    assert not fits({"spans": [[5, 9], [0, 4]], "text": "shut Port"}, "Port shut")
