"""Keeping what people decide, and what the claims they touch amount to, within one transaction."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.coding import now, pack_standing
from onrecord.ledger.placing import placed_on
from onrecord.ledger.reader import ClaimRow, Reader, chunks
from onrecord.records import Change, Claim, Judgement, JudgementKind, Said

__all__ = ["Deciding"]


class Deciding(Reader):
    """Decisions of people, and the summing up of claims."""

    def _next(self, column: Any) -> int:
        return int(self.connection.execute(select(func.max(column))).scalar() or 0) + 1

    def _insert(self, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self.connection.execute(insert(table), list(rows))

    def _merge(self, others: set[int], target: int) -> None:
        if not others:
            return
        for table in (t.statements, t.propositions):
            self.connection.execute(update(table).where(table.c.cluster.in_(sorted(others))).values(cluster=target))
        for table in (t.claims, t.stale):
            self.connection.execute(delete(table).where(table.c.cluster.in_(sorted(others))))

    def mark(self, clusters: Iterable[int]) -> None:
        """Mark clusters whose claims have to be summed up again."""
        marked = set(clusters)
        held: set[int] = set(
            self.connection.execute(select(t.stale.c.cluster).where(t.stale.c.cluster.in_(sorted(marked)))).scalars()
        )
        self._insert(t.stale, [{"cluster": c} for c in sorted(marked - held)])

    def judge(
        self, kind: JudgementKind, anchor: str, *, other: str | None = None, value: str | None = None, by: str
    ) -> Judgement:
        """Keep a person's decision, and place it on the statements it names.

        Raises:
            AnchorError: no statement is so called.
        """
        clusters = {self.cluster_of(name) for name in (anchor, other) if name is not None}
        number = self._judgement(
            {"kind": kind, "anchor": anchor, "other": other, "value": value, "by": by, "undoes": None}
        )
        place = self._next(t.placements.c.id)
        parts = [(n, name) for n, name in enumerate((anchor, other)) if name is not None]
        self._insert(
            t.placements,
            [
                {"id": place + n, "judgement": number, "part": n, "anchor": name, "recorded_at": now()}
                for n, name in parts
            ],
        )
        if kind is JudgementKind.SAME:
            self.tie([name for name in (anchor, other) if name is not None])
        else:
            self.mark(clusters)
        return next(j for j in self.judgements([anchor]) if j.id == number)

    def tie(self, anchors: Sequence[str]) -> None:
        """Make one cluster of those that statements are in, as far as they are kept."""
        clusters = {self.cluster_of(name) for name in self.present(anchors)}
        if clusters:
            self._merge(clusters - {min(clusters)}, min(clusters))
            self.mark({min(clusters)})

    def undo(self, number: int, by: str) -> Judgement:
        """Take a decision back, by another.

        Raises:
            AnchorError: there is none of this number, or it has been taken back.
        """
        found = next((j for j in self.judgements() if j.id == number), None)
        if found is None or found.undone:
            got = "one that is taken back already" if found is not None else "the number of no decision"
            raise AnchorError(str(number), got, "a number that `onrecord judge list` prints")
        self._judgement(
            {"kind": found.kind, "anchor": found.anchor, "other": None, "value": None, "by": by, "undoes": number}
        )
        self.mark({self.cluster_of(name) for name in (found.anchor, found.other) if name is not None})
        return next(j for j in self.judgements() if j.id == number)

    def _judgement(self, row: Mapping[str, Any]) -> int:
        number = self._next(t.judgements.c.id)
        self._insert(t.judgements, [{"id": number, "at": now(), **row}])
        return number

    def _place_again(self, before: Sequence[Said], after: Sequence[Said], moment: str) -> None:
        """Place decisions that stood on an earlier reading's statements on those of the new one that share most words."""
        p = t.placements.c
        old = {s.anchor: s for s in before}
        latest = {
            (r.judgement, r.part): r.anchor
            for names in chunks(old)
            for r in self._rows(
                select(t.placements)
                .where(p.judgement.in_(select(p.judgement).where(p.anchor.in_(names))))
                .order_by(p.id)
            )
        }
        moved = [(key, old[anchor]) for key, anchor in sorted(latest.items()) if anchor in old]
        first = self._next(p.id)
        rows = []
        for n, ((judgement, part), said) in enumerate(moved):
            new = placed_on(said, after)
            rows.append({"id": first + n, "judgement": judgement, "part": part, "anchor": new, "recorded_at": moment})
        self._insert(t.placements, [r for r, (_, said) in zip(rows, moved, strict=True) if r["anchor"] != said.anchor])

    def keep_claims(self, cluster: int, rows: Sequence[ClaimRow]) -> None:
        """Keep how the claims of a cluster stand by all that is known, in place of what was kept of them before."""
        self.connection.execute(delete(t.claims).where(t.claims.c.cluster == cluster))
        self.connection.execute(delete(t.claims).where(t.claims.c.anchor.in_([r.anchor for r in rows])))
        fields = ClaimRow.__slots__
        self._insert(t.claims, [{"cluster": cluster, **{name: getattr(r, name) for name in fields}} for r in rows])
        self.connection.execute(delete(t.stale).where(t.stale.c.cluster == cluster))

    def log(self, claim: Claim, changes: Sequence[Change]) -> None:
        """Add to the log of a claim the changes of its standing that it does not hold yet."""
        s = t.standings.c
        held = {
            (r.public_on, r.origins, r.body)
            for r in self._rows(select(t.standings).where(s.anchor == claim.id).order_by(s.id))
        }
        told = [(c, pack_standing(c.standing)) for c in changes]
        new = [(c, body) for c, body in told if (c.on, c.independent_origins, body) not in held]
        first, moment = self._next(s.id), now()
        self._insert(
            t.standings,
            [
                {
                    "id": first + n,
                    "anchor": claim.id,
                    "public_on": c.on,
                    "recorded_at": moment,
                    "causes": json.dumps(c.causes),
                    "origins": c.independent_origins,
                    "body": body,
                }
                for n, (c, body) in enumerate(new)
            ],
        )
