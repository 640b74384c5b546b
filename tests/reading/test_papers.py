"""Documents whose words are told in a roundabout way, and who holds them."""

import pytest

from tests.reading.test_citing import told


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "Oman sold Peru six boats: so says an internal memo of which Le Monde has a copy.",
            "an internal memo",
            ["Le Monde"],
        ),
        ("That Oman sold Peru six boats is in a draft contract seen by our reporter.", "a draft contract", []),
        (
            "Le Monde was able to read a court filing, and it states that Oman sold Peru six boats.",
            "a court filing",
            ["Le Monde"],
        ),
        (
            "Le Monde has obtained a secret report which records that Oman sold Peru six boats.",
            "a secret report",
            ["Le Monde"],
        ),
        ("A memo in the hands of Le Monde shows that Oman sold Peru six boats.", "A memo", ["Le Monde"]),
    ],
)
def test_a_document_is_the_source_and_its_holder_a_link(text: str, source: str, via: list[str]) -> None:
    ((got, links, content),) = told(text)
    assert (got, links) == (source, via)
    assert content.lower().removeprefix("that ") == "oman sold peru six boats"


def test_what_stands_in_no_document_is_nobodys() -> None:
    assert told("That Oman sold Peru six boats is in the interest of both.") == []
