"""Which statements are compared at all."""

from onrecord.weighing import edges_of, keys_of, relate
from onrecord.weighing.candidates import TOGETHER
from tests.weighing.reading import said


def test_every_edge_is_what_the_two_statements_alone_give() -> None:
    one = said("Iran sent missiles to Russia, Reuters reported. Iran sent drones to Syria, Mr Berg said.")
    other = said(
        "Iran denied sending missiles to Russia. The winter was long and hard in Oslo, Ms Lund said.", day="2024-03-01"
    )
    third = said("In Oslo the winter was long and hard, Mr Moen said.", day="2024-03-02")
    by_anchor = {s.anchor: s for s in (*one, *other, *third)}
    edges = [e for e in edges_of(list(by_anchor.values())) if e.reasons != (TOGETHER,)]
    assert len(edges) >= 2
    for edge in edges:
        assert relate(by_anchor[edge.a], by_anchor[edge.b]) == (edge.kind, edge.reasons)


def test_what_is_the_same_shares_a_key() -> None:
    one, *_ = said("Iran sent missiles to Russia, Mr Berg said.")
    other, *_ = said("The Kremlin got missiles from Tehran, Ms Lund said.", day="2024-03-01")
    assert set(keys_of(one)) & set(keys_of(other))
