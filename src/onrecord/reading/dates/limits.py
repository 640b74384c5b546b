"""What bounds a time: "since", "by", "until", "before", "after", ranges, lengths up to a day, anniversaries."""

from datetime import date, timedelta

from onrecord.reading.dates.core import core
from onrecord.reading.dates.counted import (
    NEXT_WORDS,
    PAST_WORDS,
    PREPOSITIONS,
    VAGUE,
    VAGUE_NUMBERS,
    amount,
    length,
    vague,
)
from onrecord.reading.dates.days import calendar_day
from onrecord.reading.dates.periods import SOME_DAY, Direction, Grain, Period, Recurring, nothing, shift, stretch
from onrecord.reading.dates.view import DASHES, Match, View
from onrecord.reading.dates.words import NUMBER_TENS, NUMBERS, ORDINALS, UNITS
from onrecord.reading.dates.years import month_at, year, year_at

__all__ = ["expression"]

ONE = timedelta(days=1)
BOUNDS: dict[tuple[str, ...], str] = {
    ("since",): "since", ("ever", "since"): "since", ("starting",): "from", ("beginning",): "from", ("effective",): "from",
    ("by",): "by", ("until",): "until", ("till",): "until", ("til",): "until", ("up", "to"): "until",
    ("up", "until"): "until", ("no", "later", "than"): "by", ("not", "later", "than"): "by", ("before",): "before",
    ("prior", "to"): "before", ("after",): "after", ("post",): "after", ("pre",): "before", ("from",): "from",
    ("as", "of"): "as", ("as", "from"): "from", ("with", "effect", "from"): "from", ("as", "late", "as"): "as",
    ("as", "early", "as"): "as", ("as", "recently", "as"): "as",
}  # fmt: skip
JOINTS = frozenset(("to", "until", "till", "through", "thru", *DASHES))
AROUND = 60
"""Most days between publication and an anniversary whose day stands elsewhere in the text."""
AHEAD = 9
"""How many pieces after "the second anniversary of" or "two days after" the date may stand."""


def expression(view: View, i: int) -> tuple[int, Period] | None:
    """Read the expression that begins here: where it ends, and what it means."""
    word = view.low[i]
    found = _range(view, i) if word in ("between", "from") else None
    if found is None and word in BOUND_FIRST:
        found = _bounded(view, i)
    for rule in COUNTING if (found is None and word in COUNTING_FIRST) or word[:1].isdigit() else ():
        found = found or rule(view, i)
    found = found or _pair(view, i) or _joined(view, i)
    return (found.end, view.settle(i, found)) if found else None


def _bounded(view: View, i: int) -> Match | None:
    """Read a time that a preposition leaves open at one end."""
    for size in (3, 2, 1):
        kind = BOUNDS.get(tuple(view.low[i : i + size]))
        if kind:
            return _open(view, i, i + size, kind)
    return None


def _open(view: View, i: int, k: int, kind: str) -> Match | None:
    joined = view.low[k] in DASHES
    k = view.skip(k, ("at", "about", "around", "on", "in", *DASHES)) if kind != "as" else view.skip(k, ("around",))
    k = _past_clock(view, view.skip(k, ("least",)))
    found = _pair(view, k) or core(view, k)
    if found is None:
        return None
    if not joined and view.modifies_noun(k, found.end) and not found.edge:
        return None
    end = found.end
    default: Direction = "past" if kind in ("since", "as") else "future"
    if kind == "since":
        value = found.value if isinstance(found.value, Period) else found.value.near(view.today, "past")
    else:
        value = view.settle(i, found, default)
    if kind == "from":
        if view.is_in(end, ("on", "onward", "onwards", "forward")) and (
            view.low[end] != "on" or view.upos(end + 1) in ("", "PUNCT")
        ):
            return Match(end + 1, _limit(value, "since", found.edge))
        return Match(end, _limit(value, "since", found.edge) if view.low[i] != "from" else value)
    return Match(end, value if kind == "as" else _limit(value, kind, found.edge))


