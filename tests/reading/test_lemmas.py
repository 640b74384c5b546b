"""Lemma scripts turn a form into its lemma, and apply to forms they were not made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.lemmas import apply_script, lemma_of, script_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("denied", "deny"), ("Went", "go"), ("Missiles", "missile"), ("n't", "not"), ("Tehran", "Tehran"), ("US", "US")],
)
def test_a_script_gives_back_the_lemma_it_was_made_for(form: str, lemma: str) -> None:
    assert apply_script(form, script_of(form, lemma)) == lemma


@given(st.text(), st.text(min_size=1))
def test_any_pair_has_a_script(form: str, lemma: str) -> None:
    assert apply_script(form, script_of(form, lemma)) == lemma


def test_scripts_carry_over_to_other_words() -> None:
    assert apply_script("Supplies", script_of("denies", "deny")) == "supply"


def test_a_script_that_cuts_more_than_there_is_leaves_the_word() -> None:
    assert apply_script("Go", script_of("went", "go")) == "go"


WORDS = {"deny", "expect", "expected"}


@pytest.mark.parametrize(
    ("form", "upos", "scripts", "lemma"),
    [
        ("denies", "VERB", ("l1.", "l3.y"), "deny"),
        ("expected", "VERB", ("l1.", "l2."), "expect"),
        ("Expected", "ADJ", ("l0.", "l2."), "expected"),
        ("denied", "VERB", ("l0.", "l1."), "deny"),
        ("expected", "VERB", ("l2.y", "l0."), "expect"),
    ],
)
def test_what_makes_a_word_wins(form: str, upos: str, scripts: tuple[str, ...], lemma: str) -> None:
    assert lemma_of(form, upos, scripts, WORDS) == lemma


def test_without_a_known_word_the_likeliest_script_stands() -> None:
    assert lemma_of("Zolfaghars", "PROPN", ("k1.", "l1."), WORDS) == "Zolfaghar"
