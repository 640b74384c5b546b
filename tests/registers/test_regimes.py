"""The register of measures: what it holds, the traps, and files that are refused."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onrecord.errors import RegisterError
from onrecord.records.regimes import Binding, EndedHow, LegalKind, LegalMeasure, MeasureRelation
from onrecord.registers import DATA, LegalStatus, check, regimes, state_at, state_on
from onrecord.registers.regimes import load_regimes
from tests.registers.conftest import Spoil
from tests.shared_files import SHARED, required

SEED = date(2024, 2, 22)


def measure(key: str) -> LegalMeasure:
    return regimes().measures[key]


def on(key: str, day: str) -> LegalStatus:
    return state_on(measure(key), date.fromisoformat(day)).status


def test_every_researched_row_is_entered_with_its_sources() -> None:
    rows = list(csv.DictReader(required(SHARED / "research" / "measures.csv").read_text(encoding="utf-8").splitlines()))
    register = regimes()
    held = {m.key: m.sources for m in register.measures.values()}
    held |= {c.key: c.sources for c in register.claims} | {m.key: m.sources for m in register.monitors}
    sure = {m.key: m.confidence for m in register.measures.values()}
    sure |= {c.key: c.confidence for c in register.claims} | {m.key: m.confidence for m in register.monitors}
    assert len(rows) == 64
    for row in rows:
        assert "; ".join(held[row["id"]]) == row["sources"]
        assert sure[row["id"]][0].upper() == row["confidence"]
    parts = {"UN-IRN-1747-P6", "US-PRICECAP-PRODUCTS", "US-RUS-ENERGY-2025-SERVICES", "US-PRK-RUS-2024-MAY"}
    assert set(held) == {row["id"] for row in rows} | parts


TOLD = {"in force": LegalStatus.IN_FORCE, "act in force": LegalStatus.IN_FORCE, "lapsed": LegalStatus.ENDED}
TOLD |= {"replaced": LegalStatus.ENDED, "not yet": LegalStatus.NOT_YET}


def test_every_row_stands_on_the_day_of_the_seed_as_it_was_researched() -> None:
    rows = list(csv.DictReader(required(SHARED / "research" / "measures.csv").read_text(encoding="utf-8").splitlines()))
    compared = 0
    for row in rows:
        if row["id"] in regimes().measures:
            told = next(status for words, status in TOLD.items() if row["on_2024_02_22"].lower().startswith(words))
            assert state_on(measure(row["id"]), SEED).status is told, row["id"]
            compared += 1
    assert compared == 61


def test_a_paragraph_that_calls_upon_is_no_ban() -> None:
    assert measure("UN-IRN-2231-B3").binding is Binding.CALLED_UPON
    assert measure("UN-IRN-1747-P6").binding is Binding.CALLED_UPON
    assert measure("UN-IRN-1929-P9").binding is Binding.BINDING
    assert any(c.who == ("Russia",) for c in measure("UN-IRN-2231-B3").contested_by)


@pytest.mark.parametrize(
    ("key", "last", "first_without"),
    [
        ("UN-IRN-2231-B3", "2023-10-17", "2023-10-18"),
        ("UN-IRN-2231-B4", "2023-10-17", "2023-10-18"),
        ("UN-IRN-2231-B6c", "2023-10-17", "2023-10-18"),
        ("UN-IRN-2231-B5", "2020-10-17", "2020-10-18"),
        ("UN-IRN-2231-B6b", "2020-10-17", "2020-10-18"),
        ("UN-IRN-2231-B6e", "2020-10-17", "2020-10-18"),
    ],
)
def test_the_arms_limits_ended_in_2020_and_the_missile_limits_in_2023(key: str, last: str, first_without: str) -> None:
    assert on(key, last) is LegalStatus.IN_FORCE
    state = state_on(measure(key), date.fromisoformat(first_without))
    assert (state.status, state.how) == (LegalStatus.ENDED, EndedHow.EXPIRED)


@pytest.mark.parametrize("key", ["UN-IRN-1737", "UN-IRN-1747", "UN-IRN-1803", "UN-IRN-1929-P8", "UN-IRN-1929-P9"])
def test_lapse_and_snapback_are_two_intervals(key: str) -> None:
    days = ("2016-01-15", "2016-01-16", "2024-02-22", "2025-09-27", "2025-09-28")
    in_force, ended = LegalStatus.IN_FORCE, LegalStatus.ENDED
    assert [on(key, day) for day in days] == [in_force, ended, ended, ended, in_force]
    between = state_on(measure(key), SEED)
    assert between.how is EndedHow.TERMINATED
    assert between.starts is not None and between.starts.edtf == "2025-09-28T00:00Z"
    assert not between.contested


def test_the_snapback_has_an_instant_and_is_contested() -> None:
    snapback = measure("UN-IRN-SNAPBACK")
    new_york = datetime.fromisoformat("2025-09-27T20:00-04:00")
    assert state_at(snapback, new_york).status is LegalStatus.IN_FORCE
    assert state_at(snapback, datetime(2025, 9, 27, 23, 59, tzinfo=UTC)).status is LegalStatus.NOT_YET
    (contest,) = state_on(snapback, date(2025, 10, 1)).contested
    assert contest.who == ("Iran", "Russia", "China")
    assert (MeasureRelation.REINSTATES, "UN-IRN-1737") in snapback.relations


def test_a_claimed_snapback_and_a_claimed_end_are_claims_and_no_measures() -> None:
    claims = {c.key: c for c in regimes().claims}
    assert set(claims) == {"US-CLAIM-2020-SNAPBACK", "UN-IRN-2231-TERM"}
    assert not set(claims) & set(regimes().measures)
    assert claims["US-CLAIM-2020-SNAPBACK"].said_by == ("United States",)
    assert "United Kingdom" in claims["US-CLAIM-2020-SNAPBACK"].rejected_by
    assert on("UN-IRN-1929-P8", "2020-10-01") is LegalStatus.ENDED
    assert on("UN-IRN-SNAPBACK", "2025-10-20") is LegalStatus.IN_FORCE


def test_the_end_of_the_panel_ended_no_measure() -> None:
    (panel,) = regimes().monitors
    assert (panel.key, panel.to and panel.to.edtf) == ("UN-PRK-POE", "2024-04-30")
    for key in ("UN-PRK-1718", "UN-PRK-1874", "UN-PRK-2270"):
        assert [on(key, day) for day in ("2024-04-29", "2024-05-01", "2026-11-01")] == [LegalStatus.IN_FORCE] * 3


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("EU-RUS-269", "2026-09-15"),
        ("EU-RUS-ARMS", "2026-07-31"),
        ("EU-IRN-UAV-2023", "2026-08-01"),
        ("US-EO12938", "2026-11-14"),
        ("US-BIS-AFFIL", "2026-11-09"),
    ],
)
def test_what_is_renewed_is_known_until_a_day(key: str, known: str) -> None:
    last = date.fromisoformat(known)
    assert state_on(measure(key), last).status is not LegalStatus.UNKNOWN
    after = state_on(
        measure(key), last.replace(day=last.day + 1) if last.day < 28 else last.replace(month=last.month + 1, day=1)
    )
    assert (after.status, after.why) == (LegalStatus.UNKNOWN, f"not known after {known}")


def test_the_affiliates_rule_is_suspended_for_a_year() -> None:
    statuses = [
        on("US-BIS-AFFIL", day) for day in ("2025-09-28", "2025-11-09", "2025-11-10", "2026-11-09", "2026-11-10")
    ]
    assert statuses == ["not yet", "in force", "suspended", "suspended", "not known"]


@pytest.mark.parametrize(
    ("key", "before", "doubtful", "after"),
    [
        ("UN-PRK-1874", "2009-05-31", "2009-06-12", "2009-06-30"),
        ("UN-PRK-2270", "2015-12-31", "2016-03-01", "2016-12-31"),
        ("EU-IRN-SNAPBACK", "2025-09-28", "2025-09-29", "2025-09-30"),
        ("EU-IRN-UAV-2024-MISSILES", "2024-02-22", "2024-05-15", "2024-05-16"),
    ],
)
def test_vague_days_stay_vague(key: str, before: str, doubtful: str, after: str) -> None:
    assert [on(key, day) for day in (before, doubtful, after)] == ["not yet", "not known", "in force"]


def test_a_commencement_that_was_not_read_is_not_guessed() -> None:
    assert [on("UK-IRN-SNAPBACK", day) for day in ("2024-02-22", "2025-10-15")] == ["not yet", "not known"]


def test_an_authority_binds_nobody_alone() -> None:
    for held in regimes().measures.values():
        assert (held.binding is None) == (held.kind is LegalKind.AUTHORITY), held.key


GOOD = """\
title: A ban
imposer: United Nations
checked: 2026-11-23
target: [Chile]
measures:
  - key: UN-CHL-1
    instrument: UNSCR 1
    kind: prohibition
    binding: binding
    restricts: arms
    subjects: [arms]
    addressee: all states
    intervals:
      - applies_from: 2010-01-01
        to: 2011-01-01
        ended_how: expired
      - applies_from: 2012-01-01
        known_until: 2013-01-01
        suspended:
          - {from: 2012-03-01, to: 2012-04-01}
    contested_by:
      - who: [Chile]
        says: It is void.
    confidence: high
    sources: [a title]