def _past_clock(view: View, i: int) -> int:
    """Return where a day may begin after a time of day: "(by) 5 p.m. on | Friday", "(until) midnight | Friday"."""
    if not view.low[i][:1].isdigit():
        return i
    k = i + 3 if view.is_in(i + 1, (":", ".")) else i + 1
    if view.is_in(k, CLOCK):
        k = view.skip(view.skip(k + 1, (".",)), ("gmt", "utc", "et", "local", "time"))
        return view.skip(view.skip(k, ("time",)), ("on", ",")) if k > i + 1 else i
    return i


CLOCK = frozenset(("a.m", "p.m", "am", "pm", "gmt", "utc", "o'clock"))


def _limit(value: Period, kind: str, edge: str) -> Period:
    """Return the period that is open at one end; ``edge`` narrows a period to its first or last day."""
    first, last = value.first, value.last
    if edge == "start" and first:
        last = first
    elif edge == "end" and last:
        first = last
    if kind == "since" and first:
        plain = value.edtf if "/" not in value.edtf and value.grain in PLAIN and not edge else first.isoformat()
        return Period(f"{plain}/..", first, None)
    if kind in ("by", "until") and last:
        return Period(f"../{last.isoformat()}", None, last)
    if kind == "before" and first:
        day = last if edge == "end" and last else first - ONE
        return Period(f"../{day.isoformat()}", None, day)
    if kind == "after" and last:
        day = last if edge == "start" else last + ONE
        return Period(f"{day.isoformat()}/..", day, None)
    return nothing(value.edtf)


WEEKS = 21
"""Days from today up to which a weekday before "until" may be that of the week in which the time ends."""
PLAIN = frozenset((Grain.DAY, Grain.MONTH, Grain.YEAR))


def _range(view: View, i: int) -> Match | None:
    """Read "from X to Y" and "between X and Y"."""
    word = view.low[i]
    short = _pair(view, i + 1, ("and",) if word == "between" else ())
    if short:
        return short
    left = core(view, i + 1)
    if left and view.is_in(left.end, ("and",) if word == "between" else JOINTS):
        return _join(view, i, left, left.end + 1)
    return None


def _joined(view: View, i: int) -> Match | None:
    """Read an expression, and "X to Y" as one."""
    left = core(view, i)
    if left and view.is_in(left.end, JOINTS):
        return _join(view, i, left, left.end + 1) or left
    return left


def _join(view: View, i: int, left: Match, k: int) -> Match | None:
    """Read the end of a range and put both together."""
    right = core(view, k)
    if right is None:
        return None
    a, b = left.value, right.value
    both = Match(right.end, right.value)
    if isinstance(a, Recurring) and isinstance(b, Recurring):
        if view.direction(i, both.end, "past") == "past":
            end = b.near(view.today, "past")
            begin = a.near(end.first, "past")
        else:
            begin = a.near(view.today, "future")
            end = b.near(begin.last, "future")
    elif isinstance(a, Recurring) and isinstance(b, Period):
        if view.low[k - 1] in ("until", "till") and _is_far(view.today, b):
            return None  # "extended on Friday until 31 May 2027": that Friday is near today
        begin, end = a.near(b.first, "past"), b
    else:
        begin = a if isinstance(a, Period) else nothing()
        end = b.near(begin.last, "future") if isinstance(b, Recurring) else b
    return Match(right.end, _between(begin, end))


def _is_far(today: date | None, end: Period) -> bool:
    """Whether a time ends weeks after today."""
    return today is not None and end.last is not None and (end.last - today).days > WEEKS


def _between(begin: Period, end: Period) -> Period:
    """Return the period from the first day of one to the last of another."""
    first, last = begin.first, end.last
    if first is None or last is None or first > last:
        return nothing(f"{begin.edtf}/{end.edtf}" if "/" not in begin.edtf + end.edtf else SOME_DAY)
    if begin.grain in PLAIN and end.grain in PLAIN and "/" not in begin.edtf + end.edtf:
        return Period(f"{begin.edtf}/{end.edtf}", first, last)
    return stretch(first, last)


