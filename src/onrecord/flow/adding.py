"""Articles into the ledger: read outside of any transaction, kept whole in one, compared with what shares an exact key."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.acquiring import Limits, acquire
from onrecord.errors import InputError, LedgerBusyError, NotFoundError, OnrecordError
from onrecord.flow.reading import maker, read_only
from onrecord.flow.texts import check_kept
from onrecord.ledger import Fresh, Ledger, Reader
from onrecord.ledger.coding import maker_key
from onrecord.records import Document, Edge, Reading, Said
from onrecord.settings import settings
from onrecord.weighing import edge_of, keys_of, lookups_of, said_in

__all__ = ["Added", "add", "add_document", "articles_in", "fresh_in", "keep", "keep_said"]

ARTICLES = (".md", ".markdown", ".txt", ".html", ".htm")
"""Endings of the files of a folder that are taken for articles."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source.

    Attributes:
        source: the path or URL.
        document: id of the document; None where it failed.
        statements: statements found in it.
        new: whether it was not kept before, or is read anew.
        succeeds: id of the document of the same address that it is the next state of.
        error: why it was not kept.
    """

    source: str
    document: str | None
    statements: int
    new: bool
    succeeds: str | None
    error: OnrecordError | None


def articles_in(sources: Sequence[str]) -> Iterator[str]:
    """Yield sources in order, each folder as the articles below it, by name; one without articles as it is."""
    for source in sources:
        if _is_folder(source):
            found = [str(p) for p in sorted(Path(source).rglob("*")) if p.suffix.lower() in ARTICLES and p.is_file()]
            yield from found or [source]
        else:
            yield source


def _is_folder(source: str) -> bool:
    try:
        return source != "" and "://" not in source and Path(source).is_dir()
    except OSError:  # a name that no file can have, which reading it will tell
        return False


def add(opened: Callable[[], Ledger], sources: Sequence[str]) -> Iterator[Added]:
    """Acquire, read and keep articles, one after the other; one that fails is reported, and the next is taken.

    Args:
        opened: opens the ledger, once the first article is there to be kept.
        sources: files, folders and URLs.

    Raises:
        LedgerError: the ledger cannot be opened, or not be written; that another process holds it stops only the article.
    """
    chosen = settings()
    limits = Limits(seconds=chosen.fetch_timeout, size=chosen.fetch_bytes)
    ledger: Ledger | None = None
    for source in articles_in(sources):
        try:
            document = _acquired(source, limits)
        except InputError as error:
            yield _failed(source, error)
            continue
        ledger = ledger or opened()
        try:
            done = add_document(ledger, document)
        except InputError as error:
            yield _failed(source, error)
        except LedgerBusyError as error:
            yield _failed(source, LedgerBusyError(source, f"{error.got} ({error.where})", error.expected))
        else:
            yield replace(done, source=source)


def _failed(source: str, error: OnrecordError) -> Added:
    return Added(source, None, 0, new=False, succeeds=None, error=error)


def _acquired(source: str, limits: Limits) -> Document:
    if not source:
        raise NotFoundError("''", "no name", "a file, a folder or an address")
    if _is_folder(source):
        raise NotFoundError(source, "a folder without articles", f"files that end in {', '.join(ARTICLES)}")
    return acquire(source, limits=limits)


def add_document(ledger: Ledger, document: Document) -> Added:
    """Read a document and keep it; one that is kept, read by the same program, model and dictionaries, is left as it is.

    Raises:
        NotTextError: it holds what no database can.
    """
    where = document.url or document.title or document.id
    check_kept(where, document.text, document.url, document.title, document.outlet)
    with ledger.reading() as reader:
        if reader.has(document.id, maker_key(maker())):
            return Added("", document.id, len(reader.of_document(document.id)), new=False, succeeds=None, error=None)
    return keep(ledger, read_only(document))


def keep(ledger: Ledger, reading: Reading) -> Added:
    """Keep a reading with its document, and what its statements are to those kept before."""
    return keep_said(ledger, reading, said_in(reading))


def keep_said(ledger: Ledger, reading: Reading, told: Iterable[Said]) -> Added:
    """Keep a reading whose statements are made ready for weighing already."""
    document = reading.document
    with ledger.writing() as writer:
        if writer.has(document.id, maker_key(reading.made_by)):
            return Added("", document.id, len(writer.of_document(document.id)), new=False, succeeds=None, error=None)
        before = writer.has(document.id)
        writer.add_document(document)
        earlier = None if before else writer.succeeds(document.id)
        seen = None if document.published_on is not None else writer.first_seen(document.id)
        said = _once(replace(s, imprint=replace(s.imprint, first_seen=seen)) for s in told)
        writer.add_reading(reading, said, fresh_in(writer, said))
    return Added("", document.id, len(said), new=True, succeeds=earlier, error=None)


def _once(said: Iterable[Said]) -> tuple[Said, ...]:
    """Return statements without those of the same cue and content as one before: they have one name, and are one."""
    found: dict[str, Said] = {}
    for s in said:
        found.setdefault(s.anchor, s)
    return tuple(found.values())


def fresh_in(reader: Reader, said: Sequence[Said]) -> list[Fresh]:
    """Return the propositions of statements that a ledger does not hold yet, each compared with all that share a key."""
    named = {s.proposition: s for s in reversed(said) if s.proposition is not None}
    known = reader.known(named)
    new = sorted(name for name in named if name not in known)
    stored = defaultdict[str, list[str]](list)
    lookups = {name: lookups_of(named[name]) for name in new}
    kept = reader.candidates_by_key({key for keys in lookups.values() for key in keys})
    found = []
    for name in new:
        others = {other.proposition: other for key in lookups[name] for other in kept.get(key, ())}
        others |= {other: named[other] for key in lookups[name] for other in stored.get(key, ())}
        compared = (edge_of(others[other], named[name]) for other in sorted(o for o in others if o is not None))
        edges = tuple(edge for edge in compared if isinstance(edge, Edge))
        keys = keys_of(named[name])
        found.append(Fresh(named[name], keys, edges))
        for key in keys:
            stored[key].append(name)
    return found
