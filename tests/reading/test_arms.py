"""Weapons named in a text."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.records import EntityKind


def arms(text: str) -> list[tuple[str, str]]:
    """Return the words and names of the weapons of a text."""
    return [(m.text, e.name) for e in onrecord.read(text).entities if e.kind.value == "weapon" for m in e.mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway sent S-400 systems.", [("S-400", "S-400")]),
        ("It has Fateh-110 missiles.", [("Fateh-110", "Fateh-110"), ("missiles", "missile")]),
        (
            "It has short-range ballistic missiles.",
            [("short-range ballistic missiles", "short-range ballistic missile")],
        ),
        ("It fired a Zolfaghat missile.", [("Zolfaghat", "Zolfaghar"), ("missile", "missile")]),
        ("He used a hammer.", []),
        ("The patriot sang.", []),
    ],
)
def test_systems_kinds_and_spellings(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(arms(text)) == sorted(found)


WORDS = ["Fateh", "-", "110", "missiles", "the", "Zolfaqar", "S-400", "ballistic", ".", ",", "Patriot", "Kyiv", "drone"]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_mentions_are_exact_words_and_none_lies_over_another(words: list[str]) -> None:
    text = " ".join(words)
    spans = []
    for e in onrecord.read(text).entities:
        if e.kind.value == "weapon":
            for m in e.mentions:
                assert m.text == " ".join(text[a:b] for a, b in m.spans)
                spans += list(m.spans)
    spans.sort()
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_systems_are_called_for_short_where_the_text_tells_that_they_are_arms() -> None:
    def named(text: str) -> list[str]:
        return [e.name for e in onrecord.read(text).entities if e.kind is EntityKind.WEAPON]

    assert named("Norway gave Chile eight Leopards.") != []
    assert "M1 Abrams" in named("Norway sent Abrams tanks to Chile.")
    assert named("The Leopard is an animal of Africa.") == []
    assert named("Prometheus stole the fire.") == []
