"""Days and instants as far as they are known: what the register of measures may write, and which instants it can mean.

The forms are those of ISO 8601-2 (EDTF) that the register needs: a day, a month or a year; an instant with its zone; one of a
range (``[2025-09-29..2025-09-30]``), open at one end (``[2025-09-30..]``); a question mark behind what no source gives.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time

from onrecord.records.regimes import Moment

__all__ = ["EARLIEST", "LATEST", "begins", "moment_of", "told"]

EARLIEST = datetime.min.replace(tzinfo=UTC)
LATEST = datetime.max.replace(tzinfo=UTC)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
_VAGUE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_RANGE = re.compile(r"\[([^\[\].]*)\.\.([^\[\].]*)\]")


def begins(day: date) -> datetime:
    """Return the instant at which a day begins, in UTC."""
    return datetime.combine(day, time(), UTC)


def moment_of(text: str) -> Moment:
    """Return the moment that a text gives.

    Raises:
        ValueError: it is none of the forms, or no day of the calendar.
    """
    told = text.removesuffix("?")
    spread = _RANGE.fullmatch(told)
    if spread is None:
        first, last = _bounds(told)
        return Moment(text, first, last)
    start, end = spread.groups()
    if not start and not end:
        raise ValueError(text)
    first = _bounds(start)[0] if start else EARLIEST
    last = _bounds(end)[1] if end else LATEST
    if first > last:
        raise ValueError(text)
    return Moment(text, first, last)


def told(moment: Moment) -> str:
    """Return a moment in words: what is vague stays so, and what was inferred says so."""
    text = moment.edtf.removesuffix("?")
    spread = _RANGE.fullmatch(text)
    if spread is not None:
        start, end = spread.groups()
        text = (
            f"some day between {start} and {end}"
            if start and end
            else f"{start} or later"
            if start
            else f"{end} or earlier"
        )
    return f"{text} (inferred)" if moment.inferred else text


def _bounds(text: str) -> tuple[datetime, datetime]:
    """Return the earliest and the latest instant: of a day its beginning, of a month those of its first and last days."""
    if _INSTANT.fullmatch(text):
        instant = datetime.fromisoformat(text).astimezone(UTC)
        return instant, instant
    found = _VAGUE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or year == 0:
        raise ValueError(text)
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return begins(first), begins(last)
