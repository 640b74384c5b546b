"""What a ledger can be asked, within one transaction."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Result, Row, and_, func, or_, select

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.coding import unpack_reading, unpack_said
from onrecord.ledger.placing import placed_on
from onrecord.ledger.rows import ClaimRow
from onrecord.ledger.search import matching
from onrecord.records import Document, Edge, EdgeKind, Judgement, JudgementKind, Said

__all__ = ["Reader", "chunks"]

CHUNK = 500
"""Names asked for at once."""
_NAME = re.compile(r"[0-9a-f.]+")
_Name = TypeVar("_Name", str, int)


def chunks(names: Iterable[_Name]) -> Iterator[list[_Name]]:
    """Yield names in groups that fit into one question."""
    held = sorted(set(names))
    for n in range(0, len(held), CHUNK):
        yield held[n : n + CHUNK]


class Reader:
    """Questions to a ledger."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def _rows(self, statement: Any) -> Sequence[Row[Any]]:
        return self.connection.execute(statement).all()

    def stream(self, statement: Any) -> Result[Any]:
        """Return the answer to a question, some rows at a time, so that a long one does not fill the memory."""
        return self.connection.execute(statement, execution_options={"yield_per": CHUNK})

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

    def document(self, id_: str) -> Document:
        """Return a document.

        Raises:
            AnchorError: there is none of this id.
        """
        row = self.connection.execute(select(t.documents).where(t.documents.c.id == id_)).first()
        if row is None:
            raise AnchorError(id_, "the id of no document", "one that the ledger holds")
        return Document(row.text, row.url, row.title, row.outlet, row.published_on, row.language)

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
            then = asked.where(_held(s.recorded_at, s.superseded_at, known_by))
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
        return placed_on(unpack_said(row.said), self.of_document(row.document, known_by)) if row is not None else None

    def said(self, clusters: Iterable[int], known_by: str | None = None) -> list[Said]:
        """Return the statements of clusters.

        Args:
            clusters: their numbers.
            known_by: a moment: what the ledger held then; None: what it holds.
        """
        s = t.statements.c
        return [
            unpack_said(row.said)
            for held in chunks(clusters)
            for row in self.connection.execute(select(s.said).where(s.cluster.in_(held), _when(known_by)))
        ]

    def of_document(self, document: str, known_by: str | None = None) -> list[Said]:
        """Return the statements of the present reading of a document, or of the one that the ledger held at a moment."""
        s = t.statements.c
        asked = select(s.said).where(s.document == document, _when(known_by)).order_by(s.id)
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
        """Return the propositions kept under each of some keys, each as the statement that stands for it."""
        k, p = t.keys.c, t.propositions.c
        pairs = [
            (row.key, row.proposition)
            for asked in chunks(keys)
            for row in self.connection.execute(select(k.key, k.proposition).where(k.key.in_(asked)))
        ]
        held = {
            row.name: unpack_said(row.said)
            for group in chunks(name for _, name in pairs)
            for row in self.connection.execute(select(p.name, p.said).where(p.name.in_(group)))
        }
        found: dict[str, list[Said]] = {}
        for key, name in pairs:
            found.setdefault(key, []).append(held[name])
        return found

    def edges(self, propositions: Iterable[str]) -> list[Edge]:
        """Return what some propositions are to one another."""
        e = t.edges.c
        wanted = set(propositions)
        return [
            _edge(row)
            for names in chunks(wanted)
            for row in self.connection.execute(select(t.edges).where(e.a.in_(names)))
            if row.b in wanted
        ]

    def edges_at(self, propositions: Iterable[str]) -> list[Edge]:
        """Return what some propositions are to any others."""
        e = t.edges.c
        found = {
            (row.a, row.b): _edge(row)
            for names in chunks(propositions)
            for row in self.connection.execute(select(t.edges).where(or_(e.a.in_(names), e.b.in_(names))))
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

    def present(self, anchors: Iterable[str]) -> set[str]:
        """Return which statements stand in a present reading."""
        s = t.statements.c
        return {
            row.anchor
            for names in chunks(anchors)
            for row in self.connection.execute(select(s.anchor).where(s.anchor.in_(names), s.current.is_(True)))
        }

    def judgements(self, anchors: Iterable[str] | None = None, known_by: str | None = None) -> list[Judgement]:
        """Return what people have decided, in order; with anchors, only what stands on one of these."""
        j = t.judgements.c
        asked = select(t.judgements).where(j.undoes.is_(None))
        undoing = select(j.undoes).where(j.undoes.is_not(None))
        if known_by is not None:
            asked, undoing = asked.where(j.at <= known_by), undoing.where(j.at <= known_by)
        if anchors is None:
            rows = self._rows(asked.order_by(j.id))
        else:
            p = t.placements.c
            ids = {
                row.judgement
                for names in chunks(anchors)
                for row in self.connection.execute(select(p.judgement).where(p.anchor.in_(names)))
            }
            rows = [row for some in chunks(ids) for row in self._rows(asked.where(j.id.in_(some)).order_by(j.id))]
        if not rows:
            return []
        undone: set[int] = set(self.connection.execute(undoing).scalars())
        placed = self._placed([r.id for r in rows], known_by)
        return [
            Judgement(
                id=r.id,
                kind=JudgementKind(r.kind),
                anchor=r.anchor,
                other=placed.get((r.id, 1), r.other) if r.other is not None else None,
                value=r.value,
                by=r.by,
                at=r.at,
                undone=r.id in undone,
                placed=placed.get((r.id, 0)),
            )
            for r in rows
        ]

    def _placed(self, ids: Sequence[int], known_by: str | None) -> dict[tuple[int, int], str | None]:
        p = t.placements.c
        asked = select(t.placements).order_by(p.id)
        if known_by is not None:
            asked = asked.where(p.recorded_at <= known_by)
        return {
            (row.judgement, row.part): row.anchor
            for some in chunks(ids)
            for row in self.connection.execute(asked.where(p.judgement.in_(some)))
        }

    def find(self, query: str, limit: int) -> list[int]:
        """Return the clusters whose statements answer a query best, at most so many."""
        return matching(self.connection, query, limit)

    def latest(self, limit: int) -> list[ClaimRow]:
        """Return the claims that changed last, as last summed up."""
        c = t.claims.c
        rows = self._rows(select(t.claims).order_by(c.last_change.desc(), c.statements.desc(), c.anchor).limit(limit))
        return [ClaimRow(**{k: v for k, v in row._mapping.items() if k != "cluster"}) for row in rows]  # noqa: SLF001

    def clusters(self) -> list[int]:
        """Return every cluster that holds a present statement."""
        s = t.statements.c
        return list(
            self.connection.execute(
                select(s.cluster).where(s.current.is_(True)).distinct().order_by(s.cluster)
            ).scalars()
        )

    def last_told(self, limit: int, on: date | None, known_by: str | None) -> list[int]:
        """Return the clusters in which something was said last, by a day and as the ledger held it at a moment."""
        s = t.statements.c
        last = func.max(s.public_on)
        asked = select(s.cluster).where(_when(known_by)).group_by(s.cluster)
        asked = asked.where(s.public_on <= on) if on is not None else asked
        asked = asked.order_by(last.desc(), func.count().desc(), s.cluster).limit(limit)
        return list(self.connection.execute(asked).scalars())

    def due(self, today: date) -> list[int]:
        """Return the clusters of claims whose standing changes by a day, since a deadline in them has passed."""
        c = t.claims.c
        return list(self.connection.execute(select(c.cluster).where(c.due <= today).distinct()).scalars())

    def stale(self, limit: int | None = None) -> list[int]:
        """Return clusters whose claims have not been summed up since they changed."""
        return list(
            self.connection.execute(select(t.stale.c.cluster).order_by(t.stale.c.cluster).limit(limit)).scalars()
        )

    def count(self) -> dict[str, int]:
        """Return how many documents, present statements and decisions there are."""
        s = t.statements
        asked = {
            "documents": select(func.count()).select_from(t.documents),
            "statements": select(func.count()).select_from(s).where(s.c.current.is_(True)),
            "judgements": select(func.count()).select_from(t.judgements),
        }
        return {name: int(self.connection.execute(question).scalar() or 0) for name, question in asked.items()}


def _held(recorded: Any, superseded: Any, moment: str) -> Any:
    return and_(recorded <= moment, or_(superseded.is_(None), superseded > moment))


def _edge(row: Row[Any]) -> Edge:
    return Edge(row.a, row.b, EdgeKind(row.kind), tuple(json.loads(row.reasons)))


def _when(known_by: str | None) -> Any:
    """Return the condition on statements of present readings, or of those that the ledger held at a moment."""
    s = t.statements.c
    return s.current.is_(True) if known_by is None else _held(s.recorded_at, s.superseded_at, known_by)
