"""Damage behind the ledger's back: each kind is told in one line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from onrecord.flow.checking import check, rebuild_ledger
from onrecord.flow.deciding import decide
from onrecord.ledger import Ledger
from onrecord.records import JudgementKind
from tests.kept import add, document


def damage(ledger: Ledger, *statements: str) -> None:
    """Edit the database behind the ledger's back, without regard to references."""
    if ledger.dialect == "sqlite":
        with closing(sqlite3.connect(ledger.where, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)
        return
    with psycopg.connect(ledger.where, autocommit=True) as server:
        server.execute("SET session_replication_role = replica")
        for statement in statements:
            server.execute(statement.encode())


def test_a_ledger_in_order_has_no_fault(full: Ledger) -> None:
    with full.reading() as reader:
        (first, *_) = reader.everything()
    decide(full, JudgementKind.CONFIRMED, first.anchor, by="Ann")
    assert check(full) == []


OTHER = document("official").id
DAMAGE = {
    "a text": (f"UPDATE documents SET text = text || 'x' WHERE id = '{OTHER}'", f"document {OTHER}: got text of hash "),
    "words under a statement": (
        f"UPDATE documents SET text = 'X' || text WHERE id = '{OTHER}'", ": got other words at its offsets; expected "
    ),
    "a day": (f"UPDATE documents SET published_on = '2020-01-01' WHERE id = '{OTHER}'", "got text, address, outlet and day of"),
    "offsets": ("UPDATE statements SET said = replace(said, '\"spans\":[[', '\"spans\":[[1') WHERE id = 1", "got other words"),
    "a digest": ("UPDATE statements SET said = '{' WHERE id = 1", "expected a digest that can be unpacked"),
    "a column": ("UPDATE statements SET source = 'Nobody' WHERE id = 2", "expected its own"),
    "a name": ("UPDATE statements SET anchor = '0000000000000000.00000000' WHERE id = 1", "got the digest of"),
    "a cluster": ("UPDATE statements SET cluster = 999 WHERE id = 1", "got cluster 999; expected"),
    "a reading": ("UPDATE readings SET body = '\\x00' WHERE id = 1", "expected JSON that can be unpacked"),
    "no reading": ("UPDATE readings SET superseded_at = recorded_at WHERE id = 1", "got no present reading; expected one"),
    "search": ("DELETE FROM search WHERE {key} = 1", "search: got other words than those of"),
    "other words in search": ("UPDATE search SET words = 'nothing' WHERE {key} = 1", "search: got other words than those of"),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAMAGE)
def test_each_kind_of_damage_is_found(full: Ledger, kind: str) -> None:
    statement, expected = DAMAGE[kind]
    damage(full, statement.replace("{key}", "rowid" if full.dialect == "sqlite" else "statement"))
    faults = check(full)
    assert any(expected in fault for fault in faults), faults
    assert all("\n" not in fault and ": got " in fault and "; expected " in fault for fault in faults)


def test_a_proposition_that_is_missing_and_made_again(full: Ledger) -> None:
    damage(full, "DELETE FROM keys", "DELETE FROM propositions")
    faults = check(full)
    assert any("got a proposition that is not kept" in fault for fault in faults)
    assert all("`onrecord rebuild` makes it again" in f for f in faults if "proposition" in f and "reference" not in f)
    rebuild_ledger(full)
    assert check(full) == []


def test_a_reference_into_nothing(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "official")
        damage(ledger, f"DELETE FROM documents WHERE id = '{OTHER}'")
        faults = check(ledger)
    assert any("got a reference to a row of documents that is not there" in fault for fault in faults)


def test_search_rows_too_many(full: Ledger) -> None:
    key, words = ("rowid", "'nothing'") if full.dialect == "sqlite" else ("statement", "to_tsvector('nothing')")
    damage(full, f"INSERT INTO search ({key}, words) VALUES (999, {words})")
    assert any("search: got" in fault and "statements; expected" in fault for fault in check(full))


def test_an_index_that_lacks_a_row_is_told(file: Path) -> None:
    with Ledger(str(file)) as ledger:
        add(ledger, "official")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'ix_statements_anchor'").fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = sql || ' WHERE id > 9' WHERE name = 'ix_statements_anchor'")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("REINDEX ix_statements_anchor")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'ix_statements_anchor'", (sql,))
    with Ledger(str(file)) as ledger:
        faults = check(ledger)
    assert any(fault.startswith("database: got") for fault in faults)
