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


def test_a_verb_keeps_its_own_subject_though_a_speaker_of_the_next_paragraph_is_near() -> None:
    text = (
        "Two of the officials said the shells were lent. The third, a diplomat, put the number at “well over 300,000”.\n\n"
        "“There has been no change,” a spokesman for the ministry, Jeon Ha-gyu, told a briefing."
    )
    found = onrecord.read(text).statements
    put = next(s for s in found if s.cue and s.cue.text == "put")
    assert put.source is not None and put.source.text in ("The third", "The third, a diplomat", "a diplomat")


def test_what_is_done_without_saying_is_not_said() -> None:
    found = onrecord.read("The office called the report wrong in parts, without saying which.").statements
    assert [s.cue.text for s in found if s.cue] == ["called"]
