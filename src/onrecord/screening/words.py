"""How near two words of names are: what ``matching`` hears and sees, and what the dictionaries know."""

from functools import lru_cache

from onrecord.matching import How, Likeness, by_consonants, likeness
from onrecord.screening.names import Word
from onrecord.screening.tables import WordClass, tables

__all__ = ["alike", "alike_words"]

_NOTHING = Likeness(0.0, How.NONE)
_FORM = 0.94
_SERVANT = 0.84
"""Abdul Aziz is called Aziz, and Aziz may be another."""
_LED, _LEAST_LED, _ARTICLES = 0.95, 3, frozenset({"al", "el"})
"""An Arabic name with its article before it, as one word."""
_INITIAL = 0.86
_TWO_NAMES = 0.5
"""At most, where both words are given names that people are known by, of different sound: Maria and Mario, Jan and Jon."""
_TWO_GENDERS = 0.35
_COMMON = frozenset(
    {WordClass.GENERIC, WordClass.LEGAL, WordClass.PLACE, WordClass.STOP, WordClass.PARTICLE, WordClass.TITLE}
)


def alike(a: Word, b: Word) -> Likeness:
    """Return how near two words of names are."""
    if a.text == b.text:
        return Likeness(1.0, How.EXACT)
    if a.cls is WordClass.NAME is b.cls:
        return alike_words(a.text, b.text, a.bare or b.bare)
    if WordClass.NUMBER in (a.cls, b.cls):
        return _NOTHING
    if WordClass.INITIAL in (a.cls, b.cls):
        one, other = (a, b) if a.cls is WordClass.INITIAL else (b, a)
        fits = other.cls is WordClass.NAME and other.text.startswith(one.text)
        return Likeness(_INITIAL, How.INITIAL) if fits else _NOTHING
    if a.cls is not b.cls and ((a.cls in _COMMON and b.cls in _COMMON) or WordClass.TITLE in (a.cls, b.cls)):
        return _NOTHING
    return alike_words(a.text, b.text, a.bare or b.bare)


@lru_cache(maxsize=1 << 18)
def alike_words(a: str, b: str, bare: bool = False) -> Likeness:
    """Return how near two folded words are.

    Args:
        a: one word.
        b: the other.
        bare: whether the script of either left vowels out.
    """
    if a == b:
        return Likeness(1.0, How.EXACT)
    known = tables()
    mine, other = known.forms.get(a), known.forms.get(b)
    if mine and other and mine & other:
        return Likeness(_FORM, How.FORM)
    if (
        a.startswith("abd") != b.startswith("abd")
        and a.removeprefix("abd") == b.removeprefix("abd")
        and len(a) != len(b)
    ):
        return Likeness(_SERVANT, How.FORM)
    short, long = sorted((a, b), key=len)
    if len(short) > _LEAST_LED and long[:2] in _ARTICLES and long[2:] == short:
        return Likeness(_LED, How.FORM)
    found = by_consonants(a, b) if bare else likeness(a, b)
    if bare or not found.score:
        return found
    if mine and other and found.score < 0.9:
        return Likeness(min(found.score, _TWO_NAMES), found.how)
    if a in known.given and b in known.given:
        one_gender = known.genders[a] == known.genders[b]
        if not one_gender:
            return Likeness(min(found.score, _TWO_GENDERS), found.how)
        if found.score < 0.9:
            return Likeness(min(found.score, _TWO_NAMES), found.how)
    return found
