"""Which lemmas a form may have."""

import pytest

from onrecord.registers.inflection import Irregular, by_form, stems


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("denies", "deny"), ("denied", "deny"), ("denying", "deny"), ("says", "say"), ("accused", "accuse"),
        ("accusing", "accuse"), ("rebutted", "rebut"), ("admitting", "admit"), ("passes", "pass"), ("claims", "claim"),
        ("press", "press"),
    ],
)  # fmt: skip
def test_rules(form: str, lemma: str) -> None:
    assert lemma in stems(form, {})


def test_a_form_with_two_lemmas() -> None:
    table = by_form([Irregular("found", "find"), Irregular("found", "found")])
    assert stems("found", table)[:3] == ["found", "find", "found"]


@pytest.mark.parametrize("form", ["", "s", "ed", "ing", "xs"])
def test_short_words(form: str) -> None:
    assert stems(form, {})[0] == form


def test_no_stem_of_a_double_s() -> None:
    assert stems("press", {}) == ["press"]
