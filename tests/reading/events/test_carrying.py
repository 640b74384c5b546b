"""Sides carried on from the sentence before."""

from tests.reading.events.reading import event, names

FIRST = "Norway sold six tanks to Chile. "


def test_both_sides_are_carried_on() -> None:
    assert names(event(FIRST + "The sales began in May.", "sales")) == {"supplier": ["Norway"], "recipient": ["Chile"]}


def test_a_side_told_otherwise_stays_alone() -> None:
    assert names(event(FIRST + "The sales to Peru began in May.", "sales")) == {"recipient": ["Peru"]}


def test_nobody_is_on_both_sides() -> None:
    text = FIRST + "Sales by Chile came later."
    assert names(event(text, "Sales")) == {"supplier": ["Chile"]}


def test_nothing_is_carried_over_a_sentence_between() -> None:
    text = FIRST + "The weather was fine. The transfer of rifles went on."
    assert names(event(text, "transfer")) == {"goods": ["rifles"]}
