"""Measures on a day, and what changed between two days."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.flow.measures import Answer, ChangeKind, Group, asked_for, changes, end_of, imposer_named, measures_on
from onrecord.registers import LegalStatus, regimes, state_on
from tests.shared_files import SHARED, required

SEED = date(2024, 2, 22)


def on(day: date, target: str | None = None, imposer: str | None = None, subject: str | None = None) -> Answer:
    return measures_on(asked_for(target, imposer, subject), end_of(day))


def keys(answer: Answer, *groups: Group) -> set[str]:
    return {h.measure.key for h in answer.held if h.group in groups}


IN_FORCE = {
    "EU Decision 2010/413 + Reg 267/2012 missile and arms bans and freezes": {
        "EU-IRN-ARMS", "EU-IRN-MISSILE", "EU-IRN-267-FREEZE",
    },
    "EU Decision 2023/1532 + Reg 2023/1529": {"EU-IRN-UAV-2023"},
    "UK SI 2019/461 and carried-over designations": {"UK-IRN-NUC", "UK-IRN-TD"},
    "UK SI 2023/1314": {"UK-IRN-2023"},
    "US EO 12938, 13382, 13949": {"US-EO12938", "US-EO13382", "US-EO13949"},
    "CAATSA 104/107": {"US-CAATSA-104", "US-CAATSA-107"},
    "INKSNA": {"US-INKSNA"},
    "Iran-Iraq Act 1992": {"US-IIANPA"},
    "BIS 88 FR 6621 and 88 FR 12150": {"US-BIS-IRN-UAV-EL", "US-BIS-IRN-FDP"},
}  # fmt: skip
LAPSED = {
    "2023-10-18": {"UN-IRN-2231-B3", "UN-IRN-2231-B4", "UN-IRN-2231-B6c"},
    "2020-10-18": {"UN-IRN-2231-B5", "UN-IRN-2231-B6b", "UN-IRN-2231-B6e"},
    "2016-01-16": {
        "UN-IRN-1737", "UN-IRN-1747", "UN-IRN-1747-P6", "UN-IRN-1803", "UN-IRN-1929-P8", "UN-IRN-1929-P9",
    },
}  # fmt: skip
NOT_YET = {
    "EU missile extension": {"EU-IRN-UAV-2024-MISSILES"},
    "Fight CRIME Act": {"US-FIGHTCRIME"},
    "EU 2024/2894": {"EU-IRN-2024-2894"},
    "UN/EU/UK snapback": {"UN-IRN-SNAPBACK", "EU-IRN-SNAPBACK", "UK-IRN-SNAPBACK"},
}
BESIDE = {"EU-IRN-2024-2697"}
"""Listings of October 2024, which the table of measures has as not yet and the summary leaves out."""


def test_iran_and_missiles_on_the_day_of_the_seed_are_what_was_researched() -> None:
    answer = on(SEED, "Iran", subject="missiles")
    in_force = keys(answer, Group.PROHIBITIONS, Group.LISTINGS, Group.AUTHORITIES, Group.CALLS)
    assert in_force == set().union(*IN_FORCE.values())
    ended = {(h.measure.key, h.state.since.edtf) for h in answer.held if h.group is Group.ENDED and h.state.since}
    assert ended == {(key, day) for day, of in LAPSED.items() for key in of}
    assert keys(answer, Group.NOT_YET) == set().union(*NOT_YET.values()) | BESIDE
    assert keys(answer, Group.REPLACED) == {"EU-IRN-2007-140", "EU-IRN-2007-246"}
    assert not keys(answer, Group.UNKNOWN, Group.SUSPENDED)


def test_the_summary_compared_with_is_the_one_that_was_researched() -> None:
    text = required(SHARED / "research" / "sanctions.md").read_text(encoding="utf-8")
    section = text.partition("## 4. Iran, missile-related, 2024-02-22")[2].partition("\n## ")[0]
    in_force, lapsed, later = (line for line in section.splitlines() if line.startswith(("**In", "**Lapsed", "**Not")))
    assert all(part in in_force for part in IN_FORCE)
    assert set(re.findall(r"\d{4}-\d\d-\d\d", lapsed)) == set(LAPSED)
    assert all(part in later for part in NOT_YET)


def test_what_is_only_on_drones_says_so() -> None:
    held = {h.measure.key: h for h in on(SEED, "Iran", "EU", "missiles").held}
    assert (held["EU-IRN-UAV-2023"].cover, held["EU-IRN-UAV-2023"].by) == (3, ("drones",))
    assert (held["EU-IRN-MISSILE"].cover, held["EU-IRN-ARMS"].cover) == (0, 1)


def test_a_call_stands_apart_from_bans() -> None:
    answer = on(date(2022, 1, 1), "Iran", "UN")
    assert keys(answer, Group.CALLS) == {"UN-IRN-2231-B3"}
    assert keys(answer, Group.PROHIBITIONS) == {"UN-IRN-2231-B4"}


def test_what_can_be_on_anybody_is_on_each() -> None:
    assert {"US-EO12938", "US-EO13382"} <= {h.measure.key for h in on(SEED, "Chile").held}
    assert not on(SEED, "Chile", "EU").held


def test_claims_and_bodies_are_beside_the_measures() -> None:
    assert [c.key for c in on(SEED, "Iran").claims] == ["US-CLAIM-2020-SNAPBACK"]
    assert [c.key for c in on(date(2026, 1, 1), "Iran").claims] == ["US-CLAIM-2020-SNAPBACK", "UN-IRN-2231-TERM"]
    assert [m.key for m in on(SEED, "DPRK").monitors] == ["UN-PRK-POE"]
    assert not on(SEED, "Russia").claims


def test_a_dispute_on_drones_is_told_to_who_asks_for_drones() -> None:
    def contested(subject: str) -> int:
        return next(
            len(h.state.contested) for h in on(SEED, "Iran", "UN", subject).held if h.measure.key == "UN-IRN-2231-B4"
        )

    assert (contested("drones"), contested("missiles"), contested("arms")) == (1, 1, 1)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("EU", "EU"),
        ("eu", "EU"),
        ("Brussels", "EU"),
        ("Washington", "US"),
        ("UN Security Council", "UN"),
        ("Treasury Department", "US"),
        ("Norway", None),
    ],
)
def test_who_imposes_is_known_by_many_names(name: str, short: str | None) -> None:
    imposer = imposer_named(name)
    assert (imposer.short if imposer is not None else None) == short


@pytest.mark.parametrize(
    ("target", "imposer", "subject"), [("Atlantis", None, None), (None, "Norway", None), (None, None, "cheese")]
)
def test_a_name_that_nothing_has_is_an_error(target: str | None, imposer: str | None, subject: str | None) -> None:
    with pytest.raises(InputError, match="expected"):
        asked_for(target, imposer, subject)


def test_an_instant_is_asked_for_as_one() -> None:
    before, after = (datetime(2025, 9, 27, 23, 59, tzinfo=UTC), datetime(2025, 9, 28, tzinfo=UTC))
    asked = asked_for("Iran", "UN", None)
    assert "UN-IRN-SNAPBACK" in keys(measures_on(asked, before), Group.NOT_YET)
    assert "UN-IRN-SNAPBACK" in keys(measures_on(asked, after), Group.PROHIBITIONS)


def test_changes_of_the_transition_day() -> None:
    found = changes(asked_for("Iran", None, "missiles"), date(2023, 10, 1), date(2023, 10, 31))
    assert [(c.of.key, c.kind) for c in found] == [
        ("UK-IRN-TD", ChangeKind.BEGINS),
        ("UN-IRN-2231-B3", ChangeKind.ENDS),
        ("UN-IRN-2231-B4", ChangeKind.ENDS),
        ("UN-IRN-2231-B6c", ChangeKind.ENDS),
    ]


def test_changes_tell_returns_suspensions_claims_and_bodies() -> None:
    found = changes(asked_for(None, None, None), date(2024, 1, 1), date(2026, 12, 31))
    told = {(c.of.key, c.kind) for c in found}
    assert {
        ("UN-IRN-1737", ChangeKind.RETURNS),
        ("US-BIS-AFFIL", ChangeKind.SUSPENDED),
        ("US-BIS-AFFIL", ChangeKind.RESUMES),
        ("UN-IRN-2231-TERM", ChangeKind.CLAIMED),
        ("UN-PRK-POE", ChangeKind.ROSE),
        ("EU-RUS-269", ChangeKind.KNOWN_UNTIL),
        ("UK-IRN-SNAPBACK", ChangeKind.MADE),
    } <= told
    assert [c.when.first for c in found] == sorted(c.when.first for c in found)


@given(st.dates(date(2000, 1, 1), date(2027, 1, 1)), st.integers(0, 400))
def test_a_status_changes_only_where_a_change_is_told(first: date, days: int) -> None:
    last = date.fromordinal(first.toordinal() + days)
    told = {c.of.key for c in changes(asked_for(None, None, None), first, last)}
    for key, measure in regimes().measures.items():
        if key not in told:
            before, after = state_on(measure, date.fromordinal(first.toordinal() - 1)), state_on(measure, last)
            same = before.status is after.status
            assert same or LegalStatus.UNKNOWN in (before.status, after.status), key
