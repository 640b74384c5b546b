"""Names in other spellings: transliterations, missing hyphens, slips of a letter."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

__all__ = ["Spellings", "compact", "skeleton", "sounds_like"]

Entry = TypeVar("Entry")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_SOUNDS = (
    ("shch", "s"), ("dsch", "j"), ("tsch", "1"), ("sch", "s"), ("tch", "1"), ("dzh", "j"), ("dj", "j"), ("zh", "s"),
    ("sh", "s"), ("ch", "1"), ("kh", "h"), ("gh", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("cz", "1"),
    ("ts", "s"), ("tz", "s"), ("ks", "x"), ("ci", "si"), ("ce", "se"), ("c", "k"), ("1", "c"), ("q", "k"), ("w", "v"),
    ("z", "s"), ("j", "y"),
)  # fmt: skip
"""What different transliterations write for one sound, the longest first; "1" keeps a "ch" from what comes after."""
_READ_OTHERWISE = (("ch", "kh"), ("ch", "sh"))
"""What one language reads where another reads "ch": Michail is Mikhail, Chareh is Shareh."""
_VOWEL_LETTERS = frozenset("aeiouy")
_VOWELS = re.compile(r"[aeiouy]+")
_TOKENS = re.compile(r"[a-z]+|[0-9]+")
HEARD = 4
"""Letters of the shortest skeleton by which a name without a number is known where more than a letter differs."""
NUMBERED = 5
"""Letters of the shortest name in which a letter may differ: by a slip beside a number, by its sound without one."""
SLIPPED = 7
"""Letters of the shortest name in which a slip is forgiven."""
VARIANT = 2
"""Letters beside a number that tell one variant from another, at most ("Hwasong-11A")."""
LONG = 9
"""Letters from which two slips are, and from which spellings of one sound may differ by more."""


@lru_cache(maxsize=1 << 16)
def compact(text: str) -> str:
    """Return letters and digits alone, in lower case, without accents; Roman numerals behind a name as digits."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    tokens: list[str] = _TOKENS.findall(re.sub(r"['’ʼ`]", "", plain))
    first, *rest = tokens or [""]
    return first + "".join(_ROMAN.get(token, token) for token in rest)


@lru_cache(maxsize=1 << 16)
def skeleton(text: str) -> str:
    """Return what is heard in a name: its consonants, as one transliteration writes them."""
    heard = re.sub(r"[0-9]", "", compact(text))
    for written, sound in _SOUNDS:
        heard = heard.replace(written, sound)
    heard = re.sub(r"([a-z])\1+", r"\1", heard.rstrip("h"))
    first = "a" if heard[:1] in _VOWEL_LETTERS else heard[:1]
    return first + _VOWELS.sub("", heard[1:])


def _readings(text: str) -> set[str]:
    """Return the skeletons of a spelling in each language that may have written it."""
    plain = compact(text)
    kept = plain.replace("tsch", "tç").replace("sch", "sç")
    others = {kept.replace(a, b).replace("tç", "tsch").replace("sç", "sch") for a, b in _READ_OTHERWISE}
    return {skeleton(plain), *(skeleton(other) for other in others)}


class Spellings(Generic[Entry]):
    """Names that may be asked for in spellings nobody listed.

    A spelling is taken for a name if letters and digits are the same; or if it sounds the same and not too many letters
    differ; or if one slip parts two long names, two slips very long ones. Digits have to agree, and only one entry may be
    as near.
    """

    def __init__(self, names: Iterable[tuple[str, Entry]]) -> None:
        """Take names with what they name, of one entry maybe many; they are laid out when first asked for."""
        self._names = names
        self._compact: dict[str, list[Entry]] = defaultdict(list)
        self._heard: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        self._laid_out = False

    def _lay_out(self) -> None:
        self._laid_out = True
        for name, entry in self._names:
            key = compact(name)
            if entry not in self._compact[key]:
                self._compact[key].append(entry)
            self._heard[skeleton(name)].add(key)
            for cut in _cuts(key):
                self._short[cut].add(key)

    def find(self, text: str) -> Entry | None:
        """Return what a spelling names, or None where nothing or more than one thing is as near."""
        if not self._laid_out:
            self._lay_out()
        key = compact(text)
        if key in self._compact:
            found = self._compact[key]
            return found[0] if len(found) == 1 else None
        ranked: dict[float, list[Entry]] = defaultdict(list)
        for other, far in self._near(key, text).items():
            ranked[far] += [e for e in self._compact[other] if e not in ranked[far]]
        best = ranked[min(ranked)] if ranked else []
        return best[0] if len(best) == 1 else None

    def _near(self, key: str, text: str) -> Mapping[str, float]:
        """Return keys near a spelling, each with how far it is; what sounds the same is nearer than a slip."""
        letters, digits = _split(key)
        found: dict[str, float] = {}
        several = " " in text.strip()
        long = len(letters) >= (NUMBERED if digits else SLIPPED)
        for heard in _readings(text):
            limit = apart(letters) if len(heard) >= HEARD or digits or several else 1 if len(letters) >= NUMBERED else 0
            for other in self._heard.get(heard, ()) if limit else ():
                far = OSA.distance(key, other)
                if _split(other)[1] == digits and far <= limit:
                    found[other] = min(far / 2, found.get(other, far))
        for other in {o for cut in _cuts(key) for o in self._short.get(cut, ())} if long else ():
            far = OSA.distance(key, other)
            if _split(other)[1] == digits and far <= (2 if len(letters) >= LONG else 1):
                found[other] = min(far, found.get(other, far))
        return found


def apart(letters: str) -> int:
    """Return by how many letters two spellings of one sound may differ: a third of them, rounded up in long ones."""
    return (len(letters) + 2) // 3 if len(letters) >= LONG else len(letters) // 3


def sounds_like(text: str, name: str) -> bool:
    """Whether one word of a name is a spelling of another: it sounds the same, or one slip parts long ones."""
    a, b = compact(text), compact(name)
    far = OSA.distance(a, b)
    heard = skeleton(name) in _readings(text) and far <= max(apart(a), 2 * (a[:1] == b[:1]))
    return far == 0 or heard or (far == 1 and min(len(a), len(b)) >= SLIPPED)


def _split(key: str) -> tuple[str, str]:
    """Return the letters of a key that may be spelt otherwise, and what may not: numbers, and the letters of a variant."""
    tokens: list[str] = _TOKENS.findall(key)
    words = [t for t in tokens if t.isalpha() and (len(t) > VARIANT or len(tokens) == 1)]
    return "".join(words), ",".join(t for t in tokens if t not in words)


def _cuts(key: str) -> set[str]:
    """Return a key and what is left of it when one letter is taken out: two keys a slip apart share one of these.

    Two slips are found where each key has one of them.
    """
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}
