"""TIMEX3 values of MEANTIME, with dateparser beside them.

The documents are read in their own words, their creation day as publication day. Counted are expressions of
type DATE, without the creation times themselves. DURATION and SET are lengths and rhythms, which ``find_dates`` does not
look for; TIME asks for hours, which it does not give; all three are left out. Some expressions annotated as DATE have the
value of a length, or none (``P9D``, ``XXXX-XX-XX``), and others name no time of the calendar (``PAST_REF``), so there is a
second figure over the values that begin with a year.

Our value is that of the found expression that overlaps the annotated one most; where it is longer ("from 2009 to 2011"
for "2009"), the annotated words are read alone, as long as both begin or end alike. It is right if it is, to the letter,
the annotated one, but for the part of a day ("2008-01-09TMO"), which is cut off; nothing found counts as wrong. Where we
give no interval, the end that the EDTF value leaves unknown tells PAST_REF, PRESENT_REF and FUTURE_REF apart. What is no
single unit is written as TIMEX3 does: a part of a month, year or decade as the whole ("late 2006" is 2006), an open time
as its closed end, a length up to or from publication as a length ("P6M").
dateparser gets the words of each expression as annotated, which is easier than finding them.
"""

import gzip
import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import onrecord
from evaluation.results import DataError, Figure, share_figure
from onrecord.reading.dates import FoundDate, find_dates
from onrecord.records import Parse, Reading, Span, When
from training.corpus import held_out

__all__ = [
    "MEANTIME", "Timex", "best_of", "dateparser_value", "found_spans", "read_timex", "timex_figures", "timex_misses",
    "timex_value",
]  # fmt: skip

MEANTIME = Path(__file__).resolve().parents[2] / "shared" / "data" / "meantime" / "all.jsonl.gz"
PARTS = ("errors read", "errors not read")
FIGURES = ("value", "calendar value", "dateparser value", "dateparser calendar value")
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def found_spans(reading: Reading, found: Iterable[FoundDate]) -> list[tuple[Span, When]]:
    """Return time expressions as spans of the text with their times."""
    words = reading.word_spans
    return [((words[f.start][0], words[f.end - 1][1]), f.when) for f in found]


def best_of(found: Iterable[tuple[Span, When]], span: Span) -> tuple[Span, When | None]:
    """Return the time that overlaps a span most, with its own span; None if none does."""
    overlap = 0
    best: tuple[Span, When | None] = ((0, 0), None)
    for place, when in found:
        common = min(place[1], span[1]) - max(place[0], span[0])
        if common > overlap:
            overlap, best = common, (place, when)
    return best


@dataclass(frozen=True, slots=True)
class Timex:
    """An annotated expression.

    Attributes:
        document: id of its document.
        created: creation day of the document, if it has one.
        span: half-open range of the document's words.
        text: its words.
        value: TIMEX3 value, without a part of the day.
    """

    document: str
    created: date | None
    span: Span
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class TimexDocument:
    """A document with the expressions that count."""

    id: str
    created: date | None
    sentences: tuple[tuple[str, ...], ...]
    expressions: tuple[Timex, ...]


def read_timex(path: Path = MEANTIME) -> Iterator[TimexDocument]:
    """Yield the documents of MEANTIME with their DATE expressions, creation times left out.

    Raises:
        DataError: no such file.
    """
    if not path.is_file():
        raise DataError(f"{path}: got no such file; expected MEANTIME as gzipped JSON lines")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            sentences = tuple(tuple(s) for s in row["sents"] if s)
            starts = _starts(row["sents"])
            created = _created(row.get("dct"), sentences[1] if len(sentences) > 1 else ())
            yield TimexDocument(row["id"], created, sentences, tuple(_expressions(row, created, starts)))


