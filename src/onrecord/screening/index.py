"""The index of listed names, mapped from disk: which names may be the one asked for."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ListError
from onrecord.records.listings import Listing, PartyKind
from onrecord.screening.arrays import Strings, open_array
from onrecord.screening.building import CLASSES, KINDS, initials, joined, sought
from onrecord.screening.coding import listing_from_json
from onrecord.screening.keys import FAITH, keys_of
from onrecord.screening.names import Name, Word

__all__ = ["Candidate", "Index"]

_COMMON = 3_000
"""Names a word may stand in before it only ranks what rarer words found."""
_OWN = 0.7
"""Weight of the words asked for against the words listed: a name is asked for by fewer words than it has, seldom by more."""
_FAITH = np.array(FAITH, dtype=np.float32)


class Candidate(NamedTuple):
    """A name that may be the one asked for.

    Attributes:
        number: of the name in the index.
        share: how much of both names the words found have in common, roughly; 1 is all.
    """

    number: int
    share: float


class Index:
    """Names of listed parties, ready to be asked; many processes may map one folder."""

    def __init__(self, folder: Path) -> None:
        """Map an index that ``build_index()`` wrote.

        Raises:
            ListError: there is none, or it is damaged.
        """
        try:
            self._parties, self._names, self._words = (Strings(folder, n) for n in ("parties", "names", "words"))
            self._numbers, self._written = Strings(folder, "numbers"), Strings(folder, "written")
            self._arrays = {n: open_array(folder, n) for n in _ARRAYS}
        except (OSError, ValueError, EOFError) as error:
            raise ListError(str(folder), str(error), "an index that 'onrecord lists load' made") from error
        self._name_words, self._name_ends = self._arrays["name-words"], self._arrays["name-ends"]
        self._keys, self._key_term, self._key_kind = (self._arrays[n] for n in ("keys", "key-term", "key-kind"))
        self._postings, self._posting_ends = self._arrays["postings"], self._arrays["posting-ends"]
        self._rarity = self._arrays["term-rarity"]
        self._weight, self._heft = self._arrays["name-weight"], self._arrays["name-heft"]
        self._found: NDArray[np.float32] = np.zeros((8, max(len(self._names), 1)), dtype=np.float32)
        self._mark = np.zeros(max(len(self._names), 1), dtype=np.bool_)
        self._made: dict[int, Word] = {}

    @property
    def parties(self) -> int:
        """How many parties it holds."""
        return len(self._parties)

    @property
    def names(self) -> int:
        """How many names."""
        return len(self._names)

    def listing(self, party: int) -> tuple[int, Listing]:
        """Return a party and the number of its list version."""
        return int(self._arrays["party-version"][party]), listing_from_json(self._parties[party])

    def party_of(self, number: int) -> int:
        """Return whose name it is."""
        return int(self._arrays["name-party"][number])

    def place_of(self, number: int) -> int:
        """Return which of its party's names it is."""
        return int(self._arrays["name-place"][number])

    def kind_of(self, number: int) -> PartyKind | None:
        """Return of what kind the party of a name is."""
        kind: PartyKind | None = KINDS[self._arrays["name-kind"][number]]
        return kind

    def name(self, number: int) -> Name:
        """Return a name ready to be compared."""
        numbers = self._name_words[self._name_ends[number] : self._name_ends[number + 1]].tolist()
        words = tuple([self._made.get(n) or self._word(n) for n in numbers])
        return Name(
            str(number),
            self.kind_of(number),
            words,
            float(self._weight[number]),
            sum(w.weight for w in words if w.cls in _DISTINCT),
        )

    def text(self, number: int) -> str:
        """Return a name as its list prints it."""
        return str(self._names[number])

    def _word(self, n: int) -> Word:
        cls = CLASSES[self._arrays["word-class"][n]]
        weight, bare = float(self._arrays["word-weight"][n]), bool(self._arrays["word-bare"][n])
        word = Word(self._words[n], cls, weight, bare, self._written[n])
        self._made[n] = word
        return word

    def by_number(self, digits: str) -> list[int]:
        """Return the parties that have an identifier: an IMO number, a passport."""
        low, high = 0, len(self._numbers)
        while low < high:
            middle = (low + high) // 2
            if self._numbers[middle] < digits:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(self._numbers) and self._numbers[low] == digits:
            found.append(int(self._arrays["number-party"][low]))
            low += 1
        return found

    def candidates(self, name: Name, kind: PartyKind | None, most: int) -> list[Candidate]:
        """Return names that share words with a name, or what such words sound like, the likeliest first.

        Args:
            name: the name asked for.
            kind: only parties of this kind, and those of no stated kind; all if None.
            most: how many at most.
        """
        terms = list(dict.fromkeys([*sought(name), *joined(name)]))[: len(self._found) - 1]
        rows = [self._look_up(k, found) for k, found in enumerate(map(self._terms, terms))]
        if len(terms) > 1 or len(name.words) > 1:
            rows.append(self._look_up(len(terms), self._acronyms(name)))
        else:
            rows.append(self._look_up(len(terms), self._terms("@" + terms[0]) if terms else _NO_TERMS))
        sets = [ids for ids in rows if len(ids)]
        rare = [ids for ids in sets if len(ids) <= _COMMON] or sorted(sets, key=len)[:1]
        if not rare:
            return []
        for ids in rare:
            self._mark[ids] = True
        numbers = np.flatnonzero(self._mark)
        self._mark[numbers] = False
        if kind is not None:
            kinds = self._arrays["name-kind"][numbers]
            numbers = numbers[(kinds == KINDS.index(kind)) | (kinds == 0)]
        total = self._found[: len(rows), numbers].sum(axis=0)
        for k, ids in enumerate(rows):
            self._found[k, ids] = 0
        own = sum(float(worth[-1]) if len(worth) else 1.0 for _, worth in map(self._terms, dict.fromkeys(sought(name))))
        share = total / (_OWN * own + (1 - _OWN) * self._heft[numbers] + 0.05)
        if len(numbers) > most:
            best = np.argpartition(-share, most)[:most]
            numbers, share = numbers[best], share[best]
        order = np.lexsort((numbers, -share))
        return [Candidate(n, s) for n, s in zip(numbers[order].tolist(), share[order].tolist(), strict=True)]

    def _look_up(self, row: int, found: tuple[NDArray[Any], NDArray[Any]]) -> NDArray[Any]:
        """Write into a row how well each name has one of the terms; return the names."""
        terms, values = found
        if not len(terms):
            return _NO_NAMES
        starts, ends = self._posting_ends[terms], self._posting_ends[terms + 1]
        lengths = ends - starts
        # All slices of the postings at once: each place is its slice's start plus its own rank in the slice.
        places = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(
            int(lengths.sum())
        )
        ids: NDArray[Any] = self._postings[places]
        # Of several terms in one name the last, the best, counts.
        self._found[row, ids] = np.repeat(values, lengths)
        return ids

    def _terms(self, word: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the terms a word may stand for, the best last, and what each is worth."""
        return _terms(self, word)

    def find_terms(self, word: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the same, not remembered."""
        keys = keys_of(word)
        asked = np.array([k for k, _ in keys], dtype=np.uint32)
        kinds = np.array([kind for _, kind in keys], dtype=np.int8)
        starts, ends = np.searchsorted(self._keys, asked, "left"), np.searchsorted(self._keys, asked, "right")
        lengths = ends - starts
        places = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(
            int(lengths.sum())
        )
        terms = self._key_term[places]
        # A key is worth what the worse of its two kinds is: the word itself meets another's deletion by a slip.
        worth = _FAITH[np.maximum(np.repeat(kinds, lengths), self._key_kind[places])] * self._rarity[terms]
        order = np.argsort(worth, kind="stable")
        return terms[order], worth[order]

    def _acronyms(self, name: Name) -> tuple[NDArray[Any], NDArray[Any]]:
        found = [self.find_terms(i) for i in initials(name)[:1]]
        return found[0] if found else _NO_TERMS

    def all_listings(self) -> Iterator[Listing]:
        """Yield every party."""
        return map(listing_from_json, self._parties)


@lru_cache(maxsize=4096)
def _terms(index: Index, word: str) -> tuple[NDArray[Any], NDArray[Any]]:
    return index.find_terms(word)


_NO_TERMS: tuple[NDArray[Any], NDArray[Any]] = (np.empty(0, np.int32), np.empty(0, np.float32))
_NO_NAMES: NDArray[Any] = np.empty(0, np.int32)
_DISTINCT = frozenset(c for c in CLASSES if c.value in ("name", "number"))
_ARRAYS = (
    "party-version", "name-party", "name-place", "name-kind", "name-weight", "name-heft", "name-words", "name-ends",
    "word-class", "word-bare", "word-weight", "postings", "posting-ends", "term-rarity",
    "keys", "key-term", "key-kind", "number-party",
)  # fmt: skip
