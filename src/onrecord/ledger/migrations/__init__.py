"""Migrations of a ledger, run by Alembic when it is opened."""
