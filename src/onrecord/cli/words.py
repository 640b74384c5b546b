"""Words of a document as a terminal may show them, and counts of things."""

import unicodedata

__all__ = ["number", "plain", "some"]

UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn"}
JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """Return text that cannot steer a terminal: white space as one space, control and format characters as a mark."""
    spaced = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(c) in UNSAFE and c not in JOINERS else c for c in spaced)


def some(n: int, noun: str) -> str:
    """Return a number with its noun: "1 article", "1,200 articles"."""
    return f"{n:,} {noun}{'s' if n != 1 else ''}"


def number(value: float) -> str:
    """Return a number with its thousands apart: "1,234,567", "2.5"."""
    return f"{value:,.6f}".rstrip("0").rstrip(".") if abs(value) >= 1e-6 or not value else f"{value:g}"
