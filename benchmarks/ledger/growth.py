"""What one more article costs, at 1,000 and at 10,000 documents.

Once the later documents tell other stories (as many a story as before), once they make the same stories bigger. An article is
kept and the claims it touches are summed up, as ``onrecord add`` of one file does; reading it is left out. Target: either way
the median at the end is at most 1.5 times that at the beginning.
"""

import random
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.ledger.databases import fresh
from benchmarks.ledger.generated import Article, World
from onrecord.flow.adding import keep_said
from onrecord.flow.claims import sum_up
from onrecord.ledger import Ledger

__all__ = ["TARGET", "Growth", "measure_growth"]

TARGET = 1.5
BATCH = 200
"""Documents after which what was added is summed up."""


@dataclass(frozen=True, slots=True)
class Growth:
    """Medians in seconds: of keeping an article, and of summing up after it, with few documents and with many."""

    documents: tuple[int, int]
    keeping: tuple[float, float]
    summing: tuple[float, float]

    @property
    def ratio(self) -> float:
        """What an article costs with many documents, over what it costs with few."""
        return (self.keeping[1] + self.summing[1]) / (self.keeping[0] + self.summing[0])


def measure_growth(kind: str, few: int, many: int, *, bigger: bool, stories: int = 100, times: int = 100) -> Growth:
    """Fill a ledger, and measure one more article at two sizes.

    Args:
        kind: "sqlite" or "postgresql".
        few: documents at the first measurement.
        many: documents at the second.
        bigger: whether the later documents belong to the stories of the first.
        stories: stories that the first documents tell.
        times: articles measured at each size.
    """
    world = World(stories if bigger else stories * many // few)
    numbers = list(range(many))
    if not bigger:  # the first stories are told in full before the others begin
        told = many // len(world.stories)
        numbers = [s + len(world.stories) * n for s in range(len(world.stories)) for n in range(told)]
    extra = random.Random(1)
    with fresh(kind) as ledger:
        _fill(ledger, world, numbers[:few])
        first = _measure(ledger, [world.article(many + n, extra.randrange(stories)) for n in range(times)])
        _fill(ledger, world, numbers[few:])
        among = len(world.stories)
        last = _measure(ledger, [world.article(2 * many + n, extra.randrange(among)) for n in range(times)])
    return Growth((few, many), (first[0], last[0]), (first[1], last[1]))


def _fill(ledger: Ledger, world: World, numbers: Sequence[int]) -> None:
    for n, article in enumerate(world.articles(numbers), 1):
        keep_said(ledger, article.reading, article.said)
        if n % BATCH == 0:
            sum_up(ledger)
    sum_up(ledger)


def _measure(ledger: Ledger, articles: Sequence[Article]) -> tuple[float, float]:
    kept, summed = [], []
    for article in articles:
        start = time.perf_counter()
        keep_said(ledger, article.reading, article.said)
        middle = time.perf_counter()
        sum_up(ledger)
        kept.append(middle - start)
        summed.append(time.perf_counter() - middle)
    return statistics.median(kept), statistics.median(summed)
