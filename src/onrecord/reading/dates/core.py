"""One time expression without what bounds it: a day, a month, a year, or a part of one."""

from collections.abc import Callable, Iterable
from functools import partial

from onrecord.reading.dates import periods
from onrecord.reading.dates.counted import ABOUT, VAGUE_NUMBERS, amount, counted, first_units
from onrecord.reading.dates.days import RELATIVE, calendar_day, feast, named_day, numeric, the_nth, weekday
from onrecord.reading.dates.periods import Period, Recurring, clip, containing, nothing, third
from onrecord.reading.dates.units import (
    FOLLOWING,
    STEPS,
    determined,
    fiscal,
    part_of_year,
    season,
    the_unit,
    told_time,
    told_unit,
    weekend,
)
from onrecord.reading.dates.view import DASHES, Match, View
from onrecord.reading.dates.words import (
    DAY_PARTS,
    EARLY_LATE,
    EDGES,
    MONTHS,
    MONTHS_SHORT,
    MOVABLE_FEASTS,
    NUMBER_TENS,
    NUMBERS,
    ORDINALS,
    PLAIN_FEASTS,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
)
from onrecord.reading.dates.years import DECADE_WORDS, century, decade, month, year

__all__ = ["core"]

Change = Callable[[Period], Period]
DEPTH = 4
"""Most modifiers on one expression ("the end of the first week of ...")."""

FIGURES = "0"
"""Stands for any word that begins with a figure."""
COUNTS = (*NUMBERS, *NUMBER_TENS, *ORDINALS, FIGURES)
RULES: tuple[tuple[Callable[[View, int], Match | None], Iterable[str]], ...] = (
    (counted, (*COUNTS, *ABOUT, *VAGUE_NUMBERS, *UNITS, "half")),
    (numeric, (FIGURES,)),
    (calendar_day, (*COUNTS, *MONTHS, *MONTHS_SHORT)),
    (weekday, (*WEEKDAYS, *WEEKDAYS_SHORT)),
    (feast, (words[0] for words in (*PLAIN_FEASTS, *MOVABLE_FEASTS))),
    (fiscal, ("fiscal", "fy", *STEPS, FIGURES)),
    (part_of_year, (*ORDINALS, "final", "last", "q1", "q2", "q3", "q4", "h1", "h2", FIGURES)),
    (century, (*COUNTS, "this", "last", "next")),
    (decade, (*DECADE_WORDS, FIGURES, "'")),
    (determined, (*STEPS, "week", "month", "year")),
    (named_day, (*RELATIVE, "overnight", "this", "last", "day")),
    (told_time, ("then", "that")),
    (told_unit, (*FOLLOWING, *UNITS, *DAY_PARTS)),
    (the_unit, ("day", "week", "month", "quarter", "year", "entire", "whole", "full")),
    (weekend, ("weekend",)),
    (season, SEASONS),
    (month, (*MONTHS, *MONTHS_SHORT)),
    (year, (FIGURES, "'")),
    (the_nth, (FIGURES,)),
)
"""Rules in the order they are tried, with the words each may begin with; those that read more come first."""
BY_WORD: dict[str, list[Callable[[View, int], Match | None]]] = {}
for _rule, _words in RULES:
    for _word in dict.fromkeys(_words):
        BY_WORD.setdefault(_word, []).append(_rule)
MODIFIERS = frozenset(
    (*EARLY_LATE, *EDGES, *DAY_PARTS, *ORDINALS, "earlier", "later", "very", "rest", "remainder", "course", "last", "final",
     "opening", "closing", "week", "month", "year", "day", "days", "hours", "weekend", "eve")
)  # fmt: skip


def core(view: View, i: int, depth: int = DEPTH) -> Match | None:
    """Read the expression that begins here.

    Args:
        view: the text.
        i: where; an article may stand there.
        depth: how many modifiers may still come.
    """
    i = view.skip(i, ("the",))
    word = view.low[i]
    if depth and (word in MODIFIERS or word[:1].isdigit()):
        found = _modified(view, i, depth)
        if found:
            return found
    for rule in BY_WORD.get(word) or BY_WORD.get(FIGURES if word[:1].isdigit() else word[:1]) or ():
        found = rule(view, i)
        if found:
            return found
    return None


def _modified(view: View, i: int, depth: int) -> Match | None:
    word = view.low[i]
    if word in EARLY_LATE or word in ("earlier", "later", "very"):
        return _adverb(view, i, depth)
    if word in EDGES or word in ("rest", "remainder", "course"):
        return _edge(view, i, depth)
    if word in ("first", "last", "second", "third", "fourth", "final", "opening", "closing") or word[:1].isdigit():
        found = _share(view, i, depth)
        if found:
            return found
    if word in DAY_PARTS or word in ("week", "month", "year", "day", "days", "hours", "weekend", "eve"):
        return _of(view, i, depth)
    return None