"""


def refused(folder: Path) -> str:
    """Return the one line that is said of a register."""
    with pytest.raises(RegisterError) as fault:
        load_regimes(folder)
    message = str(fault.value)
    assert "\n" not in message
    assert message in {str(f) for f in check(folder).faults}
    return message


@pytest.fixture
def written(spoiled: Spoil) -> Path:
    """Return a folder of the shipped tables without their programmes."""
    folder = spoiled("frames/veto.yml", "says:", "says: A veto.")
    for path in (folder / "regimes").glob("*.yml"):
        path.unlink()
    return folder


def test_a_good_file_is_read(written: Path) -> None:
    (written / "regimes" / "UN-CHL.yml").write_text(GOOD, encoding="utf-8")
    assert list(load_regimes(written).measures) == ["UN-CHL-1"]


@pytest.mark.parametrize(
    ("old", "new", "where", "got"),
    [
        ("kind: prohibition", "kind: ban", "UN-CHL-1: kind", "'ban'"),
        ("kind: prohibition", "kind: authority", "UN-CHL-1: binding", "'binding'"),
        ("    binding: binding\n", "", "UN-CHL-1: binding", "nothing"),
        ("subjects: [arms]", "subjects: [cheese]", "UN-CHL-1: subjects", "'cheese'"),
        ("subjects: [arms]", "subjects: arms", "UN-CHL-1: subjects", "'arms'"),
        ("from: 2010-01-01", "from: 2010-13-01", "UN-CHL-1: interval 1: applies_from", "'2010-13-01'"),
        ("to: 2011-01-01", "to: 2009-01-01", "UN-CHL-1: interval 1: to", "2009-01-01"),
        ("        ended_how: expired\n", "", "UN-CHL-1: interval 1: ended_how", "no ended_how"),
        ("ended_how: expired", "ended_how: vanished", "UN-CHL-1: interval 1: ended_how", "'vanished'"),
        ("from: 2012-01-01", "from: 2010-06-01", "UN-CHL-1: interval 2: applies_from", "2010-06-01"),
        (
            "        to: 2011-01-01\n        ended_how: expired\n",
            "",
            "UN-CHL-1: interval 2",
            "an interval behind one that is open",
        ),
        ("known_until: 2013-01-01", "known_until: 2011-01-01", "UN-CHL-1: interval 2: known_until", "2011-01-01"),
        ("from: 2012-03-01", "from: 2011-03-01", "UN-CHL-1: interval 2: suspended", "2011-03-01"),
        ("to: 2012-04-01", "to: 2012-02-01", "UN-CHL-1: interval 2: suspended: to", "2012-02-01"),
        ("confidence: high", "confidence: sure", "UN-CHL-1: confidence", "'sure'"),
        ("sources: [a title]", "sources: []", "UN-CHL-1: sources", "[]"),
        ("says: It is void.", "says: ''", "UN-CHL-1: contested_by: says", "''"),
        ("    addressee: all states\n", "", "UN-CHL-1: addressee", "nothing"),
        ("target: [Chile]", "target: [Atlantis]", "UN-CHL-1: target", "'Atlantis'"),
        ("imposer: United Nations", "imposer: Chile", "imposer", "'Chile'"),
        ("key: UN-CHL-1", "key: CHL-1", "key", "'CHL-1'"),
        ("checked: 2026-11-23", "checked: soon", "checked", "'soon'"),
        ("title: A ban", "name: A ban", "UN-CHL.yml", "field 'name'"),
        (
            "    restricts: arms\n",
            "    restricts: arms\n    restricts: more\n",
            "UN-CHL.yml:6",
            "key 'restricts' a second time",
        ),
        ("measures:", "measures: []\nclaims:", "measures", "nothing"),
        ("title: A ban", "title: [", "UN-CHL.yml:", "expected"),
        ("confidence: high", "relation: {amends: [UN-CHL-9]}\n    confidence: high", "UN-CHL-1: amends", "'UN-CHL-9'"),
    ],
)
def test_each_fault_is_a_line_with_file_and_field(written: Path, old: str, new: str, where: str, got: str) -> None:
    assert old in GOOD
    (written / "regimes" / "UN-CHL.yml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    message = refused(written)
    assert message.startswith("regimes/UN-CHL.yml")
    assert where in message
    assert got in message


def test_a_key_stands_once_in_all_files(written: Path) -> None:
    for name in ("UN-CHL", "UN-PER"):
        (written / "regimes" / f"{name}.yml").write_text(GOOD, encoding="utf-8")
    assert refused(written).startswith("regimes/UN-PER.yml: UN-CHL-1: key: got 'UN-CHL-1' a second time")


def test_a_part_is_not_known_for_longer_than_the_whole(written: Path) -> None:
    part = (
        GOOD[GOOD.index("  - key") :]
        .replace("UN-CHL-1", "UN-CHL-2")
        .replace("    confidence", "    relation: {amends: [UN-CHL-1]}\n    confidence")
    )
    (written / "regimes" / "UN-CHL.yml").write_text(
        GOOD + part.replace("until: 2013-01-01", "until: 2014-01-01"), encoding="utf-8"
    )
    assert "UN-CHL-2: known_until: got 2014-01-01; expected none, or not after that of UN-CHL-1" in refused(written)


def test_all_faults_of_a_file_are_told(written: Path) -> None:
    bad = GOOD.replace("kind: prohibition", "kind: ban").replace("confidence: high", "confidence: sure")
    (written / "regimes" / "UN-CHL.yml").write_text(bad, encoding="utf-8")
    assert [f.where.rpartition(": ")[2] for f in check(written).faults] == ["kind", "confidence"]


@pytest.mark.parametrize("content", [b"", b"- a list", b"\xff\xfe", b"measures: 3", b"title: &a [*a]"])
def test_anything_else_is_refused_in_one_line(written: Path, content: bytes) -> None:
    (written / "regimes" / "UN-CHL.yml").write_bytes(content)
    assert refused(written).startswith("regimes/UN-CHL.yml")


def test_the_shipped_register_is_part_of_the_check() -> None:
    assert check(DATA).counts["regimes"] == len(regimes().measures)


def test_the_example_of_the_authoring_guide_is_read(written: Path) -> None:
    guide = (DATA / "AUTHORING.md").read_text(encoding="utf-8")
    example = guide.partition("## `regimes/`")[2].partition("```yaml\n")[2].partition("```")[0]
    (written / "regimes" / "EU-CHL.yml").write_text(example, encoding="utf-8")
    assert "EU-CHL-ARMS: continues: got 'EU-CHL-OLD'" in refused(written)  # the one thing the example leaves out
    assert len(check(written).faults) == 1
