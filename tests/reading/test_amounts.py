"""Numbers in figures and words."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Hundreds of thousands of shells were sent.", 200_000, "item"),
        ("It was a 12.7-billion-peso deal.", 12.7e9, "PHP"),
        ("The firm handed over 100 rifles.", 100, "item"),
        ("3 km", 3, "km"),
    ],
)
def test_scales_joined_words_and_the_end_of_a_text(text: str, low: float, unit: str) -> None:
    (found,) = onrecord.read(text).quantities
    assert (found.low, found.unit) == (low, unit)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Norway sold half a million shells.", 500_000, "item"),
        ("Norway sold two dozen jeeps to Chile.", 24, "item"),
        ("The deal cost C$14 million.", 14_000_000, "CAD"),
        ("Norway paid a $23 billion bill.", 23_000_000_000, "USD"),
        ("The firm asked for €4.1 million.", 4_100_000, "EUR"),
        ("Sixty rockets were fired; only 23 arrived.", 23, "item"),
        ("The shells lay there for 18 days before they were flown out.", 18, "day"),
    ],
)
def test_amounts_in_words_and_alone(text: str, low: float, unit: str) -> None:
    found = onrecord.read(text).quantities or ()
    assert (low, unit) in [(q.low, q.unit) for q in found]


def test_a_year_and_a_day_of_the_month_are_no_amounts() -> None:
    text = "The embargo of 2015 ended. It snapped back in 2025, after 2023."
    assert not onrecord.read(text).quantities
