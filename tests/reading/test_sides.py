"""Whose side the subject of a content is on: the own side commits, of others one expects."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Stance, Statement


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


def stance(text: str) -> Stance | None:
    (statement,) = said(text)
    return statement.stance


SPOKESMAN = "Norwegian foreign ministry spokesman Karl Brandt"


@pytest.mark.parametrize(
    "text",
    [
        "“We will publish the letter,” the minister said.",
        "“I will resign,” the minister said.",
        "The minister said his country would return the engines.",
        "The ministry said its army would leave the town.",
        "The company said it would return the engines.",
        "Karl Brandt said he would publish the letter.",
        "Norway said it would close the harbour.",
        "The Norwegian foreign minister said Norway would return the engines.",
        "Norwegian defence minister Karl Brandt said the government would close the harbour.",
        "The Norwegian foreign ministry spokesman said the ministry will return the engines.",
        f"{SPOKESMAN} said the ministry will return the engines.",
        f"{SPOKESMAN} said the country will return the engines.",
        f"{SPOKESMAN} said Norway will return the engines.",
    ],
)
def test_for_the_own_side_one_commits(text: str) -> None:
    assert stance(text) is Stance.COMMITS


@pytest.mark.parametrize(
    "text",
    [
        "“They will publish the letter,” the minister said.",
        "“He will resign,” the minister said.",
        "Karl Brandt said prices would fall.",
        "The company said the ministry would return the engines.",
        "The minister said the company would return the engines.",
        "Norway said Denmark would close the harbour.",
        "The Norwegian foreign minister said Denmark would return the engines.",
        "Analyst Karl Brandt said the government would close the harbour.",
        "Karl Brandt, a sailor, said the country will return the engines.",
        f"{SPOKESMAN} said Denmark will return the engines.",
    ],
)
def test_of_others_one_expects(text: str) -> None:
    assert stance(text) is Stance.EXPECTS
