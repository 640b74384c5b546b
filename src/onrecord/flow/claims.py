"""Who else says so, how does it stand on a day, and what changed it? Claims out of a ledger."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from onrecord.errors import AnchorError, LedgerError
from onrecord.flow.components import Component, components
from onrecord.flow.summing import sum_up
from onrecord.ledger import ClaimRow, Ledger, Reader, findable, words_of
from onrecord.records import Change, Claim, Edge, EdgeKind, Judgement
from onrecord.weighing import history

__all__ = [
    "BESIDE",
    "Listing",
    "Met",
    "Shown",
    "answering",
    "claim",
    "claims",
    "claims_of",
    "found_in",
    "listing",
    "log_of",
    "met",
    "sum_up",
]

BESIDE = 40
"""Groups of claims beside one that are looked at; those that contradict it first."""
_TOLD = (EdgeKind.CONTRADICTS, EdgeKind.REFINES)
Beside = tuple[tuple[Claim, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim with all that its page tells.

    Attributes:
        claim: the claim.
        log: the days on which its standing changed, up to the day asked.
        later: those after it, by all that is known; after today they are deadlines that pass if nothing more is said.
        refined: claims that tell the same more closely, or less, each with the reasons.
        contradicted: claims that cannot both hold with it as they are told, each with the reasons.
        judgements: what people have decided about its statements.
        unseen: groups of claims beside it that were not looked at, since there are too many.
    """

    claim: Claim
    log: tuple[Change, ...]
    refined: Beside
    contradicted: Beside
    judgements: tuple[Judgement, ...]
    later: tuple[Change, ...] = ()
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """Claims that answer a question.

    Attributes:
        claims: the first of them.
        total: how many there are in all; None where that is not known.
    """

    claims: tuple[Claim, ...]
    total: int | None


def claim(ledger: Ledger, anchor: str, *, on: date | None = None, known_by: str | None = None) -> Shown | None:
    """Return whichever claim holds a statement on a day; None if none does, since nothing of it was public or kept by then.

    Args:
        ledger: the ledger.
        anchor: the statement's name, or the beginning of it.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.

    Raises:
        AnchorError: no statement is so called, or its document has been read again without it.
    """
    with ledger.reading() as reader:
        name = reader.stands_as(reader.whole(anchor), known_by)
        if name is None and known_by is None:
            expected = "one of the present reading, of which none shares half of its words"
            raise AnchorError(anchor, "a statement of an earlier reading", expected)
        if name is None:
            return None
        held = next(iter(components(reader, [reader.cluster_of(name, known_by)], known_by)), None)
        found = held.claims(held.day(on)) if held is not None else ()
        own = next((c for c in found if any(s.anchor == name for s in c.statements)), None)
        if held is None or own is None:
            return None
        refined, contradicted, unseen = _beside(reader, own, found, on, known_by)
    inside = {s.anchor for s in own.statements}
    decided = tuple(j for j in held.judgements if inside & {j.placed, j.other_placed})
    day = held.day(on)
    log = log_of(held, own, on)
    before, later = (tuple(c for c in log if (c.on <= day) is past) for past in (True, False))
    return Shown(own, before, refined, contradicted, decided, later, unseen)


@dataclass(frozen=True, slots=True)
class Met:
    """When a statement can first be asked for.

    Attributes:
        public_on: the day it became public.
        recorded_at: the moment this ledger first held it.
    """

    public_on: date
    recorded_at: str


def met(ledger: Ledger, anchor: str) -> Met:
    """Return when a statement became public, and when the ledger took it in: why nothing shows of it before.

    Raises:
        AnchorError: no statement is so called.
    """
    with ledger.reading() as reader:
        return Met(*reader.met(reader.whole(anchor)))


def log_of(held: Component, own: Claim, on: date | None) -> tuple[Change, ...]:
    """Return all changes in the standing of a claim, also those that later days bring on if nothing more is said.

    Where nobody has parted anything, claims only ever grow, so that its own statements tell it, unless more are known.
    """
    if held.apart:
        return history(held.said, held.edges, own.id, apart=held.apart)
    return history(own.statements if on is None else held.said, held.edges, own.id)


