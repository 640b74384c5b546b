"""Days: of the week, of the month, in figures, by name."""

import calendar
import re
from datetime import date, timedelta

from onrecord.reading.dates import periods
from onrecord.reading.dates.periods import SOME_DAY, Grain, Period, Recurring, nothing
from onrecord.reading.dates.view import DASHES, Match, View
from onrecord.reading.dates.words import (
    DAY_PARTS,
    MONTHS,
    MONTHS_SHORT,
    MOVABLE_FEASTS,
    PLAIN_FEASTS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
)
from onrecord.reading.dates.years import month_at, relative_year, year_after
from onrecord.records.values import EntityKind

__all__ = ["calendar_day", "day_part", "feast", "named_day", "numeric", "the_nth", "weekday"]

FIGURES = re.compile(r"(\d{1,4})([./])(\d{1,2})\2(\d{2,4})")
MONTH_FIGURES = re.compile(r"(0[1-9]|1[0-2])/(\d{4})")
BEFORE_NTH = frozenset(
    ("on", "by", "until", "till", "since", "before", "after", "from", "to", "between", "of", "and", "through")
)
PAPERS = frozenset(
    (
        "times",
        "telegraph",
        "mirror",
        "express",
        "mail",
        "herald",
        "post",
        "independent",
        "star",
        "world",
        "business",
        "tribune",
    )
)
"""What follows a day of the week in the name of a newspaper."""


def day_part(view: View, i: int) -> int:
    """Return where a part of the day that follows a day ends: "Wednesday | evening"; the same place if none does."""
    k = view.skip(i, ("early", "late"))
    return k + 1 if view.is_in(k, DAY_PARTS) and not view.is_in(k + 1, ("of",)) else i


def _weekday_number(view: View, i: int) -> int | None:
    """Return the number of the day of the week a piece names, Monday being 0."""
    word = view.low[i]
    number = WEEKDAYS.get(word)
    if number is not None:
        if view.is_in(i + 1, PAPERS) and view.capital(i + 1):
            return None
        return number if view.capital(i) and not view.named(i, EntityKind.ORGANISATION) else None
    if word not in WEEKDAYS_SHORT or not view.capital(i):
        return None
    dotted = view.word(i).endswith(".") or view.word(i + 1) == "."
    beside = view.skip(i + 1, (",", "."))
    dated = view.is_in(beside, MONTHS) or view.is_in(beside, MONTHS_SHORT) or _day_number(view, beside) is not None
    sure = WEEKDAYS_SHORT[word] not in (0, 5, 6) or dated
    return WEEKDAYS_SHORT[word] if (dotted or dated) and sure else None


def weekday(view: View, i: int) -> Match | None:
    """Read "Wednesday", "Wednesday evening", "Wednesday, Feb. 21", "Friday last week"."""
    number = _weekday_number(view, i)
    if number is None or (view.low[i - 1] == "bloody"):
        return None
    end = view.skip(day_part(view, i + 1), (".",) if view.low[i] in WEEKDAYS_SHORT and view.low[i + 2] else ())
    inner = view.skip(end, (",", "("))
    dated = calendar_day(view, view.skip(inner, ("the",))) or numeric(view, inner)
    if dated is None and view.ordinal(view.skip(inner, ("the",))):
        dated = the_nth(view, view.skip(inner, ("the",)), sure=True)
    if dated and not view.is_in(inner + 1, DAY_PARTS):
        return Match(view.skip(dated.end, (")",) if view.is_in(inner - 1, ("(",)) else ()), dated.value)
    week = _which_week(view, end)
    if week and view.today:
        day = view.today + timedelta(days=7 * week[1] + number - view.today.weekday())
        return Match(week[0], Period.day(day))
    return Match(end, periods.weekday(number))


def _which_week(view: View, i: int) -> tuple[int, int] | None:
    """Read the "(of) last week" after a weekday: where it ends and how many weeks from this one."""
    k = view.skip(i, ("of", "in"))
    if view.is_in(k, ("last", "this", "next")) and view.is_in(k + 1, ("week",)):
        return k + 2, {"last": -1, "this": 0, "next": 1}[view.low[k]]
    return None


def _day_number(view: View, i: int) -> tuple[int, int] | None:
    """Return where the number of a day of the month ends, and the number: "3", "3rd", "third"."""
    word = view.low[i] if i < len(view.low) else ""
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return (i + 1, int(word)) if 1 <= int(word) <= 31 else None
    found = view.ordinal(i)
    return found if found and 1 <= found[1] <= 31 else None


