"""Search: the same words find the same in both databases, and nothing in a query does harm."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.flow.claims import claims_of
from onrecord.ledger import Ledger
from onrecord.ledger.search import matching, words_of
from tests.kept import add


@pytest.fixture
def full(full: Ledger) -> Ledger:
    add(full, "elsewhere")
    return full


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("missiles", 2), ("MISSILES", 2), ("missiles Norwegian", 1), ("missil", 2), ("issiles", 0), ("missiles moon", 0),
        ("fath-360", 1), ("Fath 360", 1), ("fath 36", 1), ("café", 1), ("cafe", 1), ("TROMSO", 0), ("tromsø", 1), ("ase dah", 2),
        ("harbour wire", 2), ("400", 1), ("", 0), ("   ", 0), ("?!…", 0), ("___", 0),
    ],
)  # fmt: skip
def test_words_prefixes_and_accents(full: Ledger, query: str, count: int) -> None:
    assert len(claims_of(full, query)) == count


@pytest.mark.parametrize(
    "query",
    [
        '"', '"missiles', "missiles\"", "missiles*", "miss* AND", "NOT missiles", "missiles OR", "NEAR(missiles russia)", "words:missiles",
        "(", "missiles)", "missiles & ", "missiles | !russia", "missiles <-> russia", "a:*b", "'", "''; DROP TABLE search; --", "\\", "%", "_", "-missiles",
        "^missiles", "{words}:missiles", "missiles\0russia", "\ud800", "𝔪issiles", "ﬁ", "x" * 5000, "word " * 3000, "١٢٣", "½", "ミサイル",
    ],
)  # fmt: skip
def test_operators_and_quotes_in_a_query_are_harmless(full: Ledger, query: str) -> None:
    claims_of(full, query)
    with full.reading() as reader:
        assert reader.count()["statements"] > 0
        assert reader.find("missiles", 10)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=30))
def test_any_query_at_all(full: Ledger, query: str) -> None:
    with full.reading() as reader:
        matching(reader.connection, query, 5)


def test_every_word_of_a_statement_finds_it(full: Ledger) -> None:
    with full.reading() as reader:
        for said in list(reader.everything()):
            cluster = reader.cluster_of(said.anchor)
            for word in words_of(said.text):
                assert cluster in reader.find(word, 100), word


def test_words_are_cut_and_folded() -> None:
    assert words_of("Fath-360s, U.S. “Élan” Straße 2e3km snake_case") == [
        "fath", "360s", "u", "s", "elan", "strasse", "2e3km", "snake", "case",
    ]  # fmt: skip
    assert words_of("x" * 1000) == ["x" * 60]


def test_the_best_answer_comes_first(full: Ledger) -> None:
    assert claims_of(full, "missiles fath", limit=1)[0].title == "transfer of Fath-360 missiles from Iran to Russia"
