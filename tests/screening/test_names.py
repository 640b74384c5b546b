"""A name as the words that count in it."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records.listings import PartyKind
from onrecord.screening.names import parse_name, words_of
from onrecord.screening.tables import WordClass


def test_every_spelling_of_abd_al_comes_out_alike() -> None:
    spellings = (
        "Abd al-Rahman",
        "Abdul Rahman",
        "Abdulrahman",
        "Abdurrahman",
        "'Abd-al-Rahman",
        "Abdel Rahman",
        "Abdl Rahman",
    )
    assert {tuple(words_of(s, PartyKind.PERSON)) for s in spellings} == {("abdrahman",)}
    assert words_of("Nasr al-Din", PartyKind.PERSON) == words_of("Nasr Eddin", PartyKind.PERSON) == ["nasrdin"]


def test_a_comma_tells_the_surname() -> None:
    assert words_of("SOLEIMANI, Qasem", PartyKind.PERSON) == ["qasem", "soleimani"]
    assert words_of("ORION, LLC", PartyKind.ORGANISATION) == ["orion", "llc"]


def test_common_words_weigh_little_in_a_company_and_not_in_a_person() -> None:
    company = {w.text: w.weight for w in parse_name("Orion General Trading Company", PartyKind.ORGANISATION).words}
    assert company["orion"] == 1 > company["trading"] > company["co"]
    assert [w.cls for w in parse_name("Anna Power", PartyKind.PERSON).words] == [WordClass.NAME] * 2


def test_a_name_of_common_words_is_still_a_name() -> None:
    assert parse_name("General Trading Company", PartyKind.ORGANISATION).weight > 1.5


def test_an_acronym_in_brackets_is_left_out() -> None:
    full = words_of("Shahid Hemmat Industrial Group", PartyKind.ORGANISATION)
    assert words_of("Shahid Hemmat Industrial Group (SHIG)", PartyKind.ORGANISATION) == full


def test_legal_forms_read_alike_in_any_language() -> None:
    for text in (
        "Orion OOO",
        "ООО Орион",
        "Orion Limited Liability Company",
        "Общество с ограниченной ответственностью «Орион»",
    ):
        assert {w.text for w in parse_name(text, PartyKind.ORGANISATION).words} == {"orion", "llc"}


@given(st.text(), st.sampled_from([None, *PartyKind]))
def test_any_text_is_parsed(text: str, kind: PartyKind | None) -> None:
    name = parse_name(text, kind)
    assert name.weight >= name.distinctive >= 0
    assert len(name.words) <= 24
