"""Stated measures against the register, in articles of our own wording."""

from datetime import date

import pytest

import onrecord
from onrecord.records import Measure, to_dict
from onrecord.records.checks import CheckAnswer, RegisterCheck
from tests.shared_files import SHARED, required

Told = tuple[str | None, str, tuple[str, ...]]


def measures(text: str, day: str | None) -> tuple[Measure, ...]:
    return onrecord.read(text, published_on=date.fromisoformat(day) if day is not None else None).measures


def checks(text: str, day: str | None) -> list[RegisterCheck]:
    return [check for m in measures(text, day) for check in m.checks or ()]


def told(text: str, day: str | None) -> list[Told]:
    return [(c.imposer, c.answer.value, tuple(d.value for d in c.differs)) for c in checks(text, day)]


def test_the_seed_has_its_measures_right() -> None:
    text = required(SHARED / "seed" / "000_7c9935cb7962ef21.txt").read_text(encoding="utf-8")
    found = [m for m in measures(text, "2024-02-22") if m.subject is not None]
    (un,), (us, eu) = (m.checks or () for m in found)
    assert (un.imposer, un.answer, un.says) == ("UN", CheckAnswer.AGREES, "expired 2023-10-18")
    assert set(un.keys) == {"UN-IRN-2231-B3", "UN-IRN-2231-B4"}
    assert any(c.startswith("drones: United States:") for c in un.contested)
    assert [(c.imposer, c.answer) for c in (us, eu)] == [("US", CheckAnswer.AGREES), ("EU", CheckAnswer.AGREES)]
    assert {"EU-IRN-MISSILE", "EU-IRN-ARMS"} <= set(eu.keys)
    assert not any("UN" in key for key in found[1].register or ())
    assert found[0].register == un.keys


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("The UN arms embargo on Iran expired in October 2020, diplomats said.", "2021-03-01", ("UN", "agrees", ())),
        ("The UN arms embargo on Iran expired in October 2023.", "2024-03-01", ("UN", "disagrees", ("date",))),
        (
            "UN restrictions on Iran's ballistic missiles expired in October 2020.",
            "2021-03-01",
            ("UN", "disagrees", ("status",)),
        ),
        ("UN sanctions on Iran expired in October 2020.", "2021-02-22", ("UN", "disagrees", ("scope",))),
        (
            "The European Union's sanctions on Iran's missile programme expired in October 2023.",
            "2024-02-22",
            ("EU", "disagrees", ("status",)),
        ),
        ("The EU sanctions on Iranian oil are in force.", "2024-02-22", ("EU", "disagrees", ("status",))),
        ("The British sanctions on Iran's missiles are in force.", "2024-02-22", ("UK", "agrees", ())),
        ("The US sanctions on Iran's Shahed-136 drones are in place.", "2024-02-22", ("US", "agrees", ())),
        ("UN sanctions on Iran were restored in September 2025.", "2025-10-05", ("UN", "agrees", ())),
        ("UN sanctions on Iran were restored in September 2020.", "2020-10-05", ("UN", "disagrees", ("status",))),
        ("UN sanctions on Iran ended in October 2025, Tehran said.", "2025-10-25", ("UN", "disagrees", ("status",))),
        (
            "The United Nations arms embargo on North Korea ended in April 2024.",
            "2024-06-01",
            ("UN", "disagrees", ("status",)),
        ),
        ("Russia violated the UN arms embargo on North Korea.", "2024-06-01", ("UN", "agrees", ())),
        ("The EU arms embargo on Russia is still in place.", "2026-09-01", ("EU", "not known", ())),
        ("The EU extended its sanctions on Russia.", "2025-02-01", ("EU", "agrees", ())),
        ("The United Nations imposed an arms embargo on Iran in 2010.", "2012-02-22", ("UN", "agrees", ())),
        ("The European Union imposed sanctions on Iran in 2019.", "2020-02-22", ("EU", "not in the register", ())),
        ("The EU has sanctions on Iran over drones and missiles.", "2024-02-22", ("EU", "agrees", ())),
    ],
)
def test_one_measure(text: str, day: str, expected: Told) -> None:
    assert told(text, day) == [expected]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Norway has imposed sanctions on Iran.", "2025-02-01", "not in the register"),
        ("The UN embargo on Chile was lifted.", "2024-02-22", "not in the register"),
        ("US sanctions on Iranian cheese are in place.", "2024-02-22", "not compared"),
        ("The United States will impose sanctions on Iran if missiles are sent.", "2024-02-22", "not compared"),
        ("The EU eased its sanctions on Iran.", "2024-02-22", "not compared"),
        ("US sanctions on the bank are in force.", "2024-02-22", "not compared"),
        ("The EU sanctions on Russia are in force.", None, "not compared"),
    ],
)
def test_what_the_register_cannot_bear_out(text: str, day: str | None, expected: str) -> None:
    found = checks(text, day)
    assert found
    assert {c.answer.value for c in found} == {expected}
    assert not any(c.keys for c in found)
    assert all(c.says for c in found)


