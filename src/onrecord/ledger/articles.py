"""What a ledger can be asked about one document: its text with what was noted of it, its reading, its neighbours."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, select, tuple_

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.asking import Asking, chunks, held_at, held_when
from onrecord.ledger.coding import unpack_reading, unpack_said
from onrecord.records import Document, MadeBy, Said

__all__ = ["ARTICLE", "Articles", "Kept", "Neighbour", "ReadAs"]

ARTICLE = "article"
"""Kind of a document that was published; evidence by hand is "entered"."""
LARGE = 1_000_000
"""Bytes of a packed reading from which on it is kept at hand when it was unpacked: that of a long text takes a second."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with what the ledger noted of it.

    Attributes:
        document: the document.
        public_on: the day it goes by: publication day, else the first day seen.
        kind: "article", or "entered" for evidence by hand.
        entered: of evidence by hand ``source``, ``by``, ``translator`` and ``link``; None for articles.
        recorded_at: when the ledger took it in.
    """

    document: Document
    public_on: date
    kind: str
    entered: Mapping[str, str | None] | None
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An earlier or later state of a document.

    Attributes:
        id: its id.
        title: its title, if known.
        public_on: the day it goes by.
        published_on: publication day, if known.
    """

    id: str
    title: str | None
    public_on: date
    published_on: date | None


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A reading as it is kept.

    Attributes:
        told: the reading as schema ``onrecord.reading/1``; shared by all who ask, so nobody changes it.
        made_by: what made it.
        recorded_at: when it was kept.
        superseded_at: when another took its place; None where it is the present one.
    """

    told: Mapping[str, Any]
    made_by: MadeBy
    recorded_at: str
    superseded_at: str | None


class Articles(Asking):
    """Questions about one document."""

    def kept(self, document: str) -> Kept:
        """Return a document with what was noted of it.

        Raises:
            AnchorError: there is none of this id.
        """
        row = self.connection.execute(select(t.documents).where(t.documents.c.id == document)).first()
        if row is None:
            raise AnchorError(document, "the id of no document", "one that the ledger holds")
        text = Document(row.text, row.url, row.title, row.outlet, row.published_on, row.language)
        entered = json.loads(row.entered) if row.entered is not None else None
        return Kept(text, row.public_on, row.kind, entered, row.recorded_at)

    def document(self, id_: str) -> Document:
        """Return a document.

        Raises:
            AnchorError: there is none of this id.
        """
        return self.kept(id_).document

    def first_seen(self, document: str) -> date:
        """Return the public day that a kept document goes by."""
        d = t.documents.c
        found: date = self.connection.execute(select(d.public_on).where(d.id == document)).scalar_one()
        return found

    def succeeds(self, document: str) -> str | None:
        """Return the document of which one is the next state: of the same address, the last one public before it."""
        before, _ = self._states(document)
        row = self.connection.execute(before.limit(1)).first() if before is not None else None
        return str(row.id) if row is not None else None

    def neighbours(self, document: str, known_by: str | None = None) -> tuple[Neighbour | None, Neighbour | None]:
        """Return the states of a document before and after it: those of the same address, in public order.

        Args:
            document: its id.
            known_by: a moment: among what the ledger held then.
        """
        asked = (s.limit(1) if s is not None else None for s in self._states(document, known_by))
        found = [self.connection.execute(s).first() if s is not None else None for s in asked]
        first, last = (Neighbour(**told._mapping) if told is not None else None for told in found)  # noqa: SLF001 - SQLAlchemy's public name for it
        return first, last

    def _states(self, document: str, known_by: str | None = None) -> tuple[Select[Any] | None, Select[Any] | None]:
        """Return questions for the states of a document before it and after it, the nearest first.

        Of two that became public on one day the one recorded first comes first. Evidence by hand has none.
        """
        d = t.documents.c
        columns: tuple[Any, ...] = (d.id, d.title, d.public_on, d.published_on)
        own = select(*columns, d.url, d.recorded_at).where(d.id == document, d.kind == ARTICLE, d.url.is_not(None))
        row = self.connection.execute(own).first()
        if row is None:
            return None, None
        order, place = (d.public_on, d.recorded_at, d.id), tuple_(row.public_on, row.recorded_at, row.id)
        asked = select(*columns).where(d.url == row.url, d.kind == ARTICLE)
        asked = asked.where(d.recorded_at <= known_by) if known_by is not None else asked
        before = asked.where(tuple_(*order) < place).order_by(*(c.desc() for c in order))
        return before, asked.where(tuple_(*order) > place).order_by(*order)

    def read_as(self, document: str, text: str, known_by: str | None = None) -> ReadAs | None:
        """Return the present reading of a document, or the one that the ledger held at a moment; None if there is none.

        Args:
            document: its id.
            text: its text.
            known_by: the moment.
        """
        r = t.readings.c
        held = r.superseded_at.is_(None) if known_by is None else held_at(r.recorded_at, r.superseded_at, known_by)
        row = self.connection.execute(select(t.readings).where(r.document == document, held)).first()
        if row is None:
            return None
        unpack = _unpacked if len(row.body) >= LARGE else unpack_reading
        return ReadAs(unpack(row.body, text), MadeBy(*json.loads(row.maker)), row.recorded_at, row.superseded_at)

    def told_in(self, document: str, names: Collection[str], known_by: str | None = None) -> list[Said]:
        """Return those statements of a document that have one of some names, or one of these with the number of a deed.

        Args:
            document: its id.
            names: names of statements as their spans give them.
            known_by: a moment: of the reading that the ledger held then.
        """
        s = t.statements.c
        length = max(map(len, names), default=0)
        asked = select(s.anchor, s.id).where(s.document == document, held_when(known_by)).order_by(s.id)
        ids = [row.id for row in self._rows(asked) if row.anchor[:length] in names]
        rows = (row for some in chunks(ids) for row in self._rows(select(s.id, s.said).where(s.id.in_(some))))
        return [unpack_said(row.said) for row in sorted(rows, key=lambda row: row.id)]


@lru_cache(maxsize=2)
def _unpacked(body: bytes, text: str) -> Mapping[str, Any]:
    return unpack_reading(body, text)