def _created(stored: str | None, dateline: Sequence[str]) -> date | None:
    """Return a creation day. One document writes it the day first; two leave it to the line below their headline."""
    if not stored:
        try:
            return datetime.strptime(" ".join(dateline), "%B %d , %Y").replace(tzinfo=UTC).date()
        except ValueError:
            return None
    parts = stored[:10].split("-")
    return date.fromisoformat("-".join(parts if len(parts[0]) == 4 else reversed(parts)))


def _starts(sentences: Sequence[Sequence[str]]) -> list[int]:
    """Return the number of the first word of each sentence."""
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence)
    return starts


def _expressions(row: dict[str, Any], created: date | None, starts: list[int]) -> Iterator[Timex]:
    for mention in row["mentions"]:
        counted = mention["kind"] == "TIMEX3" and mention.get("type") == "DATE" and mention["tokens"]
        if counted and mention.get("functionInDocument") != "CREATION_TIME":
            places = sorted(starts[s] + t for s, t in mention["tokens"])
            value = _whole_day(mention["value"])
            yield Timex(row["id"], created, (places[0], places[-1] + 1), mention["text"], value)


def _whole_day(value: str) -> str:
    return value.partition("T")[0] if value[:1].isdigit() else value


def timex_value(when: When, created: date | None) -> str | None:
    """Return the TIMEX3 value of a time, None where TIMEX3 has none.

    Args:
        when: what was found.
        created: creation day, which lengths end or begin with.
    """
    first, last, edtf = when.first, when.last, when.edtf
    if first is None and last is None:
        return _reference(edtf)
    if first is None or last is None:
        return _open_value(edtf, first, last)
    if "/" not in edtf:
        return _unit_value(edtf)
    if first.weekday() == 0 and (last - first).days == 6:
        return _week(first)
    if (first.weekday(), (last - first).days) == (5, 1):
        return f"{_week(first)}-WE"
    if created in (first, last) and first < last and first.day != 1 and (last + timedelta(days=1)).day != 1:
        return _length(first, last)
    if (first.month, first.day, last.month, last.day) == (10, 1, 9, 30):
        return f"FY{last.year}"
    return _enclosing(first, last)


def _length(first: date, last: date) -> str:
    """Return a length up to or from publication in the largest unit that fits: "P6M", "P9D"."""
    if first.day == last.day:
        months = 12 * (last.year - first.year) + last.month - first.month
        return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"
    days = (last - first).days
    return f"P{days // 7}W" if days % 7 == 0 else f"P{days}D"


def _reference(edtf: str) -> str | None:
    if edtf.endswith("~"):
        return "PRESENT_REF"
    return "PAST_REF" if edtf.startswith("/") else "FUTURE_REF" if edtf.endswith("/") else None


def _unit_value(edtf: str) -> str:
    """Return the value of a unit of EDTF: seasons, quarters and halves are written otherwise."""
    year, _, part = edtf.partition("-")
    if part in SEASONS:
        return f"{year}-{SEASONS[part]}"
    if part in ("33", "34", "35", "36"):
        return f"{year}-Q{int(part) - 32}"
    if part in ("40", "41"):
        return f"{year}-H{int(part) - 39}"
    return edtf.rstrip("X") if edtf.endswith("X") else edtf


def _open_value(edtf: str, first: date | None, last: date | None) -> str | None:
    """Return the value of an open time: that of the unit its closed end belongs to."""
    if first:
        return _unit_value(edtf.removesuffix("/..")) if edtf.endswith("/..") else first.isoformat()
    return last.isoformat() if last else None


