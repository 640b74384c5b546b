"""Keeping what people decide, and what the claims they touch amount to, within one transaction."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, update

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.coding import now, pack_standing, unpack_said
from onrecord.ledger.placing import placed_on
from onrecord.ledger.reader import Reader
from onrecord.ledger.rows import ClaimRow
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
        moment = now()
        number = self._judgement(
            {"kind": kind, "anchor": anchor, "other": other, "value": value, "by": by, "at": moment, "undoes": None}
        )
        place = self._next(t.placements.c.id)
        parts = [(n, name) for n, name in enumerate((anchor, other)) if name is not None]
        self._insert(
            t.placements,
            [
                {"id": place + n, "judgement": number, "part": n, "anchor": name, "recorded_at": moment}
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
            {
                "kind": found.kind,
                "anchor": found.anchor,
                "other": None,
                "value": None,
                "by": by,
                "at": now(),
                "undoes": number,
            }
        )
        stands = self.present(name for name in (found.placed, found.other) if name is not None)
        self.mark({self.cluster_of(name) for name in stands})
        return next(j for j in self.judgements() if j.id == number)

    def _judgement(self, row: Mapping[str, Any]) -> int:
        number = self._next(t.judgements.c.id)
        self._insert(t.judgements, [{"id": number, **row}])
        return number

    def _place_again(self, document: str, after: Sequence[Said], moment: str) -> None:
        """Place decisions on a document's statements on those of its new reading that share most words with what was decided on.

        They are compared with the statement that a person saw, not with what became of it in between, so that a decision that
        had no place for a while can find one again.
        """
        j, s = t.judgements.c, t.statements.c
        inside = (f"{document}.", f"{document}.g")
        asked = select(j.id, j.anchor, j.other).where(
            j.undoes.is_(None), or_(j.anchor.between(*inside), j.other.between(*inside))
        )
        rows = self._rows(asked.order_by(j.id))
        held = self._placed([r.id for r in rows], None)
        first = self._next(t.placements.c.id)
        moved: list[dict[str, Any]] = []
        for judgement, part, name in ((r.id, n, name) for r in rows for n, name in enumerate((r.anchor, r.other))):
            if name is None or not name.startswith(inside[0]):
                continue
            told = self.connection.execute(
                select(s.said).where(s.anchor == name).order_by(s.id.desc()).limit(1)
            ).scalar()
            new = placed_on(unpack_said(told), after) if told is not None else None
            if new != held.get((judgement, part)):
                row = {"judgement": judgement, "part": part, "anchor": new, "recorded_at": moment}
                moved.append({"id": first + len(moved), **row})
        self._insert(t.placements, moved)

    def _tie_again(self, said: Sequence[Said]) -> None:
        """Keep in one cluster what people have joined, wherever their decisions stand now."""
        for decision in self.judgements(s.anchor for s in said):
            if decision.kind is JudgementKind.SAME and not decision.undone:
                self.tie([name for name in (decision.placed, decision.other) if name is not None])

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
