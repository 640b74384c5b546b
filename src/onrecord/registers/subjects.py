"""What measures restrict, in controlled words, and who imposes them: two small tables beside the register of measures."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onrecord.errors import RegisterError
from onrecord.registers.tables import DATA, Row, Table

__all__ = [
    "IMPOSERS",
    "SUBJECTS",
    "ControlledSubject",
    "Cover",
    "Imposer",
    "Subjects",
    "imposers",
    "load_imposers",
    "load_subjects",
    "subjects",
]

Cover = int
"""How near a measure's subject is to the one asked for: 0 the same, 1 a wider one, 2 a part of it, 3 one beside it."""


@dataclass(frozen=True, slots=True)
class ControlledSubject:
    """A controlled subject.

    Attributes:
        name: what the register calls it.
        under: the wider subject it is a part of; None for the widest.
        near: subjects beside it, which who asks for it will want to see: the MTCR lists drones with missiles.
        words: what texts call it, in the singular.
        example: a sentence with one of the words in square brackets.
    """

    name: str
    under: str | None
    near: tuple[str, ...]
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Imposer:
    """Who imposes measures.

    Attributes:
        short: what the keys of its measures begin with.
        name: its name in the gazetteer.
        organs: bodies that act for it and that the gazetteer knows by names of their own.
        example: a sentence with one of the names in square brackets.
    """

    short: str
    name: str
    organs: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Subjects:
    """The table, by name."""

    by_name: Mapping[str, ControlledSubject]

    def cover(self, held: str, asked: str) -> Cover | None:
        """Return how near a subject held by a measure is to the one asked for; None where it has nothing to do with it."""
        if held == asked:
            return 0
        if held in self._above(asked):
            return 1
        if asked in self._above(held):
            return 2
        return 3 if held in self.by_name[asked].near else None

    def covers(self, held: Iterable[str], asked: str) -> Cover | None:
        """Return how near the nearest of a measure's subjects is to the one asked for."""
        found = [c for name in held if (c := self.cover(name, asked)) is not None]
        return min(found, default=None)

    def in_text(self, text: str) -> tuple[str, ...]:
        """Return the subjects that a text names, without those that are wider than another it names by the same words."""
        told = " ".join(text.casefold().replace("-", " ").split())
        spans: dict[str, list[tuple[int, int]]] = {}
        for subject in self.by_name.values():
            for word in subject.words:
                spans.setdefault(subject.name, []).extend(m.span() for m in _pattern(word).finditer(told))
        return tuple(name for name, own in spans.items() if any(not _inside(s, name, spans) for s in own))

    def named(self, text: str) -> str | None:
        """Return the subject of this name or word, in the singular or the plural."""
        told = " ".join(text.casefold().replace("-", " ").split())
        for subject in self.by_name.values():
            if any(_pattern(word).fullmatch(told) for word in (subject.name, *subject.words)):
                return subject.name
        return None

    def _above(self, name: str) -> tuple[str, ...]:
        above: list[str] = []
        under = self.by_name[name].under
        while under is not None:
            above.append(under)
            under = self.by_name[under].under
        return tuple(above)


def _inside(span: tuple[int, int], name: str, spans: Mapping[str, list[tuple[int, int]]]) -> bool:
    """Whether words are part of a longer name of another subject: "aircraft part" is not "aircraft"."""
    longer = (s for other, own in spans.items() if other != name for s in own)
    return any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in longer)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    told = re.escape(word.casefold().replace("-", " "))
    plural = told[:-1] + "(?:y|ies)" if told.endswith("y") else told + "(?:s|es)?"
    return re.compile(rf"(?<!\w){plural}(?!\w)")


@cache
def subjects() -> Subjects:
    """Return the shipped table, read once.

    Raises:
        RegisterError: it is damaged.
    """
    return load_subjects(DATA)


def load_subjects(folder: Path) -> Subjects:
    """Return the table of a data folder.

    Raises:
        RegisterError: the first fault found: a wider or neighbouring subject that is none, a circle.
    """
    found = {subject.name: subject for subject in SUBJECTS.load(folder)}
    for subject in found.values():
        for other in (*((subject.under,) if subject.under else ()), *subject.near):
            if other not in found:
                raise RegisterError(SUBJECTS.path, f"{other!r} at {subject.name}", "a subject of the table")
        above, steps = subject.under, 0
        while above is not None:
            above, steps = found[above].under if above in found else None, steps + 1
            if steps > len(found):
                raise RegisterError(SUBJECTS.path, f"a circle above {subject.name}", "a line of subjects that ends")
    return Subjects(MappingProxyType(found))


@cache
def imposers() -> Mapping[str, Imposer]:
    """Return the shipped table by every name: short names, names and organs.

    Raises:
        RegisterError: it is damaged.
    """
    return load_imposers(DATA)


def load_imposers(folder: Path) -> Mapping[str, Imposer]:
    """Return the table of a data folder by every name.

    Raises:
        RegisterError: the first fault found.
    """
    rows = IMPOSERS.load(folder)
    return MappingProxyType({name: row for row in rows for name in (row.short, row.name, *row.organs)})


def _subject(row: Row) -> ControlledSubject:
    name = row.text("subject")
    if name != name.lower():
        raise row.fault(f"subject {name!r}", "lower case")
    words = row.many("words")
    if not words:
        raise row.fault("an empty words", "what texts call it")
    subject = ControlledSubject(name, row.cells["under"] or None, row.many("near"), words, row.text("example"))
    _bracketed(row, (name, *words), plural=True)
    return subject


def _imposer(row: Row) -> Imposer:
    imposer = Imposer(row.text("short"), row.text("name"), row.many("organs"), row.text("example"))
    _bracketed(row, (imposer.short, imposer.name, *imposer.organs), plural=False)
    return imposer


def _bracketed(row: Row, names: Iterable[str], *, plural: bool) -> None:
    found = re.findall(r"\[([^\[\]]+)\]", row.cells["example"])
    told = [" ".join(part.casefold().replace("-", " ").split()) for part in found]
    fits = [any(_pattern(n).fullmatch(t) if plural else n.casefold() == t for n in names) for t in told]
    if fits != [True]:
        raise row.fault(
            f"example {row.cells['example']!r}", "a sentence with one of the names, once, in square brackets"
        )


IMPOSERS = Table("regimes/imposers.csv", ("short", "name", "organs", "example"), _imposer, lambda i: (i.short,))
SUBJECTS = Table(
    "regimes/subjects.csv", ("subject", "under", "near", "words", "example"), _subject, lambda s: (s.name,)
)
