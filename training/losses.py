"""One batch to one number: the joint loss of all heads that have labels in it."""

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.corpus import NONE
from training.network import Network

__all__ = ["joint_loss", "mask_pieces"]


def mask_pieces(pieces: Tensor, share: float, mask: int) -> tuple[Tensor, Tensor]:
    """Hide a share of the pieces (never end marks or padding): the hidden batch, and where (B, P)."""
    hidden = (torch.rand(pieces.shape) < share) & (pieces > 999)
    return pieces.masked_fill(hidden, mask), hidden


def joint_loss(
    network: Network, batch: Batch, weights: Mapping[str, float], share: float, mask: int
) -> tuple[Tensor, dict[str, float]]:
    """Return the weighted sum of the losses, each per word, and the parts by name."""
    pieces, hidden = mask_pieces(batch.pieces, share, mask)
    out = network(pieces, batch.marks, batch.firsts, batch.sentences, batch.mask)
    parts: dict[str, Tensor] = {}
    if bool(hidden.any()) and weights["unmask"]:
        parts["unmask"] = functional.cross_entropy(network.words_at(out["last"][hidden]), batch.pieces[hidden])
    words = float(batch.lengths.sum())
    for name, chain in (("attribution", network.attribution_chain), ("entities", network.entity_chain)):
        labels = batch.labels.get(name)
        if labels is None:
            continue
        inside = torch.arange(labels.shape[1])[None] < batch.lengths[:, None]
        rows = ((labels != NONE) | ~inside).all(1).nonzero()[:, 0]
        if len(rows):
            parts[name] = chain.loss(out[name][rows], labels[rows], batch.lengths[rows]) / float(
                batch.lengths[rows].sum()
            )
    for name in ("upos", "lemmas", "links", "heads"):
        labels = batch.labels.get(name)
        if labels is None or not bool((labels != NONE).any()):
            continue
        scores = out["arcs" if name == "heads" else name]
        known = labels != NONE
        total = functional.cross_entropy(scores[known], labels[known], reduction="sum")
        parts[name] = total / (words if name == "links" else float(known.sum()))
    if "heads" in parts:
        parts["relations"] = _relations(network, out, batch)
    loss = sum((weights[n] * x for n, x in parts.items()), start=torch.zeros(()))
    return loss, {n: float(x.detach()) for n, x in parts.items()}


def _relations(network: Network, out: Mapping[str, Tensor], batch: Batch) -> Tensor:
    heads, labels = batch.labels["heads"], batch.labels["relations"]
    known = (heads != NONE) & (labels != NONE)
    rows, words = known.nonzero(as_tuple=True)
    scores = network.relation_scores(out["dependents"][rows, words], out["heads"][rows, heads[known]])
    return functional.cross_entropy(scores, labels[known])
