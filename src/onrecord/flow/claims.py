"""Who else says so, how does it stand on a day, and what changed it? Claims out of a ledger."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from onrecord.errors import AnchorError, LedgerBusyError, LedgerFullError
from onrecord.ledger import ClaimRow, Ledger, Reader, Writer, findable, words_of
from onrecord.records import Change, Claim, Edge, EdgeKind, Judgement, Review, Said, Stance
from onrecord.weighing import history, judged, weigh

__all__ = ["Component", "Shown", "claim", "claims", "claims_of", "component", "row_of", "sum_up"]

CLUSTERS = 100
"""Clusters summed up in one transaction."""
_REACTING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)


@dataclass(frozen=True, slots=True)
class Component:
    """Everything that can belong to the claims of some clusters, as people have corrected it.

    Attributes:
        said: the statements.
        edges: what their propositions are to each other, and what people have joined.
        apart: pairs of anchors that people have parted.
        judgements: what people have decided about these statements.
    """

    said: tuple[Said, ...]
    edges: tuple[Edge, ...]
    apart: tuple[tuple[str, str], ...]
    judgements: tuple[Judgement, ...]

    def claims(self, on: date | None = None) -> tuple[Claim, ...]:
        """Return the claims as of a day; None: by all that is known, whether or not a deadline has passed."""
        return weigh(self.said, self.edges, on=on, apart=self.apart)

    def day(self, on: date | None) -> date:
        """Return the day asked for; None: today, or the last public day, so that all counts that is known."""
        return on or max((today(), *(s.imprint.public_on for s in self.said)))

    def history(self, claim: Claim, until: date | None = None) -> tuple[Change, ...]:
        """Return the log of one of these claims.

        Where nobody has parted anything, claims only ever grow, so that its own statements tell all of it.
        """
        said: Sequence[Said] = self.said
        edges = self.edges
        if not self.apart:
            said = claim.statements
            names = {name for s in said for name in (s.anchor, s.proposition)}
            edges = tuple(e for e in edges if e.a in names and e.b in names)
        return history(said, edges, claim.id, until=until, apart=self.apart)


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
    refined: tuple[tuple[Claim, tuple[str, ...]], ...]
    contradicted: tuple[tuple[Claim, tuple[str, ...]], ...]
    judgements: tuple[Judgement, ...]


def component(reader: Reader, clusters: Iterable[int], known_by: str | None = None) -> Component:
    """Return what belongs to some clusters, as the ledger held it at a moment (None: as it holds it)."""
    said = reader.said(clusters, known_by)
    edges = reader.edges(s.proposition for s in said if s.proposition is not None)
    judgements = reader.judgements([s.anchor for s in said], known_by)
    corrected, joined, apart = judged(said, judgements)
    return Component(tuple(corrected), (*edges, *joined), apart, tuple(judgements))


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
        held = component(reader, [reader.cluster_of(name, known_by)], known_by)
        found = held.claims(held.day(on))
        own = next((c for c in found if any(s.anchor == name for s in c.statements)), None)
        if own is None:
            return None
        refined, contradicted = _beside(reader, own, found, on, known_by)
    log = held.history(own, until=held.day(on))
    inside = {s.anchor for s in own.statements}
    return Shown(own, log, refined, contradicted, tuple(j for j in held.judgements if j.placed in inside))


Beside = tuple[tuple[Claim, tuple[str, ...]], ...]


def _beside(
    reader: Reader, own: Claim, found: Sequence[Claim], on: date | None, known_by: str | None
) -> tuple[Beside, Beside]:
    """Return the claims that refine and that contradict one, with what they share."""
    propositions = {s.proposition for s in own.statements if s.proposition is not None}
    touching = [e for e in reader.edges_at(propositions) if e.kind is not EdgeKind.SAME]
    others = {name for e in touching for name in (e.a, e.b)} - propositions
    clusters = set(reader.known(others).values())
    beside = component(reader, clusters, known_by)
    near = beside.claims(beside.day(on))
    result: dict[EdgeKind, dict[str, tuple[Claim, tuple[str, ...]]]] = {EdgeKind.REFINES: {}, EdgeKind.CONTRADICTS: {}}
    for other in (*near, *found):
        held = {s.proposition for s in other.statements}
        tie = next(
            (e for e in touching if (e.a in held) != (e.b in held) and other.id != own.id and ({e.a, e.b} & held)), None
        )
        if tie is not None and tie.kind in result:
            result[tie.kind].setdefault(other.id, (other, tie.reasons))
    return tuple(result[EdgeKind.REFINES].values()), tuple(result[EdgeKind.CONTRADICTS].values())


def claims_of(
    ledger: Ledger, query: str | None = None, *, on: date | None = None, known_by: str | None = None, limit: int = 50
) -> list[Claim]:
    """Return claims that answer a query best, or (None) those of which something was told last, as they stand on a day."""
    with ledger.reading() as reader:
        clusters = reader.find(query, limit) if query is not None else reader.last_told(limit, on, known_by)
        held = component(reader, clusters, known_by)
    found = list(held.claims(held.day(on)))
    if query is None:
        found.sort(key=lambda c: (max(s.imprint.public_on for s in c.statements), len(c.statements)), reverse=True)
    else:
        found.sort(key=lambda c: (-_answers(c, query), -len(c.statements)))
    return found[:limit]


def _answers(found: Claim, query: str) -> int:
    """Return how many words of a query whose words its cluster holds stand in one statement of a claim itself."""
    *whole, last = words_of(query) or [""]
    told = [set(words_of(findable(s))) for s in found.statements]
    return max((sum(w in held for w in whole) + any(w.startswith(last) for w in held) for held in told), default=0)


def claims(ledger: Ledger, limit: int = 200) -> list[ClaimRow]:
    """Return the list of claims by all that is known, those first that changed last.

    Where nobody may write now, it is the list as it was last summed up.
    """
    with suppress(LedgerBusyError, LedgerFullError):
        sum_up(ledger)
    with ledger.reading() as reader:
        return reader.latest(limit)


def sum_up(ledger: Ledger) -> int:
    """Sum up the claims of clusters that changed, with the log of their standings; the number of clusters done."""
    if ledger.read_only:
        return 0
    with ledger.reading() as reader:
        due = reader.due(today())
        if not due and not reader.stale(1):
            return 0
    with ledger.writing() as writer:
        writer.mark(writer.due(today()))
    done = 0
    while True:
        with ledger.writing() as writer:
            clusters = writer.stale(CLUSTERS)
            if not clusters:
                return done
            for number in clusters:
                _sum_up(writer, number)
            done += len(clusters)


def _sum_up(writer: Writer, cluster: int) -> None:
    held = component(writer, [cluster])
    rows = []
    for found in held.claims(held.day(None)):
        log = held.history(found)
        passed = [c for c in log if c.on <= held.day(None)]
        rows.append(row_of(found, passed, next((c.on for c in log if c.on > held.day(None)), None)))
        writer.log(found, passed)
    writer.keep_claims(cluster, rows)


def row_of(found: Claim, log: Sequence[Change], due: date | None) -> ClaimRow:
    """Return a claim as the list shows it, by its log so far and the day on which the next deadline will have passed."""
    days = [s.imprint.public_on for s in found.statements]
    return ClaimRow(
        anchor=found.id,
        title=found.title,
        support=found.standing.support,
        origins=found.independent_origins,
        documents=len({s.imprint.id for s in found.statements}),
        statements=len(found.statements),
        challenges=sum(s.stance in _REACTING for s in found.statements),
        reviewed=sum(s.review is not Review.UNREVIEWED for s in found.statements),
        first_public=min(days),
        last_change=log[-1].on if log else max(days),
        due=due,
    )


def today() -> date:
    """Return the day on the desk of whoever asks: a deadline has passed when it has there."""
    return date.today()  # noqa: DTZ011
