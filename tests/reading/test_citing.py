"""Whose words an outlet passes on, whatever it calls them, and what a government knows by itself."""

import pytest

import onrecord
from onrecord.records import Stance, VoiceKind


def told(text: str) -> list[tuple[str | None, list[str | None], str]]:
    """Source, links and content of what is attributed, in order."""
    found = [s for s in onrecord.read(text).statements if s.cue]
    return [(s.source.text if s.source else None, [link.text for link in s.via or ()], s.content.text) for s in found]


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "Oman sold Peru six boats, Reuters reported on Monday, citing an export licence.",
            "an export licence",
            ["Reuters"],
        ),
        (
            "Oman sold Peru six boats, Reuters writes, relying on two Danish officials.",
            "two Danish officials",
            ["Reuters"],
        ),
        (
            "Oman sold Peru six boats, Le Monde suggested last week, quoting two port clerks.",
            "two port clerks",
            ["Le Monde"],
        ),
        (
            "Oman sold Peru six boats, Reuters said on March 4, attributing the information to the Danish customs service.",
            "the Danish customs service",
            ["Reuters"],
        ),
        (
            "Oman sold Peru six boats, Reuters reported, citing Le Monde, which had it from a loading plan.",
            "a loading plan",
            ["Reuters", "Le Monde"],
        ),
        (
            "Oman sold Peru six boats, according to Le Monde, which in turn quotes Reuters and its source, two diplomats.",
            "two diplomats",
            ["Le Monde", "Reuters"],
        ),
        (
            "It was Le Monde that reported in May, on the strength of a travel order, that Oman had sold Peru six boats.",
            "a travel order",
            ["Le Monde"],
        ),
    ],
)
def test_what_an_outlet_cites_is_its_source(text: str, source: str, via: list[str]) -> None:
    ((got, links, content),) = told(text)
    assert (got, links) == (source, via)
    assert "sold Peru six boats" in content and "cit" not in content and "which" not in content


def test_a_reason_is_no_source() -> None:
    ((source, links, _),) = told("Oman will keep the list secret, Reuters reported, citing security concerns.")
    assert (source, links) == ("Reuters", [])


def test_a_thing_that_is_cited_is_a_document() -> None:
    (s,) = onrecord.read("Oman sold Peru six boats, Reuters reported, citing a packing list.").statements
    assert s.source is not None and s.source.kind is VoiceKind.DOCUMENT


def test_what_a_minister_cites_of_intelligence_is_what_the_government_knows() -> None:
    text = "On the strength of reports from Danish intelligence, the Peruvian minister, Ana Paz, said Oman had sold six boats."
    (s,) = onrecord.read(text).statements
    assert s.source is not None and (s.source.name, s.source.basis) == ("Ana Paz", "own intelligence")
    assert s.content.text == "Oman had sold six boats" and s.stance is Stance.ASSERTS
