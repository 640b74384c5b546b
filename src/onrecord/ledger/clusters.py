"""Clusters: everything that ``same`` edges join on any day, whatever people have parted; claims are found inside one cluster."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.records import Said

__all__ = ["joined"]


def joined(said: Sequence[Said], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the names of statements, of propositions and in ties that belong together, each group and all of them in order.

    Args:
        said: statements, each tied to what it says and to the one that it joins.
        ties: pairs of names that are the same.
    """
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
    for a, b in ties:
        join(a, b)
    groups = defaultdict[str, list[str]](list)
    for name in sorted(top):
        groups[root(name)].append(name)
    return [groups[k] for k in sorted(groups)]
