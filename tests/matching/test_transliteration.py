"""Every script is read, whatever the text holds."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import to_latin


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_it_never_fails_and_leaves_ascii_alone(text: str) -> None:
    assert to_latin(text).isascii()
    assert to_latin("abc " + text)[:3] == "abc"


def test_ukrainian_and_russian_letters_are_read_as_their_language_does() -> None:
    assert to_latin("Григорій") == "hryhoriy"
    assert to_latin("Григорий") == "grigoriy"


def test_persian_and_arabic_letters_differ() -> None:
    assert to_latin("ذوالفقاری").split() == ["zvalfqary"]
    assert to_latin("ذو").split() == ["dhw"]
