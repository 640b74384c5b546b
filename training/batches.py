"""Samples to padded batches, cut anew each epoch."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.reading.labels import SPECIAL_MARK, WINDOW
from onrecord.reading.windows import Integers, Pieces, Spelling, cut_windows, window_arrays
from onrecord.records import Span
from training.corpus import NONE, Sample

__all__ = ["Batch", "Prepared", "batches", "collate", "prepare"]

COUNTED = ("links", "heads")
"""Labels that name a word of the sample, from 1; in a window they are counted anew."""
TAGGED = ("attribution", "entities")


@dataclass(slots=True)
class Prepared:
    """A sample spelled once."""

    sample: Sample
    pieces: Pieces


@dataclass(slots=True)
class Batch:
    """Padded windows: pieces, marks (B, P), firsts, sentences (B, W), mask (B, 1, 1, P) or None, lengths (B), labels (B, W)."""

    pieces: Tensor
    marks: Tensor
    firsts: Tensor
    sentences: Tensor
    mask: Tensor | None
    lengths: Tensor
    labels: dict[str, Tensor]


def prepare(samples: Sequence[Sample], spelling: Spelling) -> list[Prepared]:
    """Spell every sample."""
    return [Prepared(s, spelling.pieces(s.units)) for s in samples]


def collate(windows: Sequence[tuple[Prepared, Span]], spelling: Spelling, names: Sequence[str]) -> Batch:
    """Pad windows to one batch; ``names`` are the labels wanted, ``NONE`` where a window lacks them."""
    rows = [window_arrays(p.pieces, w, spelling) for p, w in windows]
    wide, words = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    pieces = np.zeros((len(rows), wide), np.int64)
    marks = np.full((len(rows), wide), SPECIAL_MARK)
    firsts = np.zeros((len(rows), words), np.int64)
    sentences = np.full((len(rows), words), -1, np.int64)
    labels = {n: np.full((len(rows), words), NONE, np.int64) for n in names}
    for i, ((p, (a, b)), row) in enumerate(zip(windows, rows, strict=True)):
        pieces[i, : len(row[0])], marks[i, : len(row[1])] = row[0], row[1]
        firsts[i, : b - a], sentences[i, : b - a] = row[2], p.pieces.sentences[a:b]
        for name in names:
            values = p.sample.labels.get(name)
            if values is not None:
                labels[name][i, : b - a] = _recount(values[a:b], a, b) if name in COUNTED else values[a:b]
            if name in TAGGED and labels[name][i, 0] > 0 and labels[name][i, 0] % 2 == 0:
                labels[name][i, 0] -= 1  # a span that the window's edge cuts begins anew
    lengths = torch.tensor([b - a for _, (a, b) in windows])
    sizes = torch.tensor([len(r[0]) for r in rows])
    mask = None
    if int(sizes.min()) < wide:
        mask = torch.zeros(len(rows), 1, 1, wide).masked_fill(
            (torch.arange(wide)[None] >= sizes[:, None])[:, None, None], -1e4
        )
    tensors = {n: torch.from_numpy(v) for n, v in labels.items()}
    inputs = (torch.from_numpy(pieces), torch.from_numpy(marks), torch.from_numpy(firsts), torch.from_numpy(sentences))
    return Batch(*inputs, mask, lengths, tensors)


def _recount(values: Integers, a: int, b: int) -> Integers:
    inside = (values > a) & (values <= b)
    return np.where(inside, values - a, np.where(values > 0, NONE, values))


def batches(
    prepared: Sequence[Prepared], spelling: Spelling, names: Sequence[str], size: int, rng: random.Random
) -> Iterator[Batch]:
    """Yield one epoch: windows cut at random, sorted by length within pools, batched to about ``size`` pieces, shuffled."""
    windows = []
    for p in prepared:
        first = rng.randint(40, WINDOW)
        windows += [(p, w) for w in cut_windows(p.sample.units, p.pieces.offsets, first)]
    rng.shuffle(windows)

    def length(x: tuple[Prepared, Span]) -> int:
        return int(x[0].pieces.offsets[x[1][1]] - x[0].pieces.offsets[x[1][0]])

    windows.sort(key=lambda x: length(x) + rng.random() * 8)
    groups: list[list[tuple[Prepared, Span]]] = [[]]
    for w in windows:
        if groups[-1] and (len(groups[-1]) + 1) * (length(w) + 2) > size:
            groups.append([])
        groups[-1].append(w)
    rng.shuffle(groups)
    for group in groups:
        yield collate(group, spelling, names)
