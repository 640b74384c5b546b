"""Months, years, decades and centuries, and the years that other expressions borrow."""

from onrecord.reading.dates import periods
from onrecord.reading.dates.periods import Grain, Period, nothing
from onrecord.reading.dates.view import DASHES, Match, View
from onrecord.reading.dates.words import EARLY_LATE, MONTHS, MONTHS_SHORT, NUMBER_TENS, listed
from onrecord.records.values import EntityKind

__all__ = ["century", "decade", "month", "month_at", "relative_year", "year", "year_after", "year_at"]

BEFORE_MONTH = listed(
    "in of since by until till before after from to between and during last next this early mid late through for "
    "previous throughout"
)
BEFORE_YEAR = listed(
    "in since of by until till before after from to between and during for through throughout early mid late post pre "
    "around circa into year"
)
FIRM = frozenset(("since", "until", "till"))
"""Words that only a time can follow, "at least" or "about" between them or not."""
NOT_YEARS = listed(
    "resolution resolutions no number numbers nr res unscr article articles section page pages room flight flights route "
    "highway about some nearly almost over than least roughly approximately most additional another only up total "
    "$ € £ ¥ # us$ usd eur at case bill order directive regulation decision model type paragraph chapter unit"
)
"""Words before a number that make it something else than a year."""
MEASURES = listed(
    "km kilometres kilometers miles metres meters feet tonnes tons kg kilograms pounds dollars euros people troops soldiers "
    "barrels hours gmt utc hrs hectares acres men women children rounds percent % drones missiles rockets shells tanks "
    "vehicles aircraft rifles jobs units pieces members workers employees fighters residents passengers protesters words "
    "euro rubles roubles mw mph cases copies million billion thousand"
)
"""Words after a number that make it a count."""
LIST_REACH = 12


def month_at(view: View, i: int) -> int:
    """Return the number of the month a piece names, 0 if it names none; "may" and "March" people are not months."""
    word = view.low[i] if i < len(view.low) else ""
    number = MONTHS.get(word) or MONTHS_SHORT.get(word) or 0
    if not number or not view.capital(i) or view.upos(i) in ("AUX", "VERB") or view.named(i, EntityKind.PERSON):
        return 0
    return number


def month(view: View, i: int) -> Match | None:
    """Read a month with or without a year."""
    number = month_at(view, i)
    if not number:
        return None
    word, end = view.low[i], i + 1
    if word in MONTHS_SHORT and not view.word(i).endswith(".") and view.is_in(end, (".",)) and view.low[end + 1]:
        end += 1
    found = year_after(view, end, comma=True)
    if found:
        return Match(found[0], Period.months(found[1], number))
    shared = _shared_year(view, end)
    if shared:
        return Match(end, Period.months(shared, number))
    dotted = view.word(i).endswith(".") or view.is_in(i + 1, (".",))
    if word in MONTHS_SHORT and not (dotted or view.is_in(i - 1, BEFORE_MONTH)):
        return None
    if word in ("may", "march") and not _is_month(view, i):
        return None
    return Match(end, periods.month(number))


def _shared_year(view: View, i: int) -> int:
    """Return the year that months share: "January | and February 2023"; 0 if there is none."""
    if not view.is_in(i, ("and", "or", ",", "/")) or not month_at(view, i + 1):
        return 0
    found = year_after(view, i + 2)
    return found[1] if found else 0


def _is_month(view: View, i: int) -> bool:
    """Whether "May" or "March" is a month by its company."""
    if view.is_in(i - 1, BEFORE_MONTH):
        return True
    relation = view.parse.relations[view.at[i]]
    return relation.split(":")[0] in ("compound", "obl") or relation in ("nmod:poss", "nmod:unmarked")


def year_at(view: View, i: int) -> int:
    """Return the year a piece gives in figures, 0 if it gives none."""
    word = view.low[i] if i < len(view.low) else ""
    if len(word) == 4 and word.isascii() and word.isdigit() and "1000" <= word < "2200":
        return int(word)
    if len(word) == 3 and word[0] == "'" and word[1:].isascii() and word[1:].isdigit():
        return _two_digits(word[1:])
    return 0


def _two_digits(digits: str) -> int:
    return int(digits) + (2000 if int(digits) < 40 else 1900)


def year_after(view: View, i: int, *, comma: bool = False) -> tuple[int, int] | None:
    """Read a year that completes what stands before it: "(of) 2022", ", 2022", "of last year".

    Returns:
        Where it ends, and the year.
    """
    k = view.skip(i, (",",)) if comma else i
    k = view.skip(k, ("of", "in"))
    number = year_at(view, k)
    if number and not view.is_in(k + 1, MEASURES):
        return k + 1, number
    return relative_year(view, view.skip(i, ("of", "in")))


def relative_year(view: View, i: int) -> tuple[int, int] | None:
    """Read "last year", "that year", "the year before" as a year of the calendar: where it ends, and the year."""
    k = view.skip(i, ("the",))
    anchor = view.last_mentioned(Grain.YEAR)
    told = anchor.last.year if anchor and anchor.last else 0
    word = view.low[k]
    if view.is_in(k + 1, ("year",)):
        if word in ("that", "same"):
            return (k + 2, told) if told else None
        if word in ("previous", "preceding", "following"):
            return (k + 2, told + (1 if word == "following" else -1)) if told else None
        if view.today and word in ("last", "this", "next", "current", "past"):
            if k > i and word != "current":
                return None
            return k + 2, view.today.year + {"last": -1, "past": -1, "next": 1}.get(word, 0)
    if told and k > i and view.has(k, "year") and view.is_in(k + 1, ("before", "after")):
        return k + 2, told + (1 if view.low[k + 1] == "after" else -1)
    return None


