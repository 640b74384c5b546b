"""Any stated measure is answered, and the answer holds together."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.flow.stated import COMPARED, checks_of
from onrecord.records import DateMention, Filler, Measure, MeasureStatus, Passage, When
from onrecord.records.checks import CheckAnswer, Difference
from onrecord.registers import LegalStatus, regimes, state_on

NAMES = st.sampled_from(["UN", "EU", "the UN Security Council", "Washington", "Norway", "critics", "The", ""])
TARGETS = st.sampled_from(["Iran", "Russia", "Tehran", "North Korea", "Chile", "the bank", "Syria", ""])
SUBJECTS = st.sampled_from(
    ["missiles", "Iran's drones", "arms", "tanks", "oil", "cheese", "travel", "Shahed-136", "", "UN"]
)
DAYS = st.dates(date(2000, 1, 1), date(2027, 12, 31))


def filler(name: str) -> Filler:
    return Filler(name, None, ((0, len(name)),), name)


@st.composite
def whens(draw: st.DrawFn) -> DateMention | None:
    first = draw(st.none() | DAYS)
    last = draw(st.none() | DAYS) if first is None else first + timedelta(days=draw(st.integers(0, 400)))
    told = DateMention(((0, 4),), "then", When("x", first, last))
    return draw(st.sampled_from([None, told]))


def a_measure(**changed: Any) -> Measure:
    given = {
        "statement": None,
        "spans": ((0, 9),),
        "text": "sanctions",
        "imposer": (),
        "target": (),
        "subject": None,
        "scope": None,
        "status": MeasureStatus.IN_FORCE,
        "when": None,
        "register": None,
    }
    return Measure(**{**given, **changed})


MEASURES = st.builds(
    lambda imposers, targets, subject, status, when, text: a_measure(
        imposer=tuple(map(filler, imposers)),
        target=tuple(map(filler, targets)),
        subject=Passage(((0, 1),), subject) if subject else None,
        status=status,
        when=when,
        text=text,
    ),
    st.lists(NAMES, max_size=2),
    st.lists(TARGETS, max_size=2),
    SUBJECTS,
    st.sampled_from(MeasureStatus),
    whens(),
    st.sampled_from(["sanctions", "The UN ban on missiles", "embargo", "the price cap on oil"]),
)


@settings(max_examples=300, deadline=None)
@given(MEASURES, st.none() | DAYS)
def test_the_answer_holds_together(measure: Measure, published: date | None) -> None:
    checks = checks_of(measure, published, regimes())
    assert checks
    claims = {c.key for c in regimes().claims}
    for check in checks:
        assert bool(check.differs) == (check.answer is CheckAnswer.DISAGREES)
        assert bool(check.keys) == (check.answer in (CheckAnswer.AGREES, CheckAnswer.DISAGREES, CheckAnswer.UNKNOWN))
        assert set(check.keys) <= set(regimes().measures) | claims
        assert check.says
        assert measure.status in COMPARED or check.answer is CheckAnswer.NOT_COMPARED
    assert checks == checks_of(measure, published, regimes())


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["UN", "EU", "US", "UK"]), st.sampled_from(["Iran", "Russia", "North Korea"]), SUBJECTS, DAYS)
def test_what_agrees_to_be_in_force_is(imposer: str, target: str, subject: str, published: date) -> None:
    about = Passage(((0, 1),), subject) if subject else None
    (check,) = checks_of(
        a_measure(imposer=(filler(imposer),), target=(filler(target),), subject=about), published, regimes()
    )
    held = [regimes().measures[key] for key in check.keys]
    statuses = {state_on(m, published).status for m in held}
    if check.answer is CheckAnswer.AGREES:
        assert statuses == {LegalStatus.IN_FORCE}
        assert all(not m.target or target in m.target for m in held)
    elif Difference.STATUS in check.differs:
        assert LegalStatus.IN_FORCE not in statuses


@pytest.mark.parametrize("status", sorted(set(MeasureStatus) - COMPARED))
def test_what_is_to_come_or_wished_for_is_not_compared(status: MeasureStatus) -> None:
    measure = a_measure(imposer=(filler("EU"),), target=(filler("Iran"),), status=status)
    (check,) = checks_of(measure, date(2024, 2, 22), regimes())
    assert (check.answer, check.keys) == (CheckAnswer.NOT_COMPARED, ())
