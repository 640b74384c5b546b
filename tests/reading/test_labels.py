"""Marks tell apart what lower-casing hides."""

from itertools import product

import pytest

from onrecord.reading.labels import CASES, SPECIAL_MARK, case_of, mark_of


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("said", "lower"),
        ("Iran", "title"),
        ("I", "title"),
        ("UN", "upper"),
        ("F-16", "upper"),
        ("McCain", "mixed"),
        ("2024", "digit"),
        ("—", "mark"),
        ("ولایتی", "lower"),
    ],
)
def test_case(word: str, case: str) -> None:
    assert CASES[case_of(word)] == case


def test_every_combination_has_a_row_of_its_own() -> None:
    rows = {mark_of(c, q, s, h) for c, q, s, h in product(range(len(CASES)), (False, True), range(3), (False, True))}
    assert rows == set(range(SPECIAL_MARK))
