"""How a claim grows: which statements belong to it from day to day, and whether that can be told without all its edges."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from onrecord.records import Edge, EdgeKind, Gist
from onrecord.weighing.weigh import Pair, components

__all__ = ["Growing", "Growth", "Parted", "Parting", "Whole", "stays_whole", "ties_of"]
_DAY = attrgetter("public_on")


class Growth(Protocol):
    """The statements of one claim from day to day."""

    def on(self, day: date) -> tuple[Sequence[Gist], bool]:
        """Return what a later day adds to the claim, with False; or all that is in it then, with True."""


class Whole:
    """All statements are one claim on every day."""

    def __init__(self, told: Sequence[Gist]) -> None:
        self.told, self.next = told, 0

    def on(self, day: date) -> tuple[Sequence[Gist], bool]:
        """Return what a later day adds."""
        start = self.next
        while self.next < len(self.told) and self.told[self.next].public_on <= day:
            self.next += 1
        return self.told[start : self.next], False


class Parting:
    """What belongs together on each day where people have parted some statements, which has to be found anew for every day."""

    def __init__(self, told: Sequence[Gist], edges: Sequence[Edge], apart: Sequence[Pair]) -> None:
        self.told, self.edges, self.apart = told, edges, apart
        self.by_anchor = {s.anchor: s for s in told}
        self.found: dict[int, list[list[str]]] = {}

    def groups(self, day: date) -> list[list[str]]:
        """Return the names that belong together on a day."""
        public = bisect_right(self.told, day, key=_DAY)
        if public not in self.found:
            self.found[public] = components(self.told[:public], self.edges, self.apart)
        return self.found[public]


class Parted:
    """One of the claims of a cluster in which people have parted some statements."""

    def __init__(self, parting: Parting, anchor: str) -> None:
        self.parting, self.anchor = parting, anchor
        self.before: list[str] = []

    def on(self, day: date) -> tuple[Sequence[Gist], bool]:
        """Return what a later day adds, or all that is in the claim then, with True."""
        found = next((g for g in self.parting.groups(day) if self.anchor in g), self.before)
        again = found[: len(self.before)] != self.before
        new = found if again else found[len(self.before) :]
        self.before = found
        return [self.parting.by_anchor[k] for k in new], again


class Growing:
    """Nobody has parted anything, so that claims only ever grow."""

    def __init__(self, told: Sequence[Gist], edges: Iterable[Edge], anchor: str) -> None:
        self.told, self.next, self.anchor = told, 0, anchor
        self.anchors = {s.anchor for s in told}
        self.near = defaultdict[str, list[str]](list)
        for e in edges:
            if e.kind is EdgeKind.SAME:
                self.near[e.a].append(e.b)
                self.near[e.b].append(e.a)
        self.top: dict[str, str] = {}
        self.members: dict[str, list[int]] = {}
        self.before: list[int] = []

    def on(self, day: date) -> tuple[Sequence[Gist], bool]:
        """Return what a later day adds, or all in public order where some of it was public before, with True."""
        while self.next < len(self.told) and self.told[self.next].public_on <= day:
            self._take(self.next)
            self.next += 1
        found = self.members[self._root(self.anchor)] if self.anchor in self.top else []
        if len(found) == len(self.before):
            return (), False
        found = sorted(found)
        again = found[: len(self.before)] != self.before
        new = found if again else found[len(self.before) :]
        self.before = found
        return [self.told[n] for n in new], again

    def _take(self, number: int) -> None:
        s = self.told[number]
        names = [n for n in (s.anchor, s.proposition, s.joins if s.joins in self.anchors else None) if n is not None]
        for name in names:
            self._meet(name)
            self._join(s.anchor, name)
        self.members[self._root(s.anchor)].append(number)

    def _meet(self, name: str) -> None:
        """Let a name in that is public from this day on, and tie it to those that are."""
        if name not in self.top:
            self.top[name], self.members[name] = name, []
            for other in self.near[name]:
                if other in self.top:
                    self._join(name, other)

    def _root(self, name: str) -> str:
        while self.top[name] != name:
            self.top[name] = self.top[self.top[name]]
            name = self.top[name]
        return name

    def _join(self, a: str, b: str) -> None:
        small, large = sorted((self._root(a), self._root(b)), key=lambda name: len(self.members[name]))
        if small != large:
            self.top[small] = large
            self.members[large] += self.members.pop(small)


def ties_of(told: Sequence[Gist], edges: Iterable[Edge]) -> dict[str, str]:
    """Return for each proposition that is the same as others the one of these told on the earliest day.

    Args:
        told: statements in public order.
        edges: what their propositions are to each other.
    """
    first: dict[str, int] = {}
    for n, s in enumerate(told):
        first.setdefault(s.proposition or "", n)
    found: dict[str, str] = {}
    for e in edges:
        if e.kind is EdgeKind.SAME and e.a in first and e.b in first:
            for a, b in ((e.a, e.b), (e.b, e.a)):
                if a not in found or first[b] < first[found[a]]:
                    found[a] = b
    return found


def stays_whole(told: Sequence[Gist], ties: Iterable[Pair]) -> bool:
    """Whether statements are one claim on every day, as far as it follows from some of the ties between them.

    Args:
        told: the statements in public order.
        ties: pairs of propositions, and of statements, that are the same.
    """
    near = defaultdict[str, list[str]](list)
    for a, b in ties:
        near[a].append(b)
        near[b].append(a)
    anchors = {s.anchor for s in told}
    reached = set[str]()
    for _, group in groupby(told, key=_DAY):
        waiting = list[tuple[str, str, str]]()
        for s in group:
            names = (s.anchor, s.proposition or s.anchor, s.joins if s.joins in anchors else s.anchor)
            if not reached or names[1] in reached or names[2] in reached:
                reached.update(names)
            else:
                waiting.append(names)
        while waiting:
            left = []
            for names in waiting:
                if any(n in reached or not reached.isdisjoint(near[n]) for n in names):
                    reached.update(names)
                else:
                    left.append(names)
            if len(left) == len(waiting):
                return False
            waiting = left
    return True
