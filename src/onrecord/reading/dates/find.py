"""Going through a text for time expressions."""

from dataclasses import dataclass
from datetime import date

from onrecord.reading.dates.core import BY_WORD, MODIFIERS
from onrecord.reading.dates.counted import VAGUE
from onrecord.reading.dates.limits import BOUND_FIRST, COUNTING_FIRST, expression
from onrecord.reading.dates.periods import Period
from onrecord.reading.dates.view import View
from onrecord.reading.dates.words import DAY_PARTS, listed
from onrecord.records import Parse, When

__all__ = ["FoundDate", "find_dates"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A time expression.

    Attributes:
        start: its first word, an index into the words of the parse.
        end: one past its last word.
        when: what it means.
    """

    start: int
    end: int
    when: When


OPENERS = COUNTING_FIRST | BOUND_FIRST | {"between", "from", "the", "this", "that", "same", "very"}
"""Words that may open an expression and say no time themselves."""
WEAK = listed("the a an in to that this of on course one no same very at be for - not short long near point")
"""Words that stand in expressions and far oftener elsewhere."""
TIMES = (frozenset(BY_WORD) | MODIFIERS | DAY_PARTS | {"anniversary", *(w for words in VAGUE for w in words)}) - WEAK
"""Words one of which an expression has to hold, beside numbers."""
ARTICLES = frozenset(("the", "a", "an", "this", "that", "of", "its", "their", "his", "her", "same", "some", "these"))
REACH = 4
"""How many pieces an expression may open with before one that says a time."""


def find_dates(parse: Parse, published_on: date | None) -> tuple[FoundDate, ...]:
    """Find the time expressions of a text and the days they mean.

    Args:
        parse: the layers of the text.
        published_on: the day it was published. Without it, an expression that needs it is found too, but gives no
            interval; its EDTF value has an X for each figure that is not known.

    Returns:
        The expressions in order, none overlapping. Where a time is vague ("in recent weeks"), both days are None and the
        EDTF value leaves the unknown end empty ("/2024-02-22"); the same for what counts from a day the text does not name.
    """
    view = View(parse, published_on)
    found, after = list[FoundDate](), 0
    for i in _places(view.low):
        if i < after:
            continue
        match = _try(view, i)
        if match is None:
            continue
        end_piece, value = match
        start, end = view.at[i], view.at[end_piece - 1] + 1
        if not found or start >= found[-1].end:
            found.append(FoundDate(start, end, value.when()))
            view.mention(value)
        after = end_piece
    return tuple(found)


def _places(low: list[str]) -> list[int]:
    """Return where an expression may begin: at a word that can open one, with one that says a time not far behind."""
    places = list[int]()
    told = len(low)
    for i in range(len(low) - 1, -1, -1):
        word = low[i]
        says = word in TIMES or word[:1].isdigit() or (word[:1] == "'" and word[1:2].isdigit())
        if says:
            told = i
        if says or (word in OPENERS and told - i <= (1 if word in ARTICLES else REACH)):
            places.append(i)
    places.reverse()
    return places


def _try(view: View, i: int) -> tuple[int, Period] | None:
    """Read an expression; one that leaves the calendar (before the year 1, after 9999) is none."""
    try:
        return expression(view, i)
    except (ValueError, OverflowError):
        return None
