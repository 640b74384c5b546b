"""The day it is, by which deadlines pass, and moments as a ledger records them."""

import re
from datetime import UTC, date, datetime

from onrecord.errors import DateError

__all__ = ["moment_of", "today"]

_DAY = re.compile(r"\d{4}-?\d\d-?\d\d")


def today() -> date:
    """Return the day on the desk of whoever asks: a deadline has passed when it has there."""
    return date.today()  # noqa: DTZ011


def moment_of(text: str | None, option: str) -> str | None:
    """Return the moment an option names as a ledger records moments; of a day or a second its end.

    Raises:
        DateError: it is none.
    """
    if text is None:
        return None
    told = text.strip()
    try:
        moment = datetime.fromisoformat(f"{told}T23:59:59Z" if _DAY.fullmatch(told) else told)
        if "." not in told:
            moment = moment.replace(microsecond=999_999)
        in_utc = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise DateError(option, repr(text), "a day or a moment, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ") from None
    return in_utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
