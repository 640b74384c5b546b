"""What is heard in a word, whichever transliteration wrote it."""

import re
from functools import lru_cache

__all__ = ["heard", "skeletons"]

_SOUNDS = (
    ("schtsch", "s"),
    ("shch", "s"), ("dsch", "j"), ("tsch", "1"), ("sch", "s"), ("tch", "1"), ("dzh", "j"), ("dj", "j"), ("dz", "s"),
    ("zh", "j"), ("sh", "s"), ("ch", "1"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"),
    ("cz", "1"), ("tz", "s"), ("ts", "s"), ("ci", "si"), ("ce", "se"), ("cy", "sy"), ("gue", "ge"), ("gui", "gi"),
    ("c", "k"), ("1", "c"),
    ("q", "k"), ("g", "k"), ("w", "v"), ("z", "s"), ("x", "ks"),
)  # fmt: skip
"""What transliterations write for one sound, the longest first; "1" keeps a "ch" from the rule for "c"."""
_SILENT = re.compile(r"(?<=[aeiou])h(?=[bcdfgjklmnpqrstvxz]|$)")
_TWICE = re.compile(r"([a-z])\1+")
_NO_VOWELS = str.maketrans("", "", "aeiouy")
_FRONT_AND_BACK = str.maketrans("eyo", "iiu")
_ONE_VOWEL = (("eo", "o"), ("eu", "u"), ("ae", "a"), ("oe", "o"), ("ue", "u"))
"""One vowel in two letters: Korean "eo" and "eu", the umlauts of Mueller and Soerensen."""
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
    spoken = _spoken(word)
    return _TWICE.sub(r"\1", _SILENT.sub("", spoken) if "h" in spoken else spoken)


def _spoken(word: str) -> str:
    for written, sound in _SOUNDS:
        if written in word:
            word = word.replace(written, sound)
    return word


@lru_cache(maxsize=1 << 17)
def heard(word: str) -> str:
    """Return a folded word as it sounds, its vowels told apart only as a, front and back."""
    plain = _sound(word)
    for written, sound in _ONE_VOWEL:
        plain = plain.replace(written, sound)
    return _TWICE.sub(r"\1", plain.translate(_FRONT_AND_BACK))


def _skeleton(word: str) -> str:
    return _consonants(_sound(word))


def _consonants(sound: str) -> str:
    first = "a" if sound[:1] and sound[:1] in "aeiouy" else sound[:1]
    return first + _TWICE.sub(r"\1", sound[1:].translate(_NO_VOWELS))


@lru_cache(maxsize=1 << 17)
def skeletons(word: str) -> tuple[str, ...]:
    """Return the consonants heard in a folded word, in each language that may have written it; the likeliest reading first.

    The first sound is kept; all first vowels count as one.
    """
    others = [_skeleton(word.replace(a, b)) for a, b in _READ_OTHERWISE if a in word]
    if "h" in word[1:]:
        others.append(_skeleton(word[0] + word[1:].replace("h", "")))
    if "ch" in word and "j" in word:
        others.append(_skeleton(word.replace("ch", "kh").replace("j", "y")))
    if _SILENT.search(word):
        others.append(_consonants(_TWICE.sub(r"\1", _spoken(word))))
    return tuple(dict.fromkeys((_skeleton(word), *others)))
