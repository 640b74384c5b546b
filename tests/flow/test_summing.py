"""Summing up: what lists show and logs hold is what weighing tells, however it was come by."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.ledger.generated import World
from onrecord.errors import LedgerError
from onrecord.flow import adding, days, summing
from onrecord.flow.adding import add_document, keep_said
from onrecord.flow.checking import check, take_out
from onrecord.flow.claims import claim, claims, claims_of, sum_up
from onrecord.flow.components import components
from onrecord.flow.deciding import decide
from onrecord.ledger import ClaimRow, Ledger, Reader, kinds_of
from onrecord.records import Document, JudgementKind, Review
from onrecord.weighing import summed
from tests.kept import STORY, add, anchor
from tests.ledger.test_clusters import at_random

WORLD = World(1)
NUMBERS = count()
LATE = date(2030, 1, 1)


def weighed(ledger: Ledger) -> dict[str, ClaimRow]:
    """Return the rows of the list by weighing every statement anew."""
    found = {}
    with ledger.reading() as reader:
        for held in components(reader, reader.clusters()):
            for c in held.claims(LATE):
                shown = claim(ledger, c.id, on=LATE)
                assert shown is not None
                found[c.id] = ClaimRow(
                    anchor=c.id,
                    title=c.title,
                    support=c.standing.support,
                    origins=c.independent_origins,
                    documents=len({s.imprint.id for s in c.statements}),
                    statements=len(c.statements),
                    challenges=len(c.standing.challenges),
                    reviewed=sum(s.review is not Review.UNREVIEWED for s in c.statements),
                    first_public=c.statements[0].imprint.public_on,
                    last_change=shown.log[-1].on,
                    due=None,
                    kinds=kinds_of(c.standing.challenges),
                )
    return found


def logged(ledger: Ledger, name: str) -> set[tuple[str, str]]:
    """Return days and causes of what the log of a claim holds."""
    with ledger.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT anchor, public_on, causes FROM standings").all()
    return {(str(r.public_on), r.causes.replace('"', "'")) for r in rows if r.anchor == name}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 99), order=st.randoms(use_true_random=False))
def test_the_list_and_the_log_are_what_weighing_tells(seed: int, order: random.Random, tmp_path: Path) -> None:
    articles = [WORLD.article(n) for n in range(8)]
    order.shuffle(articles)
    one_key = lambda said: ("key",)  # noqa: E731
    compared = patch.multiple(adding, edge_of=at_random(seed), keys_of=one_key, lookups_of=one_key)
    with (
        compared,
        patch.object(days, "today", lambda: LATE),
        Ledger(str(tmp_path / f"{next(NUMBERS)}.db"), create=True) as ledger,
    ):
        for article in articles:
            keep_said(ledger, article.reading, article.said)
            if order.random() < 0.6:
                sum_up(ledger)
            if order.random() < 0.3:
                pair = order.sample([s.anchor for a in articles[:2] for s in a.said], 2)
                kind = order.choice([JudgementKind.SAME, JudgementKind.SEPARATE, JudgementKind.CONFIRMED])
                _decide(ledger, kind, pair)
        take_out(ledger, articles[-1].reading.document.id)
        assert {r.anchor: r for r in claims(ledger)} == weighed(ledger)
        assert check(ledger) == []
        for row in claims(ledger):
            shown = claim(ledger, row.anchor, on=LATE)
            assert shown is not None
            assert {(str(c.on), str(list(c.causes))) for c in shown.log} <= logged(ledger, row.anchor)


def _decide(ledger: Ledger, kind: JudgementKind, pair: list[str]) -> None:
    with ledger.reading() as reader:
        there = len(reader.present(pair)) == 2
    if there:
        decide(ledger, kind, pair[0], other=pair[1] if kind is not JudgementKind.CONFIRMED else None, by="Ann")


def test_most_claims_are_summed_up_without_their_edges(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:

    def unwanted(*_: object) -> NoReturn:
        raise RuntimeError

    monkeypatch.setattr(Reader, "same", unwanted)
    with full.reading() as reader:
        clusters = len(reader.clusters())
    assert sum_up(full) == clusters


def test_one_cluster_that_cannot_be_summed_up_stops_no_other(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    inner, broken = summed, anchor(full, "deadline")

    def failing(told: list[object], *rest: object, **options: object) -> object:
        if any(broken == getattr(g, "anchor", "") for g in told):
            raise OverflowError("date value out of range")
        return inner(told, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(summing, "summed", failing)
    expected = rf"got OverflowError \(date value out of range\) for the claim of {broken}; expected statements"
    with pytest.raises(LedgerError, match=expected) as caught:
        sum_up(full)
    assert "\n" not in str(caught.value)
    listed = claims(full)
    assert listed
    assert broken not in {r.anchor for r in listed}
    add(full, "elsewhere")
    assert len(claims(full)) == len(listed) + 1
    monkeypatch.setattr(summing, "summed", inner)
    assert broken in {r.anchor for r in claims(full)}
    assert sum_up(full) == 0


def test_the_last_day_of_all_stops_nothing(ledger: Ledger) -> None:
    text = "Norway will impose sanctions on Iran by Friday, Norwegian foreign ministry spokeswoman Kari Lund said."
    add_document(ledger, Document(text, outlet="Oslo Ledger", published_on=date.max))
    add(ledger, "report")
    assert len(claims(ledger)) == 2
    (found,) = claims_of(ledger, "sanctions")
    assert found.statements[0].fact is not None
    assert found.statements[0].fact.last == date.max
    shown = claim(ledger, found.id)
    assert shown is not None
    assert [c.standing.outcome for c in shown.log] == ["expected"]


def test_more_clusters_than_one_transaction_takes(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summing, "CLUSTERS", 2)
    add(ledger, *STORY, "elsewhere")
    with ledger.reading() as reader:
        clusters = len(reader.stale())
    assert clusters > 2
    assert sum_up(ledger) == clusters
    assert sum_up(ledger) == 0


def _days(ledger: Ledger) -> Iterator[date]:
    with ledger.reading() as reader:
        yield from reader.stale().values()


def test_whoever_cannot_wait_sums_up_a_part_and_the_next_goes_on(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summing, "CLUSTERS", 2)
    add(ledger, *STORY, "elsewhere")
    with ledger.reading() as reader:
        waiting = len(reader.stale())
    assert waiting > 2
    assert sum_up(ledger, within=0.0) == 1
    with ledger.reading() as reader:
        assert len(reader.stale()) == waiting - 1
    assert sum_up(ledger, within=60.0) == waiting - 1
    assert {row.anchor: row for row in claims(ledger)} == weighed(ledger)


def test_only_what_can_differ_is_looked_at_again(ledger: Ledger) -> None:
    add(ledger, "report", "denial")
    claims(ledger)
    before = logged(ledger, anchor(ledger, "report"))
    add(ledger, "official")
    assert set(_days(ledger)) == {date(2024, 3, 1)}
    add(ledger, "relay")
    assert date(2024, 2, 2) in set(_days(ledger))
    claims(ledger)
    assert before < logged(ledger, anchor(ledger, "report"))
    assert set(_days(ledger)) == set()
