"""Names that are known: a slip is no known name, and two known names are two."""

import pytest

from onrecord.records.listings import PartyKind
from onrecord.screening import score_pair
from onrecord.screening.known import KNOWN_NAMES, known_names
from onrecord.screening.words import alike_words, resemblance


def test_every_row_is_of_folded_words_and_in_order() -> None:
    rows = KNOWN_NAMES.read_text("ascii").splitlines()
    assert rows == sorted(rows)
    assert all(word.isalpha() and word.islower() for row in rows for word in row.split())


def test_spellings_of_one_name_share_a_row() -> None:
    names = known_names()
    assert names["soleimani"] & names["suleimani"]
    assert not names["baker"] & names["barker"]


@pytest.mark.parametrize(
    ("two", "slip"),
    [("baker barker", "baker bakre"), ("johnson johnston", "johnson jonhson"), ("carla carlo", "soleimani solemani")],
)
def test_two_known_names_are_further_apart_than_a_name_and_its_slip(two: str, slip: str) -> None:
    assert alike_words(*two.split()).score < 0.55 < alike_words(*slip.split()).score


def test_words_known_to_be_two_names_do_not_resemble_each_other() -> None:
    assert resemblance("alonso", "alberto") == 0
    assert resemblance("fazlur", "faizullur") > 0


def test_a_letter_that_makes_another_name_makes_another_person() -> None:
    assert score_pair("Carlos Hernandez", "Carlos Fernandez", PartyKind.PERSON) < 0.6
    assert score_pair("Carlos Hernandez", "Carlos Hernadnez", PartyKind.PERSON) > 0.7
