"""The index finds what it holds."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import ListError
from onrecord.screening import Index
from onrecord.screening.names import parse_name
from tests.screening.parties import PARTIES, PERSON, index_of, listing

TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", categories=["Lu", "Ll", "Lo", "Nd", "Zs"]), min_size=2, max_size=30
)


def test_what_it_holds(tmp_path: Path) -> None:
    index = index_of(tmp_path / "i")
    assert index.parties == len(PARTIES)
    assert list(index.all_listings()) == list(PARTIES)
    assert index.by_number("9187629") == [5]
    assert index.by_number("9187628") == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=8, unique=True))
def test_every_name_finds_itself(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    index = index_of(tmp_path_factory.mktemp("any"), *(listing(str(k), PERSON, t) for k, t in enumerate(texts)))
    for text in texts:
        name = parse_name(text, PERSON)
        found = {index.text(c.number) for c in index.candidates(name, None, 40)}
        assert text in found or not name.words


def test_an_empty_name_and_an_empty_index(tmp_path: Path) -> None:
    assert index_of(tmp_path / "i").candidates(parse_name("!!!"), None, 10) == []
    (tmp_path / "none").mkdir()
    with pytest.raises(ListError, match="expected an index that 'onrecord lists load' made"):
        Index(tmp_path / "none")


def test_only_of_a_kind(tmp_path: Path) -> None:
    index = index_of(tmp_path / "i")
    found = index.candidates(parse_name("Haji Zadeh Foundation"), PERSON, 10)
    assert {index.kind_of(c.number) for c in found} <= {PERSON, None}
