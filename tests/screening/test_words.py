"""What the dictionaries know of two words."""

import pytest

from onrecord.matching import How
from onrecord.screening.words import alike_words


@pytest.mark.parametrize(("a", "b"), [("mohammad", "mohamed"), ("aleksandr", "sasha"), ("qods", "quds"), ("lee", "ri")])
def test_forms_of_one_name(a: str, b: str) -> None:
    assert alike_words(a, b).how is How.FORM


@pytest.mark.parametrize(("a", "b"), [("maria", "mario"), ("hassan", "hussein"), ("zhang", "zheng")])
def test_two_known_names_are_no_slip_of_one(a: str, b: str) -> None:
    assert alike_words(a, b).score <= 0.5


def test_an_article_written_with_its_name() -> None:
    assert alike_words("alhassani", "hassani").score > 0.9
