"""Weapons: systems and their kinds, from "missile" down to "Fateh-110", by every name and in other spellings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from onrecord.errors import RegisterError
from onrecord.registers.spelling import Spellings, compact
from onrecord.registers.tables import DATA, Row, Table

__all__ = ["WEAPONS", "Weapon", "Weapons", "keys_of_weapon", "load_weapons", "plurals_of", "weapons"]

DEEPEST = 12
"""Steps from a system up to the root, at most; a longer way is a circle."""
_BEFORE_NUMBER = re.compile(r"([A-Z][a-zé]{3,}(?: [A-Z][a-z]+)?)[- ][0-9IVX]+[A-Za-z0-9]*")
_BEHIND_NUMBER = re.compile(r"[A-Za-z]{0,4}-?[0-9]+[A-Z0-9/-]* ([A-Z][a-z]{3,}(?: [A-Z][a-z]+)*)")
LONGEST = 6
"""Words of the longest name looked up."""


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon system, or a kind of it.

    Attributes:
        name: its usual name in English; kinds in lower case, in the singular.
        parent: the kind it is of; None for the roots, "arms" and "dual-use goods".
        aliases: other names.
        maker: who makes it, if known.
        wikidata: its item there, if known.
        example: a sentence with one of the names in square brackets.
    """

    name: str
    parent: str | None
    aliases: tuple[str, ...]
    maker: str | None
    wikidata: str | None
    example: str

    @property
    def is_kind(self) -> bool:
        """Whether it is a kind of weapon and no system with a name of its own."""
        return self.name == self.name.lower() and not any(c.isdigit() for c in self.name)


@dataclass(frozen=True, slots=True)
class Weapons:
    """The table, by name.

    Attributes:
        by_name: every entry by its name.
        by_key: every entry by the letters and digits of its names, plurals among them.
        spellings: the names of systems in spellings nobody listed.
        openings: first words of the names, as ``compact`` writes them.
        families: what systems are called for short, as ``compact`` writes it, in the singular and the plural: "Leopard" of
            "Leopard 2", "Abrams" of "M1 Abrams"; with the system, or the kind that all so called are of.
    """

    by_name: Mapping[str, Weapon]
    by_key: Mapping[str, Weapon]
    spellings: Spellings[Weapon]
    openings: frozenset[str]
    families: Mapping[str, Weapon]

    def named(self, text: str) -> Weapon | None:
        """Return the weapon of this name; case, hyphens, spaces, accents and Roman numerals do not matter."""
        return self.by_key.get(compact(text))

    def resolve(self, text: str) -> Weapon | None:
        """Return the weapon of this name or of the one system it can be a misspelling or transliteration of."""
        return self.named(text) or self.spellings.find(text)

    def line(self, weapon: Weapon) -> tuple[Weapon, ...]:
        """Return a weapon and the kinds it is of, up to the root: Fateh-110, short-range ballistic missile, ..., arms."""
        line = [weapon]
        while line[-1].parent is not None:
            line.append(self.by_name[line[-1].parent])
        return tuple(line)

    def is_a(self, weapon: Weapon, kind: str) -> bool:
        """Whether a weapon is of a kind, or is it."""
        return any(w.name == kind for w in self.line(weapon))


@cache
def weapons() -> Weapons:
    """Return the shipped table, read once.

    Raises:
        RegisterError: it is damaged.
    """
    return load_weapons(DATA)


def load_weapons(folder: Path) -> Weapons:
    """Return the table of a data folder.

    Raises:
        RegisterError: the first fault found: a name that two weapons share, a parent that is none, a circle.
    """
    found = {weapon.name: weapon for weapon in WEAPONS.load(folder)}
    for weapon in found.values():
        _check_line(weapon, found)
    keys: dict[str, Weapon] = {}
    for weapon in found.values():
        for key in keys_of_weapon(weapon):
            other = keys.setdefault(key, weapon)
            if other is not weapon:
                raise RegisterError(
                    WEAPONS.path, f"{key!r} for {other.name} and for {weapon.name}", "one weapon a name"
                )
    for weapon in found.values():
        for key in plurals_of(weapon):
            keys.setdefault(key, weapon)
    systems = [(name, w) for w in found.values() if not w.is_kind for name in (w.name, *w.aliases)]
    openings = {compact(name.replace("-", " ").split()[0]) for w in found.values() for name in (w.name, *w.aliases)}
    families = MappingProxyType(dict(_families(found, keys)))
    return Weapons(MappingProxyType(found), MappingProxyType(keys), Spellings(systems), frozenset(openings), families)


