"""The words in which records are told, the same on a terminal, on a page and in a brief."""

import re
from datetime import date
from urllib.parse import urlsplit

from onrecord.records import Imprint, Said

__all__ = [
    "UNNAMED", "cause_of", "chain_of", "days_of", "number", "public_day", "some", "sourced", "span_of", "stance_of",
    "voice_of",
]  # fmt: skip

_LINKED = re.compile(r"(?P<address>https?://\S+)(?:\s+(?P<note>.*))?", re.DOTALL)
UNNAMED = "a source not named"
"""What stands for a source that the text leaves open: "is said to have"."""


def some(n: int, noun: str) -> str:
    """Return a number with its noun: "1 article", "1,200 articles"."""
    return f"{n:,} {noun}{'s' if n != 1 else ''}"


def number(value: float) -> str:
    """Return a number with its thousands apart: "1,234,567", "2.5"."""
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-6 or not value else f"{value:g}"


def public_day(imprint: Imprint) -> str:
    """Return the public day of a document; of one that tells none, the day on which it was first seen, marked so."""
    if imprint.published_on is not None:
        return imprint.published_on.isoformat()
    return f"seen {imprint.first_seen}" if imprint.first_seen is not None else "unknown"


def chain_of(said: Said) -> list[str]:
    """Return through whom a statement came, the outlet first and told once; evidence by hand came through none."""
    if said.imprint.entered_by is not None:
        return [said.source or "a source"]
    told = [said.imprint.outlet or "outlet unknown", *said.via, said.source or UNNAMED]
    return [name for k, name in enumerate(told) if k == 0 or name != told[k - 1]]


def stance_of(said: Said) -> str:
    """Return a statement's stance to the claim, with "if" before one that is conditional; "beside it" where it takes none."""
    if said.beside:
        return "beside it"
    told = said.stance.value if said.stance is not None else "stance not known"
    return f"if: {told}" if said.condition else told


def cause_of(said: Said) -> str:
    """Return a statement as the cause of a change: who, where."""
    if said.imprint.entered_by is not None:
        return f"{said.source or UNNAMED}, entered by hand"
    outlet = said.imprint.outlet or "an outlet not known"
    return f"{outlet} itself" if said.source == said.imprint.outlet else f"{said.source or UNNAMED} in {outlet}"


def span_of(low: float | str | None, high: float | str | None) -> str:
    """Return a number or a day between two: "400", "90 to 120", "... to 2024-02-01"."""
    first, last = ("" if v is None else number(v) if isinstance(v, float) else v for v in (low, high))
    return first if first == last else f"{first or '...'} to {last or '...'}"


def days_of(first: date | None, last: date | None) -> str:
    """Return when something happened, as far as it is told: "2024-02-01", "by 2024-03-15", "2024-01-01 or later"."""
    if first is None and last is None:
        return "no day told"
    if first is None:
        return f"by {last}"
    if last is None:
        return f"{first} or later"
    return first.isoformat() if first == last else f"{first} to {last}"


def voice_of(said: Said) -> str:
    """Return who says something in few words, without the office: "Kari Lund"."""
    return (said.source or UNNAMED).partition(" (")[0]


def sourced(source: str) -> tuple[str | None, str]:
    """Return the address that a source of the register begins with, if any, and what stands behind it, or else its title.

    An address of which words are left out ("...") leads nowhere and is told as a title is.
    """
    found = _LINKED.fullmatch(source) if source.isprintable() and "..." not in source.partition(" ")[0] else None
    try:
        host = urlsplit(found["address"]).hostname if found is not None else None
    except ValueError:
        host = None
    return (found["address"], found["note"] or "") if found is not None and host else (None, source)
