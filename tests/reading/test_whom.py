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
