"""Scores to tags, spans, links and trees. Numpy only; every search is exact."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.records import Span

__all__ = ["Chain", "best_tags", "best_trees", "spans_of"]

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chain:
    """What a linear chain of L tags adds to the scores of single tags.

    Attributes:
        steps: (L, L) score of going from a row's tag to a column's.
        first: (L) score of starting with a tag.
    """

    steps: Floats
    first: Floats


def best_tags(jobs: Sequence[tuple[Floats, Chain]]) -> list[Integers]:
    """Return the best tag sequences of several windows, searched side by side (Viterbi).

    Args:
        jobs: emissions (W, L), the score of each tag for each word, with their chain; L is the same for all, W is not.

    Returns:
        (W) tag numbers for each job.
    """
    if not jobs:
        return []
    lengths = np.array([len(e) for e, _ in jobs])
    longest, width = int(lengths.max(initial=0)), jobs[0][0].shape[1]
    emissions = np.zeros((longest, len(jobs), width), np.float32)
    for n, (given, _) in enumerate(jobs):
        emissions[: len(given), n] = given
    incoming = np.stack([chain.steps.T for _, chain in jobs])  # (jobs, tag arrived at, tag left)
    score = np.stack([chain.first for _, chain in jobs])
    through = np.empty_like(incoming)
    scores = np.empty_like(emissions)
    back = np.empty(emissions.shape, np.int64)
    for i in range(longest):  # the bare ufuncs: numpy's own wrappers cost more than the sums
        if i:
            np.add(incoming, score[:, None, :], out=through)
            through.argmax(2, out=back[i])
            score = np.maximum.reduce(through, 2)
        score = np.add(score, emissions[i], out=scores[i])
    found = []
    for n, length in enumerate(lengths.tolist()):
        tags = np.zeros(length, np.int64)
        path = back[:length, n].tolist()
        tag = int(scores[length - 1, n].argmax()) if length else 0
        for i in range(length - 1, -1, -1):
            tags[i] = tag
            tag = path[i][tag] if i else 0
        found.append(tags)
    return found


def spans_of(tags: Integers, labels: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return (kind, start, end) for every span of a BIO sequence, in order."""
    spans: list[tuple[str, int, int]] = []
    kind, start = "", 0
    for i, tag in enumerate([*tags.tolist(), 0]):
        label = labels[tag]
        if kind and label != f"I-{kind}":
            spans.append((kind, start, i))
            kind = ""
        if not kind and label != "O":
            kind, start = label[2:], i
    return spans


def best_trees(arcs: Floats, sentences: Sequence[Span]) -> Integers:
    """Return the head of every word of a window: the best tree of each sentence, with one root.

    Args:
        arcs: (W, W + 1) score of each head; column 0 is the root, column j + 1 word j.
        sentences: half-open ranges of words that partition the window.

    Returns:
        (W) heads counted from 1 within the window, 0 for the root.
    """
    n = len(arcs)
    if not n:
        return np.zeros(0, np.int64)
    starts = np.array([a for a, _ in sentences])
    lengths = np.array([b - a for a, b in sentences])
    number = np.repeat(np.arange(len(sentences)), lengths)
    allowed = np.ones((n, n + 1), np.bool_)
    allowed[:, 1:] = number[:, None] == number[None, :]
    allowed[np.arange(n), np.arange(n) + 1] = False
    heads: Integers = np.where(allowed, arcs, -np.inf).argmax(1)
    # Most sentences are trees by their best arcs alone; only the rest are searched.
    roots = np.add.reduceat((heads == 0).astype(np.int64), starts)
    lost = np.add.reduceat((_ancestors(np.concatenate(([0], heads)))[1:] != 0).astype(np.int64), starts)
    for k in ((roots != 1) | (lost > 0)).nonzero()[0].tolist():
        a, b = sentences[k]
        tree = _search(arcs[a:b, [0, *range(a + 1, b + 1)]])
        heads[a:b] = np.where(tree > 0, tree + a, 0)
    return heads


def _search(arcs: Floats) -> Integers:
    """Return the heads, from 1, of the best tree of one sentence of n words whose arcs are (n, n + 1).

    Each word is tried as the root, the most promising first. A word's promise is what it would give if the best arcs of
    all others made a tree; once a tree is as good as the next promise, no other can be better.
    """
    n = len(arcs)
    scores = np.full((n + 1, n + 1), -np.inf)  # [dependent, head], both with the root as 0
    scores[1:] = arcs
    np.fill_diagonal(scores, -np.inf)
    free = scores.copy()
    free[:, 0] = -np.inf
    inner = free[1:].max(1)
    if n == 1:
        return np.zeros(1, np.int64)
    promise = scores[1:, 0] + inner.sum() - inner
    best, value = np.zeros(n, np.int64), -np.inf
    for root in (np.argsort(-promise, kind="stable") + 1).tolist():
        if value >= promise[root - 1]:
            break
        fixed = free.copy()
        fixed[root] = -np.inf
        fixed[root, 0] = scores[root, 0]
        heads = _arborescence(fixed)[1:]
        total = fixed[np.arange(1, n + 1), heads].sum()
        if total > value:
            best, value = heads, total
    return best


def _ancestors(heads: Integers) -> Integers:
    """Return for each word the ancestor so far up that only words on or under a cycle do not reach the root, word 0."""
    for _ in range(int(np.ceil(np.log2(len(heads) + 1))) + 1):
        heads = heads[heads]
    return heads


def _cycle(heads: Integers) -> Integers:
    """Return the words of one cycle of a head sequence whose word 0 is the root; empty if there is none."""
    reach = _ancestors(heads)
    lost = reach.nonzero()[0]
    if not lost.size:
        return lost
    word, cycle = int(reach[lost[0]]), []
    while word not in cycle:
        cycle.append(word)
        word = int(heads[word])
    return np.array(sorted(cycle), np.int64)


def _arborescence(scores: NDArray[np.float64]) -> Integers:
    """Chu-Liu-Edmonds: contract a cycle, solve the smaller problem, open the cycle where the solution enters it."""
    heads: Integers = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle.size:
        return heads
    outside = np.ones(len(scores), np.bool_)
    outside[cycle] = False
    rest = outside.nonzero()[0]
    kept = scores[cycle, heads[cycle]]
    enter = scores[np.ix_(cycle, rest)] - kept[:, None]
    leave = scores[np.ix_(rest, cycle)]
    small = np.empty((len(rest) + 1, len(rest) + 1))
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = enter.max(0) + kept.sum()
    small[:-1, -1] = leave.max(1)
    small[-1, -1] = -np.inf
    solved = _arborescence(small)
    out = np.zeros(len(scores), np.int64)
    for i, word in enumerate(rest):
        if word:
            out[word] = cycle[leave[i].argmax()] if solved[i] == len(rest) else rest[solved[i]]
    out[cycle] = heads[cycle]
    source = solved[-1]
    out[cycle[enter[:, source].argmax()]] = rest[source]
    return out
