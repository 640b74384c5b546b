"""Who is on a side, under one name."""

import pytest

from onrecord.records import Party
from onrecord.weighing.parties import alike, apart, fold, party_of


@pytest.mark.parametrize(
    ("phrase", "name", "known"),
    [
        ("Tehran", "iran", True),
        ("the Kremlin", "russia", True),
        ("Myanmar's military", "myanmar", True),
        ("the Turkish foreign ministry", "turkey", True),
        ("Myanmar's rebels", "rebels", False),
        ("a Turkish maker", "maker", False),
        ("the Wagner Group", "wagner", True),
        ("the procurement directorate in Juba", "south sudan", True),
        ("the UN Security Council", "united nations", True),
    ],
)
def test_whom_a_phrase_names(phrase: str, name: str, known: bool) -> None:
    party = party_of(phrase, None, None)
    assert party is not None
    assert (party.name, party.known) == (name, known)


@pytest.mark.parametrize("phrase", ["its soil", "Her team", "either side", "Some of them"])
def test_what_names_nobody(phrase: str) -> None:
    assert party_of(phrase, None, None) is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Wagner", "the Wagner Group", True),
        ("Iran", "Iraq", False),
        ("Council", "Security Council", True),
        ("UN", "UN panel", False),
    ],
)
def test_the_same_party(a: str, b: str, same: bool) -> None:
    assert alike(Party(fold(a), "", known=True), Party(fold(b), "", known=True)) is same


def test_a_firm_is_not_apart_from_the_state_it_is_of() -> None:
    firm, state, other = (
        Party(n, s, known=True) for n, s in (("yelkaya", "turkey"), ("turkey", "turkey"), ("iran", "iran"))
    )
    assert not apart([firm], [state])
    assert apart([firm], [other])
    assert not apart([], [other])


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("about 30 Hezbollah fighters", "hezbollah"),
        ("Syria's Damascus government", "syria"),
        ("Yemen's Houthi movement", "houthis"),
    ],
)
def test_people_and_seats_of_a_side(phrase: str, name: str) -> None:
    party = party_of(phrase, None, None)
    assert party is not None
    assert party.name == name
