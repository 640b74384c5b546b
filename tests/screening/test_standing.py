"""Listed on a day, or unknown: never "no" and never "yes" beyond what versions tell."""

from datetime import date

import pytest

from onrecord.records.listings import Listing, ListName, ListVersion
from onrecord.records.matches import OnDay
from onrecord.screening import Seen, around, standing
from tests.screening.parties import PERSON, listing

DAY = date(2024, 2, 22)


def version(day: str | None) -> ListVersion:
    return ListVersion(
        f"un-{day}", ListName.UN, "un", ("f",), "0", date.fromisoformat(day) if day else None, "2026", 1, 1, 0
    )


def seen(day: str, *, held: bool, listed_on: str | None = None) -> Seen:
    party = listing("1", PERSON, "A B")
    since = date.fromisoformat(listed_on) if listed_on else None
    return Seen(version(day), Listing(party.id, party.kind, party.names, listed_on=since) if held else None)


@pytest.mark.parametrize(
    ("before", "after", "answer"),
    [
        (seen("2024-01-01", held=True), seen("2025-01-01", held=True), OnDay.LISTED),
        (seen("2024-01-01", held=False), seen("2025-01-01", held=False), OnDay.NOT_LISTED),
        (seen("2024-01-01", held=True), seen("2025-01-01", held=False), OnDay.UNKNOWN),
        (seen("2024-01-01", held=False), seen("2025-01-01", held=True), OnDay.UNKNOWN),
        (seen("2024-01-01", held=False), seen("2025-01-01", held=True, listed_on="2024-02-01"), OnDay.UNKNOWN),
        (seen("2024-01-01", held=False), seen("2025-01-01", held=True, listed_on="2024-03-01"), OnDay.NOT_LISTED),
        (seen("2024-01-01", held=True), seen("2025-01-01", held=True, listed_on="2024-03-01"), OnDay.UNKNOWN),
        (seen("2024-02-22", held=True), None, OnDay.LISTED),
        (seen("2024-02-22", held=False), None, OnDay.NOT_LISTED),
        (seen("2024-01-01", held=True), None, OnDay.UNKNOWN),
        (None, seen("2025-01-01", held=False), OnDay.UNKNOWN),
        (None, seen("2025-01-01", held=True), OnDay.UNKNOWN),
        (None, seen("2025-01-01", held=True, listed_on="2024-03-01"), OnDay.NOT_LISTED),
        (None, None, OnDay.UNKNOWN),
    ],
)
def test_what_versions_tell(before: Seen | None, after: Seen | None, answer: OnDay) -> None:
    assert standing(DAY, before, after).answer is answer


def test_a_restored_entry_keeps_its_first_day_and_proves_nothing() -> None:
    found = standing(DAY, None, seen("2026-02-27", held=True, listed_on="2006-12-23"))
    assert found.answer is OnDay.UNKNOWN
    assert "listed on 2006-12-23, not whether it stayed so" in found.why


def test_the_versions_around_a_day() -> None:
    held = [version(d) for d in ("2023-01-01", "2024-01-01", "2024-05-01", "2025-01-01", None)]
    assert around(held, DAY) == (held[1], held[2])
    assert around(held, date(2024, 5, 1)) == (held[2], held[2])
    assert around(held, date(2022, 1, 1)) == (None, held[0])
    assert around(held[4:], DAY) == (None, None)