def _enclosing(first: date, last: date) -> str | None:
    """Return the smallest unit that holds two days."""
    if (last - first).days < 7 and first.isocalendar()[:2] == last.isocalendar()[:2]:
        return _week(first)
    if first.year == last.year:
        return first.isoformat()[:7] if first.month == last.month else str(first.year)
    return str(first.year)[:3] if first.year // 10 == last.year // 10 else None


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def dateparser_value(text: str, created: date | None) -> str | None:
    """Return what dateparser makes of an expression, to the precision it reports; None if nothing.

    Raises:
        DataError: dateparser is not installed.
    """
    try:
        parser = import_module("dateparser.date").DateDataParser
    except ImportError as error:
        raise DataError(
            "dateparser: got no such package; expected it installed, for the figures beside ours"
        ) from error
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if created:
        settings["RELATIVE_BASE"] = datetime.combine(created, time())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = parser(languages=["en"], settings=settings).get_date_data(text)
    day = found.date_obj
    if day is None:
        return None
    size = {"year": 4, "month": 7}.get(found.period, 10)
    return _week(day.date()) if found.period == "week" else day.date().isoformat()[:size]


def _ours(document: TimexDocument, read: Callable[..., Parse]) -> list[tuple[Timex, str | None]]:
    """Return each expression with the value we give it."""
    parse = read(document.sentences)
    found = [((f.start, f.end), f.when) for f in find_dates(parse, document.created)]
    answers = list[tuple[Timex, str | None]]()
    for expression in document.expressions:
        span, when = best_of(found, expression.span)
        if when and (span[0] < expression.span[0] or span[1] > expression.span[1]):
            when = _alone(parse, expression, when)
        answers.append((expression, timex_value(when, document.created) if when else None))
    return answers


def _alone(parse: Parse, expression: Timex, whole: When) -> When:
    """Return what an expression means where a longer one was found: "2009" in "from 2009 to 2011", "2018" in "by 2018".

    It has to begin or end as the longer one does; else the longer one's value stands.
    """
    found = find_dates(replace(parse, sentences=(expression.span,)), expression.created)
    fits = len(found) == 1 and (whole.first, whole.last) != (None, None)
    if fits and (found[0].when.first == whole.first or found[0].when.last == whole.last):
        return found[0].when
    return whole


def may_be_read(name: str) -> bool:
    """Whether the errors of a document may be looked at: about three in four, by two hashes of its id.

    The first half was read while the rules were written; when they did worse on the other half, half of that was read too.
    """
    return held_out(name, 2) or held_out(f"{name} again", 2)


def timex_figures(path: Path = MEANTIME, *, beside: bool = True) -> list[Figure]:
    """Return the share of right TIMEX3 values, of each part and over all.

    Args:
        path: MEANTIME.
        beside: measure dateparser on the same expressions too.

    Returns:
        A figure for each part: the documents whose errors were looked at, and the others.
    """
    rights: dict[tuple[str, str], list[bool]] = {}
    for document in read_timex(path):
        if not document.expressions:
            continue
        part = PARTS[0] if may_be_read(document.id) else PARTS[1]
        for expression, value in _ours(document, onrecord.read_words):
            rights.setdefault(("value", part), []).append(value == expression.value)
            if expression.value[:1].isdigit():
                rights.setdefault(("calendar value", part), []).append(value == expression.value)
            if beside:
                other = dateparser_value(expression.text, document.created)
                rights.setdefault(("dateparser value", part), []).append(other == expression.value)
                if expression.value[:1].isdigit():
                    rights.setdefault(("dateparser calendar value", part), []).append(other == expression.value)
    figures = []
    for who in FIGURES[: 4 if beside else 2]:
        parts = [rights.get((who, part), []) for part in PARTS]
        both = [right for rights_of in parts for right in rights_of]
        figures.append(share_figure(who, sum(both), len(both)))
        figures += [share_figure(f"{who}: {part}", sum(n), len(n)) for part, n in zip(PARTS, parts, strict=True)]
    return figures


def timex_misses(path: Path = MEANTIME) -> Iterator[str]:
    """Yield a line for each wrong value in the documents whose errors may be looked at."""
    for document in read_timex(path):
        if may_be_read(document.id) and document.expressions:
            for expression, value in _ours(document, onrecord.read_words):
                if value != expression.value:
                    yield f"{document.id}: {expression.text!r}: expected {expression.value}, got {value}"
