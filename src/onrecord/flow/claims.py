"""Who else says so, how does it stand on a day, and what changed it? Claims out of a ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.ledger import ClaimRow, Ledger, Reader
from onrecord.records import Change, Claim, Edge, EdgeKind, Judgement, Review, Said, Stance
from onrecord.weighing import history, judged, weigh

__all__ = ["Component", "Shown", "claim", "claims", "claims_of", "component", "row_of", "sum_up"]

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
        """Return the claims as of a day; None: by all that is known."""
        return weigh(self.said, self.edges, on=on, apart=self.apart)


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
    """Return whichever claim holds a statement on a day; None if none does, since nothing of it was public by then.

    Args:
        ledger: the ledger.
        anchor: the statement's name, or the beginning of it.
        on: the day; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.

    Raises:
        AnchorError: no statement is so called.
    """
    with ledger.reading() as reader:
        name = reader.whole(anchor)
        held = component(reader, [reader.cluster_of(name)], known_by)
        found = held.claims(on)
        own = next((c for c in found if any(s.anchor == name for s in c.statements)), None)
        if own is None:
            return None
        refined, contradicted = _beside(reader, own, found, on, known_by)
    log = history(held.said, held.edges, own.id, until=on, apart=held.apart)
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
    near = component(reader, clusters, known_by).claims(on) if clusters else ()
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
    """Return claims that answer a query best, or (None) those that changed last, as they stand on a day."""
    if query is None and on is None and known_by is None:
        sum_up(ledger)
    with ledger.reading() as reader:
        if query is not None:
            clusters = reader.find(query, limit)
        elif on is None and known_by is None:
            clusters = list(dict.fromkeys(reader.cluster_of(row.anchor) for row in reader.latest(limit)))
        else:
            clusters = reader.clusters()
        found = [c for n in clusters for c in component(reader, [n], known_by).claims(on)]
    if query is None:
        found.sort(key=lambda c: (max(s.imprint.public_on for s in c.statements), len(c.statements)), reverse=True)
    else:
        found.sort(key=lambda c: -_answers(c, query))
    return found[:limit]


def _answers(found: Claim, query: str) -> float:
    """Return how well a claim itself answers a query whose words its cluster holds: share of the words, then of statements."""
    words = query.casefold().split()
    told = [
        f"{s.text} {s.source} {s.imprint.title} {s.imprint.outlet} {found.title}".casefold() for s in found.statements
    ]
    best = max((sum(w in text for w in words) for text in told), default=0)
    return best / max(1, len(words)) + len(found.statements) / 1e6


def claims(ledger: Ledger, limit: int = 200) -> list[ClaimRow]:
    """Return the list of claims by all that is known, those first that changed last."""
    if not ledger.read_only:
        sum_up(ledger)
    with ledger.reading() as reader:
        return reader.latest(limit)


def sum_up(ledger: Ledger) -> int:
    """Sum up the claims of clusters that changed, with the log of their standings; the number of clusters done."""
    done = 0
    while not ledger.read_only:
        with ledger.writing() as writer:
            clusters = writer.stale(100)
            if not clusters:
                break
            for number in clusters:
                held = component(writer, [number])
                found = held.claims()
                writer.keep_claims(number, [row_of(c, held) for c in found])
                for c in found:
                    writer.log(c, history(held.said, held.edges, c.id, apart=held.apart))
            done += len(clusters)
    return done


def row_of(found: Claim, held: Component) -> ClaimRow:
    """Return a claim as the list shows it."""
    days = [s.imprint.public_on for s in found.statements]
    log = history([s for s in held.said if s in set(found.statements)], held.edges, found.id, apart=held.apart)
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
    )
