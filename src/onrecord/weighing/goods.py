"""Goods by the register's taxonomy: what a phrase names, and how far two kinds are one."""

from collections.abc import Iterator
from functools import cache

from onrecord.registers import Weapon, weapons

__all__ = ["BROAD", "class_of", "line_of", "weapon_in"]

BROAD = frozenset(("arms", "dual-use goods"))
"""Kinds at the root, which tell hardly anything."""
WORDS = 6
"""Words of the longest name looked for."""


@cache
def weapon_in(phrase: str) -> Weapon | None:
    """Return what a phrase names: a system before a kind, a longer name before a shorter, the last before the first."""
    table = weapons()
    named = [w for part in _parts(phrase) if (w := table.named(part)) is not None]
    return next((w for w in named if not w.is_kind), named[0] if named else None)


def _parts(phrase: str) -> Iterator[str]:
    """Yield the parts of a phrase, the longest first: "some 400 ballistic missiles", ..., "ballistic missiles", ..."""
    words = phrase.split()
    for length in range(min(len(words), WORDS), 0, -1):
        yield from (" ".join(words[k : k + length]) for k in range(len(words) - length, -1, -1))


@cache
def line_of(name: str) -> tuple[str, ...]:
    """Return a kind and the kinds it is of, up to the root; only itself if it is none of the register's."""
    table = weapons()
    weapon = table.by_name.get(name)
    return (name,) if weapon is None else tuple(w.name for w in table.line(weapon))


def class_of(goods: tuple[str, ...]) -> str:
    """Return the class below the root that all goods are of ("missile"); "" if they tell none, or several."""
    classes = {line[-2] if len(line := line_of(name)) > 1 else "" for name in goods}
    return classes.pop() if len(classes) == 1 else ""
