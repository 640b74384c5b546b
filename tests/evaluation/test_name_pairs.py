"""The pairs that weights are chosen on."""

import pytest

from evaluation.name_pairs import best_threshold, f1_of, written_pairs


def test_the_written_pairs_are_of_both_kinds_and_each_once() -> None:
    pairs = written_pairs()
    assert {p.same for p in pairs} == {True, False}
    assert len({(p.one, p.other) for p in pairs}) == len(pairs)


def test_f1_and_the_threshold_where_it_is_highest() -> None:
    scored = [(0.9, True), (0.8, True), (0.7, False), (0.2, False)]
    assert f1_of(scored, 0.5) == pytest.approx(0.8)
    assert 0.7 < best_threshold(scored) <= 0.8
