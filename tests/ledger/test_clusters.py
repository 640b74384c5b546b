"""Clusters: whatever order things are tied in, what is the same ends up in one."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from unittest.mock import patch
from zlib import crc32

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.ledger.generated import World
from onrecord.flow import adding
from onrecord.flow.adding import keep_said
from onrecord.flow.checking import check, digest, rebuild_ledger, take_out
from onrecord.ledger import Fresh, Ledger
from onrecord.ledger.clusters import joined
from onrecord.records import Edge, EdgeKind, Said


def test_names_that_are_tied_are_one_group() -> None:
    assert joined([], [("a", "b"), ("c", "d"), ("b", "e")]) == [["a", "b", "e"], ["c", "d"]]


def kept(ledger: Ledger, number: int, ties: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """Keep an article that says so many things, each the same as some others; the cluster of each."""
    article = WORLD.article(number)
    said = [replace(s, proposition=name, joins=None) for s, name in zip(article.said, ties, strict=False)]
    fresh = [Fresh(s, (), edges(name, ties[name])) for s, name in zip(said, ties, strict=True)]
    with ledger.writing() as writer:
        writer.add_document(article.reading.document)
        writer.add_reading(article.reading, said, fresh)
    with ledger.reading() as reader:
        return {name: reader.cluster_of(s.anchor) for s, name in zip(said, ties, strict=True)}


def edges(name: str, others: tuple[str, ...]) -> tuple[Edge, ...]:
    return tuple(Edge(min(name, other), max(name, other), EdgeKind.SAME, ()) for other in others)


WORLD = World(1)
NUMBERS = count()


def test_a_later_statement_merges_what_an_earlier_one_of_the_document_was_put_into(ledger: Ledger) -> None:
    kept(ledger, 1, {"p": ()})
    kept(ledger, 2, {"q": (), "r": ("q",)})
    found = kept(ledger, 3, {"a": ("q",), "b": ("p", "r")})
    assert found["a"] == found["b"]
    assert check(ledger) == []


def at_random(seed: int) -> Callable[[Said, Said], Edge | None]:
    """Return a comparison that finds one pair in fourteen the same, by nothing but the two."""

    def compare(a: Said, b: Said) -> Edge | None:
        first, second = sorted((a.proposition or "", b.proposition or ""))
        same = crc32(f"{seed} {first} {second}".encode()) % 14 == 0
        return Edge(first, second, EdgeKind.SAME, ()) if same and first != second else None

    return compare


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 99), order=st.randoms(use_true_random=False))
def test_generated_articles_in_any_order_give_one_digest(seed: int, order: random.Random, tmp_path: Path) -> None:
    articles = [WORLD.article(n) for n in range(8)]
    one_key = lambda said: ("key",)  # noqa: E731
    told = set()
    with patch.multiple(adding, edge_of=at_random(seed), keys_of=one_key, lookups_of=one_key):
        for _ in range(2):
            order.shuffle(articles)
            with Ledger(str(tmp_path / f"{next(NUMBERS)}.db"), create=True) as ledger:
                for article in articles:
                    keep_said(ledger, article.reading, article.said)
                assert check(ledger) == []
                told.add(digest(ledger))
                take_out(ledger, articles[0].reading.document.id)
                assert check(ledger) == []
                keep_said(ledger, articles[0].reading, articles[0].said)
                told.add(digest(ledger))
                rebuild_ledger(ledger)
                assert check(ledger) == []
                told.add(digest(ledger))
    assert len(told) == 1


def test_a_statement_in_another_cluster_changes_the_digest(full: Ledger) -> None:
    before = digest(full)
    with full.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE statements SET cluster = 999 WHERE id = 1")
    assert digest(full) != before
