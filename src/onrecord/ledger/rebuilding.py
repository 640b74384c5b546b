"""Taking documents out, and making again what is derived: propositions, keys, edges, clusters, search."""

from collections.abc import Iterable

from sqlalchemy import delete, or_, select, text, update

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger import search
from onrecord.ledger.clusters import joined
from onrecord.ledger.coding import unpack_said
from onrecord.ledger.reader import chunks
from onrecord.ledger.writer import Fresh, Writer, findable
from onrecord.records import Edge, EdgeKind

__all__ = ["clear", "derive", "remove"]


def remove(writer: Writer, document: str) -> None:
    """Take a document out with its readings; decisions on its statements stay, without a place.

    Raises:
        AnchorError: there is none of this id.
    """
    if not writer.has(document):
        raise AnchorError(document, "the id of no document", "one that the ledger holds")
    s, r = t.statements.c, t.readings.c
    run = writer.connection.execute
    rows = run(select(s.id, s.cluster).where(s.document == document)).all()
    readings: list[int] = list(run(select(r.id).where(r.document == document)).scalars())
    numbers = [row.id for row in rows]
    search.forget(writer.connection, numbers)
    run(update(t.documents).where(t.documents.c.succeeds == document).values(succeeds=None))
    run(delete(t.links).where(t.links.c.statement.in_(numbers)))
    run(delete(t.statements).where(s.document == document))
    for table in (t.events, t.entities):
        run(delete(table).where(table.c.reading.in_(readings)))
    run(delete(t.readings).where(r.document == document))
    run(delete(t.documents).where(t.documents.c.id == document))
    _recluster(writer, {row.cluster for row in rows})


def _recluster(writer: Writer, clusters: Iterable[int]) -> None:
    """Find the clusters again among statements of some, without the propositions that nobody tells any more."""
    s, p, e = t.statements.c, t.propositions.c, t.edges.c
    run = writer.connection.execute
    for cluster in sorted(clusters):
        said = [unpack_said(row.said) for row in run(select(s.said).where(s.cluster == cluster))]
        numbers = {row.anchor: row.id for row in run(select(s.anchor, s.id).where(s.cluster == cluster))}
        told = {x.proposition for x in said if x.proposition is not None}
        untold = [r.name for r in run(select(p.name).where(p.cluster == cluster)) if r.name not in told]
        for names in chunks(untold):
            run(delete(t.keys).where(t.keys.c.proposition.in_(names)))
            run(delete(t.edges).where(or_(e.a.in_(names), e.b.in_(names))))
            run(delete(t.propositions).where(p.name.in_(names)))
        edges = [x for x in writer.edges(told) if x.kind is EdgeKind.SAME]
        decided = [
            j for j in writer.judgements(numbers) if j.kind == "same claim" and not j.undone and j.placed and j.other
        ]
        edges += [Edge(j.placed or "", j.other or "", EdgeKind.SAME, ()) for j in decided]
        run(delete(t.claims).where(t.claims.c.cluster == cluster))
        run(delete(t.stale).where(t.stale.c.cluster == cluster))
        for group in joined(said, edges):
            held = [name for name in group if name in numbers]
            if held:
                _label(
                    writer, held, [name for name in group if name not in numbers], min(numbers[name] for name in held)
                )


def _label(writer: Writer, anchors: list[str], propositions: list[str], cluster: int) -> None:
    run = writer.connection.execute
    for names in chunks(anchors):
        run(update(t.statements).where(t.statements.c.anchor.in_(names)).values(cluster=cluster))
    for names in chunks(propositions):
        run(update(t.propositions).where(t.propositions.c.name.in_(names)).values(cluster=cluster))
    writer.mark({cluster})


def clear(writer: Writer) -> None:
    """Empty everything that is derived."""
    for table in (t.keys, t.edges, t.claims, t.stale, t.propositions):
        writer.connection.execute(delete(table))
    writer.connection.execute(text("DELETE FROM search"))
    writer.connection.execute(update(t.statements).values(cluster=t.statements.c.id))
    rows = writer.connection.execute(
        select(t.statements.c.id, t.statements.c.said).where(t.statements.c.current.is_(True))
    )
    search.index(writer.connection, [(row.id, findable(unpack_said(row.said))) for row in rows])


def derive(writer: Writer, document: str, fresh: list[Fresh]) -> None:
    """Make again what is derived from the present statements of one document."""
    s = t.statements.c
    rows = writer.connection.execute(select(s.id, s.said).where(s.document == document, s.current.is_(True))).all()
    said = [unpack_said(row.said) for row in rows]
    numbers = {x.anchor: row.id for x, row in zip(said, rows, strict=True)}
    clusters = writer.clusters_for(said, numbers, fresh)
    for anchor, number in numbers.items():
        writer.connection.execute(update(t.statements).where(s.id == number).values(cluster=clusters[anchor]))
    writer.add_fresh(fresh, clusters)
    writer.mark(set(clusters.values()))
