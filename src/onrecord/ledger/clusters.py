"""Clusters: everything that ``same`` edges join on any day, whatever people have parted; claims are found inside one cluster."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.records import Edge, Said

__all__ = ["joined"]


def joined(said: Sequence[Said], edges: Iterable[Edge]) -> list[list[str]]:
    """Return the names of statements and propositions that belong together, each group and all of them in order."""
    top: dict[str, str] = {}

    def root(name: str) -> str:
        top.setdefault(name, name)
        while top[name] != name:
            top[name] = top[top[name]]
            name = top[name]
        return name

    def join(a: str, b: str) -> None:
        ours, theirs = sorted((root(a), root(b)))
        top[theirs] = ours

    for s in said:
        root(s.anchor)
        for other in (s.joins, s.proposition):
            if other is not None:
                join(s.anchor, other)
    for e in edges:
        join(e.a, e.b)
    groups = defaultdict[str, list[str]](list)
    for name in sorted(top):
        groups[root(name)].append(name)
    return [groups[k] for k in sorted(groups)]
