"""Outlets that others name as their source: whose word an outlet passed on tells its own article, where the record has it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from onrecord.registers import gazetteer
from onrecord.weighing.origins import DOCUMENTS, OUTLET, SOURCES, official
from onrecord.weighing.parties import fold, goes_by

__all__ = ["Met", "door_named", "door_of", "heads_of", "relayed"]

STEPS = 6
"""Outlets that pass on one another's words, at most."""


class Met(NamedTuple):
    """A root as a claim meets it: its key and family, whether it counts, and the outlet in which it came out ("" if unknown)."""

    key: str
    family: str
    counted: bool
    outlet: str


def door_of(outlet: str) -> str:
    """Return the name by which an outlet is compared."""
    known = gazetteer().outlet(outlet) if outlet else None
    return fold(known.name if known is not None else outlet)


def door_named(key: str, family: str) -> str:
    """Return the folded name that a root may have as an outlet that is named as the source; "" where it is something else."""
    if key.startswith(OUTLET):
        return key.removeprefix(OUTLET)
    told = family.startswith((SOURCES, DOCUMENTS)) or "+" in family or official(family) is not None
    return "" if told else family


def heads_of(name: str) -> set[str]:
    """Return the words that an outlet may be called by: its first, and its initials ("Baltic Cable Service", "BCS")."""
    words = name.split(" ")
    return {words[0], "".join(w[0] for w in words if w)}


def relayed(met: Iterable[Met]) -> dict[str, str]:
    """Return for each family that is an outlet the one it goes back to: the first that its own articles tell, else its sources.

    Who only publishes what it says itself is nobody's door.

    Args:
        met: the roots of a claim, in public order.
    """
    roots = list(met)
    own, doors = dict[str, str](), dict[str, None]()
    for root in roots:
        door = door_of(root.outlet)
        if door:
            doors[door] = None
            named = door_named(root.key, root.family)
            if root.counted and not (named and goes_by(named, door)):
                own.setdefault(door, root.family)
        if root.family.startswith(SOURCES) and not root.key.startswith(OUTLET):
            doors[root.family.removeprefix(SOURCES)] = None
    described = {r.family for r in roots if not r.key.startswith(OUTLET) and r.family.startswith(SOURCES)}
    found = dict[str, str]()
    for root in roots:
        named = door_named(root.key, root.family)
        if not named or root.family in found or root.family in described:
            continue
        called = [d for d in doors if goes_by(named, d)]
        if called:
            door = min(called, key=lambda d: (d != named, d not in own, d))
            itself = any(r.family == root.family and goes_by(named, door_of(r.outlet)) for r in roots)
            found[root.family] = own.get(door, root.family if itself else SOURCES + door)
    return {family: _followed(family, found) for family in found if _followed(family, found) != family}


def _followed(family: str, found: Mapping[str, str]) -> str:
    """Return where a family goes back to at last; itself where outlets only name one another in a circle."""
    at = family
    for _ in range(STEPS):
        if at not in found or found[at] == at:
            return at
        at = found[at]
    return family
