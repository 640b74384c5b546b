"""Weeks, weekends, quarters, halves, seasons, fiscal years, and units with "last", "this" and "next"."""

from onrecord.reading.dates import periods
from onrecord.reading.dates.days import weekday
from onrecord.reading.dates.periods import SOME_DAY, WINTER, Grain, Period, Recurring, back, nothing, shift, stretch
from onrecord.reading.dates.view import DASHES, Match, View
from onrecord.reading.dates.words import DAY_PARTS, SEASONS, UNITS, WEEKDAYS, listed
from onrecord.reading.dates.years import month, year_after, year_at

__all__ = ["determined", "fiscal", "part_of_year", "season", "the_unit", "told_time", "told_unit", "weekend"]

STEPS = {"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "past": -1}
BEFORE_SEASON = listed("in since by until till during last this next early mid late through over before after from to")


def weekend(view: View, i: int) -> Match | None:
    """Read "the weekend", "at the weekend", "weekend"."""
    if not view.is_in(i, ("weekend",)) or not view.is_in(i - 1, ("the", "a", "over", "mid", "")):
        return None
    if view.is_in(i - 1, ("a",)) or (view.modifies_noun(i, i + 1) and not view.is_in(i + 1, ("'s",))):
        return None
    if view.today is None:
        return Match(i + 1, nothing())
    return Match(i + 1, Recurring(Period.weekend, SOME_DAY))


def determined(view: View, i: int) -> Match | None:
    """Read "last week", "next Friday", "this summer", "last March", "the week before last", "this past Sunday"."""
    today = view.today
    if view.is_in(i, ("week", "month", "year")) and view.is_in(i + 1, ("before", "after")):
        if today and view.is_in(i + 2, ("last",) if view.low[i + 1] == "before" else ("next",)):
            return Match(i + 3, back(today, view.low[i], -2 if view.low[i + 1] == "before" else 2))
        return None
    word = view.low[i]
    if word not in STEPS:
        return None
    k, steps = i + 1, STEPS[word]
    if word == "this" and view.is_in(k, ("past", "coming", "last")):
        k, steps = k + 1, STEPS[view.low[k]]
    unit = view.low[k]
    if unit in ("week", "month", "year", "quarter"):
        return _unit(view, i, k, steps)
    if unit == "weekend":
        return Match(k + 1, Period.weekend(today, steps) if today else nothing())
    return _stepped(view, k, steps)


def _unit(view: View, i: int, k: int, steps: int) -> Match | None:
    """Read "last week" and the like, unless it is "the last week of", "the past year", or a length."""
    word, unit = view.low[i], view.low[k]
    if view.is_in(i - 1, ("the", "its", "their", "his", "her", "our", "my")) and word not in ("current", "this"):
        return None
    if view.today is None:
        return Match(k + 1, nothing())
    if word in ("past", "coming"):
        return None
    return Match(k + 1, back(view.today, unit, steps))


def _stepped(view: View, k: int, steps: int) -> Match | None:
    """Read what comes back every week or year with "last", "this" or "next" before it."""
    found = weekday(view, k) or month(view, k) or season(view, k, sure=True)
    if found is None or isinstance(found.value, Period):
        return found
    if steps == 0:
        return Match(found.end, found.value.this(view.today) if view.is_in(k, WEEKDAYS) else _this(view, k, found))
    return Match(found.end, found.value.near(view.today, "future" if steps > 0 else "past", strict=True))


def _this(view: View, start: int, match: Match) -> Period:
    """Return this month or season of the year: the one that goes on, else by the calendar year."""
    if not isinstance(match.value, Recurring) or view.today is None:
        return nothing()
    going = match.value.near(view.today, "past")
    if going.last and going.last >= view.today:
        return going
    if match.value.edtf == WINTER:
        return match.value.near(view.today, view.direction(start, match.end, "future"))
    return match.value.this(view.today)


def season(view: View, i: int, *, sure: bool = False) -> Match | None:
    """Read a season with a year or, where its company shows that it is one, without."""
    number = SEASONS.get(view.low[i])
    if number is None or view.upos(i) == "VERB":
        return None
    end = i + 1
    known = year_after(view, end)
    if known:
        end = known[0]
        if view.is_in(end, (*DASHES, "/")) and view.low[end + 1].isdigit() and len(view.low[end + 1]) in (2, 4):
            end += 2
        return Match(end, Period.part_of_year(known[1], number))
    if not sure and not _season_alone(view, i):
        return None
    return Match(end, periods.part_of_year(number))


def _season_alone(view: View, i: int) -> bool:
    """Whether a season's name means the season of a year: no fall of a city, no summer camp, no Arab Spring."""
    end = i + 1
    if view.is_in(end, ("of", "in", *DASHES)) or (view.modifies_noun(i, end) and not view.is_in(end, ("'s",))):
        return False
    if view.is_in(i - 1, ("early", "mid", "late", *DASHES)):
        return True
    if view.low[i] == "fall":
        return view.has(i - 2, "in", "the")
    if view.is_in(i - 2 if view.is_in(i - 1, ("the",)) else i - 1, BEFORE_SEASON):
        return True
    return view.upos(i - 1) not in ("PROPN", "ADJ", "NOUN", "DET", "NUM") and view.upos(i) == "NOUN"


def part_of_year(view: View, i: int) -> Match | None:
    """Read quarters and halves: "third quarter of 2022", "Q3", "H1 2023", "2022 Q3", "the first half of March"."""
    word = view.low[i]
    if len(word) == 2 and word[0] in "qh" and word[1] in "1234" and view.capital(i):
        number = int(word[1]) + (32 if word[0] == "q" else 39)
        return _with_year(view, i + 1, number) if number in (33, 34, 35, 36, 40, 41) else None
    if year_at(view, i) and len(view.low[i + 1]) == 2 and view.capital(i + 1):
        follow = part_of_year(view, i + 1)
        if follow and follow.end == i + 2:
            year = int(word) if word.isdigit() else 0
            return _with_year(view, i + 2, int(view.low[i + 1][1]) + (32 if view.low[i + 1][0] == "q" else 39), year)
    found = view.ordinal(i) or ((i + 1, 4) if word in ("final", "last") else None)
    if found is None or found[1] > 4:
        return None
    k = view.skip(found[0], DASHES)
    if not view.is_in(k, ("quarter", "quarters")):
        return None
    if word in ("final", "last") and not year_after(view, k + 1) and not view.has(k + 1, "of", "the", "year"):
        return None
    fiscal_year = view.is_in(k + 1, ("of", "in")) and view.is_in(view.skip(k + 2, ("the",)), ("fiscal", "fy"))
    return None if fiscal_year else _with_year(view, k + 1, 32 + found[1])


def _with_year(view: View, end: int, number: int, year: int = 0) -> Match:
    """Return a part of the year by its EDTF number, with the year that may follow."""
    if year:
        return Match(end, Period.part_of_year(year, number))
    found = year_after(view, end, comma=True)
    if found:
        return Match(found[0], Period.part_of_year(found[1], number))
    if view.is_in(end, ("of",)) and view.has(view.skip(end + 1, ("the",)), "year") and view.today:
        return Match(view.skip(end + 1, ("the",)) + 1, Period.part_of_year(view.today.year, number))
    return Match(end, periods.part_of_year(number))


def fiscal(view: View, i: int) -> Match | None:
    """Read fiscal years of the United States: "fiscal year 2023", "FY2023", "the 2023 fiscal year", "last fiscal year"."""
    if view.is_in(i, ("fiscal", "fy")):
        k = view.skip(i + 1, ("year", "years"))
        number = year_at(view, k) or (2000 + int(view.low[k]) if _short_year(view, i, k) else 0)
        if number:
            if (
                view.is_in(k + 1, (*DASHES, "/", "and"))
                and view.low[k + 2].isdigit()
                and len(view.low[k + 2]) in (2, 4)
            ):
                last = int(view.low[k + 2]) % 100 + number // 100 * 100
                if number < last < number + 20:
                    return Match(k + 3, Period.fiscal(number, last - number + 1))
            return Match(k + 1, Period.fiscal(number))
        return None
    number = year_at(view, i)
    if number and view.has(i + 1, "fiscal", "year"):
        return Match(i + 3, Period.fiscal(number))
    if view.is_in(i, STEPS) and view.has(i + 1, "fiscal", "year"):
        if view.today is None:
            return Match(i + 3, nothing())
        year = view.today.year + (view.today.month >= 10) + STEPS[view.low[i]]
        return Match(i + 3, Period.fiscal(year))
    return None


def _short_year(view: View, i: int, k: int) -> bool:
    word = view.low[k].lstrip("'")
    return view.is_in(i, ("fy",)) and len(word) == 2 and word.isascii() and word.isdigit() and word == view.low[k]


FOLLOWING = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0, "that": 0, "prior": -1}


