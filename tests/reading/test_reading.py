"""The door of the room: any text is read, every coordinate is exact, and the same text gives the same bytes."""

import json
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

import onrecord
from onrecord.errors import InputError
from onrecord.records import Quotation, Reading, Review, Stance, to_dict
from tests.reading.hostile import texts
from tests.shared_files import SHARED, required

ARTICLE = """Ministry denies shipment of drones

GENEVA — The ministry said on Monday that no drones had left the country.

“We have sent nothing,” spokesman Karl Brandt said. “The report is false.”

According to Reuters, two officials said the drones were seen at the port of Odesa.
"""


def assert_exact(reading: Reading) -> None:
    value = to_dict(reading)
    text = value["document"]["text"]

    def check(node: object) -> None:
        if isinstance(node, list):
            for item in node:
                check(item)
        elif isinstance(node, dict):
            if "spans" in node:
                spans = node["spans"]
                assert spans or node["text"] is None
                assert all(0 <= a < b <= len(text) for a, b in spans)
                assert all(b <= c for (_, b), (c, _) in pairwise(spans))
                assert not spans or node["text"] == " ".join(text[a:b] for a, b in spans)
            for item in node.values():
                check(item)

    check(value)


@given(texts)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_is_read_exactly_and_alike_twice(text: str) -> None:
    first, second = onrecord.read(text), onrecord.read(text)
    assert json.dumps(to_dict(first)) == json.dumps(to_dict(second))
    assert first.document.text == text
    assert_exact(first)


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b", ".", "\ud800", "said"])
def test_next_to_nothing_is_read_too(text: str) -> None:
    assert_exact(onrecord.read(text))


def test_an_article_gives_its_statements() -> None:
    reading = onrecord.read(ARTICLE, published_on=date(2024, 2, 22), outlet="Harbour Wire")
    said = {(s.source.text if s.source else None, s.cue.text if s.cue else None): s for s in reading.statements}
    quotation = said["spokesman Karl Brandt", "said"]
    assert quotation.content.text == "“We have sent nothing,” “The report is false.”"
    assert quotation.stance is Stance.DENIES
    assert quotation.quotation is Quotation.DIRECT
    assert quotation.review is Review.UNREVIEWED
    assert quotation.source is not None
    assert quotation.source.name == "Karl Brandt"
    assert said["The ministry", "said"].quotation is Quotation.INDIRECT
    assert reading.document.published_on == date(2024, 2, 22)
    assert reading.headline is not None
    assert reading.headline.text == "Ministry denies shipment of drones"
    assert_exact(reading)


def test_no_span_runs_over_a_line_break() -> None:
    reading = onrecord.read(ARTICLE.replace("\n\n", "\n"))
    spans = [span for s in reading.statements for span in s.content.spans]
    assert spans
    assert not any("\n" in reading.document.text[a:b] for a, b in spans)


def test_the_same_name_is_one_entity() -> None:
    reading = onrecord.read("Karl Brandt spoke in Geneva. Karl Brandt left Geneva.")
    brandt = next(e for e in reading.entities if e.name == "Karl Brandt")
    assert [m.spans for m in brandt.mentions] == [((0, 11),), ((29, 40),)]


def test_words_already_cut_are_read_as_they_are() -> None:
    sentences = [["The", "ministry", "has", "n't", "replied", "."], ["It", "denies", "everything", "."]]
    parse = onrecord.read_words(sentences, paragraphs=[0, 1])
    assert parse.words == tuple(w for s in sentences for w in s)
    assert parse.sentences == ((0, 6), (6, 10))
    assert parse.paragraphs == ((0, 1), (1, 2))
    assert parse.lemmas[7] == "deny"
    assert [sum(parse.heads[i] is None for i in range(a, b)) for a, b in parse.sentences] == [1, 1]


@pytest.mark.parametrize(
    ("sentences", "paragraphs"),
    [
        ([[]], (0,)),
        ([["a"], []], (0,)),
        ([["a", ""]], (0,)),
        ([["a"]], ()),
        ([["a"]], (1,)),
        ([["a"], ["b"]], (0, 0)),
        ([["a"]], (0, 9)),
    ],
)
def test_words_that_are_none_are_refused(sentences: list[list[str]], paragraphs: tuple[int, ...]) -> None:
    with pytest.raises(InputError, match="expected "):
        onrecord.read_words(sentences, paragraphs=paragraphs)


def test_a_title_tells_which_paragraph_is_the_headline() -> None:
    text = "Ministry denies shipment.\n\nThe ministry said that nothing had been sent."
    assert onrecord.read(text).headline is None
    headline = onrecord.read(text, title="Ministry Denies Shipment").headline
    assert headline is not None
    assert headline.text == "Ministry denies shipment."


def test_no_words_are_read_too() -> None:
    assert onrecord.read_words([]).words == ()


def test_what_is_not_looked_for_is_null_and_not_empty() -> None:
    value = to_dict(onrecord.read(ARTICLE))
    assert value["schema"] == "onrecord.reading/1"
    assert all(m["register"] is None for m in value["measures"])
    assert all(e["identifiers"] is None or e["identifiers"] for e in value["entities"])
    assert value["made_by"]["model"]
    assert value["document"]["published_on"] is None


def test_the_seed_article_is_read_well() -> None:
    seed = required(SHARED / "seed" / "000_7c9935cb7962ef21.txt")
    reading = onrecord.read(
        seed.read_text(encoding="utf-8"), published_on=date(2024, 2, 22), outlet="Iran International"
    )
    assert_exact(reading)
    assert reading.headline is not None
    assert reading.headline.text == "US Warns Iran Over Missiles To Russia"
    by_words = {s.content.text[:24]: s for s in reading.statements}
    assert len(by_words) == len(reading.statements)

    def told(begins: str) -> tuple[list[str], str | None, str | None, str | None, str | None]:
        s = next(x for x in reading.statements if x.content.text.startswith(begins))
        day = s.said_on.edtf if s.said_on else None
        assert s.source is not None
        return [link.text for link in s.via or ()], s.source.text, s.cue.lemma if s.cue else None, s.stance, day

    assert told("that Iran has provided") == ([], "Reuters", "report", "asserts", "2024-02-21")
    assert told("that the Biden administration")[1:] == (
        "US National Security Council spokesman John Kirby", "say", "commits", "2024-02-22",
    )  # fmt: skip
    assert told("“We have demonstrated")[1:4] == ("Kirby", "say", "asserts")
    assert told("that it provided") == ([], "Iran", "deny", "denies", None)
    assert told("“I strongly condemn") == ([], "he", "say", "dismisses", "2024-02-22")
    assert told("around 400 Iranian")[1:4] == ("several sources inside Iran", "base", "asserts")
    assert told("“During the Trump") == (["Fox News"], "Senator Tom Cotton", "say", "asserts", "2024-02-22")
    assert told("“Reports that Iran")[0] == ["X"]
    conditional = next(s for s in reading.statements if s.condition and s.source and "Kirby" in (s.source.text or ""))
    assert conditional.condition is not None
    assert conditional.condition.text == "if it’s established that Iran has given Russia ballistic missiles"
    assert (conditional.stance, conditional.source and conditional.source.speaks_for) == ("commits", "United States")
    minister = next(s for s in reading.statements if s.stance == "dismisses")
    assert minister.source is not None
    assert minister.source.speaker == "Hossein Amir-Abdollahian"
    hearsay = next(s for s in reading.statements if s.cue and s.cue.text == "is said")
    assert hearsay.source is not None
    assert (hearsay.source.attribution, "700 km" in hearsay.content.text) == ("unnamed", True)
