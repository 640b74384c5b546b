"""Who is named in what: names under which somebody is looked up, and the statements by, of and published by them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from onrecord.ledger.named import fill

revision = "0003"
down_revision = "0002"

NAME = sa.String(length=120).with_variant(postgresql.VARCHAR(120, collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables, and fill them from the readings that are kept."""
    op.create_table(
        "named",
        sa.Column("name", NAME, nullable=False),
        sa.Column("lane", sa.String(length=4), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("how", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name=op.f("fk_named_statement")),
        sa.PrimaryKeyConstraint("name", "lane", "public_on", "statement", name=op.f("pk_named")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_named_statement"), "named", ["statement"], unique=False)
    op.create_table(
        "names",
        sa.Column("start", NAME, nullable=False),
        sa.Column("name", NAME, nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("start", "name", name=op.f("pk_names")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_names_name"), "names", ["name"], unique=False)
    op.add_column("entities", sa.Column("key", NAME, nullable=True))
    op.create_index(op.f("ix_entities_key_reading"), "entities", ["key", "reading"], unique=False)
    fill(op.get_bind())
