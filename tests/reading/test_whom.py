"""Descriptions that only one in the text can be: the ruler of a state, the firm."""

from datetime import date

import onrecord


def speakers(text: str, day: date | None = None) -> list[str | None]:
    """Return who speaks in each statement."""
    return [s.source.speaker for s in onrecord.read(text, published_on=day).statements if s.source and s.cue]


def test_the_ruler_of_a_state() -> None:
    text = (
        "Alexander Lukashenko met the press on Tuesday. The interview ran for an hour. "
        "“We have the bombs,” the Belarusian ruler said."
    )
    assert speakers(text, date(2023, 6, 17)) == ["Alexander Lukashenko"]
    assert speakers(text.replace("Belarusian", "Norwegian"), date(2023, 6, 17)) == [None]


def test_the_company_is_the_one_firm_named() -> None:
    text = (
        "Halden Marine Systems sold six hulls to Oslo in 2012. Halden Marine Systems was founded in 1990. "
        "The company said that it broke no law."
    )
    assert speakers(text) == ["Halden Marine Systems"]


def test_the_company_is_no_state_that_was_spoken_of_last() -> None:
    (measure,) = onrecord.read("Washington plans new sanctions against the company.").measures
    assert [f.name for f in measure.target] == ["the company"]
    called = "Iran is the main supplier of drones. The supplier said that it had stopped."
    assert speakers(called) == ["Iran"]
    told = "Orvanta sold rifles to Chile. Washington plans new sanctions against the company."
    assert [f.name for m in onrecord.read(told).measures for f in m.target] == ["Orvanta"]


TWO = "Willem Stuyver met Dmitri Agapov in Riga on Monday. "


def test_both_are_the_last_two_people_named() -> None:
    assert speakers(TWO + "Both men said that they had sold nothing.") == ["Willem Stuyver and Dmitri Agapov"]


def test_the_former_and_the_latter() -> None:
    assert speakers(TWO + "The former said that the crates were empty.") == ["Willem Stuyver"]
    assert speakers(TWO + "The latter said that the crates were full.") == ["Dmitri Agapov"]


def test_a_colleague_is_the_other_of_two() -> None:
    text = TWO + "Stuyver said that the crates were empty. His colleague said that they were full."
    assert speakers(text) == ["Willem Stuyver", "Dmitri Agapov"]
