"""Days and instants as far as they are known."""

from datetime import UTC, datetime

import pytest

from onrecord.registers.moments import LATEST, moment_of


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-10-18", "2023-10-18", "2023-10-18"),
        ("2010-07-26?", "2010-07-26", "2010-07-26"),
        ("2009-06", "2009-06-01", "2009-06-30"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2025-09-28T00:00Z", "2025-09-28", "2025-09-28"),
        ("2020-09-19T20:00-04:00", "2020-09-20", "2020-09-20"),
        ("[2025-09-29..2025-09-30]", "2025-09-29", "2025-09-30"),
        ("[2009-06..2010]", "2009-06-01", "2010-12-31"),
    ],
)
def test_the_earliest_and_the_latest_instant(text: str, first: str, last: str) -> None:
    moment = moment_of(text)
    assert (moment.edtf, moment.first, moment.last) == (text, at(first), at(last))


def test_a_range_may_be_open() -> None:
    assert moment_of("[2025-09-30..]").last == LATEST
    assert moment_of("[..2025-09-30]").first.year == 1


def test_what_is_inferred_says_so() -> None:
    assert moment_of("2020-12-31?").inferred
    assert not moment_of("2020-12-31").inferred


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2023-13",
        "2023-02-30",
        "18 October 2023",
        "2025-09-28T00:00",
        "[..]",
        "[2025..2024]",
        "0000",
        "?",
        "[2025]",
        "2023-1",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller names file and field
        moment_of(text)
