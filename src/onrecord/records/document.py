"""A published text, and spans into it."""

import hashlib
from dataclasses import dataclass
from datetime import date

__all__ = ["Document", "Span"]

Span = tuple[int, int]
"""Half-open range of code points into ``Document.text``: (start, end)."""


@dataclass(frozen=True, slots=True)
class Document:
    """One published text with its outlet and publication day.

    Attributes:
        text: the words as published; never changed after, and every span counts its code points.
        url: where it was published, if known.
        title: the title given beside the text (front matter, HTML head), if any; not part of ``text``.
        outlet: who published it, if known.
        published_on: publication day, if known.
        language: ISO 639-1 code.
    """

    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published_on: date | None = None
    language: str = "en"

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8 (lone surrogates kept as they are)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """Content identity: the same text from the same URL and outlet on the same day is the same document."""
        published = self.published_on.isoformat() if self.published_on else ""
        key = "\x1f".join((self.sha256, self.url or "", self.outlet or "", published))
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def slice(self, spans: tuple[Span, ...]) -> str:
        """Return the exact words of ``spans``, joined by one space."""
        return " ".join(self.text[a:b] for a, b in spans)
