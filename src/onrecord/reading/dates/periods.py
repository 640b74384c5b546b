"""Stretches of the calendar with their EDTF values, and those that come back every week or year."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum
from typing import Literal

from onrecord.records import When

__all__ = [
    "SOME_DAY",
    "WINTER",
    "Direction",
    "Grain",
    "Period",
    "Recurring",
    "back",
    "clip",
    "nothing",
    "shift",
    "stretch",
    "third",
]

Direction = Literal["past", "future"]
Part = Literal["early", "mid", "late"]


SOME_DAY = "XXXX-XX-XX"
"""EDTF of a day of which nothing is known (ISO 8601-2:2019, unspecified digits)."""
WINTER = "XXXX-24"
"""EDTF of a winter of no year: it alone runs over the turn of the year, so "this winter" asks for a direction."""


class Grain(IntEnum):
    """How fine a period is; OTHER is what has no place among the units."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    QUARTER = 4
    SEASON = 5
    HALF = 6
    YEAR = 7
    DECADE = 8
    CENTURY = 9
    OTHER = 10


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days.

    Attributes:
        edtf: its EDTF value.
        first: first day; None for an open start or where there is no interval.
        last: last day, inclusive; None for an open end or where there is no interval.
        grain: how fine it is.
    """

    edtf: str
    first: date | None
    last: date | None
    grain: Grain = Grain.OTHER

    def when(self) -> When:
        """Return it as a record."""
        return When(self.edtf, self.first, self.last)

    @staticmethod
    def day(day: date) -> "Period":
        """Return a day."""
        return Period(day.isoformat(), day, day, Grain.DAY)

    @staticmethod
    def week(day: date, weeks: int = 0) -> "Period":
        """Return the week, Monday to Sunday, that lies ``weeks`` after the one of a day."""
        monday = day + timedelta(days=7 * weeks - day.weekday())
        return stretch(monday, monday + timedelta(days=6), Grain.WEEK)

    @staticmethod
    def weekend(day: date, weeks: int = 0) -> "Period":
        """Return the weekend of that week."""
        saturday = day + timedelta(days=7 * weeks - day.weekday() + 5)
        return stretch(saturday, saturday + timedelta(days=1), Grain.DAY)

    @staticmethod
    def months(year: int, month: int, count: int = 1) -> "Period":
        """Return whole months from one on; a month of 13 or 0 is counted on into the years beside."""
        year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
        last = date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
        name = f"{year:04}-{month:02}"
        edtf = name if count == 1 else f"{name}/{end_year:04}-{end_month:02}"
        return Period(edtf, date(year, month, 1), last, Grain.MONTH if count == 1 else Grain.OTHER)

    @staticmethod
    def year(year: int, count: int = 1) -> "Period":
        """Return whole years."""
        edtf = f"{year:04}" if count == 1 else f"{year:04}/{year + count - 1:04}"
        grain = Grain.YEAR if count == 1 else Grain.OTHER
        return Period(edtf, date(year, 1, 1), date(year + count - 1, 12, 31), grain)

    @staticmethod
    def part_of_year(year: int, number: int) -> "Period":
        """Return a season (21-24), quarter (33-36) or half (40, 41) by its EDTF number; winter begins in December."""
        start, count, grain = {
            21: (3, 3, Grain.SEASON), 22: (6, 3, Grain.SEASON), 23: (9, 3, Grain.SEASON), 24: (12, 3, Grain.SEASON),
            33: (1, 3, Grain.QUARTER), 34: (4, 3, Grain.QUARTER), 35: (7, 3, Grain.QUARTER), 36: (10, 3, Grain.QUARTER),
            40: (1, 6, Grain.HALF), 41: (7, 6, Grain.HALF),
        }[number]  # fmt: skip
        whole = Period.months(year, start, count)
        return Period(f"{year:04}-{number}", whole.first, whole.last, grain)

    @staticmethod
    def decade(year: int) -> "Period":
        """Return the decade that a year begins."""
        return Period(f"{year // 10:03}X", date(year, 1, 1), date(year + 9, 12, 31), Grain.DECADE)

    @staticmethod
    def century(number: int) -> "Period":
        """Return a century by its hundred: 18 for the 1800s."""
        start = 100 * number
        return Period(f"{number:02}XX", date(max(1, start), 1, 1), date(start + 99, 12, 31), Grain.CENTURY)

    @staticmethod
    def fiscal(year: int, count: int = 1) -> "Period":
        """Return a fiscal year of the United States, which begins in October of the year before."""
        return stretch(date(year - 1, 10, 1), date(year + count - 1, 9, 30), Grain.OTHER)


def stretch(first: date, last: date, grain: Grain = Grain.OTHER) -> Period:
    """Return the days from one to another."""
    if first == last:
        return Period.day(first)
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, grain)


def nothing(edtf: str = SOME_DAY, grain: Grain = Grain.OTHER) -> Period:
    """Return a time that gives no interval."""
    return Period(edtf, None, None, grain)


def shift(day: date, unit: str, n: int) -> date:
    """Return the day that lies ``n`` units after one; the last of its month where the month is too short."""
    if unit in ("hour", "day", "week", "fortnight"):
        days = round(n / 24) if unit == "hour" else n * {"day": 1, "week": 7, "fortnight": 14}[unit]
        return day + timedelta(days=days)
    months = n * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def back(day: date, unit: str, n: int) -> Period:
    """Return the unit that lies ``n`` units after that of a day, before it if ``n`` is negative."""
    other = shift(day, unit, n)
    if unit in ("hour", "day"):
        return Period.day(other)
    if unit in ("week", "fortnight"):
        return Period.week(other)
    if unit == "month":
        return Period.months(other.year, other.month)
    if unit == "quarter":
        return Period.part_of_year(other.year, 33 + (other.month - 1) // 3)
    return Period.year(other.year)


def containing(day: date, unit: str) -> Period | None:
    """Return the unit that a day lies in; None where it has none."""
    if unit == "decade":
        return Period.decade(day.year // 10 * 10)
    if unit == "century":
        return Period.century(day.year // 100)
    return back(day, unit, 0) if unit != "hour" else None


def third(period: Period, part: str) -> Period:
    """Return the early, middle or late part of a period; the whole where thirds make no sense."""
    k = {"early": 0, "mid": 1, "late": 2}[part]
    first, last = period.first, period.last
    if first is None or last is None:
        return nothing(period.edtf)
    match period.grain:
        case Grain.WEEK:
            begin, end = ((0, 2), (1, 3), (3, 6))[k]
            return stretch(first + timedelta(days=begin), first + timedelta(days=end))
        case Grain.MONTH:
            return stretch(first.replace(day=1 + 10 * k), last if k == 2 else first.replace(day=10 + 10 * k))
        case Grain.QUARTER | Grain.SEASON:
            return Period.months(first.year, first.month + k)
        case Grain.HALF:
            return Period.months(first.year, first.month + 2 * k, 2)
        case Grain.YEAR:
            return Period.months(first.year, 1 + 4 * k, 4)
        case Grain.DECADE:
            return Period.year(first.year + (0, 4, 7)[k], (4, 3, 3)[k])
        case Grain.CENTURY:
            return Period.year(last.year - 99 + (0, 34, 67)[k], (34, 33, 33)[k])
    return period


def clip(period: Period, day: date, part: Literal["early", "late"]) -> Period:
    """Return what of a period lies up to a day, or from it on; the whole if the day lies outside."""
    first, last = period.first, period.last
    if first is None or last is None or not first <= day <= last:
        return period
    return stretch(first, day) if part == "early" else stretch(day, last)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A time that comes back and that only the publication day and the tense pin down.

    Attributes:
        at: the one in the week (or year) of a day, or that many weeks (years) after; None if there is none.
        edtf: its value where nothing pins it down.
        wrap: what is done with the one that is meant.
    """

    at: Callable[[date, int], Period | None]
    edtf: str
    wrap: tuple[Callable[[Period], Period], ...] = field(default=())

    def then(self, change: Callable[[Period], Period]) -> "Recurring":
        """Return the same with one thing more done to it."""
        return Recurring(self.at, self.edtf, (*self.wrap, change))

    def instance(self, day: date, k: int) -> Period | None:
        """Return the one in the week or year of a day, or ``k`` after."""
        found = self.at(day, k)
        for change in self.wrap if found else ():
            found = change(found) if found else None
        return found

    def near(self, day: date | None, direction: Direction, *, strict: bool = False) -> Period:
        """Return the nearest one that has begun by a day or has not ended by it.

        Args:
            day: the day to count from; None gives no interval.
            direction: to the past or to the future.
            strict: it has to be over by then, or yet to begin.
        """
        if day is None:
            return nothing(self.edtf)
        for k in range(1, -10, -1) if direction == "past" else range(-1, 10):
            found = self.instance(day, k)
            if found and found.first and found.last:
                edge = found.last if (direction == "past") == strict else found.first
                gap = (day - edge).days if direction == "past" else (edge - day).days
                if gap >= int(strict):
                    return found
        return nothing(self.edtf)

    def this(self, day: date | None) -> Period:
        """Return the one of the same week or year."""
        found = self.instance(day, 0) if day else None
        return found or nothing(self.edtf)


def weekday(number: int) -> Recurring:
    """Return a day of the week, Monday being 0."""
    return Recurring(lambda d, k: Period.day(d + timedelta(days=number - d.weekday() + 7 * k)), "XXXX-XX-XX")


def month(number: int) -> Recurring:
    """Return a month."""
    return Recurring(lambda d, k: Period.months(d.year + k, number), f"XXXX-{number:02}")


def month_day(number: int, day: int) -> Recurring:
    """Return a day of the year."""

    def at(d: date, k: int) -> Period | None:
        year = d.year + k
        return Period.day(date(year, number, day)) if day <= calendar.monthrange(year, number)[1] else None

    return Recurring(at, f"XXXX-{number:02}-{day:02}")


def part_of_year(number: int) -> Recurring:
    """Return a season, quarter or half by its EDTF number."""
    return Recurring(lambda d, k: Period.part_of_year(d.year + k, number), f"XXXX-{number}")
