"""How near two words of names are: what ``matching`` hears and sees, and what the dictionaries know."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from onrecord.matching import How, Likeness, by_consonants, heard, likeness, skeletons
from onrecord.screening.known import known_names
from onrecord.screening.names import Word
from onrecord.screening.tables import WordClass, tables

__all__ = ["alike", "alike_words", "resemblance"]

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
_RESEMBLES = 0.5
_SURE = 0.95
"""Likeness from which two words are spellings of one, whatever is known of either."""
_SHORT_FORM = 4
"""Letters of words that share too few sounds to be forms of one name: Kim and Jin are one character read in two countries."""
_LONG = 7
"""Sounds from which a vowel inside does not part two known names: Jonathan, Jonathon."""
_VOWELS, _FEMININE = "aeiouy", frozenset("ae")
_ONE_KNOWN, _FAR_FORM = 0.94, 0.88
"""Spellings of one known name, and those that share few sounds (Kasia, Katarzyna)."""
_COMMON = frozenset(
    {WordClass.GENERIC, WordClass.LEGAL, WordClass.PLACE, WordClass.STOP, WordClass.PARTICLE, WordClass.TITLE}
)
_TABLED = frozenset({WordClass.GENERIC, WordClass.PLACE})


def alike(a: Word, b: Word) -> Likeness:
    """Return how near two words of names are."""
    if a.text == b.text:
        return Likeness(1.0, How.EXACT)
    if a.cls is WordClass.NAME is b.cls:
        return alike_words(a.text, b.text, a.bare or b.bare)
    if WordClass.NUMBER in (a.cls, b.cls):
        return _NOTHING
    known = tables()
    if WordClass.INITIAL in (a.cls, b.cls):
        one, other = (a, b) if a.cls is WordClass.INITIAL else (b, a)
        fits = other.cls is WordClass.NAME and other.text.startswith(one.text)
        return Likeness(_INITIAL, How.INITIAL) if fits else _NOTHING
    if a.cls is b.cls and a.cls in _TABLED and known.words.get(a.text) and known.words.get(b.text):
        return _NOTHING  # two words of the dictionary: Iran and Iraq
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
    return found if bare else _by_knowledge(a, b, found)


@lru_cache(maxsize=1 << 17)
def resemblance(a: str, b: str) -> float:
    """Return how far two words that are no spellings of one resemble each other, 0 to 1; 0 for names known to be two.

    Args:
        a: a folded word.
        b: another.
    """
    names = known_names()
    if (a in names and b in names) or OSA.normalized_similarity(a, b, score_cutoff=_RESEMBLES) < _RESEMBLES:
        return 0.0
    return OSA.normalized_similarity(heard(a), heard(b))


def _by_knowledge(a: str, b: str, found: Likeness) -> Likeness:
    """Return a likeness as what is known of both names corrects it."""
    tabled, names = tables(), known_names()
    mine, other = names.get(a), names.get(b)
    genders = {tabled.genders.get(a), tabled.genders.get(b)} - {None}
    if mine and other and mine & other and len(genders) < 2 and (found.score or max(len(a), len(b)) > _SHORT_FORM):
        form = _ONE_KNOWN if found.score else _FAR_FORM
        return found if found.score >= form else Likeness(form, How.FORM)
    if not found.score or found.score >= _SURE:
        return found
    if tabled.forms.get(a) and tabled.forms.get(b):
        return Likeness(min(found.score, _TWO_NAMES), found.how)
    if a in tabled.given and b in tabled.given:
        if len(genders) > 1:
            return Likeness(min(found.score, _TWO_GENDERS), found.how)
        mine = other = mine or other or frozenset({0})
    if mine and other and _told_apart(a, b, found.how):
        return Likeness(min(found.score, _TWO_NAMES), found.how)
    return found


def _slipped(a: str, b: str) -> bool:
    """Whether a vowel inside one word fell out in the other, or two of its letters changed places: people do so, names seldom."""
    if len(a) == len(b):
        return len(a) > _SHORT_FORM and sorted(a) == sorted(b) and OSA.distance(a, b, score_cutoff=1) == 1
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(
        long[k] in _VOWELS and long[:k] + long[k + 1 :] == short for k in range(1, len(long) - 1)
    )


def _told_apart(a: str, b: str, how: How) -> bool:
    """Whether two known names are two by more than an unstressed vowel, of which transliterations are never sure.

    Consonants part them (Baker, Barker), a rounded vowel (Hansen, Hanson), or the ending, which tells the gender (Carla, Carlo).
    """
    if _slipped(a, b):
        return False
    mine, other = skeletons(a), skeletons(b)
    if not set(mine) & set(other) or (how is How.SLIP and mine[0] != other[0]):
        return True
    x, y = heard(a), heard(b)
    if x == y:
        return False
    if max(len(x), len(y)) <= _SHORT_FORM:
        return True
    if len(x) != len(y):
        short, long = sorted((x, y), key=len)
        return long.startswith(short) and {a[-1], b[-1]} & _FEMININE != set()
    parted = [(m, o) for m, o in zip(x, y, strict=True) if m != o]
    return x[-1] != y[-1] or (len(x) < _LONG and any("u" in pair for pair in parted))
