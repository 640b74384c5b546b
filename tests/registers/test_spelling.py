"""Names in other spellings: what is taken for one, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.registers import people, weapons
from onrecord.registers.spelling import Spellings, compact, skeleton


@pytest.mark.parametrize(
    ("text", "key"),
    [("Fateh-110", "fateh110"), ("Khamene’i", "khamenei"), ("Agni V", "agni5"), ("V 2", "v2"), ("Özgür", "ozgur")],
)
def test_letters_and_digits_alone(text: str, key: str) -> None:
    assert compact(text) == key


def test_transliterations_sound_alike() -> None:
    assert skeleton("Zolfaghar") == skeleton("Zolfaqar") == skeleton("Zulfikar")
    assert skeleton("Lavrov") == skeleton("Lawrow")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zolfaghat", "Zolfaghar"),
        ("Zolfaqar", "Zolfaghar"),
        ("Shahid-136", "Shahed-136"),
        ("Shahed-139", None),
        ("Fateh-111", None),
        ("Geneva", None),
    ],
)
def test_weapons(text: str, name: str | None) -> None:
    found = weapons().resolve(text)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("Sergey Lavrow", "Sergei Lavrov"), ("Antony Blinkin", "Antony Blinken"), ("Igor Lavrov", None), ("Lane", None)],
)
def test_people(text: str, name: str | None) -> None:
    assert people().resolve(text) == name


def test_two_that_are_as_near_are_none() -> None:
    names = Spellings([("Kasimo", 1), ("Kazimo", 2)])
    assert names.find("Kasimo") == 1
    assert names.find("Kaximo") is None


@given(st.text(max_size=30))
def test_any_text_has_a_key_of_letters_and_digits(text: str) -> None:
    key = compact(text)
    assert key == "" or (key.isascii() and key.isalnum() and key == key.lower())
    assert compact(key) == key