def _families(found: Mapping[str, Weapon], keys: Mapping[str, Weapon]) -> Iterator[tuple[str, Weapon]]:
    """Yield the short names of systems that are no names of the table themselves."""
    called: dict[str, list[Weapon]] = {}
    for weapon in found.values():
        for name in (weapon.name, *weapon.aliases) if not weapon.is_kind else ():
            short = _BEFORE_NUMBER.fullmatch(name) or _BEHIND_NUMBER.fullmatch(name)
            if short is not None and short[1] not in found and compact(short[1]) not in keys:
                called.setdefault(short[1], []).append(weapon)
    for short_name, members in called.items():
        common = _common(members, found)
        if common is not None:
            yield compact(short_name), common
            yield compact(_plural(short_name)), common


def _common(members: list[Weapon], found: Mapping[str, Weapon]) -> Weapon | None:
    """Return the one system of a short name, or the nearest kind that all of its systems are of; None for the root."""
    line: Weapon | None = members[0]
    while line is not None and len(members) > 1:
        if line.is_kind and all(line in _line(m, found) for m in members):
            break
        line = found[line.parent] if line.parent is not None else None
    return line if line is not None and line.parent is not None else None


def _line(weapon: Weapon, found: Mapping[str, Weapon]) -> Iterator[Weapon]:
    above: Weapon | None = weapon
    while above is not None:
        yield above
        above = found[above.parent] if above.parent is not None else None


def keys_of_weapon(weapon: Weapon) -> Iterator[str]:
    """Yield what a weapon is found by: the letters and digits of its names."""
    return (compact(name) for name in (weapon.name, *weapon.aliases))


def plurals_of(weapon: Weapon) -> Iterator[str]:
    """Yield the same of its names in the plural; a name in the table goes before the plural of another ("Igla-S")."""
    for name in (weapon.name, *weapon.aliases):
        last = name.split(" ")[-1]
        if last[-1:].isalpha() and last[-1:].islower():
            yield compact(_plural(name))
        elif weapon.is_kind and len(last) > 1 and last.isalpha() and last[-1:] != "S":
            yield compact(f"{name}s")  # "UAVs", "ICBMs"; the plural of a system called by letters may be another system


def _plural(name: str) -> str:
    if name.endswith(("s", "x", "ch", "sh", "edo")):
        return name + "es"
    return name[:-1] + "ies" if name.endswith("y") and name[-2:-1] not in "aeiou" else name + "s"


def _check_line(weapon: Weapon, found: Mapping[str, Weapon]) -> None:
    above, steps = weapon.parent, 0
    while above is not None:
        if above not in found:
            raise RegisterError(WEAPONS.path, f"parent {above!r} of {weapon.name}", "a name of the table")
        above, steps = found[above].parent, steps + 1
        if steps > DEEPEST:
            raise RegisterError(WEAPONS.path, f"a circle above {weapon.name}", "a line of kinds that ends")


def _weapon(row: Row) -> Weapon:
    item = row.cells["wikidata"] or None
    if item is not None and not (item[0] == "Q" and item[1:].isdigit()):
        raise row.fault(f"wikidata {item!r}", "Q and a number, or nothing")
    return Weapon(
        row.text("name"),
        row.cells["parent"] or None,
        row.many("aliases"),
        row.cells["maker"] or None,
        item,
        row.text("example"),
    )


WEAPONS = Table(
    "gazetteer/weapons.csv",
    ("name", "parent", "aliases", "maker", "wikidata", "example"),
    _weapon,
    lambda weapon: (weapon.name.casefold(),),
)
