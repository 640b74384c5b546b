"""What several formats need: days, clean words, a frame for an entry at fault."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime

from onrecord.records.listings import ListedName, NameKind

__all__ = ["Lines", "day", "named", "some", "words"]

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FORMS = ("%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%d %B %Y", "%Y%m%d")
Lines = Iterator[tuple[int, str]]
"""Numbers of lines, from 1, and what stands there."""


def day(text: str | None) -> date | None:
    """Return the day a cell gives, or None if it gives none: a year alone is no day."""
    told = (text or "").strip()
    found = _ISO.match(told)
    with suppress(ValueError):
        if found:
            return date(*map(int, found.groups()))
    for form in _FORMS:
        with suppress(ValueError):
            return datetime.strptime(told, form).date()  # noqa: DTZ007 - a day has no zone
    return None


def words(text: str | None) -> str:
    """Return text with single spaces and no control characters; "" for None."""
    return " ".join(
        "".join(c if c.isprintable() or c.isspace() or c in "\u200c\u200d" else " " for c in text or "").split()
    )


def some(*values: str | None) -> tuple[str, ...]:
    """Return the values that say something, each once."""
    return tuple(dict.fromkeys(v for v in map(words, values) if v))


def named(names: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Return names that are not empty, each text once, a primary one before an alias and a good alias before a weak one."""
    order = {NameKind.PRIMARY: 0, NameKind.ALIAS: 1, NameKind.FORMER: 2}
    kept: dict[str, ListedName] = {}
    for name in sorted((n for n in names if n.text), key=lambda n: (order[n.kind], n.weak)):
        kept.setdefault(name.text, name)
    return tuple(kept.values())
