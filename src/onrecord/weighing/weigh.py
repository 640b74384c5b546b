"""Claims from statements and what these are to each other: components, origins, challenges, standing on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from onrecord.records import Claim, Edge, EdgeKind, Figure, Gist, Origin, Root, Said
from onrecord.weighing.standing import Running

__all__ = ["Joinable", "Pair", "components", "gists_of", "public_order", "title_of", "weigh"]

TITLE = 140
"""Characters of the longest title taken from a statement's words."""
Pair = tuple[str, str]


class Joinable(Protocol):
    """What can belong together: a statement, or the gist of one."""

    @property
    def anchor(self) -> str:
        """The statement's name."""

    @property
    def joins(self) -> str | None:
        """The statement of its document that it joins."""

    @property
    def proposition(self) -> str | None:
        """What it says."""


def weigh(
    said: Iterable[Said], edges: Iterable[Edge], *, on: date | None = None, apart: Iterable[Pair] = ()
) -> tuple[Claim, ...]:
    """Return the claims that statements make up, in the order of their first statements; any order of all these gives the same.

    Args:
        said: the statements.
        edges: what their propositions are to each other; between anchors, what a person has joined.
        on: the day of the standing; statements that became public later do not count. None: all count.
        apart: pairs of anchors that a person has parted.
    """
    public = sorted((s for s in said if on is None or s.imprint.public_on <= on), key=public_order)
    by_anchor = {s.anchor: s for s in public}
    groups = components(public, edges, apart)
    return tuple(_claim([by_anchor[k] for k in group], on) for group in groups)


def public_order(said: Said) -> tuple[date, str, tuple[tuple[int, int], ...], str]:
    """Return what statements are ordered by: public time, then document, then place in it."""
    return said.imprint.public_on, said.imprint.id, said.spans, said.anchor


def gists_of(said: Iterable[Said]) -> list[Gist]:
    """Return the gists of statements in public order."""
    return [Gist.of(s, n) for n, s in enumerate(sorted(said, key=public_order))]


def components(said: Sequence[Joinable], edges: Iterable[Edge], apart: Iterable[Pair] = ()) -> list[list[str]]:
    """Return the anchors that belong together, each group and all of them in the order of the statements given.

    What joins is taken in an order of its own: what a person joined, statements told together in a document, those of one
    proposition, propositions that are the same. A join that would bring together what a person parted is left out.
    """
    joined = _Joined(dict.fromkeys(s.anchor for s in said), apart)
    names = {s.anchor for s in said} | {s.proposition for s in said if s.proposition is not None}
    same = sorted({(e.a, e.b) for e in edges if e.kind is EdgeKind.SAME and e.a in names and e.b in names})
    anchors = {s.anchor for s in said}
    for a, b in same:
        if a in anchors:
            joined.join(a, b)
    for s in sorted(said, key=lambda s: s.anchor):
        if s.joins in anchors and s.joins is not None:
            joined.join(s.joins, s.anchor)
    for s in sorted(said, key=lambda s: s.anchor):
        if s.proposition is not None:
            joined.join(s.proposition, s.anchor)
    for a, b in same:
        if a not in anchors:
            joined.join(a, b)
    groups = defaultdict[str, list[str]](list)
    for s in said:
        groups[joined.root(s.anchor)].append(s.anchor)
    return list(groups.values())


class _Joined:
    """Groups of names that grow together, but for those that must stay apart."""

    def __init__(self, names: Iterable[str], apart: Iterable[Pair]) -> None:
        self.top = {name: name for name in names}
        self.foes = defaultdict[str, set[str]](set)
        for a, b in apart:
            if a in self.top and b in self.top:
                self.foes[a].add(b)
                self.foes[b].add(a)

    def root(self, name: str) -> str:
        top = self.top
        top.setdefault(name, name)
        while top[name] != name:
            top[name] = top[top[name]]
            name = top[name]
        return name

    def join(self, a: str, b: str) -> None:
        ours, theirs = self.root(a), self.root(b)
        if ours == theirs or any(self.root(foe) == theirs for foe in self.foes[ours]):
            return
        self.top[theirs] = ours
        self.foes[ours] |= self.foes.pop(theirs, set())


def _claim(said: Sequence[Said], on: date | None) -> Claim:
    told = [Gist.of(s, n) for n, s in enumerate(said)]
    now = Running(told)
    origins = _origins(said, now.families.names)
    return Claim(
        said[0].anchor, title_of(told), now.families.independent, origins, tuple(said), now.standing(on), _figures(said)
    )


def _origins(said: Sequence[Said], families: Mapping[str, str]) -> tuple[Origin, ...]:
    rows = defaultdict[str, list[tuple[Said, Root]]](list)
    for s in said:
        if s.root is not None:
            rows[s.root.key].append((s, s.root))
    found = []
    for n, group in enumerate(rows.values(), 1):
        days = [s.imprint.public_on for s, _ in group if s.imprint.public_on != date.min]
        root = next((root for _, root in group if root.counted), group[0][1])
        family = families.get(root.family, root.family)
        anchors = tuple(s.anchor for s, _ in group)
        found.append(Origin(f"o{n}", root.name, family, min(days, default=None), root.counted, root.rule, anchors))
    return tuple(found)


def _figures(said: Sequence[Said]) -> tuple[Figure, ...]:
    """Return the numbers and days given, each with the statements that give it, if there are two or more of a kind."""
    given = defaultdict[tuple[str, float | str | None, float | str | None], list[str]](list)
    for s in said:
        fact = s.fact
        if fact is None or not fact.own:
            continue
        if "number" in s.gives and (fact.low is not None or fact.high is not None):
            given["number" if fact.unit == "item" else fact.unit, fact.low, fact.high].append(s.anchor)
        if "day" in s.gives and (fact.first is not None or fact.last is not None):
            first, last = (day.isoformat() if day is not None else None for day in (fact.first, fact.last))
            given["day", first, last].append(s.anchor)
    return tuple(Figure(*key, tuple(anchors)) for key, anchors in given.items())


def title_of(told: Sequence[Gist]) -> str:
    """Return what is claimed: the deed that tells most of who and what, else the words of the shortest statement."""
    best = max((s for s in told if s.title), key=lambda s: s.parts, default=None)
    if best is not None:
        return best.title
    words = min(told, key=lambda s: s.length).words
    return words if len(words) <= TITLE else words[: TITLE - 1].rsplit(" ", 1)[0] + "…"
