"""What a ledger can be asked, within one transaction."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.articles import ARTICLE, Articles
from onrecord.ledger.asking import MOMENT, any_of, chunks, held_at, held_when, moment
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
        found = None
        if known_by is not None:
            found = self.connection.execute(_cluster(then=True), {"anchor": anchor, "moment": known_by}).scalar()
        if found is None:
            found = self.connection.execute(_cluster(then=False), {"anchor": anchor}).scalar()
        if found is None:
            raise AnchorError(anchor, "the name of no statement", "one that the ledger holds")
        return int(found)

    def whole(self, anchor: str) -> str:
        """Return the full name of a statement; it may be cut short as long as it is the only one.

        Raises:
            AnchorError: no statement is so called, or several are.
        """
        told = anchor.strip().lower()
        names: Sequence[str] = []
        if _NAME.fullmatch(told):  # no name holds a character beyond "f"
            names = self.connection.execute(_named(), {"first": told, "last": told + "g"}).scalars().all()
        if names and (len(names) == 1 or names[0] == told):
            return str(names[0])
        got = "the beginning of several names" if names else "the name of no statement"
        raise AnchorError(anchor or "''", got, "the anchor of a statement, as `onrecord claims` prints it")

    def stands_as(self, anchor: str, known_by: str | None = None) -> str | None:
        """Return a statement's name in the present reading (or that of a moment); None where none shares half of its words."""
        row = self.connection.execute(_last_so_named(), {"anchor": anchor}).first()
        if row is None or (row.current and known_by is None):
            return anchor if row is not None else None
        return placed_on(anchor, unpack_said(row.said).spans, self.of_document(row.document, known_by))

    def said(self, clusters: Iterable[int], known_by: str | None = None) -> dict[int, list[Said]]:
        """Return the statements of clusters, by these.

        Args:
            clusters: their numbers.
            known_by: a moment: what the ledger held then; None: what it holds.
        """
        found = defaultdict[int, list[Said]](list)
        for held in chunks(clusters):
            for row in self._rows(_said(then=known_by is not None), {"clusters": held, **moment(known_by)}):
                found[row.cluster].append(unpack_said(row.said))
        return found

    def said_of(self, anchors: Iterable[str]) -> dict[str, Said]:
        """Return the present statements of some names."""
        return {
            row.anchor: unpack_said(row.said)
            for names in chunks(anchors)
            for row in self._rows(_said_of(), {"names": names})
        }

    def of_document(self, document: str, known_by: str | None = None) -> list[Said]:
        """Return the statements of the present reading of a document, or of the one that the ledger held at a moment."""
        asked = {"document": document, **moment(known_by)}
        return [unpack_said(row.said) for row in self._rows(_of_document(then=known_by is not None), asked)]

    def known(self, propositions: Iterable[str]) -> dict[str, int]:
        """Return which propositions are kept, with their clusters."""
        return {
            row.name: row.cluster for names in chunks(propositions) for row in self._rows(_clusters(), {"names": names})
        }

    def candidates_by_key(self, keys: Iterable[str]) -> dict[str, list[Said]]:
        """Return the propositions kept under each of some keys, each as a statement of which only that is told."""
        pairs = [(row.key, row.proposition) for asked in chunks(keys) for row in self._rows(_keyed(), {"keys": asked})]
        held = {name: said for _, name in pairs if (said := _MET.get(name)) is not None}
        for group in chunks({name for _, name in pairs} - held.keys()):
            for row in self._rows(_propositions(), {"names": group}):
                held[row.name] = unpack_said(row.said)
        _remember(held)
        found: dict[str, list[Said]] = {}
        for key, name in pairs:
            found.setdefault(key, []).append(held[name])
        return found

    def same(self, propositions: Iterable[str]) -> list[Edge]:
        """Return which of some propositions are the same, without the reasons."""
        wanted = set(propositions)
        return [
            Edge(row.a, row.b, EdgeKind.SAME, ())
            for names in chunks(wanted)
            for row in self._rows(_same(), {"names": names})
            if row.b in wanted
        ]

    def beside(self, propositions: Iterable[str]) -> list[Edge]:
        """Return what some propositions refine and contradict, and what refines and contradicts them."""
        found = {
            (row.a, row.b): _edge(row)
            for names in chunks(propositions)
            for end in ("a", "b")
            for row in self._rows(_beside(end), {"names": names})
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


@cache
def _cluster(*, then: bool) -> Select[Any]:
    s = t.statements.c
    asked = select(s.cluster).where(s.anchor == bindparam("anchor"))
    asked = asked.where(held_at(s.recorded_at, s.superseded_at, MOMENT)) if then else asked
    return asked.order_by(s.current.desc(), s.id.desc()).limit(1)


@cache
def _named() -> Select[Any]:
    s = t.statements.c
    named = s.anchor.between(bindparam("first"), bindparam("last"))
    return select(s.anchor).where(named).distinct().order_by(s.anchor).limit(2)


@cache
def _last_so_named() -> Select[Any]:
    s = t.statements.c
    return select(s.document, s.said, s.current).where(s.anchor == bindparam("anchor")).order_by(s.id.desc()).limit(1)


@cache
def _said(*, then: bool) -> Select[Any]:
    s = t.statements.c
    return select(s.cluster, s.said).where(s.cluster.in_(any_of("clusters")), held_when(MOMENT if then else None))


@cache
def _said_of() -> Select[Any]:
    s = t.statements.c
    return select(s.anchor, s.said).where(s.anchor.in_(any_of("names")), s.current.is_(True))


@cache
def _of_document(*, then: bool) -> Select[Any]:
    s = t.statements.c
    held = held_when(MOMENT if then else None)
    return select(s.said).where(s.document == bindparam("document"), held).order_by(s.id)


@cache
def _clusters() -> Select[Any]:
    p = t.propositions.c
    return select(p.name, p.cluster).where(p.name.in_(any_of("names")))


@cache
def _propositions() -> Select[Any]:
    p = t.propositions.c
    return select(p.name, p.said).where(p.name.in_(any_of("names")))


@cache
def _keyed() -> Select[Any]:
    k = t.keys.c
    return select(k.key, k.proposition).where(k.key.in_(any_of("keys")))


@cache
def _same() -> Select[Any]:
    e = t.edges.c
    return select(e.a, e.b).where(e.a.in_(any_of("names")), e.kind == EdgeKind.SAME)


@cache
def _beside(end: str) -> Select[Any]:
    return select(t.edges).where(t.edges.c[end].in_(any_of("names")), t.edges.c.kind != EdgeKind.SAME)


def _edge(row: Row[Any]) -> Edge:
    return Edge(row.a, row.b, EdgeKind(row.kind), tuple(json.loads(row.reasons)))
