"""Taking documents out, and making again what is derived: propositions, keys, edges, clusters, search."""

import re
from collections.abc import Iterable, Iterator

from sqlalchemy import delete, or_, select, text, update

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger import search
from onrecord.ledger.asking import chunks
from onrecord.ledger.clusters import joined
from onrecord.ledger.coding import now, pack_gist, unpack_said
from onrecord.ledger.named import fill, forget_names
from onrecord.ledger.writer import Fresh, Writer, findable, gists_of
from onrecord.records import Said

__all__ = ["clear", "derive", "remove", "versions"]

_ID = re.compile(r"[0-9a-f]{16}")


def remove(writer: Writer, document: str) -> None:
    """Take a document out with its readings; decisions on its statements stay with the words seen, without a place.

    Raises:
        AnchorError: there is none of this id.
    """
    if not _ID.fullmatch(document) or not writer.has(document):
        raise AnchorError(document, "the id of no document", "one that the ledger holds")
    d, s, r = t.documents.c, t.statements.c, t.readings.c
    run = writer.connection.execute
    rows = run(select(s.id, s.anchor, s.cluster).where(s.document == document)).all()
    readings: list[int] = list(run(select(r.id).where(r.document == document)).scalars())
    writer.place_again(document, (), now())
    search.forget(writer.connection, [row.id for row in rows])
    for numbers in chunks(row.id for row in rows):
        run(delete(t.links).where(t.links.c.statement.in_(numbers)))
    forget_names(writer.connection, [row.id for row in rows])
    for anchors in chunks(row.anchor for row in rows):
        run(delete(t.standings).where(t.standings.c.anchor.in_(anchors)))
    run(delete(t.statements).where(s.document == document))
    for table in (t.events, t.entities):
        run(delete(table).where(table.c.reading.in_(readings)))
    run(delete(t.readings).where(r.document == document))
    run(delete(t.documents).where(d.id == document))
    for cluster in sorted({row.cluster for row in rows}):
        _recluster(writer, cluster)


def _recluster(writer: Writer, cluster: int) -> None:
    """Find the clusters again among the statements of one, without the propositions that nobody tells any more."""
    s, p, e = t.statements.c, t.propositions.c, t.edges.c
    run = writer.connection.execute
    held = [(row.id, unpack_said(row.said)) for row in run(select(s.id, s.said).where(s.cluster == cluster))]
    said = [x for _, x in held]
    told = {x.proposition for x in said if x.proposition is not None}
    untold = [r.name for r in run(select(p.name).where(p.cluster == cluster)) if r.name not in told]
    for names in chunks(untold):
        run(delete(t.keys).where(t.keys.c.proposition.in_(names)))
        run(delete(t.edges).where(or_(e.a.in_(names), e.b.in_(names))))
        run(update(t.propositions).where(p.cluster == cluster, p.near.in_(names)).values(near=None))
        run(delete(t.propositions).where(p.name.in_(names)))
    ties = [(x.a, x.b) for x in writer.same(told)]
    # Also what was taken back since: whoever asks what was held before that finds it in one cluster.
    ties += [(names[0], other) for names in writer.joined_ever(x.anchor for x in said) for other in names[1:]]
    run(delete(t.claims).where(t.claims.c.cluster == cluster))
    run(delete(t.stale).where(t.stale.c.cluster == cluster))
    numbers: dict[str, list[int]] = {}
    for number, x in held:
        numbers.setdefault(x.anchor, []).append(number)
    for group in joined(said, ties):
        mine = [number for name in group for number in numbers.get(name, ())]
        if mine:
            _label(writer, mine, [name for name in group if name not in numbers], min(mine))


def _label(writer: Writer, numbers: Iterable[int], propositions: Iterable[str], cluster: int) -> None:
    run = writer.connection.execute
    for some in chunks(numbers):
        run(update(t.statements).where(t.statements.c.id.in_(some)).values(cluster=cluster))
    for names in chunks(propositions):
        run(update(t.propositions).where(t.propositions.c.name.in_(names)).values(cluster=cluster))
    writer.mark({cluster})


def clear(writer: Writer) -> None:
    """Empty everything that is derived."""
    for table in (t.keys, t.edges, t.claims, t.stale, t.propositions):
        writer.connection.execute(delete(table))
    writer.connection.execute(text("DELETE FROM search"))
    s = t.statements.c
    writer.connection.execute(update(t.statements).values(cluster=s.id))
    for group in writer.stream(select(s.id, s.said).order_by(s.id)).partitions():
        search.index(writer.connection, [(row.id, findable(unpack_said(row.said))) for row in group])
    fill(writer.connection)


def versions(writer: Writer) -> Iterator[tuple[list[int], list[Said]]]:
    """Yield the statements of every reading, superseded ones too, with their numbers: what was shown once can be shown again."""
    s = t.statements.c
    readings: list[int] = list(writer.connection.execute(select(t.readings.c.id).order_by(t.readings.c.id)).scalars())
    for reading in readings:
        rows = writer.connection.execute(select(s.id, s.said).where(s.reading == reading).order_by(s.id)).all()
        if rows:
            yield [row.id for row in rows], [unpack_said(row.said) for row in rows]


def derive(writer: Writer, numbers: list[int], said: list[Said], fresh: list[Fresh]) -> None:
    """Make again what is derived from the statements of one reading."""
    named = {x.anchor: number for x, number in zip(said, numbers, strict=True)}
    clusters = writer.settle(said, named, fresh)
    s = t.statements.c
    for gist in gists_of(said):
        made = {"cluster": clusters[gist.anchor], "gist": pack_gist(gist)}
        writer.connection.execute(update(t.statements).where(s.id == named[gist.anchor]).values(made))
