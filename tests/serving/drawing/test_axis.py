"""Days along a line."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.serving.drawing.axis import Axis, axis_of, width_of

DAYS = st.dates()


@given(a=DAYS, b=DAYS)
def test_labels_stay_inside_and_do_not_touch(a: date, b: date) -> None:
    axis = axis_of(min(a, b), max(a, b), 10, 700)
    boxes = [(t.x - width_of(t.label) / 2, t.x + width_of(t.label) / 2) for t in axis.ticks]
    assert boxes
    assert all(left >= 10 and right <= 700 for left, right in boxes)
    assert all(first[1] < second[0] for first, second in pairwise(boxes))
    assert len({t.label for t in axis.ticks}) == len(boxes)


@given(a=DAYS, b=DAYS, day=DAYS)
def test_days_keep_their_order(a: date, b: date, day: date) -> None:
    axis = axis_of(min(a, b), max(a, b), 10, 700)
    later = day + timedelta(1) if day < date.max else day
    assert 10 <= axis.begin(day) <= axis.middle(day) <= axis.finish(day) <= 700
    assert axis.begin(day) <= axis.begin(later)
    assert axis.start <= min(a, b) <= max(a, b) <= axis.end


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2024-02-01", "2024-02-05", ["1 Feb 2024", "3 Feb 2024", "5 Feb 2024", "7 Feb 2024"]),
        ("2024-01-01", "2024-06-30", ["Feb 2024", "Mar 2024", "Apr 2024", "May 2024", "Jun 2024"]),
        ("1990-01-01", "2024-06-30", ["1995", "2000", "2005", "2010", "2015", "2020"]),
    ],
)  # fmt: skip
def test_ticks_are_days_months_years_as_there_is_room(start: str, end: str, told: list[str]) -> None:
    axis = axis_of(date.fromisoformat(start), date.fromisoformat(end), 0, 560)
    assert [t.label for t in axis.ticks] == told


def test_weeks_begin_on_mondays() -> None:
    axis = axis_of(date(2024, 1, 1), date(2024, 2, 20), 0, 900)
    days = [axis.start + timedelta((t.x - 0) / 900 * ((axis.end - axis.start).days + 1)) for t in axis.ticks]
    assert {d.weekday() for d in days} == {0}


def test_wide_scripts_take_more_room() -> None:
    assert width_of("東京") > width_of("Tk")
    assert Axis(date(2024, 1, 1), date(2024, 1, 10), 0, 100).middle(date(2024, 1, 1)) == 5
