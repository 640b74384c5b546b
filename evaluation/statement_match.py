"""Gold statements paired with found ones; ``evaluation.statements`` says how."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaluation.statement_gold import Row

__all__ = ["Pairing", "Side", "WordTable", "near_miss", "overlap_f1", "pair_statements"]

WORD = re.compile(r"[^\W_]+")
RELAXED = 0.5
Words = frozenset[int]


class WordTable:
    """The words of a text, each a maximal run of letters and digits, and which of them a span touches."""

    def __init__(self, text: str) -> None:
        """Cut a text."""
        spans = [m.span() for m in WORD.finditer(text)]
        self.starts, self.ends = [a for a, _ in spans], [b for _, b in spans]

    def touched(self, part: Row | None) -> Words:
        """Return the numbers of the words that the ``spans`` of a part touch; none for null."""
        spans = (part or {}).get("spans") or ()
        return frozenset(i for a, b in spans for i in range(bisect_right(self.ends, a), bisect_left(self.starts, b)))


@dataclass(frozen=True, slots=True)
class Side:
    """One statement, gold or found, and the words of its three parts."""

    row: Row
    source: Words
    cue: Words
    content: Words

    @property
    def optional(self) -> bool:
        """Whether a careful reader could leave it out."""
        return bool(self.row.get("optional"))


@dataclass(frozen=True, slots=True)
class Pairing:
    """An article's statements matched: pairs, gold that nothing matches, found that match nothing."""

    pairs: tuple[tuple[Side, Side], ...]
    missed: tuple[Side, ...]
    extra: tuple[Side, ...]


def sides(rows: Iterable[Row], table: WordTable) -> list[Side]:
    """Return statements with their words."""
    return [Side(r, *(table.touched(r.get(part)) for part in ("source", "cue", "content"))) for r in rows]


def overlap_f1(a: Words, b: Words) -> float:
    """Return the F1 of two sets of words; 0 if both are empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def is_match(gold: Side, found: Side) -> bool:
    """Whether two statements match, relaxed."""
    return not near_miss(gold, found)


def near_miss(gold: Side, found: Side) -> tuple[str, ...]:
    """Return the parts for which two statements do not match: of source, cue, content."""
    return (
        *(("source",) if not _agree(gold.source, found.source) else ()),
        *(("cue",) if gold.cue and found.cue and not gold.cue & found.cue else ()),
        *(("content",) if overlap_f1(gold.content, found.content) < RELAXED else ()),
    )


def _agree(a: Words, b: Words) -> bool:
    return bool(a & b) or not (a or b)


def pair_statements(text: str, gold_rows: Sequence[Row], found_rows: Sequence[Row]) -> Pairing:
    """Pair an article's statements one to one: greatest content F1 first, then greatest cue overlap, then in order."""
    table = WordTable(text)
    gold, found = sides(gold_rows, table), sides(found_rows, table)
    candidates = sorted(
        (-overlap_f1(g.content, f.content), -len(g.cue & f.cue), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if is_match(g, f)
    )
    partner, taken = dict[int, int](), set[int]()
    for _, _, i, j in candidates:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        tuple((g, found[partner[i]]) for i, g in enumerate(gold) if i in partner),
        tuple(g for i, g in enumerate(gold) if i not in partner),
        tuple(f for j, f in enumerate(found) if j not in taken),
    )
