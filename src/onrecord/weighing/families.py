"""Families: origins of one claim that share a root, counted as its statements come in."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.records import Support
from onrecord.weighing.doors import Met, door_named, door_of, heads_of, relayed
from onrecord.weighing.origins import DOCUMENTS, SOURCES
from onrecord.weighing.parties import goes_by, within

__all__ = ["Families", "families_of"]


def families_of(met: Iterable[Met]) -> dict[str, str]:
    """Return for each family the one it is part of in one claim.

    States of which documents say that they share their intelligence are one family, all that overlap together; a group of the
    same stated number behind another door tells what the first told, without credit; a body named by part of its name is
    that body; an outlet whose report is passed on is whoever its own article has it from.

    Args:
        met: its roots, in public order.
    """
    roots = list(met)
    passed_on = relayed(roots)
    pairs = [(root.key, root.family) for root in roots if root.family not in passed_on]
    groups = _Groups([*(family for _, family in pairs), *passed_on.values()])
    for family in list(groups.top):
        for member in family.split("+") if "+" in family else ():
            groups.join(family, member)
    numbers: dict[str, str] = {}
    for key, family in pairs:
        number = _number(key, family)
        if number:
            groups.join(numbers.setdefault(number, family), family)
    bodies = _by_word(groups.top)
    for short in list(groups.top):
        if _is_long(short) and groups.root(short) == short:
            longer = min(_wider(short, bodies[short.split(" ")[0]]), key=lambda f: (len(f), f), default=None)
            if longer is not None:
                groups.join(longer, short)
    names = groups.names()
    return names | {family: names[target] for family, target in passed_on.items()}


def _number(key: str, family: str) -> str:
    """Return the stated number of described sources; "" where none is stated."""
    _, mark, number = key.rpartition(" x")
    return number if mark and family.startswith(SOURCES) else ""


def _is_long(family: str) -> bool:
    """Whether a family is a body of several words, of whose name a part may stand for it."""
    return " " in family and "+" not in family and not family.startswith((SOURCES, DOCUMENTS))


def _by_word(families: Iterable[str]) -> defaultdict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for family in families:
        for word in set(family.split(" ")) if _is_long(family) else ():
            found[word].append(family)
    return found


def _wider(short: str, families: Iterable[str]) -> list[str]:
    return [f for f in families if within(short, f)]


class _Groups:
    """Families that grow together."""

    def __init__(self, families: Iterable[str]) -> None:
        self.top = {family: family for family in families}

    def root(self, family: str) -> str:
        while self.top.setdefault(family, family) != family:
            family = self.top[family]
        return family

    def join(self, a: str, b: str) -> None:
        self.top[self.root(b)] = self.root(a)

    def names(self) -> dict[str, str]:
        """Return each family's name: all that share, the door met first, or the fullest name of a body."""
        members = defaultdict[str, list[str]](list)
        for family in self.top:
            members[self.root(family)].append(family)
        named: dict[str, str] = {}
        for group in members.values():
            sharing = sorted({state for f in group if "+" in f for state in f.split("+")})
            fullest = group[0] if group[0].startswith(SOURCES) else max(group, key=lambda f: (len(f), f))
            named |= dict.fromkeys(group, "+".join(sharing) or fullest)
        return named


class Families:
    """The families of a claim so far, of which most have nothing to do with each other.

    Attributes:
        names: for each family met the one it is part of.
        independent: how many are independent; described sources behind several doors may be the same people and are one.
        support: how far they support a claim.
    """

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.independent = 0
        self.support = Support.UNSOURCED
        self._met: dict[Met, None] = {}
        self._counted: dict[str, str] = {}
        self._counting = set[str]()
        self._described = 0
        self._numbers: dict[str, str] = {}
        self._bodies = defaultdict[str, list[str]](list)
        self._doors, self._outlets = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        self._telling = set[str]()

    def add(self, key: str, family: str, outlet: str, *, counted: bool) -> None:
        """Take in the root of the next statement, and the outlet it came out in ("" if unknown)."""
        counts = counted and key not in self._counted
        if counts:
            self._counted[key] = family
        root = Met(key, family, counted, outlet)
        if root not in self._met:
            self._met[root] = None
            passes_on = self._passes_on(root)
            if self._is_tied(key, family) or passes_on:
                self._find_again()
                return
        if counts:
            self._count(self.names[family])

    def _passes_on(self, root: Met) -> bool:
        """Whether a root may tell whom an outlet has its report from, or that an outlet passes one on."""
        door, named = door_of(root.outlet), door_named(root.key, root.family)
        tied = bool(named) and goes_by(named, door)
        if root.family.startswith(SOURCES) and root.family not in self.names:
            tied = self._opens(root.family.removeprefix(SOURCES)) or tied
        if door and door not in self._telling:
            tied = self._opens(door) or tied
            self._telling |= {door} if root.counted and not (named and goes_by(named, door)) else set()
        if named and named not in self._outlets[named.split(" ")[0]]:
            self._outlets[named.split(" ")[0]].add(named)
            tied = tied or any(goes_by(named, d) for d in self._doors[named.split(" ")[0]])
        return tied

    def _opens(self, door: str) -> bool:
        """Take in an outlet; whether it has been named as a source."""
        heads = heads_of(door)
        for head in heads:
            self._doors[head].add(door)
        return any(goes_by(named, door) for head in heads for named in self._outlets[head])

    def _is_tied(self, key: str, family: str) -> bool:
        """Whether a root that is new makes one family of several; where it does not, it is taken in."""
        number = _number(key, family)
        tied = bool(number) and self._numbers.setdefault(number, family) != family
        if family in self.names:
            return tied
        self.names[family] = family
        if not _is_long(family):
            return tied or "+" in family
        words = set(family.split(" "))
        near = {f for word in words for f in self._bodies[word]}
        for word in words:
            self._bodies[word].append(family)
        return tied or any(within(family, f) or within(f, family) for f in near)

    def _find_again(self) -> None:
        self.names = families_of(self._met)
        self._counting, self._described = set(), 0
        for family in self._counted.values():
            self._count(self.names[family])

    def _count(self, name: str) -> None:
        if name in self._counting:
            return
        self._counting.add(name)
        self._described += name.startswith(SOURCES)
        self.independent = len(self._counting) - max(0, self._described - 1)
        if self.independent > 1:
            self.support = Support.CORROBORATED
        else:
            self.support = Support.REPEATED if self._described > 1 else Support.SINGLE
