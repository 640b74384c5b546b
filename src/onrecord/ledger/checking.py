"""Whether a ledger is in order: hashes, offsets, references, search, clusters."""

from collections.abc import Iterator

from sqlalchemy import func, select, text

from onrecord.ledger import schema as t
from onrecord.ledger.coding import unpack_reading, unpack_said
from onrecord.ledger.reader import Reader
from onrecord.records import Document, EdgeKind

__all__ = ["faults_in"]


def faults_in(reader: Reader) -> Iterator[str]:
    """Yield what is wrong, a line each: what was got, what was expected, where."""
    yield from _store(reader)
    yield from _documents(reader)
    yield from _statements(reader)
    yield from _graph(reader)


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
        if document.id != told["id"]:
            yield f"document {told['id']}: got text, address, outlet and day of {document.id}; expected of {told['id']}"


def _statements(reader: Reader) -> Iterator[str]:
    texts: dict[str, Document] = {}
    asked = select(t.statements).where(t.statements.c.current.is_(True)).order_by(t.statements.c.document)
    for row in reader.connection.execute(asked):
        said = unpack_said(row.said)
        if row.document not in texts:
            texts = {row.document: reader.document(row.document)}
        if texts[row.document].slice(said.spans) != said.text:
            yield f"statement {said.anchor}: got other words at its offsets; expected {said.text[:40]!r}"
        if (said.anchor, said.proposition) != (row.anchor, row.proposition):
            yield f"statement {row.anchor}: got the digest of {said.anchor}; expected its own"
    r = t.readings
    asked = select(r.c.document, r.c.body, t.documents.c.text).join(t.documents, t.documents.c.id == r.c.document)
    for row in reader.connection.execute(asked):
        try:
            unpack_reading(row.body, row.text)
        except ValueError as error:
            yield f"reading of {row.document}: got {error}; expected JSON that can be unpacked"


def _graph(reader: Reader) -> Iterator[str]:
    s, p, e = t.statements.c, t.propositions.c, t.edges.c
    lost = select(s.anchor).where(s.proposition.is_not(None), s.proposition.not_in(select(p.name)))
    for row in reader.connection.execute(lost):
        yield f"statement {row.anchor}: got a proposition that is not kept; expected one that is"
    cluster = {row.name: row.cluster for row in reader.connection.execute(select(p.name, p.cluster))}
    for row in reader.connection.execute(select(t.edges).where(e.kind == EdgeKind.SAME)):
        if cluster.get(row.a) != cluster.get(row.b):
            yield f"edge {row.a} - {row.b}: got clusters {cluster.get(row.a)} and {cluster.get(row.b)}; expected one"
    for row in reader.connection.execute(select(s.anchor, s.cluster, s.proposition).where(s.proposition.is_not(None))):
        if cluster.get(row.proposition) != row.cluster:
            yield f"statement {row.anchor}: got cluster {row.cluster}; expected {cluster.get(row.proposition)}, as what it says"
    found = reader.connection.execute(text("SELECT COUNT(*) FROM search")).scalar()
    held = reader.connection.execute(select(func.count()).select_from(t.statements).where(s.current.is_(True))).scalar()
    if found != held:
        yield f"search: got {found} statements; expected {held}; `onrecord check --rebuild` makes it again"
