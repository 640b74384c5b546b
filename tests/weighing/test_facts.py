"""What the own words of a statement say is so."""

from onrecord.records import Fact, Said
from tests.weighing.reading import said


def fact(one: Said) -> Fact:
    assert one.fact is not None
    return one.fact


def names(parties: tuple[object, ...]) -> set[str]:
    return {getattr(p, "name", "") for p in parties}


def test_sides_goods_and_numbers() -> None:
    (first, *_) = said("Iran sent about 400 Fateh-110 missiles to Russia in January, the minister said.")
    found = fact(first)
    assert (found.family, names(found.giver), names(found.taker)) == ("transfer", {"iran"}, {"russia"})
    assert found.goods == ("Fateh-110", "missile")
    assert (found.system, found.low, found.holds) == (True, 400, True)
    assert str(found.first) == "2024-01-01"


def test_who_says_that_it_is_not_so_denies_it() -> None:
    denial = next(s for s in said("No missile was sent to Russia, Iranian spokesman Nasser Kanani said.") if s.source)
    assert (fact(denial).holds, denial.stance) == (False, "denies")


def test_what_a_measure_is_about_is_not_told() -> None:
    (first, *_) = said("The sanctions on Iran’s sale of drones were lifted in 2023, the envoy said.")
    assert fact(first).family == "end of measure"


def test_the_condition_is_not_told() -> None:
    (first, *_) = said("Norway will impose sanctions on Iran if it sends missiles to Russia, the minister said.")
    assert (fact(first).family, fact(first).phase) == ("measure", "to come")


def test_a_size_is_told_without_a_deed() -> None:
    (first, *_) = said("The missile can fly 700 km, the maker said.")
    assert (fact(first).family, fact(first).unit, fact(first).high) == ("amount", "km", 700)


def test_a_number_of_something_else_is_none_of_the_goods() -> None:
    (first, *_) = said("Serbia shipped the howitzers to Sudan past two friendly ports, the minister said.")
    assert (fact(first).goods, fact(first).low) == (("howitzer",), None)


def test_the_day_of_a_measure_told_beside_it_is_not_the_deeds() -> None:
    (first, *_) = said(
        "Chile sold rifles to Sudan in spite of the arms embargo that the UN has kept on it since 2018, he said."
    )
    assert (fact(first).first, fact(first).last) == (None, None)


def test_what_is_agreed_is_a_deal_and_what_is_done_a_transfer() -> None:
    (agreed, *_) = said("Serbia has agreed to sell six howitzers to Sudan, two officials said.")
    (sealed, *_) = said("The sale of six howitzers to Sudan was sealed in May, two officials said.")
    (done, *_) = said("Serbia sold six howitzers to Sudan, two officials said.")
    assert [fact(s).family for s in (agreed, sealed, done)] == ["deal", "deal", "transfer"]


def test_who_speaks_is_not_what_a_document_is_about() -> None:
    found = said(
        "Karin Lane said the Golden Carp had carried rifles. The Golden Carp had left Oslo in May, Karin Lane said."
    )
    about = fact(found[0]).about
    assert any("carp" in name for name in about) and not any("lane" in name for name in about)
