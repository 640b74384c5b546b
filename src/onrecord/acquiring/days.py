"""Calendar days as people write them on a command line or in a header."""

import re
from datetime import date

from onrecord.acquiring.wording import printable
from onrecord.errors import DateError

__all__ = ["iso_day", "parse_day"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt]|\s+)[0-9]{1,2}:[0-9]{2}\b.*", re.DOTALL)


def iso_day(text: str) -> date | None:
    """Return the day of an ISO 8601 day or date-time, as written there (no zone is applied); None if it is neither."""
    instant = _INSTANT.fullmatch(text.strip())
    day = instant[1] if instant else text.strip()
    if not _DAY.fullmatch(day):
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def parse_day(text: str, where: str) -> date:
    """Return the calendar day written as ``YYYY-MM-DD``.

    Args:
        text: the day as given.
        where: what gave it, for the message (``--published``).

    Raises:
        DateError: anything else, and days no calendar has (2024-02-30).
    """
    day = iso_day(text) if _DAY.fullmatch(text.strip()) else None
    if day is None:
        raise DateError(where, f'"{printable(text)}"', "a calendar day as YYYY-MM-DD")
    return day
