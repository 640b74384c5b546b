"""Building the index of a set of lists: every name's words, and every word's keys."""

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np

from onrecord.matching import heard
from onrecord.records.listings import Listing, PartyKind
from onrecord.screening.arrays import save_array, save_strings
from onrecord.screening.coding import listing_to_json
from onrecord.screening.keys import keys_of
from onrecord.screening.names import Name, Word, parse_name
from onrecord.screening.tables import WordClass

__all__ = ["FORMAT", "KINDS", "build_index"]

FORMAT = 3
"""Raised whenever an index of before cannot be read any more."""
KINDS = (None, *PartyKind)
CLASSES = tuple(WordClass)
_UNSOUGHT = frozenset(
    {WordClass.LEGAL, WordClass.STOP, WordClass.TITLE, WordClass.INITIAL, WordClass.VESSEL, WordClass.PARTICLE}
)
"""Words no name is found by, unless it has no others."""
_JOINING = frozenset({WordClass.NAME, WordClass.PARTICLE, WordClass.TITLE, WordClass.GENERIC, WordClass.PLACE})
_ACRONYM = range(3, 9)  # letters


def sought(name: Name) -> list[str]:
    """Return the words a name is found by; of an unknown kind, "Se" may be a Korean name and no legal form."""
    unsought = _UNSOUGHT - {WordClass.LEGAL} if name.kind is None else _UNSOUGHT
    return [w.text for w in name.words if w.cls not in unsought] or [w.text for w in name.words]


def joined(name: Name) -> list[str]:
    """Return neighbours as one word: "Haji Zadeh" is found by "Hajizadeh" and finds it."""
    plain = [w.written or w.text for w in name.words if w.cls in _JOINING]
    return [a + b for a, b in pairwise(plain)]


def initials(name: Name) -> list[str]:
    """Return the acronyms of a body's name: with and without its small words."""
    if name.kind is PartyKind.PERSON:
        return []
    less = [w.text[0] for w in name.words if w.cls not in (WordClass.STOP, WordClass.LEGAL)]
    more = [w.text[0] for w in name.words if w.cls is not WordClass.STOP]
    return list(dict.fromkeys("".join(letters) for letters in (less, more) if len(letters) in _ACRONYM))


class _Building:
    """What grows while parties come in."""

    def __init__(self) -> None:
        self.words: dict[tuple[str, int, bool, str], int] = {}
        self.terms: dict[str, int] = {}
        self.full: set[str] = set()
        self.sought: list[tuple[tuple[str, ...], int]] = []
        self.postings: list[list[int]] = []
        self.name_words: list[int] = []
        self.name_ends = [0]
        self.texts: list[str] = []
        self.of_name: list[tuple[int, int, int, float, float]] = []
        self.joined: set[str] = set()
        self.weights: list[float] = []
        self.numbers: dict[str, list[int]] = defaultdict(list)

    def add(self, party: int, listing: Listing) -> None:
        for place, listed in enumerate(listing.names):
            name = parse_name(listed.text, listing.kind)
            if not name.words:
                continue
            number = len(self.texts)
            self.texts.append(listed.text)
            for word in name.words:
                self.name_words.append(self._word(word))
            self.name_ends.append(len(self.name_words))
            words = sought(name)
            found_by = sum(w.weight for w in name.words if w.text in words)
            self.of_name.append((party, place, KINDS.index(listing.kind), name.weight, found_by))
            self.full.update(words)
            self.joined.update(joined(name))
            self.sought.append((tuple(words), number))
            for term in dict.fromkeys([*words, *joined(name), *("@" + i for i in initials(name))]):
                k = self.terms.setdefault(term, len(self.terms))
                if k == len(self.postings):
                    self.postings.append([])
                self.postings[k].append(number)
        for _, value in listing.identifiers:
            digits = "".join(c for c in value.upper() if c.isalnum())
            if digits:
                self.numbers[digits].append(party)

    def _word(self, word: Word) -> int:
        key = (word.text, CLASSES.index(word.cls), word.bare, word.written)
        k = self.words.setdefault(key, len(self.words))
        if k == len(self.weights):
            self.weights.append(word.weight)
        return k


def build_index(folder: Path, parties: Iterable[tuple[int, Listing]]) -> int:
    """Write the index of parties into an empty folder.

    Args:
        folder: where its files go.
        parties: each with the number of its list version.

    Returns:
        How many parties it holds.
    """
    building = _Building()
    versions: list[int] = []

    def told() -> Iterable[str]:
        for number, (version, listing) in enumerate(parties):
            building.add(number, listing)
            versions.append(version)
            yield listing_to_json(listing)

    save_strings(folder, "parties", told())
    save_array(folder, "party-version", versions, np.int16)
    _save_names(folder, building)
    _save_terms(folder, building)
    numbers = sorted((n, p) for n, found in building.numbers.items() for p in found)
    save_strings(folder, "numbers", (n for n, _ in numbers))
    save_array(folder, "number-party", [p for _, p in numbers], np.int32)
    return len(versions)


def _save_names(folder: Path, building: _Building) -> None:
    save_strings(folder, "names", building.texts)
    columns = list(zip(*building.of_name, strict=True)) or [(), (), (), (), ()]
    dtypes = (np.int32, np.int16, np.int8, np.float32, np.float32)
    for column, name, dtype in zip(columns, ("party", "place", "kind", "weight", "sought"), dtypes, strict=True):
        save_array(folder, f"name-{name}", column, dtype)
    save_array(folder, "name-words", building.name_words, np.int32)
    save_array(folder, "name-ends", building.name_ends, np.int64)
    save_strings(folder, "words", (text for text, _, _, _ in building.words))
    save_strings(folder, "written", (written for _, _, _, written in building.words))
    save_array(folder, "word-class", [cls for _, cls, _, _ in building.words], np.int8)
    save_array(folder, "word-bare", [bare for _, _, bare, _ in building.words], np.bool_)
    save_array(folder, "word-weight", building.weights, np.float32)


def _save_terms(folder: Path, building: _Building) -> None:
    names = max(len(building.texts), 2)
    counts = [len(p) for p in building.postings]
    save_array(folder, "postings", [n for p in building.postings for n in p], np.int32)
    save_array(folder, "posting-ends", np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]), np.int64)
    rarity = [0.25 + 0.75 * math.log(names / c) / math.log(names) for c in counts]
    save_array(folder, "term-rarity", rarity, np.float32)
    save_strings(folder, "terms", building.terms)
    save_array(folder, "term-joined", [t in building.joined for t in building.terms], np.bool_)
    save_strings(folder, "term-heard", map(heard, building.terms))
    heft = np.zeros(len(building.texts), dtype=np.float32)
    for words, number in building.sought:
        heft[number] = sum(rarity[building.terms[w]] for w in words)
    save_array(folder, "name-heft", heft, np.float32)
    keys, terms, kinds = array("I"), array("i"), array("b")
    for word, term in building.terms.items():
        for key, kind in keys_of(word, brief=word not in building.full):
            keys.append(key)
            terms.append(term)
            kinds.append(kind)
    order = np.argsort(np.asarray(keys), kind="stable")
    for name, column in (("keys", keys), ("key-term", terms), ("key-kind", kinds)):
        held = np.asarray(column)
        save_array(folder, name, held[order], held.dtype)
