"""What holds of the statements of any text, and how their parts are put together."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings

import onrecord
from onrecord.reading.statements import Assembly
from onrecord.records import Attribution, Quotation, Reading, Span, Statement, to_dict
from tests.reading.hostile import texts

ARTICLE = """Norway denies it sold engines to rebels

OSLO, May 3 (Reuters) - Norway’s foreign ministry said on Tuesday that no engine had left the country since 2019.

“If that is proven, we will close the yard,” spokesman Karl Brandt told Fox News. “We have not sold a single rifle.”

According to Kyodo, which cited three sailors, the crates may have held drones. The company declined to comment.

The navy bought six missiles in 2019. The rocket is said to have a range of 700 km.

The ministry has repeatedly denied that it armed the rebels.
"""
DAY = date(2023, 5, 4)


@cache
def article() -> Reading:
    return onrecord.read(ARTICLE, published_on=DAY, outlet="Harbour Wire")


def parts(statement: Statement) -> Iterator[tuple[tuple[Span, ...], str | None]]:
    """Yield spans and text of everything a statement has."""
    assert statement.source is not None
    yield statement.source.spans, statement.source.text
    yield statement.content.spans, statement.content.text
    for part in (statement.cue, statement.condition, statement.scope, *(statement.via or ())):
        if part is not None:
            yield part.spans, part.text


def assert_sound(reading: Reading) -> None:
    text = reading.document.text
    assert [s.id for s in reading.statements] == [f"s{n}" for n in range(1, len(reading.statements) + 1)]
    entities = {e.id for e in reading.entities}
    for statement in reading.statements:
        assert statement.source is not None
        assert statement.content.spans
        assert statement.source.entity is None or statement.source.entity in entities
        assert all(link.entity is None or link.entity in entities for link in statement.via or ())
        for spans, words in parts(statement):
            assert all(0 <= a < b <= len(text) for a, b in spans)
            assert all(b <= c for (_, b), (c, _) in pairwise(spans))
            assert (words or "") == " ".join(text[a:b] for a, b in spans)
    for mention in reading.dates:
        assert all(0 <= a < b <= len(text) for a, b in mention.spans)
        assert mention.text == " ".join(text[a:b] for a, b in mention.spans)


def empty(node: object, path: str = "") -> Iterator[str]:
    """Yield where a JSON value has an empty string."""
    if node == "":
        yield path
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from empty(value, f"{path}.{key}")
    elif isinstance(node, list):
        for value in node:
            yield from empty(value, path)


def assert_no_empty_string(reading: Reading) -> None:
    value = to_dict(reading)
    del value["document"]
    assert set(empty(value)) <= {".statements.source.text"}
    for statement in value["statements"]:
        assert statement["source"]["text"] or not statement["source"]["spans"]


@given(texts)
@example("The port is closed, Q: said “A: no” (Reuters)")
@example("Q: said\n\nA: denied\n\n“no”\n\n— Karl Brandt")
@example("“The port is closed, and the ferry is safe.”\n\n— Karl Brandt, harbour master")
@example("Karl Brandt, the envoy said,")
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_has_sound_statements(text: str) -> None:
    reading = onrecord.read(text, published_on=DAY, outlet="Harbour Wire")
    assert_sound(reading)
    assert_no_empty_string(reading)


@given(texts)
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_read_alike_twice(text: str) -> None:
    first, second = (onrecord.read(text, published_on=DAY, title="A title") for _ in range(2))
    assert json.dumps(to_dict(first)) == json.dumps(to_dict(second))


def test_an_article_has_sound_statements() -> None:
    assert_sound(article())
    assert_no_empty_string(article())


def test_an_article_is_read_alike_twice() -> None:
    again = onrecord.read(ARTICLE, published_on=DAY, outlet="Harbour Wire")
    assert json.dumps(to_dict(article())) == json.dumps(to_dict(again))


def test_an_article_as_a_whole() -> None:
    found = [(s.source.text or None, s.stance) for s in article().statements if s.source]
    assert found == [
        ("Norway", "denies"),
        ("Norway’s foreign ministry", "asserts"),
        ("spokesman Karl Brandt", "commits"),
        ("spokesman Karl Brandt", "denies"),
        ("three sailors", "asserts"),
        ("The company", "declines"),
        (None, "asserts"),
        (None, "asserts"),
        ("The ministry", "denies"),
    ]


def test_the_agency_of_the_dateline_comes_first_except_in_the_headline() -> None:
    chains = [[link.name for link in s.via or ()] for s in article().statements]
    assert chains[0] == []
    assert all(chain[0] == "Reuters" for chain in chains[1:])
    assert chains[2] == ["Reuters", "Fox News"]
    assert chains[4] == ["Reuters", "Kyodo"]


def test_the_headline_is_a_passage_and_has_no_day() -> None:
    headline = article().headline
    assert headline is not None
    assert headline.text == "Norway denies it sold engines to rebels"
    assert article().statements[0].said_on is None


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("“The port is closed,” the envoy said.", Quotation.DIRECT),
        ("The envoy said the port was “closed for good”.", Quotation.MIXED),
        ("The envoy said the port was closed.", Quotation.INDIRECT),
        ("The envoy declined to comment.", Quotation.NONE),
        ("The navy bought six missiles in 2019.", Quotation.NONE),
    ],
)
def test_how_much_is_quoted(text: str, quotation: Quotation) -> None:
    (statement,) = onrecord.read(text).statements
    assert statement.quotation is quotation


def test_a_cue_has_its_lemma_and_act() -> None:
    (statement,) = onrecord.read("The envoy denied that the port was closed.").statements
    assert statement.cue is not None
    assert (statement.cue.lemma, statement.cue.act, statement.cue.text) == ("deny", "deny", "denied")


def test_contents_that_run_over_each_others_cues_come_to_an_end() -> None:
    reading = onrecord.read("The army said the ministry said the port was closed.")
    crossed = (
        Attribution(((0, 2),), ((2, 3),), ((3, 10),)),
        Attribution(((3, 5),), ((5, 6),), ((0, 3), (6, 10))),
    )
    parse = replace(reading.parse, attributions=crossed)
    found = Assembly(reading.document, reading.word_spans, parse).statements()
    assert [s.cue.spans for s in found if s.cue] == [((9, 13),), ((27, 31),)]
