"""A claim page over a million statements.

Statements are made by the generator and written in bulk, without comparing them: the stories have from one to a hundred articles,
most of them few. Pages of random claims are then asked for as ``onrecord claim`` does, and once the list of ``onrecord claims``.
Target: the queries of a page take less than 50 ms in the median on either database, and none of them reads a whole table.
"""

import random
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from statistics import median, quantiles
from typing import Any
from unittest.mock import patch

from sqlalchemy import event, text

from benchmarks.ledger.databases import fresh
from benchmarks.ledger.generated import Article, World
from onrecord.flow import claims, components
from onrecord.flow.claims import claim, claims_of
from onrecord.ledger import Fresh, Ledger, Writer
from onrecord.records import Edge, EdgeKind, Said
from onrecord.weighing import history, keys_of, weigh

__all__ = ["TARGET", "Scale", "fill", "measure_scale"]

TARGET = 0.05
BATCH = 500
"""Articles written in one transaction."""
SMALL = 5_000
"""Rows of a table that may be read whole."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Seconds a page takes, all of it and its queries alone, and the queries that read a whole table."""

    statements: int
    pages: int
    queries: tuple[float, float]
    whole: tuple[float, float]
    scans: tuple[str, ...]


def measure_scale(kind: str, statements: int, pages: int) -> Scale:
    """Fill a ledger with generated statements, and ask for the pages of random claims."""
    rng = random.Random(5)
    with fresh(kind) as ledger:
        names = fill(ledger, statements, rng)
        _settle(ledger)
        asked: dict[str, Any] = {}
        querying, whole = [], []
        with _noted(ledger, asked):
            claim(ledger, names[0])
            claims_of(ledger)
        scans = tuple(_scans(ledger, asked))
        for name in rng.sample(names, pages):
            seconds, weighing = _page(ledger, name)
            whole.append(seconds)
            querying.append(seconds - weighing)
        with ledger.reading() as reader:
            count = reader.count()["statements"]
    return Scale(count, pages, _shape(querying), _shape(whole), scans)


def _shape(seconds: list[float]) -> tuple[float, float]:
    return median(seconds), quantiles(seconds, n=20)[-1]


def fill(ledger: Ledger, statements: int, rng: random.Random, *, to_sum: bool = False) -> list[str]:
    """Write stories of from one to a hundred articles; the name of a statement of each.

    Args:
        ledger: an empty ledger.
        statements: about how many.
        rng: where sizes come from.
        to_sum: whether the claims are still to be summed up; else they are left as if there were nothing to do.
    """
    world = World(statements // 20)
    names, number, batch = [], 0, list[Article]()
    for story in range(len(world.stories)):
        size = min(100, int(rng.paretovariate(0.9)))
        articles = [world.article(number + n, story) for n in range(size)]
        number += size
        names.append(articles[0].said[0].anchor)
        batch += articles
        if len(batch) >= BATCH:
            _write(ledger, batch, to_sum=to_sum)
            batch = []
        if number * world.per_article >= statements:
            break
    _write(ledger, batch, to_sum=to_sum)
    return names


def _write(ledger: Ledger, articles: list[Article], *, to_sum: bool) -> None:
    with ledger.writing() as writer:
        seen: dict[tuple[object, ...], Said] = {}
        for article in articles:
            writer.add_document(article.reading.document)
            writer.add_reading(article.reading, article.said, list(_fresh(writer, article.said, seen)))
        if not to_sum:
            writer.connection.execute(text("DELETE FROM stale"))


def _fresh(writer: Writer, said: tuple[Said, ...], seen: dict[tuple[object, ...], Said]) -> Iterator[Fresh]:
    """Yield new propositions; each is the same as the first of its deed, which stands for the comparison."""
    known = writer.known(s.proposition for s in said if s.proposition is not None)
    for s in said:
        if s.proposition is None or s.proposition in known or s.fact is None:
            continue
        known[s.proposition] = 0
        first = seen.setdefault((s.fact.giver, s.fact.taker, s.fact.goods), s)
        a, b = sorted((first.proposition or "", s.proposition))
        edges = (Edge(a, b, EdgeKind.SAME, ("generated",)),) if a != b else ()
        yield Fresh(replace(s), keys_of(s), edges)


def _settle(ledger: Ledger) -> None:
    """Let PostgreSQL know how much there is, as its own housekeeping would before long."""
    if ledger.dialect == "postgresql":
        with ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


@contextmanager
def _noted(ledger: Ledger, asked: dict[str, Any]) -> Iterator[None]:
    """Note the statements that are run."""

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        if statement.startswith("SELECT"):
            asked[statement] = parameters

    event.listen(ledger.engine, "before_cursor_execute", note)
    try:
        yield
    finally:
        event.remove(ledger.engine, "before_cursor_execute", note)


def _scans(ledger: Ledger, asked: dict[str, Any]) -> Iterator[str]:
    """Yield the queries that read a table of more than a few rows from beginning to end."""
    explain = "EXPLAIN QUERY PLAN " if ledger.dialect == "sqlite" else "EXPLAIN "
    with ledger.engine.connect() as connection:
        for statement, parameters in asked.items():
            plan = [str(row[-1]) for row in connection.exec_driver_sql(explain + statement, parameters)]
            for table in re.findall(r"\bSCAN (\w+)\b(?! USING)|Seq Scan on (\w+)", "\n".join(plan)):
                name = "".join(table)
                rows = connection.exec_driver_sql(f"SELECT COUNT(*) FROM {name}").scalar() or 0
                if rows > SMALL:
                    yield f"{name} is read whole by: {' '.join(statement.split())[:200]}"


def _page(ledger: Ledger, name: str) -> tuple[float, float]:
    """Return the seconds of a page, and of these the seconds of weighing."""
    spent = 0.0

    def timed(inner: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **options: Any) -> Any:
            nonlocal spent
            start = time.perf_counter()
            try:
                return inner(*arguments, **options)
            finally:
                spent += time.perf_counter() - start

        return run

    with patch.object(components, "weigh", timed(weigh)), patch.object(claims, "history", timed(history)):
        start = time.perf_counter()
        claim(ledger, name)
        return time.perf_counter() - start, spent
