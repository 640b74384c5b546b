"""What a ledger can be told, within one transaction in which nobody else writes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, update

from onrecord.ledger import schema as t
from onrecord.ledger import search
from onrecord.ledger.asking import chunks
from onrecord.ledger.clusters import joined
from onrecord.ledger.coding import bare, maker_key, now, pack_gist, pack_said, pack_told
from onrecord.ledger.deciding import Deciding
from onrecord.ledger.named import keep_names, key_of
from onrecord.ledger.reader import ARTICLE
from onrecord.records import Document, Edge, EdgeKind, Gist, Reading, Said, to_dict

__all__ = ["Fresh", "Writer", "findable", "gists_of"]

_MARK = "="
"""Before the number of a cluster, which no name of a statement or proposition begins with."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A proposition that is new to the ledger.

    Attributes:
        said: a statement that stands for it.
        keys: the keys it is found under.
        edges: what it is to others, kept or new.
    """

    said: Said
    keys: tuple[str, ...]
    edges: tuple[Edge, ...]


class Writer(Deciding):
    """Changes to a ledger, beside all that can be asked."""

    def add_document(
        self, document: Document, *, kind: str = ARTICLE, entered: Mapping[str, Any] | None = None
    ) -> None:
        """Keep a document, if it is not kept yet.

        Args:
            document: the document.
            kind: "article", or "entered" for evidence by hand.
            entered: of evidence by hand, where it comes from.
        """
        if self.has(document.id):
            return
        moment = now()
        row = {
            "id": document.id,
            "sha256": document.sha256,
            "url": document.url,
            "title": document.title,
            "outlet": document.outlet,
            "published_on": document.published_on,
            "public_on": document.published_on or date.fromisoformat(moment[:10]),
            "language": document.language,
            "text": document.text,
            "kind": kind,
            "entered": json.dumps(entered, ensure_ascii=False, sort_keys=True) if entered is not None else None,
            "recorded_at": moment,
        }
        self._insert(t.documents, [row])

    def add_reading(self, reading: Reading, said: Sequence[Said], fresh: Sequence[Fresh]) -> None:
        """Keep a reading of a kept document: its statements, what is new in what they say, and what that is to the rest.

        An earlier reading of the document is superseded, and decisions that stand on it are placed again.
        """
        moment = now()
        document = reading.document.id
        self._supersede(document, moment)
        told = to_dict(reading)
        number = self._next(t.readings.c.id)
        self._insert(
            t.readings,
            [
                {
                    "id": number,
                    "document": document,
                    "made_by": maker_key(reading.made_by),
                    "maker": json.dumps(
                        [
                            reading.made_by.onrecord,
                            reading.made_by.model,
                            reading.made_by.registers,
                            reading.made_by.runtime,
                        ]
                    ),
                    "body": pack_told(told),
                    "recorded_at": moment,
                    "superseded_at": None,
                }
            ],
        )
        numbers = self._add_statements(number, said, fresh, moment)
        self._add_contents(number, reading)
        by_hand = any(s.imprint.entered_by is not None for s in said)
        outlet = None if by_hand else reading.document.outlet
        keep_names(self.connection, told, outlet, [(numbers[s.anchor], s) for s in said])
        self.place_again(document, said, moment)
        self._tie_again(said)

    def _supersede(self, document: str, moment: str) -> None:
        """Mark the present reading of a document as superseded, if there is one."""
        r, s = t.readings.c, t.statements.c
        present = update(t.readings).where(r.document == document, r.superseded_at.is_(None))
        if not self.connection.execute(present.values(superseded_at=moment)).rowcount:
            return
        asked = select(s.cluster).where(s.document == document, s.current.is_(True)).distinct()
        self.mark(list(self.connection.execute(asked).scalars()))
        gone = update(t.statements).where(s.document == document, s.current.is_(True))
        self.connection.execute(gone.values(current=False, superseded_at=moment))

    def _add_statements(
        self, reading: int, said: Sequence[Said], fresh: Sequence[Fresh], moment: str
    ) -> dict[str, int]:
        """Keep the statements of a reading; their numbers."""
        if not said:
            return {}
        first = self._next(t.statements.c.id)
        numbers = {s.anchor: first + n for n, s in enumerate(said)}
        clusters = self.settle(said, numbers, fresh)
        gists = gists_of(said)
        self._insert(
            t.statements,
            [
                self._row(s, gist, reading, numbers[s.anchor], clusters[s.anchor], moment)
                for s, gist in zip(said, gists, strict=True)
            ],
        )
        self._insert(
            t.links,
            [
                {"statement": numbers[s.anchor], "position": n, "name": name}
                for s in said
                for n, name in enumerate(s.via)
            ],
        )
        search.index(self.connection, [(numbers[s.anchor], findable(s)) for s in said])
        return numbers

    def settle(self, said: Sequence[Said], numbers: Mapping[str, int], fresh: Sequence[Fresh]) -> dict[str, int]:
        """Return the cluster of each statement and proposition, having kept what is new in what they say.

        Args:
            said: the statements of one document.
            numbers: their numbers.
            fresh: what is new in what they say.
        """
        clusters = self._clusters_for(said, numbers, fresh)
        self._add_fresh(fresh, clusters)
        self.mark(set(clusters.values()), min(s.imprint.public_on for s in said))
        return clusters

    def _clusters_for(self, said: Sequence[Said], numbers: Mapping[str, int], fresh: Sequence[Fresh]) -> dict[str, int]:
        """Return the cluster of each statement and proposition; kept clusters that they tie together become one.

        Args:
            said: the statements of one document.
            numbers: their numbers, of which the least names a cluster that is new.
            fresh: what is new in what they say.
        """
        new = {f.said.proposition for f in fresh}
        same = [(e.a, e.b) for f in fresh for e in f.edges if e.kind is EdgeKind.SAME]
        kept = self.known({*(n for pair in same for n in pair), *(s.proposition for s in said if s.proposition)} - new)
        # What is kept is tied to a mark of its cluster, so that groups which touch one cluster are one group from the start.
        marks = [(name, f"{_MARK}{cluster}") for name, cluster in kept.items()]
        clusters: dict[str, int] = {}
        for group in joined(said, [*same, *marks]):
            met = {int(name[len(_MARK) :]) for name in group if name.startswith(_MARK)}
            target = min(met) if met else min(numbers[name] for name in group if name in numbers)
            self._merge(met - {target}, target)
            clusters.update(dict.fromkeys(group, target))
        return clusters

    @staticmethod
    def _row(said: Said, gist: Gist, reading: int, number: int, cluster: int, moment: str) -> dict[str, Any]:
        return {
            "id": number,
            "reading": reading,
            "document": said.imprint.id,
            "anchor": said.anchor,
            "current": True,
            "public_on": said.imprint.public_on,
            "recorded_at": moment,
            "superseded_at": None,
            "stance": said.stance,
            "source": said.source,
            "family": said.root.family if said.root is not None else None,
            "proposition": said.proposition,
            "cluster": cluster,
            "gist": pack_gist(gist),
            "said": pack_said(said),
        }

    def _add_fresh(self, fresh: Sequence[Fresh], clusters: Mapping[str, int]) -> None:
        """Keep what is new in what is said, with its keys and edges."""
        named = [(f, f.said.proposition) for f in fresh if f.said.proposition is not None]
        near = self._near(fresh)
        self._insert(
            t.propositions,
            [
                {
                    "name": name,
                    "cluster": clusters[name],
                    "met_on": f.said.imprint.public_on,
                    "near": near.get(name),
                    "said": pack_said(bare(f.said)),
                }
                for f, name in named
            ],
        )
        self._insert(t.keys, [{"key": key, "proposition": name} for f, name in named for key in f.keys])
        self._insert(
            t.edges,
            [
                {"a": e.a, "b": e.b, "kind": e.kind, "reasons": json.dumps(e.reasons, ensure_ascii=False)}
                for f in fresh
                for e in f.edges
            ],
        )

    def _near(self, fresh: Sequence[Fresh]) -> dict[str, str]:
        """Return for new propositions another that is the same, of several the one met on the earliest day."""
        same = {
            f.said.proposition: [e.b if e.a == f.said.proposition else e.a for e in f.edges if e.kind is EdgeKind.SAME]
            for f in fresh
            if f.said.proposition is not None
        }
        p = t.propositions.c
        day = {name: f.said.imprint.public_on for f in fresh if (name := f.said.proposition) is not None}
        for names in chunks(other for others in same.values() for other in others):
            day |= {r.name: r.met_on for r in self._rows(select(p.name, p.met_on).where(p.name.in_(names)))}
        return {name: min(others, key=lambda n: (day[n], n)) for name, others in same.items() if others}

    def _add_contents(self, reading: int, told: Reading) -> None:
        self._insert(
            t.events,
            [
                {
                    "reading": reading,
                    "id": e.id,
                    "frame": e.frame,
                    "first": e.when.when.first if e.when is not None else None,
                    "last": e.when.when.last if e.when is not None else None,
                    "body": json.dumps(
                        {role: [f.name for f in fillers] for role, fillers in e.roles}, ensure_ascii=False
                    ),
                }
                for e in told.events
            ],
        )
        self._insert(
            t.entities,
            [
                {
                    "reading": reading,
                    "id": e.id,
                    "name": e.name,
                    "kind": e.kind,
                    "country": e.country,
                    "known_as": e.known_as,
                    "key": key_of(e.known_as or e.name),
                }
                for e in told.entities
            ],
        )


def gists_of(said: Sequence[Said]) -> list[Gist]:
    """Return the gists of the statements of one document, in the order given, each with its place in the document."""
    places = {s.anchor: n for n, s in enumerate(sorted(said, key=lambda s: (s.spans, s.anchor)))}
    return [Gist.of(s, places[s.anchor]) for s in said]


def findable(said: Said) -> str:
    """Return the words by which a statement is found."""
    parts = (
        said.imprint.title,
        said.imprint.outlet,
        said.source,
        said.speaks_for,
        said.text,
        said.fact.title if said.fact else None,
    )
    return " ".join(p for p in parts if p)
