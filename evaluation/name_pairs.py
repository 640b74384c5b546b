"""``python -m evaluation.name_pairs``: pairs of names to choose weights on, and never to report as a result.

Two kinds. Written ones (``name_pairs.csv``, our own, invented): what people do to a name, and names that are another's.
Pairs of the OFAC and UN lists: aliases of one party that share something, against the nearest names of other parties,
split by party into a half to choose on and a half to check the choice on.
"""

import argparse
import csv
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from evaluation.screening import DATA, UN, real_lists
from onrecord.matching import fold
from onrecord.records.listings import Listing, PartyKind
from onrecord.screening import ALIKE, score_pair

__all__ = ["NamePair", "best_threshold", "f1_of", "listed_pairs", "main", "written_pairs"]

_WRITTEN = Path(__file__).with_name("name_pairs.csv")
_OF_ONE_PARTY = 2
"""Alias pairs a party gives at most; some have forty aliases."""
_SHARES = 62
"""Least likeness (rapidfuzz, 0 to 100) of an alias pair: what shares nothing is found by no comparison of names."""
_OTHERS_AMONG = 4_000


class NamePair(NamedTuple):
    """Two names, and whether they are one party's.

    Attributes:
        kind: of what.
        what: what parts them: "nickname", "other given", "alias", "nearest other"...
        same: whether they are names of one.
        one: a name.
        other: another.
    """

    kind: PartyKind
    what: str
    same: bool
    one: str
    other: str


def written_pairs() -> list[NamePair]:
    """Return the written pairs."""
    rows = csv.DictReader(_WRITTEN.read_text(encoding="utf-8").splitlines())
    return [NamePair(PartyKind(r["kind"]), r["what"], r["same"] == "yes", r["one"], r["other"]) for r in rows]


def listed_pairs(data: Path, half: int, seed: int = 3) -> list[NamePair]:
    """Return pairs of the OFAC and UN lists, as many of one party as of two.

    Args:
        data: folder of the lists.
        half: 0 or 1; a party is in one of them.
        seed: of the choice.
    """
    held = [(n, p) for n, p in real_lists(data) if p.kind is not None and crc32(p.id.encode()) % 2 == half]
    rnd = random.Random(seed)
    pairs = [pair for _, p in held for pair in _aliases(p, rnd)]
    # Within one list: OFAC's holds many of the UN's parties once more.
    groups = [
        (kind, [p for n, p in held if n == which and p.kind is kind]) for which in range(UN + 1) for kind in PartyKind
    ]
    others = [pair for kind, parties in groups if parties for pair in _nearest(parties, kind, rnd)]
    least = min(len(pairs), len(others))
    return [*rnd.sample(pairs, least), *rnd.sample(others, least)]


def _aliases(party: Listing, rnd: random.Random) -> Iterator[NamePair]:
    names = [n.text for n in party.names if not n.weak]
    found = [(a, b) for k, a in enumerate(names) for b in names[k + 1 :] if _worth(a, b)]
    for a, b in rnd.sample(found, min(_OF_ONE_PARTY, len(found))):
        yield NamePair(party.kind or PartyKind.PERSON, "alias", same=True, one=a, other=b)


def _worth(a: str, b: str) -> bool:
    mine, other = fold(a), fold(b)
    if sorted(mine.split()) == sorted(other.split()):
        return False
    return (
        fuzz.token_sort_ratio(mine, other) >= _SHARES
        or fuzz.ratio(mine.replace(" ", ""), other.replace(" ", "")) >= _SHARES
    )


def _nearest(parties: Sequence[Listing], kind: PartyKind, rnd: random.Random) -> Iterator[NamePair]:
    """Yield names with the nearest name of another party; of parties that share a name neither may be the other."""
    named: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        for name in party.names:
            named[" ".join(sorted(fold(name.text).split()))].add(party.id)
    aliased = [p for p in parties if len(p.names) > 1]
    asked = rnd.sample(aliased, min(len(aliased), _OTHERS_AMONG))
    texts = [(p, n.text, fold(n.text)) for p in parties for n in p.names if not n.weak]
    same = {frozenset((a, b)) for held in named.values() for a in held for b in held}
    mine = [fold(p.names[0].text) for p in asked]
    scores = process.cdist(mine, [t[2] for t in texts], scorer=fuzz.token_sort_ratio, dtype=np.uint8)
    for party, row in zip(asked, scores, strict=True):
        for k in np.argsort(-row.astype(int), kind="stable")[:60]:
            other, text, _ = texts[int(k)]
            if frozenset((party.id, other.id)) not in same and other.id != party.id:
                yield NamePair(kind, "nearest other", same=False, one=party.names[0].text, other=text)
                break


def f1_of(scored: Sequence[tuple[float, bool]], threshold: float) -> float:
    """Return F1 of saying that two names are one's from a threshold."""
    hits = sum(s >= threshold and same for s, same in scored)
    said, true = sum(s >= threshold for s, _ in scored), sum(same for _, same in scored)
    return 2 * hits / max(said + true, 1)


def best_threshold(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the threshold, in hundredths, of the highest F1."""
    return max((k / 100 for k in range(40, 96)), key=lambda t: f1_of(scored, t))


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return 0, or 2 without data."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.name_pairs", description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help=f"default {DATA}")
    parser.add_argument("--half", type=int, choices=(0, 1), default=0, help="0 to choose on, 1 to check")
    parser.add_argument("--wrong", metavar="WHAT", help="print the pairs of a kind that come out wrong")
    args = parser.parse_args(argv)
    if not args.data.is_dir():
        print(f"{args.data}: got no such folder; expected the screening data", file=sys.stderr)
        return 2
    pairs = [*written_pairs(), *listed_pairs(args.data, args.half)]
    scored = [(pair, score_pair(pair.one, pair.other, pair.kind)) for pair in pairs]
    if args.wrong:
        for pair, score in scored:
            if args.wrong in (pair.what, "all", pair.kind) and (score >= ALIKE) != pair.same:
                print(
                    f"{score:.2f} {pair.kind[:4]} {pair.what} {'same' if pair.same else 'other'}: {pair.one} | {pair.other}"
                )
        return 0
    _print(scored)
    return 0


def _print(scored: Sequence[tuple[NamePair, float]]) -> None:
    table = Table("pairs", "number", "right", "F1", "best F1, at")
    held: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for pair, score in scored:
        told = (score, pair.same)
        listed = pair.what in ("alias", "nearest other")
        source = "lists" if listed else "written"
        for name in (source, f"{source}, {pair.kind}", *(() if listed else (f"- {pair.what}",))):
            held[name].append(told)
    for name, pairs in sorted(held.items()):
        right = sum((s >= ALIKE) == same for s, same in pairs)
        best = best_threshold(pairs)
        f1 = ("", "") if name.startswith("-") else (f"{f1_of(pairs, ALIKE):.3f}", f"{f1_of(pairs, best):.3f}, {best}")
        table.add_row(name, str(len(pairs)), f"{right / len(pairs):.1%}", *f1)
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
