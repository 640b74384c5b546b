"""Whether any order of adding gives the same ledger.

Articles of the story generator, read by the model, in 50 orders, each also made again from its statements, and with
three articles taken out and put in again; then one story of 5,000 statements in two orders. Target: one digest for the
articles, one for the story, and no fault.
"""

import random
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.ledger.databases import fresh
from benchmarks.ledger.generated import Article, World
from benchmarks.stories import make_story
from onrecord.acquiring import acquire
from onrecord.flow.adding import keep, keep_said
from onrecord.flow.checking import check, digest, rebuild_ledger, take_out
from onrecord.flow.reading import read_only
from onrecord.ledger import Ledger
from onrecord.records import Reading

__all__ = ["Orders", "measure_order", "story_readings"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Orders:
    """What came out: numbers of articles and of statements, the digests met, and faults."""

    articles: int
    statements: int
    digests: frozenset[str]
    faults: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether all were the same and in order."""
        return len(self.digests) == 1 and not self.faults


def story_readings(count: int, seed: int = 3) -> list[Reading]:
    """Return articles of the story generator, read."""
    found: list[Reading] = []
    number = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.md"
        while len(found) < count:
            for front, text in make_story(seed, number)[0]:
                path.write_text(front + text + "\n", encoding="utf-8")
                found.append(read_only(acquire(str(path))))
            number += 1
    return found[:count]


def measure_order(kind: str, articles: int, orders: int, statements: int) -> tuple[Orders, Orders]:
    """Return what many orders of some articles give, and two orders of one long story."""
    readings = story_readings(articles)
    story = list(World(1).articles(range(statements // 4)))
    return (
        _orders(kind, readings, keep, orders, lambda reading: reading.document.id),
        _orders(kind, story, _keep, 2, lambda article: article.reading.document.id),
    )


def _keep(ledger: Ledger, article: Article) -> object:
    return keep_said(ledger, article.reading, article.said)


def _orders(
    kind: str, items: Sequence[T], add: Callable[[Ledger, T], object], orders: int, name: Callable[[T], str]
) -> Orders:
    digests, faults, count = set(), set(), 0
    for order in range(orders):
        rng = random.Random(order)
        shuffled = rng.sample(items, len(items)) if order else list(items)
        with fresh(kind) as ledger:
            for item in shuffled:
                add(ledger, item)
            digests.add(digest(ledger))
            rebuild_ledger(ledger)
            digests.add(digest(ledger))
            out = rng.sample(items, 3)
            for item in out:
                take_out(ledger, name(item))
            faults |= set(check(ledger))
            for item in out:
                add(ledger, item)
            digests.add(digest(ledger))
            faults |= set(check(ledger))
            with ledger.reading() as reader:
                count = reader.count()["statements"]
    return Orders(len(items), count, frozenset(digests), tuple(sorted(faults)))
