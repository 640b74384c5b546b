"""Which statements are compared at all."""

from dataclasses import replace

from onrecord.records import EdgeKind
from onrecord.weighing import edge_of, edges_of, keys_of, lookups_of, relate
from tests.weighing.reading import said


def test_every_edge_is_what_the_two_propositions_alone_give() -> None:
    one = said("Iran sent missiles to Russia, Reuters reported. Iran sent drones to Syria, Mr Berg said.")
    other = said(
        "Iran has sold Russia 400 missiles, Ms Dahl said. The long winter in Oslo was hard, Ms Lund said.",
        day="2024-03-01",
    )
    third = said("In Oslo the winter was long and hard, Mr Moen said.", day="2024-03-02")
    standing = {s.proposition: s for s in (*third, *other, *one)}
    edges = edges_of([*one, *other, *third])
    assert edges
    for edge in edges:
        assert relate(standing[edge.a], standing[edge.b]) == (edge.kind, edge.reasons)
        assert edge_of(standing[edge.b], standing[edge.a]) == edge


def test_what_is_said_in_the_same_way_is_one_proposition() -> None:
    one, *_ = said("Iran sent missiles to Russia, Mr Berg said.")
    other, *_ = said("Iran sent missiles to Russia, Mr Berg said.", outlet="The Oslo Times")
    assert one.proposition == other.proposition
    assert one.anchor != other.anchor


def test_what_is_the_same_shares_a_key_either_way() -> None:
    texts = (
        "Iran sent missiles to Russia, Mr Berg said.",
        "The Kremlin got missiles from Tehran, Ms Lund said.",
        "Iran sent missiles to Russia in January, Ms Lund said.",
        "Iran armed Russia, Mr Berg said.",
    )
    told = [said(text)[0] for text in texts]
    pairs = [(a, b) for a in told for b in told if a is not b and relate(a, b)[0] is EdgeKind.SAME]
    assert len(pairs) >= 6
    for a, b in pairs:
        assert set(keys_of(a)) & set(lookups_of(b))


def test_what_only_joins_another_has_no_proposition_of_its_own() -> None:
    found = said("Iran sent missiles to Russia, Reuters reported. Iran declined to comment on the report.")
    assert found[1].joins == found[0].anchor
    assert found[1].proposition is None
    assert keys_of(replace(found[1], fact=None, words=())) == ()


def test_goods_of_several_classes_are_found_by_each() -> None:
    a = said("Turkey sent drones and engines to Myanmar in May 2024, the envoy said.")[0]
    b = said("Myanmar got engines in May 2024, Mr Berg said.")[0]
    assert set(lookups_of(a)) & set(keys_of(b)) and set(lookups_of(b)) & set(keys_of(a))
