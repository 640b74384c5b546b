"""A document's identity follows its content, its outlet and its day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Document

DAY = date(2024, 2, 22)


def test_the_same_text_from_the_same_place_is_the_same_document() -> None:
    assert Document("a", outlet="b", published_on=DAY).id == Document("a", outlet="b", published_on=DAY).id


def test_another_text_outlet_or_day_is_another_document() -> None:
    documents = [
        Document("a"),
        Document("b"),
        Document("a", outlet="a"),
        Document("a", url="a"),
        Document("a", published_on=DAY),
    ]
    assert len({d.id for d in documents}) == len(documents)


@given(st.text(st.characters()))
def test_any_text_has_a_hash(text: str) -> None:
    assert len(Document(text).sha256) == 64


def test_slices_are_joined_by_one_space() -> None:
    assert Document("“Yes,” he said. “No.”").slice(((0, 6), (16, 21))) == "“Yes,” “No.”"
