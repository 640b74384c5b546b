"""Whether a measure is in force on a day: in force, not yet, ended and how, set aside, or not known.

Every end is the first day or instant on which a measure is not in force any more, and days are days in UTC. What the record
leaves open stays open: where a day lies between the earliest and the latest that a beginning or an end may be, the answer is "not
known", and so it is behind the last day on which a measure that has to be renewed is known to be in force.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from onrecord.records.regimes import Contest, EndedHow, Interval, LegalMeasure, Moment
from onrecord.registers.moments import EARLIEST, LATEST, begins

__all__ = ["LegalStatus", "MeasureState", "in_dispute", "state_at", "state_on"]

_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)


class LegalStatus(StrEnum):
    """How a measure stands on a day."""

    IN_FORCE = "in force"
    NOT_YET = "not yet"
    ENDED = "ended"
    SUSPENDED = "suspended"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class MeasureState:
    """How a measure stands on a day, and by which days of its record.

    Attributes:
        status: in force, not yet, ended, suspended or not known.
        since: when that began: the beginning, the end, the suspension; None where it was not read.
        until: when it is to change, as far as the record says; of what is not yet in force, None.
        how: how it ended; None unless it has.
        why: what the record leaves open, where the status is not known; else what ended it, if that is told.
        starts: when it first comes into force, or does again.
        contested: who holds on that day that it is otherwise.
    """

    status: LegalStatus
    since: Moment | None
    until: Moment | None
    how: EndedHow | None
    why: str | None
    starts: Moment | None
    contested: tuple[Contest, ...] = ()


def state_on(measure: LegalMeasure, day: date) -> MeasureState:
    """Return how a measure stands on a day in UTC; where it changes within the day, how it stands at its end."""
    return state_at(measure, begins(day) + _DAY - _TICK if day < date.max else LATEST)


def state_at(measure: LegalMeasure, instant: datetime) -> MeasureState:
    """Return how a measure stands at an instant."""
    return replace(_by_intervals(measure, instant), contested=in_dispute(measure, instant))


def in_dispute(measure: LegalMeasure, instant: datetime) -> tuple[Contest, ...]:
    """Return who holds at an instant that a measure is otherwise; who has begun at an unknown time counts from its beginning."""
    starts = measure.intervals[0].applies_from
    floor = EARLIEST if starts is None else starts.first
    return tuple(c for c in measure.contested_by if instant >= (c.since.first if c.since is not None else floor))


def _by_intervals(measure: LegalMeasure, instant: datetime) -> MeasureState:
    """Look from the last interval back: the first one that can have begun decides."""
    later: Moment | None = None
    for interval in reversed(measure.intervals):
        first, last = _beginning(measure, interval)
        if instant >= first:
            state = _within(interval, instant, later)
            if instant >= last or state.status is LegalStatus.ENDED:
                return state
            return _not_known(interval, None, _unread_start(interval))
        later = interval.applies_from
    return MeasureState(LegalStatus.NOT_YET, None, None, None, None, later)


def _beginning(measure: LegalMeasure, interval: Interval) -> tuple[datetime, datetime]:
    """Return the earliest and the latest instant of a beginning; an act that was not there yet cannot have applied."""
    if interval.applies_from is not None:
        return interval.applies_from.first, interval.applies_from.last
    made = [m.first for m in (measure.adopted, measure.published) if m is not None]
    return min(made, default=EARLIEST), LATEST


def _within(interval: Interval, instant: datetime, later: Moment | None) -> MeasureState:
    """Return the state at an instant, given that the interval has begun."""
    end = interval.to
    if end is not None and instant >= end.last:
        return MeasureState(LegalStatus.ENDED, end, later, interval.ended_how, interval.ended_by, later)
    if end is not None and instant >= end.first:
        return _not_known(interval, end, f"it ended at some time in {end.edtf}")
    known = interval.known_until
    if known is not None and instant - known.first >= _DAY:
        return _not_known(interval, known, f"not known after {known.edtf}")
    for pause in interval.suspended:
        over = pause.to
        if instant < pause.starts.first or (over is not None and instant >= over.last):
            continue
        if instant >= pause.starts.last and (over is None or instant < over.first):
            return MeasureState(LegalStatus.SUSPENDED, pause.starts, over, None, None, over)
        return _not_known(interval, pause.starts, "the days of its suspension are not known exactly")
    return MeasureState(LegalStatus.IN_FORCE, interval.applies_from, _next_change(interval, instant), None, None, later)


def _next_change(interval: Interval, instant: datetime) -> Moment | None:
    """Return what of an interval in force comes next: a suspension, its end, or the last day it is known for."""
    pauses = [p.starts for p in interval.suspended if p.starts.first > instant]
    return next(iter(pauses), interval.to or interval.known_until)


def _not_known(interval: Interval, since: Moment | None, why: str) -> MeasureState:
    return MeasureState(LegalStatus.UNKNOWN, since, None, None, why, interval.applies_from)


def _unread_start(interval: Interval) -> str:
    if interval.applies_from is None:
        return "the day on which it began to apply was not read"
    return f"it began to apply at some time in {interval.applies_from.edtf}"