def _beside(
    reader: Reader, own: Claim, found: Sequence[Claim], on: date | None, known_by: str | None
) -> tuple[Beside, Beside, int]:
    """Return the claims that refine and that contradict one, with what they share, and how many groups were not looked at."""
    propositions = {s.proposition for s in own.statements if s.proposition is not None}
    touching = reader.beside(propositions)
    told = sorted((e for e in touching if e.kind in _TOLD), key=lambda e: _TOLD.index(e.kind))
    others = dict.fromkeys(name for e in told for name in (e.a, e.b) if name not in propositions)
    where = reader.known(others)
    clusters = list(dict.fromkeys(where[name] for name in others if name in where))
    beside = components(reader, sorted(clusters[:BESIDE]), known_by)
    result: dict[EdgeKind, dict[str, tuple[Claim, tuple[str, ...]]]] = {EdgeKind.REFINES: {}, EdgeKind.CONTRADICTS: {}}
    for other in (*(c for held in beside for c in held.claims(held.day(on))), *found):
        tie = _tie(told, other) if other.id != own.id else None
        if tie is not None:
            result[tie.kind].setdefault(other.id, (other, tie.reasons))
    unseen = max(0, len(clusters) - BESIDE)
    return tuple(result[EdgeKind.REFINES].values()), tuple(result[EdgeKind.CONTRADICTS].values()), unseen


def _tie(told: Sequence[Edge], other: Claim) -> Edge | None:
    """Return the first edge one end of which another claim tells, of those that the page tells."""
    held = {s.proposition for s in other.statements}
    return next((e for e in told if (e.a in held) != (e.b in held)), None)


def claims_of(
    ledger: Ledger, query: str | None = None, *, on: date | None = None, known_by: str | None = None, limit: int = 50
) -> list[Claim]:
    """Return claims that answer a query best, or (None) those of which something was told last, as they stand on a day."""
    return list(listing(ledger, query, on=on, known_by=known_by, limit=limit).claims)


def listing(
    ledger: Ledger, query: str | None = None, *, on: date | None = None, known_by: str | None = None, limit: int = 50
) -> Listing:
    """Return the same claims, and how many there are.

    Args:
        ledger: the ledger.
        query: words; None: any.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.
        limit: claims at most.
    """
    found, total = found_in(ledger, query, on=on, known_by=known_by, limit=limit)
    return Listing(tuple(c for c, _ in found[:limit]), total)


def found_in(
    ledger: Ledger, query: str | None, *, on: date | None, known_by: str | None, limit: int
) -> tuple[list[tuple[Claim, Component]], int | None]:
    """Return the claims of as many clusters, each with what can belong to it, in the order of a listing; how many there are."""
    with ledger.reading() as reader:
        more: int | None
        if query is not None:
            clusters, more = reader.find(query, limit, on, known_by)
        else:
            clusters = reader.last_told(limit, on, known_by)
            more = _more(reader, on, known_by) if len(clusters) == limit else len(clusters)
        held = components(reader, clusters, known_by)
        found = [(c, part) for part in held for c in part.claims(part.day(on))]
    if query is None:
        found.sort(key=lambda f: (f[0].statements[-1].imprint.public_on, len(f[0].statements)), reverse=True)
    else:
        found.sort(key=lambda f: (-answering(f[0], query), -len(f[0].statements)))
    # A cluster can hold several claims: those of the clusters looked at are counted, each of the others counts as one.
    return found, None if more is None else max(more + len(found) - len(clusters), len(found))


def _more(reader: Reader, on: date | None, known_by: str | None) -> int | None:
    """Return how many clusters there are; None where only a look at every statement would tell."""
    return (reader.listed(on) or None) if known_by is None else None


def answering(found: Claim, query: str) -> int:
    """Return how many words of a query whose words its cluster holds stand in one statement of a claim itself."""
    *whole, last = words_of(query) or [""]
    told = [set(words_of(findable(s))) for s in found.statements]
    return max((sum(w in held for w in whole) + any(w.startswith(last) for w in held) for held in told), default=0)


def claims(ledger: Ledger, limit: int = 200) -> list[ClaimRow]:
    """Return the list of claims by all that is known, those first that changed last.

    Where nobody may write now, or some claims cannot be summed up, it is the list as it was last summed up.
    """
    with suppress(LedgerError):
        sum_up(ledger)
    with ledger.reading() as reader:
        return reader.latest(limit)
