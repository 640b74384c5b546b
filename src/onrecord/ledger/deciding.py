"""Keeping what people decide, and where it stands, within one transaction."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select

from onrecord.errors import AnchorError
from onrecord.ledger import schema as t
from onrecord.ledger.asking import chunks
from onrecord.ledger.coding import now
from onrecord.ledger.placing import placed_on
from onrecord.ledger.summing import Summing
from onrecord.records import Judgement, JudgementKind, Said, Span

__all__ = ["Deciding"]


class Deciding(Summing):
    """Decisions of people."""

    def judge(
        self, kind: JudgementKind, anchor: str, *, other: str | None = None, value: str | None = None, by: str
    ) -> Judgement:
        """Keep a person's decision with the words they saw, and place it on the statements it names.

        Raises:
            AnchorError: no statement is so called.
        """
        names = [name for name in (anchor, other) if name is not None]
        clusters = {self.cluster_of(name) for name in names}
        moment = now()
        held = self.said_of(names)
        seen = json.dumps([[held[n].spans, held[n].text] if n in held else None for n in names], ensure_ascii=False)
        row = {"kind": kind, "anchor": anchor, "other": other, "value": value, "by": by, "at": moment, "undoes": None}
        number = self._judgement({**row, "seen": seen})
        self._place([(number, part, name) for part, name in enumerate(names)], moment)
        if kind is JudgementKind.SAME:
            self.tie(names)
        else:
            self.mark(clusters)
        return next(j for j in self.judgements([anchor]) if j.id == number)

    def tie(self, anchors: Iterable[str]) -> None:
        """Make one cluster of those that statements of some names are in, in whatever reading."""
        s = t.statements.c
        clusters: set[int] = {
            row.cluster
            for names in chunks(anchors)
            for row in self._rows(select(s.cluster).where(s.anchor.in_(names)).distinct())
        }
        if clusters:
            self._merge(clusters - {min(clusters)}, min(clusters))
            self.mark({min(clusters)})

    def undo(self, number: int, by: str) -> Judgement:
        """Take a decision back, by another.

        Raises:
            AnchorError: there is none of this number, or it has been taken back.
        """
        found = self.judgement(number)
        if found is None or found.undone:
            got = "one that is taken back already" if found is not None else "the number of no decision"
            raise AnchorError(str(number), got, "a number that `onrecord judge list` prints")
        row = {"kind": found.kind, "anchor": found.anchor, "other": None, "value": None, "by": by, "at": now()}
        self._judgement({**row, "undoes": number, "seen": None})
        stands = self.present(name for name in (found.placed, found.other_placed) if name is not None)
        self.mark({self.cluster_of(name) for name in stands})
        undone = self.judgement(number)
        assert undone is not None
        return undone

    def _judgement(self, row: Mapping[str, Any]) -> int:
        number = self._next(t.judgements.c.id)
        self._insert(t.judgements, [{"id": number, **row}])
        return number

    def _place(self, parts: Sequence[tuple[int, int, str | None]], moment: str) -> None:
        """Keep where parts of decisions stand from now on: number, part, and the name of the statement or None."""
        first = self._next(t.placements.c.id) if parts else 0
        rows = [
            {"id": first + n, "judgement": judgement, "part": part, "anchor": name, "recorded_at": moment}
            for n, (judgement, part, name) in enumerate(parts)
        ]
        self._insert(t.placements, rows)

    def place_again(self, document: str, after: Sequence[Said], moment: str) -> None:
        """Place decisions on a document's statements on those of its new reading that share most words with what was decided on.

        They are compared with the words that a person saw, not with what became of them in between, so that a decision that
        had no place for a while can find one again.

        Args:
            document: its id.
            after: the statements of the new reading; none where the document is taken out.
            moment: from when on.
        """
        j = t.judgements.c
        inside = (f"{document}.", f"{document}.g")
        asked = select(j.id, j.anchor, j.other, j.seen).where(
            j.undoes.is_(None), or_(j.anchor.between(*inside), j.other.between(*inside))
        )
        rows = self._rows(asked.order_by(j.id))
        held = self._placed([r.id for r in rows], None)
        moved = []
        for row in rows:
            seen: list[tuple[list[Span], str] | None] = json.loads(row.seen or "[]")
            for part, (name, words) in enumerate(zip((row.anchor, row.other), seen, strict=False)):
                if words is not None and name is not None and name.startswith(inside[0]):
                    new = placed_on(name, words[0], after)
                    moved += [(row.id, part, new)] if new != held.get((row.id, part)) else []
        self._place(moved, moment)

    def _tie_again(self, said: Sequence[Said]) -> None:
        """Keep in one cluster what people have joined, wherever their decisions stand now."""
        for decision in self.judgements(s.anchor for s in said):
            names = [name for name in (decision.placed, decision.other_placed) if name is not None]
            if decision.kind is JudgementKind.SAME and not decision.undone and len(names) > 1:
                self.tie(names)
