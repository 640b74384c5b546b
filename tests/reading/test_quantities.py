"""Quantities: bounds, units, what they are of; and any text at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord

Found = tuple[str, float | None, float | None, bool, str, str | None]


def quantities(text: str) -> list[Found]:
    return [(q.text, q.low, q.high, q.approximate, q.unit, q.of) for q in onrecord.read(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway sent more than 400 missiles.", [("more than 400 missiles", 400, None, False, "item", "missiles")]),
        ("The rocket has a range of up to 700 km.", [("up to 700 km", None, 700, False, "km", "range")]),
        ("It moved about 40 tanks.", [("about 40 tanks", 40, 40, True, "item", "tanks")]),
        (
            "They cost between $2 million and $3 million.",
            [("between $2 million and $3 million", 2e6, 3e6, False, "USD", None)],
        ),
        ("Dozens of drones fell.", [("Dozens of drones", 24, None, True, "item", "drones")]),
        ("Norway sent several hundred shells.", [("several hundred shells", 200, 999, True, "item", "shells")]),
        ("Norway sent a few dozen rifles.", [("a few dozen rifles", 24, 119, True, "item", "rifles")]),
        ("It lost up to several hundred men.", [("up to several hundred men", None, 999, True, "item", "men")]),
        (
            "It lost several hundred thousand crowns.",
            [("several hundred thousand crowns", 2e5, 999_999, True, "item", "crowns")],
        ),
        ("The share fell by 5.5 percent.", [("5.5 percent", 5.5, 5.5, False, "percent", None)]),
        ("Two thousand rifles were found.", [("Two thousand rifles", 2000, 2000, False, "item", "rifles")]),
    ],
)
def test_amounts_are_intervals_with_units(text: str, expected: list[Found]) -> None:
    assert [found[:5] for found in quantities(text)] == [e[:5] for e in expected]
    for found, wanted in zip(quantities(text), expected, strict=True):
        assert wanted[5] is None or found[5] == wanted[5]


@pytest.mark.parametrize(
    "text",
    [
        "The Shahed-136 fell near the port.",
        "Resolution 2231 ended on 18 October 2023.",
        "One analyst said that several ships had left.",
        "Up to dozens of the ships may have left.",
    ],
)
def test_names_dates_and_pronouns_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["Three days later it left.", "He said it three times."])
def test_what_tells_when_or_how_often_is_no_quantity(text: str) -> None:
    assert quantities(text) == []


PIECES = st.sampled_from(
    [
        "more than",
        "up to",
        "about",
        "$",
        "€",
        "3",
        "1,500",
        "2.5",
        "million",
        "dozens of",
        "several",
        "a few",
        "hundred",
        "km",
        "tanks",
        "between",
        "and",
        "%",
        ".",
        "-",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=12))
def test_every_amount_is_an_interval_over_exact_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for q in onrecord.read(text).quantities:
        assert q.text == " ".join(text[a:b] for a, b in q.spans)
        assert q.low is not None or q.high is not None
        assert q.low is None or q.high is None or q.low <= q.high
