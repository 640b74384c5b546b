"""Keeping what claims amount to: which have to be summed up, how they stand, and the log of that."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update

from onrecord.ledger import schema as t
from onrecord.ledger.asking import chunks
from onrecord.ledger.coding import now
from onrecord.ledger.reader import Reader
from onrecord.ledger.rows import ClaimRow
from onrecord.records import Noted

__all__ = ["Summing"]


class Summing(Reader):
    """The summing up of claims, and what all writing shares."""

    def _next(self, column: Any) -> int:
        return int(self.connection.execute(select(func.max(column))).scalar() or 0) + 1

    def _insert(self, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self.connection.execute(insert(table), list(rows))

    def _merge(self, others: set[int], target: int) -> None:
        """Make clusters part of another."""
        if not others:
            return
        run = self.connection.execute
        for some in chunks(others):
            for table in (t.statements, t.propositions):
                run(update(table).where(table.c.cluster.in_(some)).values(cluster=target))
            for table in (t.claims, t.stale):
                run(delete(table).where(table.c.cluster.in_(some)))
        self.mark({target})

    def mark(self, clusters: Iterable[int], since: date = date.min) -> None:
        """Mark clusters whose claims have to be summed up again.

        Args:
            clusters: their numbers.
            since: the first day on which they can stand otherwise than last summed up.
        """
        c = t.stale.c
        for some in chunks(clusters):
            held = {row.cluster: row.since for row in self._rows(select(t.stale).where(c.cluster.in_(some)))}
            self._insert(t.stale, [{"cluster": n, "since": since} for n in some if n not in held])
            later = [n for n in some if held.get(n, date.min) > since]
            if later:
                self.connection.execute(update(t.stale).where(c.cluster.in_(later)).values(since=since))

    def keep_claims(self, cluster: int, rows: Sequence[ClaimRow]) -> None:
        """Keep how the claims of a cluster stand by all that is known, in place of what was kept of them before."""
        run = self.connection.execute
        run(delete(t.claims).where(t.claims.c.cluster == cluster))
        for anchors in chunks(r.anchor for r in rows):
            run(delete(t.claims).where(t.claims.c.anchor.in_(anchors)))
        fields = ClaimRow.__slots__
        self._insert(t.claims, [{"cluster": cluster, **{name: getattr(r, name) for name in fields}} for r in rows])
        run(delete(t.stale).where(t.stale.c.cluster == cluster))

    def keep_near(self, ties: Mapping[str, str]) -> None:
        """Keep for propositions another that is the same."""
        p = t.propositions
        if ties:
            changed = update(p).where(p.c.name == bindparam("of")).values(near=bindparam("other"))
            self.connection.execute(changed, [{"of": name, "other": near} for name, near in ties.items()])

    def last_changes(self, cluster: int) -> dict[str, date]:
        """Return for the claims of a cluster the day on which each changed last, as it was summed up."""
        c = t.claims.c
        rows = self._rows(select(c.anchor, c.last_change).where(c.cluster == cluster))
        return {row.anchor: row.last_change for row in rows}

    def log(self, anchor: str, changes: Sequence[Noted]) -> None:
        """Add to the log of a claim the changes of its standing that it does not hold yet.

        Args:
            anchor: the claim's first statement.
            changes: the changes from some day on.
        """
        if not changes:
            return
        s = t.standings.c
        asked = select(s.public_on, s.causes, s.support, s.outcome).where(
            s.anchor == anchor, s.public_on >= changes[0].on
        )
        held = {tuple(row) for row in self._rows(asked)}
        told = [(c, (c.on, json.dumps(c.causes), c.support, c.outcome)) for c in changes]
        new = [(c, causes) for c, (on, causes, *rest) in told if (on, causes, *rest) not in held]
        first, moment = (self._next(s.id), now()) if new else (0, "")
        self._insert(
            t.standings,
            [
                {
                    "id": first + n,
                    "anchor": anchor,
                    "public_on": c.on,
                    "recorded_at": moment,
                    "causes": causes,
                    "origins": c.origins,
                    "support": c.support,
                    "outcome": c.outcome,
                }
                for n, (c, causes) in enumerate(new)
            ],
        )
