"""Claims: who belongs to which, on which day, whatever the order."""

import random
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Claim, Edge, EdgeKind
from onrecord.weighing import edges_of, weigh
from onrecord.weighing.weigh import components
from tests.weighing.reading import said

REPORT = "Iran sent missiles to Russia, Reuters reported on Monday."
STATE = "Iran has sent missiles to Russia, White House spokesman John Kirby said."
DENIAL = "Iran denied sending missiles to Russia."
TOLD = [
    *said(REPORT),
    *said(REPORT, "The Oslo Times", "2024-02-02"),
    *said(STATE, "The Oslo Times", "2024-03-01"),
    *said(DENIAL, "The Oslo Times", "2024-03-02"),
]


def shared(on: date | None = None) -> Claim:
    (claim,) = [c for c in weigh(TOLD, edges_of(TOLD), on=on) if len(c.statements) > 1 or on is not None]
    return claim


def test_two_families_support_a_claim_that_one_denies() -> None:
    claim = shared()
    assert claim.independent_origins == 2
    assert [(c.stance.value, c.by) for c in claim.standing.challenges] == [("denies", "Iran")]
    assert {o.family for o in claim.origins if o.counted} == {"sources of reuters", "united states"}


def test_a_copy_adds_no_origin_and_a_later_day_no_earlier_standing() -> None:
    assert shared(date(2024, 2, 10)).independent_origins == 1
    assert shared(date(2024, 3, 10)).independent_origins == 2
    assert weigh(TOLD, edges_of(TOLD), on=date(2024, 1, 1)) == ()


def test_described_sources_behind_two_doors_may_be_the_same_people() -> None:
    told = [
        *said("Iran sent missiles to Russia, officials familiar with the matter said.", "The Oslo Times"),
        *said("Iran sent missiles to Russia, people briefed on it said.", "The Bergen Post", "2024-02-03"),
    ]
    (claim,) = weigh(told, edges_of(told))
    assert claim.independent_origins == 1
    assert claim.standing.support == "repeated, independence not established"


@given(st.randoms())
def test_no_order_matters(order: random.Random) -> None:
    shuffled, edges = list(TOLD), list(edges_of(TOLD))
    order.shuffle(shuffled)
    order.shuffle(edges)
    assert weigh(shuffled, edges) == weigh(TOLD, edges_of(TOLD))


ONE = said(REPORT)[0]
STATEMENTS = [replace(ONE, anchor=f"a{n}", joins=None, proposition=f"p{n}") for n in range(8)]
NAMES = [f"p{n}" for n in range(8)]
EDGES = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12)
PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] != p[1]), max_size=3)


@given(EDGES)
def test_components_partition_the_statements(pairs: list[tuple[str, str]]) -> None:
    found = components(STATEMENTS, [Edge(a, b, EdgeKind.SAME, ()) for a, b in pairs])
    assert sorted(k for group in found for k in group) == [s.anchor for s in STATEMENTS]
    assert all(any({f"a{a[1]}", f"a{b[1]}"} <= set(group) for group in found) for a, b in pairs)


@given(EDGES)
def test_only_same_joins(pairs: list[tuple[str, str]]) -> None:
    edges = [Edge(a, b, EdgeKind.REFINES, ()) for a, b in pairs]
    assert components(STATEMENTS, edges) == [[s.anchor] for s in STATEMENTS]


@given(EDGES, PAIRS, st.randoms())
def test_what_a_person_parts_stays_apart_in_any_order(
    pairs: list[tuple[str, str]], parted: list[tuple[int, int]], order: random.Random
) -> None:
    edges = [Edge(a, b, EdgeKind.SAME, ()) for a, b in pairs]
    apart = [(f"a{a}", f"a{b}") for a, b in parted]
    found = components(STATEMENTS, edges, apart)
    assert not any({a, b} <= set(group) for a, b in apart for group in found)
    order.shuffle(edges)
    order.shuffle(apart)
    assert components(STATEMENTS, edges, apart) == found
