"""Chooses what decoding adds to the score of each kind of tag, on the part of PolNeAR train that training held out.

A chain trained for likelihood is not at its best F1: it leaves out what it is half sure of. One number per role, added to
every tag of that role, moves it there. The numbers are folded into the exported chain, so that decoding knows nothing of them.
"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch

from evaluation.relations import count_article, figures
from onrecord.reading.attributions import attributions_of
from onrecord.reading.decode import Chain, Floats, best_tags
from onrecord.reading.labels import ATTRIBUTION, ROLES
from onrecord.reading.windows import Spelling, cut_windows
from onrecord.reading.words import lay_out
from training.batches import Prepared, collate
from training.network import Network

__all__ = ["biased", "choose_biases"]

log = logging.getLogger("training")
STEPS = (-0.3, 0.3, -0.6, 0.6, 1.0)
WANTED = ("source exact", "cue exact", "content exact", "relation relaxed", "relation all exact")


def biased(chain: Chain, biases: Mapping[str, float]) -> Chain:
    """Return a chain that scores every tag of a role higher by that role's number."""
    extra = np.array([biases.get(label[2:], 0.0) for label in ATTRIBUTION], np.float32)
    return Chain(chain.steps + extra, chain.first + extra)


@torch.no_grad()
def _scores(
    network: Network, prepared: Sequence[Prepared], spelling: Spelling
) -> list[list[tuple[Floats, Floats, int]]]:
    """Return for every article its windows' emissions, links and first word."""
    network.eval()
    articles = []
    for p in prepared:
        rows = []
        for window in cut_windows(p.sample.units, p.pieces.offsets):
            b = collate([(p, window)], spelling, [])
            out = network(b.pieces, b.marks, b.firsts, b.sentences)
            rows.append((out["attribution"][0].numpy(), out["links"][0].numpy(), window[0]))
        articles.append(rows)
    return articles


def choose_biases(
    network: Network, prepared: Sequence[Prepared], rows: Sequence[dict[str, Any]], spelling: Spelling
) -> dict[str, float]:
    """Return the number for each role, climbed one role at a time; the mean of five F1 figures decides."""
    articles = _scores(network, prepared, spelling)
    layouts = [lay_out(row["text"]).words for row in rows]
    steps, first = network.attribution_chain.scores()
    chain = Chain(steps.detach().numpy(), first.detach().numpy())

    def value(biases: Mapping[str, float]) -> tuple[float, dict[str, tuple[float, float, float]]]:
        total: Counter[str] = Counter()
        for windows, words, row in zip(articles, layouts, rows, strict=True):
            tags = best_tags([(e, biased(chain, biases)) for e, _, _ in windows])
            found = []
            for (_, links, offset), chosen in zip(windows, tags, strict=True):
                for x in attributions_of(chosen, links, offset):
                    parts = {r: getattr(x, r) for r in ROLES}
                    found.append({r: [(words[a][0], words[b - 1][1]) for a, b in v] for r, v in parts.items()})
            total += count_article(row["text"], row["attributions"], found)
        f = figures(total)
        return sum(f[k][2] for k in WANTED) / len(WANTED), f

    best = dict.fromkeys(ROLES, 0.0)
    score, shown = value(best)
    log.info("no bias: %.2f %s", score, {k: shown[k] for k in WANTED})
    for role in ("cue", "content", "source", "cue"):
        for step in STEPS:
            tried = best | {role: best[role] + step}
            reached, shown = value(tried)
            if reached > score + 0.02:
                best, score = tried, reached
                log.info("%s: %.2f %s", best, score, {k: shown[k] for k in WANTED})
    return best
