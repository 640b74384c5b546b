"""What a ledger can be asked, within one transaction."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, and_, func, or_, select

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.coding import unpack_reading, unpack_said
from onrecord.ledger.search import matching
from onrecord.records import Document, Edge, EdgeKind, Judgement, JudgementKind, Said

__all__ = ["ClaimRow", "Reader", "chunks"]

CHUNK = 500
"""Names asked for at once."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as the list shows it, by all that is known.

    Attributes:
        anchor: its first statement.
        title: what is claimed.
        support: how far it is supported.
        origins: independent families.
        documents: documents that hold it.
        statements: its statements.
        challenges: denials, dismissals, doubts.
        reviewed: statements that a person has confirmed or corrected.
        first_public: first public day.
        last_change: day on which its standing last changed.
    """

    anchor: str
    title: str
    support: str
    origins: int
    documents: int
    statements: int
    challenges: int
    reviewed: int
    first_public: date
    last_change: date


def chunks(names: Iterable[str]) -> Iterator[list[str]]:
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

    def has(self, document: str, maker: str | None = None) -> bool:
        """Whether a document is kept, or read by a certain maker."""
        asked = select(t.documents.c.id).where(t.documents.c.id == document)
        if maker is not None:
            asked = select(t.readings.c.id).where(t.readings.c.document == document, t.readings.c.made_by == maker)
        return self.connection.execute(asked.limit(1)).first() is not None

    def documents(self) -> Iterator[tuple[Document, Mapping[str, Any]]]:
        """Yield every document, by its id, with the columns that are no part of it."""
        for row in self.connection.execute(select(t.documents).order_by(t.documents.c.id)):
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

    def cluster_of(self, anchor: str) -> int:
        """Return the cluster that a statement is in; a name may be cut short as long as it is the only one.

        Raises:
            AnchorError: no statement is so called, or several are.
        """
        s = t.statements.c
        whole = self.connection.execute(select(s.anchor, s.cluster).where(s.anchor == anchor).limit(1)).first()
        if whole is not None:
            return int(whole.cluster)
        return int(self._short(anchor).cluster)

    def whole(self, anchor: str) -> str:
        """Return the full name of a statement.

        Raises:
            AnchorError: no statement is so called, or several are.
        """
        return str(self._short(anchor).anchor)

    def _short(self, anchor: str) -> Row[Any]:
        s = t.statements.c
        like = anchor.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        rows = self._rows(select(s.anchor, s.cluster).where(s.anchor.like(like, escape="\\")).distinct().limit(2))
        if len({r.anchor for r in rows}) != 1:
            got = "the beginning of several names" if rows else "the name of no statement"
            raise AnchorError(anchor, got, "the anchor of a statement, as `onrecord claims` prints it")
        return rows[0]

    def said(self, clusters: Iterable[int], known_by: str | None = None) -> list[Said]:
        """Return the statements of clusters.

        Args:
            clusters: their numbers.
            known_by: a moment: what the ledger held then; None: what it holds.
        """
        s = t.statements.c
        when = s.current.is_(True) if known_by is None else _held(s.recorded_at, s.superseded_at, known_by)
        held = sorted(set(clusters))
        found = []
        for n in range(0, len(held), CHUNK):
            asked = select(s.said).where(s.cluster.in_(held[n : n + CHUNK]), when)
            found += [unpack_said(row.said) for row in self.connection.execute(asked)]
        return found

    def of_document(self, document: str) -> list[Said]:
        """Return the present statements of a document."""
        s = t.statements.c
        return [
            unpack_said(r.said) for r in self._rows(select(s.said).where(s.document == document, s.current.is_(True)))
        ]

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
            Edge(row.a, row.b, EdgeKind(row.kind), tuple(json.loads(row.reasons)))
            for names in chunks(wanted)
            for row in self.connection.execute(select(t.edges).where(e.a.in_(names)))
            if row.b in wanted
        ]

    def edges_at(self, propositions: Iterable[str]) -> list[Edge]:
        """Return what some propositions are to any others."""
        e = t.edges.c
        found = {
            (row.a, row.b): Edge(row.a, row.b, EdgeKind(row.kind), tuple(json.loads(row.reasons)))
            for names in chunks(propositions)
            for row in self.connection.execute(select(t.edges).where(or_(e.a.in_(names), e.b.in_(names))))
        }
        return [found[key] for key in sorted(found)]

    def tells(self, proposition: str) -> bool:
        """Whether a present statement says a proposition."""
        s = t.statements.c
        asked = select(s.id).where(s.proposition == proposition, s.current.is_(True)).limit(1)
        return self.connection.execute(asked).first() is not None

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
        asked = select(t.judgements).where(j.undoes.is_(None)).order_by(j.id)
        undoing = select(j.undoes).where(j.undoes.is_not(None))
        if known_by is not None:
            asked, undoing = asked.where(j.at <= known_by), undoing.where(j.at <= known_by)
        if anchors is not None:
            wanted = set(anchors)
            p = t.placements.c
            ids = {
                row.judgement
                for names in chunks(wanted)
                for row in self.connection.execute(select(p.judgement).where(p.anchor.in_(names)))
            }
            asked = asked.where(j.id.in_(sorted(ids)))
        rows = self._rows(asked)
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
        asked = select(t.placements).where(p.judgement.in_(ids)).order_by(p.id)
        if known_by is not None:
            asked = asked.where(p.recorded_at <= known_by)
        return {(row.judgement, row.part): row.anchor for row in self.connection.execute(asked)}

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

    def stale(self, limit: int | None = None) -> list[int]:
        """Return clusters whose claims have not been summed up since they changed."""
        return list(
            self.connection.execute(select(t.stale.c.cluster).order_by(t.stale.c.cluster).limit(limit)).scalars()
        )

    def count(self) -> dict[str, int]:
        """Return how many documents, present statements, claims and decisions there are."""
        s = t.statements
        asked = {
            "documents": select(func.count()).select_from(t.documents),
            "statements": select(func.count()).select_from(s).where(s.c.current.is_(True)),
            "judgements": select(func.count()).select_from(t.judgements),
        }
        return {name: int(self.connection.execute(question).scalar() or 0) for name, question in asked.items()}

    def moment_of(self, anchors: Iterable[str]) -> dict[str, str]:
        """Return when statements were first recorded."""
        s = t.statements.c
        return {
            row.anchor: row.at
            for names in chunks(anchors)
            for row in self.connection.execute(
                select(s.anchor, func.min(s.recorded_at).label("at")).where(s.anchor.in_(names)).group_by(s.anchor)
            )
        }


def _held(recorded: Any, superseded: Any, moment: str) -> Any:
    return and_(recorded <= moment, or_(superseded.is_(None), superseded > moment))
