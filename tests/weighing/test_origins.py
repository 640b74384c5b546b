"""Where a statement comes from, and whether it counts."""

from dataclasses import replace

import pytest

from onrecord.weighing import official, root_of_name, weigh
from tests.weighing.reading import said


@pytest.mark.parametrize(
    ("text", "family", "counted"),
    [
        ("Iran sent missiles to Russia, White House spokesman John Kirby said.", "united states", True),
        ("Iran sent missiles to Russia, Reuters reported.", "sources of reuters", True),
        ("Iran sent missiles to Russia, Reuters reported, citing six sources.", "sources of reuters", True),
        ("Iran sent missiles to Russia, six sources said.", "sources of bergen post", True),
        ("Iran sent missiles to Russia, US officials said.", "united states", True),
        ("Iran sent missiles to Russia, three EU diplomats said.", "european union", True),
        ("Iran denied sending missiles to Russia.", "iran", False),
        ("Iran may send missiles to Russia if it is paid, Reuters reported.", "sources of reuters", False),
    ],
)
def test_roots(text: str, family: str, counted: bool) -> None:
    root = said(text)[-1].root
    assert root is not None
    assert (root.family, root.counted) == (family, counted)
    assert root.rule


def test_what_the_outlet_tells_without_a_source_has_no_lineage() -> None:
    assert [s.root for s in said("Iran sent missiles to Russia in May.")] == [None]


def test_states_that_share_their_intelligence_are_one_family() -> None:
    found = said(
        "Iran sent missiles to Russia, White House spokesman John Kirby said. Iran sent missiles to Russia, British minister "
        "Eleanor Pryce said. Britain and the United States rely on one shared intelligence assessment."
    )
    families = {s.root.family for s in found if s.root is not None and s.root.counted and s.fact is not None}
    assert families == {"united kingdom+united states"}


@pytest.mark.parametrize("name", ["Reuters", "the Reuters"])
def test_an_outlet_named_by_hand_is_the_one_whose_sources_are_relayed(name: str) -> None:
    relayed = said("Iran sent missiles to Russia, Reuters reported, citing six sources.")[-1]
    assert relayed.root is not None
    by_hand = root_of_name(name, supports=True)
    assert by_hand.family == relayed.root.family == "sources of reuters"
    assert by_hand.key == said("Iran sent missiles to Russia, Reuters reported.")[-1].root.key  # type: ignore[union-attr]
    told = [relayed, replace(relayed, anchor="a", root=by_hand)]
    assert [c.independent_origins for c in weigh(told, ())] == [1]


def test_the_proper_names_of_families() -> None:
    assert [official(f) for f in ("norway", "united states", "tern laboratory", "sources of reuters")] == [
        "Norway", "United States", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "family", "counted"),
    [
        ("Iran sent missiles to Russia, British lawmaker Alice Hume said.", "alice hume", False),
        ("Iran sent missiles to Russia, said Ines Tarro, who heads Tern Research.", "tern research", True),
        (
            "A shipping note seen by the Bergen Post shows that Iran sent missiles to Russia.",
            "document: shipping note at bergen post",
            True,
        ),
        ("The European Commission said that Iran had sent missiles to Russia.", "european union", True),
        ("Two diplomats based in Moscow said that Iran had sent missiles to Russia.", "sources of bergen post", True),
        ("“Iran has sent missiles to Russia,” said Halina Berg of the Tern Laboratory.", "tern laboratory", True),
    ],
)
def test_whose_word_it_is(text: str, family: str, counted: bool) -> None:
    roots = {(s.root.family, s.root.counted) for s in said(text) if s.root is not None and s.fact is not None}
    assert (family, counted) in roots
