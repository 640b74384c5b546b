"""What a ledger can be asked about somebody or something by name: spellings, documents, statements by them and of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, not_, or_, select, tuple_

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.asking import Asking, chunks, held_at, held_when
from onrecord.ledger.coding import unpack_said
from onrecord.ledger.named import BY, LONGEST, OF, OUT, key_of
from onrecord.records import Said

__all__ = ["Entities", "NameRow", "NamedRow", "Spelling"]

LOOKED_AT = 2000
"""Readings looked at for spellings, the last ones taken in."""
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name under which somebody or something can be looked up.

    Attributes:
        start: what of it begins as asked for.
        name: the name as it is compared.
        shown: as it is written.
        kind: "person", "organisation", "place", "weapon", "outlet"; "" if not known.
    """

    start: str
    name: str
    shown: str
    kind: str

    @property
    def cursor(self) -> str:
        """Its place in the list, from which a page can go on."""
        return f"{self.start}\t{self.name}"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name that documents give somebody or something.

    Attributes:
        text: the name, the fullest in the document.
        known_as: its name in the registers; None if it has none there.
        kind: what documents take it for.
        country: state it is, belongs to or holds an office of; None if not known.
        documents: how many documents give it, of those looked at.
        document: id of the one taken in last.
        title: title of that; None if it has none.
    """

    text: str
    known_as: str | None
    kind: str
    country: str | None
    documents: int
    document: str
    title: str | None


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A statement in which somebody or something is named.

    Attributes:
        number: the statement's number in this ledger.
        how: as what: "source", "spoken for", "link", "named", "party", "outlet".
        said: the statement.
    """

    number: int
    how: str
    said: Said

    @property
    def cursor(self) -> str:
        """Its place in the list, from which a page can go on."""
        return f"{self.said.imprint.public_on.isoformat()}_{self.number}"


