"""Whether a ledger is in order: hashes, offsets, references, search, clusters."""

import zlib
from collections.abc import Iterator

from sqlalchemy import func, select, text

from onrecord.ledger import schema as t
from onrecord.ledger import search
from onrecord.ledger.coding import unpack_gists, unpack_reading, unpack_said
from onrecord.ledger.named import named_in
from onrecord.ledger.reader import Reader
from onrecord.ledger.writer import findable
from onrecord.records import Document, EdgeKind, Gist, Said

__all__ = ["faults_in"]

REBUILD = "`onrecord rebuild` makes it again"


def faults_in(reader: Reader) -> Iterator[str]:
    """Yield what is wrong, a line each: what was got, what was expected, where."""
    yield from _store(reader)
    yield from _documents(reader)
    yield from _readings(reader)
    yield from _statements(reader)
    yield from _graph(reader)
    yield from _search(reader)
    yield from _names(reader)


def _store(reader: Reader) -> Iterator[str]:
    if reader.connection.dialect.name != "sqlite":
        return
    for row in reader.connection.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield f"database: got {row[0]}; expected none damaged"
    for row in reader.connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{row[0]} row {row[1]}: got a reference to a row of {row[2]} that is not there; expected one that is"


def _documents(reader: Reader) -> Iterator[str]:
    for document, told in reader.documents():
        if document.sha256 != told["sha256"]:
            yield f"document {told['id']}: got text of hash {document.sha256[:12]}; expected {told['sha256'][:12]}"
        elif document.id != told["id"]:
            yield f"document {told['id']}: got text, address, outlet and day of {document.id}; expected of {told['id']}"


def _readings(reader: Reader) -> Iterator[str]:
    r, d = t.readings.c, t.documents.c
    for row in reader.stream(select(r.document, r.body, d.text).join(t.documents, d.id == r.document)):
        try:
            unpack_reading(row.body, row.text)
        except (ValueError, KeyError, TypeError, zlib.error) as error:
            yield f"reading of {row.document}: got {_first(error)}; expected JSON that can be unpacked"
    unread = select(d.id).where(d.id.not_in(select(r.document).where(r.superseded_at.is_(None)))).order_by(d.id)
    for row in reader.connection.execute(unread):
        yield f"document {row.id}: got no present reading; expected one"


def _statements(reader: Reader) -> Iterator[str]:
    held: tuple[str, Document | None] = ("", None)
    asked = select(t.statements, t.documents.c.text.label("article"))
    asked = asked.join(t.documents, t.documents.c.id == t.statements.c.document).order_by(t.statements.c.document)
    for row in reader.stream(asked.order_by(t.statements.c.id)):
        try:
            said = unpack_said(row.said)
        except ValueError as error:
            yield f"statement {row.anchor}: got {_first(error)}; expected a digest that can be unpacked"
            continue
        if held[0] != row.document:
            held = (row.document, Document(row.article))
        if held[1] is not None and held[1].slice(said.spans) != said.text:
            yield f"statement {said.anchor}: got other words at its offsets; expected {said.text[:40]!r}"
        if not _is_gist(row.gist, said):
            yield f"statement {said.anchor}: got the gist of something else; expected its own; {REBUILD}"
        if _columns(said) != (row.anchor, row.document, row.public_on, row.proposition, row.stance, row.source):
            yield f"statement {row.anchor}: got the digest of {said.anchor} with other columns; expected its own"


def _is_gist(packed: str, said: Said) -> bool:
    try:
        (gist,) = unpack_gists(packed)
    except (ValueError, LookupError, TypeError):
        return False
    return gist == Gist.of(said, gist.place)


def _columns(said: Said) -> tuple[object, ...]:
    return said.anchor, said.imprint.id, said.imprint.public_on, said.proposition, said.stance, said.source


def _graph(reader: Reader) -> Iterator[str]:
    s, p, e = t.statements.c, t.propositions.c, t.edges.c
    run = reader.connection.execute
    cluster = {row.name: row.cluster for row in run(select(p.name, p.cluster))}
    told = select(s.anchor, s.cluster, s.proposition).where(s.proposition.is_not(None)).order_by(s.id)
    for row in run(told):
        if row.proposition not in cluster:
            yield f"statement {row.anchor}: got a proposition that is not kept; expected one that is; {REBUILD}"
        elif cluster[row.proposition] != row.cluster:
            expected = cluster[row.proposition]
            yield f"statement {row.anchor}: got cluster {row.cluster}; expected {expected}, as what it says; {REBUILD}"
    for row in run(select(e.a, e.b, e.kind).order_by(e.a, e.b)):
        if row.a not in cluster or row.b not in cluster:
            yield f"edge {row.a} - {row.b}: got an end that is not kept; expected two that are; {REBUILD}"
        elif row.kind == EdgeKind.SAME and cluster[row.a] != cluster[row.b]:
            yield f"edge {row.a} - {row.b}: got clusters {cluster[row.a]} and {cluster[row.b]}; expected one; {REBUILD}"
    ends = ((e.a == p.name) & (e.b == p.near)) | ((e.a == p.near) & (e.b == p.name))
    tied = select(e.a).where(ends, e.kind == EdgeKind.SAME).exists()
    for row in run(select(p.name, p.near).where(p.near.is_not(None), ~tied).order_by(p.name)):
        yield f"proposition {row.name}: got {row.near} as the same; expected one that is; {REBUILD}"


def _search(reader: Reader) -> Iterator[str]:
    s = t.statements.c
    asked = select(s.id, s.anchor, s.said).order_by(s.id)
    held = 0
    for rows in reader.stream(asked).partitions():
        names = {row.id: row.anchor for row in rows}
        held += len(names)
        for number in search.strays(reader.connection, [(row.id, _words(row.said)) for row in rows]):
            yield f"search: got other words than those of {names[number]}, or none; expected its own; {REBUILD}"
    found = int(reader.connection.execute(select(func.count()).select_from(text("search"))).scalar() or 0)
    if found > held:
        yield f"search: got {found} statements; expected {held}; {REBUILD}"


def _names(reader: Reader) -> Iterator[str]:
    """Tell of statements whose names are not those of their reading; readings that cannot be unpacked are told of already."""
    s, n, r = t.statements.c, t.named.c, t.readings.c
    readings: list[int] = list(reader.connection.execute(select(r.id).order_by(r.id)).scalars())
    for number in readings:
        row = reader.connection.execute(select(r.body).where(r.id == number)).one()
        asked = select(n.statement, n.name, n.lane, n.how).join(t.statements, s.id == n.statement)
        kept: dict[int, set[tuple[str, str, str]]] = {}
        for name in reader.connection.execute(asked.where(s.reading == number)):
            kept.setdefault(name.statement, set()).add((name.name, name.lane, name.how))
        try:
            reading = unpack_reading(row.body, "")
        except (ValueError, KeyError, TypeError, zlib.error):
            continue
        for told in reader.connection.execute(select(s.id, s.anchor, s.said).where(s.reading == number)):
            try:
                named = set(named_in(reading, unpack_said(told.said)))
            except (ValueError, KeyError, TypeError):
                continue
            if named != kept.get(told.id, set()):
                yield f"statement {told.anchor}: got other names than its own, or none; expected its own; {REBUILD}"


def _words(packed: str) -> str:
    try:
        return findable(unpack_said(packed))
    except ValueError:
        return ""  # told of already


def _first(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
