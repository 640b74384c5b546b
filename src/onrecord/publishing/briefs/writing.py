"""A brief out of its material: in short, claim by claim, what changed, what binds; every sentence leads to what it rests on."""

from collections.abc import Iterator, Sequence

from onrecord.publishing.briefs.changes import change_sections
from onrecord.publishing.briefs.citing import Citations, Piece, flat
from onrecord.publishing.briefs.claims import against, claim_sections, support
from onrecord.publishing.briefs.material import ClaimMaterial, Material
from onrecord.publishing.briefs.measures import measure_sections
from onrecord.publishing.words import some
from onrecord.records import Review
from onrecord.records.briefs import Brief, Counts, Name, Section

__all__ = ["write_brief"]

BRIEFLY = 4
"""Voices named of each kind, in short."""


def write_brief(found: Material) -> Brief:
    """Return a brief; of nothing that answers, one that says so."""
    cited = Citations(found.spoken, found.reviewers)
    sections = tuple(_sections(found, cited))
    return Brief(
        question=found.question,
        as_of=found.as_of,
        since=found.since,
        known_by=found.known_by,
        confirmed_only=found.confirmed_only,
        made_on=found.made_on,
        made_by=found.made_by,
        sections=sections,
        citations=cited.all,
        counts=_counts(found),
    )


def _sections(found: Material, cited: Citations) -> Iterator[Section]:
    if not found.claims:
        reviewed = " by statements that a person has reviewed" if found.confirmed_only else ""
        notes = [f"No claim answers this question{reviewed}."]
        if found.claims_left_out:
            challenges = found.challenges_left_out
            among = f", {challenges:,} of which challenge their claim" if challenges else ""
            left = some(found.claims_left_out, "claim")
            notes.append(f"Left out: {left} with {some(found.left_out, 'statement')} that nobody has reviewed{among}.")
        yield Section(flat(["What is claimed"]), 2, (), tuple(notes))
        return
    if len(found.claims) > 1:
        yield _in_short(found.claims, cited)
    yield from change_sections(found, cited)
    for number, held in enumerate(found.claims, 1):
        yield from claim_sections(number, held, cited, len(found.claims))
    yield from measure_sections(found.measures, cited)


def _in_short(claims: Sequence[ClaimMaterial], cited: Citations) -> Section:
    """Return a sentence for each claim, with those who challenge it."""
    sentences = []
    for number, held in enumerate(claims, 1):
        lead: list[Piece] = [f"Claim {number}, ", Name(held.claim.title), ": ", support(held.claim, cited, BRIEFLY)]
        opposed = against(held.claim, cited, BRIEFLY)
        more: list[Piece] = [". Against it: ", opposed] if opposed else []
        sentences.append(cited.sentence(lead, more, "."))
    return Section(flat(["In short"]), 2, tuple(sentences))


def _counts(found: Material) -> Counts:
    said = {s.anchor: s for held in found.claims for s in held.claim.statements}
    out = found.confirmed_only
    return Counts(
        claims=len(found.claims),
        total=found.total,
        statements=len(said),
        documents=len({s.imprint.id for s in said.values()}),
        reviewed=sum(s.review is not Review.UNREVIEWED for s in said.values()),
        left_out=found.left_out + sum(c.left_out for c in found.claims) if out else None,
        challenges_left_out=found.challenges_left_out + sum(c.challenges_left_out for c in found.claims)
        if out
        else None,
        claims_left_out=found.claims_left_out if out else None,
    )