def change(match: Match, end: int, how: Change, edge: str = "") -> Match:
    """Return a match with its value changed, now or once it is pinned down."""
    value = match.value
    return Match(end, value.then(how) if isinstance(value, Recurring) else how(value), edge)


def _adverb(view: View, i: int, depth: int) -> Match | None:
    """Read "early January", "late on Saturday night", "earlier this year", "mid-to-late 2015"."""
    k = view.skip(i, ("very",))
    word = last = view.low[k]
    joint = view.skip(k + 1, DASHES)
    k += 1
    if view.is_in(joint, ("to", "or", "and")) and view.is_in(view.skip(joint + 1, DASHES), EARLY_LATE):
        k = view.skip(joint + 1, DASHES) + 1
        last = view.low[k - 1]
    k = view.skip(k, DASHES)
    if word in ("early", "late") and view.is_in(k, ("hours", "morning", "evening", "afternoon")):
        return _of(view, k, depth)
    to = view.skip(k, ("on", "in", "into"))
    if word in ("early", "late") and to > k and not view.is_in(to, WEEKDAYS) and not view.is_in(to, ("the",)):
        dated = calendar_day(view, to)
        to = to if dated or view.is_in(to, ("april", "may")) or word == "late" else k
    if word in ("earlier", "later"):
        return _clipped(view, to, word, depth)
    found = _current(view, to) or core(view, to, depth - 1)
    if found is None or found.edge:
        return None
    return change(
        found, found.end, partial(_thirds, first=EARLY_LATE.get(word, "mid"), last=EARLY_LATE.get(last, "mid"))
    )


def _thirds(period: Period, first: str, last: str) -> Period:
    """Return the parts of a period from one to another."""
    begin, end = third(period, first), third(period, last)
    if first == last or begin.first is None or end.last is None or begin.first > end.last:
        return begin
    return periods.stretch(begin.first, end.last)


def _clipped(view: View, i: int, word: str, depth: int) -> Match | None:
    """Read "earlier this year", "later in the week", "later on Friday" after the adverb."""
    found = _current(view, i) or core(view, i, depth - 1)
    today = view.today
    if found is None or found.edge:
        return None
    if today is None or isinstance(found.value, Recurring):
        return found
    return change(found, found.end, partial(clip, day=today, part="early" if word == "earlier" else "late"))


def _current(view: View, i: int) -> Match | None:
    """Read "the year", "the month", "this decade" as the one that publication lies in."""
    k = view.skip(i, ("the", "this", "current"))
    k = view.skip(k, ("current", "calendar"))
    unit = view.low[k]
    if unit == "weekend" and view.today:
        return Match(k + 1, Period.weekend(view.today))
    if unit not in ("day", "week", "month", "quarter", "year", "decade", "century"):
        return None
    if k == i and not (view.is_in(i - 1, ("of",)) and unit == "year"):
        return None
    if (
        view.is_in(k + 1, ("of", "before", "after", "when", "that", "in", "to", "ago", "earlier", "later"))
        and unit != "year"
    ):
        return None
    if view.is_in(k + 1, ("before", "after", *DASHES)):
        return None
    if view.today is None:
        return Match(k + 1, nothing())
    found = containing(view.today, unit)
    return Match(k + 1, found) if found else None


def _edge(view: View, i: int, depth: int) -> Match | None:
    """Read "the end of the year", "the start of 2023", "end-March", "the rest of the week"."""
    word = view.low[i]
    k = i + 1
    if (word in EDGES and view.is_in(k, DASHES) and word in ("end", "start")) or view.is_in(k, ("of",)):
        k += 1
    elif not (word == "end" and view.is_in(i - 1, ("by", "until", "at", "since", "before"))):
        return None
    found = _current(view, k) or core(view, k, depth - 1)
    if found is None or found.edge:
        return None
    if word in ("rest", "remainder", "course"):
        today = view.today
        plain = today is None or word == "course"
        return change(
            found, found.end, (lambda p: p) if plain or today is None else partial(clip, day=today, part="late")
        )
    side = EDGES[word]
    part = {"start": "early", "mid": "mid", "end": "late"}[side]
    return change(found, found.end, partial(third, part=part), "" if side == "mid" else side)


