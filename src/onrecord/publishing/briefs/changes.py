"""What changed since a day, in the standing of claims and in measures, day by day."""

from collections.abc import Iterator
from datetime import date

from onrecord.publishing.briefs.citing import Citations, Piece, flat
from onrecord.publishing.briefs.claims import does_bare, foreseen
from onrecord.publishing.briefs.material import Material
from onrecord.publishing.briefs.measures import measure_changes
from onrecord.publishing.briefs.telling import day_in_words, series, voices, who
from onrecord.publishing.words import some
from onrecord.records import Change, Claim, Outcome, Said
from onrecord.records.briefs import Name, Section, Sentence

__all__ = ["change_sections"]

_OUTCOMES = {
    Outcome.EXPECTED: "foreseen",
    Outcome.CONDITIONAL: "foreseen under a condition",
    Outcome.REALISED: "foreseen and then told as done",
    Outcome.PASSED: "foreseen for a day that has passed, with nothing in this record that says that it came about",
}


def change_sections(found: Material, cited: Citations) -> Iterator[Section]:
    """Yield what changed since the day asked for; nothing where none was."""
    if found.since is None:
        return
    since = day_in_words(found.since)
    rows: list[tuple[date, int, Sentence]] = []
    for number, held in enumerate(found.claims, 1):
        before: Change | None = None
        for change in held.log:
            if change.on >= found.since:
                rows.append((change.on, number, _changed(number, held.claim, before, change, cited)))
            before = change
    rows.sort(key=lambda row: row[:2])
    notes = () if rows else (f"The standing of no claim told here has changed since {since}.",)
    yield Section(flat([f"What has changed since {since}"]), 2, tuple(s for _, _, s in rows), notes)
    of_measures = tuple(measure_changes(found.measures.changes, cited))
    if of_measures:
        yield Section(flat(["Measures"]), 3, of_measures)


def _changed(number: int, claim: Claim, before: Change | None, change: Change, cited: Citations) -> Sentence:
    by_anchor = {s.anchor: s for s in claim.statements}
    causes = [by_anchor[a] for a in change.causes if a in by_anchor]
    lead: list[Piece] = [f"{day_in_words(change.on)}, claim {number} (", Name(claim.title), "): "]
    if causes:
        return cited.sentence(lead, series(_doing(causes, cited), wide=True), "; ", _effect(before, change), ".")
    ahead = [s for s in foreseen(claim) if s.imprint.public_on <= change.on] or list(claim.statements[:1])
    names = voices(ahead, cited)
    return cited.sentence(lead, "the day named by ", names, " passed; ", _effect(before, change), ".")


def _doing(causes: list[Said], cited: Citations) -> list[Piece]:
    """Return who did what, those who did the same together."""
    groups: dict[str, dict[tuple[object, ...], Said]] = {}
    for s in causes:
        groups.setdefault(does_bare(s), {}).setdefault(flat([who(s, cited)]), s)
    return [[voices(list(held.values()), cited), f" {what}"] for what, held in groups.items()]


def _effect(before: Change | None, change: Change) -> str:
    """Return how a claim stood from then on, as far as that is another than before."""
    now = change.standing
    told: list[str] = []
    if before is None or (before.standing.support, before.independent_origins) != (
        now.support, change.independent_origins,
    ):  # fmt: skip
        told.append(f"{now.support.value} ({some(change.independent_origins, 'independent origin')})")
    challenges = len(now.challenges)
    if challenges != (len(before.standing.challenges) if before is not None else 0):
        told.append(f"challenged by {some(challenges, 'statement')}")
    if now.outcome is not None and (before is None or before.standing.outcome is not now.outcome):
        told.append(_OUTCOMES[now.outcome])
    stated = [n for n in now.stated_by if before is None or n not in before.standing.stated_by]
    if stated:
        told.append(f"officially stated by {', '.join(stated)}")
    lead = "first told, " if before is None else "from then on "
    return lead + (", ".join(told) if told else "with others who state or acknowledge it")
