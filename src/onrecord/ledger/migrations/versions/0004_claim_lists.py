"""The list of claims: by what kinds each is challenged, and an index for each order in which it is read."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column, which is not known until a claim is next summed up, and the indexes."""
    op.add_column("claims", sa.Column("kinds", sa.String(length=96), nullable=True))
    op.drop_index("ix_claims_last_change", table_name="claims")
    filtered = ["support", "challenges", "reviewed", "kinds"]
    op.create_index("ix_claims_by_change", "claims", ["last_change", "statements", "anchor", "origins", *filtered])
    op.create_index("ix_claims_by_statements", "claims", ["statements", "last_change", "anchor", "origins", *filtered])
    op.create_index("ix_claims_by_origins", "claims", ["origins", "statements", "anchor", "last_change", *filtered])
