"""Measures of the register: the fields of ``onrecord measures --json``."""

from datetime import date
from typing import Literal

from pydantic import Field

from onrecord.flow.measures import ChangeKind, Group
from onrecord.records.regimes import Binding, ClaimedEffect, Confidence, EndedHow, LegalKind, MeasureRelation
from onrecord.registers import LegalStatus
from onrecord.serving.api.models.common import Model

__all__ = [
    "ContestOut", "IntervalOut", "MeasureChangeOut", "MeasureChangesOut", "MeasureClaimOut", "MeasureOut", "MeasuresOut",
    "MonitorOut", "RelationOut", "SuspensionOut",
]  # fmt: skip

Day = str
"""A day or an instant as far as it is known, ISO 8601-2."""


class SuspensionOut(Model):
    """A time in which a measure is set aside."""

    from_: Day = Field(alias="from")
    to: Day | None


class IntervalOut(Model):
    """A time in which a measure is in force; ``to`` is the first day or instant on which it is not any more."""

    applies_from: Day | None
    to: Day | None
    known_until: Day | None
    ended_how: EndedHow | None
    ended_by: str | None
    suspended: list[SuspensionOut]


class ContestOut(Model):
    """Who holds that it is otherwise."""

    who: list[str]
    since: Day | None
    says: str
    subject: str | None


class RelationOut(Model):
    """What a measure is to another."""

    relation: MeasureRelation
    key: str


class MeasureOut(Model):
    """A measure as it stands on the day asked."""

    key: str = Field(examples=["UN-IRN-2231-B3"])
    status: LegalStatus
    group: Group
    imposer: str
    programme: str
    instrument: str
    provision: str | None
    kind: LegalKind
    binding: Binding | None
    restricts: str
    subjects: list[str]
    cover: Literal["the same", "wider", "a part of it", "beside it"] | None = Field(
        description="How near its subjects are to the one asked for; null if none was."
    )
    addressee: str
    jurisdiction: str | None
    target: list[str] = Field(description="States and bodies it is on; none if it can be on anybody.")
    parties: str | None
    licences: list[str]
    adopted: Day | None
    published: Day | None
    since: Day | None
    until: Day | None
    ended_how: EndedHow | None
    why: str | None
    starts: Day | None
    intervals: list[IntervalOut]
    relations: list[RelationOut]
    contested_by: list[ContestOut]
    confidence: Confidence
    gaps: list[str]
    sources: list[str]


class MeasureClaimOut(Model):
    """What somebody holds of measures and others reject."""

    key: str
    claims: ClaimedEffect
    of: list[str]
    said_by: list[str]
    since: Day | None
    says: str
    instrument: str
    rejected_by: list[str]
    rejection: str | None
    confidence: Confidence
    gaps: list[str]
    sources: list[str]


class MonitorOut(Model):
    """A body that watches over measures and restricts nothing."""

    key: str
    name: str
    instrument: str
    does: str
    starts: Day | None
    to: Day | None
    ended_by: str | None
    confidence: Confidence
    gaps: list[str]
    sources: list[str]


class MeasuresOut(Model):
    """What the register, which is not complete, says on a day."""

    schema_: Literal["onrecord.measures/1"] = Field(alias="schema")
    on: str = Field(description="The day or instant looked at.")
    target: list[str] | None
    imposer: str | None
    subject: str | None
    checked: date | None = Field(description="When the register was last checked as a whole.")
    measures: list[MeasureOut]
    claims: list[MeasureClaimOut]
    monitors: list[MonitorOut]


class MeasureChangeOut(Model):
    """What begins or ends, when, and of what."""

    when: Day
    change: ChangeKind
    ended_how: EndedHow | None
    told: str | None
    key: str
    imposer: str | None
    programme: str
    instrument: str
    provision: str | None
    sources: list[str]


class MeasureChangesOut(Model):
    """What changed from a day to a day, both included."""

    schema_: Literal["onrecord.measure-changes/1"] = Field(alias="schema")
    from_: date = Field(alias="from")
    to: date
    changes: list[MeasureChangeOut]
