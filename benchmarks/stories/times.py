"""Days and periods as news writes them: by weekday, by month, in full."""

import calendar
import random
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Period", "day_words", "long_day", "month_of", "when_words"]

DASH = {"early": " ", "mid": "-", "late": " "}


@dataclass(frozen=True, slots=True)
class Period:
    """When something happened: a day, a third of a month (``early``, ``mid``, ``late``) or a year."""

    start: date
    grain: str

    @property
    def phrase(self) -> str:
        """The period in full, for the gold."""
        if self.grain == "day":
            return f"on {self.start.day} {calendar.month_name[self.start.month]} {self.start.year}"
        if self.grain == "year":
            return f"in {self.start.year}"
        return f"in {self.grain}{DASH[self.grain]}{calendar.month_name[self.start.month]} {self.start.year}"


def month_of(day: date) -> str:
    """Return the month's name."""
    return calendar.month_name[day.month]


def long_day(day: date, *, british: bool) -> str:
    """Return a day without its year: ``March 3`` or ``3 March``."""
    return f"{day.day} {month_of(day)}" if british else f"{month_of(day)} {day.day}"


def _full(day: date, today: date, british: bool) -> str:
    text = long_day(day, british=british)
    if day.year == today.year:
        return text
    return f"{text} {day.year}" if british else f"{text}, {day.year}"


def day_words(day: date, today: date, rng: random.Random, *, british: bool) -> str:
    """Return a phrase for a past day as seen from today: ``on Tuesday``, ``last week``, ``on March 3``."""
    away = (today - day).days
    if 0 <= away < 6:
        return f"on {calendar.day_name[day.weekday()]}"
    forms = [f"on {_full(day, today, british)}"] * 2
    if (today - timedelta(days=today.weekday()) - day).days in range(1, 8):
        forms += ["last week"] * 2
    if _months(day, today) == 0:
        forms.append("earlier this month")
    elif _months(day, today) == 1:
        forms.append("last month")
    elif day.year == today.year:
        forms.append(f"in {month_of(day)}")
    return rng.choice(forms)


def _months(day: date, today: date) -> int:
    return (today.year - day.year) * 12 + today.month - day.month


def when_words(period: Period, today: date, rng: random.Random, *, british: bool) -> str:
    """Return a phrase for a period as seen from today."""
    if period.grain == "year":
        return f"in {period.start.year}"
    if period.grain == "day":
        return day_words(period.start, today, rng, british=british)
    month = month_of(period.start)
    if period.start.year != today.year:
        month += f" {period.start.year}"
    forms = [f"in mid-{month}" if period.grain == "mid" else f"in {period.grain} {month}", f"in {month}"]
    if period.grain == "early":
        forms += [f"at the beginning of {month}", f"in the first days of {month}"]
    elif period.grain == "late":
        forms += [f"towards the end of {month}", f"in the last days of {month}"]
    else:
        forms.append(f"in the middle of {month}")
    if _months(period.start, today) == 1:
        forms += ["last month"] * 2
    elif _months(period.start, today) == 0:
        forms.append("earlier this month")
    elif _months(period.start, today) >= 2 and period.start.year == today.year - 1:
        forms.append("late last year" if period.start.month > 9 else "last year")
    return rng.choice(forms)
