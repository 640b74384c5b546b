"""Nouns for measures."""

import pytest

from onrecord.errors import RegisterError
from onrecord.registers import MeasureKind, measure_nouns
from onrecord.registers.measure_nouns import load_measure_nouns
from tests.registers.conftest import Spoil


def test_what_surely_names_a_measure_and_what_may() -> None:
    nouns = measure_nouns()
    assert nouns["embargo"].kind is MeasureKind.MEASURE
    assert nouns["rule"].kind is MeasureKind.VAGUE
    assert nouns["resolution"].kind is MeasureKind.ACT
    assert "missile" not in nouns


def test_two_words_are_refused(spoiled: Spoil) -> None:
    folder = spoiled("lexicon/en/measures.csv", "ban,", "travel ban,measure,A [travel ban] was put on him.")
    with pytest.raises(RegisterError, match="noun 'travel ban'; expected one word"):
        load_measure_nouns(folder)
