"""Which measures bound whom on a day, which had ended and how, which were not yet, and what changed between two days?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from onrecord.acquiring import parse_day
from onrecord.errors import DateError, InputError
from onrecord.records.regimes import Binding, EndedHow, Interval, LegalKind, LegalMeasure, MeasureClaim, Moment, Monitor
from onrecord.registers import (
    Imposer,
    LegalStatus,
    MeasureState,
    Regimes,
    gazetteer,
    imposers,
    regimes,
    state_at,
    subjects,
)
from onrecord.registers.moments import begins
from onrecord.registers.subjects import Cover

__all__ = [
    "Answer", "Asked", "Change", "ChangeKind", "Group", "Held", "asked_for", "changes", "end_of", "held_among", "imposer_named",
    "instant_of", "measures_on", "target_names",
]  # fmt: skip

_DAY = timedelta(days=1)
_TICK = timedelta(microseconds=1)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")


class Group(StrEnum):
    """Where a measure is shown: what binds apart from calls, lists and authorities; what was replaced apart from what ended."""

    PROHIBITIONS = "in force: prohibitions"
    CALLS = "in force: calls that do not bind"
    LISTINGS = "in force: listing programmes"
    AUTHORITIES = "in force: authorities, which alone bind nobody"
    SUSPENDED = "suspended"
    UNKNOWN = "not known"
    ENDED = "ended"
    REPLACED = "replaced by another act"
    NOT_YET = "not yet"


class ChangeKind(StrEnum):
    """What changed on a day."""

    BEGINS = "begins to apply"
    RETURNS = "applies again"
    ENDS = "ends"
    SUSPENDED = "is suspended"
    RESUMES = "suspension ends"
    MADE = "is adopted or published; its first day was not read"
    KNOWN_UNTIL = "last day known, unless renewed"
    CLAIMED = "is claimed"
    SITS = "begins to sit"
    ROSE = "ends: a body, no measure"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; None for all.

    Attributes:
        target: names of the gazetteer, any of which a measure is on.
        imposer: who imposes it.
        subject: a controlled subject.
    """

    target: tuple[str, ...] | None = None
    imposer: Imposer | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A measure of the register as it stands on the day asked.

    Attributes:
        measure: the measure.
        state: how it stands.
        group: where it is shown.
        cover: how near its subjects are to the one asked for; None if none was.
        by: its subjects that are as near as that.
    """

    measure: LegalMeasure
    state: MeasureState
    group: Group
    cover: Cover | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the register says.

    Attributes:
        held: the measures, group by group, imposer by imposer, by key.
        claims: what was claimed of them by then.
        monitors: the bodies that watch over them.
        checked: the day on which the register was last checked as a whole; what came later it need not know.
    """

    held: tuple[Held, ...]
    claims: tuple[MeasureClaim, ...]
    monitors: tuple[Monitor, ...]
    checked: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """What begins or ends, when, and of what.

    Attributes:
        when: the day or instant, as far as it is known.
        kind: what happens.
        how: how it ends; None for all else.
        told: what ended it, or who claims it, in words.
        of: the measure, claim or body.
    """

    when: Moment
    kind: ChangeKind
    how: EndedHow | None
    told: str | None
    of: LegalMeasure | MeasureClaim | Monitor


def imposer_named(text: str) -> Imposer | None:
    """Return who imposes measures by any name: "EU", "Washington", "the UN Security Council", "the Treasury Department"."""
    table = imposers()
    short = {name.casefold(): imposer for name, imposer in table.items()}.get(text.strip().casefold())
    if short is not None:
        return short
    state, body = gazetteer().state(text), gazetteer().body(text)
    names = (state.state.name if state else None, body.name if body else None, body.state if body else None)
    return next((table[name] for name in names if name is not None and name in table), None)


def target_names(text: str) -> tuple[str, ...]:
    """Return the names under which the register may have a target: the state or body, and the state the body belongs to."""
    state, body = gazetteer().state(text), gazetteer().body(text)
    names = (state.state.name if state else None, body.name if body else None, body.state if body else None)
    return tuple(dict.fromkeys(name for name in names if name is not None))


def asked_for(target: str | None, imposer: str | None, subject: str | None) -> Asked:
    """Return what is asked for by the names a person gives.

    Raises:
        InputError: a name that nothing is known by.
    """
    found = Asked()
    if target is not None:
        found = replace(found, target=target_names(target))
        if not found.target:
            raise InputError("--target", repr(target), 'a state or body by one of its names, such as "Iran" or "DPRK"')
    if imposer is not None:
        found = replace(found, imposer=imposer_named(imposer))
        if found.imposer is None:
            known = ", ".join(dict.fromkeys(i.short for i in imposers().values()))
            raise InputError("--imposer", repr(imposer), f"one of {known}, or a name of theirs")
    if subject is not None:
        found = replace(found, subject=subjects().named(subject))
        if found.subject is None:
            raise InputError("--subject", repr(subject), f"one of {', '.join(subjects().by_name)}, or a word for one")
    return found


def end_of(day: date) -> datetime:
    """Return the last instant of a day in UTC."""
    return begins(day) - _TICK + _DAY if day < date.max else datetime.max.replace(tzinfo=begins(day).tzinfo)


def instant_of(on: str | None, option: str) -> tuple[str, datetime]:
    """Return a day or instant as it is told, and the instant to look at: of a day its end; of none today.

    Args:
        on: a day, YYYY-MM-DD in UTC, or an instant with its zone.
        option: what gave it, for the message.

    Raises:
        DateError: it is neither.
    """
    if on is None:
        day = datetime.now(UTC).date()
    elif _INSTANT.fullmatch(on.strip()):
        try:
            return on.strip(), datetime.fromisoformat(on.strip()).astimezone(UTC)
        except (ValueError, OverflowError):
            raise DateError(option, repr(on), "a calendar day, or an instant with its zone") from None
    else:
        day = parse_day(on, option)
    return day.isoformat(), end_of(day)


