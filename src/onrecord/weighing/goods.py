"""Goods by the register's taxonomy: what a phrase names, and how far two kinds are one."""

from collections.abc import Mapping
from functools import cache

from onrecord.registers import Weapon, weapons

__all__ = ["BROAD", "classes_of", "line_of", "weapons_in"]

BROAD = frozenset(("arms", "dual-use goods"))
"""Kinds at the root, which tell hardly anything."""
WORDS = 6
"""Words of the longest name looked for."""
_LOOSE: Mapping[str, str] = {"rocket": "artillery rocket", "shell": "artillery shell", "round": "ammunition"}
"""Nouns that name a kind only where arms are spoken of."""


@cache
def weapons_in(phrase: str) -> tuple[Weapon, ...]:
    """Return what a phrase names: the kind its last words do ("Grad rockets" are rockets), and a system named before them."""
    words = phrase.split()[-2 * WORDS :]
    found = _ending(words, len(words)) or _loose(words)
    loose = _loose(words)
    if found is not None and not found.is_kind and loose is not None and loose.name not in line_of(found.name):
        return found, loose  # launchers give their name to what they fire: "Grad rockets"
    system = next(
        (w for end in range(len(words), 0, -1) if (w := _ending(words, end)) is not None and not w.is_kind), None
    )
    if found is None and system is None:
        found = next((w for end in range(len(words) - 1, 0, -1) if (w := _ending(words, end)) is not None), None)
    return tuple(dict.fromkeys(w for w in (system, found) if w is not None))


def _ending(words: list[str], end: int) -> Weapon | None:
    """Return the weapon that the longest run of words up to one names."""
    table = weapons()
    starts = range(max(0, end - WORDS), end)
    return next((w for k in starts if (w := table.named(" ".join(words[k:end]))) is not None), None)


def _loose(words: list[str]) -> Weapon | None:
    last = words[-1].lower().removesuffix("s") if words else ""
    return weapons().by_name.get(_LOOSE.get(last, ""))


@cache
def line_of(name: str) -> tuple[str, ...]:
    """Return a kind and the kinds it is of, up to the root; only itself if it is none of the register's."""
    table = weapons()
    weapon = table.by_name.get(name)
    return (name,) if weapon is None else tuple(w.name for w in table.line(weapon))


def classes_of(goods: tuple[str, ...]) -> tuple[str, ...]:
    """Return the classes below the root that goods are of ("missile"), "" among them if one may be of any; at least one."""
    classes = {line[-2] if len(line := line_of(name)) > 1 else "" if name in BROAD else name for name in goods} or {""}
    return tuple(sorted(classes))
