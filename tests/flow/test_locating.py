"""Words found again in a text, to the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotTextError
from onrecord.flow.locating import located

TEXT = "Iran denied it.\n\nIran said: “We have sent nothing,” and denied it.\r\nCafe\u0301 said so."


@pytest.mark.parametrize(
    ("words", "near", "found"),
    [
        ("Iran", 0, ["Iran"]),
        ("denied it", 50, ["denied it"]),
        ("  We have\r\nsent   nothing ", 0, ["We have sent nothing"]),
        ("denied it. Iran said", 0, ["denied it.\n\nIran said"]),
        ("Iran said … denied it", 0, ["Iran said", "denied it"]),
        ("We have sent\n…\ndenied it", 0, ["We have sent", "denied it"]),
        ("Iran [...] nothing", 0, ["Iran", "nothing"]),
    ],
)
def test_words_are_found(words: str, near: int, found: list[str]) -> None:
    assert [TEXT[a:b] for a, b in located(TEXT, words, near)] == found


def test_of_several_places_the_nearest() -> None:
    assert located(TEXT, "Iran", 0) == ((0, 4),)
    assert located(TEXT, "Iran", 16) == ((17, 21),)


@pytest.mark.parametrize("words", ["", " \n", "Iraq", "iran", "nothing … We have", "Cafe", "e"])
def test_words_that_are_not_there_are_told(words: str) -> None:
    text = TEXT if words != "e" else "Cafe\u0301"
    with pytest.raises(NotTextError, match="expected words of the article"):
        located(text, words, 0)


def test_a_letter_is_not_cut_from_its_marks() -> None:
    assert located(TEXT, "Cafe\u0301", 0) == ((TEXT.index("Cafe"), TEXT.index("Cafe") + 5),)


@given(st.text(min_size=1), st.data())
def test_what_was_copied_is_found_where_it_was(text: str, data: st.DataObject) -> None:
    a = data.draw(st.integers(0, len(text) - 1))
    b = data.draw(st.integers(a + 1, len(text)))
    words = text[a:b]
    try:
        found = located(text, words, a)
    except NotTextError:
        return  # nothing but white space, or a piece that would cut a letter
    assert all(0 <= x < y <= len(text) for x, y in found)
    assert " ".join(text[x:y] for x, y in found).split() == [w for w in words.split() if len(found) == 1 or w in text]