def measures_on(asked: Asked, instant: datetime, register: Regimes | None = None) -> Answer:
    """Return what the register says of what is asked for at an instant."""
    held_in = register or regimes()
    held = held_among(held_in.measures.values(), asked, instant)
    keys = {h.measure.key for h in held}
    programmes = {h.measure.programme for h in held}
    claims = [c for c in held_in.claims if keys & set(c.of) and (c.since is None or c.since.first <= instant)]
    monitors = [
        m for m in held_in.monitors if m.programme in programmes and (m.starts is None or m.starts.first <= instant)
    ]
    order = list(Group)
    held.sort(key=lambda h: (order.index(h.group), h.measure.imposer, h.measure.key))
    return Answer(tuple(held), tuple(claims), tuple(monitors), held_in.checked)


def held_among(measures: Iterable[LegalMeasure], asked: Asked, instant: datetime) -> list[Held]:
    """Return those of some measures that are asked for, as they stand at an instant."""
    found = []
    for measure in measures:
        told, cover = _is_asked(measure, asked)
        if told:
            state = state_at(measure, instant)
            state = replace(state, contested=tuple(c for c in state.contested if _bears_on(c.subject, asked.subject)))
            found.append(Held(measure, state, _group(measure, state), cover, _by(measure, asked, cover)))
    return found


def changes(asked: Asked, first: date, last: date, register: Regimes | None = None) -> tuple[Change, ...]:
    """Return what changed from a day to a day, both included, by what the register says; what may lie within them is among it."""
    held_in = register or regimes()
    measures = [m for m in held_in.measures.values() if _is_asked(m, asked)[0]]
    keys, programmes = {m.key for m in measures}, {m.programme for m in measures}
    found = [change for m in measures for change in _changes_of(m)]
    for claim in held_in.claims:
        if claim.since is not None and keys & set(claim.of):
            told = f"{', '.join(claim.said_by)}: {claim.says}"
            found.append(Change(claim.since, ChangeKind.CLAIMED, None, told, claim))
    for body in held_in.monitors:
        for when, kind in ((body.starts, ChangeKind.SITS), (body.to, ChangeKind.ROSE)):
            if when is not None and body.programme in programmes:
                told_of = body.ended_by if kind is ChangeKind.ROSE else None
                found.append(Change(when, kind, None, told_of, body))
    start, end = begins(first), end_of(last)
    within = [c for c in found if c.when.first <= end and c.when.last >= start]
    return tuple(sorted(within, key=lambda c: (c.when.first, c.when.last, c.of.key)))


def _is_asked(measure: LegalMeasure, asked: Asked) -> tuple[bool, Cover | None]:
    """Return whether a measure is asked for, and how near it is to the subject."""
    if asked.imposer is not None and measure.imposer != asked.imposer.name:
        return False, None
    if asked.target is not None and measure.target and not set(asked.target) & set(measure.target):
        return False, None
    cover = subjects().covers(measure.subjects, asked.subject) if asked.subject is not None else None
    return asked.subject is None or cover is not None, cover


def _by(measure: LegalMeasure, asked: Asked, cover: Cover | None) -> tuple[str, ...]:
    if asked.subject is None or cover is None:
        return ()
    return tuple(s for s in measure.subjects if subjects().cover(s, asked.subject) == cover)


def _bears_on(contested: str | None, asked: str | None) -> bool:
    return contested is None or asked is None or subjects().cover(contested, asked) is not None


def _group(measure: LegalMeasure, state: MeasureState) -> Group:
    match state.status:
        case LegalStatus.NOT_YET:
            return Group.NOT_YET
        case LegalStatus.UNKNOWN:
            return Group.UNKNOWN
        case LegalStatus.SUSPENDED:
            return Group.SUSPENDED
        case LegalStatus.ENDED:
            return Group.REPLACED if state.how is EndedHow.REPLACED else Group.ENDED
    if measure.kind is LegalKind.AUTHORITY:
        return Group.AUTHORITIES
    if measure.binding is Binding.CALLED_UPON:
        return Group.CALLS
    return Group.LISTINGS if measure.kind is LegalKind.LISTING else Group.PROHIBITIONS


def _changes_of(measure: LegalMeasure) -> Iterator[Change]:
    for number, interval in enumerate(measure.intervals):
        if interval.applies_from is not None:
            kind = ChangeKind.RETURNS if number else ChangeKind.BEGINS
            yield Change(interval.applies_from, kind, None, None, measure)
        elif made := [m for m in (measure.adopted, measure.published) if m is not None]:
            yield Change(min(made, key=lambda m: m.first), ChangeKind.MADE, None, None, measure)
        if interval.to is not None:
            yield Change(interval.to, ChangeKind.ENDS, interval.ended_how, interval.ended_by, measure)
        yield from _within(measure, interval)


def _within(measure: LegalMeasure, interval: Interval) -> Iterator[Change]:
    for pause in interval.suspended:
        yield Change(pause.starts, ChangeKind.SUSPENDED, None, None, measure)
        if pause.to is not None:
            yield Change(pause.to, ChangeKind.RESUMES, None, None, measure)
    if interval.known_until is not None:
        yield Change(interval.known_until, ChangeKind.KNOWN_UNTIL, None, None, measure)
