"""Measures as a register holds them: what binds or lets somebody be bound, whom, and from when to when.

A ``Measure`` (``records/reading.py``) is what a text says of one; these are the acts themselves.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

__all__ = [
    "Binding",
    "ClaimedEffect",
    "Confidence",
    "Contest",
    "EndedHow",
    "Interval",
    "LegalKind",
    "LegalMeasure",
    "MeasureClaim",
    "MeasureRelation",
    "Moment",
    "Monitor",
    "Programme",
    "Suspension",
]  # fmt: skip


class LegalKind(StrEnum):
    """What a measure does by law; an authority lets somebody be listed or sanctioned and alone binds nobody."""

    AUTHORITY = "authority"
    PROHIBITION = "prohibition"
    LISTING = "listing programme"


class Binding(StrEnum):
    """Whether a measure binds its addressee or only calls upon it."""

    BINDING = "binding"
    CALLED_UPON = "called_upon"


class EndedHow(StrEnum):
    """How an interval ended: by its own sunset, by decision, by repeal, by another act in its place, by a court."""

    EXPIRED = "expired"
    TERMINATED = "terminated"
    REPEALED = "repealed"
    REPLACED = "replaced"
    ANNULLED = "annulled"


class MeasureRelation(StrEnum):
    """What a measure is to another of the register."""

    IMPLEMENTS = "implements"
    AMENDS = "amends"
    CONTINUES = "continues"
    REINSTATES = "reinstates"


class ClaimedEffect(StrEnum):
    """What somebody holds to have happened to measures."""

    RESTORED = "restored"
    ENDED = "ended"


class Confidence(StrEnum):
    """High: a primary text or two sources that agree. Medium: one source at second hand, or a day that was inferred."""

    HIGH = "high"
    MEDIUM = "medium"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or an instant as far as it is known.

    Attributes:
        edtf: as the register gives it (ISO 8601-2): "2023-10-18", "2009-06", "2025-09-28T00:00Z", "[2025-09-29..2025-09-30]".
        first: the earliest instant it may be, in UTC; a day stands for its beginning.
        last: the latest; ``datetime.max`` where nothing bounds it.
    """

    edtf: str
    first: datetime
    last: datetime

    @property
    def inferred(self) -> bool:
        """Whether no source gives it and it follows from others; EDTF's question mark."""
        return self.edtf.endswith("?")


@dataclass(frozen=True, slots=True)
class Suspension:
    """A time in which a measure is set aside; ``to`` is the first day or instant it is no longer, None if none is set."""

    starts: Moment
    to: Moment | None


@dataclass(frozen=True, slots=True)
class Interval:
    """A time in which a measure is in force.

    Attributes:
        applies_from: its first day or instant; None if it was not read.
        to: the first day or instant on which it is not in force any more; None while it is open.
        known_until: the last day on which it is known to be in force, where it has to be renewed; None where it does not.
        ended_how: how it ended; None while it is open.
        ended_by: what ended it, in words.
        suspended: when it is set aside.
    """

    applies_from: Moment | None
    to: Moment | None
    known_until: Moment | None
    ended_how: EndedHow | None
    ended_by: str | None
    suspended: tuple[Suspension, ...]


@dataclass(frozen=True, slots=True)
class Contest:
    """Who holds that it is otherwise.

    Attributes:
        who: who says so.
        since: since when, if known.
        says: what they say.
        subject: the controlled subject it is about, where not the whole.
    """

    who: tuple[str, ...]
    since: Moment | None
    says: str
    subject: str | None


@dataclass(frozen=True, slots=True)
class LegalMeasure:
    """A legal act, or a provision of one, with the times in which it is in force.

    Attributes:
        key: its permanent name.
        programme: key of the programme it belongs to.
        imposer: who imposes it, by a name of the gazetteer.
        instrument: the act, as it is cited.
        provision: article or paragraph; None if it was not read or is the whole act.
        kind: authority, prohibition or listing programme.
        binding: whether it binds; None for an authority.
        restricts: what it restricts, in words.
        subjects: the same by the controlled subjects.
        addressee: whom it binds; of an authority who may act on it.
        jurisdiction: how far its law reaches.
        target: states and bodies it is on, by names of the gazetteer; none if it can be on anybody.
        parties: whom it falls on, in words, where that is narrower than the target.
        licences: exceptions, licences, wind-downs.
        adopted: when it was decided, signed or enacted.
        published: when it was published.
        intervals: when it is in force, in order.
        relations: what it is to other measures, by their keys.
        contested_by: who holds that it is otherwise.
        confidence: how well the days are known.
        gaps: what was not read, or where sources differ.
        sources: addresses or titles.
    """

    key: str
    programme: str
    imposer: str
    instrument: str
    provision: str | None
    kind: LegalKind
    binding: Binding | None
    restricts: str
    subjects: tuple[str, ...]
    addressee: str
    jurisdiction: str | None
    target: tuple[str, ...]
    parties: str | None
    licences: tuple[str, ...]
    adopted: Moment | None
    published: Moment | None
    intervals: tuple[Interval, ...]
    relations: tuple[tuple[MeasureRelation, str], ...]
    contested_by: tuple[Contest, ...]
    confidence: Confidence
    gaps: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureClaim:
    """What somebody holds of measures and others reject: a claim with a speaker, never a measure.

    Attributes:
        key: its permanent name.
        programme: key of the programme it is about.
        claims: that they were restored, or ended.
        of: keys of the measures it is about.
        said_by: who says so.
        since: from when it is to be so, by those who say it.
        says: what they say.
        instrument: the act they invoke.
        rejected_by: who rejects it.
        rejection: what these say.
        confidence: how well it is known that it was said.
        gaps: what was not read.
        sources: addresses or titles.
    """

    key: str
    programme: str
    claims: ClaimedEffect
    of: tuple[str, ...]
    said_by: tuple[str, ...]
    since: Moment | None
    says: str
    instrument: str
    rejected_by: tuple[str, ...]
    rejection: str | None
    confidence: Confidence
    gaps: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Monitor:
    """A body that watches over measures: it restricts nothing, and its end ends none of them.

    Attributes:
        key: its permanent name.
        programme: key of the programme it watches over.
        name: its name.
        instrument: the act that set it up.
        does: what it does.
        starts: since when it sits.
        to: the first day it does no longer; None while it sits.
        ended_by: what ended it, in words.
        confidence: how well the days are known.
        gaps: what was not read.
        sources: addresses or titles.
    """

    key: str
    programme: str
    name: str
    instrument: str
    does: str
    starts: Moment | None
    to: Moment | None
    ended_by: str | None
    confidence: Confidence
    gaps: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """One imposer's measures on one matter: a file of the register.

    Attributes:
        key: the name of its file.
        title: what it is about.
        imposer: who imposes it.
        checked: the day on which its file was last checked against sources.
        measures: its measures.
        claims: what is claimed of them.
        monitors: bodies that watch over them.
    """

    key: str
    title: str
    imposer: str
    checked: date
    measures: tuple[LegalMeasure, ...]
    claims: tuple[MeasureClaim, ...]
    monitors: tuple[Monitor, ...]
