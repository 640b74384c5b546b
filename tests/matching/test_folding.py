"""Names in any script come out as plain words, and folding them again changes nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import fold, is_latin


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Al-Qa'ida", "al qaida"),
        ("Al-Qa’ida", "al qaida"),
        ("L.L.C. Müller & Söhne", "llc muller and sohne"),
        ("  Soleymani,\tQasem ", "soleymani qasem"),
        ("Евгений Пригожин", "evgeniy prigozhin"),
        ("Григорій Гончар", "hryhoriy honchar"),
        ("حاجی\u200cزاده", "hajyzadah"),
        ("حاجیزاده", "hajyzadah"),
        ("الحسن", "al hsn"),
        ("김정은", "kim jeongeun"),
        ("习近平", "xi jinping"),
        ("欧阳修", "ouyang xiu"),
        ("Παπαδόπουλος", "papadopulos"),
        ("", ""),
        ("!!!", ""),
    ],
)
def test_what_a_name_folds_to(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_is_total_and_idempotent(text: str) -> None:
    once = fold(text)
    assert re.fullmatch(r"(?:[a-z0-9]+(?: [a-z0-9]+)*)?", once)
    assert fold(once) == once


@given(st.text(alphabet="abcdefgh xyz", min_size=1), st.sampled_from("\u200b\u200c\u200d\u200e\u00ad\ufeff"))
def test_what_is_not_seen_does_not_count(text: str, joiner: str) -> None:
    assert fold(joiner.join(text)) == fold(text)


def test_which_names_have_latin_letters() -> None:
    assert is_latin("Müller")
    assert not is_latin("سلیمانی")
