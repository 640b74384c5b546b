"""Words for counts, spans of numbers and days."""

import pytest

from onrecord.publishing.words import number, some, span_of


@pytest.mark.parametrize(("n", "told"), [(0, "0 articles"), (1, "1 article"), (1200, "1,200 articles")])
def test_things_are_counted(n: int, told: str) -> None:
    assert some(n, "article") == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (400.0, 400.0, "400"), (90.0, 1200.0, "90 to 1,200"), (None, "2024-02-01", "... to 2024-02-01"),
        ("2024-02-01", None, "2024-02-01 to ..."), (2.5, 2.5, "2.5"),
    ],
)  # fmt: skip
def test_spans_are_told_from_end_to_end(low: float | str | None, high: float | str | None, told: str) -> None:
    assert span_of(low, high) == told


def test_a_small_number_keeps_its_digits() -> None:
    assert number(1e-9) == "1e-09"
