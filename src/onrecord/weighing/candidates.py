"""Which statements may be the same: pairs that share an exact key, and what they are to each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

from onrecord.records import Edge, EdgeKind, Said
from onrecord.weighing.relate import relate

__all__ = ["edges_of", "keys_of"]

ORDERS = 8
"""Orders of all words of which a statement's first is a key (MinHash, Broder 1997): two that share half of their words share one
in all but one of 250 cases."""
TOGETHER = "told together in the document"


def keys_of(said: Said) -> Iterator[str]:
    """Yield the exact keys by which a statement is looked up: everybody named with the goods; what has none, by its words."""
    fact = said.fact
    if fact is None:
        for order in range(ORDERS if said.words else 0):
            yield f"w{order} {min(said.words, key=lambda w: (crc32(f'{order} {w}'.encode()), w))}"
        return
    for party in fact.parties:
        yield f"p {party.name.split(' ')[0]}"


def edges_of(said: Sequence[Said]) -> tuple[Edge, ...]:
    """Return what statements are to each other, for all that share a key; one that joins another in its document is the same."""
    by_key = defaultdict[str, list[int]](list)
    for n, s in enumerate(said):
        for key in dict.fromkeys(keys_of(s)):
            by_key[key].append(n)
    pairs = sorted({pair for group in by_key.values() for pair in combinations(group, 2)})
    edges = [
        Edge(said[a].anchor, said[b].anchor, *relate(said[a], said[b]))
        for a, b in pairs
        if said[a].imprint.id != said[b].imprint.id
    ]
    joined = [Edge(s.joins, s.anchor, EdgeKind.SAME, (TOGETHER,)) for s in said if s.joins is not None]
    return (*(e for e in edges if e.kind is not EdgeKind.SEPARATE), *joined)
