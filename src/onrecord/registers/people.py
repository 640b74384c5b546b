"""Office holders: whom the people the news quotes speak for, by name and day."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onrecord.errors import RegisterError
from onrecord.registers.gazetteer import fold
from onrecord.registers.spelling import Spellings, sounds_like
from onrecord.registers.tables import DATA, Row, Table

__all__ = ["PEOPLE", "People", "Person", "load_people", "people"]

SHORT = 5
"""Letters of a surname too short to be known alone in another spelling."""
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Person:
    """One office of one person.

    Attributes:
        name: the usual full English form.
        office: as news writes it.
        speaks_for: canonical name of the state or institution; None for legislators and others who speak for themselves.
        aliases: other full forms.
        first: earliest day of the office as far as known; None if unknown.
        last: latest day; None if unknown or still held.
        example: a sentence with the name in square brackets.
    """

    name: str
    office: str
    speaks_for: str | None
    aliases: tuple[str, ...]
    first: date | None
    last: date | None
    example: str

    def holds(self, on: date | None) -> bool:
        """Whether the office was held on a day, as far as the table tells."""
        return on is None or ((self.first is None or self.first <= on) and (self.last is None or on <= self.last))


@dataclass(frozen=True, slots=True)
class People:
    """The table by folded full name and by folded surname, and by both in other spellings."""

    by_name: Mapping[str, tuple[Person, ...]]
    by_surname: Mapping[str, tuple[Person, ...]]
    spellings: Spellings[str]
    surname_spellings: Spellings[str]

    def resolve(self, text: str) -> str | None:
        """Return the full name in the table that a name is a spelling of: "Sergey Lavrow", "Lavrow"; None if several may be.

        Args:
            text: a full name, or a surname that only one person in the table has.
        """
        held = self.by_name.get(fold(text))
        if held:
            return held[0].name
        words = text.split()
        if len(words) == 1:
            found = self.surname_spellings.find(text)
            return found if found is not None and len(text) > SHORT else None
        found = self.spellings.find(text)
        if found is None:
            return None
        names = [found, *(alias for p in self.by_name.get(fold(found), ()) for alias in p.aliases)]
        return found if any(_alike(words, name.split()) for name in names) else None

    def called(self, surname: str, office: str, on: date | None = None) -> Person | None:
        """Return who of that surname held an office on a day, if there is one: "Foreign Minister Lavrov".

        Args:
            surname: as the text has it.
            office: the office as the text has it; every word of the table's office must be in it.
            on: the day.
        """
        given = set(fold(office).replace("defense", "defence").split())
        held = self.by_surname.get(fold(surname), ())
        fitting = [
            p for p in held if set(fold(p.office).replace("defense", "defence").split()) <= given and p.holds(on)
        ]
        names = {p.name for p in fitting}
        return fitting[0] if len(names) == 1 else None

    def named(self, text: str, on: date | None = None) -> Person | None:
        """Return the office of a person on a day: the one held then, else the latest before it, else None.

        Args:
            text: a full name; accents, case and hyphens do not matter. A bare surname finds nobody.
            on: the day; the latest office if None.
        """
        held = self.by_name.get(fold(text), ())
        past = [p for p in held if on is None or p.first is None or p.first <= on]
        return next((p for p in reversed(past) if p.holds(on)), past[-1] if past else None)


@cache
def people() -> People:
    """Return the shipped table, read once.

    Raises:
        RegisterError: it is damaged.
    """
    return load_people(DATA)


def load_people(folder: Path) -> People:
    """Return the table of a data folder.

    Raises:
        RegisterError: the first fault found, or a name that two people share.
    """
    found: dict[str, list[Person]] = {}
    for person in PEOPLE.load(folder):
        for name in (person.name, *person.aliases):
            held = found.setdefault(fold(name), [])
            if held and held[0].name != person.name:
                raise RegisterError(
                    PEOPLE.path, f"{name!r} for {held[0].name} and for {person.name}", "one person a name"
                )
            held.append(person)
    ordered = {k: tuple(sorted(v, key=lambda p: p.first or date.min)) for k, v in found.items()}
    surnames: dict[str, dict[tuple[str, str], Person]] = {}
    for offices in ordered.values():
        for person in offices:
            for name in (person.name, *person.aliases):
                for last in _surnames(name):
                    surnames.setdefault(last, {})[person.name, person.office] = person
    full = [(name, p.name) for offices in ordered.values() for p in offices for name in (p.name, *p.aliases)]
    ends = [(name.split()[-1], whole) for name, whole in full if " " in name]
    return People(
        MappingProxyType(ordered),
        MappingProxyType({k: tuple(v.values()) for k, v in surnames.items()}),
        Spellings(full),
        Spellings(ends),
    )


def _alike(words: list[str], name: list[str]) -> bool:
    """Whether every word of a name is a spelling of the word in its place."""
    return len(words) == len(name) and all(sounds_like(a, b) for a, b in zip(words, name, strict=True))


def _surnames(name: str) -> tuple[str, ...]:
    """Return what a full name may be cut to: its last word, and that with what a hyphen or "bin" ties to it."""
    words = name.split()
    return tuple({fold(words[-1]), *(fold(" ".join(words[k:])) for k in range(1, len(words)))})


def _person(row: Row) -> Person:
    first, last = _day(row, "from", start=True), _day(row, "to", start=False)
    if first is not None and last is not None and last < first:
        raise row.fault(f"from {row.cells['from']} to {row.cells['to']}", "days in order")
    state = row.cells["speaks_for"] or None
    return Person(row.text("name"), row.text("office"), state, row.many("aliases"), first, last, row.text("example"))


def _day(row: Row, column: str, *, start: bool) -> date | None:
    """Return the first or last day of a year, month or day; None for an empty cell."""
    cell = row.cells[column]
    if not cell:
        return None
    fault = row.fault(f"{column} {cell!r}", "YYYY, YYYY-MM or YYYY-MM-DD")
    found = _DAY.fullmatch(cell)
    if found is None:
        raise fault
    year, month, day = int(found[1]), int(found[2] or (1 if start else 12)), found[3]
    try:
        first = date(year, month, int(day or 1))
    except ValueError as error:
        raise fault from error
    if start or day:
        return first
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


PEOPLE = Table(
    "gazetteer/people.csv",
    ("name", "office", "speaks_for", "aliases", "from", "to", "example"),
    _person,
    lambda p: (p.name.casefold(), (p.first or date.min).isoformat(), p.office),
)
