"""What a ledger can be asked about claims: which answer some words, which changed last, which have to be summed up again."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, func, select

from onrecord.ledger import schema as t
from onrecord.ledger.asking import Asking, held_when
from onrecord.ledger.coding import unpack_gists
from onrecord.ledger.rows import ClaimRow
from onrecord.ledger.search import matching
from onrecord.records import Gist

__all__ = ["Listed"]

_ORDER = attrgetter("public_on", "document", "place")
FIRST = 1000
"""Statements looked at first for the claims told last."""


class Listed(Asking):
    """Questions about claims and the clusters they are found in."""

    def find(
        self, query: str, limit: int, on: date | None = None, known_by: str | None = None
    ) -> tuple[list[int], int]:
        """Return the clusters of which most statements answer a query, at most so many, and how many there are in all.

        Args:
            query: words, the last of which may be cut short.
            limit: clusters at most.
            on: a day: by what was public on it.
            known_by: a moment: by what the ledger held then.
        """
        return matching(self.connection, query, limit, on, known_by)

    def latest(self, limit: int) -> list[ClaimRow]:
        """Return the claims that changed last, as last summed up."""
        c = t.claims.c
        rows = self._rows(
            select(t.claims).order_by(c.last_change.desc(), c.statements.desc(), c.anchor.desc()).limit(limit)
        )
        return [ClaimRow(**{k: v for k, v in row._mapping.items() if k != "cluster"}) for row in rows]  # noqa: SLF001

    def listed(self, on: date | None = None) -> int:
        """Return how many claims there are by all that is known, as last summed up, of which something was public on a day."""
        asked = select(func.count()).select_from(t.claims)
        asked = asked.where(t.claims.c.first_public <= on) if on is not None else asked
        return int(self.connection.execute(asked).scalar() or 0)

    def clusters(self) -> list[int]:
        """Return every cluster that holds a present statement."""
        s = t.statements.c
        asked = select(s.cluster).where(s.current.is_(True)).distinct().order_by(s.cluster)
        return list(self.connection.execute(asked).scalars())

    def last_told(self, limit: int, on: date | None, known_by: str | None) -> list[int]:
        """Return the clusters in which something was said last, by a day and as the ledger held it at a moment.

        Of those of the last day that is looked at, the ones in which most was said on it come first.
        """
        s = t.statements.c
        asked = select(s.cluster, s.public_on, s.anchor).where(held_when(known_by)).order_by(s.public_on.desc())
        asked = asked.where(s.public_on <= on) if on is not None else asked
        size = FIRST
        while True:  # the index is read from its end, as far as needed
            rows = self._rows(asked.limit(size))
            found = _last(rows, limit)
            if found is not None or len(rows) < size:
                return found if found is not None else _last([*rows, None], limit) or []
            size *= 4

    def due(self, today: date) -> dict[int, date]:
        """Return the clusters of claims whose standing changes by a day, since a deadline in them has passed, and from when."""
        c = t.claims.c
        # Grouped here: asked to group, SQLite reads the whole table by cluster.
        rows = self._rows(select(c.cluster, c.due).where(c.due <= today).order_by(c.due.desc()))
        return {row.cluster: row.due for row in rows}

    def stale(self, limit: int | None = None, after: int = 0) -> dict[int, date]:
        """Return clusters whose claims have not been summed up since they changed, each with the first day that can differ.

        Args:
            limit: clusters at most.
            after: only clusters of higher numbers.
        """
        c = t.stale.c
        rows = self._rows(select(t.stale).where(c.cluster > after).order_by(c.cluster).limit(limit))
        return {row.cluster: row.since for row in rows}

    def gists(self, cluster: int) -> list[Gist]:
        """Return the gists of the present statements of a cluster, in public order."""
        s = t.statements.c
        asked = select(func.aggregate_strings(s.gist, ",")).where(s.cluster == cluster, s.current.is_(True))
        packed: str | None = self.connection.execute(asked).scalar()
        return sorted(unpack_gists(packed or ""), key=_ORDER)

    def near(self, cluster: int) -> list[tuple[str, str]]:
        """Return propositions of a cluster, each with another that is the same."""
        p = t.propositions.c
        asked = select(p.name, p.near).where(p.cluster == cluster, p.near.is_not(None))
        return [(row.name, row.near) for row in self.connection.execute(asked)]

    def count(self) -> dict[str, int]:
        """Return how many documents, present statements and decisions there are."""
        s, j = t.statements, t.judgements
        asked = {
            "documents": select(func.count()).select_from(t.documents),
            "statements": select(func.count()).select_from(s).where(s.c.current.is_(True)),
            "judgements": select(func.count()).select_from(j).where(j.c.undoes.is_(None)),
        }
        return {name: int(self.connection.execute(question).scalar() or 0) for name, question in asked.items()}


def _last(rows: Iterable[Row[Any] | None], limit: int) -> list[int] | None:
    """Return the clusters named last among rows, the latest of which come first; None if more rows have to be seen."""
    day: dict[int, date] = {}
    names = defaultdict[int, list[str]](list)
    last = date.max
    for row in rows:
        if row is None or (len(day) >= limit and row.public_on < last):
            return sorted(day, key=lambda c: (-day[c].toordinal(), -len(names[c]), min(names[c])))[:limit]
        if row.cluster not in day:
            day[row.cluster] = last = row.public_on
        if day[row.cluster] == row.public_on:
            names[row.cluster].append(row.anchor)
    return None
