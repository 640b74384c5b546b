"""Where a statement comes from, and whether it counts."""

import pytest

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
