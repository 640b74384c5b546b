"""A listing binds only while its programme does."""

from datetime import date

import pytest

from onrecord.records.listings import ListedName, Listing, ListName
from onrecord.records.matches import OnDay, Standing
from onrecord.registers import DATA
from onrecord.screening.programmes import PROGRAMMES, ListedProgramme, bound, states_of

LISTED = Standing(OnDay.LISTED, "in the versions of both days")


def listing(*programmes: str) -> Listing:
    return Listing("1", None, (ListedName("Vesna"),), programmes, date(2007, 3, 24))


@pytest.mark.parametrize("row", PROGRAMMES.load(DATA), ids=lambda p: f"{p.list} {p.programme}")
def test_each_programme_stands_on_a_day_as_its_example_says(row: ListedProgramme) -> None:
    day, status = row.example.split(" ", 1)
    states = states_of(row.list, row.programme, date.fromisoformat(day))
    assert states
    assert status in {s.status.value for s in states.values()}


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2015-06-01", OnDay.LISTED),
        ("2022-01-01", OnDay.LISTED),
        ("2024-02-22", OnDay.NOT_IN_FORCE),
        ("2025-10-01", OnDay.LISTED),
    ],
)
def test_a_restored_un_entry_bound_nobody_between_the_end_and_the_snapback(day: str, answer: OnDay) -> None:
    found = bound(ListName.UN, listing("Iran"), date.fromisoformat(day), LISTED)
    assert found.answer is answer
    assert "UN-IRN-" in found.why


def test_one_programme_in_force_is_enough_and_one_nobody_knows_leaves_the_answer() -> None:
    day = date(2020, 1, 1)
    assert bound(ListName.OFAC, listing("IRAN-CON-ARMS-EO"), day, LISTED).answer is OnDay.NOT_IN_FORCE
    assert bound(ListName.OFAC, listing("IRAN-CON-ARMS-EO", "NPWMD"), day, LISTED).answer is OnDay.LISTED
    assert bound(ListName.OFAC, listing("IRAN-CON-ARMS-EO", "CUBA"), day, LISTED).answer is OnDay.LISTED
    assert bound(ListName.OFAC, listing("CUBA"), day, LISTED) == LISTED


def test_a_programme_not_known_after_a_day_gives_unknown() -> None:
    assert bound(ListName.EU, listing("UKR"), date(2030, 1, 1), LISTED).answer is OnDay.UNKNOWN


def test_who_was_not_listed_is_not_made_so_by_a_programme() -> None:
    absent = Standing(OnDay.NOT_LISTED, "not in the version of that day")
    assert bound(ListName.UN, listing("DPRK"), date(2024, 2, 22), absent) == absent


def test_who_holds_that_a_programme_is_otherwise_is_told() -> None:
    assert "contested by China, Iran, Russia" in bound(ListName.UN, listing("Iran"), date(2026, 1, 1), LISTED).why
