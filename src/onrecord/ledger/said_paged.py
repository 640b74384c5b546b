"""Statements page by page, the last to become public first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, exists, select, tuple_

from onrecord.ledger import schema as t
from onrecord.ledger.asking import Asking, held_at, held_when
from onrecord.ledger.coding import unpack_said
from onrecord.ledger.search import matching_statements
from onrecord.records import Said

__all__ = ["SaidPaged", "SaidRow"]


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A statement at its place in a list.

    Attributes:
        public_on: the public day that it goes by.
        number: its number in the ledger, by which those of a day are ordered.
        said: the statement, as the machine read it.
    """

    public_on: date
    number: int
    said: Said


class SaidPaged(Asking):
    """Questions whose answers are lists of statements."""

    def clusters_page(
        self,
        limit: int,
        on: date | None = None,
        known_by: str | None = None,
        before: tuple[date, int] | None = None,
    ) -> list[tuple[int, date, int]]:
        """Return clusters by their last statements, the last to become public first, each with its day and number.

        Args:
            limit: clusters at most.
            on: a day: by what was public on it.
            known_by: a moment: what the ledger held then; None: what it holds.
            before: day and number of the last statement of the cluster after which the page begins; None: from the first.
        """
        s, later = t.statements.c, t.statements.alias("later").c
        after_it = [later.cluster == s.cluster, tuple_(later.public_on, later.id) > tuple_(s.public_on, s.id)]
        held = (
            later.current.is_(True) if known_by is None else held_at(later.recorded_at, later.superseded_at, known_by)
        )
        after_it += [held, *([later.public_on <= on] if on is not None else [])]
        asked = select(s.cluster, s.public_on, s.id).where(held_when(known_by), ~exists().where(and_(*after_it)))
        asked = asked.where(s.public_on <= on) if on is not None else asked
        asked = asked.where(tuple_(s.public_on, s.id) < before) if before is not None else asked
        rows = self._rows(asked.order_by(s.public_on.desc(), s.id.desc()).limit(limit))
        return [(row.cluster, row.public_on, row.id) for row in rows]

    def statements_page(
        self,
        query: str | None,
        limit: int,
        on: date | None = None,
        known_by: str | None = None,
        before: tuple[date, int] | None = None,
    ) -> list[SaidRow]:
        """Return statements, the last to become public first.

        Args:
            query: words that they hold, the last of which may be cut short; None: any.
            limit: statements at most.
            on: a day: only what was public on it.
            known_by: a moment: what the ledger held then; None: what it holds.
            before: public day and number of the statement after which the page begins; None: from the first.
        """
        if query is not None:
            rows = matching_statements(self.connection, query, limit, on, known_by, before)
            return [SaidRow(row.public_on, row.id, unpack_said(row.said)) for row in rows]
        s = t.statements.c
        asked = select(s.public_on, s.id, s.said).where(held_when(known_by))
        asked = asked.where(s.public_on <= on) if on is not None else asked
        asked = asked.where(tuple_(s.public_on, s.id) < before) if before is not None else asked
        rows = list(self._rows(asked.order_by(s.public_on.desc(), s.id.desc()).limit(limit)))
        return [SaidRow(row.public_on, row.id, unpack_said(row.said)) for row in rows]
