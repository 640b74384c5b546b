"""One name against a list: who, by which alias, in which order, and why."""

from pathlib import Path

import pytest

from onrecord.records.matches import Match
from onrecord.screening import Index, screen
from tests.screening.parties import BODY, PERSON, VESSEL, index_of, listing


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("screen"))


def ask(name: str, index: Index, **more: object) -> list[Match]:
    return screen(name, index, ("test",), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "party", "alias"),
    [
        ("Mohsen Gharabaghi", "1", "GHARABAGHI, Mohsen"),
        ("Qarabaghi Mohsen Reza", "1", "QARABAGHI, Mohsen Reza"),
        ("M. R. Qarabaghi", "1", "QARABAGHI, Mohsen Reza"),
        ("محسن رضا قره\u200cباغی", "1", "QARABAGHI, Mohsen Reza"),
        ("رضا محسن توکلی", "2", "رضا محسن توکلی"),
        ("Evgeny Gromov", "8", "Евгений Викторович Громов"),
        ("SHIG", "3", "SHAHID HEMMAT INDUSTRIAL GROUP"),
        ("HESA", "9", "IRAN AIRCRAFT MANUFACTURING INDUSTRIAL COMPANY"),
        ("Orion Trading", "4", "Orion General Trading LLC"),
        ("IMO 9187629", "6", "PORT VESNA-3"),
        ("9187630", "7", "PORT VESNA-4"),
        ("Port Vesna 3", "6", "PORT VESNA-3"),
        ("Hajizadeh Foundation", "10", "Haji Zadeh Foundation"),
        ("Ri Guk", "11", "Ri Song Guk"),
    ],
)
def test_who_comes_first_and_by_which_alias(name: str, party: str, alias: str, index: Index) -> None:
    first = ask(name, index)[0]
    assert (first.listing.id, first.alias.text) == (party, alias)


@pytest.mark.parametrize("name", ["John Smith", "General Trading LLC", "", "!!!", "Trading Corp", "Orion", "1234567"])
def test_who_is_not_taken_for_anybody_with_force(name: str, index: Index) -> None:
    assert all(m.score < 0.95 for m in ask(name, index))


def test_a_weak_alias_says_so_and_ranks_lower(index: Index) -> None:
    (match,) = ask("Abu Umar", index)
    assert match.alias.weak
    assert match.score < 1


def test_why(index: Index) -> None:
    match = ask("Ghorabaghi Mohsen", index)[0]
    assert {(r.asked, r.listed, r.how) for r in match.reasons} == {
        ("mohsen", "mohsen", "same word"),
        ("ghorabaghi", "gharabaghi", "a slip of the pen"),
    } or {r.how for r in match.reasons} <= {"same word", "sounds alike", "a slip of the pen"}
    assert ask("SHIG", index)[0].via == "SHIG is Shahid Hemmat Industrial Group"


def test_only_of_a_kind(index: Index) -> None:
    assert ask("Orion General Trading", index, kind=PERSON) == []
    assert ask("Orion General Trading", index, kind=BODY)
    assert all(m.listing.kind is VESSEL for m in ask("Port Vesna", index, kind=VESSEL, threshold=0.5))


def test_order_within_equal_scores(tmp_path: Path) -> None:
    equal = index_of(
        tmp_path / "i",
        listing("a", PERSON, "Tavakoli Karim Reza"),
        listing("b", PERSON, "Someone Else", "Karim Reza Tavakoli"),
        listing("c", PERSON, "Karim Reza Tavakoli"),
    )
    assert [m.listing.id for m in ask("Karim Reza Tavakoli", equal)] == ["c", "b", "a"]


def test_at_most(index: Index) -> None:
    assert len(ask("Port Vesna", index, threshold=0.5, most=1)) == 1