def _pair(view: View, i: int, more: tuple[str, ...] = ()) -> Match | None:
    """Read two days of one month, or two months of one year: "3-5 May", "May 3 to 5", "March-June 2023", "2015 and 2018"."""
    k = view.skip(i, ("the",))
    joints = JOINTS | set(more)
    day = _small(view, k)
    if day and view.is_in(day[0], joints):
        right = calendar_day(view, view.skip(day[0] + 1, ("the",)))
        if right and not month_at(view, view.skip(day[0] + 1, ("the",))):
            return _days(view, i, day[1], right)
        return None
    if day and view.is_in(day[0], ("and", "or")):
        return _shared_month(view, day)
    left = calendar_day(view, k)
    if left and month_at(view, k) and view.is_in(left.end, joints | {"and"}):
        last = _small(view, view.skip(left.end + 1, ("the",)))
        if last and view.is_in(left.end, ("and",)) and "and" not in more and not _next_day(view, left, last):
            return None
        if last and not month_at(view, last[0]) and not view.is_in(last[0], joints):
            return _same_month(view, i, left, last)
        return None
    if year_at(view, k) and more and view.is_in(k + 1, more):
        right = year(view, k + 2)
        if right and isinstance(right.value, Period) and right.value.last:
            count = right.value.last.year - year_at(view, k) + 1
            return Match(right.end, Period.year(year_at(view, k), count)) if count > 1 else None
    return None


def _shared_month(view: View, day: tuple[int, int]) -> Match | None:
    """Read the first of "3 and 5 May"."""
    k = view.skip(day[0] + 1, ("the",))
    right = None if month_at(view, k) else calendar_day(view, k)
    if right is None:
        return None
    value = view.settle(k, right)
    return Match(day[0], Period.day(value.last.replace(day=day[1])) if value.last else nothing(value.edtf))


def _next_day(view: View, left: Match, last: tuple[int, int]) -> bool:
    """Whether "May 3 and 4" are days that follow each other and nothing is counted."""
    whole = view.low[left.end - 1]
    before = int(whole) if whole.isascii() and whole.isdigit() else 0
    return last[1] == before + 1 and view.upos(last[0]) not in ("NOUN", "ADJ", "PROPN", "NUM", "SYM")


def _small(view: View, i: int) -> tuple[int, int] | None:
    """Return where a number that may be a day of the month ends, and the number."""
    found = view.ordinal(i) if not view.low[i].isdigit() else view.number(i)
    fits = found is not None and 1 <= found[1] <= 31 and view.low[i][0].isdigit()
    return found if fits else None


def _days(view: View, i: int, first: int, right: Match) -> Match | None:
    """Return the days from a number to a date of the same month."""
    end = view.settle(i, right)
    if end.last is None:
        return Match(right.end, end)
    if first >= end.last.day:
        return None
    return Match(right.end, stretch(end.last.replace(day=first), end.last))


def _same_month(view: View, i: int, left: Match, last: tuple[int, int]) -> Match | None:
    """Return the days from a date to a number of the same month, with the year that may follow."""
    end, day = last
    k = view.skip(end, (",",))
    value = left.value
    known = year_at(view, k) if isinstance(value, Recurring) else 0
    if known and isinstance(value, Recurring):
        begin, end = value.instance(date(known, 1, 1), 0) or nothing(), k + 1
    else:
        begin = view.settle(i, left)
    if begin.first is None:
        return Match(end, nothing(begin.edtf))
    if day <= begin.first.day:
        return None
    return Match(end, stretch(begin.first, begin.first.replace(day=day)))


def date_ahead(view: View, i: int) -> tuple[int, Period] | None:
    """Return where the first date after a place ends, and its value, within the same clause."""
    for k in range(i, i + AHEAD):
        if view.low[k] in ("", ",", ".", ";", ":", "(", ")", "but", "which", "who", "that"):
            return None
        found = core(view, k)
        if found and not found.edge:
            value = view.settle(k, found)
            if value.first and value.grain in PLAIN:
                return found.end, value
    return None


