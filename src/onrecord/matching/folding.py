"""Names as plain lower-case words, so that scripts, accents, joiners and punctuation no longer part them."""

import re
import unicodedata
from functools import lru_cache

from onrecord.matching.transliteration import to_latin

__all__ = ["fold", "is_latin"]

_JOINERS = re.compile(r"[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""What is not seen: soft hyphens, zero-width spaces and joiners, marks of direction."""
_PERSIAN_SPACE = "\u200c"
"""Persian writes a compound's parts with this between them, or joined, or with a space: it parts words as little as a hyphen."""
_APOSTROPHES = re.compile(r"['`\u00b4\u02b9-\u02bf\u02c8\u055a\u2018\u2019\u201b\u2032\u05f3\u07f4\ua78c\uff07]")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?(?![a-z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"(?<=[a-z])['\u2019](?=s\b)")
_LATIN = re.compile(r"[A-Za-z]")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return a name as words of ``a-z0-9`` with single spaces between them; folding twice changes nothing more.

    Args:
        text: a name in any script. "L.L.C." becomes "llc", "Al-Qa'ida" "al qaida", "حاجی‌زاده" "hajyzadah".
    """
    seen = _JOINERS.sub("", unicodedata.normalize("NFKC", text).replace(_PERSIAN_SPACE, ""))
    plain = to_latin(_POSSESSIVE.sub("", _APOSTROPHES.sub("'", seen)).replace("'", ""))
    low = plain.lower().replace("'", "").replace("`", "").replace("&", " and ")
    low = _DOTTED.sub(lambda m: m[0].replace(".", ""), low)
    return " ".join(_NOT_WORD.sub(" ", low).split())


def is_latin(text: str) -> bool:
    """Whether a name has letters of the Latin alphabet; without, its vowels may be missing or guessed."""
    return _LATIN.search(unicodedata.normalize("NFKD", text)) is not None
