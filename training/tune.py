"""Chooses what decoding adds to the score of each kind of tag, on the part of PolNeAR train that training held out.

A chain trained for likelihood is not at its best F1: it leaves out what it is half sure of. One number per role, added to
every tag of that role, moves it there. The numbers are folded into the exported chain, so that decoding knows nothing of them.
"""

import logging
from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.reading.decode import Chain
from onrecord.reading.labels import ATTRIBUTION, ROLES
from training.check import Heard, said_figures

__all__ = ["biased", "choose_biases"]

log = logging.getLogger("training")
STEPS = (-0.3, 0.3, -0.6, 0.6, 1.0)
LEAST = 0.02
WANTED = ("source exact", "cue exact", "content exact", "relation relaxed", "relation all exact")


def biased(chain: Chain, labels: Sequence[str], biases: Mapping[str, float]) -> Chain:
    """Return a chain that scores every tag of a role higher by that role's number."""
    extra = np.array([biases.get(label[2:], 0.0) for label in labels], np.float32)
    return Chain(chain.steps + extra, chain.first + extra)


def choose_biases(heard: Sequence[Heard], chain: Chain) -> dict[str, float]:
    """Return the number for each role, climbed one role at a time; the mean of five F1 figures decides."""

    def value(biases: Mapping[str, float]) -> tuple[float, dict[str, float]]:
        found = said_figures(heard, biased(chain, ATTRIBUTION, biases))
        wanted = {k: found[k] for k in WANTED}
        return sum(wanted.values()) / len(wanted), wanted

    best = dict.fromkeys(ROLES, 0.0)
    score, shown = value(best)
    log.info("no bias: %.2f %s", score, shown)
    for role in ("cue", "content", "source", "cue"):
        for step in STEPS:
            tried = best | {role: round(best[role] + step, 1)}
            reached, shown = value(tried)
            if reached > score + LEAST:
                best, score = tried, reached
                log.info("%s: %.2f %s", best, score, shown)
    return best
