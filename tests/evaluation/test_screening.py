"""Names spoilt by program: the same for the same seed; and a floor under what is found of them."""

import random
from pathlib import Path

import pytest

from benchmarks.screening.generated import asked_names, parties
from evaluation.mangling import TREATMENTS, nobody
from onrecord.records.listings import Listing
from onrecord.screening import Index, screen
from tests.screening.parties import index_of

FLOORS = {
    "a vowel dropped": 0.93, "a consonant doubled or not": 0.97, "two letters swapped": 0.93, "name order swapped": 0.98,
    "a middle name dropped": 0.9, "another romanisation": 0.93, "a hyphen joined or split": 0.98,
}  # fmt: skip


@pytest.fixture(scope="module")
def listed() -> list[Listing]:
    return list(parties(300, seed=2))


@pytest.fixture(scope="module")
def index(listed: list[Listing], tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(Path(tmp_path_factory.mktemp("floor")), *listed)


@pytest.mark.parametrize("label", FLOORS)
def test_spoilt_names_find_their_party(label: str, listed: list[Listing], index: Index) -> None:
    rnd = random.Random(1)
    asked = [(TREATMENTS[label](p.names[0].text, rnd), p.id) for p in listed]
    found = [(screen(a, index, ("g",), most=1), key) for a, key in asked if a is not None]
    right = sum(bool(matches) and matches[0].listing.id == key for matches, key in found)
    assert right / len(found) >= FLOORS[label]


def test_names_of_nobody_find_nobody(index: Index) -> None:
    assert sum(bool(screen(name, index, ("g",))) for name in nobody(3, 300)) <= 6


def test_the_same_seed_gives_the_same_names() -> None:
    assert list(nobody(1, 20)) == list(nobody(1, 20)) != list(nobody(2, 20))
    assert list(asked_names(20, ["A B"])) == list(asked_names(20, ["A B"]))
    assert list(parties(5)) == list(parties(5))


@pytest.mark.parametrize("label", TREATMENTS)
def test_a_treatment_changes_a_name_or_says_it_cannot(label: str) -> None:
    treat = TREATMENTS[label]
    assert treat("Mohammad Reza al-Zahedi", random.Random(1)) not in ("", "Mohammad Reza al-Zahedi")
    assert treat("X", random.Random(1)) in (None, "X", "x", "Ks")
