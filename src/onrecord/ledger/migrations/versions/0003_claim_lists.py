"""The list of claims: by what kinds each is challenged, and an index for each order in which it is read page by page."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column, which is not known until a claim is next summed up, and the indexes."""
    op.add_column("claims", sa.Column("kinds", sa.String(length=96), nullable=True))
    op.drop_index("ix_claims_last_change", table_name="claims")
    op.create_index("ix_claims_last_change_statements_anchor", "claims", ["last_change", "statements", "anchor"])
    op.create_index("ix_claims_statements_last_change_anchor", "claims", ["statements", "last_change", "anchor"])
    op.create_index("ix_claims_origins_statements_anchor", "claims", ["origins", "statements", "anchor"])
