"""Every search is exact: compared with trying everything."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from onrecord.reading.decode import Chain, best_tags, best_trees, spans_of
from onrecord.reading.labels import ATTRIBUTION

Floats = NDArray[np.float32]
score = st.integers(-40, 40).map(float)


def total(emissions: Floats, steps: Floats, first: Floats, tags: tuple[int, ...]) -> float:
    moves = sum(float(steps[a, b]) for a, b in pairwise(tags))
    return float(first[tags[0]]) + moves + sum(float(emissions[i, t]) for i, t in enumerate(tags))


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_best_tags_score_as_high_as_any(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 5))
    emissions = data.draw(arrays(np.float32, (n, 3), elements=score))
    steps = data.draw(arrays(np.float32, (3, 3), elements=score))
    first = data.draw(arrays(np.float32, 3, elements=score))
    shorter = emissions[: data.draw(st.integers(0, n))]
    chain = Chain(steps, first)
    for given_, found in zip((emissions, shorter), best_tags([(emissions, chain), (shorter, chain)]), strict=True):
        assert len(found) == len(given_)
        if len(given_):
            best = max(total(given_, steps, first, tags) for tags in product(range(3), repeat=len(given_)))
            assert total(given_, steps, first, tuple(found.tolist())) == best


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(h == 0 for h in heads) != 1:
        return False
    for start in range(1, len(heads) + 1):
        seen, word = set[int](), start
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_best_trees_are_trees_with_one_root_and_score_as_high_as_any(data: st.DataObject) -> None:
    n = data.draw(st.integers(1, 5))
    arcs = data.draw(arrays(np.float32, (n, n + 1), elements=score))
    found = tuple(best_trees(arcs, [(0, n)]).tolist())
    assert is_tree(found)

    def value(heads: tuple[int, ...]) -> float:
        return sum(float(arcs[i, h]) for i, h in enumerate(heads))

    assert value(found) == max(
        value(h) for h in product(range(n + 1), repeat=n) if is_tree(h) and all(a != i + 1 for i, a in enumerate(h))
    )


@given(st.lists(st.integers(1, 30), min_size=1, max_size=6), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_every_sentence_of_a_window_gets_a_tree_of_its_own(lengths: list[int], seed: int) -> None:
    n = sum(lengths)
    arcs = np.random.default_rng(seed).normal(size=(n, n + 1)).astype(np.float32)
    bounds = np.concatenate(([0], np.cumsum(lengths))).tolist()
    heads = best_trees(arcs, list(pairwise(bounds)))
    for a, b in pairwise(bounds):
        assert is_tree(tuple(int(h) - a if h else 0 for h in heads[a:b]))


def test_spans_begin_at_b_and_end_where_the_inside_ends() -> None:
    names = ["O", "B-source", "I-source", "B-cue", "B-content", "I-content", "B-content", "O"]
    tags = np.array([ATTRIBUTION.index(n) for n in names])
    assert spans_of(tags, ATTRIBUTION) == [("source", 1, 3), ("cue", 3, 4), ("content", 4, 6), ("content", 6, 7)]


def test_no_windows_have_no_tags() -> None:
    assert best_tags([]) == []
