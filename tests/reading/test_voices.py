"""What kind of voice a source is, how it is attributed, and how many it is."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Naming, Voice, VoiceKind

NAMED, DESCRIBED, UNNAMED = Naming.NAMED, Naming.DESCRIBED, Naming.UNNAMED


@cache
def voice(text: str) -> Voice:
    """Return the voice of the first statement."""
    found = onrecord.read(text).statements[0].source
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("who", "kind", "attribution"),
    [
        ("Karl Brandt", VoiceKind.PERSON, NAMED),
        ("Ada Lindqvist, a senator,", VoiceKind.PERSON, NAMED),
        ("Spokesman Karl Brandt", VoiceKind.PERSON, NAMED),
        ("A spokesman", VoiceKind.PERSON, DESCRIBED),
        ("A senior official", VoiceKind.PERSON, DESCRIBED),
        ("Two officials", VoiceKind.GROUP, DESCRIBED),
        ("Several diplomats", VoiceKind.GROUP, DESCRIBED),
        ("The foreign ministry", VoiceKind.GOVERNMENT, NAMED),
        ("The Kremlin", VoiceKind.GOVERNMENT, NAMED),
        ("The White House", VoiceKind.GOVERNMENT, NAMED),
        ("Norway", VoiceKind.GOVERNMENT, NAMED),
        ("Reuters", VoiceKind.OUTLET, NAMED),
        ("The newspaper", VoiceKind.OUTLET, DESCRIBED),
        ("The United Nations", VoiceKind.ORGANISATION, NAMED),
        ("UN monitors", VoiceKind.ORGANISATION, NAMED),
        ("The report", VoiceKind.DOCUMENT, DESCRIBED),
        ("A leaked memo", VoiceKind.DOCUMENT, DESCRIBED),
        ("Rumours", VoiceKind.COLLECTIVE, UNNAMED),
    ],
)
def test_kinds(who: str, kind: VoiceKind, attribution: Naming) -> None:
    found = voice(f"{who} said that the port was closed.")
    assert (found.kind, found.attribution) == (kind, attribution)


@pytest.mark.parametrize(
    ("who", "number"),
    [
        ("Two officials", "2"),
        ("Six people familiar with the sale", "6"),
        ("Several diplomats", "several"),
        ("A dozen sailors", "12"),
        ("Dozens of sailors", "dozens"),
        ("14 senators", "14"),
        ("One official", "1"),
        ("A diplomat", "1"),
        ("Officials", None),
        ("Karl Brandt", None),
        ("The ministry", None),
    ],
)
def test_stated_numbers_are_kept(who: str, number: str | None) -> None:
    assert voice(f"{who} said that the port was closed.").number == number


def test_one_who_is_described_is_nobody_known() -> None:
    assert voice("A senior official said that the port was closed.").speaker is None
    assert voice("Karl Brandt said that the port was closed.").speaker == "Karl Brandt"


def test_the_words_of_a_voice_are_the_text_s() -> None:
    text = "Ada Lindqvist, a senator, said that the port was closed."
    found = voice(text)
    assert found.text == " ".join(text[a:b] for a, b in found.spans)
    assert found.text is not None and found.text.startswith("Ada Lindqvist")
