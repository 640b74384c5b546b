"""Headings of claims."""

import pytest

from tests.weighing.reading import said


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Iran sent these drones to Russia, Norway said.", "transfer of drones from Iran to Russia"),
        ("Iran sent its 40 rifles to Chad, Norway said.", "transfer of 40 rifles from Iran to Chad"),
        ("Iran sent missiles to one of them, Norway said.", "transfer of missiles from Iran"),
        ("Ukraine shot down 40 drones, the air force said.", "attack on 40 drones by Ukraine"),
        (
            "Forty rifles were loaded onto the freighter in May, Norway said.",
            "loading of forty rifles onto the freighter",
        ),
        ("UN restrictions on Iran expired in October, Norway said.", "lapse of UN restrictions on Iran"),
        ("Iran had reached no deal on rifles, Norway said.", "deal with Iran"),
        ("UN resolutions ban all arms exports by North Korea, Norway said.", "UN resolutions on arms exports"),
    ],
)
def test_a_heading_stands_without_the_text_before_it(text: str, title: str) -> None:
    assert [s.fact.title for s in said(text) if s.fact is not None][:1] == [title]
