"""Which statements may be the same: what they say is compared where it shares an exact key.

Statements that say one and the same thing, word for word or fact for fact, share a proposition, so that a story told by a
hundred outlets is compared once. A key is a function of one proposition alone; two that are the same share at least one.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import combinations, product
from zlib import crc32

from onrecord.records import Edge, EdgeKind, Fact, Said
from onrecord.weighing.goods import classes_of
from onrecord.weighing.relate import relate

__all__ = ["edge_of", "edges_of", "keys_of", "lookups_of", "proposition_of"]

BANDS = 12
"""Pairs of MinHash values (Broder 1997) that are keys of a wording: of two with half of all words in common 97 % share one."""
LONGEST = 96
"""Characters of a key, at most."""
YEARS = 4
"""Years that a fact's days may span to be found by them."""
MONTHS = 3
"""Months that a fact's days may span to be found by them."""
PARTIES = 6
"""Parties of a fact that keys are made of, at most."""


def proposition_of(said: Said) -> str | None:
    """Return the name of what a statement says by itself, a hash of its fact or words; None where it only joins another."""
    fact = said.fact
    if fact is None:
        return _hash(["words", *said.words]) if said.words and said.joins is None else None
    if said.joins is not None and not fact.own:
        return None
    told = asdict(fact)
    for left_out in ("title", "own", "holds"):
        del told[left_out]
    return _hash(told)


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, default=str, sort_keys=True).encode()).hexdigest()[:24]


def keys_of(said: Said) -> tuple[str, ...]:
    """Return the exact keys a statement is stored under: sides, class of goods and year; numbers; else pairs of words."""
    if said.fact is None:
        return tuple(_worded(said.words))
    return tuple(dict.fromkeys(key[:LONGEST] for key in _keys(said.fact, wide=False)))


def lookups_of(said: Said) -> tuple[str, ...]:
    """Return the keys by which a statement finds others: its own, and those of statements that leave class or year open."""
    if said.fact is None:
        return tuple(_worded(said.words))
    return tuple(dict.fromkeys(key[:LONGEST] for key in _keys(said.fact, wide=True)))


def _keys(fact: Fact, *, wide: bool) -> Iterator[str]:
    """Yield the keys of a fact: each part that it tells, and "" for what it leaves open, as stored or as looked up.

    Stored, a fact stands under its class and year, under its class alone, under its year alone and under neither, each marked
    with what it tells; looked up, it asks for equals and for those that tell less: two that both tell the class have to share it.
    """
    kinds = classes_of(fact.goods)
    years = [str(y) for y in range(fact.first.year, fact.last.year + 1)] if fact.first and fact.last else [""]
    years = years if len(years) <= YEARS else [""]
    parties, names, about = (_ends(group) for group in ([p.name for p in fact.parties], fact.names, fact.about))
    for kind, year in product(kinds, years):
        for a, b in combinations(parties[:PARTIES], 2):
            yield from _open(f"2 {a} {b}", kind, year, wide=wide)
        for a in parties[:PARTIES] if kind else ():
            yield from _open(f"1 {a}", kind, year, wide=wide)
        if len(parties) == 1 and kinds == ("",) and fact.family:
            yield f"1 {parties[0]} f {fact.family}"
    yield from (f"d {fact.family} {kind} {month}" for kind in kinds if kind and fact.family for month in _months(fact))
    yield from (f"m {a} {b}" for a, b in combinations(names, 2))
    beside = [f"f {fact.family}"] if fact.family else []
    beside += [f"k {kind}" for kind in kinds if kind]
    beside += [f"p {b}" for b in parties]
    yield from (f"m {a} {b}" for a in sorted({*names, *about}) for b in beside)
    for number in {n for n in (fact.low, fact.high) if n is not None and (n > 1 or fact.family == "amount")}:
        yield from (f"n {kind or fact.unit} {number:g}" for kind in kinds)
        yield from (f"q {a} {number:g}" for a in parties)


def _months(fact: Fact) -> list[str]:
    """Return the months in which a deed lies, if they are few."""
    if fact.first is None or fact.last is None:
        return []
    first, last = (12 * day.year + day.month for day in (fact.first, fact.last))
    return [str(month) for month in range(first, last + 1)] if last - first < MONTHS else []


def _ends(names: Iterable[str]) -> list[str]:
    """Return the first and last words of names, by which they are looked up ("wagner" of "Wagner Group")."""
    return sorted({word for name in names for word in (name.split(" ")[0], name.split(" ")[-1])})


def _open(head: str, kind: str, year: str, *, wide: bool) -> Iterator[str]:
    """Yield a key with its class and year, and with each of the two left open where the other side may leave it open."""
    if not wide:
        yield f"{head} k{kind} y{year}"
        if kind:
            yield f"{head} k* y{year}"
        if year:
            yield f"{head} k{kind} y*"
        if kind and year:
            yield f"{head} k* y*"
        return
    kinds = (kind, "") if kind else ("", "*")
    years = (year, "") if year else ("", "*")
    for k in kinds:
        for y in years:
            yield f"{head} k{k} y{y}"


def _worded(words: Sequence[str]) -> Iterator[str]:
    for band in range(BANDS if words else 0):
        first, second = (
            min(words, key=lambda w: (crc32(f"{order} {w}".encode("utf-8", "surrogatepass")), w))
            for order in (2 * band, 2 * band + 1)
        )
        yield f"w{band} {first} {second}"[:LONGEST]


def edges_of(said: Iterable[Said]) -> tuple[Edge, ...]:
    """Return what the propositions of statements are to each other, where they share a key and are not separate."""
    standing: dict[str, Said] = {}
    edges = []
    stored = defaultdict[str, list[str]](list)
    for s in said:
        name = s.proposition
        if name is None or name in standing:
            continue
        for other in sorted({n for key in lookups_of(s) for n in stored.get(key, ())}):
            found = edge_of(standing[other], s)
            if found is not None:
                edges.append(found)
        standing[name] = s
        for key in keys_of(s):
            stored[key].append(name)
    return tuple(edges)


def edge_of(a: Said, b: Said) -> Edge | None:
    """Return the edge between the propositions of two statements, the lesser name first; None where nothing ties them."""
    if a.proposition is None or b.proposition is None:
        return None
    first, second = (a, b) if a.proposition < b.proposition else (b, a)
    kind, reasons = relate(first, second)
    if kind in (EdgeKind.SEPARATE, EdgeKind.UNSURE):
        return None
    return Edge(first.proposition or "", second.proposition or "", kind, reasons)