class Entities(Asking):
    """Questions by name."""

    def names_like(self, beginning: str, limit: int, after: str | None = None) -> list[NameRow]:
        """Return names of which a word begins as asked for, in the order of the letters; one comes twice if two words do.

        Args:
            beginning: the beginning of a name, or of a word in it.
            limit: names at most.
            after: the ``cursor`` of the name after which the page begins; None: from the first.
        """
        n = t.names.c
        start = key_of(beginning)
        if start is None:
            return []
        begins = n.name.between(start, start + _LAST)
        asked = select(t.names).where(n.start >= start, n.start < start + _LAST, or_(n.start == n.name, not_(begins)))
        asked = asked.order_by(n.start, n.name).limit(limit)
        if after is not None:
            asked = asked.where(tuple_(n.start, n.name) > _pair(after))
        return [NameRow(row.start, row.name, row.shown, row.kind) for row in self._rows(asked)]

    def shown_name(self, key: str) -> NameRow | None:
        """Return how a name is written; None where nothing is looked up under it."""
        n = t.names.c
        row = self.connection.execute(select(t.names).where(n.name == key).order_by(n.start != key).limit(1)).first()
        return NameRow(row.start, row.name, row.shown, row.kind) if row is not None else None

    def name_for(self, spelling: str) -> str | None:
        """Return the name as whom a spelling is known: its own, else the one that it is a spelling of; None for none."""
        n = t.names.c
        key = key_of(spelling)
        if key is None:
            return None
        asked = select(n.name).where(n.start == key).order_by(n.name != key, n.name).limit(1)
        found: str | None = self.connection.execute(asked).scalar()
        return found

    def spellings(self, key: str, on: date | None = None, known_by: str | None = None) -> list[Spelling]:
        """Return the names that documents give somebody, those that most give first, by the last readings taken in.

        Args:
            key: the name as it is compared.
            on: a day: by documents public on it.
            known_by: a moment: by what the ledger held then.
        """
        e, r, d = t.entities.c, t.readings.c, t.documents.c
        held = r.superseded_at.is_(None) if known_by is None else held_at(r.recorded_at, r.superseded_at, known_by)
        asked = (
            select(e.name, e.known_as, e.kind, e.country, r.document, r.id.label("reading"), d.title)
            .join(t.readings, r.id == e.reading)
            .join(t.documents, d.id == r.document)
            .where(e.key == key, held)
            .order_by(e.reading.desc())
            .limit(LOOKED_AT)
        )
        rows = self._rows(asked if on is None else asked.where(d.public_on <= on))
        found: dict[tuple[str, str | None, str, str | None], list[tuple[str, str | None]]] = {}
        for row in rows:
            found.setdefault((row.name, row.known_as, row.kind, row.country), []).append((row.document, row.title))
        told = [Spelling(*names, len({d for d, _ in where}), *where[0]) for names, where in found.items()]
        return sorted(told, key=lambda s: (-s.documents, s.text))

    def naming_count(self, key: str) -> int:
        """Return how many readings name somebody."""
        return int(self.connection.execute(select(func.count()).where(t.entities.c.key == key)).scalar() or 0)

    def naming(
        self,
        key: str,
        lane: str,
        limit: int,
        *,
        before: str | None = None,
        on: date | None = None,
        known_by: str | None = None,
    ) -> list[NamedRow]:
        """Return statements in which somebody is named, the last to become public first.

        Args:
            key: the name as it is compared.
            lane: "by": what they say, for themselves, by a spokesman or passing it on; "of": what is said of them; "out": what
                they publish.
            limit: statements at most.
            before: the ``cursor`` of the statement after which the page begins; None: from the first.
            on: a day: by what was public on it.
            known_by: a moment: what the ledger held then.

        Raises:
            AnchorError: the cursor is none.
        """
        assert lane in {BY, OF, OUT}
        n, s = t.named.c, t.statements.c
        asked = (
            select(n.statement, n.how, s.said)
            .join(t.statements, s.id == n.statement)
            .where(n.name == key, n.lane == lane, held_when(known_by))
            .order_by(n.public_on.desc(), n.statement.desc())
            .limit(limit)
        )
        if on is not None:
            asked = asked.where(n.public_on <= on)
        if before is not None:
            asked = asked.where(tuple_(n.public_on, n.statement) < _place(before))
        return [NamedRow(row.statement, row.how, unpack_said(row.said)) for row in self._rows(asked)]

    def named_beside(self, statements: Iterable[int], key: str, limit: int) -> list[tuple[str, int]]:
        """Return who else is named in some statements, with in how many, those named most first.

        Args:
            statements: their numbers.
            key: whom to leave out.
            limit: names at most.
        """
        n = t.named.c
        found: dict[str, set[int]] = {}
        for numbers in chunks(statements):
            asked = select(n.name, n.statement).where(n.statement.in_(numbers), n.name != key, n.lane != OUT)
            for row in self._rows(asked):
                found.setdefault(row.name, set()).add(row.statement)
        ranked = sorted(found.items(), key=lambda kv: (-len(kv[1]), kv[0]))
        return [(name, len(numbers)) for name, numbers in ranked[:limit]]

    def shown_names(self, keys: Iterable[str]) -> dict[str, NameRow]:
        """Return how names are written; those that nothing is looked up under are left out."""
        n = t.names.c
        found: dict[str, NameRow] = {}
        for some in chunks(keys):
            for row in self._rows(select(t.names).where(n.name.in_(some)).order_by(n.start == n.name)):
                found[row.name] = NameRow(row.start, row.name, row.shown, row.kind)
        return found


def _pair(cursor: str) -> tuple[str, str]:
    start, tab, name = cursor.partition("\t")
    if not tab or len(cursor) > 2 * LONGEST + 1:
        raise AnchorError(repr(cursor[:40]), "a cursor that is none", "one that a page before gave")
    return start, name


def _place(cursor: str) -> tuple[date, int]:
    day, _, number = cursor.partition("_")
    try:
        return date.fromisoformat(day), int(number)
    except ValueError:
        raise AnchorError(repr(cursor[:40]), "a cursor that is none", "one that a page before gave") from None
