"""Events and measures on a terminal."""

import io

import pytest

import onrecord
from onrecord.cli.happenings import show_events, show_measures
from onrecord.cli.table import console


def shown(text: str) -> str:
    """Return the tables of a text, white space as one space."""
    out = io.StringIO()
    reading = onrecord.read(text)
    show_events(reading, console(out))
    show_measures(reading, console(out))
    return " ".join(out.getvalue().split())


def test_an_event_with_its_roles_and_voices() -> None:
    text = shown("Norway denied sending 400 missiles to Chile.")
    assert "transfer arms supplier Norway author Uu “sending” goods 400 missiles s1 CT- recipient Chile" in text


def test_a_measure_with_its_sides_and_status() -> None:
    text = shown("The European Union imposed sanctions on Chile.")
    assert "European Union on Chile imposed" in text
    assert "1 mention of measures" in text


@pytest.mark.parametrize("text", ["The cat slept.", ""])
def test_nothing_is_shown_where_nothing_is_told(text: str) -> None:
    assert shown(text) == ""
