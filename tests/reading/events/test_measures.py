"""Stated measures: who, on whom, and how it stands."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord

Found = tuple[list[str], list[str], str]


def measures(text: str) -> list[Found]:
    return [
        ([f.name for f in m.imposer], [f.name for f in m.target], m.status.value) for m in onrecord.read(text).measures
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The United Nations imposed sanctions on Chile.", (["United Nations"], ["Chile"], "imposed")),
        ("American sanctions on Chile cost jobs.", (["United States"], ["Chile"], "in force")),
        ("The Chile arms embargo has failed.", ([], ["Chile"], "in force")),
        ("Peru violated the arms embargo on Chile.", ([], ["Chile"], "violated")),
        ("Peru denied that it violated the arms embargo on Chile.", ([], ["Chile"], "in force")),
        ("The ban on Chile expired in 2023.", ([], ["Chile"], "ended")),
        (
            "The UN Security Council sanctions on Iran's export of drones expired.",
            (["UN Security Council"], ["Iran"], "ended"),
        ),
        (
            "The US and EU sanctions on Chile are in place.",
            (["United States", "European Union"], ["Chile"], "in force"),
        ),
        ("Chile could face sanctions.", ([], ["Chile"], "expected")),
        ("Washington lifted the embargo on Chile.", (["United States"], ["Chile"], "lifted")),
        ("The European Union extended its sanctions on Chile.", (["European Union"], ["Chile"], "extended")),
        ("The law prohibits the transfer of arms to Chile.", ([], ["Chile"], "in force")),
        ("Norway banned arms exports to Chile.", (["Norway"], ["Chile"], "imposed")),
        (
            "The European Union has had an arms embargo on Chile since 1990.",
            (["European Union"], ["Chile"], "in force"),
        ),
        (
            "If the deal goes ahead, Norway will impose sanctions on Chile, its minister said.",
            (["Norway"], ["Chile"], "threatened"),
        ),
        (
            "The embargo was imposed on Chile by Security Council Resolution 1970.",
            (["UN Security Council"], ["Chile"], "imposed"),
        ),
    ],
)
def test_one_measure(text: str, found: Found) -> None:
    assert measures(text) == [found]


def test_what_is_taken_up_keeps_its_sides() -> None:
    text = "The United Nations imposed sanctions on Chile in 2011. The measures were lifted in 2016."
    assert measures(text) == [(["United Nations"], ["Chile"], "imposed"), (["United Nations"], ["Chile"], "lifted")]


@pytest.mark.parametrize(
    "text",
    [
        "The council has never imposed an embargo on Chile.",
        "Critics praised the sanctions.",
        "The rules of chess are old.",
    ],
)
def test_what_is_no_stated_measure(text: str) -> None:
    assert measures(text) == []


def test_the_statement_that_holds_it_and_the_time() -> None:
    text = "Norway said that the United Nations imposed sanctions on Chile in 2011."
    (found,) = onrecord.read(text, published_on=date(2024, 1, 1)).measures
    assert found.statement == "s1"
    assert found.when is not None
    assert found.when.text == "2011"


WORDS = [
    "Norway",
    "the",
    "sanctions",
    "on",
    "Chile",
    "imposed",
    "embargo",
    "never",
    "if",
    ",",
    ".",
    "“",
    "”",
    "US",
    "banned",
    "of",
    "arms",
]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_every_measure_is_exact_words(words: list[str]) -> None:
    text = " ".join(words)
    for m in onrecord.read(text).measures:
        assert m.text == " ".join(text[a:b] for a, b in m.spans)
        assert m.text
