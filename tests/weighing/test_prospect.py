"""A deed that is only prepared for is expected, and supports no claim that it was done."""

import pytest

from onrecord.records import Stance
from tests.weighing.reading import said


@pytest.mark.parametrize(
    "text",
    [
        "Chad is preparing to send Peru 12 tanks, Norway said.",
        "Chad plans to send Peru 12 tanks, Norway said.",
        "Norway said a transfer of 12 tanks from Chad to Peru was imminent.",
        "Chad was about to send Peru 12 tanks, Norway said.",
    ],
)
def test_what_is_prepared_is_expected(text: str) -> None:
    found = said(text)
    assert {s.stance for s in found} <= {Stance.EXPECTS, Stance.COMMITS}
    assert not any(s.root is not None and s.root.counted for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "Chad has sent Peru 12 tanks, Norway said.",
        "Norway said Chad, which prepares a budget, had sent Peru 12 tanks.",
        "Chad sent Peru 12 tanks to prepare for an attack, Norway said.",
    ],
)
def test_what_was_done_is_asserted(text: str) -> None:
    assert said(text)[0].stance is Stance.ASSERTS
