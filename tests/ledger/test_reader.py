"""Names of statements, cut short or wrong; what many names ask for at once."""

import pytest

from onrecord.errors import AnchorError
from onrecord.ledger import Ledger
from onrecord.ledger.asking import chunks
from tests.kept import add, document


def test_a_name_may_be_cut_short_while_it_is_the_only_one(shown: Ledger) -> None:
    with shown.reading() as reader:
        for said in reader.everything():
            assert reader.whole(said.anchor) == said.anchor
            assert reader.whole(said.anchor[:-3]) == said.anchor
            assert reader.whole(f" {said.anchor.upper()} ") == said.anchor


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "%",
        "_",
        "________________.________",
        "0000",
        "zzz",
        "c%",
        "é",
        "'",
        "g",
        "\0",
        "x" * 10_000,
        "\ud800",
        ".",
    ],
)
def test_a_name_that_is_none(shown: Ledger, name: str) -> None:
    with (
        shown.reading() as reader,
        pytest.raises(AnchorError, match="got the name of no statement; expected the anchor") as e,
    ):
        reader.whole(name)
    assert "\n" not in str(e.value)


def test_a_name_that_is_none_even_where_there_is_one_statement(ledger: Ledger) -> None:
    add(ledger, "relay")
    with ledger.reading() as reader:
        (said,) = reader.everything()
        for name in ("", "%", "_" * 25):
            with pytest.raises(AnchorError):
                reader.whole(name)
        assert reader.whole(said.anchor[:1]) == said.anchor


def test_the_beginning_of_several(shown: Ledger) -> None:
    with shown.reading() as reader, pytest.raises(AnchorError, match="got the beginning of several names"):
        reader.whole(document("report").id)


def test_a_document_and_a_reading_that_are_not_there(ledger: Ledger) -> None:
    with ledger.reading() as reader:
        for ask in (reader.document, reader.reading):
            with pytest.raises(AnchorError, match="got"):
                ask("0" * 16)


def test_a_reading_comes_back_as_the_schema(shown: Ledger) -> None:
    with shown.reading() as reader:
        told = reader.reading(document("report").id)
    assert told["schema"] == "onrecord.reading/1"
    assert told["document"]["text"] == document("report").text
    for statement in told["statements"]:
        (a, b), *_ = statement["content"]["spans"]
        assert statement["content"]["text"].startswith(document("report").text[a:b])


def test_more_names_than_one_question_holds(shown: Ledger) -> None:
    names = [f"{n:016x}.{n:08x}" for n in range(33_000)]
    with shown.reading() as reader:
        assert reader.judgements(names) == []
        assert reader.said(range(10_000, 43_000)) == {}
    assert [len(c) for c in chunks(range(1001))] == [500, 500, 1]
