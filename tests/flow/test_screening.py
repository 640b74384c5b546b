"""Lists loaded from files, names screened, one process or two."""

from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import FetchError, ListError
from onrecord.flow.screening import (
    Asked,
    Screener,
    compare_versions,
    kept_versions,
    load_version,
    names_of_file,
    names_of_reading,
    screen_many,
)
from onrecord.records.listings import ListName, PartyKind
from onrecord.records.matches import OnDay
from tests.screening.loading import generated


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Keep the UN's list, and two versions of OFAC's."""
    lists = tmp_path / "lists"
    (tmp_path / "un.xml").write_text(generated.UN, "utf-8")
    load_version(ListName.UN, [str(tmp_path / "un.xml")], folder=lists)
    for year, text in (("2023", generated.OFAC["sdn.csv"]), ("2025", generated.OFAC["sdn.csv"].replace("39,", "40,"))):
        path = tmp_path / f"sdn{year}.csv"
        path.write_text(text, "utf-8", newline="")
        load_version(ListName.OFAC, [str(path)], dated=date(int(year), 1, 1), folder=lists)
    return lists


def test_versions_are_kept_with_their_days(folder: Path) -> None:
    assert [(v.label, str(v.dated)) for v in kept_versions(folder)] == [
        ("ofac", "2023-01-01"), ("ofac", "2025-01-01"), ("un", "2026-02-27"),
    ]  # fmt: skip


def test_the_newest_versions_are_screened(folder: Path) -> None:
    (match,) = Screener(folder).screen("Vesna Shipping")
    assert (match.listing.id, match.version[:15]) == ("40", "ofac-2025-01-01")
    (weak,) = Screener(folder).screen("Grom")
    assert weak.alias.weak


def test_on_a_day(folder: Path) -> None:
    on = Screener(folder, on=date(2024, 2, 22))
    found = {m.listing.id: m.standing for m in on.screen("Vesna Shipping")}
    assert {k: s and s.answer for k, s in found.items()} == {"39": OnDay.UNKNOWN, "40": OnDay.UNKNOWN}
    (gromov,) = on.screen("Arkady Gromov")
    assert gromov.standing
    assert gromov.standing.answer is OnDay.LISTED
    (restored,) = on.screen("Mohsen Gharabaghi", PartyKind.PERSON)
    assert restored.standing
    assert restored.standing.answer is OnDay.NOT_IN_FORCE
    (before,) = Screener(folder, on=date(2015, 2, 22)).screen("Mohsen Gharabaghi", PartyKind.PERSON)
    assert before.standing
    assert before.standing.answer is OnDay.UNKNOWN


def test_delta(folder: Path) -> None:
    _, _, found = compare_versions("ofac-2023", "ofac-2025", folder)
    assert [p.id for p in found.added] == ["40"]
    assert [p.id for p in found.removed] == ["39"]


def test_two_processes_answer_as_one_does(folder: Path) -> None:
    asked = [Asked("Arkady Gromov"), Asked("Nobody Atall"), Asked("Port Vesna", PartyKind.VESSEL)] * 200
    one = list(screen_many(asked, folder=folder))
    assert list(screen_many(asked, folder=folder, processes=2)) == one
    assert [len(m) for _, m in one[:3]] == [1, 0, 1]


def test_a_file_of_names(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("\ufeffid,Name,kind\n1,Arkady Gromov,person\n2,,\n3,Vesna,\n", "utf-8")
    assert list(names_of_file(str(path))) == [Asked("Arkady Gromov", PartyKind.PERSON), Asked("Vesna")]
    path.write_text("Arkady Gromov\nVesna\n", "utf-8")
    assert [a.name for a in names_of_file(str(path))] == ["Arkady Gromov", "Vesna"]
    path.write_text("name,kind\nVesna,ship\n", "utf-8")
    with pytest.raises(
        ListError, match=r"names.csv:2: got kind 'ship'; expected one of person, organisation, vessel, aircraft"
    ):
        list(names_of_file(str(path)))
    with pytest.raises(ListError, match="expected a CSV file of names"):
        list(names_of_file(str(tmp_path)))


def test_the_names_of_a_document() -> None:
    reading = onrecord.read("Arkady Gromov sold drones to Vesna Shipping, the Treasury Department said on Tuesday.")
    assert {Asked("Arkady Gromov"), Asked("Vesna Shipping")} <= set(names_of_reading(reading))


def test_sources_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="got no such file or directory"):
        load_version(ListName.UN, [str(tmp_path / "none.xml")], folder=tmp_path)
    with pytest.raises(FetchError):
        load_version(ListName.UN, ["http://127.0.0.1/consolidated.xml"], folder=tmp_path)
