"""Days given by people."""

from datetime import date

import pytest

from onrecord.acquiring import parse_day
from onrecord.acquiring.days import iso_day
from onrecord.errors import DateError


def test_a_day_is_year_month_day() -> None:
    assert parse_day("2024-02-22", "--published") == date(2024, 2, 22)
    assert parse_day(" 2024-02-29 ", "--published") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text", ["", "2024-02-30", "2024-2-3", "22.02.2024", "20240222", "2024-W08-4", "today", "２０２４-02-22"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(DateError, match=r"^--published: got \".*\"; expected a calendar day as YYYY-MM-DD$"):
        parse_day(text, "--published")


def test_an_instant_is_no_day_for_the_command_line() -> None:
    with pytest.raises(DateError):
        parse_day("2024-02-22T10:00", "--published")


@pytest.mark.parametrize(
    "text", ["2024-02-22T23:30:00Z", "2024-02-22 9:05", "2024-02-22t10:00:00.5+03:30", "2024-02-22\t10:00 -5"]
)
def test_an_instant_gives_the_day_written_there(text: str) -> None:
    assert iso_day(text) == date(2024, 2, 22)


def test_a_message_stays_on_one_line() -> None:
    with pytest.raises(DateError) as caught:
        parse_day("2024\n\x1b[31m", "--published")
    assert str(caught.value) == '--published: got "2024\\n\\x1b[31m"; expected a calendar day as YYYY-MM-DD'