def test_a_call_told_as_a_ban_differs_in_force() -> None:
    (check,) = checks("The UN ban on the sale of tanks to Iran is in force.", "2009-05-01")
    assert (check.answer.value, [d.value for d in check.differs]) == ("disagrees", ["force"])
    assert check.keys == ("UN-IRN-1747-P6",)


def test_a_call_among_what_is_in_force_is_told() -> None:
    (check,) = checks("The UN ban on Iran's ballistic missiles is still in force, the minister said.", "2022-05-01")
    assert check.says == "in force; UN-IRN-2231-B3 only calls upon"
    assert "Russia: A call cannot be violated." in check.contested


def test_what_is_in_force_on_drones_only_differs_in_scope() -> None:
    (check,) = checks("The EU sanctions on Russia's luxury goods are in force.", "2024-02-22")
    assert check.answer is CheckAnswer.NOT_HELD
    (check,) = checks("The UN sanctions on North Korea's energy are in force.", "2024-02-22")
    assert check.answer is CheckAnswer.NOT_HELD
    (check,) = checks("The EU sanctions on Russian energy are in force.", "2024-02-22")
    assert (check.answer.value, [d.value for d in check.differs]) == ("disagrees", ["scope"])
    assert check.says == "in force only on oil"


def test_a_contested_snapback_and_a_claimed_one() -> None:
    (real,) = checks("UN sanctions on Iran were restored in September 2025.", "2025-10-05")
    assert any(c.startswith("Iran, Russia, China:") for c in real.contested)
    (claimed,) = checks("UN sanctions on Iran were restored in September 2020.", "2020-10-05")
    assert "US-CLAIM-2020-SNAPBACK" in claimed.keys
    assert any(c.startswith("claimed by United States, rejected by") for c in claimed.contested)


def test_each_imposer_is_answered_for() -> None:
    text = "The UN and EU sanctions on Iran's missiles are in force."
    assert told(text, "2024-02-22") == [("UN", "disagrees", ("status",)), ("EU", "agrees", ())]


def test_the_json_has_keys_and_checks() -> None:
    reading = onrecord.read("The EU sanctions on Iran's missiles are in force.", published_on=date(2024, 2, 22))
    (measure,) = to_dict(reading)["measures"]
    assert measure["register"] == ["EU-IRN-MISSILE", "EU-IRN-ARMS", "EU-IRN-267-FREEZE"] or set(measure["register"]) == {
        "EU-IRN-MISSILE", "EU-IRN-ARMS", "EU-IRN-267-FREEZE",
    }  # fmt: skip
    (check,) = measure["checks"]
    assert list(check) == ["imposer", "answer", "differs", "keys", "says", "contested"]
    assert (check["imposer"], check["answer"], check["differs"]) == ("EU", "agrees", [])
