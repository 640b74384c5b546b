"""Whose words the model's attributions give."""

import pytest

import onrecord


def told(text: str) -> list[tuple[str | None, str]]:
    """Return source and content of the statements of a text that are not the author's."""
    found = [s for s in onrecord.read(text).statements if s.cue is not None]
    return [(s.source.text if s.source else None, s.content.text) for s in found]


@pytest.mark.parametrize("byline", ["By Jane Roe", "BY JANE ROE", "By Jane Roe and Karl Brandt"])
@pytest.mark.parametrize("voice", ["Police", "Officials"])
def test_a_byline_says_nothing_of_what_follows_it(byline: str, voice: str) -> None:
    expected = [(voice, "that the port was closed")]
    assert told(f"{byline}\n\n{voice} said on Monday that the port was closed.") == expected


def test_the_mark_of_a_title_is_nobodys_word() -> None:
    text = "# Army accuses neighbour of arming rebels\n\nThe army accused Chad of arming rebels."
    assert [source for source, _ in told(text)] == ["Army", "The army"]
