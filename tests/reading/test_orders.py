"""Reporting clauses at the end and in the middle of sentences, read off the order of the words."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Most of the ore, she went on, comes from the north.", "she", "Most of the ore comes from the north"),
        (
            "The miners, the envoy told the channel LRT on Monday, were on strike.",
            "the envoy",
            "The miners were on strike",
        ),
        ("When the ship sank, the admiral said, “the crew was safe.”", "the admiral", "“the crew was safe.”"),
        ("Both texts, the lawyers said, “command the same end.”", "the lawyers", "Both texts “command the same end.”"),
        (
            "The tanks may be late, conceded a former minister, but not by much.",
            "a former minister",
            "The tanks may be late",
        ),
    ],
)
def test_a_reporting_clause_between_commas(text: str, source: str, content: str) -> None:
    found = [s for s in onrecord.read(text).statements if s.cue is not None and s.source is not None]
    assert [s.source.text for s in found if s.source] == [source]
    assert found[0].content.text.startswith(content)


@pytest.mark.parametrize(
    "text",
    [
        "These posts, as well as others being considered, have upset the plan.",
        "Only two members, both of whom opposed the bill, are backing the change.",
        "With the region in tumult, groups holding the north, and fears rising, the fleet sailed.",
    ],
)
def test_participles_and_relative_clauses_report_nothing(text: str) -> None:
    assert not [s for s in onrecord.read(text).statements if s.cue is not None and "The" in s.content.text]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mill has closed, three people who asked not to be named said.", "three people who asked not to be named"),
        ("The mill has closed, two workers who handled the grain told Le Monde.", "two workers who handled the grain"),
    ],
)
def test_a_source_at_the_end_may_have_a_relative_clause(text: str, source: str) -> None:
    (s,) = onrecord.read(text).statements
    assert s.source is not None and (s.source.text, s.content.text) == (source, "The mill has closed")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The rifles were flown to Oslo in May, two loaders at the airport and a former clerk of the line told Le Monde.",
            "two loaders at the airport and a former clerk of the line",
        ),
        (
            "The ban was prolonged until May, the presidency of the council announced after a vote in which nine were in favour.",
            "the presidency of the council",
        ),
        ("The rifles were unloaded at night, the harbour pilots wrote.", "the harbour pilots"),
        (
            "The shells were fired in May, the deputy head of Ukraine's military intelligence, Ada Lis, told Le Monde.",
            "the deputy head of Ukraine's military intelligence, Ada Lis",
        ),
    ],
)
def test_whoever_has_words_closes_a_sentence(text: str, source: str) -> None:
    found = [s.source.text for s in onrecord.read(text).statements if s.cue is not None and s.source is not None]
    assert found == [source]


def test_the_second_of_two_clauses_is_no_source() -> None:
    found = [s for s in onrecord.read("The rifles were late, and the envoy said so.").statements if s.cue is not None]
    assert [s.source.text for s in found if s.source is not None] in ([], ["the envoy"])


def test_an_ordinal_is_told_apart_by_what_it_is() -> None:
    text = (
        "According to the third, a diplomat accredited in Oslo, the deal was drawn up in the name of a trading house."
    )
    (found,) = [s for s in onrecord.read(text).statements if s.cue is not None]
    assert found.content.text.startswith("the deal was drawn up")
