"""A brief on a question: claims, changes and measures gathered from the ledger and the register, and written down."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.errors import AnchorError, DateError
from onrecord.flow import days
from onrecord.flow.brief_measures import measures_named
from onrecord.flow.brief_words import Speaking
from onrecord.flow.claims import Shown, claim, listing
from onrecord.flow.components import components
from onrecord.ledger import Ledger, Reader
from onrecord.publishing.briefs import Beside, ClaimMaterial, Material, write_brief
from onrecord.records import Claim, Judgement, JudgementKind, Review, Said
from onrecord.records.briefs import Brief
from onrecord.version import __version__
from onrecord.weighing import history, weigh

__all__ = ["Wanted", "brief"]

LOOKED_AT = 100
"""Claims looked at for those of which a person has reviewed a statement."""
_ANCHOR = re.compile(r"[0-9a-f]{16}\.[0-9a-f]{8}(\.\d+)?")
_REVIEWING = (JudgementKind.CONFIRMED, JudgementKind.WRONG_SPEAKER, JudgementKind.WRONG_STANCE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a brief is wanted on.

    Attributes:
        question: words, as for ``onrecord claims``; or the anchor of a statement, for its claim alone.
        on: the day by whose end all had to be public; None: by all that is known.
        since: a day: what changed from it on.
        known_by: a moment, ISO 8601: what the ledger held then.
        confirmed_only: tell only what rests on statements that a person has reviewed.
        limit: claims at most.
    """

    question: str
    on: date | None = None
    since: date | None = None
    known_by: str | None = None
    confirmed_only: bool = False
    limit: int = 5


def brief(ledger: Ledger, wanted: Wanted) -> Brief:
    """Return a brief.

    Raises:
        DateError: the day since which changes are asked for lies after the day itself.
    """
    on, since, known_by = wanted.on, wanted.since, wanted.known_by
    question, today = wanted.question.strip(), days.today()
    if since is not None and since > (on or today):
        raise DateError("since", since.isoformat(), f"a day not after {(on or today).isoformat()}")
    shown, total = _asked(ledger, question, wanted, LOOKED_AT if wanted.confirmed_only else wanted.limit)
    with ledger.reading() as reader:
        if wanted.confirmed_only:
            held = [_confirmed(reader, s, on, known_by) for s in shown]
            found = [c for claims in held for c in claims if c.claim.statements][: wanted.limit]
            out = [s for s, claims in zip(shown, held, strict=True) if not claims]
        else:
            found, out = [_whole(s) for s in shown], []
        lost = [c for s in out for c in s.claim.statements]
        material = Material(
            question=question,
            as_of=on,
            since=since,
            known_by=known_by,
            confirmed_only=wanted.confirmed_only,
            made_on=today,
            made_by=__version__,
            claims=tuple(found),
            total=total,
            claims_left_out=len(out),
            left_out=len(lost),
            challenges_left_out=sum(len(s.claim.standing.challenges) for s in out),
            measures=measures_named([c.claim for c in found], on or today, since),
            spoken=Speaking(reader),
            reviewers=_reviewers(j for s in shown for j in s.judgements),
        )
        return write_brief(material)


def _asked(ledger: Ledger, question: str, wanted: Wanted, limit: int) -> tuple[list[Shown], int | None]:
    """Return the claims that are asked for, and how many there are in all."""
    on, known_by = wanted.on, wanted.known_by
    if _ANCHOR.fullmatch(question.lower()):
        one = claim(ledger, question, on=on, known_by=known_by)
        return ([one], 1) if one is not None else ([], 0)
    listed = listing(ledger, question or None, on=on, known_by=known_by, limit=limit)
    found = []
    for held in listed.claims:
        try:
            one = claim(ledger, held.id, on=on, known_by=known_by)
        except AnchorError:  # taken out since it was listed
            one = None
        if one is not None:
            found.append(one)
    return found, listed.total


def _whole(shown: Shown) -> ClaimMaterial:
    return ClaimMaterial(
        shown.claim,
        shown.log,
        tuple(Beside(c, reasons) for c, reasons in shown.refined),
        tuple(Beside(c, reasons) for c, reasons in shown.contradicted),
    )


def _confirmed(reader: Reader, shown: Shown, on: date | None, known_by: str | None) -> list[ClaimMaterial]:
    """Return what a claim comes to by the statements alone that a person has reviewed: none, one, or several that these part."""
    kept = _reviewed(shown.claim.statements)
    if not kept:
        return []
    held = next(iter(components(reader, [reader.cluster_of(shown.claim.id, known_by)], known_by)), None)
    edges, apart = (held.edges, held.apart) if held is not None else ((), ())
    until = held.day(on) if held is not None else on
    out = [s for s in shown.claim.statements if s.review is Review.UNREVIEWED]
    lost = {c.statement for c in shown.claim.standing.challenges} & {s.anchor for s in out}
    found = []
    for n, own in enumerate(weigh(kept, edges, on=until, apart=apart)):
        log = history(own.statements, edges, own.id, until=until)
        refined, contradicted = (tuple(_beside(c)) for c in (shown.refined, shown.contradicted))
        # What is left out is told once, where the claim is told first.
        left = (len(out), len(lost)) if n == 0 else (0, 0)
        found.append(ClaimMaterial(own, log, refined, contradicted, *left))
    return found


def _reviewed(said: Sequence[Said]) -> list[Said]:
    return [s for s in said if s.review is not Review.UNREVIEWED]


def _beside(others: Iterable[tuple[Claim, tuple[str, ...]]]) -> Iterable[Beside]:
    """Yield other claims by their reviewed statements alone, those that have any."""
    for other, reasons in others:
        kept = _reviewed(other.statements)
        if kept:
            told = max(weigh(kept, ()), key=lambda c: len(c.statements))
            anchors = {s.anchor for s in kept}
            standing = replace(
                other.standing, challenges=tuple(c for c in other.standing.challenges if c.statement in anchors)
            )
            yield Beside(replace(told, statements=tuple(kept), standing=standing), reasons)


def _reviewers(judgements: Iterable[Judgement]) -> dict[str, tuple[str, ...]]:
    """Return by anchor who has confirmed or corrected a statement, and on what day."""
    found = defaultdict[str, dict[str, None]](dict)
    for j in judgements:
        if not j.undone and j.placed is not None and j.kind in _REVIEWING:
            found[j.placed][f"{j.by}, {j.at[:10]}"] = None
    return {anchor: tuple(names) for anchor, names in found.items()}
