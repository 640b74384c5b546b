"""Office holders: whose office, on which day, and which tables are refused."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RegisterError
from onrecord.registers import people
from onrecord.registers.people import PEOPLE, load_people

HEAD = "name,office,speaks_for,aliases,from,to,example"


def table(folder: Path, *rows: str) -> Path:
    path = folder / PEOPLE.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    return folder


ONE = "Ada Lindqvist,{office},Norway,,{first},{last},[Ada Lindqvist] held an office."


@pytest.mark.parametrize(
    ("first", "last", "begins", "ends"),
    [
        ("", "", None, None),
        ("2012", "2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", "2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-12", "2013-12", date(2013, 12, 1), date(2013, 12, 31)),
        ("2012-02-03", "2013-04-05", date(2012, 2, 3), date(2013, 4, 5)),
        ("2012", "", date(2012, 1, 1), None),
        ("", "2013-06", None, date(2013, 6, 30)),
    ],
)
def test_a_cell_is_the_widest_span_of_days(
    tmp_path: Path, first: str, last: str, begins: date | None, ends: date | None
) -> None:
    row = ONE.format(office="mayor", first=first, last=last)
    person = load_people(table(tmp_path, row)).named("Ada Lindqvist")
    assert person is not None
    assert (person.first, person.last) == (begins, ends)


@pytest.mark.parametrize(
    ("first", "last", "fault"),
    [
        ("2012-13", "", "from '2012-13'"),
        ("spring", "", "from 'spring'"),
        ("2012-02-30", "", "from '2012-02-30'"),
        ("2013", "2012", "from 2013 to 2012"),
    ],
)
def test_days_that_are_none_are_refused(tmp_path: Path, first: str, last: str, fault: str) -> None:
    with pytest.raises(RegisterError, match=f"got {fault}; expected "):
        load_people(table(tmp_path, ONE.format(office="mayor", first=first, last=last)))


def test_a_name_is_one_person_s(tmp_path: Path) -> None:
    other = "Bea Moreau,envoy,France,Ada Lindqvist,,,[Bea Moreau] held an office."
    with pytest.raises(
        RegisterError, match="'Ada Lindqvist' for Ada Lindqvist and for Bea Moreau; expected one person"
    ):
        load_people(table(tmp_path, ONE.format(office="mayor", first="", last=""), other))


@pytest.mark.parametrize(
    ("on", "office"),
    [
        (date(2009, 12, 31), None),
        (date(2010, 1, 1), "envoy"),
        (date(2012, 6, 30), "envoy"),
        (date(2012, 12, 1), "envoy"),
        (date(2013, 3, 1), "minister"),
        (date(2030, 1, 1), "minister"),
        (None, "minister"),
    ],
)
def test_the_office_is_that_of_the_day_else_the_latest_before(
    tmp_path: Path, on: date | None, office: str | None
) -> None:
    rows = (
        ONE.format(office="envoy", first="2010", last="2012-06"),
        ONE.format(office="minister", first="2013-03", last=""),
    )
    person = load_people(table(tmp_path, *rows)).named("Ada Lindqvist", on)
    assert (person.office if person else None) == office


@pytest.mark.parametrize("name", ["ada lindqvist", "ADA LINDQVIST", "Åda  Lindqvist", "Ada-Lindqvist", "Ada L. Quist"])
def test_spelling_and_aliases_do_not_matter(tmp_path: Path, name: str) -> None:
    row = "Ada Lindqvist,mayor,,Ada L. Quist,,,[Ada Lindqvist] held an office."
    person = load_people(table(tmp_path, row)).named(name)
    assert person is not None
    assert person.speaks_for is None


@pytest.mark.parametrize("name", ["Lindqvist", "Ada", "", "Ada Lindqvist Jr", "Karl Brandt"])
def test_less_than_the_full_name_finds_nobody(tmp_path: Path, name: str) -> None:
    assert load_people(table(tmp_path, ONE.format(office="mayor", first="", last=""))).named(name) is None


def test_the_shipped_table_knows_office_and_day() -> None:
    assert len(people().by_name) > 500
    deputy, minister = (people().named("Abbas Araghchi", on) for on in (date(2015, 5, 5), date(2025, 5, 5)))
    assert deputy is not None and minister is not None
    assert (deputy.office, deputy.speaks_for) == ("deputy foreign minister", "Iran")
    assert (minister.office, minister.speaks_for) == ("foreign minister", "Iran")


def test_every_name_of_the_shipped_table_leads_to_its_person() -> None:
    for held in people().by_name.values():
        for person in held:
            found = people().named(person.name, person.first)
            assert found is not None
            assert found.name == person.name
            assert person.holds(person.first) and person.holds(person.last)
            assert f"[{person.name}]" in person.example or any(f"[{a}]" in person.example for a in person.aliases)


@given(st.text(max_size=40), st.dates() | st.none())
def test_any_text_can_be_looked_up(text: str, on: date | None) -> None:
    person = people().named(text, on)
    assert person is None or text.strip()
