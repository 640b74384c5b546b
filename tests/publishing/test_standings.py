"""What is different about a standing, in words."""

from dataclasses import replace
from datetime import date

from onrecord.publishing.standings import OUTCOME_RULES, SUPPORT_RULES, changes_in
from onrecord.records import Challenge, Change, Outcome, Stance, Standing, Support

FIRST = Change(date(2024, 2, 1), (), 1, Standing(Support.SINGLE, (), None, (), ()))
DENIAL = Challenge(Stance.DENIES, "Iran", "long-range missiles", "a")


def after(**fields: object) -> Change:
    return replace(FIRST, standing=replace(FIRST.standing, **fields))  # type: ignore[arg-type]


def test_the_first_row_tells_how_it_began() -> None:
    assert changes_in(None, FIRST) == ("first told: single origin", "independent origins: 0 → 1")
    foretold = replace(FIRST, independent_origins=0, standing=replace(FIRST.standing, outcome=Outcome.EXPECTED))
    assert "outcome: expected" in changes_in(None, foretold)


def test_each_field_that_differs_is_told_and_no_other() -> None:
    assert changes_in(FIRST, FIRST) == ()
    later = replace(after(support=Support.CORROBORATED), independent_origins=2)
    assert changes_in(FIRST, later) == ("support: single origin → corroborated", "independent origins: 1 → 2")
    assert changes_in(FIRST, after(outcome=Outcome.PASSED)) == ("outcome: none → day passed, nothing held",)
    assert changes_in(FIRST, after(stated_by=("Norway",))) == ("stated by Norway",)
    assert changes_in(after(acknowledged_by=("Iran",)), FIRST) == ("no longer acknowledged by Iran",)
    assert changes_in(FIRST, after(challenges=(DENIAL,))) == ("now denied by Iran, only long-range missiles",)
    assert changes_in(after(challenges=(DENIAL,)), FIRST) == ("no longer denied by Iran, only long-range missiles",)


def test_a_second_denial_of_the_same_words_is_a_change_too() -> None:
    assert changes_in(after(challenges=(DENIAL,)), after(challenges=(DENIAL, DENIAL))) == (
        "now denied by Iran, only long-range missiles",
    )


def test_every_stance_that_challenges_is_told_in_words() -> None:
    told = {
        stance: changes_in(FIRST, after(challenges=(Challenge(stance, "X", None, "a"),)))[0]
        for stance in (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)
    }
    assert len(set(told.values())) == 5
    assert told[Stance.WITHHOLDS] == "now left unconfirmed by X"


def test_every_value_has_its_rule() -> None:
    assert set(SUPPORT_RULES) == set(Support)
    assert set(OUTCOME_RULES) == set(Outcome)
