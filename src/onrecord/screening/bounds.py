"""The highest score a candidate can reach, told from which words found it; what can hardly reach the threshold is never compared.

Words that are likely to be compared as one share a key of the index, so a word that found nothing stays alone.
The bound errs on the high side: a word that may be half of a joined one, an initial and an acronym count as found.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.matching import fold
from onrecord.records.listings import PartyKind
from onrecord.screening.compare import ALONE_IN_BODY, ALONE_IN_PERSON, UNLIKE
from onrecord.screening.names import Name
from onrecord.screening.tables import WordClass

__all__ = ["Asking", "bounds", "is_personal"]

_LIKE = 0.9
"""Resemblance that words without a partner have to each other at most."""
_COMMON_WORD = 0.6
"""Weight of a common word's partner at most, where it is a name that a slip makes a common word."""


class Asking:
    """A name as it is looked up: which terms stand for which of its words."""

    def __init__(self, name: Name, words: Sequence[str], joined: Sequence[str], most: int) -> None:
        """Take a name, the words it is found by, its neighbours as one word, and how many terms are looked up at most."""
        whole = list(dict.fromkeys(words))
        self.words = whole[:most]
        self.terms = list(dict.fromkeys([*self.words, *joined]))[:most]
        self.weight = name.weight
        held = [[w for w in name.words if w.text == text] for text in self.words]
        self.weights = np.array([sum(w.weight for w in same) for same in held], dtype=np.float32)
        # What a term's partners weigh at most: of a joined one, one word.
        named = [sum(1.0 if w.cls is WordClass.NAME else _COMMON_WORD for w in same) for same in held]
        self.partners = np.array([*named, *([1.0] * (len(self.terms) - len(self.words)))], dtype=np.float32)
        covers = [[t == w or (k >= len(self.words) and w in t) for k, t in enumerate(self.terms)] for w in self.words]
        self.covers = np.array(covers, dtype=np.float32).reshape(len(self.words), len(self.terms))
        # Words that are not looked up may have partners too.
        letters = sum(len(word) == 1 for word in fold(name.text).split())
        self.unseen = len(whole) - len(self.words) + letters


def bounds(
    asking: Asking,
    hits: NDArray[np.bool_],
    free: NDArray[np.bool_],
    listed: tuple[NDArray[Any], NDArray[Any], NDArray[Any]],
) -> NDArray[Any]:
    """Return the highest score of each candidate.

    Args:
        asking: the name asked for.
        hits: for each term a row, whether it found each candidate.
        free: of which candidates nothing can be told: found as an acronym, or by two of their words as one.
        listed: of each candidate the weight of all its words, of those it is found by, and its kind's place in ``KINDS``.
    """
    weight, sought, personal = listed
    unfound = asking.weights @ (asking.covers @ hits == 0)
    unfound = np.maximum(unfound - np.rint((weight - sought) / 0.35), 0)  # an initial may be any of them
    mine = np.clip(unfound / max(asking.weight, 0.01), 0, 1)
    theirs = np.clip((sought - asking.partners @ hits - asking.unseen) / np.maximum(weight, 0.01), 0, 1)
    softened = np.where(personal, 1 - UNLIKE * _LIKE, 1.0)
    less, more = softened * np.minimum(mine, theirs), softened * np.maximum(mine, theirs)
    both = np.where(personal, ALONE_IN_PERSON[0], ALONE_IN_BODY[0])
    one = min(ALONE_IN_PERSON[1], ALONE_IN_BODY[1])
    highest = np.maximum(1 - both * less, 0) * np.maximum(1 - one * (more - less), 0)
    return np.where(free, 1.0, highest)


def is_personal(kinds: NDArray[Any], kind: PartyKind | None, person: int) -> NDArray[np.bool_]:
    """Return of which candidates names are compared as a person's, where what stands alone may resemble.

    Args:
        kinds: of each its kind's place in ``KINDS``.
        kind: the kind asked for.
        person: a person's place in ``KINDS``.
    """
    personal: NDArray[np.bool_] = (kinds == person) | (kinds == 0) | (kind is PartyKind.PERSON)
    return personal
