"""Where words stand, and which states and bodies a phrase belongs to rather than is about."""

from datetime import date
from functools import cache

import pytest

import onrecord
from onrecord.reading.statements import Assembly
from onrecord.records import Document


@cache
def assembly(text: str) -> Assembly:
    reading = onrecord.read(text)
    return Assembly(Document(text, published_on=date(2024, 2, 20)), reading.word_spans, reading.parse)


@pytest.mark.parametrize(
    ("phrase", "state"),
    [
        ("Norway", "Norway"),
        ("the Norwegian foreign ministry", "Norway"),
        ("Oslo’s envoy", "Norway"),
        ("the White House", "United States"),
        ("the Kremlin", "Russia"),
        ("the Finnish envoy to Norway", "Finland"),
        ("the special envoy for Iran", None),
        ("an expert on North Korea", None),
        ("the harbour master", None),
        ("the turkey farmer", None),
    ],
)
def test_the_state_a_phrase_belongs_to(phrase: str, state: str | None) -> None:
    places = assembly(f"It was {phrase}.").places
    assert places.state_in((2, len(places.word_spans) - 1)) == state


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("a spokesman of the European Union", "European Union"),
        ("the EU envoy", "European Union"),
        ("the envoy to the United Nations", None),
        ("the harbour master", None),
    ],
)
def test_the_body_a_phrase_names(phrase: str, body: str | None) -> None:
    places = assembly(f"It was {phrase}.").places
    found = places.body_in((2, len(places.word_spans) - 1))
    assert (found.name if found else None) == body


def test_ranges_of_words_are_code_points() -> None:
    text = "👩🏽 said “it is shut”."
    places = assembly(text).places
    whole = places.span((0, len(places.word_spans)))
    assert whole == (0, len(text))
    assert [text[slice(*s)] for s in places.spans([(1, 2), (3, 5)])] == ["said", "it is"]


def test_the_state_named_last_before_a_word() -> None:
    text = "Norway closed the port. The ministry did not say why."
    places = assembly(text).places
    words = [text[a:b] for a, b in places.word_spans]
    assert places.state_near(words.index("ministry")) == "Norway"
    assert places.state_near(0) == "Norway"


def test_a_state_too_far_back_is_not_near() -> None:
    text = "Norway closed the port.\n\nThe town is old.\n\nThe town is small.\n\nThe ministry did not say why."
    places = assembly(text).places
    words = [text[a:b] for a, b in places.word_spans]
    assert places.state_near(words.index("ministry")) is None


def test_a_spokesman_speaks_for_whoever_said_something_just_before() -> None:
    text = "Belarus flew rockets to Libya in May, the White House said on Friday. Spokesman Peter Garland said it changed little."
    last = onrecord.read(text).statements[-1]
    assert last.source is not None and last.source.speaks_for == "United States"
