"""In force on a day: any intervals, against a plain count of days."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records.regimes import (
    Binding,
    Confidence,
    Contest,
    EndedHow,
    Interval,
    LegalKind,
    LegalMeasure,
    Moment,
    Suspension,
)
from onrecord.registers import LegalStatus, state_at, state_on
from onrecord.registers.moments import moment_of

START = date(2020, 1, 1)
DAYS = 40


def day(n: int) -> date:
    return START + timedelta(days=n)


def exact(n: int) -> Moment:
    return moment_of(day(n).isoformat())


def measure(*intervals: Interval, adopted: Moment | None = None, contested: tuple[Contest, ...] = ()) -> LegalMeasure:
    return LegalMeasure(
        "UN-X", "UN", "United Nations", "An act", None, LegalKind.PROHIBITION, Binding.BINDING, "arms", ("arms",), "all states",
        None, (), None, (), adopted, None, intervals, (), contested, Confidence.HIGH, (), ("a source",),
    )  # fmt: skip


def interval(
    first: Moment | None, to: Moment | None = None, known: Moment | None = None, pauses: tuple[Suspension, ...] = ()
) -> Interval:
    return Interval(first, to, known, EndedHow.EXPIRED if to is not None else None, None, pauses)


@st.composite
def cut(draw: st.DrawFn) -> list[int]:
    """Return days in order, with at least one day between two."""
    return sorted(draw(st.sets(st.integers(0, DAYS), min_size=1, max_size=6)))


@given(cut(), st.integers(-2, DAYS + 2))
def test_exact_days_are_always_known_and_lapse_and_snapback_are_two_intervals(bounds: list[int], asked: int) -> None:
    pairs = [(exact(a), exact(b)) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    spans = [interval(a, b) for a, b in pairs] + ([interval(exact(bounds[-1]))] if len(bounds) % 2 else [])
    passed = sum(bound <= asked for bound in bounds)
    state = state_on(measure(*spans), day(asked))
    expected = LegalStatus.NOT_YET if passed == 0 else LegalStatus.IN_FORCE if passed % 2 else LegalStatus.ENDED
    assert state.status is expected
    assert state.how is (EndedHow.EXPIRED if expected is LegalStatus.ENDED else None)
    if passed:
        assert state.since == exact(bounds[passed - 1])
    if expected is not LegalStatus.IN_FORCE and passed < len(bounds):
        assert state.starts == exact(bounds[passed])


@st.composite
def vague(draw: st.DrawFn) -> tuple[LegalMeasure, LegalMeasure]:
    """Return a measure with vague days, and the same with each day settled somewhere in what it may mean."""
    bounds = draw(st.lists(st.integers(0, DAYS), min_size=4, max_size=8, unique=True).map(sorted))
    vague_days, settled = list[Moment](), list[Moment]()
    for a, b in zip(bounds[::2], bounds[1::2], strict=False):
        vague_days.append(moment_of(f"[{day(a)}..{day(b)}]"))
        settled.append(exact(draw(st.integers(a, b))))
    return _of(vague_days), _of(settled)


def _of(moments: list[Moment]) -> LegalMeasure:
    spans = [interval(a, b) for a, b in zip(moments[::2], moments[1::2], strict=False)]
    return measure(*spans, *([interval(moments[-1])] if len(moments) % 2 else []))


@given(vague(), st.integers(-2, DAYS + 2))
def test_what_is_told_of_vague_days_is_so_whatever_they_were(
    pair: tuple[LegalMeasure, LegalMeasure], asked: int
) -> None:
    state, settled = state_on(pair[0], day(asked)), state_on(pair[1], day(asked))
    assert state.status in (LegalStatus.UNKNOWN, settled.status)
    if state.status is LegalStatus.UNKNOWN:
        assert state.why is not None
        inside = [m for i in pair[0].intervals for m in (i.applies_from, i.to) if m is not None]
        asked_at = datetime.combine(day(asked), datetime.min.time(), UTC)
        assert any(m.first <= asked_at < m.last for m in inside)


@given(st.integers(0, 10), st.integers(0, 20), st.integers(-2, DAYS))
def test_after_the_last_day_known_nothing_is_known(first: int, length: int, asked: int) -> None:
    known = exact(first + length)
    state = state_on(measure(interval(exact(first), known=known)), day(asked))
    if asked < first:
        assert state.status is LegalStatus.NOT_YET
    elif asked <= first + length:
        assert (state.status, state.until) == (LegalStatus.IN_FORCE, known)
    else:
        assert (state.status, state.why) == (LegalStatus.UNKNOWN, f"not known after {known.edtf}")


@given(st.lists(st.integers(1, DAYS), min_size=2, max_size=6, unique=True).map(sorted), st.integers(0, DAYS + 2))
def test_suspensions_are_gaps_in_what_stays_one_interval(bounds: list[int], asked: int) -> None:
    pauses = tuple(Suspension(exact(a), exact(b)) for a, b in zip(bounds[::2], bounds[1::2], strict=False))
    state = state_on(measure(interval(exact(0), pauses=pauses)), day(asked))
    suspended = any(p.starts.first.date() <= day(asked) < p.to.first.date() for p in pauses if p.to is not None)
    assert state.status is (LegalStatus.SUSPENDED if suspended else LegalStatus.IN_FORCE)


@given(st.integers(0, 23), st.integers(-3, 3))
def test_an_instant_is_compared_as_an_instant(hour: int, shift: int) -> None:
    zone = f"{'-' if shift < 0 else '+'}{abs(shift):02}:00"
    moment = moment_of(f"2020-01-10T{hour:02}:00{zone}")
    held = measure(interval(moment))
    assert state_at(held, moment.first).status is LegalStatus.IN_FORCE
    assert state_at(held, moment.first - timedelta(seconds=1)).status is LegalStatus.NOT_YET
    assert state_on(held, moment.first.date()).status is LegalStatus.IN_FORCE


def test_a_beginning_that_was_not_read_cannot_lie_before_the_act() -> None:
    held = measure(interval(None), adopted=exact(10))
    assert state_on(held, day(9)).status is LegalStatus.NOT_YET
    later = state_on(held, day(10))
    assert (later.status, later.why) == (LegalStatus.UNKNOWN, "the day on which it began to apply was not read")
    assert state_on(measure(interval(None)), day(0)).status is LegalStatus.UNKNOWN
    assert state_on(measure(interval(None, exact(5))), day(6)).status is LegalStatus.ENDED


def test_who_contests_is_told_apart_and_from_when_on() -> None:
    early, late = Contest(("Iran",), None, "It is void.", None), Contest(("Russia",), exact(9), "It has ended.", None)
    held = measure(interval(exact(3)), contested=(early, late))
    assert [state_on(held, day(n)).contested for n in (2, 3, 8, 9)] == [(), (early,), (early,), (early, late)]
    assert state_on(held, day(9)).status is LegalStatus.IN_FORCE


@pytest.mark.parametrize("asked", [date.min, date.max])
def test_the_ends_of_the_calendar(asked: date) -> None:
    held = measure(interval(exact(0)))
    status = state_on(held, asked).status
    assert status is (LegalStatus.NOT_YET if asked == date.min else LegalStatus.IN_FORCE)
    assert (
        state_on(replace(held, intervals=(interval(exact(0), known=moment_of("9999-12-31")),)), asked).status is status
    )
