"""Listed parties for many who ask at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ListError
from onrecord.flow.parties import Wanted, newest, party, party_id, screened
from onrecord.flow.screening import Screener, load_version
from onrecord.records.listings import ListName, PartyKind
from tests.screening.loading import generated


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    for which, name, text in (
        (ListName.UN, "un.xml", generated.UN),
        (ListName.OFAC, "sdn.csv", generated.OFAC["sdn.csv"]),
    ):
        (tmp_path / name).write_text(text, "utf-8", newline="")
        load_version(which, [str(tmp_path / name)], folder=folder)
    return folder


def test_it_answers_as_a_screener_does(lists: Path) -> None:
    found = screened(lists, Wanted("Vesna Shipping"))
    assert [m for _, m in found] == Screener(lists).screen("Vesna Shipping")
    assert {held.version.label for held, _ in found} == {"ofac"}
    assert not screened(lists, Wanted("Vesna Shipping", PartyKind.AIRCRAFT, None, 0.99))


def test_a_party_is_found_by_the_name_it_is_given(lists: Path) -> None:
    for held, match in screened(lists, Wanted("Mohsen Gharabaghi", None, None, 0.5)):
        assert party(lists, party_id(held)).listing == match.listing
    with pytest.raises(LookupError):
        party(lists, "un-nobody")


def test_a_version_loaded_later_is_asked_at_once(lists: Path, tmp_path: Path) -> None:
    before = party_id(screened(lists, Wanted("Vesna Shipping"))[0][0])
    path = tmp_path / "later.csv"
    path.write_text(generated.OFAC["sdn.csv"].replace("39,", "40,"), "utf-8", newline="")
    load_version(ListName.OFAC, [str(path)], dated=date(2026, 1, 1), folder=lists)
    assert len(newest(lists)) == 2
    assert party_id(screened(lists, Wanted("Vesna Shipping"))[0][0]) != before


def test_many_at_once_are_each_answered_rightly(lists: Path) -> None:
    names = ["Vesna Shipping", "Mohsen Gharabaghi", "Arkady Gromov", "nobody at all"] * 40
    alone = {name: screened(lists, Wanted(name)) for name in set(names)}
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda name: screened(lists, Wanted(name)), names))
    assert told == [alone[name] for name in names]


def test_no_list(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="the sanctions lists: got none"):
        screened(tmp_path, Wanted("x"))
