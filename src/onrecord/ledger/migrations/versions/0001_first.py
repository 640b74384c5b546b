"""The first schema: documents, readings, statements, what they are to each other, what people decide, and the search index."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

NAME = sa.String(length=32).with_variant(postgresql.VARCHAR(32, collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables and the search index of the database at hand."""
    for make in (_documents, _readings, _statements, _contents, _propositions, _edges, _claims, _standings, _people):
        make()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')")
        return
    op.create_table(
        "search",
        sa.Column("statement", sa.Integer(), sa.ForeignKey("statements.id"), primary_key=True),
        sa.Column("words", postgresql.TSVECTOR(), nullable=False),
    )
    op.create_index("ix_search_words", "search", ["words"], postgresql_using="gin")


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("entered", sa.Text(), nullable=True),
        sa.Column("recorded_at", NAME, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_public_on"), "documents", ["public_on"], unique=False)
    op.create_index(op.f("ix_documents_url"), "documents", ["url"], unique=False, postgresql_using="hash")


def _readings() -> None:
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=16), nullable=False),
        sa.Column("made_by", sa.String(length=16), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("recorded_at", NAME, nullable=False),
        sa.Column("superseded_at", NAME, nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_readings_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
    )
    present = sa.text("superseded_at IS NULL")
    op.create_index(op.f("ix_readings_document"), "readings", ["document"], unique=False)
    op.create_index(
        "ix_readings_present", "readings", ["document"], unique=True, sqlite_where=present, postgresql_where=present
    )


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=16), nullable=False),
        sa.Column("anchor", NAME, nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", NAME, nullable=False),
        sa.Column("superseded_at", NAME, nullable=True),
        sa.Column("stance", sa.String(length=16), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("family", sa.Text(), nullable=True),
        sa.Column("proposition", sa.String(length=24), nullable=True),
        sa.Column("cluster", sa.Integer(), nullable=False),
        sa.Column("gist", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_statements_document")),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_statements_reading")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    op.create_index(op.f("ix_statements_anchor"), "statements", ["anchor"], unique=False)
    op.create_index(op.f("ix_statements_cluster_current"), "statements", ["cluster", "current"], unique=False)
    op.create_index(op.f("ix_statements_document"), "statements", ["document"], unique=False)
    op.create_index(op.f("ix_statements_proposition"), "statements", ["proposition"], unique=False)
    op.create_index(op.f("ix_statements_public_on"), "statements", ["public_on"], unique=False)
    op.create_index(op.f("ix_statements_reading"), "statements", ["reading"], unique=False)


def _contents() -> None:
    """The links of chains, events and entities."""
    op.create_table(
        "links",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["statements.id"], name=op.f("fk_links_statement")),
        sa.PrimaryKeyConstraint("statement", "position", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_name"), "links", ["name"], unique=False, postgresql_using="hash")
    op.create_table(
        "events",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("frame", sa.String(length=32), nullable=False),
        sa.Column("first", sa.Date(), nullable=True),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_events_reading")),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_frame_first"), "events", ["frame", "first"], unique=False)
    op.create_table(
        "entities",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("known_as", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["reading"], ["readings.id"], name=op.f("fk_entities_reading")),
        sa.PrimaryKeyConstraint("reading", "id", name=op.f("pk_entities")),
    )
    op.create_index(op.f("ix_entities_known_as"), "entities", ["known_as"], unique=False, postgresql_using="hash")
    op.create_index(op.f("ix_entities_name"), "entities", ["name"], unique=False, postgresql_using="hash")


def _propositions() -> None:
    """What is told, and the keys it is found under."""
    op.create_table(
        "propositions",
        sa.Column("name", sa.String(length=24), nullable=False),
        sa.Column("cluster", sa.Integer(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=False),
        sa.Column("near", sa.String(length=24), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_propositions")),
    )
    op.create_index(op.f("ix_propositions_cluster"), "propositions", ["cluster"], unique=False)
    op.create_table(
        "keys",
        sa.Column("key", sa.String(length=96), nullable=False),
        sa.Column("proposition", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["proposition"], ["propositions.name"], name=op.f("fk_keys_proposition")),
        sa.PrimaryKeyConstraint("key", "proposition", name=op.f("pk_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_keys_proposition"), "keys", ["proposition"], unique=False)


def _edges() -> None:
    op.create_table(
        "edges",
        sa.Column("a", sa.String(length=32), nullable=False),
        sa.Column("b", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name=op.f("pk_edges")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_edges_b"), "edges", ["b"], unique=False)


def _claims() -> None:
    """How claims stand, and which have to be summed up again."""
    op.create_table(
        "claims",
        sa.Column("anchor", NAME, nullable=False),
        sa.Column("cluster", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("support", sa.String(length=48), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("challenges", sa.Integer(), nullable=False),
        sa.Column("reviewed", sa.Integer(), nullable=False),
        sa.Column("first_public", sa.Date(), nullable=False),
        sa.Column("last_change", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("anchor", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_cluster"), "claims", ["cluster"], unique=False)
    op.create_index(op.f("ix_claims_due"), "claims", ["due"], unique=False)
    op.create_index(op.f("ix_claims_last_change"), "claims", ["last_change"], unique=False)
    op.create_table(
        "stale",
        sa.Column("cluster", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("cluster", name=op.f("pk_stale")),
    )


def _standings() -> None:
    """The log of claims."""
    op.create_table(
        "standings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("anchor", NAME, nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", NAME, nullable=False),
        sa.Column("causes", sa.Text(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("support", sa.String(length=48), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standings")),
    )
    op.create_index(op.f("ix_standings_anchor"), "standings", ["anchor"], unique=False)


def _people() -> None:
    """What people decide, and where it stands."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("anchor", NAME, nullable=False),
        sa.Column("other", NAME, nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", NAME, nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["judgements.id"], name=op.f("fk_judgements_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
    )
    op.create_index(op.f("ix_judgements_anchor"), "judgements", ["anchor"], unique=False)
    op.create_index(op.f("ix_judgements_other"), "judgements", ["other"], unique=False)
    op.create_index(op.f("ix_judgements_undoes"), "judgements", ["undoes"], unique=False)
    op.create_table(
        "placements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("anchor", NAME, nullable=True),
        sa.Column("recorded_at", NAME, nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name=op.f("fk_placements_judgement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
    )
    op.create_index(op.f("ix_placements_anchor"), "placements", ["anchor"], unique=False)
    op.create_index(op.f("ix_placements_judgement"), "placements", ["judgement"], unique=False)
