"""Lemma scripts turn a form into its lemma, and apply to forms they were not made from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.lemmas import apply_script, script_of


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
