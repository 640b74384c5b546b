"""Words of a document as a terminal may show them, and counts of things."""

import unicodedata

from onrecord.publishing.words import number, some

__all__ = ["number", "plain", "some"]

UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn"}
JOINERS = "\u200c\u200d"


def plain(text: str) -> str:
    """Return text that cannot steer a terminal: white space as one space, control and format characters as a mark."""
    spaced = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(c) in UNSAFE and c not in JOINERS else c for c in spaced)
