"""Entities with identity: what the registers know of whom a text names."""

from datetime import date

import onrecord
from onrecord.records import Entity

TEXT = "Sergey Lavrow met the minister in Kyiv. Rosoboronexport sells the Iskandar-M missile, Reuters said."


def entities() -> dict[str, Entity]:
    """Return the entities of the text by name."""
    return {e.name: e for e in onrecord.read(TEXT, published_on=date(2024, 1, 1)).entities}


def test_the_registers_name_and_the_state_it_belongs_to() -> None:
    found = entities()
    assert (found["Sergey Lavrow"].known_as, found["Sergey Lavrow"].country) == ("Sergei Lavrov", "RU")
    assert (found["Kyiv"].known_as, found["Kyiv"].country) == (None, "UA")
    assert found["Reuters"].known_as == "Reuters"


def test_a_weapon_has_its_kinds() -> None:
    found = entities()["Iskander"]
    assert found.kinds == ("short-range ballistic missile", "ballistic missile", "missile", "arms")
    assert [m.text for m in found.mentions] == ["Iskandar-M"]


def test_ids_follow_the_first_mentions() -> None:
    found = onrecord.read(TEXT).entities
    assert [e.id for e in found] == [f"n{n}" for n in range(1, len(found) + 1)]
    starts = [e.mentions[0].spans[0][0] for e in found]
    assert starts == sorted(starts)


def test_goods_point_to_the_weapon() -> None:
    reading = onrecord.read("Iran sent Fateh-110 missiles to Russia.")
    goods = dict(reading.events[0].roles)["goods"][0]
    assert {e.id: e.name for e in reading.entities}[str(goods.entity)] == "Fateh-110"


def test_a_town_in_the_capitals_of_a_dateline_is_no_agency() -> None:
    reading = onrecord.read("NIS, Serbia, March 27 (Danube Wire) - Crates were flown from Nis to Juba.")
    town = next(e for e in reading.entities if e.name.casefold() == "nis")
    assert (town.name, town.known_as) == ("Nis", None)
