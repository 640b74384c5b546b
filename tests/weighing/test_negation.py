"""What is told not to be so, where no frame tells of it."""

import pytest

from onrecord.records import Stance
from tests.weighing.reading import said


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("South Sudan had signed nothing with any firm in Serbia, Ambassador Peter Lokule said.", Stance.DENIES),
        ("No paper of this kind was registered with the office, Dragana Milovac said.", Stance.DENIES),
        ("The yard has no record of such a cargo, Karin Lane said.", Stance.WITHHOLDS),
        ("There is no doubt about the delivery, Karin Lane said.", Stance.ASSERTS),
        ("The cargo went to Serbia, Karin Lane said.", Stance.ASSERTS),
    ],
)
def test_how_a_negated_content_answers(text: str, stance: Stance) -> None:
    assert said(text)[0].stance is stance


def test_what_the_author_tells_not_to_be_so_is_told() -> None:
    found = said("The yard sent no rifles. The ship, Karin Lane said, had sailed.")
    assert all(
        s.stance is Stance.ASSERTS for s in found if s.source == "The Bergen Post" and s.fact and s.fact.holds is None
    )