def year(view: View, i: int) -> Match | None:
    """Read a year, or years joined by a dash or a stroke, in figures."""
    number = year_at(view, i)
    if not number or not _is_year(view, i, number):
        return None
    if view.is_in(i + 1, (*DASHES, "/", "to")) and view.low[i + 2].isdigit() and view.low[i + 2].isascii():
        last = view.low[i + 2]
        until = int(last) if len(last) == 4 else number // 100 * 100 + int(last) if len(last) == 2 else 0
        if number < until < number + 100 and not view.is_in(i + 3, DASHES):
            return Match(i + 3, Period.year(number, until - number + 1))
    return Match(i + 1, Period.year(number))


def _is_year(view: View, i: int, number: int) -> bool:
    """Whether a number of four figures is a year and no count, no number of a resolution, no time of day."""
    k = i - 1
    while view.is_in(k, ("at", "least", "about", "around")):
        k -= 1
    before, after = view.low[k if view.is_in(k, FIRM) else i - 1], view.low[i + 1]
    if (
        before in NOT_YEARS
        or after in MEASURES
        or _listed(view, i)
        or (before in (".", "/", ":") and i > 1 and view.at[i] > 0)
    ):
        return False
    if before in DASHES and not (view.low[i - 2] in EARLY_LATE or view.low[i - 2] in ("post", "pre", "end")):
        return False
    if after in DASHES and view.is_in(
        i + 2, ("strong", "pound", "mile", "km", "kilometre", "kilometer", "foot", "ton", "tonne")
    ):
        return False
    if view.low[i][0] == "'":
        return before in BEFORE_YEAR
    head = view.parse.heads[view.at[i]]
    counted = view.parse.relations[view.at[i]] == "nummod" and head is not None and 0 < head - view.at[i] < 4
    determined = view.upos(i - 1) in ("DET", "PRON", "PART") or before in ("'s", "'", "(")
    if not 1900 <= number <= 2099 or number % 100 == 0:
        return (before in BEFORE_YEAR or before == "(") and not counted
    if counted and not determined and head is not None:
        plural = view.parse.words[head].lower().endswith("s") and view.parse.words[head].islower()
        return not (plural and before in ("", "of", "with", "and", "by", ","))
    return True


def _listed(view: View, i: int) -> bool:
    """Whether a number stands in a list that a word like "Resolutions" opens."""
    for k in range(i - 1, max(0, i - LIST_REACH), -1):
        word = view.low[k]
        if word in ("resolution", "resolutions", "articles", "unscr"):
            return view.low[i - 1] != "("
        if not (word.isdigit() or word in (",", "and", "(", ")", "or")):
            return False
    return False


def decade(view: View, i: int) -> Match | None:
    """Read "1990s", "'90s", "nineties", and "1800s" as a century."""
    word = view.low[i]
    if word in DECADE_WORDS:
        sure = view.is_in(i - 1, ("the", "early", "mid", "late", "'", *DASHES))
        return (
            Match(i + 1, Period.decade(1900 + DECADE_WORDS[word]))
            if sure and not view.is_in(i - 1, ("her", "his"))
            else None
        )
    end, digits = i + 1, word
    if word.endswith("'s") and word[:-2].isdigit():
        digits = word[:-2] + "s"
    elif word.isdigit() and len(word) == 4 and word[3] == "0" and view.has(i + 1, "'s"):
        end, digits = i + 2, word + "s"
        if view.upos(end) in ("NOUN", "PROPN", "ADJ"):
            return None
    number = digits[:-1].lstrip("'")
    if digits[-1:] != "s" or not number.isascii() or not number.isdigit() or number[-1] != "0":
        return None
    if len(number) == 2:
        sure = digits[0] == "'" or view.is_in(i - 1, ("the", "early", "mid", "late", "'", *DASHES))
        start = int(number) + (1900 if int(number) > 20 else 2000)
        return Match(end, Period.decade(start)) if sure and not view.has(i - 2, "in", "their") else None
    if len(number) == 4 and "1000" <= number < "2200":
        whole = int(number) % 100 == 0 and number != "2000"
        return Match(end, Period.century(int(number) // 100) if whole else Period.decade(int(number)))
    return None


DECADE_WORDS = {name[:-1] + "ies": n for name, n in NUMBER_TENS.items()}


def century(view: View, i: int) -> Match | None:
    """Read "19th century", "nineteenth-century", "this century", "last century"."""
    found = view.ordinal(i)
    if found:
        k = view.skip(found[0], DASHES)
        if view.is_in(k, ("century",)) and 1 <= found[1] <= 22:
            before_christ = view.is_in(k + 1, ("bc", "bce"))
            return Match(k + 2, nothing()) if before_christ else Match(k + 1, Period.century(found[1] - 1))
    if view.today and view.is_in(i, ("this", "last", "next")) and view.is_in(i + 1, ("century", "decade")):
        steps = {"last": -1, "next": 1}.get(view.low[i], 0)
        if view.has(i + 1, "century"):
            return Match(i + 2, Period.century(view.today.year // 100 + steps))
        if steps == 0:
            return Match(i + 2, Period.decade(view.today.year // 10 * 10))
    return None