def told_unit(view: View, i: int) -> Match | None:
    """Read units counted from a time in the text: "the next day", "the following week", "that month", "the night before"."""
    word = view.low[i]
    if word in FOLLOWING and (word == "that" or view.is_in(i - 1, ("the", "on", "in", "very", ""))):
        k = view.skip(i + 1, ("very", "calendar"))
        steps = FOLLOWING[word]
        if word == "next" and not view.is_in(i - 1, ("the",)):
            return None
    elif view.is_in(i + 1, ("before", "after")) and view.is_in(i - 1, ("the",)):
        k, steps = i, 1 if view.low[i + 1] == "after" else -1
        if not _ends_there(view, i + 2):
            return None
    else:
        return None
    unit = "day" if view.is_in(k, DAY_PARTS) else view.low[k]
    end = k + 1 if k > i else i + 2
    if unit == "weekend":
        anchor = view.last_mentioned(Grain.WEEK)
        return Match(end, Period.weekend(anchor.last, steps) if anchor and anchor.last else nothing())
    if unit not in ("day", "week", "month", "year", "decade", "quarter"):
        return None
    if word == "next" and unit not in ("day", "week") and not _ends_there(view, end):
        return None
    return Match(day_end(view, end, unit), counted_from(view, unit, steps, single=True))


