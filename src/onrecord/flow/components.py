"""What belongs to the claims of a cluster, fetched from the ledger and corrected as people have decided."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.flow import days
from onrecord.ledger import Reader
from onrecord.records import Claim, Edge, Judgement, Said
from onrecord.weighing import judged, weigh

__all__ = ["Component", "components"]


@dataclass(frozen=True, slots=True)
class Component:
    """Everything that can belong to the claims of one cluster, as people have corrected it.

    Attributes:
        said: the statements.
        edges: which of their propositions are the same, and what people have joined.
        apart: pairs of anchors that people have parted.
        judgements: what people have decided about these statements.
    """

    said: tuple[Said, ...]
    edges: tuple[Edge, ...]
    apart: tuple[tuple[str, str], ...]
    judgements: tuple[Judgement, ...]

    def claims(self, on: date | None = None) -> tuple[Claim, ...]:
        """Return the claims as of a day; None: by all that is known, whether or not a deadline has passed."""
        return weigh(self.said, self.edges, on=on, apart=self.apart)

    def day(self, on: date | None) -> date:
        """Return the day asked for; None: today, or the last public day in it, so that all counts that is known."""
        return on or max((days.today(), *(s.imprint.public_on for s in self.said)))


def components(reader: Reader, clusters: Iterable[int], known_by: str | None = None) -> list[Component]:
    """Return what belongs to each of some clusters, in their order, as the ledger held it at a moment (None: as it holds it).

    Clusters in which there was nothing are left out.
    """
    wanted = list(clusters)
    said = reader.said(wanted, known_by)
    everything = [s for group in said.values() for s in group]
    where = defaultdict[str, set[int]](set)
    for cluster, group in said.items():
        for s in group:
            for name in (s.anchor, s.proposition):
                where[name or s.anchor].add(cluster)
    edges, decided = defaultdict[int, list[Edge]](list), defaultdict[int, list[Judgement]](list)
    for e in reader.same(s.proposition for s in everything if s.proposition is not None):
        for cluster in where[e.a] & where[e.b]:
            edges[cluster].append(e)
    for j in reader.judgements([s.anchor for s in everything], known_by):
        for cluster in {c for name in (j.placed, j.other_placed) if name is not None for c in where.get(name, ())}:
            decided[cluster].append(j)
    return [_component(said[c], edges[c], decided[c]) for c in wanted if c in said]


def _component(said: Sequence[Said], edges: Sequence[Edge], decided: Sequence[Judgement]) -> Component:
    corrected, joined, apart = judged(said, decided)
    return Component(tuple(corrected), (*edges, *joined), apart, tuple(decided))
