"""Is a ledger in order, and does it say what another says? Faults found, and a digest that no order of adding changes."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, replace

from onrecord.flow.adding import fresh_in
from onrecord.flow.components import components
from onrecord.flow.summing import CLUSTERS, sum_up
from onrecord.ledger import Ledger, Reader, clear, derive, faults_in, remove, versions
from onrecord.records import Said
from onrecord.weighing import weigh

__all__ = ["check", "digest", "rebuild_ledger", "take_out"]


def check(ledger: Ledger) -> list[str]:
    """Return what is wrong in a ledger, a line each: hashes, offsets, references, search, clusters."""
    with ledger.reading() as reader:
        return list(faults_in(reader))


def digest(ledger: Ledger) -> str:
    """Return a hash of all that a ledger tells: documents, readings, statements, edges, decisions, claims.

    It leaves out the time of recording, the days on which documents without a day were first seen with all that follows from
    them, and every number that only the ledger gives, so that the same articles have the same, added in any order, on any day,
    taken out and put in again. Every cluster is weighed alone, so that one that is not as it should be shows.
    """
    whole = hashlib.sha256()
    with ledger.reading() as reader:
        for part in (_documents, _statements, _edges, _judgements, _claims):
            for line in sorted(hashlib.sha256(line.encode("utf-8", "surrogatepass")).digest() for line in part(reader)):
                whole.update(line)
            whole.update(b"\x1e")
    return whole.hexdigest()


def _line(*values: object) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)


def _documents(reader: Reader) -> Iterator[str]:
    for document, told in reader.documents():
        yield _line(document.id, document.sha256, document.title, document.language, told["kind"], told["entered"])


def _statements(reader: Reader) -> Iterator[str]:
    for s in reader.everything():
        yield _line(asdict(_unseen(s)))


def _unseen(said: Said) -> Said:
    """Return a statement as if its document had not been seen on any day."""
    return replace(said, imprint=replace(said.imprint, first_seen=None))


def _edges(reader: Reader) -> Iterator[str]:
    told = {s.proposition for s in reader.everything()}
    for e in reader.every_edge():
        if e.a in told and e.b in told:
            yield _line(e.a, e.b, e.kind, e.reasons)


def _judgements(reader: Reader) -> Iterator[str]:
    for j in reader.judgements():
        yield _line(j.kind, j.anchor, j.other, j.value, j.by, j.undone, j.placed, j.other_placed)


def _claims(reader: Reader) -> Iterator[str]:
    for clusters in batched(reader.clusters()):
        for held in components(reader, clusters):
            for c in weigh(map(_unseen, held.said), held.edges, apart=held.apart):
                standing = {
                    name: sorted(map(_line, v)) if isinstance(v, tuple) else v for name, v in asdict(c.standing).items()
                }
                yield _line(sorted(s.anchor for s in c.statements), c.independent_origins, standing)


def batched(clusters: list[int]) -> Iterator[list[int]]:
    """Yield clusters some at a time."""
    for n in range(0, len(clusters), CLUSTERS):
        yield clusters[n : n + CLUSTERS]


def take_out(ledger: Ledger, document: str) -> None:
    """Take a document out of a ledger.

    Raises:
        AnchorError: there is none of this id.
    """
    with ledger.writing() as writer:
        remove(writer, document)


def rebuild_ledger(ledger: Ledger) -> int:
    """Make again everything that is derived from the statements kept; the number of documents."""
    with ledger.writing() as writer:
        clear(writer)
        documents = writer.count()["documents"]
        for numbers, said in versions(writer):
            derive(writer, numbers, said, fresh_in(writer, said))
        # Also what was taken back since: whoever asks what was held before that finds it in one cluster.
        for names in writer.joined_ever():
            writer.tie(names)
    sum_up(ledger)
    return documents
