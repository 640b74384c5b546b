"""Where a statement comes from, and whether it counts."""

import pytest

from onrecord.weighing.origins import root_of
from tests.weighing.reading import said


@pytest.mark.parametrize(
    ("text", "family", "counted"),
    [
        ("Iran sent missiles to Russia, White House spokesman John Kirby said.", "united states", True),
        ("Iran sent missiles to Russia, Reuters reported.", "sources of reuters", True),
        ("Iran sent missiles to Russia, Reuters reported, citing six sources.", "sources of reuters", True),
        ("Iran sent missiles to Russia, six sources said.", "sources of bergen post", True),
        ("Iran sent missiles to Russia, US officials said.", "united states", True),
        ("Iran denied sending missiles to Russia.", "iran", False),
        ("Iran may send missiles to Russia if it is paid, Reuters reported.", "sources of reuters", False),
    ],
)
def test_roots(text: str, family: str, counted: bool) -> None:
    roots = [root for s in said(text) if (root := root_of(s)) is not None]
    assert (roots[-1].family, roots[-1].counted) == (family, counted)
    assert roots[-1].rule


def test_what_the_outlet_tells_without_a_source_has_no_lineage() -> None:
    assert [root_of(s) for s in said("Iran sent missiles to Russia in May.")] == [None]