def _anniversary(view: View, i: int) -> Match | None:
    """Read "the second anniversary of the invasion of 24 February 2022"."""
    k = view.skip(i, ("the", "its", "their", "his", "her"))
    found = view.ordinal(k)
    if found is None:
        number = view.number(k)
        j = view.skip(view.skip(number[0], DASHES), ("year",)) if number else k
        found = (view.skip(j, DASHES), number[1]) if number and j > number[0] else None
    if found is None or not view.is_in(found[0], ("anniversary",)):
        return None
    end, years = found[0] + 1, found[1]
    ahead = date_ahead(view, end + 1) if view.is_in(end, ("of",)) else None
    if ahead is None or ahead[1].first is None:
        return Match(end, _remembered(view, years))
    first, grain = shift(ahead[1].first, "year", years), ahead[1].grain
    if grain is Grain.DAY:
        return Match(ahead[0], Period.day(first))
    return Match(ahead[0], Period.months(first.year, first.month) if grain is Grain.MONTH else Period.year(first.year))


def _remembered(view: View, years: int) -> Period:
    """Return the anniversary of the last day mentioned if it falls around publication, else no interval."""
    told = view.last_mentioned(Grain.DAY)
    if told and told.first and view.today:
        day = shift(told.first, "year", years)
        if abs((day - view.today).days) <= AROUND:
            return Period.day(day)
    return nothing()


def _offset(view: View, i: int) -> Match | None:
    """Read a count from a date named after it: "two days after 3 May", "the day before the 3 March vote"."""
    k = view.skip(i, ("the", "exactly", "just", "about"))
    found = amount(view, k)
    if found is None and view.low[k] in ("day", "night", "week", "month", "year"):
        found = (k + 1, 1, "day" if view.low[k] == "night" else view.low[k])
    if found is None or not found[1] or found[2] == "hour":
        return None
    end, n, unit = found[0], int(found[1]), found[2]
    if not view.is_in(end, ("before", "after", "following")):
        return None
    ahead = date_ahead(view, end + 1)
    if ahead is None or ahead[1].first is None or ahead[1].last is None:
        return None
    if ahead[1].grain is not Grain.DAY:
        return None
    return Match(ahead[0], Period.day(shift(ahead[1].last, unit, -n if view.low[end] == "before" else n)))


def _length_to(view: View, i: int) -> Match | None:
    """Read a length that ends with a date: "the three months to September", "the year ended 30 June"."""
    k = view.skip(i, ("the",))
    if k == i and not view.is_in(i - 1, ("the",)):
        return None
    found = amount(view, k)
    if found is None and view.low[k] in ("week", "month", "year", "quarter"):
        found = (k + 1, 1, view.low[k])
    if found is None or not found[1] or found[2] == "hour":
        return None
    end, n, unit = found[0], int(found[1]), found[2]
    if not view.is_in(end, ("to", "through", "until", "ended", "ending")):
        return None
    right = core(view, view.skip(view.skip(end + 1, ("on",)), ("end", *DASHES)))
    if right is None or (unit == "week" and view.low[end] in ("ended", "ending")):
        return None
    value = view.settle(i, right)
    if value.last is None:
        return Match(right.end, nothing())
    return Match(right.end, stretch(shift(value.last + ONE, unit, -n), value.last))


COUNTING = (_anniversary, _offset, length, vague, _length_to)
COUNTING_FIRST = frozenset(
    (*NUMBERS, *NUMBER_TENS, *ORDINALS, *UNITS, *VAGUE_NUMBERS, *PREPOSITIONS, *PAST_WORDS, *NEXT_WORDS, "the", "its", "their",
     "his", "her", "exactly", "just", "about", "only", "half", *(words[0] for words in VAGUE))
)  # fmt: skip
BOUND_FIRST = frozenset(words[0] for words in BOUNDS)
