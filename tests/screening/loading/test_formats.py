"""Each format: names with their weakness, days, papers, faults with their position, and the rest loaded."""

import gzip
from datetime import date

import pytest

from onrecord.errors import ListError
from onrecord.records.listings import Listing, ListName, NameKind, PartyKind
from onrecord.screening import made_on
from tests.screening.loading import generated
from tests.screening.loading.reading import load


def weak(party: Listing) -> dict[str, bool]:
    return {n.text: n.weak for n in party.names}


def test_ofac_csv() -> None:
    (person, vessel, body), faults = load(ListName.OFAC, *generated.OFAC.values())
    assert weak(person) == {"GROMOV, Arkady": False, "GROMOW, Arkadi": False, "GROM": True, "OLD GROM": True}
    assert person.programmes == ("RUSSIA-EO14024", "UKRAINE-EO13661")
    assert (person.born, person.countries) == (("02 Jan 1968",), ("Russia",))
    assert ("Passport", "AB12") in person.identifiers
    assert person.listed_on is None
    assert (vessel.kind, vessel.identifiers[0]) == (PartyKind.VESSEL, ("IMO", "9187629"))
    assert [(n.text, n.kind) for n in body.names] == [
        ("VESNA SHIPPING", NameKind.PRIMARY),
        ("VESNA LINES", NameKind.FORMER),
    ]
    assert faults == [
        "0:3: got ',' expected after '\"'; expected a row of CSV",
        "1:3: got a row for party 99, which no file holds; expected a party of the primary names",
    ]


def test_ofac_files_in_any_order() -> None:
    files = list(generated.OFAC.values())
    assert load(ListName.OFAC, *reversed(files))[0] == load(ListName.OFAC, *files)[0]


def test_ofac_advanced_xml() -> None:
    (person, vessel), faults = load(ListName.OFAC, generated.OFAC_XML)
    assert weak(person) == {"Arkady GROMOV": False, "GROM": True}
    assert (person.kind, person.born, person.countries) == (PartyKind.PERSON, ("1968-01-02",), ("Russia",))
    assert (person.programmes, person.listed_on) == (("RUSSIA-EO14024",), date(2022, 4, 6))
    assert (vessel.kind, vessel.identifiers) == (PartyKind.VESSEL, (("IMO", "9187629"),))
    assert [f.partition(":")[0] for f in faults] == ["0"]
    assert "mismatched tag" in faults[0]


def test_un_xml() -> None:
    (person, body), faults = load(ListName.UN, generated.UN)
    assert weak(person) == {
        "MOHSEN QARABAGHI": False, "محسن قره‌باغی": False, "Gharabaghi": False, "M. Gharabaghi": False, "Abu Umar": True,
    }  # fmt: skip
    assert (person.id, person.listed_on, person.born) == ("IRi.900", date(2006, 12, 23), ("1957",))
    assert body.names[0].text == "HEMMAT & CO"
    assert len(faults) == 2
    assert faults[0].startswith("0:11: got mismatched tag")
    assert faults[1] == "0:12: got an entry without number or name; expected DATAID or REFERENCE_NUMBER, and FIRST_NAME"


def test_eu_xml() -> None:
    (person, body), faults = load(ListName.EU, generated.EU)
    assert weak(person) == {"Arkady Gromov": False, "Аркадий ГРОМОВ": False, "Grom": True}
    assert person.listed_on == date(2022, 4, 8), "the day of designation, not of the latest amendment"
    assert (person.programmes, person.countries) == (("UKR",), ("RUSSIAN FEDERATION",))
    assert (body.names[0].text, body.kind, body.listed_on) == ("Vesna Shipping & Trade", PartyKind.ORGANISATION, None)
    assert len(faults) == 1
    assert "undefined entity" in faults[0]


def test_uk_xml_and_csv_agree() -> None:
    (person, ship), none = load(ListName.UK, generated.UK)
    (same, body), faults = load(ListName.UK, generated.UK_CSV)
    assert weak(person) == weak(same) == {"Arkady GROMOV": False, "Аркадий Громов": False, "GROM": True}
    assert person.listed_on == same.listed_on == date(2022, 4, 8)
    assert (ship.kind, ship.identifiers) == (PartyKind.VESSEL, (("IMO", "9187629"),))
    assert body.kind is PartyKind.ORGANISATION
    assert not none
    assert faults == ["0:5: got 2 cells, number None; expected 15 cells with Unique ID or Group ID"]


def test_follow_the_money() -> None:
    (person, vessel), faults = load(ListName.FTM, generated.FTM)
    assert weak(person) == {"Arkady Gromov": False, "Аркадий Громов": False, "A. Gromov": False, "Grom": True}
    assert (person.programmes, person.listed_on) == (("RUS",), date(2022, 4, 8))
    assert (vessel.programmes, vessel.listed_on, vessel.identifiers) == (
        ("RUS-V",),
        date(2023, 1, 1),
        (("IMO", "9187629"),),
    )
    assert faults == [
        "0:4: got Expecting value: line 1 column 1 (char 0); expected a FollowTheMoney entity: id, schema, properties",
        "0:5: got 'NK-3' without a name; expected a name",
    ]


def test_targets_simple() -> None:
    (person, vessel), faults = load(ListName.FTM, generated.SIMPLE)
    assert [n.text for n in person.names] == ["Arkady Gromov", "Аркадий Громов", "Gromov; A."]
    assert vessel.identifiers == (("IMO", "9187629"),)
    assert faults == ["0:4: got 15 cells, id ''; expected 15 cells with id and name"]


@pytest.mark.parametrize(
    ("which", "text"),
    [
        (ListName.OFAC, "hello"), (ListName.OFAC, "<html/>"), (ListName.UN, generated.EU), (ListName.UN, "a,b"),
        (ListName.EU, ""),
        (ListName.UK, "<Designation/>"), (ListName.FTM, "<xml/>"), (ListName.FTM, "a,b\n1,2"),
    ],
)  # fmt: skip
def test_another_format_is_refused(which: ListName, text: str) -> None:
    with pytest.raises(ListError, match=r"0: got .+; expected "):
        load(which, text)


def test_gzip_is_undone() -> None:
    assert load(ListName.UN, gzip.compress(generated.UN.encode()))[0] == load(ListName.UN, generated.UN)[0]


@pytest.mark.parametrize(
    ("which", "text", "day"),
    [
        (ListName.UN, generated.UN, "2026-02-27T00:00:09.554Z"),
        (ListName.EU, generated.EU, "2024-02-20T10:00:00.000+01:00"),
        (ListName.UK, generated.UK, "20/02/2024"),
        (ListName.UK, generated.UK_CSV, "20/02/2024"),
        (ListName.OFAC, generated.OFAC_XML, "2024-02-20"),
        (ListName.OFAC, generated.OFAC["sdn.csv"], None),
        (ListName.FTM, generated.FTM, None),
    ],
)
def test_the_day_a_file_says_it_was_made(which: ListName, text: str, day: str | None) -> None:
    assert made_on(which, text.encode()[:4096]) == day
