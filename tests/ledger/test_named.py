"""Ledgers of an earlier schema get their names when they are opened."""

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.flow.checking import check
from onrecord.ledger import BY, OF, Ledger


def test_a_ledger_without_names_is_filled_as_one_that_always_had_them(files: Path, tmp_path: Path) -> None:
    where = tmp_path / "old.db"
    where.write_bytes((files / "story.db").read_bytes())
    with closing(sqlite3.connect(where)) as connection:
        kept = sorted(connection.execute("SELECT * FROM named")), sorted(connection.execute("SELECT * FROM names"))
        keys = sorted(connection.execute("SELECT reading, id, key FROM entities"))
        connection.executescript(
            "DROP TABLE named; DROP TABLE names; DROP INDEX ix_entities_key_reading; ALTER TABLE entities DROP COLUMN key;"
            "DROP INDEX ix_claims_by_change; DROP INDEX ix_claims_by_statements; DROP INDEX ix_claims_by_origins;"
            "ALTER TABLE claims DROP COLUMN kinds; CREATE INDEX ix_claims_last_change ON claims (last_change);"
            "UPDATE alembic_version SET version_num = '0002'"
        )
    with Ledger(str(where)) as ledger:
        assert check(ledger) == []
        with ledger.reading() as reader:
            assert reader.naming("iran", BY, 5) and reader.naming("iran", OF, 5)
    with closing(sqlite3.connect(where)) as connection:
        assert sorted(connection.execute("SELECT * FROM named")) == kept[0]
        assert sorted(connection.execute("SELECT * FROM names")) == kept[1]
        assert sorted(connection.execute("SELECT reading, id, key FROM entities")) == keys
