"""What a ledger can be asked about one document: its text with what was noted of it, its reading, its neighbours."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Date, Row, Select, bindparam, literal, select, tuple_, union_all

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.asking import MOMENT, Asking, any_of, chunks, held_at, held_when, moment
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
        row = self.connection.execute(_kept(), {"document": document}).first()
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
        first, _ = self.neighbours(document)
        return first.id if first is not None else None

    def neighbours(self, document: str, known_by: str | None = None) -> tuple[Neighbour | None, Neighbour | None]:
        """Return the states of a document before and after it: those of the same address, in public order.

        Args:
            document: its id.
            known_by: a moment: among what the ledger held then.
        """
        own = self.connection.execute(_own(), {"document": document}).first()
        if own is None:
            return None, None
        asked = {**own._mapping, **moment(known_by)}  # noqa: SLF001 - SQLAlchemy's public name for it
        then = known_by is not None
        found = {row.later: row for row in self._rows(_states(then=then), asked)}
        first, last = (_neighbour(found.get(later)) for later in (0, 1))
        return first, last

    def read_as(self, document: str, text: str, known_by: str | None = None) -> ReadAs | None:
        """Return the present reading of a document, or the one that the ledger held at a moment; None if there is none.

        Args:
            document: its id.
            text: its text.
            known_by: the moment.
        """
        asked = {"document": document, **moment(known_by)}
        row = self.connection.execute(_reading(then=known_by is not None), asked).first()
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
        length = max(map(len, names), default=0)
        asked = {"document": document, **moment(known_by)}
        ids = [row.id for row in self._rows(_anchors(then=known_by is not None), asked) if row.anchor[:length] in names]
        rows = (row for some in chunks(ids) for row in self._rows(_numbered(), {"ids": some}))
        return [unpack_said(row.said) for row in sorted(rows, key=lambda row: row.id)]


@lru_cache(maxsize=2)
def _unpacked(body: bytes, text: str) -> Mapping[str, Any]:
    return unpack_reading(body, text)


def _neighbour(row: Row[Any] | None) -> Neighbour | None:
    return Neighbour(row.id, row.title, row.public_on, row.published_on) if row is not None else None


@cache
def _kept() -> Select[Any]:
    return select(t.documents).where(t.documents.c.id == bindparam("document"))


@cache
def _own() -> Select[Any]:
    """Ask for what a document goes by among the states of an address. Evidence by hand has none."""
    d = t.documents.c
    asked = select(d.id.label("own"), d.url, d.public_on, d.recorded_at)
    return asked.where(d.id == bindparam("document"), d.kind == ARTICLE, d.url.is_not(None))


@cache
def _states(*, then: bool) -> CompoundSelect[Any]:
    """Ask for the states right before and right after one of an address.

    Of two that became public on one day the one recorded first comes first.
    """
    d = t.documents.c
    order = (d.public_on, d.recorded_at, d.id)
    place = tuple_(bindparam("public_on", type_=Date), bindparam("recorded_at"), bindparam("own"))
    of_it = [d.url == bindparam("url"), d.kind == ARTICLE, *([d.recorded_at <= MOMENT] if then else [])]

    def nearest(later: int, beyond: Any, ordered: Iterable[Any]) -> Any:
        asked = select(d.id, d.title, d.public_on, d.published_on, literal(later).label("later"))
        return select(asked.where(*of_it, beyond).order_by(*ordered).limit(1).subquery())

    before = nearest(0, tuple_(*order) < place, (c.desc() for c in order))
    return union_all(before, nearest(1, tuple_(*order) > place, order))


@cache
def _reading(*, then: bool) -> Select[Any]:
    r = t.readings.c
    held = held_at(r.recorded_at, r.superseded_at, MOMENT) if then else r.superseded_at.is_(None)
    return select(t.readings).where(r.document == bindparam("document"), held)


@cache
def _anchors(*, then: bool) -> Select[Any]:
    s = t.statements.c
    held = held_when(MOMENT if then else None)
    return select(s.anchor, s.id).where(s.document == bindparam("document"), held).order_by(s.id)


@cache
def _numbered() -> Select[Any]:
    s = t.statements.c
    return select(s.id, s.said).where(s.id.in_(any_of("ids")))
