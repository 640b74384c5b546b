"""When something was said: beside the cue, carried on, or not at all."""

from datetime import date
from functools import cache

import pytest

import onrecord
from onrecord.records import Statement

TUESDAY = date(2024, 2, 20)


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text published on a Tuesday that are not the author's."""
    return tuple(s for s in onrecord.read(text, published_on=TUESDAY).statements if s.cue is not None)


def days(text: str) -> list[date | None]:
    return [s.said_on.first if s.said_on else None for s in said(text)]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (19, "The ministry said on Monday that the port was closed."),
        (19, "On Monday, the ministry said the port was closed."),
        (19, "The port was closed, the ministry said on Monday."),
        (19, "“The port is closed,” Karl Brandt told Reuters on Monday."),
        (19, "The ministry denied on Monday that it had closed the port."),
        (20, "The ministry said on Tuesday that the port was closed."),
        (19, "The ministry said yesterday that the port was closed."),
        (4, "The company said in a statement on Feb. 4 that the port was closed."),
        (19, "Asked on Monday about the report, the spokesman said the port was closed."),
        (19, "The spokesman declined to comment on Monday."),
    ],
)
def test_a_day_beside_the_cue(day: int, text: str) -> None:
    assert days(text) == [date(2024, 2, day)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the port was closed.",
        "The ministry said the port would close on Thursday.",
        "“We closed the port on Monday,” the minister said.",
        "The ministry has repeatedly denied since 2019 that it closed the port.",
        "The ministry has always denied that it closed the port on Monday.",
        "The minister, who took office on Monday, said the port was closed.",
    ],
)
def test_no_day_beside_the_cue(text: str) -> None:
    assert days(text) == [None]


def test_a_day_is_carried_on_to_the_same_speaker() -> None:
    assert days("Karl Brandt said on Monday that the port was closed. “The ferry is safe,” Brandt said.") == [
        date(2024, 2, 19),
        date(2024, 2, 19),
    ]


def test_a_day_is_carried_on_to_the_pronoun_in_the_next_paragraph() -> None:
    text = "Karl Brandt, a spokesman, said on Monday that the port was closed.\n\n“The ferry is safe,” he said."
    assert days(text) == [date(2024, 2, 19)] * 2


def test_a_day_is_not_carried_on_to_somebody_else_or_too_far() -> None:
    text = "Karl Brandt said on Monday that the port was closed. Ada Lindqvist said the ferry was safe."
    assert days(text) == [date(2024, 2, 19), None]
    far = "Karl Brandt said on Monday that the port was closed." + "\n\nThe town is old." * 3
    assert days(far + "\n\nBrandt said the ferry was safe.") == [date(2024, 2, 19), None]


def test_a_general_denial_gets_no_day_from_the_words_before() -> None:
    text = "Karl Brandt said on Monday that the port was closed. Brandt has repeatedly denied that the ferry sank."
    assert days(text) == [date(2024, 2, 19), None]


def test_a_headline_has_no_day() -> None:
    text = "Minister said Monday port closed\n\nThe minister said on Monday that the port was closed."
    reading = onrecord.read(text, published_on=TUESDAY)
    assert reading.headline is not None
    assert days(text)[-1] == date(2024, 2, 19)
    end = reading.headline.spans[-1][1]
    assert all(s.said_on is None for s in said(text) if s.content.spans[0][0] < end)


def test_without_a_publication_day_a_weekday_is_no_day() -> None:
    (statement,) = onrecord.read("The ministry said on Monday that the port was closed.").statements
    assert statement.said_on is None or statement.said_on.first is None


def test_a_full_date_needs_no_publication_day() -> None:
    (statement,) = onrecord.read("The ministry said on 3 May 2021 that the port was closed.").statements
    assert statement.said_on is not None
    assert (statement.said_on.edtf, statement.said_on.first) == ("2021-05-03", date(2021, 5, 3))
