"""Counts of units: "two years ago", "two days later", "over the past six months", "in recent weeks"."""

from datetime import date, timedelta

from onrecord.reading.dates.periods import Grain, Period, back, nothing, shift, stretch
from onrecord.reading.dates.units import counted_from, unit_at
from onrecord.reading.dates.view import DASHES, Match, View
from onrecord.reading.dates.words import UNITS, listed

__all__ = ["Amount", "amount", "counted", "length", "vague"]

VAGUE_NUMBERS = listed("few several many some couple recent coming dozens hundreds scores numerous various")
ABOUT = listed("about around some nearly almost roughly approximately just exactly over only barely")
PREPOSITIONS = listed("in over within during for throughout across through")
PAST_WORDS = frozenset(("past", "last", "previous", "preceding"))
NEXT_WORDS = frozenset(("next", "coming", "following"))

Amount = tuple[int, float | None, str]
"""Where a count ends, how many (None if it does not say), and the unit."""


def amount(view: View, i: int) -> Amount | None:
    """Read a number and a unit: "two and a half years", "several weeks", "a couple of days", "hours"."""
    k = view.skip(i, ("the", "a")) if view.is_in(i + 1, VAGUE_NUMBERS) else i
    if view.is_in(k, VAGUE_NUMBERS):
        k = view.skip(k + 1, ("of", "more", "dozen", "hundred"))
        return (k + 1, None, unit_at(view, k)) if unit_at(view, k) else None
    if view.low[k].endswith("s") and unit_at(view, k):
        return k + 1, None, unit_at(view, k)
    number = _number(view, k)
    if number is None:
        return None
    k, n = number
    k = view.skip(view.skip(k, DASHES), ("full", "more", "long", "short", "calendar", "consecutive", "straight"))
    unit = unit_at(view, k)
    if not unit:
        return None
    if view.low[k] in ("minute", "minutes"):
        return k + 1, 0, unit
    if view.has(k + 1, "and", "a", "half"):
        return k + 4, n + 0.5, unit
    return k + 1, n, unit


def _number(view: View, i: int) -> tuple[int, float] | None:
    """Read a count: where it ends, and how many."""
    if view.is_in(i, ("half",)) and view.is_in(i + 1, ("a", "an")):
        return i + 2, 0.5
    found = view.number(i)
    if found is None:
        word = view.low[i]
        whole, dot, part = word.partition(".")
        figures = dot and len(word) < 6 and word.isascii() and whole.isdigit() and part.isdigit()
        return (i + 1, float(word)) if figures else None
    k, n = found
    j = view.skip(k, DASHES)
    if view.has(j, "and", "a", "half") or (view.has(j, "and") and view.has(j + 2, "a") and view.has(j + 4, "half")):
        return j + (3 if view.has(j, "and", "a", "half") else 5), n + 0.5
    return k, float(n)


def counted(view: View, i: int) -> Match | None:
    """Read a count with what it is counted from: "ago", "earlier", "later", "from now"."""
    k = view.skip(i, ABOUT)
    found = amount(view, k)
    if found is None:
        return None
    end, n, unit = found
    if view.is_in(end, ("ago",)) or view.has(end, "back", ",") or view.has(end, "back", "."):
        return Match(end + 1, _back(view.today, unit, n, -1))
    if view.has(end, "from", "now") or view.has(end, "from", "today"):
        return Match(end + 2, _back(view.today, unit, n, 1))
    if view.is_in(end, ("hence",)):
        return Match(end + 1, _back(view.today, unit, n, 1))
    sign = _sign(view, end)
    if not sign:
        return None
    if n is None or n != int(n):
        return Match(end + 1, nothing())
    if unit == "hour":
        return None
    return Match(end + 1, counted_from(view, unit, sign * int(n)))


def _sign(view: View, i: int) -> int:
    """Return -1 for "earlier", 1 for "later", 0 for neither."""
    if view.is_in(i, ("before", "after")) and view.upos(i + 1) not in ("", "PUNCT"):
        return 0
    if view.is_in(i, ("earlier", "previously", "beforehand", "before")):
        return -1
    return int(view.is_in(i, ("later", "afterwards", "afterward", "after")))


def _back(today: date | None, unit: str, n: float | None, sign: int) -> Period:
    """Return the unit so many units before or after publication."""
    if today is None:
        return nothing()
    if n is None:
        return loose(today, sign)
    if n != int(n):
        unit, n = {"year": ("month", n * 12), "decade": ("year", n * 10), "century": ("year", n * 100)}.get(
            unit, (unit, n)
        )
    return back(today, unit, sign * int(n))


def loose(today: date | None, sign: int) -> Period:
    """Return a vague time that ends on publication, or begins with it: EDTF has "unknown" for the other end."""
    if today is None:
        return nothing()
    return nothing(
        f"/{today.isoformat()}" if sign < 0 else f"{today.isoformat()}/" if sign > 0 else f"{today.isoformat()}~"
    )


def length(view: View, i: int) -> Match | None:
    """Read a length that ends or begins with publication: "over the past six months", "within 90 days", "in two weeks"."""
    bare = not view.is_in(i, PREPOSITIONS)
    k = view.skip(i if bare else i + 1, ("just", "only"))
    k = view.skip(k, ("the", "these", "this"))
    word = view.low[k]
    if word in ("recent", "coming") and unit_at(view, k + 1) and view.low[k + 1].endswith("s"):
        return Match(k + 2, loose(view.today, -1 if word == "recent" else 1))
    if word in PAST_WORDS | NEXT_WORDS:
        return _towards(view, i, k, bare=bare)
    if bare or k > i + 1:
        return None
    return _ahead(view, i, k)


