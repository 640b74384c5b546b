"""What a ledger can be asked about the decisions of people."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select

from onrecord.ledger import schema as t
from onrecord.ledger.asking import Asking, any_of, chunks
from onrecord.ledger.rows import DecisionRow
from onrecord.records import Judgement, JudgementKind

__all__ = ["Decided"]

LAST = 2**31 - 1
"""The greatest number that every database holds."""


class Decided(Asking):
    """Questions about decisions."""

    def judgements(self, anchors: Iterable[str] | None = None, known_by: str | None = None) -> list[Judgement]:
        """Return what people have decided, in order; with anchors, only what stands or once stood on one of these.

        Args:
            anchors: names of statements.
            known_by: a moment: what had been decided then.
        """
        j = t.judgements.c
        asked = select(t.judgements).where(j.undoes.is_(None)).order_by(j.id)
        asked = asked if known_by is None else asked.where(j.at <= known_by)
        if anchors is None:
            return self._judged(self._rows(asked), known_by)
        return self._judged(self._numbered(asked, self._standing_on(anchors)), known_by)

    def decisions_page(self, limit: int, before: int | None = None, *, unplaced: bool = False) -> list[DecisionRow]:
        """Return decisions, the last one first.

        Args:
            limit: decisions at most.
            before: number of the decision after which the page begins; None: from the last.
            unplaced: only those that stand on no statement now, and were not taken back.
        """
        j = t.judgements.c
        asked = select(t.judgements).where(j.undoes.is_(None), *([self._lost()] if unplaced else []))
        asked = asked.where(j.id < min(before, LAST)) if before is not None else asked
        rows = self._rows(asked.order_by(j.id.desc()).limit(limit))
        undoing = {
            row.undoes: row
            for ids in chunks(row.id for row in rows)
            for row in self._rows(select(j.undoes, j.by, j.at).where(j.undoes.in_(ids)))
        }
        found = []
        for row, judgement in zip(rows, self._judged(rows, None), strict=True):
            seen = json.loads(row.seen or "[]")
            by = undoing.get(row.id)
            words = tuple(told[1] if told is not None else None for told in seen)
            found.append(
                DecisionRow(judgement, words, by.by if by is not None else None, by.at if by is not None else None)
            )
        return found

    def decision_count(self, *, unplaced: bool = False) -> int:
        """Return how many decisions there are, or how many stand on no statement now."""
        asked = select(func.count()).select_from(t.judgements).where(t.judgements.c.undoes.is_(None))
        asked = asked.where(self._lost()) if unplaced else asked
        return int(self.connection.execute(asked).scalar() or 0)

    @staticmethod
    def _lost() -> Any:
        """Return the condition that a decision is in force and one of its parts stands on no statement now."""
        j, p = t.judgements.c, t.placements.c
        undoing = t.judgements.alias("undoing")
        taken_back = select(undoing.c.id).where(undoing.c.undoes == j.id).exists()

        def nowhere(part: int) -> Any:
            last = select(p.anchor).where(p.judgement == j.id, p.part == part).order_by(p.id.desc()).limit(1)
            return last.scalar_subquery().is_(None)

        return and_(~taken_back, or_(nowhere(0), and_(j.other.is_not(None), nowhere(1))))

    def judgement(self, number: int) -> Judgement | None:
        """Return the decision of a number; None if there is none."""
        if not 0 < number <= LAST:
            return None
        j = t.judgements.c
        rows = self._rows(select(t.judgements).where(j.id == number, j.undoes.is_(None)))
        return next(iter(self._judged(rows, None)), None)

    def judgements_in(self, cluster: int) -> list[Judgement]:
        """Return what people have decided about the statements of a cluster, in order."""
        j, p, s = t.judgements.c, t.placements.c, t.statements.c
        ids = select(p.judgement).join(t.statements, s.anchor == p.anchor).where(s.cluster == cluster)
        rows = self._rows(select(t.judgements).where(j.undoes.is_(None), j.id.in_(ids)).order_by(j.id))
        return self._judged(rows, None)

    def joined_ever(self, anchors: Iterable[str] | None = None) -> list[list[str]]:
        """Return for each decision that two belong together, taken back or not, all names that it ever stood on.

        Args:
            anchors: names of statements, on one of which it stood; None: any.
        """
        j, p = t.judgements.c, t.placements.c
        same = select(t.judgements).where(j.kind == JudgementKind.SAME, j.undoes.is_(None)).order_by(j.id)
        rows = self._rows(same) if anchors is None else self._numbered(same, self._standing_on(anchors))
        found: dict[int, dict[str, None]] = {r.id: dict.fromkeys(n for n in (r.anchor, r.other) if n) for r in rows}
        for ids in chunks(found):
            for row in self._rows(select(p.judgement, p.anchor).where(p.judgement.in_(ids), p.anchor.is_not(None))):
                found[row.judgement][row.anchor] = None
        return [list(names) for names in found.values()]

    def present(self, anchors: Iterable[str]) -> set[str]:
        """Return which statements stand in a present reading."""
        s = t.statements.c
        return {
            row.anchor
            for names in chunks(anchors)
            for row in self.connection.execute(select(s.anchor).where(s.anchor.in_(names), s.current.is_(True)))
        }

    def _standing_on(self, anchors: Iterable[str]) -> set[int]:
        return {row.judgement for names in chunks(anchors) for row in self._rows(_judgements_on(), {"names": names})}

    def _numbered(self, asked: Any, ids: Iterable[int]) -> list[Row[Any]]:
        return [row for some in chunks(ids) for row in self._rows(asked.where(t.judgements.c.id.in_(some)))]

    def _judged(self, rows: Sequence[Row[Any]], known_by: str | None) -> list[Judgement]:
        placed = self._placed([r.id for r in rows], known_by)
        undone = self._undone([r.id for r in rows], known_by)
        return [
            Judgement(
                id=r.id,
                kind=JudgementKind(r.kind),
                anchor=r.anchor,
                other=r.other,
                value=r.value,
                by=r.by,
                at=r.at,
                undone=r.id in undone,
                placed=placed.get((r.id, 0)),
                other_placed=placed.get((r.id, 1)),
            )
            for r in rows
        ]

    def _undone(self, ids: Sequence[int], known_by: str | None) -> set[int]:
        j = t.judgements.c
        asked = select(j.undoes) if known_by is None else select(j.undoes).where(j.at <= known_by)
        return {row.undoes for some in chunks(ids) for row in self._rows(asked.where(j.undoes.in_(some)))}

    def _placed(self, ids: Sequence[int], known_by: str | None) -> dict[tuple[int, int], str | None]:
        """Return for the parts of decisions the names that they stand on now, or stood on at a moment."""
        p = t.placements.c
        asked = select(t.placements).order_by(p.id)
        if known_by is not None:
            asked = asked.where(p.recorded_at <= known_by)
        return {
            (row.judgement, row.part): row.anchor
            for some in chunks(ids)
            for row in self.connection.execute(asked.where(p.judgement.in_(some)))
        }


@cache
def _judgements_on() -> Select[Any]:
    p = t.placements.c
    return select(p.judgement).where(p.anchor.in_(any_of("names")))
