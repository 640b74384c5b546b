"""People whose words are told in a roundabout way."""

import pytest

from tests.reading.test_citing import told


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "AFP has the British defence ministry saying that Oman sold Peru six boats.",
            "the British defence ministry",
            ["AFP"],
        ),
        (
            "A report in May by Le Monde had two clerks saying that Oman sold Peru six boats.",
            "two clerks",
            ["Le Monde"],
        ),
        (
            "Reuters has learned from two clerks who asked not to be named that Oman sold Peru six boats.",
            "two clerks",
            ["Reuters"],
        ),
        (
            "The first to say that Oman sold Peru six boats were two clerks quoted by Le Monde.",
            "two clerks",
            ["Le Monde"],
        ),
        ("Le Monde quoted two clerks in May to the effect that Oman sold Peru six boats.", "two clerks", ["Le Monde"]),
        ("As Le Monde revealed earlier this month, Oman sold Peru six boats.", "Le Monde", []),
        ("If two clerks quoted by Le Monde are right, Oman sold Peru six boats.", "two clerks", ["Le Monde"]),
        (
            "The news that Oman sold Peru six boats was broken by Reuters, which quoted two clerks.",
            "two clerks",
            ["Reuters"],
        ),
    ],
)
def test_who_told_it_and_through_whom(text: str, source: str, via: list[str]) -> None:
    ((got, links, content),) = told(text)
    assert (got, links, content.removeprefix("that ")) == (source, via, "Oman sold Peru six boats")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Two clerks in Muscat spoke to AFP about Oman's sale of six boats to Peru.",
            "Oman's sale of six boats to Peru",
        ),
        ("Two clerks in Muscat gave Le Monde a detailed account of the sale of six boats.", "the sale of six boats"),
    ],
)
def test_what_people_tell_an_outlet_about(text: str, content: str) -> None:
    ((source, links, got),) = told(text)
    assert (source, got) == ("Two clerks in Muscat", content) and len(links) == 1


def test_whoever_is_named_and_talks_about_something_states_nothing() -> None:
    assert told("Ana Paz talked to Le Monde about the sale of six boats.") == []