def _towards(view: View, i: int, k: int, *, bare: bool) -> Match | None:
    """Read "the past (six) months" and "the next (few) days" at the word that says which way."""
    word, sign = view.low[k], -1 if view.low[k] in PAST_WORDS else 1
    told = word in ("previous", "preceding", "following")
    article = k > i and view.is_in(k - 1, ("the", "this", "these"))
    found = amount(view, k + 1)
    if found is None and UNITS.get(view.low[k + 1]) and not view.low[k + 1].endswith("s"):
        if told or not article or (bare and word in ("last", "next")):
            return None
        found = (k + 2, 1, UNITS[view.low[k + 1]])
    if found is None or (view.is_in(found[0], ("of", "in")) and word == "last"):
        return None
    end, n, unit = found
    if told:
        return Match(end, _around_told(view, unit, n, sign))
    if n is None or view.today is None:
        return Match(end, loose(view.today, sign))
    return Match(end, _spanning(view.today, unit, n, sign))


def _spanning(day: date, unit: str, n: float, sign: int) -> Period:
    """Return the days from so many units before a day to it, or from it on."""
    if n != int(n):
        unit, n = {"year": ("month", n * 12), "decade": ("year", n * 10), "month": ("day", n * 30)}.get(unit, (unit, n))
    if unit == "hour":
        unit, n = "day", -(-n // 24)
    other = shift(day, unit, sign * int(n))
    return stretch(min(day, other), max(day, other))


def _around_told(view: View, unit: str, n: float | None, sign: int) -> Period:
    """Return a length that ends with, or begins after, the last time mentioned."""
    anchor = view.last_mentioned(Grain.DAY)
    if anchor is None or anchor.last is None or n is None:
        return nothing()
    return _spanning(anchor.last, unit, n, sign)


def _ahead(view: View, i: int, k: int) -> Match | None:
    """Read "within 90 days" and "in two weeks" where they look ahead from publication."""
    word = view.low[i]
    if word not in ("in", "within"):
        return None
    found = amount(view, view.skip(k, ABOUT))
    if found is None or view.is_in(found[0], ("of", "after", "before", "ago", "earlier", "later", "from", *DASHES)):
        return None
    end, n, unit = found
    if view.upos(end) in ("NOUN", "PROPN", "ADJ") and not view.is_in(end, ("time",)):
        return None
    timed = view.is_in(end, ("'", "'s")) and view.has(end + 1, "time")
    end = end + 2 if timed else end
    if view.is_in(
        i - 1, ("time", "first", "worst", "best", "highest", "lowest", "only", "once", "twice", "day", "ever")
    ):
        return None
    default = "future" if word == "within" or timed else "past"
    if not timed and view.direction(i, found[0], "past" if default == "past" else "future") != "future":
        return None
    if view.today is None:
        return Match(end, nothing())
    if n is None:
        return Match(end, loose(view.today, 1))
    return Match(end, _spanning(view.today, unit, n, 1) if word == "within" else _back(view.today, unit, n, 1))


VAGUE = {
    ("recent",): -1,
    ("the", "past"): -1,
    ("at", "this", "time"): 0,
    ("at", "this", "point"): 0,
    ("the", "present"): 0,
    ("previously",): -1,
    ("formerly",): -1,
    ("current",): 0,
    ("presently",): 0,
    ("future",): 1,
    ("long", "term"): 1,
    ("short", "term"): 1,
    ("near", "term"): 1,
    ("long", "-", "term"): 1,
    ("short", "-", "term"): 1,
    ("near", "-", "term"): 1,
    ("recently",): -1, ("lately",): -1, ("in", "the", "past"): -1, ("in", "the", "recent", "past"): -1, ("of", "late"): -1,
    ("now",): 0, ("nowadays",): 0, ("currently",): 0, ("at", "present"): 0, ("at", "the", "moment"): 0, ("right", "now"): 0,
    ("these", "days"): 0, ("soon",): 1, ("in", "the", "future"): 1, ("in", "the", "near", "future"): 1, ("shortly",): 1,
    ("in", "the", "long", "term"): 1, ("in", "the", "short", "term"): 1, ("in", "the", "near", "term"): 1,
}  # fmt: skip
"""Vague times and where they lie: before publication, at it, after it."""


def vague(view: View, i: int) -> Match | None:
    """Read "recently", "now", "in the near future"."""
    for size in (4, 3, 2, 1):
        words = tuple(view.low[i : i + size])
        if words in VAGUE:
            bound = words[-2:] == ("the", "past") and (unit_at(view, i + size) or amount(view, i + size))
            if words == ("future",) and not view.is_in(i - 1, ("the",)) and view.upos(i) != "ADJ":
                return None
            after = words == ("shortly",) and view.is_in(i + 1, ("before", "after"))
            listed = words == ("soon",) and (view.is_in(i + 1, ("after", "as")) or view.is_in(i - 1, ("as", "too")))
            if not (bound or after or listed or (view.number(i + size) and size > 1)):
                return Match(i + size, loose(view.today, VAGUE[words]))
    return None


def first_units(period: Period, n: int, unit: str, *, last: bool) -> Period:
    """Return the first or last so many units of a period: "the first six months of 2023"."""
    if period.first is None or period.last is None:
        return nothing()
    one = timedelta(days=1)
    if last:
        begin = shift(period.last + one, unit, -n)
        return stretch(max(begin, period.first), period.last)
    return stretch(period.first, min(shift(period.first, unit, n) - one, period.last))
