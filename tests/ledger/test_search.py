"""Search: the same words find the same in both databases, and nothing in a query does harm."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.flow.adding import keep
from onrecord.flow.checking import check, rebuild_ledger
from onrecord.flow.claims import claims_of
from onrecord.ledger import Ledger
from onrecord.ledger.coding import now
from onrecord.ledger.search import matching, words_of
from tests.databases import PostgreSQL
from tests.kept import TEXTS, add, anchor, reread

FOUND = {
    "report": ("missiles", "MISSILES", "missil", "harbour wire", "six sources told"),
    "official": ("missiles Norwegian", "norwegian missiles"),
    "closer": ("fath-360", "Fath 360", "fath 36", "FATH"),
    "elsewhere": ("café", "cafe", "CAFÉ", "tromsø", "ase dah", "Åse Dahl"),
    "count": ("400", "400 missiles"),
}
NOT_FOUND = ("issiles", "missiles moon", "40 missiles 4000", "TROMSO", "fath 361", "", "   ", "?!…", "___")


def test_words_prefixes_and_accents(shown: Ledger) -> None:
    for name, queries in FOUND.items():
        for query in queries:
            found = {s.anchor for c in claims_of(shown, query) for s in c.statements}
            assert anchor(shown, name) in found, query
    for query in NOT_FOUND:
        assert claims_of(shown, query) == [], query


HARMLESS = (
    *('"', '"missiles', 'missiles"', "missiles*", "miss* AND", "NOT missiles", "missiles OR", "NEAR(missiles russia)"),
    *("words:missiles", "(", "missiles)", "missiles & ", "missiles | !russia", "missiles <-> russia", "a:*b", "'"),
    *("''; DROP TABLE search; --", "\\", "%", "_", "-missiles", "^missiles", "{words}:missiles", "missiles\0russia"),
    *("\ud800", "𝔪issiles", "ﬁ", "x" * 5000, "word " * 3000, "١٢٣", "½", "ミサイル"),
)


@pytest.mark.parametrize("query", HARMLESS)
def test_operators_and_quotes_in_a_query_are_harmless(shown: Ledger, query: str) -> None:
    claims_of(shown, query)
    with shown.reading() as reader:
        assert reader.count()["statements"] > 0
        assert reader.find("missiles", 10)[0]


@settings(max_examples=60, deadline=None)
@given(query=st.text(max_size=30))
def test_any_query_at_all(shown: Ledger, query: str) -> None:
    with shown.reading() as reader:
        matching(reader.connection, query, 5)


def test_every_word_of_a_statement_finds_it(shown: Ledger) -> None:
    with shown.reading() as reader:
        for said in list(reader.everything()):
            cluster = reader.cluster_of(said.anchor)
            for word in words_of(said.text):
                assert cluster in reader.find(word, 100)[0], word


def test_words_are_cut_and_folded() -> None:
    assert words_of("Fath-360s, U.S. “Élan” Straße 2e3km snake_case") == [
        "fath", "360s", "u", "s", "elan", "strasse", "2e3km", "snake", "case",
    ]  # fmt: skip
    assert words_of("x" * 1000) == ["x" * 60]


def test_the_best_answer_comes_first(shown: Ledger) -> None:
    (first,) = claims_of(shown, "regulars added", limit=1)
    assert any("I shall miss the regulars" in s.text for s in first.statements)


def test_what_most_statements_say_comes_first_in_both_databases(server: PostgreSQL, file: Path) -> None:
    found = []
    for where in (str(file), server.fresh()):
        with Ledger(where, create=True) as ledger:
            add(ledger, *TEXTS)
            with ledger.reading() as reader:
                queries = ("missiles", "iran", "said", "s", "norwegian", "harbour wire")
                found.append([reader.find(query, limit) for query in queries for limit in (1, 2, 50)])
                for query in queries:
                    assert {reader.find(query, limit)[1] for limit in (1, 2, 50)} == {len(reader.find(query, 50)[0])}
    assert found[0] == found[1]


def test_only_what_was_public_and_held_is_found_and_counts_for_the_limit(ledger: Ledger) -> None:
    add(ledger, "report", "official", "closer")
    before = now()
    add(ledger, "deadline", "denial")
    with ledger.reading() as reader:
        sent, sanctions = reader.cluster_of(anchor(ledger, "report")), reader.cluster_of(anchor(ledger, "deadline"))
        assert sent in reader.find("iran", 1)[0]
        assert reader.find("iran", 1, date(2024, 1, 31)) == ([], 0)
        assert reader.find("norwegian", 1, date(2024, 2, 20)) == ([sanctions], 1)
        assert reader.find("norwegian", 1, date(2024, 2, 20), before) == ([], 0)
        assert reader.find("norwegian", 1, None, before) == ([sent], 1)


def test_a_superseded_statement_is_found_as_of_when_it_was_held(full: Ledger) -> None:
    before = now()
    keep(full, reread("official", "blind", [None]))
    with full.reading() as reader:
        assert reader.find("missiles norwegian spokeswoman", 9) == ([], 0)
        assert reader.find("missiles norwegian spokeswoman", 9, None, before)[0]
    shown = claims_of(full, "missiles norwegian spokeswoman", known_by=before)
    assert [s.imprint.outlet for c in shown for s in c.statements if "Norwegian" in s.text] == ["Oslo Ledger"]
    rebuild_ledger(full)
    assert claims_of(full, "missiles norwegian spokeswoman", known_by=before) == shown
    assert check(full) == []
