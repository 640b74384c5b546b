"""The index of listed names, mapped from disk: which names may be the one asked for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from onrecord.errors import ListError
from onrecord.matching import heard, most_slips
from onrecord.records.listings import Listing, PartyKind
from onrecord.screening.arrays import Strings, open_array
from onrecord.screening.bounds import Asking, bounds, is_personal
from onrecord.screening.building import CLASSES, KINDS, initials, joined, sought
from onrecord.screening.coding import listing_from_json
from onrecord.screening.keys import FAITH, HEARD, SURE, keys_of
from onrecord.screening.names import Name, Word

__all__ = ["Candidate", "Index"]

_COMMON = 3_000
"""Names a word may stand in before it only ranks what rarer words found."""
_OWN = 0.7
"""Weight of the words asked for against the words listed: a name is asked for by fewer words than it has, seldom by more."""
_FAITH = np.array(FAITH, dtype=np.float32)
_HEARD_APART = 0.57
"""Share of sounds that differ from which words of one skeleton are no likeness."""


class Candidate(NamedTuple):
    """A name that may be the one asked for.

    Attributes:
        number: of the name in the index.
        share: how much of both names the words found have in common, roughly; 1 is all.
        highest: the score that a comparison can give at most.
    """

    number: int
    share: float
    highest: float


class _Posted(NamedTuple):
    """The names that a word found: how well, which of them by two words as one, and what the best term is worth."""

    names: NDArray[Any]
    worth: NDArray[Any]
    doubled: NDArray[Any]
    best: float


_NO_NAMES: NDArray[Any] = np.empty(0, np.int32)
_NOTHING = _Posted(_NO_NAMES, np.empty(0, np.float32), _NO_NAMES, 1.0)


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
            self._terms, self._sounds = Strings(folder, "terms"), Strings(folder, "term-heard")
            self._arrays = {n: open_array(folder, n) for n in _ARRAYS}
        except (OSError, ValueError, EOFError) as error:
            raise ListError(str(folder), str(error), "an index that 'onrecord lists load' made") from error
        self._name_words, self._name_ends = self._arrays["name-words"], self._arrays["name-ends"]
        self._keys, self._key_term, self._key_kind = (self._arrays[n] for n in ("keys", "key-term", "key-kind"))
        self._postings, self._posting_ends = self._arrays["postings"], self._arrays["posting-ends"]
        self._rarity = self._arrays["term-rarity"]
        self._weight, self._heft = self._arrays["name-weight"], self._arrays["name-heft"]
        self._sought = self._arrays["name-sought"]
        self._found: NDArray[np.float32] = np.zeros((8, max(len(self._names), 1)), dtype=np.float32)
        self._mark = np.zeros(max(len(self._names), 1), dtype=np.bool_)
        self._made: dict[int, Word] = {}
        self._texts: NDArray[np.object_] | None = None  # read when the first word is looked up
        self._heard = self._lengths = np.empty(0)

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
        asking = Asking(name, sought(name), joined(name), len(self._found) - 1)
        bare = {w.text for w in name.words if w.bare}
        rows = [*(self._posted(t, bare=t in bare) for t in asking.terms), self._acronyms(name, asking.terms)]
        for k, row in enumerate(rows):
            # Of several terms in one name the last, the best, counts.
            self._found[k, row.names] = row.worth
        numbers = self._rarely_found(rows)
        if kind is not None:
            kinds = self._arrays["name-kind"][numbers]
            numbers = numbers[(kinds == KINDS.index(kind)) | (kinds == 0)]
        own = sum(row.best for row in rows[: len(asking.words)])
        total = self._found[: len(rows), numbers].sum(axis=0)
        share = total / (_OWN * own + (1 - _OWN) * self._heft[numbers] + 0.05)
        if len(numbers) > most:
            best = np.argpartition(-share, most)[:most]
            numbers, share = numbers[best], share[best]
        highest = self._bounds(asking, rows, numbers, kind)
        for k, row in enumerate(rows):
            self._found[k, row.names] = 0
        order = np.lexsort((numbers, -share))
        found = zip(numbers[order].tolist(), share[order].tolist(), highest[order].tolist(), strict=True)
        return [Candidate(*one) for one in found]

    def _rarely_found(self, rows: Sequence[_Posted]) -> NDArray[Any]:
        """Return the names that rare words found; those of the rarest word, if all are common."""
        sets = [row.names for row in rows if len(row.names)]
        for ids in [ids for ids in sets if len(ids) <= _COMMON] or sorted(sets, key=len)[:1]:
            self._mark[ids] = True
        numbers = np.flatnonzero(self._mark)
        self._mark[numbers] = False
        return numbers

    def _bounds(
        self, asking: Asking, rows: Sequence[_Posted], numbers: NDArray[Any], kind: PartyKind | None
    ) -> NDArray[Any]:
        hits = self._found[: len(rows), numbers] > 0
        for row in rows[:-1]:
            self._mark[row.doubled] = True
        # A word that is two of the name's has one partner more.
        sought_for = self._sought[numbers] - self._mark[numbers]
        for row in rows[:-1]:
            self._mark[row.doubled] = False
        personal = is_personal(self._arrays["name-kind"][numbers], kind, KINDS.index(PartyKind.PERSON))
        return bounds(asking, hits[:-1], hits[-1], (self._weight[numbers], sought_for, personal))

    def _posted(self, word: str, *, bare: bool = False) -> _Posted:
        return _posted(self, word, bare)

    def find_posted(self, word: str, *, bare: bool = False) -> _Posted:
        """Return the names that have a word, or one that it may stand for; not remembered.

        Args:
            word: as ``parse_name()`` gives it; an acronym is led by "@".
            bare: whether its script left the vowels out.
        """
        terms, worth = self._alike(word, bare)
        if not len(terms):
            return _NOTHING
        starts, ends = self._posting_ends[terms], self._posting_ends[terms + 1]
        lengths = ends - starts
        names = self._postings[_slices(starts, lengths)]
        doubled = names[np.repeat(self._arrays["term-joined"][terms], lengths)]
        return _Posted(names, np.repeat(worth, lengths), doubled, float(worth[-1]))

    def _alike(self, word: str, bare: bool) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the terms a word may stand for, the best last, and what each is worth."""
        keys = keys_of(word)
        asked = np.array([k for k, _ in keys], dtype=np.uint32)
        kinds = np.array([kind for _, kind in keys], dtype=np.int8)
        starts, ends = np.searchsorted(self._keys, asked, "left"), np.searchsorted(self._keys, asked, "right")
        lengths = ends - starts
        places = _slices(starts, lengths)
        terms = self._key_term[places]
        # A key is worth what the worse of its two kinds is: the word itself meets another's deletion by a slip.
        kinds = np.maximum(np.repeat(kinds, lengths), self._key_kind[places])
        best_first = np.lexsort((kinds, terms))
        terms, kinds = terms[best_first], kinds[best_first]
        first = np.append(True, terms[1:] != terms[:-1])[: len(terms)]
        terms, kinds = terms[first], kinds[first]
        if not bare:
            kept = kinds <= SURE
            rest = np.flatnonzero(~kept)
            kept[rest] = self._near(word, terms[rest], kinds[rest] == HEARD)
            terms, kinds = terms[kept], kinds[kept]
        worth = _FAITH[kinds] * self._rarity[terms]
        order = np.argsort(worth, kind="stable")
        return terms[order], worth[order]

    def _near(self, word: str, terms: NDArray[Any], heard_alike: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which terms may be like a word: few slips apart or, where they share a skeleton, most of what is heard."""
        if self._texts is None:
            self._texts = np.array(self._terms.all(), dtype=object)
            self._heard = np.array(self._sounds.all(), dtype=object)
            self._lengths = np.array([len(t) for t in self._texts], dtype=np.int16)
        most = most_slips(len(word))
        near: NDArray[np.bool_] = np.abs(self._lengths[terms] - len(word)) <= most
        near[near] = (
            process.cdist([word], self._texts[terms[near]].tolist(), scorer=OSA.distance, dtype=np.uint8)[0] <= most
        )
        rest = heard_alike & ~near
        sounds = self._heard[terms[rest]].tolist()
        near[rest] = process.cdist([heard(word)], sounds, scorer=OSA.normalized_distance)[0] <= _HEARD_APART
        return near

    def _acronyms(self, name: Name, terms: Sequence[str]) -> _Posted:
        if len(terms) > 1 or len(name.words) > 1:
            return self.find_posted(initials(name)[0]) if initials(name) else _NOTHING
        return self._posted("@" + terms[0]) if terms else _NOTHING

    def all_listings(self) -> Iterator[Listing]:
        """Yield every party."""
        return map(listing_from_json, self._parties)


def _slices(starts: NDArray[Any], lengths: NDArray[Any]) -> NDArray[Any]:
    """Return the places of many slices at once: each is its slice's start plus its own rank in the slice."""
    before = np.concatenate([[0], np.cumsum(lengths)[:-1]]) if len(lengths) else lengths
    places: NDArray[Any] = np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
    return places


@lru_cache(maxsize=8192)
def _posted(index: Index, word: str, bare: bool) -> _Posted:
    return index.find_posted(word, bare=bare)


_DISTINCT = frozenset(c for c in CLASSES if c.value in ("name", "number"))
_ARRAYS = (
    "party-version", "name-party", "name-place", "name-kind", "name-weight", "name-sought", "name-heft", "name-words",
    "name-ends", "word-class", "word-bare", "word-weight", "postings", "posting-ends", "term-rarity", "term-joined",
    "keys", "key-term", "key-kind", "number-party",
)  # fmt: skip
