"""Claims: who belongs to which, on which day, whatever the order."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Edge, EdgeKind
from onrecord.weighing import edges_of, weigh
from onrecord.weighing.weigh import components
from tests.weighing.reading import said

REPORT = "Iran sent missiles to Russia, Reuters reported on Monday."
STATE = "Iran has sent missiles to Russia, White House spokesman John Kirby said."
DENIAL = "Iran denied sending missiles to Russia."


def test_two_families_support_a_claim_that_one_denies() -> None:
    all_said = [
        *said(REPORT),
        *said(STATE, "The Oslo Times", "2024-03-01"),
        *said(DENIAL, "The Oslo Times", "2024-03-02"),
    ]
    (claim,) = [c for c in weigh(all_said, edges_of(all_said)) if len(c.statements) > 1]
    assert claim.independent_origins == 2
    assert [(c.stance.value, c.by) for c in claim.standing.challenges] == [("denies", "Iran")]
    assert {o.family for o in claim.origins if o.counted} == {"sources of reuters", "united states"}


def test_a_copy_adds_no_origin_and_a_later_day_no_earlier_standing() -> None:
    all_said = [
        *said(REPORT),
        *said(REPORT, "The Oslo Times", "2024-02-02"),
        *said(STATE, "The Oslo Times", "2024-03-01"),
    ]
    edges = edges_of(all_said)
    early = weigh(all_said, edges, on=date(2024, 2, 10))
    late = weigh(all_said, edges, on=date(2024, 3, 10))
    assert [c.independent_origins for c in early] == [1]
    assert [c.independent_origins for c in late] == [2]
    assert weigh(all_said, edges, on=date(2024, 1, 1)) == ()


EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12)


@given(EDGES, st.randoms())
def test_components_do_not_depend_on_the_order_of_edges(pairs: list[tuple[int, int]], order: st.DataObject) -> None:
    edges = [Edge(a, b, EdgeKind.SAME, ()) for a, b in pairs]
    shuffled = list(edges)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    found = components(8, edges)
    assert found == components(8, shuffled)
    assert sorted(k for group in found for k in group) == list(range(8))


@given(EDGES)
def test_only_same_joins(pairs: list[tuple[int, int]]) -> None:
    edges = [Edge(a, b, EdgeKind.REFINES, ()) for a, b in pairs]
    assert components(8, edges) == [[k] for k in range(8)]
