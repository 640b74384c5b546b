"""Two names: what users complained of elsewhere, and what must not be taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records.listings import PartyKind
from onrecord.screening import THRESHOLD, score_pair
from onrecord.screening.compare import compare
from onrecord.screening.names import parse_name

P, O, V = PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.VESSEL  # noqa: E741 - beside the other two it is clear


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (P, "Esmail Qaani", "Ismail Ghaani"),
        (P, "Mohammad Bagheri", "Mohammed Baqeri"),
        (P, "Amir Ali Hajizadeh", "امیرعلی حاجی\u200cزاده"),
        (P, "Evgenii Prigojin", "Евгений Викторович Пригожин"),
        (P, "Gholam Reza Soleymani", "SOLEIMANI, Gholamreza"),
        (P, "Serguei Tchemezov", "Sergey Viktorovich Chemezov"),
        (P, "Kim Jong Un", "김정은"),
        (P, "Xi Jin Ping", "习近平"),
        (P, "V. Putin", "Vladimir Putin"),
        (P, "Putin Vladimir", "Vladimir Putin"),
        (P, "Mahmoud Ahmadinejad", "محمود احمدی\u200cنژاد"),
        (O, "Ghods Aviation Industries", "Qods Aviation Industries"),
        (O, "Almaz-Antey", "АО Алмаз-Антей"),
        (O, "Bank Melli", "BANK MELLI IRAN"),
        (None, "IRGC", "Islamic Revolutionary Guard Corps"),
        (None, "MODAFL", "Ministry of Defence and Armed Forces Logistics"),
        (None, "SHIG", "Shahid Hemmat Industrial Group"),
        (None, "HESA", "Iran Aircraft Manufacturing Industrial Company"),
    ],
)
def test_names_of_one_party(kind: PartyKind | None, a: str, b: str) -> None:
    assert score_pair(a, b, kind) >= THRESHOLD


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (P, "George Bush", "George Habbash"),
        (P, "Mohammad Bagheri", "Bagher Mohammadi"),
        (P, "Jane Smith", "John Smith"),
        (P, "Vladimir Putin", "Igor Putin"),
        (P, "Uday Saddam Hussein", "Qusay Saddam Hussein"),
        (P, "Mikhail Ivanovich Gromov", "Sergei Ivanovich Petrov"),
        (O, "EMMA LLC", "EMKA LLC"),
        (O, "Gazprom OAO", "Gazprom Neft OAO"),
        (O, "Orion Trading Corp", "Vega Trading Corp"),
        (V, "PORT OLYA-3", "PORT OLYA-4"),
        (None, "Jasmine Webster", "JASMINE"),
    ],
)
def test_names_of_two(kind: PartyKind | None, a: str, b: str) -> None:
    assert score_pair(a, b, kind) < THRESHOLD


def test_it_says_which_word_stands_for_which() -> None:
    found = compare(parse_name("Ghasem Suleimani", P), parse_name("SOLEIMANI, Qasem Reza", P))
    assert [(p.asked, p.listed) for p in found.pairs] == [("ghasem", "qasem"), ("suleimani", "soleimani")]
    assert found.only_listed == ("reza",)


WORDS = ("ali", "reza", "mohammad", "bagheri", "bank", "trading", "llc", "orion", "3", "4", "v", "al", "abdul")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)


@given(NAMES, NAMES, st.sampled_from([None, P, O]))
def test_it_is_between_0_and_1_and_its_own_best(a: list[str], b: list[str], kind: PartyKind | None) -> None:
    one, other = (parse_name(" ".join(x), kind) for x in (a, b))
    assert 0 <= compare(one, other).score <= 1
    assert compare(one, one).score == 1 or not one.words
