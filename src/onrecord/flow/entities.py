"""Who is this: under which names, what do they say, what is said of them, which measures and listings are there on the day?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from onrecord.flow.measures import Asked, Held, held_among, imposer_named, target_names
from onrecord.flow.screeners import screener_of
from onrecord.ledger import Ledger, NamedRow, NameRow, Reader, Spelling, key_of
from onrecord.records import EntityKind, JudgementKind, Said
from onrecord.records.matches import Match
from onrecord.registers import regimes
from onrecord.weighing import judged

__all__ = ["Beside", "Naming", "Part", "Profile", "listings_of", "measures_of", "names_like", "naming", "profile"]

BESIDE = 16
"""Others named in the same statements, at most."""
MATCHES = 5
"""Matches with lists, at most."""
SCREENED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, "outlet", "government", "group", ""})
"""What is screened: people and bodies, and what may be either."""


class Part(NamedTuple):
    """Part of a list: so many at most, after the place that a cursor names; None: from the first."""

    limit: int
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Somebody named in the same statements: as they are written, what they are, in how many of those looked at."""

    shown: str
    kind: str
    statements: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody or something, by name.

    Attributes:
        key: the name as it is compared.
        shown: as it is written.
        kind: what it is, as the document has it in which the name was met first; "" if not known.
        spellings: the names that documents give it.
        readings: how many readings name it.
    """

    key: str
    shown: str
    kind: str
    spellings: tuple[Spelling, ...]
    readings: int


@dataclass(frozen=True, slots=True)
class Naming:
    """Statements in which somebody is named, a page of them.

    Attributes:
        rows: each with its number and as what they are named, as people have corrected it, the last public first.
        more: the cursor of the next page; None if there is none.
        beside: who else is named in them.
    """

    rows: tuple[NamedRow, ...]
    more: str | None
    beside: tuple[Beside, ...]


def names_like(ledger: Ledger, beginning: str, limit: int, after: str | None = None) -> list[NameRow]:
    """Return names of which a word begins as asked for, in the order of the letters; one comes twice if two words do."""
    with ledger.reading() as reader:
        return reader.names_like(beginning, limit, after)


def profile(ledger: Ledger, name: str, *, on: date | None = None, known_by: str | None = None) -> Profile | None:
    """Return somebody by any of their names; None if the ledger names nobody so.

    Args:
        ledger: the ledger.
        name: a name, in whatever case.
        on: the day: by documents public on it.
        known_by: a moment, ISO 8601: what the ledger held then.
    """
    with ledger.reading() as reader:
        key = reader.name_for(name)
        row = reader.shown_name(key) if key is not None else None
        if key is None or row is None:
            return None
        spellings = tuple(reader.spellings(key, on, known_by))
        return Profile(key, row.shown, row.kind, spellings, reader.naming_count(key))


def naming(
    ledger: Ledger,
    key: str,
    lane: str,
    part: Part,
    *,
    on: date | None = None,
    known_by: str | None = None,
) -> Naming:
    """Return statements by somebody, of somebody, or published by them, the last to become public first.

    Args:
        ledger: the ledger.
        key: the name as it is compared.
        lane: "by", "of" or "out".
        part: which of them.
        on: the day: by what was public on it.
        known_by: a moment, ISO 8601: what the ledger held then.
    """
    with ledger.reading() as reader:
        limit = part.limit
        rows = reader.naming(key, lane, limit + 1, before=part.before, on=on, known_by=known_by)
        more = rows[limit - 1].cursor if len(rows) > limit else None
        rows = rows[:limit]
        beside = reader.named_beside((r.number for r in rows), key, BESIDE)
        written = reader.shown_names(name for name, _ in beside)
        shown = [
            _corrected(row, said, key, lane) for row, said in zip(rows, _judged(reader, rows, known_by), strict=True)
        ]
    others = [Beside(written[n].shown, written[n].kind, k) for n, k in beside if n in written]
    return Naming(tuple(r for r in shown if r is not None), more, tuple(others))


def _judged(reader: Reader, rows: Sequence[NamedRow], known_by: str | None) -> list[Said]:
    """Return statements as people have confirmed and corrected them."""
    decided = reader.judgements([r.said.anchor for r in rows], known_by)
    own = [j for j in decided if j.kind not in {JudgementKind.SAME, JudgementKind.SEPARATE}]
    return judged([r.said for r in rows], own)[0]


def _corrected(row: NamedRow, said: Said, key: str, lane: str) -> NamedRow | None:
    """Return a row as people have corrected it; None where it was somebody else who said so."""
    changed = said.source != row.said.source
    if changed and lane == "by" and row.how in {"source", "spoken for"}:
        named = {key_of((said.source or "").partition(" (")[0]), key_of(said.speaks_for)}
        if key not in named:
            return None
    return NamedRow(row.number, row.how, said)


def measures_of(name: str, instant: datetime) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """Return the measures on somebody, and those that they impose, as they stand at an instant; none that can be on anybody."""
    every = regimes().measures.values()
    on: list[Held] = []
    targets = target_names(name)
    if targets:
        on = held_among((m for m in every if m.target), Asked(target=targets), instant)
    imposer = imposer_named(name)
    by = held_among(every, Asked(imposer=imposer), instant) if imposer is not None else []
    return _ordered(on), _ordered(by)


def _ordered(held: Sequence[Held]) -> tuple[Held, ...]:
    order = {group: n for n, group in enumerate(type(held[0].group))} if held else {}
    return tuple(sorted(held, key=lambda h: (order[h.group], h.measure.imposer, h.measure.key)))


def listings_of(folder: Path, found: Profile, on: date | None) -> list[Match]:
    """Return the listed parties that somebody may be, by name alone.

    Args:
        folder: where lists are kept.
        found: who.
        on: the day for which it is asked whether they were listed; None for none.

    Raises:
        ListError: no list is loaded.
    """
    if found.kind not in SCREENED:
        return []
    return screener_of(folder, on).screen(found.shown, most=MATCHES)
