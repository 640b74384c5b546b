"""Claims and statements: the fields of schema ``onrecord.claims/1``, and what stands beside a claim."""

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from onrecord.records import Certainty, JudgementKind, Outcome, Review, Stance, Support
from onrecord.serving.api.models.common import Model

__all__ = [
    "ClaimOut",
    "ClaimPageOut",
    "ClaimsOut",
    "JudgementOut",
    "MomentOut",
    "SaidOut",
    "StatementOut",
    "StatementsOut",
    "TimelineOut",
]


class ImprintOut(Model):
    """Where and when a document came out."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    published_on: date | None
    first_seen: date | None = Field(description="Of a document that tells no day: when it was first taken in.")
    entered_by: str | None = Field(description="Of evidence by hand who entered it.")
    translator: str | None


class SourceOut(Model):
    """Whose word it is."""

    name: str | None
    speaks_for: str | None


class ViaOut(Model):
    """Who passed it on."""

    name: str


class SaidOut(Model):
    """A statement."""

    document: ImprintOut
    id: str = Field(description="Its id in the reading of that document.")
    anchor: str = Field(description="Its permanent name.", examples=["c4498210ffddb8dd.1bfd0a3c"])
    spans: list[tuple[int, int]] = Field(description="Half-open, in code points of the document's text.")
    text: str = Field(description="Exactly these words, joined by one space.")
    stance: Stance | None
    certainty: Certainty | None
    condition: bool = Field(description="Whether it holds only under a condition.")
    beside: bool = Field(
        description="Whether it stands beside the claim and says nothing of whether that is so; its stance is to what it says."
    )
    scope: str | None = Field(description="The words that limit it; null if it is general.")
    source: SourceOut
    via: list[ViaOut] = Field(description="Links of the chain between outlet and source, outermost first.")
    origin: str | None = Field(description="The origin of the claim that it goes back to; null if none is recorded.")
    review: Review


class OriginOut(Model):
    """The earliest source in the record, and the door through which it became public."""

    id: str
    name: str
    family: str = Field(description="What it shares a root with; families are what is counted.")
    public_on: date | None
    counted: bool
    rule: str = Field(description="Why it counts, or does not.")
    statements: list[str]


class ChallengeOut(Model):
    """A denial, a dismissal, a doubt."""

    stance: Stance
    by: str
    scope: str | None
    statement: str


class StandingOut(Model):
    """How a claim stands, in fields that are never one number."""

    support: Support
    stated_by: list[str]
    outcome: Outcome | None
    challenges: list[ChallengeOut]
    acknowledged_by: list[str]


class FigureOut(Model):
    """A number or a day that statements give."""

    kind: str = Field(description="`number`, `day`, or the unit of an amount.")
    low: float | str | None
    high: float | str | None
    statements: list[str]


class ClaimOut(Model):
    """What statements assert, deny or doubt."""

    id: str = Field(description="Anchor of its first statement, by which it can be asked for on any day.")
    title: str = Field(description="What it is about; asserted by nobody.")
    independent_origins: int
    origins: list[OriginOut]
    statements: list[SaidOut]
    standing: StandingOut
    figures: list[FigureOut]


class ClaimsOut(Model):
    """A page of claims."""

    schema_: Literal["onrecord.claims/1"] = Field(alias="schema")
    as_of: date | None
    claims: list[ClaimOut]
    total: int | None = Field(description="How many groups of claims answer; null where that is not known.")
    cursor: str | None = Field(description="Where the next page begins; null where there is none.")
    next: str | None = Field(description="Address of the next page.")


class ChangeOut(Model):
    """A day on which the standing of a claim changed."""

    on: date
    causes: list[str] = Field(description="Anchors of the statements that changed it; none where a deadline passed.")
    independent_origins: int
    standing: StandingOut
    joined: int = Field(description="Statements public before that came in with these; less than 0 where some left it.")


class BesideOut(Model):
    """Another claim, and what ties it to this one."""

    id: str
    title: str
    reasons: list[str]


class JudgementOut(Model):
    """A person's decision; kept for good, taken back by another."""

    id: int
    kind: JudgementKind
    anchor: str
    other: str | None
    value: str | None
    by: str
    at: str
    undone: bool
    placed: str | None = Field(description="The statement of the present reading that it stands on.")
    other_placed: str | None


class ClaimPageOut(Model):
    """One claim with its log, what stands beside it, and what people have decided; no claim where nothing was public."""

    schema_: Literal["onrecord.claims/1"] = Field(alias="schema")
    as_of: date | None
    claims: list[ClaimOut]
    log: list[ChangeOut]
    refined: list[BesideOut] = Field(description="Claims that tell the same more closely, or less.")
    contradicted: list[BesideOut] = Field(description="Claims that cannot both hold with it.")
    judgements: list[JudgementOut]
    page: str = Field(description="Its page on this site.")


class StatementOut(SaidOut):
    """A statement by itself."""

    claim: str = Field(description="Address of the claim that holds it.")
    page: str = Field(description="Where its document's page shows it.")


class StatementsOut(Model):
    """A page of statements, the last to become public first."""

    statements: list[StatementOut]
    cursor: str | None
    next: str | None


class MomentOut(Model):
    """What one statement says happened, and when it was told."""

    first: date | None = Field(description="Earliest day of the event; null if not told.")
    last: date | None
    public_on: date
    claim: str
    title: str
    said: SaidOut


class TimelineOut(Model):
    """What is said to have happened, by event time."""

    model_config = ConfigDict(frozen=True)

    moments: list[MomentOut]
    claims: int = Field(description="Claims that they are of.")
    total: int | None = Field(description="Claims that answer in all; null where that is not known.")
