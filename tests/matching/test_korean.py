"""Korean syllables."""

import pytest

from onrecord.matching.korean import hangul_word, is_hangul


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("김정은", "kim jeongeun"),
        ("박근혜", "park geunhye"),
        ("이", "i"),
        ("조선광업개발무역회사", "joseongwangeopgaebalmuyeokhoesa"),
    ],
)
def test_a_family_name_stands_apart_only_in_a_name(word: str, read: str) -> None:
    assert hangul_word(word) == read


def test_what_is_a_syllable() -> None:
    assert is_hangul("김")
    assert not is_hangul("k")
