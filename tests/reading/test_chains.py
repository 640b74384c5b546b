"""Who stands between the publisher and the source: citations, viewers, venues, quoters and datelines."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Relation, Statement, VoiceKind


@cache
def said(text: str, outlet: str | None = None) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text, outlet=outlet).statements if s.cue is not None)


def via(statement: Statement) -> list[tuple[str | None, str]]:
    return [(link.name, link.relation.value) for link in statement.via or ()]


def source(statement: Statement) -> str | None:
    return statement.source.text if statement.source else None


@pytest.mark.parametrize(
    ("text", "chain", "words", "number"),
    [
        ("Reuters reported, citing three officials, that the ship had docked.", ["Reuters"], "three officials", "3"),
        ("The ship had docked, Reuters reported, citing several sources.", ["Reuters"], "several sources", "several"),
        (
            "The crates held engines, according to two sources cited by Reuters.",
            ["Reuters"],
            "two sources",
            "2",
        ),
        (
            "According to four diplomats cited by Reuters, the crates held engines.",
            ["Reuters"],
            "four diplomats",
            "4",
        ),
        (
            "Reuters reported, citing Kyodo, which cited three sailors, that the ship had docked.",
            ["Reuters", "Kyodo"],
            "three sailors",
            "3",
        ),
        ("The sale was agreed in May, according to a letter seen by Reuters.", ["Reuters"], "a letter", None),
        ("Citing two sailors, Reuters reported that the ship had docked.", ["Reuters"], "two sailors", "2"),
        ("Reuters reported that two officials said the ship had docked.", ["Reuters"], "two officials", "2"),
    ],
)
def test_citations(text: str, chain: list[str], words: str, number: str | None) -> None:
    (statement,) = said(text)
    assert via(statement) == [(name, "relay") for name in chain]
    assert source(statement) == words
    assert statement.source is not None
    assert number is None or statement.source.number == number


@pytest.mark.parametrize(
    ("text", "chain", "words"),
    [
        (
            "AFP reported, citing Yonhap, which cited Kyodo, which cited two sailors, that the ship had docked.",
            ["AFP", "Yonhap", "Kyodo"],
            "two sailors",
        ),
        (
            "The Oslo Herald reported, citing AFP, which cited Yonhap, which cited several officials, that the ship left.",
            ["Oslo Herald", "AFP", "Yonhap"],
            "several officials",
        ),
    ],
)
def test_four_links(text: str, chain: list[str], words: str) -> None:
    (statement,) = said(text, "Harbour Wire")
    assert [name for name, _ in via(statement)] == chain
    assert source(statement) == words


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Karl Brandt told Fox News that the port was closed.", "Karl Brandt", "Fox News"),
        ("“The port is closed,” Karl Brandt told Reuters.", "Karl Brandt", "Reuters"),
        ("Karl Brandt wrote on X that the port was closed.", "Karl Brandt", "X"),
        ("“The port is closed,” Karl Brandt wrote on Telegram.", "Karl Brandt", "Telegram"),
        ("The ministry said in a statement on Telegram that the port was closed.", "The ministry", "Telegram"),
        ("In an interview with the BBC, Karl Brandt said the port was closed.", "Karl Brandt", "BBC"),
        ("Karl Brandt said in an interview with Al Jazeera that the port was closed.", "Karl Brandt", "Al Jazeera"),
        ("The minister said on state television that the port was closed.", "The minister", "state television"),
    ],
)
def test_the_place_of_utterance_is_a_link_and_not_the_source(text: str, words: str, place: str) -> None:
    (statement,) = said(text)
    assert source(statement) == words
    (link,) = statement.via or ()
    assert link.relation is Relation.UTTERANCE
    assert link.text.removeprefix("the ") == place


def test_the_publisher_itself_is_no_link() -> None:
    (statement,) = said("The minister told this newspaper that the shipment had left the port.")
    assert source(statement) == "The minister"
    assert via(statement) == []


@pytest.mark.parametrize(
    ("text", "words", "place", "content"),
    [
        ("IRNA quoted a spokesman as saying that the port was closed.", "a spokesman", "IRNA", "the port was closed"),
        ("Tasnim quoted Karl Brandt as saying: “The port is closed.”", "Karl Brandt", "Tasnim", "The port is closed."),
        (
            "“The port is closed,” Karl Brandt was quoted by Tasnim as saying.",
            "Karl Brandt",
            "Tasnim",
            "port is closed",
        ),
        (
            "“The port is closed,” the harbour master said, as quoted by IRNA.",
            "the harbour master",
            "IRNA",
            "is closed",
        ),
    ],
)
def test_the_one_quoted_is_the_source(text: str, words: str, place: str, content: str) -> None:
    (statement,) = said(text)
    assert source(statement) == words
    assert via(statement) == [(place, "utterance")]
    assert content in statement.content.text
    assert "as saying" not in statement.content.text


REPORT = "The harbour master said on Monday that the ferry had docked."


@pytest.mark.parametrize(
    ("text", "outlet", "chain"),
    [
        (f"DUBAI, Sept 10 (Reuters) - {REPORT}", "Harbour Wire", ["Reuters"]),
        (f"LISBON, May 3 (AFP) — {REPORT}", "Harbour Wire", ["AFP"]),
        (f"DUBAI, Sept 10 (Reuters) - {REPORT}", None, ["Reuters"]),
        (f"DUBAI, Sept 10 (Reuters) - {REPORT}", "Reuters", []),
        (f"LISBON (AP) — {REPORT}", "AP", []),
        (f"{REPORT} (Reuters)", "Harbour Wire", ["Reuters"]),
        (f"{REPORT} (AFP)", "AFP", []),
        (f"{REPORT} (Sunday)", "Harbour Wire", []),
        (f"OSLO — {REPORT}", "Harbour Wire", []),
        (f"{REPORT}\n\nThe port lies in the north. (Reuters)", "Harbour Wire", ["Reuters"]),
    ],
)
def test_datelines_and_credits(text: str, outlet: str | None, chain: list[str]) -> None:
    statement = said(text, outlet)[0]
    assert via(statement) == [(name, "relay") for name in chain]
    assert source(statement) == "The harbour master"


def test_a_dateline_does_not_reach_the_headline() -> None:
    text = f"Harbour master says ferry docked\n\nDUBAI, Sept 10 (Reuters) - {REPORT}"
    headline, body = said(text, "Harbour Wire")
    assert via(headline) == []
    assert via(body) == [("Reuters", "relay")]


def test_every_link_has_its_words() -> None:
    text = "DUBAI (Reuters) - IRNA quoted a spokesman as saying that the port was closed."
    (statement,) = said(text, "Harbour Wire")
    assert [(link.text, link.kind) for link in statement.via or ()] == [("Reuters", "outlet"), ("IRNA", "outlet")]
    assert all(text[a:b] == link.text for link in statement.via or () for a, b in link.spans)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ('"We have sold nothing," the minister told the broadcaster NRK.', "the broadcaster NRK"),
        ("Peru has received rockets, three officers told the Cairo daily Al-Safir.", "the Cairo daily Al-Safir"),
    ],
)
def test_a_described_outlet_keeps_its_article_and_its_name(text: str, link: str) -> None:
    found = [hop for s in onrecord.read(text).statements for hop in s.via or ()]
    assert [(hop.text, hop.kind) for hop in found] == [(link, VoiceKind.OUTLET)]


def test_the_newspaper_is_the_publisher_where_no_other_outlet_is_named() -> None:
    text = "The engines were declared as pumps, according to a customs record seen by the newspaper."
    (s,) = onrecord.read(text, outlet="Nordhavn Tidende").statements
    assert s.via == ()
    other = onrecord.read(f"Reuters told of the engines in May. {text}", outlet="Nordhavn Tidende").statements[-1]
    assert [link.text for link in other.via or ()] == ["the newspaper"]
