"""How near two words are, and why."""

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from onrecord.matching.sounds import heard, skeletons

__all__ = ["How", "Likeness", "by_consonants", "likeness", "most_slips"]


class How(StrEnum):
    """Why two words count as one."""

    EXACT = "same word"
    FORM = "form of the same name"
    SOUND = "sounds alike"
    SLIP = "a slip of the pen"
    INITIAL = "initial"
    JOINED = "written as one word or two"
    ACRONYM = "acronym"
    NUMBER = "same number"
    NONE = "different"


class Likeness(NamedTuple):
    """How near two words are.

    Attributes:
        score: 0 (nothing in common) to 1 (the same).
        how: why.
    """

    score: float
    how: How


NOTHING = Likeness(0.0, How.NONE)
SAME = Likeness(1.0, How.EXACT)
_SOUNDS_SAME = 0.97
_SLIPS = {1: ((8, 0.92), (6, 0.88), (5, 0.82), (4, 0.66)), 2: ((10, 0.84), (8, 0.78), (7, 0.72)), 3: ((12, 0.76),)}
"""For one, two, three slips: letters of the longer word from which the score holds.
Chosen on aliases of the OFAC and UN lists."""
_SUFFIX_OF_DESCENT = 0.72
"""Mohammad and Mohammadi, Bagher and Bagheri are two names, now and then one."""
_FIRST_LETTER = 0.06
"""What a slip in the first letter takes away: people seldom slip there (Pollock and Zamora 1984)."""
_LEAST_CONSONANTS = 2
_ONE_CONSONANT = 0.72
"""Words of one consonant that one vowel parts: "Guk" and "Gk"."""
_TRANSPOSED, _VOWEL_DROPPED = 0.8, 0.74
"""Short words whose letters only changed places ("Ail"), or that one vowel parts ("Rza")."""
_OF_TWO, _SHORT_SOUND, _FEW = 0.06, 0.06, 4
"""What it costs that words have two consonants only, or four sounds: Zhang and Zheng, Jon and Jan are two names."""
_VOWELS = 0.7
"""Weight of the share of sounds, vowels above all, that differ between words of the same consonants."""
_OTHER_READING = 0.12
"""What it costs that two words sound alike only where one is read as another language would."""
_WRITTEN_OTHERWISE = 0.5
"""Share of letters that spellings of one sound may differ in; "SHIG" and "CEIEC" are not spellings of one word."""


def by_consonants(a: str, b: str) -> Likeness:
    """Return how near two words are where a script left the vowels of one of them out.

    Args:
        a: a folded word.
        b: another; of either the vowels may be missing.
    """
    if a == b:
        return SAME
    mine, other = skeletons(a), skeletons(b)
    if set(mine) & set(other):
        return Likeness(0.93 if len(mine[0]) > _LEAST_CONSONANTS else 0.82, How.SOUND)
    short, long = sorted((mine[0], other[0]), key=len)
    if len(short) >= 4 and OSA.distance(short, long, score_cutoff=1) == 1:
        return Likeness(0.8, How.SOUND)
    return NOTHING


def most_slips(letters: int) -> int:
    """Return by how many slips a word of so many letters, or one of another letter or two, may be parted from one like it."""
    return max(slips for slips, scores in _SLIPS.items() if slips == 1 or letters + slips >= scores[-1][0])


@lru_cache(maxsize=1 << 18)
def likeness(a: str, b: str) -> Likeness:
    """Return how near two folded words are.

    Args:
        a: a word as ``fold()`` writes it.
        b: another.
    """
    if a == b:
        return SAME
    if not a or not b or a.isdigit() or b.isdigit():
        return NOTHING
    sound, slip = _by_sound(a, b), _by_slips(a, b)
    best = sound if sound.score >= slip.score else slip
    return Likeness(min(best.score, _SUFFIX_OF_DESCENT), best.how) if best.score and _descends(a, b) else best


def _descends(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and long[-1] in "iy" and long[:-1] == short and short[-1] not in "aeiouy"


def _heard_apart(mine: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether no reading of one word is a reading of the other; plain loops, as most words have one or two readings."""
    return not any(m in other for m in mine)


def _by_sound(a: str, b: str) -> Likeness:
    mine, other = skeletons(a), skeletons(b)
    if mine[0] != other[0] and _heard_apart(mine, other):
        return NOTHING
    if not (a.isalpha() and b.isalpha()):
        return NOTHING
    x, y = heard(a), heard(b)
    far: float = OSA.distance(x, y)
    if far and ("h" in x) != ("h" in y):
        # An h between vowels is heard or not: half a sound.
        far = min(far, 0.5 + OSA.distance(x.replace("h", ""), y.replace("h", "")))
    least = min(len(mine[0]), len(other[0]))
    first = mine[0] == other[0]
    written = max(0.0, OSA.distance(a, b) / max(len(a), len(b)) - _WRITTEN_OTHERWISE)
    if far == 0:
        whole = _SOUNDS_SAME if least >= _LEAST_CONSONANTS or len(x) > 2 else 0.9
        return Likeness(whole - written - (0 if first or len(x) > 4 else _OTHER_READING), How.SOUND)
    if least < _LEAST_CONSONANTS:
        return Likeness(_ONE_CONSONANT, How.SOUND) if first and OSA.distance(a, b) == 1 and a[0] == b[0] else NOTHING
    score = 0.95 - written - _VOWELS * far / max(len(x), len(y)) - (0 if first else _OTHER_READING)
    short = _OF_TWO if least == _LEAST_CONSONANTS else 0.0
    short += _SHORT_SOUND if max(len(x), len(y)) <= _FEW else 0.0
    dropped = _VOWEL_DROPPED if abs(len(a) - len(b)) == 1 and OSA.distance(a, b) == 1 and a[0] == b[0] else 0.0
    return Likeness(max(score - short, dropped), How.SOUND)


def _by_slips(a: str, b: str) -> Likeness:
    longer = max(len(a), len(b))
    far = OSA.distance(a, b, score_cutoff=3)
    if far == 1 and len(a) == len(b) and sorted(a) == sorted(b) and longer < _SLIPS[1][-2][0]:
        return Likeness(_TRANSPOSED, How.SLIP)
    for letters, score in _SLIPS.get(far, ()):
        if longer >= letters:
            return Likeness(score - (_FIRST_LETTER if a[0] != b[0] else 0), How.SLIP)
    return NOTHING
