"""The migrations make what the tables say, in both databases."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onrecord.ledger import Ledger
from onrecord.ledger.opening import HEAD
from onrecord.ledger.schema import metadata


def test_the_migrations_lead_to_the_tables(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == HEAD
        found = [d for d in compare_metadata(context, metadata) if "search" not in str(d)]
    assert found == []
