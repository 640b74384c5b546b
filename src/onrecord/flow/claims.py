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

__all__ = ["Listing", "Shown", "claim", "claims", "claims_of", "listing", "sum_up"]

Beside = tuple[tuple[Claim, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One claim with all that its page tells.

    Attributes:
        claim: the claim.
        log: the days on which its standing changed.
        refined: claims that tell the same more closely, or less, each with the reasons.
        contradicted: claims that cannot both hold with it as they are told, each with the reasons.
        judgements: what people have decided about its statements.
    """

    claim: Claim
    log: tuple[Change, ...]
    refined: Beside
    contradicted: Beside
    judgements: tuple[Judgement, ...]


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
        refined, contradicted = _beside(reader, own, found, on, known_by)
    inside = {s.anchor for s in own.statements}
    decided = tuple(j for j in held.judgements if inside & {j.placed, j.other_placed})
    return Shown(own, _log(held, own, held.day(on)), refined, contradicted, decided)


def _log(held: Component, own: Claim, until: date) -> tuple[Change, ...]:
    """Return the log of a claim; where nobody has parted anything, claims only ever grow, so that its own statements tell it."""
    if held.apart:
        return history(held.said, held.edges, own.id, until=until, apart=held.apart)
    return history(own.statements, held.edges, own.id, until=until)


def _beside(
    reader: Reader, own: Claim, found: Sequence[Claim], on: date | None, known_by: str | None
) -> tuple[Beside, Beside]:
    """Return the claims that refine and that contradict one, with what they share."""
    propositions = {s.proposition for s in own.statements if s.proposition is not None}
    touching = reader.beside(propositions)
    others = {name for e in touching for name in (e.a, e.b)} - propositions
    beside = components(reader, sorted(set(reader.known(others).values())), known_by)
    result: dict[EdgeKind, dict[str, tuple[Claim, tuple[str, ...]]]] = {EdgeKind.REFINES: {}, EdgeKind.CONTRADICTS: {}}
    for other in (*(c for held in beside for c in held.claims(held.day(on))), *found):
        tie = _tie(touching, other) if other.id != own.id else None
        if tie is not None and tie.kind in result:
            result[tie.kind].setdefault(other.id, (other, tie.reasons))
    return tuple(result[EdgeKind.REFINES].values()), tuple(result[EdgeKind.CONTRADICTS].values())


def _tie(touching: Sequence[Edge], other: Claim) -> Edge | None:
    """Return the first edge one end of which another claim tells."""
    held = {s.proposition for s in other.statements}
    return next((e for e in touching if (e.a in held) != (e.b in held)), None)


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
    with ledger.reading() as reader:
        asked = (limit, on, known_by)
        clusters = reader.find(query, *asked) if query is not None else reader.last_told(*asked)
        held = components(reader, clusters, known_by)
        found = [c for part in held for c in part.claims(part.day(on))]
        more = _more(reader, query, on, known_by) if len(clusters) == limit else len(clusters)
    if query is None:
        found.sort(key=lambda c: (max(s.imprint.public_on for s in c.statements), len(c.statements)), reverse=True)
    else:
        found.sort(key=lambda c: (-_answers(c, query), -len(c.statements)))
    # A cluster can hold several claims: those of the clusters looked at are counted, each of the others counts as one.
    total = None if more is None else max(more + len(found) - len(clusters), len(found))
    return Listing(tuple(found[:limit]), total)


def _more(reader: Reader, query: str | None, on: date | None, known_by: str | None) -> int | None:
    """Return how many clusters answer; None where only a look at every statement would tell."""
    if query is not None:
        return reader.find_all(query, on, known_by)
    return (reader.listed(on) or None) if known_by is None else None


def _answers(found: Claim, query: str) -> int:
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
