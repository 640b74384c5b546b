"""Phrases: entries of one or more words, found in a sequence of lemmas, the longest first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, Protocol, TypeVar

__all__ = ["ANY", "Found", "Phrase", "Phrases", "match_words"]

ANY = "*"
"""In an entry: one word or a few, whatever they are ("as * put it")."""
_MOST = 8  # words one ANY may stand for: a name with its title and office


class Phrase(Protocol):
    """What has words."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words, as lemmas in lower case."""


Entry = TypeVar("Entry", bound=Phrase)


@dataclass(frozen=True, slots=True)
class Found(Generic[Entry]):
    """An entry in a sequence.

    Attributes:
        entry: what was found.
        start: index of its first word.
        end: index after its last word.
    """

    entry: Entry
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Entry]):
    """Entries by their first word.

    Attributes:
        by_first: the first word of each, and those that begin with it, the longest first.
    """

    by_first: Mapping[str, tuple[Entry, ...]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Phrases[Entry]":
        """Return the entries, arranged."""
        groups: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            groups[entry.words[0]].append(entry)
        ordered = {
            first: tuple(sorted(group, key=lambda e: len(e.words), reverse=True)) for first, group in groups.items()
        }
        return cls(MappingProxyType(ordered))

    def __iter__(self) -> Iterator[Entry]:
        """Go through all entries."""
        for group in self.by_first.values():
            yield from group

    def __len__(self) -> int:
        """Count the entries."""
        return sum(map(len, self.by_first.values()))

    def longest(self, lemmas: Sequence[str], start: int = 0) -> Found[Entry] | None:
        """Return the longest entry that begins at ``start``, or None.

        Args:
            lemmas: the lemmas of a sentence; their case does not matter.
            start: where the entry has to begin.
        """
        if not 0 <= start < len(lemmas):
            return None
        entries = self.by_first.get(lemmas[start].lower())
        if entries is None:
            return None
        ahead = tuple(lemma.lower() for lemma in lemmas[start : start + len(entries[0].words)])
        for entry in entries:
            words = entry.words
            if ANY in words:
                if words[-1] != ANY and words[-1] not in map(str.lower, lemmas[start : start + len(words) + _MOST]):
                    continue
                end = match_words(words, lemmas, start)
                if end is not None:
                    return Found(entry, start, end)
            elif ahead[: len(words)] == words:
                return Found(entry, start, start + len(words))
        return None

    def exact(self, lemmas: Sequence[str]) -> Entry | None:
        """Return the entry that is the whole of ``lemmas``, or None."""
        found = self.longest(lemmas)
        return found.entry if found is not None and found.end == len(lemmas) else None


def _same(form: str, lemma: str) -> bool:
    return form.lower() == lemma


def match_words(
    words: tuple[str, ...], lemmas: Sequence[str], start: int, same: Callable[[str, str], bool] = _same
) -> int | None:
    """Return where ``words`` end in ``lemmas`` if they begin at ``start``, or None if they do not.

    Args:
        words: the words of an entry.
        lemmas: where to look.
        start: where they have to begin.
        same: whether one of ``lemmas`` is the word of an entry.
    """
    if not words:
        return start
    if words[0] == ANY:
        ends = (match_words(words[1:], lemmas, start + taken, same) for taken in range(1, _MOST + 1))
        return next((end for end in ends if end is not None and end <= len(lemmas)), None)
    if start < len(lemmas) and same(lemmas[start], words[0]):
        return match_words(words[1:], lemmas, start + 1, same)
    return None
