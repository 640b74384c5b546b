"""Which statements may be the same: pairs that share an exact key, and what they are to each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

from onrecord.records import Edge, EdgeKind, Said
from onrecord.weighing.facts import Fact, fact_of
from onrecord.weighing.relate import compared

__all__ = ["edges_of", "keys_of"]

ORDERS = 8
"""Orders of all words of which a statement's first is a key (MinHash, Broder 1997): two that share half of their words share one
in all but one of 250 cases."""


def keys_of(said: Said, fact: Fact | None) -> Iterator[tuple[str, ...]]:
    """Yield the exact keys by which a statement is looked up: kind of deed and side; where nothing is done, pairs of words."""
    if fact is None:
        for order in range(ORDERS if said.words else 0):
            yield "words", str(order), min(said.words, key=lambda w: (crc32(f"{order} {w}".encode()), w))
        return
    for side, names in (("doer", fact.giver), ("other", fact.taker)):
        for name in names:
            yield fact.family, side, name.split(" ")[0]


def edges_of(said: Sequence[Said]) -> tuple[Edge, ...]:
    """Return what statements are to each other, for all that share a key; a reaction is joined to what it answers."""
    facts = [fact_of(s) for s in said]
    by_key = defaultdict[tuple[str, ...], list[int]](list)
    for n, s in enumerate(said):
        for key in dict.fromkeys(keys_of(s, facts[n])):
            by_key[key].append(n)
    pairs = sorted({pair for group in by_key.values() for pair in combinations(group, 2)})
    edges = [Edge(a, b, *compared(said[a], facts[a], said[b], facts[b])) for a, b in pairs]
    answers = [Edge(s.answers, n, EdgeKind.SAME, ("answers it",)) for n, s in enumerate(said) if s.answers is not None]
    return (*(e for e in edges if e.kind is not EdgeKind.SEPARATE), *answers)
