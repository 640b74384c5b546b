"""What a ledger can be asked, within one transaction."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.articles import ARTICLE, Articles
from onrecord.ledger.asking import chunks, held_at, held_when
from onrecord.ledger.coding import unpack_reading, unpack_said
from onrecord.ledger.decided import Decided
from onrecord.ledger.entities import Entities
from onrecord.ledger.listed import Listed
from onrecord.ledger.paged import Paged
from onrecord.ledger.placing import placed_on
from onrecord.ledger.said_paged import SaidPaged
from onrecord.records import Document, Edge, EdgeKind, Said

__all__ = ["ARTICLE", "Reader"]

HELD = 20_000
"""Propositions kept at hand, about."""
_MET: dict[str, Said] = {}
"""Propositions met before, of whatever ledger: a name is the hash of what it stands for."""
_NAME = re.compile(r"[0-9a-f.]+")


class Reader(Articles, Decided, Entities, Listed, Paged, SaidPaged):
    """Questions to a ledger."""

    def has(self, document: str, maker: str | None = None) -> bool:
        """Whether a document is kept, or (with a maker) whether its present reading is by that maker."""
        asked = select(t.documents.c.id).where(t.documents.c.id == document)
        if maker is not None:
            r = t.readings.c
            asked = select(r.id).where(r.document == document, r.made_by == maker, r.superseded_at.is_(None))
        return self.connection.execute(asked.limit(1)).first() is not None

    def documents(self) -> Iterator[tuple[Document, Mapping[str, Any]]]:
        """Yield every document, by its id, with the columns that are no part of it."""
        for row in self.stream(select(t.documents).order_by(t.documents.c.id)):
            told = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
            document = Document(row.text, row.url, row.title, row.outlet, row.published_on, row.language)
            yield document, told

    def reading(self, document: str) -> dict[str, Any]:
        """Return the present reading of a document as schema ``onrecord.reading/1``.

        Raises:
            AnchorError: there is none.
        """
        asked = select(t.readings.c.body, t.documents.c.text).join(
            t.documents, t.documents.c.id == t.readings.c.document
        )
        row = self.connection.execute(
            asked.where(t.readings.c.document == document, t.readings.c.superseded_at.is_(None))
        ).first()
        if row is None:
            raise AnchorError(document, "a document without a reading", "one that was read")
        return unpack_reading(row.body, row.text)

    def cluster_of(self, anchor: str, known_by: str | None = None) -> int:
        """Return the cluster that a statement is in; of an earlier reading's, the one that it was in.

        Args:
            anchor: its full name.
            known_by: a moment: the reading that the ledger held then; None: the one that it holds.

        Raises:
            AnchorError: no statement is so called.
        """
        s = t.statements.c
        asked = select(s.cluster).where(s.anchor == anchor).order_by(s.current.desc(), s.id.desc()).limit(1)
        found = None
        if known_by is not None:
            then = asked.where(held_at(s.recorded_at, s.superseded_at, known_by))
            found = self.connection.execute(then).scalar()
        found = found if found is not None else self.connection.execute(asked).scalar()
        if found is None:
            raise AnchorError(anchor, "the name of no statement", "one that the ledger holds")
        return int(found)

    def whole(self, anchor: str) -> str:
        """Return the full name of a statement; it may be cut short as long as it is the only one.

        Raises:
            AnchorError: no statement is so called, or several are.
        """
        s = t.statements.c
        told = anchor.strip().lower()
        named = s.anchor.between(told, told + "g")  # no name holds a character beyond "f"
        names: Sequence[str] = (
            self.connection.execute(select(s.anchor).where(named).distinct().order_by(s.anchor).limit(2))
            .scalars()
            .all()
            if _NAME.fullmatch(told)
            else []
        )
        if names and (len(names) == 1 or names[0] == told):
            return str(names[0])
        got = "the beginning of several names" if names else "the name of no statement"
        raise AnchorError(anchor or "''", got, "the anchor of a statement, as `onrecord claims` prints it")

    def stands_as(self, anchor: str, known_by: str | None = None) -> str | None:
        """Return a statement's name in the present reading (or that of a moment); None where none shares half of its words."""
        s = t.statements.c
        asked = select(s.document, s.said).where(s.anchor == anchor).order_by(s.id.desc()).limit(1)
        row = self.connection.execute(asked).first()
        if row is None:
            return None
        return placed_on(anchor, unpack_said(row.said).spans, self.of_document(row.document, known_by))

    def said(self, clusters: Iterable[int], known_by: str | None = None) -> dict[int, list[Said]]:
        """Return the statements of clusters, by these.

        Args:
            clusters: their numbers.
            known_by: a moment: what the ledger held then; None: what it holds.
        """
        s = t.statements.c
        found = defaultdict[int, list[Said]](list)
        for held in chunks(clusters):
            for row in self._rows(select(s.cluster, s.said).where(s.cluster.in_(held), held_when(known_by))):
                found[row.cluster].append(unpack_said(row.said))
        return found

    def said_of(self, anchors: Iterable[str]) -> dict[str, Said]:
        """Return the present statements of some names."""
        s = t.statements.c
        return {
            row.anchor: unpack_said(row.said)
            for names in chunks(anchors)
            for row in self._rows(select(s.anchor, s.said).where(s.anchor.in_(names), s.current.is_(True)))
        }

    def of_document(self, document: str, known_by: str | None = None) -> list[Said]:
        """Return the statements of the present reading of a document, or of the one that the ledger held at a moment."""
        s = t.statements.c
        asked = select(s.said).where(s.document == document, held_when(known_by)).order_by(s.id)
        return [unpack_said(row.said) for row in self.connection.execute(asked)]

    def known(self, propositions: Iterable[str]) -> dict[str, int]:
        """Return which propositions are kept, with their clusters."""
        p = t.propositions.c
        return {
            row.name: row.cluster
            for names in chunks(propositions)
            for row in self.connection.execute(select(p.name, p.cluster).where(p.name.in_(names)))
        }

    def candidates_by_key(self, keys: Iterable[str]) -> dict[str, list[Said]]:
        """Return the propositions kept under each of some keys, each as a statement of which only that is told."""
        k, p = t.keys.c, t.propositions.c
        pairs = [
            (row.key, row.proposition)
            for asked in chunks(keys)
            for row in self.connection.execute(select(k.key, k.proposition).where(k.key.in_(asked)))
        ]
        held = {name: said for _, name in pairs if (said := _MET.get(name)) is not None}
        for group in chunks({name for _, name in pairs} - held.keys()):
            for row in self.connection.execute(select(p.name, p.said).where(p.name.in_(group))):
                held[row.name] = unpack_said(row.said)
        _remember(held)
        found: dict[str, list[Said]] = {}
        for key, name in pairs:
            found.setdefault(key, []).append(held[name])
        return found

    def same(self, propositions: Iterable[str]) -> list[Edge]:
        """Return which of some propositions are the same, without the reasons."""
        e = t.edges.c
        wanted = set(propositions)
        return [
            Edge(row.a, row.b, EdgeKind.SAME, ())
            for names in chunks(wanted)
            for row in self._rows(select(e.a, e.b).where(e.a.in_(names), e.kind == EdgeKind.SAME))
            if row.b in wanted
        ]

    def beside(self, propositions: Iterable[str]) -> list[Edge]:
        """Return what some propositions refine and contradict, and what refines and contradicts them."""
        e = t.edges.c
        found = {
            (row.a, row.b): _edge(row)
            for names in chunks(propositions)
            for end in (e.a, e.b)
            for row in self._rows(select(t.edges).where(end.in_(names), e.kind != EdgeKind.SAME))
        }
        return [found[key] for key in sorted(found)]

    def everything(self) -> Iterator[Said]:
        """Yield every present statement."""
        for row in self.stream(select(t.statements.c.said).where(t.statements.c.current.is_(True))):
            yield unpack_said(row.said)

    def every_edge(self) -> Iterator[Edge]:
        """Yield what any two propositions are to each other, present ones or not."""
        for row in self.stream(select(t.edges)):
            yield _edge(row)


def _remember(propositions: Mapping[str, Said]) -> None:
    """Keep propositions at hand: in a batch the same ones are compared again and again."""
    if len(_MET) > HELD:
        _MET.clear()
    _MET.update(propositions)


def _edge(row: Row[Any]) -> Edge:
    return Edge(row.a, row.b, EdgeKind(row.kind), tuple(json.loads(row.reasons)))
