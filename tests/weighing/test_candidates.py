"""Which statements are compared at all."""

from onrecord.weighing import edges_of, relate
from tests.weighing.reading import said


def test_every_edge_is_what_the_two_statements_alone_give() -> None:
    text = (
        "Iran sent missiles to Russia, Reuters reported. Iran denied sending missiles to Russia. "
        "Iran sent drones to Syria, Mr Berg said. "
        "The winter was long and hard in Bergen, Mr Berg said. In Bergen the winter was long, Ms Lund said."
    )
    all_said = said(text)
    edges = [e for e in edges_of(all_said) if e.reasons != ("answers it",)]
    assert edges
    for edge in edges:
        assert relate(all_said[edge.a], all_said[edge.b]) == (edge.kind, edge.reasons)


def test_a_reaction_without_a_fact_answers_what_concerns_its_side() -> None:
    text = (
        "Iran sent missiles to Russia, Reuters reported. Chile bought tanks, it added. "
        "Iran's foreign minister called the report baseless."
    )
    all_said = said(text)
    answered = [all_said[e.a].statement.content.text for e in edges_of(all_said) if e.reasons == ("answers it",)]
    assert answered == ["Iran sent missiles to Russia"]
