"""The claims of one cluster as a list shows them, with the logs of their standings: by gists alone, a day at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import Edge, Gist, Noted
from onrecord.weighing.growing import Growing, Growth, Parted, Parting, Whole
from onrecord.weighing.history import log_of
from onrecord.weighing.standing import Running
from onrecord.weighing.weigh import Pair, components, title_of

__all__ = ["Sum", "summed"]


@dataclass(frozen=True, slots=True)
class Sum:
    """One claim, by all that is known.

    Attributes:
        told: its statements in public order.
        title: what is claimed.
        now: how it stands.
        log: the changes in its standing from the day asked for, those too that later days bring on if nothing more is said.
    """

    told: tuple[Gist, ...]
    title: str
    now: Running
    log: tuple[Noted, ...]


def summed(
    told: Sequence[Gist], edges: Sequence[Edge] | None, apart: Sequence[Pair] = (), since: date = date.min
) -> list[Sum]:
    """Return the claims that the statements of one cluster make up.

    Args:
        told: the statements in public order.
        edges: what their propositions are to each other; None where they are one claim on every day.
        apart: pairs of anchors that a person has parted.
        since: the first day of the logs.
    """
    if edges is None:
        return [_sum(told, Whole(told), told, since)] if told else []
    by_anchor = {s.anchor: s for s in told}
    groups = [[by_anchor[k] for k in group] for group in components(told, edges, apart)]
    if apart:
        parting = Parting(told, edges, apart)
        return [_sum(own, Parted(parting, own[0].anchor), told, since) for own in groups]
    # Where nobody has parted anything, claims only ever grow, so that its own statements tell all of it.
    return [_sum(own, Growing(own, edges, own[0].anchor), own, since) for own in groups]


def _sum(own: Sequence[Gist], growth: Growth, among: Sequence[Gist], since: date) -> Sum:
    now, log = log_of(among, growth, since)
    return Sum(tuple(own), title_of(own), now, log)
