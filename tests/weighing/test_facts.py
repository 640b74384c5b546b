"""What a statement says is done, in a form that two of them can be compared in."""

import pytest

from onrecord.weighing.facts import fact_of, fold, same_party
from tests.weighing.reading import said


def test_sides_goods_and_numbers() -> None:
    (first, *_) = said("Iran sent about 400 Fateh-110 missiles to Russia, the minister said.")
    fact = fact_of(first)
    assert fact is not None
    assert (fact.family, set(fact.giver), set(fact.taker)) == ("transfer", {"iran"}, {"russia"})
    assert fact.goods[0] == "Fateh-110"
    assert fact.goods[-1] == "arms"
    assert (fact.system, fact.low, fact.holds) == (True, 400, True)


def test_a_denial_holds_the_fact_to_be_none() -> None:
    denial = next(s for s in said("Iran denied sending missiles to Russia.") if s.statement.stance == "denies")
    fact = fact_of(denial)
    assert fact is not None
    assert fact.holds is False


def test_what_a_measure_is_about_is_not_told() -> None:
    (first, *_) = said("The sanctions on Iran’s sale of drones were lifted in 2023, the envoy said.")
    fact = fact_of(first)
    assert fact is not None
    assert fact.family == "end of measure"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Wagner", "the Wagner Group", True),
        ("Iran", "Iraq", False),
        ("Council", "Security Council", True),
        ("UN", "UN panel", False),
    ],
)
def test_the_same_party(a: str, b: str, same: bool) -> None:
    assert same_party(frozenset((fold(a),)), frozenset((fold(b),))) is same
