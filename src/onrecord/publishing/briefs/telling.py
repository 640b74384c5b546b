"""How statements are told: who, in what stance, where and when, and in which exact words; never in our own voice."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from onrecord.publishing.briefs.citing import Citations, Piece, flat
from onrecord.publishing.briefs.quoting import quoted
from onrecord.publishing.words import number
from onrecord.records import Certainty, Figure, Imprint, Said, Stance
from onrecord.records.briefs import Name, Words

__all__ = [
    "counted",
    "day_in_words",
    "days_in_text",
    "does",
    "figure_in_words",
    "listed",
    "place",
    "series",
    "stated",
    "told",
    "voices",
    "when",
    "who",
    "writes_itself",
]

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_DOES: dict[Stance | None, str] = {
    Stance.ASSERTS: "said so",
    Stance.DENIES: "denied it",
    Stance.DISMISSES: "dismissed it without denying it",
    Stance.DOUBTS: "doubted it",
    Stance.WITHHOLDS: "did not confirm it",
    Stance.DECLINES: "gave no comment or no answer",
    Stance.EXPECTS: "said that it will or may be so",
    Stance.COMMITS: "undertook it",
    Stance.DEMANDS: "asked that it be done",
    Stance.RETRACTS: "took back what had been said of it",
    None: "spoke of it, in what stance is not known",
}
_SURE = {Certainty.PROBABLE: "said that it is probably so", Certainty.POSSIBLE: "said that it may be so"}
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b(?!T)")
_SMALL = {"the", "a", "an", "this", "that", "its", "his", "her", "their", "several", "some", "many", "other", *_NUMBERS}
"""Words that begin small where they do not begin a sentence."""
LISTED = 8
"""Things told one by one in a sentence; the rest are counted."""
LIMITING = 160
"""Characters quoted of a condition or a limit."""
_Thing = TypeVar("_Thing")


def counted(n: int, noun: str) -> str:
    """Return a number as prose has it: "one origin", "four origins", "1,200 origins"."""
    return f"{_NUMBERS[n] if n < len(_NUMBERS) else f'{n:,}'} {noun}{'' if n == 1 else 's'}"


def day_in_words(day: date) -> str:
    """Return a day as prose has it: "2 February 2024"."""
    return f"{day.day} {day:%B} {day.year}"


def days_in_text(text: str) -> str:
    """Return words of the register with their days as prose has them; instants stay as they are."""

    def worded(found: re.Match[str]) -> str:
        try:
            return day_in_words(date(*map(int, found.groups())))
        except ValueError:
            return found[0]

    return _ISO.sub(worded, text)


def when(imprint: Imprint) -> str:
    """Return the public day of a document; of one that tells none, that it is not known."""
    if imprint.published_on is not None:
        return day_in_words(imprint.published_on)
    seen = f", first seen on {day_in_words(imprint.first_seen)}" if imprint.first_seen is not None else ""
    return f"day not known{seen}"


def series(items: Sequence[Piece], *, wide: bool = False) -> Piece:
    """Return things as a list in a sentence: "a", "a and b", "a; b; and c"; ``listed`` makes few of many.

    Args:
        items: the things.
        wide: whether they are clauses, which a semicolon divides also where there are two.
    """
    if len(items) == 2 and wide:
        return [items[0], "; ", items[1]]
    if len(items) < 3:
        return [[" and " if n else "", item] for n, item in enumerate(items)]
    plain = not any(isinstance(part, Name | Words) and set(",;(") & set(part.text) for part in flat(items))
    between, last = (", ", " and ") if plain else ("; ", "; and ")
    return [["" if not n else last if n == len(items) - 1 else between, item] for n, item in enumerate(items)]


def listed(things: Sequence[_Thing], tell: Callable[[_Thing], Piece], most: int = LISTED) -> list[Piece]:
    """Return things as the items of a list: of many the first, and how many more; none is cited that is not told."""
    shown = things if len(things) <= most + 1 else things[:most]
    rest = len(things) - len(shown)
    return [*map(tell, shown), *([f"{rest:,} more"] if rest else [])]


def writes_itself(said: Said) -> bool:
    """Whether an outlet tells something without naming a source."""
    return said.root is None and said.imprint.entered_by is None and said.source in (None, said.imprint.outlet)


def who(said: Said, cited: Citations) -> Piece:
    """Return whose word a statement is."""
    if writes_itself(said):
        return [Name(said.imprint.outlet), " itself"] if said.imprint.outlet else "the document itself"
    if said.source is None:
        return "somebody who is not named"
    return [Name(_within(said.source)), " (not named)" if cited.spoken(said).named is False else ""]


def voices(said: Sequence[Said], cited: Citations, most: int = LISTED) -> Piece:
    """Return who speaks in statements, each with the number of its citation; of many the first, and how many more.

    Args:
        said: the statements.
        cited: what has been cited so far.
        most: how many are named.
    """
    return series(listed(said, lambda s: [who(s, cited), cited.of(s)], most))


def _within(name: str) -> str:
    """Return a name as it stands within a sentence: its article or number begins small."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.casefold() in _SMALL else name


