"""What a ledger can be asked page by page: a page begins where the one before ended, so that each costs the same."""

from datetime import date
from typing import Any

from sqlalchemy import func, select, tuple_

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.asking import Asking
from onrecord.ledger.rows import DocumentRow

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

    def document_count(self) -> int:
        """Return how many documents there are."""
        return int(self.connection.execute(select(func.count()).select_from(t.documents)).scalar() or 0)


def _place(cursor: str) -> tuple[date, str]:
    """Return the day and the id that a cursor holds."""
    day, _, name = cursor.partition("_")
    try:
        return date.fromisoformat(day), name
    except ValueError:
        raise AnchorError(repr(cursor), "a cursor that is none", "one that a page before gave") from None
