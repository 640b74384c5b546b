"""The dictionaries of screening: words of little weight, forms of one name, known bodies, phrases, words in other scripts.

They lie in ``data/screening/``; AUTHORING.md there says what a row means. Folded names look them up, so entries stand
in ASCII lower case.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from onrecord.errors import RegisterError
from onrecord.matching import fold
from onrecord.registers import DATA, given_names
from onrecord.registers.tables import Row, Table

__all__ = ["Body", "Tables", "WordClass", "load_tables", "tables"]


_LONG = 6
"""Letters of the shortest common word that is known with a slip in it; shorter ones may be names."""


class WordClass(StrEnum):
    """What a word of a name tells."""

    NAME = "name"
    GENERIC = "generic"
    LEGAL = "legal"
    PLACE = "place"
    TITLE = "title"
    PARTICLE = "particle"
    STOP = "stop"
    NUMBER = "number"
    VESSEL = "vessel"
    INITIAL = "initial"


@dataclass(frozen=True, slots=True)
class Body:
    """An institution known by several names: its usual one first."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """All five tables.

    Attributes:
        words: class and canonical form of a folded word.
        forms: groups a folded name belongs to; two names that share one are forms of one name.
        bodies: known bodies by each of their folded names.
        phrases: by their first word, the longest first, several folded words and what they read: "joint stock company" is "jsc".
        native: words in other scripts and what they read in English.
        native_pattern: finds them, the longest first.
        given: given names that are known, folded.
        genders: f or m, each name's usual one.
        cuts: long common words by what is left of them when one letter falls out.
    """

    words: Mapping[str, tuple[WordClass, str]]
    forms: Mapping[str, frozenset[int]]
    bodies: Mapping[str, Body]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]
    native: Mapping[str, str]
    native_pattern: re.Pattern[str]
    given: frozenset[str]
    genders: Mapping[str, str]
    cuts: Mapping[str, tuple[str, ...]]

    def slipped(self, text: str, *, person: bool) -> tuple[WordClass, str] | None:
        """Return the class of the long common word that one slip parts from a word: "comppany"; None for names.

        Args:
            text: a folded word that is not in the table.
            person: whether it stands in a person's name, where titles alone are common words.
        """
        if len(text) < _LONG - 1 or text in self.given or text in self.forms:
            return None
        near = {w for cut in _cuts(text) for w in self.cuts.get(cut, ())}
        fitting = [w for w in sorted(near) if OSA.distance(w, text, score_cutoff=1) == 1]
        found = [self.words[w] for w in fitting if (self.words[w][0] is WordClass.TITLE) is person]
        return found[0] if found else None


def _word(row: Row) -> tuple[str, WordClass, str]:
    return _folded(row, "word"), row.one_of("class", WordClass), _folded(row, "reads")


def _form(row: Row) -> tuple[str, ...]:
    names = (_folded(row, "name"), *row.text("forms").split(" "))
    if any(fold(n) != n or " " in n for n in names):
        raise row.fault(repr(" ".join(names)), "folded names of one word each")
    return names


def _body(row: Row) -> Body:
    return Body((row.text("name"), *row.many("aliases")))


def _native(row: Row) -> tuple[str, str]:
    return row.text("written"), row.text("reads")


def _phrase(row: Row) -> tuple[str, str]:
    return _folded(row, "phrase"), _folded(row, "reads")


def _folded(row: Row, column: str) -> str:
    cell = row.text(column)
    if fold(cell) != cell:
        raise row.fault(f"{column} {cell!r}", f"it as folded: {fold(cell)!r}")
    return cell


WORDS = Table("screening/words.csv", ("word", "class", "reads"), _word, lambda w: (w[0],))
FORMS = Table("screening/forms.csv", ("name", "forms"), _form, lambda f: f)
BODIES = Table("screening/bodies.csv", ("name", "aliases"), _body, lambda b: b.names)
PHRASES = Table("screening/phrases.csv", ("phrase", "reads"), _phrase, lambda p: p)
NATIVE = Table("screening/native.csv", ("written", "reads"), _native, lambda n: n)


@cache
def tables() -> Tables:
    """Return the shipped tables, read once.

    Raises:
        RegisterError: a table is damaged.
    """
    return load_tables(DATA)


def load_tables(folder: Path) -> Tables:
    """Return the tables of a data folder.

    Raises:
        RegisterError: the first fault found.
    """
    words: dict[str, tuple[WordClass, str]] = {}
    for word, cls, reads in WORDS.load(folder):
        if word in words:
            raise RegisterError(WORDS.path, f"{word!r} twice", "one row a word")
        words[word] = (cls, reads)
    forms: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(FORMS.load(folder)):
        for name in group:
            forms[name].add(n)
    bodies: dict[str, Body] = {}
    for body in BODIES.load(folder):
        for name in body.names:
            bodies.setdefault(fold(name), body)
    native = dict(NATIVE.load(folder))
    genders = {fold(name): gender for name, gender in given_names().items()}
    return Tables(
        words=words,
        forms={k: frozenset(v) for k, v in forms.items()},
        bodies=bodies,
        phrases=_by_head(PHRASES.load(folder)),
        native=native,
        native_pattern=re.compile(_any_of(native)),
        given=frozenset(genders),
        genders=genders,
        cuts=_by_cuts(words),
    )


def _by_head(rows: Iterable[tuple[str, str]]) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for phrase, reads in rows:
        words = tuple(phrase.split())
        found[words[0]].append((words, tuple(reads.split())))
    return {head: tuple(sorted(held, key=lambda p: -len(p[0]))) for head, held in found.items()}


def _cuts(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _by_cuts(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for cut in _cuts(word) if len(word) >= _LONG else ():
            found[cut].append(word)
    return {cut: tuple(held) for cut, held in found.items()}


def _any_of(texts: Iterable[str]) -> str:
    return "|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True)) or r"(?!)"
