"""Who is named in what: by which statements somebody says something, passes it on or publishes it, and which are about them.

Derived from readings and what they say, and made again from these. Names are compared as words without case, accents and
articles; somebody whom the registers know goes by the name they have there, whatever a document calls them.
"""

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from onrecord.ledger import schema as t
from onrecord.ledger.asking import chunks
from onrecord.ledger.coding import unpack_said
from onrecord.ledger.search import words_of
from onrecord.records import Said

__all__ = ["BY", "LONGEST", "OF", "OUT", "fill", "forget_names", "keep_names", "key_of", "named_in"]

LONGEST = 120
"""Characters of a name that count."""
STARTS = 6
"""Words of a name by which it can be looked up, from the first on."""
BY, OF, OUT = "by", "of", "out"
"""What somebody says, what is said of them, what they publish."""
_LITTLE = frozenset(("the", "a", "an", "of", "group", "forces", "government"))
"""Words that parties of a deed are told without."""
_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = re.compile(r"['’]s\b")


class Named(NamedTuple):
    """Somebody in a statement.

    Attributes:
        name: the name as it is compared.
        lane: "by", "of" or "out".
        how: "source", "spoken for", "link"; "named", "party"; "outlet".
    """

    name: str
    lane: str
    how: str


class Called(NamedTuple):
    """A name under which somebody can be looked up: how it is compared, as whom, how it is written, what it is."""

    spelling: str
    name: str
    shown: str
    kind: str


def key_of(name: str | None) -> str | None:
    """Return a name as it is compared: its words without case, accents and articles before it; None where it has none."""
    words = words_of(_POSSESSIVE.sub("s", name or ""))
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return " ".join(words)[:LONGEST].rstrip() or None


def named_in(told: Mapping[str, Any], said: Said) -> tuple[Named, ...]:
    """Return who is named in a statement, each once in a lane.

    Args:
        told: the reading, as schema ``onrecord.reading/1``.
        said: one of its statements.
    """
    entities = {e["id"]: e for e in told["entities"] or ()}
    statement = next((s for s in told["statements"] if s["id"] == said.id), None)
    found: dict[tuple[str, str], Named] = {}
    for name, lane, how in _named(entities, statement, said):
        if name is not None:
            found.setdefault((name, lane), Named(name, lane, how))
    return tuple(found.values())


def _named(
    entities: Mapping[str, Any], statement: Mapping[str, Any] | None, said: Said
) -> Iterator[tuple[str | None, str, str]]:
    if statement is not None:
        source = statement["source"]
        if source is not None and source["kind"] != "author":
            yield _key(entities.get(source["entity"]), source["speaker"]), BY, "source"
        yield key_of(said.speaks_for), BY, "spoken for"
        for link in statement["via"] or ():
            yield _key(entities.get(link["entity"]), link["name"]), BY, "link"
        inside = [e for e in entities.values() if _inside(e, statement["content"]["spans"])]
        for entity in inside:
            yield _key(entity, None), OF, "named"
    if said.imprint.entered_by is None:
        yield key_of(said.imprint.outlet), OUT, "outlet"
    if said.fact is not None:
        plain = {_plain(key): key for e in entities.values() if (key := _key(e, None)) is not None}
        for party in said.fact.parties:
            if party.known:
                yield plain.get(party.name) or key_of(party.name), OF, "party"


def _key(entity: Mapping[str, Any] | None, name: str | None) -> str | None:
    return key_of(entity["known_as"] or entity["name"]) if entity is not None else key_of(name)


def _plain(key: str) -> str:
    return " ".join(w for w in key.split() if w not in _LITTLE)


def _inside(entity: Mapping[str, Any], spans: Sequence[Sequence[int]]) -> bool:
    """Whether a mention of somebody stands in what is said."""
    return any(
        a <= start and end <= b for mention in entity["mentions"] for start, end in mention["spans"] for a, b in spans
    )


