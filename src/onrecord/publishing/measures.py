"""The words in which measures of the register are told, the same on a terminal and on a page."""

from onrecord.records.regimes import Contest, Interval, LegalMeasure
from onrecord.registers import LegalStatus, MeasureState
from onrecord.registers.moments import told

__all__ = ["contest_told", "interval_told", "made_told", "on_whom", "state_told", "title_of"]


def title_of(measure: LegalMeasure) -> str:
    """Return the act, with the provision that is meant."""
    return measure.instrument if measure.provision is None else f"{measure.instrument}, {measure.provision}"


def on_whom(measure: LegalMeasure) -> str:
    """Return on whom a measure is."""
    target = ", ".join(measure.target) or "anybody"
    return f"{target}: {measure.parties}" if measure.parties is not None else target


def state_told(measure: LegalMeasure, state: MeasureState) -> str:
    """Return how a measure stands."""
    since, until = (told(m) if m is not None else None for m in (state.since, state.until))
    match state.status:
        case LegalStatus.IN_FORCE:
            known = measure.intervals[-1].known_until
            end = (
                f", known until {until}"
                if known is not None and known is state.until
                else f", until {until}"
                if until
                else ""
            )
            return f"in force since {since or 'a day that was not read'}{end}"
        case LegalStatus.ENDED:
            again = f"; again from {told(state.starts)}" if state.starts is not None else ""
            how = f"{state.how.value}: " if state.how is not None else ""
            return f"ended {since} ({how}{state.why or 'how was not read'}){again}"
        case LegalStatus.SUSPENDED:
            return f"suspended from {since}" + (f", again from {until}" if until else "")
        case LegalStatus.NOT_YET:
            return f"from {told(state.starts)}" if state.starts is not None else f"not yet: {made_told(measure)}"
        case LegalStatus.UNKNOWN:
            start = f" (applies from {told(state.starts)})" if state.starts is not None else f" ({made_told(measure)})"
            return f"{state.why}{start}"


def made_told(measure: LegalMeasure) -> str:
    """Return when an act was made."""
    days = (("adopted", measure.adopted), ("published", measure.published))
    return ", ".join(f"{name} {told(day)}" for name, day in days if day is not None) or "no day was read"


def interval_told(interval: Interval) -> str:
    """Return from when to when a measure is in force."""
    start = told(interval.applies_from) if interval.applies_from is not None else "a day not read"
    end = f" to {told(interval.to)}" if interval.to is not None else " on"
    return f"{start}{end}"


def contest_told(contest: Contest) -> str:
    """Return who holds that it is otherwise."""
    since = f", {told(contest.since)}" if contest.since is not None else ""
    about = f" (on {contest.subject})" if contest.subject is not None else ""
    return f"{', '.join(contest.who)}{since}{about}: {contest.says}"
