"""What a ledger can be asked page by page: a page begins where the one before ended, so that each costs the same."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, Integer, Select, and_, bindparam, exists, func, select, tuple_

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.asking import Asking, any_of, chunks
from onrecord.ledger.rows import ClaimRow, DocumentRow, Order, Reviewed, Wanted

__all__ = ["Paged"]


class Paged(Asking):
    """Questions whose answers are long lists."""

    def documents_page(self, limit: int, before: str | None = None) -> list[DocumentRow]:
        """Return documents, the last to become public first.

        Args:
            limit: documents at most.
            before: the ``cursor`` of the document after which the page begins; None: from the first.

        Raises:
            AnchorError: the cursor is none.
        """
        d, s = t.documents.c, t.statements.c
        columns: tuple[Any, ...] = (d.id, d.url, d.title, d.outlet, d.published_on, d.public_on, d.kind, d.recorded_at)
        told = select(func.count()).where(s.document == d.id, s.current.is_(True)).scalar_subquery()
        asked = select(*columns, told.label("statements")).order_by(d.public_on.desc(), d.id.desc()).limit(limit)
        if before is not None:
            asked = asked.where(tuple_(d.public_on, d.id) < _place(before))
        return [DocumentRow(**row._mapping) for row in self._rows(asked)]  # noqa: SLF001

    def claims_page(
        self, limit: int, wanted: Wanted, order: Order = Order.CHANGE, after: str | None = None
    ) -> list[ClaimRow]:
        """Return claims as last summed up, by all that is known, the highest in an order first.

        Args:
            limit: claims at most.
            wanted: which of them.
            order: by what they are ordered.
            after: the ``cursor`` of the claim after which the page begins; None: from the first.

        Raises:
            AnchorError: the cursor is none of this order.
        """
        columns = _ORDERS[order]
        asked = select(t.claims).where(*_conditions(wanted)).order_by(*(c.desc() for c in columns)).limit(limit)
        if after is not None:
            asked = asked.where(tuple_(*columns) < tuple_(*_claim_place(after, order)))
        return [ClaimRow(**{k: v for k, v in row._mapping.items() if k != "cluster"}) for row in self._rows(asked)]  # noqa: SLF001

    def claims_count(self, wanted: Wanted) -> int:
        """Return how many claims are wanted, as last summed up."""
        asked = select(func.count()).select_from(t.claims).where(*_conditions(wanted))
        return int(self.connection.execute(asked).scalar() or 0)

    def passages(self, places: Iterable[tuple[str, int, int]]) -> list[str]:
        """Return parts of the texts of documents: of each the document's id, the first character, and the one after the last."""
        found = []
        for document, start, end in places:  # by the key of the table, each in well under a millisecond
            asked = {"document": document, "start": start + 1, "length": end - start}
            found.append(str(self.connection.execute(_passage(), asked).scalar() or ""))
        return found

    def claims_in(self, clusters: Iterable[int], today: date) -> dict[int, list[ClaimRow]]:
        """Return by cluster the claims of some clusters as last summed up; none of one that changed since, or by a deadline."""
        found = defaultdict[int, list[ClaimRow]](list)
        for numbers in chunks(clusters):
            for row in self._rows(_claims_in(), {"clusters": numbers, "today": today}):
                told = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
                found[told.pop("cluster")].append(ClaimRow(**told))
        return found

    def clusters_of(self, anchors: Iterable[str]) -> dict[str, int]:
        """Return the clusters of the claims of some names, as last summed up."""
        return {
            row.anchor: row.cluster
            for names in chunks(anchors)
            for row in self._rows(select(_C.anchor, _C.cluster).where(_C.anchor.in_(names)))
        }

    def met(self, anchor: str) -> tuple[date, str]:
        """Return the day on which a statement of a full name became public, and the moment from which the ledger held it.

        Raises:
            AnchorError: no statement is so called.
        """
        s = t.statements.c
        asked = select(func.min(s.public_on), func.min(s.recorded_at)).where(s.anchor == anchor)
        day, moment = self.connection.execute(asked).one()
        if not isinstance(day, date):
            raise AnchorError(anchor, "the name of no statement", "one that the ledger holds")
        return day, str(moment)

    def document_count(self) -> int:
        """Return how many documents there are."""
        return int(self.connection.execute(select(func.count()).select_from(t.documents)).scalar() or 0)


_C = t.claims.c
_ORDERS: dict[Order, tuple[Any, ...]] = {
    Order.CHANGE: (_C.last_change, _C.statements, _C.anchor),
    Order.STATEMENTS: (_C.statements, _C.last_change, _C.anchor),
    Order.ORIGINS: (_C.origins, _C.statements, _C.anchor),
}
"""What each order goes by; an index begins with the same."""
_REVIEWED = {
    Reviewed.NONE: _C.reviewed == 0,
    Reviewed.SOME: and_(_C.reviewed > 0, _C.reviewed < _C.statements),
    Reviewed.ALL: _C.reviewed == _C.statements,
}


@cache
def _claims_in() -> Select[Any]:
    changed = exists().where(t.stale.c.cluster == _C.cluster)
    other = t.claims.alias("other").c
    passed = exists().where(other.cluster == _C.cluster, other.due <= bindparam("today", type_=Date))
    asked = select(t.claims).where(_C.cluster.in_(any_of("clusters")), ~changed, ~passed)
    return asked.order_by(_C.cluster, _C.anchor)


@cache
def _passage() -> Select[Any]:
    d = t.documents.c
    words = func.substr(d.text, bindparam("start", type_=Integer), bindparam("length", type_=Integer))
    return select(words).where(d.id == bindparam("document"))


def _conditions(wanted: Wanted) -> list[Any]:
    """Return what ``Wanted.admits`` asks of a claim, as a database is asked."""
    found: list[Any] = []
    if wanted.support:
        found.append(_C.support.in_([s.value for s in wanted.support]))
    if wanted.challenged is not None:
        found.append(_C.challenges > 0 if wanted.challenged else _C.challenges == 0)
    if wanted.kind is not None:
        found.append(_C.kinds.contains(f"{wanted.kind.value} "))
    if wanted.origins > 0:
        found.append(_C.origins >= wanted.origins)
    if wanted.reviewed is not None:
        found.append(_REVIEWED[wanted.reviewed])
    if wanted.since is not None:
        found.append(_C.last_change >= wanted.since)
    return found


def _claim_place(cursor: str, order: Order) -> tuple[date | int, date | int, str]:
    """Return the place in an order that a cursor holds."""
    try:
        first, second, name = cursor.split("_")
        if order is Order.CHANGE:
            return date.fromisoformat(first), _whole(second), name
        if order is Order.STATEMENTS:
            return _whole(first), date.fromisoformat(second), name
        return _whole(first), _whole(second), name
    except ValueError:
        raise AnchorError(repr(cursor), "a cursor that is none", "one that a page before gave") from None


def _whole(told: str) -> int:
    """Return a number that a column can hold."""
    if not told.isascii() or not told.isdigit() or len(told) > 9:
        raise ValueError(told)
    return int(told)


def _place(cursor: str) -> tuple[date, str]:
    """Return the day and the id that a cursor holds."""
    day, _, name = cursor.partition("_")
    try:
        return date.fromisoformat(day), name
    except ValueError:
        raise AnchorError(repr(cursor), "a cursor that is none", "one that a page before gave") from None
