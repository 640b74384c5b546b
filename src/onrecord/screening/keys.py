"""What a word is looked up by: itself, what is heard in it, what is left when a letter falls out, the forms it belongs to.

Two words one slip apart share a deletion (SymSpell, Garbe 2012); two transliterations share a skeleton.
"""

from functools import lru_cache
from zlib import crc32

from onrecord.matching import skeletons
from onrecord.screening.tables import tables

__all__ = ["FAITH", "HEARD", "SURE", "keys_of"]

FAITH = (1.0, 0.9, 0.8, 0.78, 0.55)
"""What a shared key is worth before words are looked at: the word, a form, a skeleton, a deletion, a skeleton's deletion."""
SURE, HEARD = 1, 2
"""Kinds of keys: up to which two words that share one are alike, and which tells that they have a skeleton in common."""
_ITSELF, _FORM, _HEARD, _CUT, _HEARD_CUT = map(crc32, (b"=", b"+", b"~", b"-", b"~-"))
"""Where the hash of each kind of key begins."""
_SHORTEST = 4  # letters of a word in which one may be missing
_SHORTEST_HEARD = 4  # consonants of a skeleton in which one may be missing


@lru_cache(maxsize=1 << 16)
def keys_of(word: str, *, brief: bool = False) -> tuple[tuple[int, int], ...]:
    """Return the hashes a folded word is found by, each with its kind (a place in ``FAITH``); the best kind of each.

    Args:
        word: as ``parse_name()`` gives it; an acronym that no list gives is led by "@" and found by itself alone.
        brief: whether to leave deletions out; for two words as one, of which each has its own.
    """
    if word.isdigit() or word.startswith("@"):
        return ((crc32(word.encode(), _ITSELF), 0),)
    heard = skeletons(word)
    data, sound = word.encode(), heard[0].encode()
    found = {crc32(data, _ITSELF): 0}
    for n in tables().forms.get(word, ()):
        found.setdefault(crc32(b"%d" % n, _FORM), 1)
    for s in heard:
        found.setdefault(crc32(s.encode(), _HEARD), 2)
    if not brief:
        for cut in _cuts(data, _SHORTEST):
            found.setdefault(crc32(cut, _CUT), 3)
        for cut in _cuts(sound, _SHORTEST_HEARD):
            found.setdefault(crc32(cut, _HEARD_CUT), 4)
    return tuple(found.items())


def _cuts(word: bytes, shortest: int) -> set[bytes]:
    if len(word) < shortest:
        return set()
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
