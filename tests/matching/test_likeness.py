"""How near two words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import How, by_consonants, likeness

WORDS = st.text(alphabet="abcdehikmnrsz", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("a", "b", "least", "most"),
    [
        ("soleimani", "soleimani", 1, 1),
        ("qaani", "ghaani", 0.95, 0.99),
        ("prigozhin", "prigozin", 0.8, 0.99),
        ("ali", "ail", 0.7, 0.85),
        ("bagheri", "bagher", 0.5, 0.75),
        ("mohammad", "mohammadi", 0.5, 0.75),
        ("bush", "habbash", 0, 0.6),
        ("shig", "ceiec", 0, 0.8),
        ("3", "4", 0, 0),
        ("3", "three", 0, 0),
    ],
)
def test_how_near(a: str, b: str, least: float, most: float) -> None:
    assert least <= likeness(a, b).score <= most


@given(WORDS, WORDS)
def test_it_is_symmetric_and_between_0_and_1(a: str, b: str) -> None:
    assert likeness(a, b).score == pytest.approx(likeness(b, a).score)
    assert 0 <= likeness(a, b).score <= 1
    assert likeness(a, a) == (1, How.EXACT)


def test_a_script_without_vowels_is_compared_by_consonants() -> None:
    assert by_consonants("slymany", "soleimani").score > 0.9
    assert by_consonants("slymany", "putin").score == 0