def calendar_day(view: View, i: int) -> Match | None:
    """Read a day and a month in either order, with or without a year."""
    number = month_at(view, i)
    if number:
        k = view.skip(view.skip(i + 1, (".",)), ("the",))
        k = k + 1 if view.is_in(k, DASHES) and view.low[k - 1] in MONTHS_SHORT else k
        day = _day_number(view, k)
        return _dated(view, day[0], number, day[1]) if day and not _counts(view, i, k) else None
    day = _day_number(view, i)
    if day is None:
        return None
    k = view.skip(view.skip(day[0], ("day",)), ("of", *DASHES))
    number = month_at(view, k)
    return (
        _dated(view, view.skip(k + 1, (".",) if _year_follows(view, k + 2) else ()), number, day[1]) if number else None
    )


def _year_follows(view: View, i: int) -> bool:
    return i < len(view.low) and len(view.low[i]) == 4 and view.low[i].isdigit()


def _counts(view: View, month: int, day: int) -> bool:
    """Whether the number after a month counts what follows it: "in March 20 people were hurt"."""
    head = view.parse.heads[view.at[day]]
    counted = (
        head is not None
        and head > view.at[day]
        and head <= view.at[day] + 3
        and view.parse.relations[view.at[day]].startswith("nummod")
        and view.parse.upos[head] == "NOUN"
    )
    return counted and view.is_in(month - 1, ("in", "since", "until", "by")) and view.low[day].isdigit()


def _dated(view: View, end: int, month: int, day: int) -> Match | None:
    """Add the year that may follow a day and a month."""
    if day > calendar.monthrange(2000, month)[1]:
        return None
    k = view.skip(end, DASHES) if view.low[end - 1] in MONTHS or view.low[end - 1] in MONTHS_SHORT else end
    found = year_after(view, k, comma=True)
    if found:
        try:
            return Match(found[0], Period.day(date(found[1], month, day)))
        except ValueError:
            return None
    if (month, day) == (9, 11) and view.is_in(end, ("attacks", "attack", "terrorist")):
        return Match(end, Period.day(date(2001, 9, 11)))
    return Match(end, periods.month_day(month, day))


def the_nth(view: View, i: int, *, sure: bool = False) -> Match | None:
    """Read "the 15th" at its number: a day of the publication month, or of the month that follows."""
    found = view.ordinal(i)
    if found is None or not 1 <= found[1] <= 31 or not view.low[i][0].isdigit():
        return None
    end, day = found
    k = end + 2 if view.is_in(end, ("of",)) and view.is_in(end + 1, ("last", "this", "next", "the")) else end
    if k > end and view.is_in(k, ("month",)):
        months = {"last": -1, "next": 1}.get(view.low[end + 1], 0)
        end = k + 1
    elif (
        k > end
        or (not sure and (not view.is_in(i - 1, ("the",)) or view.low[i - 2] not in BEFORE_NTH))
        or view.upos(end) in ("NOUN", "ADJ", "PROPN", "NUM", "VERB")
        or view.is_in(end, DASHES)
    ):
        return None
    else:
        months = 0
    if view.today is None:
        return Match(end, nothing(f"XXXX-XX-{day:02}", Grain.DAY))
    month = Period.months(view.today.year, view.today.month + months)
    if month.first is None or month.last is None or day > month.last.day:
        return None
    return Match(end, Period.day(month.first.replace(day=day)))


def numeric(view: View, i: int) -> Match | None:
    """Read dates in figures: ISO, or the day first; the month first where there is no other way."""
    word = view.low[i] if i < len(view.low) else ""
    if not word[:1].isdigit() or not word.isascii():
        return None
    if word == "9/11":
        return Match(i + 1, Period.day(date(2001, 9, 11)))
    found = FIGURES.fullmatch(word)
    if found:
        return _figures(i + 1, (found[1], found[3], found[4]))
    if MONTH_FIGURES.fullmatch(word):
        return Match(i + 1, Period.months(int(word[3:]), int(word[:2])))
    if view.is_in(i + 1, ("/",)) and len(word) == 2 and _year_follows(view, i + 2) and 1 <= int(word) <= 12:
        return Match(i + 3, Period.months(int(view.low[i + 2]), int(word)))
    return _dashed(view, i) if view.is_in(i + 1, DASHES) else None