def _share(view: View, i: int, depth: int) -> Match | None:
    """Read "the first week of May", "the first six months of 2023", "the second half of the 1990s"."""
    word = view.low[i]
    found = view.ordinal(i) or (
        (i + 1, -1) if word in ("last", "final", "closing") else (i + 1, 1) if word == "opening" else None
    )
    if found is None:
        return None
    k, nth = found
    k = view.skip(k, ("full", *DASHES))
    if view.is_in(k, ("half",)):
        return _half(view, k + 1, nth, depth)
    several = amount(view, k) if nth in (1, -1) else None
    if (
        several
        and several[1]
        and several[2] in ("day", "week", "month", "quarter", "year")
        and view.is_in(several[0], ("of", "in"))
    ):
        n, unit, end = int(several[1]), several[2], several[0]
    elif view.is_in(k, ("day", "days", "week", "weeks", "month", "months", "year", "weekend")) and view.is_in(
        k + 1, ("of", "in")
    ):
        n, unit, end = 1, view.low[k].removesuffix("s"), k + 1
        if unit in ("day", "week") and view.low[k].endswith("s"):
            n, unit = (5, "day") if unit == "day" else (2, "week")
    else:
        return None
    whole = _current(view, end + 1) or core(view, end + 1, depth - 1)
    if whole is None or whole.edge or unit == "weekend":
        return None
    if nth in (1, -1):
        return change(whole, whole.end, lambda p: first_units(p, n, unit, last=nth < 0))
    return change(whole, whole.end, lambda p: _nth_unit(p, nth, unit))


def _nth_unit(period: Period, nth: int, unit: str) -> Period:
    """Return the n-th unit of a period, counted from its first day."""
    upto = first_units(period, nth, unit, last=False)
    before = first_units(period, nth - 1, unit, last=False)
    if upto.last is None or before.last is None:
        return nothing()
    return first_units(periods.stretch(before.last, upto.last), (upto.last - before.last).days, "day", last=True)


def _half(view: View, i: int, nth: int, depth: int) -> Match | None:
    """Read the rest of "the first half of 2023" after "half"."""
    if nth not in (1, 2, -1):
        return None
    number = 40 if nth == 1 else 41
    if not view.is_in(i, ("of", "in")):
        return None
    whole = _current(view, i + 1) or core(view, i + 1, depth - 1)
    if whole is None or whole.edge:
        return None
    return change(whole, whole.end, lambda p: _half_of(p, number))


def _half_of(period: Period, number: int) -> Period:
    first, last = period.first, period.last
    if first is None or last is None:
        return nothing()
    second = number == 41
    if period.grain is periods.Grain.YEAR:
        return Period.part_of_year(first.year, number)
    if period.grain is periods.Grain.MONTH:
        return periods.stretch(first.replace(day=16) if second else first, last if second else first.replace(day=15))
    if period.grain is periods.Grain.DECADE:
        return Period.year(first.year + 5 * second, 5)
    if period.grain is periods.Grain.CENTURY:
        return Period.year(last.year - 99 + 50 * second, 50)
    middle = first + (last - first) / 2
    return periods.stretch(middle if second else first, last if second else middle)


def _of(view: View, i: int, depth: int) -> Match | None:
    """Read "hours of Friday", "night of 3 May", "week of May 3", "month of May", "year 2015", "days of March"."""
    word, k = view.low[i], i + 1
    linked = view.is_in(k, ("of", "beginning", "ending", "ended", "starting", "commencing"))
    if word in ("hours", "days") and not view.is_in(k, ("of", "on")):
        return None
    if word == "year" and not linked:
        found = year(view, k) if view.upos(k) == "NUM" else None
        return Match(found.end, found.value) if found else None
    link = view.low[k]
    if not linked and word in DAY_PARTS and view.is_in(k, WEEKDAYS):
        return weekday(view, k)
    if not linked and not (word in (*DAY_PARTS, "hours") and view.is_in(k, ("on",))):
        return None
    found = core(view, k + 1, depth - 1)
    if found is None:
        return None
    if word == "eve":
        return change(found, found.end, lambda p: Period.day(periods.shift(p.first, "day", -1)) if p.first else p)
    if word == "week":
        return change(found, found.end, partial(_week_by, link=link))
    fine = isinstance(found.value, Recurring) or found.value.grain is periods.Grain.DAY
    return found if fine or word in ("month", "year", "weekend") else None


def _week_by(period: Period, link: str) -> Period:
    """Return the week of a day, or the seven days that begin or end with it."""
    if period.first is None or period.last is None or period.first != period.last:
        return nothing()
    day = period.first
    if link in ("ending", "ended"):
        return periods.stretch(periods.shift(day, "day", -6), day)
    if link != "of":
        return periods.stretch(day, periods.shift(day, "day", 6))
    return Period.week(day)
