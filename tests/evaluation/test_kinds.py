"""Which kind an attribution is follows from its own words."""

from collections import Counter

import pytest

from evaluation.kinds import KINDS, count_kinds, kind_figures, kind_of


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("said", "“We go”", "quotation + say-verb"),
        ("has repeatedly SAID", "that they go", "say-verb alone"),
        ("According  to", "they go", "say-verb alone"),
        ("issued a statement saying", "they go", "say-verb alone"),
        ("called", 'him a "liar"', "quotation + other cue"),
        ("believes", "they will go", "other cue alone"),
        ("sayings", "they will go", "other cue alone"),
        ("accord to", "they will go", "other cue alone"),
        ("told", "it's a ''fact''", "quotation + say-verb"),
        ("told", "it's a fact", "say-verb alone"),
        (":", "“We go”", "cue without a letter"),
        ("—", "they go", "cue without a letter"),
        ("24-", "they go", "cue without a letter"),
    ],
)
def test_kind(cue: str, content: str, kind: str) -> None:
    assert kind_of(cue, content) == kind


def test_recall_by_kind_counts_every_gold_relation_once() -> None:
    text = 'He said "no". She thinks he lies. Lane: they go.'

    def row(source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
        return {
            k: [[text.index(v), text.index(v) + len(v)]]
            for k, v in (("source", source), ("cue", cue), ("content", content))
        }

    gold = [row("He", "said", '"no"'), row("She", "thinks", "he lies"), row("Lane", ":", "they go")]
    found = [gold[0], row("She", "thinks", "lies")]
    n = count_kinds(text, gold, found)
    values = {f.name: (f.value, f.gold) for f in kind_figures(n)}
    assert values["recall relaxed: quotation + say-verb"] == (100.0, 1)
    assert values["recall relaxed: other cue alone"] == (100.0, 1)
    assert values["recall all right: other cue alone"] == (0.0, 1)
    assert values["recall relaxed: cue without a letter"] == (0.0, 1)
    assert sum(n[kind] for kind in KINDS) == 3


def test_a_kind_without_gold_is_nought_of_nought() -> None:
    assert {(f.value, f.gold) for f in kind_figures(Counter())} == {(0.0, 0)}