def does(said: Said) -> str:
    """Return what somebody does with a claim: "said so", "denied it"; what holds under a condition says so."""
    if said.beside:
        return "spoke beside it, saying nothing of whether it is so"
    if said.stance is Stance.ASSERTS:
        told = _SURE.get(said.certainty, _DOES[Stance.ASSERTS]) if said.certainty is not None else "said so"
    else:
        told = _DOES[said.stance]
    if writes_itself(said) and said.stance is Stance.ASSERTS:
        told = told.replace("said", "wrote", 1) + ", naming no source"
    return f"{told}, but only under a condition" if said.condition else told


def place(said: Said, cited: Citations) -> Piece:
    """Return where and when a statement was public, and by way of whom."""
    imprint = said.imprint
    if imprint.entered_by is not None:
        by: list[Piece] = ["entered by hand by ", Name(imprint.entered_by), ", ", when(imprint)]
        return [*by, ", translated by ", Name(imprint.translator)] if imprint.translator else by
    outlet: Piece = Name(imprint.outlet) if imprint.outlet else "outlet not known"
    spoken = cited.spoken(said)
    relays: Piece = [", citing ", series(listed(spoken.relays, Name))] if spoken.relays else ""
    places: Piece = [", as told in ", series(listed(spoken.places, Name))] if spoken.places else ""
    return [outlet, ", ", when(imprint), relays, places]


def stated(said: Said, cited: Citations) -> Piece:
    """Return who does what with a claim, with the limits that the statement sets itself."""
    spoken, text = cited.spoken(said), does(said)
    found: list[Piece] = [who(said, cited), " ", text]
    if said.condition and spoken.condition:
        found += [": ", quoted(said.imprint.id, spoken.text, spoken.condition, LIMITING)]
    if said.scope is not None:
        limits = quoted(said.imprint.id, spoken.text, spoken.scope, LIMITING) if spoken.scope else Name(said.scope)
        found += [", only within the limits of ", limits]
    return found


def told(said: Said, cited: Citations, *, quoting: bool = True) -> list[Piece]:
    """Return a statement as a sentence: who, what, where, when, and the exact words."""
    end: list[Piece] = [": ", cited.quote(said), "."] if quoting else ["."]
    return [stated(said, cited), " (", place(said, cited), ")", *end, cited.of(said)]


def figure_in_words(figure: Figure) -> str:
    """Return a number, an amount or a day that statements give."""
    if figure.kind == "day":
        return _days(*(date.fromisoformat(str(v)) if v is not None else None for v in (figure.low, figure.high)))
    low, high = (number(float(v)) if v is not None else None for v in (figure.low, figure.high))
    unit = "" if figure.kind == "number" else f" {figure.kind}"
    if low is not None and high is not None:
        return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"
    return f"at least {low}{unit}" if low is not None else f"at most {high}{unit}"


def _days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        known = first or last
        assert known is not None
        return f"{'no earlier' if first is not None else 'no later'} than {day_in_words(known)}"
    if first == last:
        return day_in_words(first)
    if (first.day, first.month, last.day, last.month, first.year) == (1, 1, 31, 12, last.year):
        return str(first.year)
    month = (first.year, first.month) == (last.year, last.month)
    if month and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return f"{first:%B} {first.year}"
    return f"between {day_in_words(first)} and {day_in_words(last)}"
