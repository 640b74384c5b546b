"""Scores to tags, spans, links and trees. Numpy only; every search is exact."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.records import Span

__all__ = ["best_tags", "best_trees", "spans_of"]

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


def best_tags(emissions: Floats, steps: Floats, first: Floats) -> Integers:
    """Return the best tag sequence of one window (Viterbi).

    Args:
        emissions: (W, L) score of each tag for each word.
        steps: (L, L) score of going from a row's tag to a column's.
        first: (L) score of starting with a tag.

    Returns:
        (W) tag numbers.
    """
    n = len(emissions)
    if n == 0:
        return np.zeros(0, np.int64)
    back = np.empty(emissions.shape, np.int64)
    score = first + emissions[0]
    incoming = np.ascontiguousarray(steps.T)  # row: tag arrived at
    span = np.arange(emissions.shape[1])
    for i in range(1, n):
        through = incoming + score
        choice = through.argmax(1)
        back[i] = choice
        score = through[span, choice] + emissions[i]
    tags = np.empty(n, np.int64)
    tags[-1] = score.argmax()
    for i in range(n - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


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
    heads = np.zeros(len(arcs), np.int64)
    for a, b in sentences:
        n = b - a
        scores = np.empty((n + 1, n + 1), np.float64)  # [dependent, head], both with the root as 0
        scores[0] = -np.inf
        scores[1:, 0] = arcs[a:b, 0]
        scores[1:, 1:] = arcs[a:b, a + 1 : b + 1]
        np.fill_diagonal(scores, -np.inf)
        tree = _tree(scores)
        heads[a:b] = np.where(tree[1:] > 0, tree[1:] + a, 0)
    return heads


def _tree(scores: NDArray[np.float64]) -> Integers:
    """Return the best arborescence with exactly one word under the root.

    Most sentences are trees by their best arcs alone; only the rest are searched.
    """
    greedy = scores.argmax(1)
    greedy[0] = 0
    roots = int((greedy[1:] == 0).sum())
    if roots == 1 and not _cycle(greedy).size:
        return greedy
    # A fixed fee on every root arc makes one root cheaper than two without changing which one is best.
    fee = np.where(np.isfinite(scores), np.abs(scores), 0).max() * 2 * len(scores) + 1
    costly = scores.copy()
    costly[1:, 0] -= fee
    return _arborescence(costly)


def _cycle(heads: Integers) -> Integers:
    """Return the words of one cycle of a head sequence whose word 0 is the root; empty if there is none."""
    reach = heads
    for _ in range(max(1, int(np.ceil(np.log2(len(heads) + 1))))):
        reach = reach[reach]  # after k rounds, the ancestor 2^k steps up
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
    heads = scores.argmax(1)
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
