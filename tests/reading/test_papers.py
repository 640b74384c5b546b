"""Documents whose words are told in a roundabout way, and who holds them."""

import pytest

import onrecord
from tests.reading.test_citing import told


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "Oman sold Peru six boats: so says an internal memo of which Le Monde has a copy.",
            "an internal memo",
            ["Le Monde"],
        ),
        ("That Oman sold Peru six boats is in a draft contract seen by our reporter.", "a draft contract", []),
        (
            "Le Monde was able to read a court filing, and it states that Oman sold Peru six boats.",
            "a court filing",
            ["Le Monde"],
        ),
        (
            "Le Monde has obtained a secret report which records that Oman sold Peru six boats.",
            "a secret report",
            ["Le Monde"],
        ),
        ("A memo in the hands of Le Monde shows that Oman sold Peru six boats.", "A memo", ["Le Monde"]),
        ("Oman sold Peru six boats, a bill of lading seen by Le Monde shows.", "a bill of lading", ["Le Monde"]),
        ("Oman sold Peru six boats, a cargo manifest seen by this newspaper shows.", "a cargo manifest", []),
        ("Oman sold Peru six boats, a customs record shown to Le Monde states.", "a customs record", ["Le Monde"]),
        (
            "Oman sold Peru six boats, a customs record shared with the Bergen Mail states.",
            "a customs record",
            ["the Bergen Mail"],
        ),
    ],
)
def test_a_document_is_the_source_and_its_holder_a_link(text: str, source: str, via: list[str]) -> None:
    ((got, links, content),) = told(text)
    assert (got, links) == (source, via)
    assert content.lower().removeprefix("that ") == "oman sold peru six boats"


def test_what_stands_in_no_document_is_nobodys() -> None:
    assert told("That Oman sold Peru six boats is in the interest of both.") == []


def test_what_ends_in_a_plain_noun_shows_nothing() -> None:
    for text in (
        "The envoy toured Oman, a country loved by the Gulf states.",
        "The clerk read the files, the list shared with the oil states.",
    ):
        assert not [s for s in onrecord.read(text).statements if s.cue is not None]
