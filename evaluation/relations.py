"""Attribution relations against gold, counted as the reference scorer counts them.

Words are maximal runs of letters and digits, or single other marks; a span is the set of words it touches. Exact: a
maximal run of words of one role of one relation, equal in gold and prediction. Relaxed relation: cues overlap, sources
overlap or are both empty, content word F1 at least one half; relations pair one to one, greatest cue overlap first.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["ROLES", "Counts", "Row", "count_article", "figures", "judge_gold", "pair_relations", "words_of"]

ROLES = ("source", "cue", "content")
WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
Row = Mapping[str, Sequence[Sequence[int]]]
Relation = dict[str, frozenset[int]]
Counts = Counter[str]


def words_of(text: str) -> list[tuple[int, int]]:
    """Return the spans of the scorer's words."""
    return [m.span() for m in WORD.finditer(text)]


def relations_in(rows: Iterable[Row], table: Sequence[tuple[int, int]]) -> list[Relation]:
    """Return each relation as sets of word numbers; those without a cue or a content are left out."""
    starts, ends = [a for a, _ in table], [b for _, b in table]

    def touched(spans: Sequence[Sequence[int]]) -> frozenset[int]:
        return frozenset(i for a, b in spans for i in range(bisect_right(ends, a), bisect_left(starts, b)))

    found = [{r: touched(row.get(r) or []) for r in ROLES} for row in rows]
    return [x for x in found if x["content"] and x["cue"]]


def _runs(words: frozenset[int]) -> set[tuple[int, int]]:
    out, start, last = set(), -1, -2
    for i in sorted(words):
        if i != last + 1:
            if start >= 0:
                out.add((start, last))
            start = i
        last = i
    return out | {(start, last)} if start >= 0 else out


def pair_relations(gold: Sequence[Relation], found: Sequence[Relation]) -> list[tuple[int, int]]:
    """Pair relations whose cues overlap, one to one, greatest overlap first."""
    overlaps = sorted(
        (-len(a["cue"] & b["cue"]), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a["cue"] & b["cue"]
    )
    used_gold, used_found, pairs = set[int](), set[int](), []
    for _, i, j in overlaps:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def is_relaxed(a: Relation, b: Relation) -> bool:
    """Whether a pair with overlapping cues counts as the same relation, relaxed."""
    content = 2 * len(a["content"] & b["content"]) / (len(a["content"]) + len(b["content"]))
    return content >= 0.5 and (bool(a["source"] & b["source"]) or not (a["source"] or b["source"]))


def _is_exact(a: Relation, b: Relation) -> bool:
    return all(a[role] == b[role] for role in ROLES)


def judge_gold(text: str, gold_rows: Iterable[Row], found_rows: Iterable[Row]) -> list[tuple[Row, bool, bool]]:
    """Return every gold row that has a cue and a content, with whether it was found relaxed, and whether all exact."""
    table = words_of(text)
    rows = [row for row in gold_rows if relations_in([row], table)]
    gold, found = relations_in(rows, table), relations_in(found_rows, table)
    partner = dict(pair_relations(gold, found))
    judged = []
    for i, row in enumerate(rows):
        other = found[partner[i]] if i in partner else None
        relaxed, exact = (is_relaxed(gold[i], other), _is_exact(gold[i], other)) if other else (False, False)
        judged.append((row, relaxed, exact))
    return judged


def count_article(text: str, gold_rows: Iterable[Row], found_rows: Iterable[Row]) -> Counts:
    """Count one article; counts of articles add up."""
    table = words_of(text)
    gold, found = relations_in(gold_rows, table), relations_in(found_rows, table)
    n: Counts = Counter()
    for role in ROLES:
        g, p = {s for x in gold for s in _runs(x[role])}, {s for x in found for s in _runs(x[role])}
        gw = frozenset[int]().union(*(x[role] for x in gold))
        pw = frozenset[int]().union(*(x[role] for x in found))
        n.update({f"{role} exact": len(g & p), f"{role} exact p": len(p), f"{role} exact g": len(g)})
        n.update({f"{role} token": len(gw & pw), f"{role} token p": len(pw), f"{role} token g": len(gw)})
    pairs = pair_relations(gold, found)
    n["cue"] = len(pairs)
    n["relaxed"] = sum(is_relaxed(gold[i], found[j]) for i, j in pairs)
    n["all exact"] = sum(_is_exact(gold[i], found[j]) for i, j in pairs)
    n.update({"g": len(gold), "p": len(found)})
    return n


def f1(right: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 in per cent, to one decimal."""
    p, r = right / max(1, predicted), right / max(1, gold)
    # Written as the reference scorer writes it: another order of operations rounds some ties the other way.
    return round(100 * p, 1), round(100 * r, 1), round(100 * (2 * p * r / (p + r)), 1) if p + r else 0.0


def figures(n: Counts) -> dict[str, tuple[float, float, float]]:
    """Return (precision, recall, F1) by name for summed counts."""
    out = {}
    for role in ROLES:
        for way in ("exact", "token"):
            key = f"{role} {way}"
            out[key] = f1(n[key], n[f"{key} p"], n[f"{key} g"])
    for key in ("cue", "relaxed", "all exact"):
        out[f"relation {key}"] = f1(n[key], n["p"], n["g"])
    return out