def the_unit(view: View, i: int) -> Match | None:
    """Read a bare "the day", "the quarter", "the entire year": that of the last time mentioned, else of publication.

    Only where a preposition or a verb like "end" shows that a certain one is meant.
    """
    if not view.is_in(i - 1, ("the",)):
        return None
    whole = view.is_in(i, ("entire", "whole", "full"))
    k = i + 1 if whole else i
    unit = view.low[k]
    if unit not in ("day", "week", "month", "quarter", "year") or not _closes(view, k + 1):
        return None
    lemma = view.parse.lemmas[view.at[i - 2]] if view.low[i - 2] else ""
    if not whole and not (view.is_in(i - 2, ("for", "on", "during", "over", "in")) or lemma in ENDING):
        return None
    return Match(k + 1, counted_from(view, unit, 0, single=True))


ENDING = frozenset(("end", "finish", "close", "start", "begin", "open"))


def _closes(view: View, i: int) -> bool:
    """Whether a phrase ends before a piece: no noun, no "of", no clause follows."""
    return view.upos(i) in ("", "PUNCT", "ADP", "CCONJ", "AUX", "VERB", "ADV") and not view.is_in(
        i, ("of", "before", "after", "when", "ago", "earlier", "later", *DASHES)
    )


def told_time(view: View, i: int) -> Match | None:
    """Read "(by) then" and "that time": the last time mentioned."""
    if view.is_in(i, ("then",)):
        end = i + 1 if view.is_in(i - 1, ("since", "by", "until", "till")) else i
    else:
        end = i + 2 if view.has(i, "that", "time") and not view.is_in(i - 1, ("all", "of")) else i
    if end == i:
        return None
    anchor = view.last_mentioned(Grain.OTHER)
    return Match(end, anchor or nothing())


def day_end(view: View, end: int, unit: str) -> int:
    """Return where "the next day" ends if a part of the day follows."""
    return end + 1 if unit == "day" and view.is_in(end, DAY_PARTS) else end


def _ends_there(view: View, i: int) -> bool:
    """Whether nothing follows that "before" or "after" would point to."""
    return view.upos(i) in ("", "PUNCT", "AUX", "VERB", "ADP", "CCONJ", "SCONJ") and view.upos(i) != "NUM"


GRAINS = {
    "hour": Grain.DAY, "day": Grain.DAY, "week": Grain.DAY, "fortnight": Grain.DAY,
    "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR, "decade": Grain.YEAR, "century": Grain.YEAR,
}  # fmt: skip


def counted_from(view: View, unit: str, n: int, *, single: bool = False) -> Period:
    """Return what lies ``n`` units after the last time mentioned; before it if ``n`` is negative.

    Args:
        view: the text.
        unit: what is counted.
        n: how many.
        single: the unit itself is meant ("the following week"), not a day so far away ("a week later").
    """
    anchor = view.last_mentioned(Grain.WEEK if single and unit == "week" else GRAINS[unit])
    if anchor is None or anchor.last is None:
        if n > (0 if single else -1) or view.today is None:
            return nothing()
        anchor = Period.day(view.today)
        if not single:
            return back(view.today, unit, n)
    last = anchor.last
    if last is None:
        return nothing()
    if single:
        return Period.day(shift(last, unit, n)) if unit == "day" else back(last, unit, n)
    other = shift(last, unit, n)
    match anchor.grain:
        case Grain.MONTH:
            return Period.months(other.year, other.month)
        case Grain.YEAR:
            return Period.year(other.year)
        case Grain.DAY | Grain.WEEK:
            return Period.day(other)
    first = anchor.first
    return stretch(shift(first, unit, n), other, anchor.grain) if first else nothing()


def unit_at(view: View, i: int) -> str:
    """Return the unit a piece names, "" if none."""
    return UNITS.get(view.low[i], "")
