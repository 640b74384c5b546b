"""What a brief is written from: claims with their statements, and the measures of the register, gathered by whoever may ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.records import Change, Claim, Said, Span
from onrecord.records.regimes import LegalMeasure, MeasureClaim, Moment
from onrecord.registers import MeasureState

__all__ = ["Beside", "Bound", "ClaimMaterial", "Material", "MeasureChange", "MeasuresMaterial", "NamedIn", "Spoken"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement as it stands in its document.

    Attributes:
        text: the document's text.
        words: its source, cue and content, and what limits them.
        condition: the words of the condition under which it holds; none if there is none, or where they are not known.
        scope: the words that limit it; likewise.
        named: whether its source is named; None if that is not known.
        relays: who passed it on, outermost first, between the outlet and the source.
        places: where it was uttered: an interview, a paper, a network.
    """

    text: str
    words: tuple[Span, ...]
    condition: tuple[Span, ...] = ()
    scope: tuple[Span, ...] = ()
    named: bool | None = None
    relays: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim beside another, and why it is."""

    claim: Claim
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimMaterial:
    """A claim with all that a brief tells of it.

    Attributes:
        claim: the claim; of a brief of reviewed statements alone, weighed by these.
        log: the days on which its standing changed.
        refined: claims that tell the same more closely, or less.
        contradicted: claims that cannot both hold with it.
        left_out: statements of it that are left out since nobody has reviewed them.
        challenges_left_out: how many of these deny, dismiss, doubt, withhold or retract.
    """

    claim: Claim
    log: tuple[Change, ...]
    refined: tuple[Beside, ...] = ()
    contradicted: tuple[Beside, ...] = ()
    left_out: int = 0
    challenges_left_out: int = 0


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A state, or a subject of control, that statements name, and which statements."""

    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A measure of the register as it stands on the day, and under which heading it is shown."""

    measure: LegalMeasure
    state: MeasureState
    group: str


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """What began or ended of a measure, and when."""

    when: Moment
    kind: str
    how: str | None
    told: str | None
    measure: LegalMeasure | MeasureClaim


@dataclass(frozen=True, slots=True)
class MeasuresMaterial:
    """What the register says of the states that the claims name.

    Attributes:
        on: the day.
        targets: these states.
        subjects: what the claims are about, by the controlled subjects.
        bound: measures that stand on the day, in the order of their headings.
        claims: what is claimed of these measures and rejected by others.
        changes: what began or ended between two days.
        bare: those of the states on which the register holds no measure by name.
        over: how many had ended or been replaced.
        coming: how many are not in force yet.
        apart: how many more stand on that day, on other subjects.
        checked: the day on which the register was last checked as a whole.
    """

    on: date
    targets: tuple[NamedIn, ...]
    subjects: tuple[NamedIn, ...]
    bound: tuple[Bound, ...]
    claims: tuple[MeasureClaim, ...]
    changes: tuple[MeasureChange, ...]
    bare: tuple[str, ...]
    over: int
    coming: int
    apart: int
    checked: date | None


@dataclass(frozen=True, slots=True)
class Material:
    """All that a brief is written from.

    Attributes:
        question: the words asked for.
        as_of: the day; None: by all that is known.
        since: the day since which changes are told; None: they are not.
        known_by: the moment by which the ledger had to hold it; None: now.
        confirmed_only: whether only what a person has reviewed is told.
        made_on: the day on which it is made.
        made_by: the version of the program.
        claims: the claims, those that answer best first.
        total: claims that answer in all; None where that is not known.
        claims_left_out: claims of which nobody has reviewed a statement.
        left_out: statements of these.
        challenges_left_out: how many of these challenge their claim.
        measures: what the register says.
        spoken: returns a statement as it stands in its document.
        reviewers: by anchor who has reviewed a statement, and on what day.
    """

    question: str
    as_of: date | None
    since: date | None
    known_by: str | None
    confirmed_only: bool
    made_on: date
    made_by: str
    claims: tuple[ClaimMaterial, ...]
    total: int | None
    claims_left_out: int
    left_out: int
    challenges_left_out: int
    measures: MeasuresMaterial
    spoken: Callable[[Said], Spoken]
    reviewers: Mapping[str, tuple[str, ...]]