def called_in(told: Mapping[str, Any], outlet: str | None) -> tuple[Called, ...]:
    """Return the names of a document under which somebody can be looked up."""
    found: dict[tuple[str, str], Called] = {}
    for e in told["entities"] or ():
        name = _key(e, None)
        for text in (e["known_as"], e["name"]):
            spelling = key_of(text)
            if name is not None and spelling is not None:
                found.setdefault((spelling, name), Called(spelling, name, e["known_as"] or e["name"], e["kind"]))
    for s in told["statements"]:
        speaker = s["source"]["speaker"] if s["source"] is not None and s["source"]["entity"] is None else None
        if speaker is not None and (key := key_of(speaker)) is not None:
            found.setdefault((key, key), Called(key, key, speaker, s["source"]["kind"] or ""))
    if (key := key_of(outlet)) is not None and outlet is not None:
        found.setdefault((key, key), Called(key, key, outlet, "outlet"))
    return tuple(found.values())


def keep_names(
    connection: Connection, told: Mapping[str, Any], outlet: str | None, said: Iterable[tuple[int, Said]]
) -> None:
    """Keep who is named in the statements of one reading.

    Args:
        connection: the ledger's.
        told: the reading, as schema ``onrecord.reading/1``.
        outlet: who published the document.
        said: its statements with their numbers.
    """
    rows = [
        {"name": n.name, "lane": n.lane, "public_on": s.imprint.public_on, "statement": number, "how": n.how}
        for number, s in said
        for n in named_in(told, s)
    ]
    if rows:
        connection.execute(insert(t.named), rows)
    _keep_called(connection, called_in(told, outlet))


def _keep_called(connection: Connection, called: Sequence[Called]) -> None:
    wanted = {(start, c.name): c for c in called for start in _starts(c.spelling)}
    n = t.names.c
    held: set[tuple[str, str]] = set()
    for names in chunks(c.name for c in called):
        held |= {(row.start, row.name) for row in connection.execute(select(n.start, n.name).where(n.name.in_(names)))}
    fresh = [
        {"start": start, "name": name, "shown": c.shown, "kind": c.kind}
        for (start, name), c in wanted.items()
        if (start, name) not in held
    ]
    if fresh:
        connection.execute(insert(t.names), fresh)


def _starts(spelling: str) -> list[str]:
    """Return a name from each of its words on, so that a surname finds it too."""
    words = spelling.split(" ")
    return [" ".join(words[k:]) for k in range(min(len(words), STARTS))]


def forget_names(connection: Connection, statements: Iterable[int]) -> None:
    """Forget who is named in some statements; under which names somebody can be looked up stays until it is made again."""
    for numbers in chunks(statements):
        connection.execute(delete(t.named).where(t.named.c.statement.in_(numbers)))


def fill(connection: Connection) -> None:
    """Make all of it again, from the readings that are kept, superseded ones too."""
    r, s, d, e = t.readings.c, t.statements.c, t.documents.c, t.entities.c
    for table in (t.named, t.names):
        connection.execute(delete(table))
    readings: list[int] = list(connection.execute(select(r.id).order_by(r.id)).scalars())
    for number in readings:
        asked = select(r.body, d.outlet, d.kind).join(t.documents, d.id == r.document).where(r.id == number)
        row = connection.execute(asked).one()
        told = json.loads(zlib.decompress(row.body).decode("utf-8", "surrogatepass"))
        rows = connection.execute(select(s.id, s.said).where(s.reading == number).order_by(s.id)).all()
        outlet = row.outlet if row.kind == "article" else None
        keep_names(connection, told, outlet, [(x.id, unpack_said(x.said)) for x in rows])
        for entity in told["entities"] or ():
            key = key_of(entity["known_as"] or entity["name"])
            connection.execute(update(t.entities).where(e.reading == number, e.id == entity["id"]).values(key=key))
