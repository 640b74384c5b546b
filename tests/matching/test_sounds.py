"""What transliterations of one name have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import heard, skeletons


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("qaani", "ghaani"), ("prigozhin", "prigojin"), ("khamenei", "hamenei"),
        ("mikhail", "michail"), ("chemezov", "tchemezov"),
        ("gaddafi", "qadhafi"), ("aqsa", "aghsa"), ("mueller", "muller"), ("jovan", "yovan"), ("mohammad", "mohamed"),
        ("chodorkowskij", "khodorkovsky"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_share_a_skeleton(a: str, b: str) -> None:
    assert set(skeletons(a)) & set(skeletons(b))


def test_vowels_are_heard() -> None:
    assert heard("bagheri") == heard("baqeri") != heard("bagher")


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_any_word_has_a_skeleton(word: str) -> None:
    assert skeletons(word)
    assert len(skeletons(word)) == len(set(skeletons(word)))
