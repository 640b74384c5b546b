"""What is heard in a word, whichever transliteration wrote it."""

import re
from functools import lru_cache

__all__ = ["heard", "skeletons"]

_SOUNDS = (
    ("shch", "s"), ("dsch", "j"), ("tsch", "1"), ("sch", "s"), ("tch", "1"), ("dzh", "j"), ("dj", "j"), ("dz", "s"),
    ("zh", "j"), ("sh", "s"), ("ch", "1"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("cz", "1"), ("tz", "s"), ("ts", "s"), ("ci", "si"), ("ce", "se"), ("cy", "sy"), ("gue", "ge"), ("gui", "gi"),
    ("c", "k"), ("1", "c"),
    ("q", "k"), ("g", "k"), ("w", "v"), ("z", "s"), ("x", "ks"),
)  # fmt: skip
"""What transliterations write for one sound, the longest first; "1" keeps a "ch" from the rule for "c"."""
_SILENT = re.compile(r"(?<=[aeiou])h(?=[bcdfgjklmnpqrstvxz]|$)")
_TWICE = re.compile(r"([a-z])\1+")
_VOWELS = re.compile(r"[aeiouy]+")
_FRONT, _BACK = re.compile(r"[eiy]+"), re.compile(r"[ou]+")
_READ_OTHERWISE = (
    ("ch", "kh"),
    ("ch", "sh"),
    ("j", "y"),
    ("h", ""),
    ("v", "u"),
    ("w", "u"),
    ("x", "h"),
    ("x", "s"),
    ("x", "ks"),
)
"""What one language reads where another reads otherwise: Michail, Chareh; Jovan; a written "w" that is a vowel."""


@lru_cache(maxsize=1 << 17)
def _sound(word: str) -> str:
    for written, sound in _SOUNDS:
        if written in word:
            word = word.replace(written, sound)
    return _TWICE.sub(r"\1", _SILENT.sub("", word))


@lru_cache(maxsize=1 << 17)
def heard(word: str) -> str:
    """Return a folded word as it sounds, its vowels told apart only as a, front and back."""
    plain = _sound(word).replace("eo", "o").replace("eu", "u")
    return _TWICE.sub(r"\1", _BACK.sub("u", _FRONT.sub("i", plain)))


def _skeleton(word: str) -> str:
    sound = _sound(word)
    first = "a" if sound[:1] and sound[:1] in "aeiouy" else sound[:1]
    return first + _TWICE.sub(r"\1", _VOWELS.sub("", sound[1:]))


@lru_cache(maxsize=1 << 17)
def skeletons(word: str) -> tuple[str, ...]:
    """Return the consonants heard in a folded word, in each language that may have written it; the likeliest reading first.

    The first sound is kept; all first vowels count as one.
    """
    return tuple(
        dict.fromkeys((_skeleton(word), *(_skeleton(word.replace(a, b)) for a, b in _READ_OTHERWISE if a in word)))
    )