def _dashed(view: View, i: int) -> Match | None:
    """Read "2021-09-13", "13-09-2021" and "2021-09", which stand in pieces."""
    word = view.low[i]
    mark, parts = view.low[i + 1], [word]
    while len(parts) < 3 and view.low[i + 2 * len(parts) - 1] == mark:
        part = view.low[i + 2 * len(parts)].split("t")[0]
        if not part.isascii() or not part.isdigit():
            break
        parts.append(part)
    if len(parts) == 3:
        return _figures(_past_time(view, i + 5), (parts[0], parts[1], parts[2]))
    if len(parts) == 2 and len(word) == 4 and len(parts[1]) == 2 and 1 <= int(parts[1]) <= 12 and parts[1][0] == "0":
        return Match(i + 3, Period.months(int(word), int(parts[1])))
    return None


def _past_time(view: View, i: int) -> int:
    """Return where the rest of an ISO time ends: "2023-10-18T12 | :00Z"."""
    if "t" not in view.low[i - 1]:
        return i
    while view.is_in(i, (":",)) and view.low[i + 1][:1].isdigit():
        i += 2
    return i


def _figures(end: int, parts: tuple[str, str, str]) -> Match | None:
    """Make a day of three numbers."""
    a, b, c = (int(p) for p in parts)
    if len(parts[0]) == 4:
        year, month, day = a, b, c
    elif len(parts[2]) in (2, 4) and len(parts[0]) <= 2:
        year = c if len(parts[2]) == 4 else c + (2000 if c < 70 else 1900)
        day, month = (a, b) if b <= 12 else (b, a)
    else:
        return None
    try:
        return Match(end, Period.day(date(year, month, day)))
    except ValueError:
        return None


RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}


def named_day(view: View, i: int) -> Match | None:
    """Read "today", "yesterday evening", "overnight", "this morning", "last night", "the day before yesterday"."""
    word, today = view.low[i], view.today
    if word in RELATIVE and not view.named(i, EntityKind.ORGANISATION):
        return Match(day_part(view, i + 1), _day_from(today, RELATIVE[word]))
    if word == "overnight":
        return _overnight(view, i)
    if word == "this" and view.is_in(i + 1, DAY_PARTS):
        return Match(i + 2, _day_from(today, 0))
    if word == "last" and view.is_in(i + 1, ("night", "evening")):
        return Match(i + 2, _day_from(today, -1))
    if word == "day" and view.has(i + 1, "before", "yesterday"):
        return Match(i + 3, _day_from(today, -2))
    if word == "day" and view.has(i + 1, "after", "tomorrow"):
        return Match(i + 3, _day_from(today, 2))
    return None


def _day_from(today: date | None, days: int) -> Period:
    return Period.day(today + timedelta(days=days)) if today else nothing(grain=Grain.DAY)


def _overnight(view: View, i: int) -> Match | None:
    """Read "overnight": the day before publication and that day, unless a day follows."""
    k = view.skip(i + 1, ("on", "into", "to"))
    day = weekday(view, k) or calendar_day(view, k)
    if day:
        return day
    if view.upos(i) == "ADJ" and view.upos(i + 1) in ("NOUN", "PROPN") and view.is_in(i - 1, ("an",)):
        return None
    if view.today is None:
        return Match(i + 1, nothing())
    return Match(i + 1, periods.stretch(view.today - timedelta(days=1), view.today))


LONGEST_FEAST = 4


def feast(view: View, i: int) -> Match | None:
    """Read the name of a feast, with a year or without: "Christmas Day", "Easter Monday 2022"."""
    if not view.capital(i):
        return None
    for length in range(LONGEST_FEAST, 0, -1):
        words = tuple(view.low[i : i + length])
        value: Recurring | None = None
        if words in PLAIN_FEASTS:
            value = periods.month_day(*PLAIN_FEASTS[words])
        elif words in MOVABLE_FEASTS:
            value = _movable(MOVABLE_FEASTS[words])
        if value and not (words == ("victory", "day") and view.low[i - 1] == "the"):
            end = i + length
            found = year_after(view, end) or relative_year(view, end)
            if found:
                exact = value.instance(date(found[1], 6, 15), 0)
                return Match(found[0], exact) if exact else None
            return Match(end, value)
    return None


def _movable(rule: int | tuple[int, int, int]) -> Recurring:
    def at(day: date, k: int) -> Period:
        year = day.year + k
        if isinstance(rule, int):
            return Period.day(_easter(year) + timedelta(days=rule))
        month, number, nth = rule
        days = [
            d for d in range(1, calendar.monthrange(year, month)[1] + 1) if date(year, month, d).weekday() == number
        ]
        return Period.day(date(year, month, days[nth - 1 if nth > 0 else nth]))

    return Recurring(at, SOME_DAY)


def _easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian rule (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
