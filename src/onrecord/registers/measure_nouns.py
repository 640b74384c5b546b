"""Nouns that name a sanction, an embargo, a ban or the law behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onrecord.registers.tables import DATA, Row, Table

__all__ = ["MEASURE_NOUNS", "MeasureKind", "MeasureNoun", "load_measure_nouns", "measure_nouns"]


class MeasureKind(StrEnum):
    """How surely a noun names a measure.

    Always; beside a word that does or where one was named; only beside a word that does; as the act that holds it.
    """

    MEASURE = "measure"
    VAGUE = "vague"
    BESIDE = "beside"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class MeasureNoun:
    """A noun that may name a measure.

    Attributes:
        words: its lemma, as one word.
        kind: how surely it names one.
        example: a sentence with the noun in square brackets.
    """

    words: tuple[str, ...]
    kind: MeasureKind
    example: str

    @property
    def name(self) -> str:
        """The noun."""
        return " ".join(self.words)


@cache
def measure_nouns() -> Mapping[str, MeasureNoun]:
    """Return the shipped table by lemma, read once.

    Raises:
        RegisterError: it is damaged.
    """
    return load_measure_nouns(DATA)


def load_measure_nouns(folder: Path) -> Mapping[str, MeasureNoun]:
    """Return the table of a data folder, by lemma.

    Raises:
        RegisterError: the first fault found.
    """
    return MappingProxyType({entry.name: entry for entry in MEASURE_NOUNS.load(folder)})


def _noun(row: Row) -> MeasureNoun:
    words = row.words("noun")
    if len(words) != 1:
        raise row.fault(f"noun {' '.join(words)!r}", "one word")
    return MeasureNoun(words, row.one_of("kind", MeasureKind), row.text("example"))


MEASURE_NOUNS = Table("lexicon/en/measures.csv", ("noun", "kind", "example"), _noun, lambda entry: entry.words)
