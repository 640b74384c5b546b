"""Words for counts, spans of numbers and days."""

from datetime import date

import pytest

from onrecord.publishing.words import days_of, number, some, sourced, span_of


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


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2024, 2, 1), date(2024, 2, 1), "2024-02-01"), (date(2024, 1, 1), date(2024, 1, 31), "2024-01-01 to 2024-01-31"),
        (None, date(2024, 3, 15), "by 2024-03-15"), (date(2024, 1, 1), None, "2024-01-01 or later"), (None, None, "no day told"),
    ],
)  # fmt: skip
def test_days_are_told_as_far_as_they_are_known(first: date | None, last: date | None, told: str) -> None:
    assert days_of(first, last) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("https://example.org/act", ("https://example.org/act", "")),
        ("https://example.org/act (Art. 5, page 3)", ("https://example.org/act", "(Art. 5, page 3)")),
        ("Official Journal L 115", (None, "Official Journal L 115")),
        ("javascript:alert(1)", (None, "javascript:alert(1)")),
        ("https://example.org/left-out... p. 37", (None, "https://example.org/left-out... p. 37")),
        ("https:// (nothing)", (None, "https:// (nothing)")),
        ("http://[::1", (None, "http://[::1")),
    ],
)
def test_the_address_of_a_source_ends_where_a_note_begins(source: str, told: tuple[str | None, str]) -> None:
    assert sourced(source) == told
