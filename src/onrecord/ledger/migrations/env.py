"""How Alembic reaches the ledger that is being opened: over the connection handed to it."""

from alembic import context

from onrecord.ledger.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
