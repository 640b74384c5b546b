"""The tables of a ledger, one schema for SQLite and PostgreSQL.

Rows are added, never changed, but for four marks: when a reading was superseded, which cluster a statement is in, what has
to be summed up again, and when a token was revoked. What others wrote, and as long as they pleased (addresses, names), is
indexed by hash in PostgreSQL, whose trees hold no long values, or cut (``named``, ``names``). ``propositions``, ``keys``,
``edges``, ``claims``, ``stale``, ``named``, ``names``, the keys of entities and the gists of statements are derived and can be
rebuilt. A proposition holds nothing but what it is the hash of; ``near`` is one that is the same, so that most claims can be put
together without their edges. ``seen`` is what a person had before them, for when the statement is gone.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects import postgresql

__all__ = [
    "claims", "documents", "edges", "entities", "events", "judgements", "keys", "links", "metadata", "named", "names",
    "placements", "propositions", "readings", "stale", "standings", "statements", "tokens",
]  # fmt: skip

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Moment = String(32).with_variant(postgresql.VARCHAR(32, collation="C"), "postgresql")
"""ISO 8601 in UTC, to the microsecond, so that text order is order in time: code point by code point, in any locale."""
Anchor = String(32).with_variant(postgresql.VARCHAR(32, collation="C"), "postgresql")
"""Name of a statement; it is looked up by its beginning."""
Name = String(120).with_variant(postgresql.VARCHAR(120, collation="C"), "postgresql")
"""A name as it is compared; it is looked up by its beginning."""

documents = Table(
    "documents",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("published_on", Date),
    Column("public_on", Date, nullable=False, index=True),
    Column("language", String(8), nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("entered", Text),
    Column("recorded_at", Moment, nullable=False),
    Index(None, "url", postgresql_using="hash"),
)
readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", String(16), ForeignKey("documents.id"), nullable=False, index=True),
    Column("made_by", String(16), nullable=False),
    Column("maker", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("superseded_at", Moment),
)
PRESENT = readings.c.superseded_at.is_(None)
Index("ix_readings_present", readings.c.document, unique=True, sqlite_where=PRESENT, postgresql_where=PRESENT)
statements = Table(
    "statements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.id"), nullable=False, index=True),
    Column("document", String(16), ForeignKey("documents.id"), nullable=False, index=True),
    Column("anchor", Anchor, nullable=False, index=True),
    Column("current", Boolean, nullable=False),
    Column("public_on", Date, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("superseded_at", Moment),
    Column("stance", String(16)),
    Column("source", Text),
    Column("family", Text),
    Column("proposition", String(24), index=True),
    Column("cluster", Integer, nullable=False),
    Column("gist", Text, nullable=False),
    Column("said", Text, nullable=False),
    Index(None, "cluster", "current"),
    Index(None, "public_on"),
)
links = Table(
    "links",
    metadata,
    Column("statement", Integer, ForeignKey("statements.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Index(None, "name", postgresql_using="hash"),
)
events = Table(
    "events",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("id", String(12), primary_key=True),
    Column("frame", String(32), nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("body", Text, nullable=False),
    Index(None, "frame", "first"),
)
entities = Table(
    "entities",
    metadata,
    Column("reading", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("id", String(12), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("country", String(2)),
    Column("known_as", Text),
    Column("key", Name),
    Index(None, "name", postgresql_using="hash"),
    Index(None, "known_as", postgresql_using="hash"),
    Index(None, "key", "reading"),
)
named = Table(
    "named",
    metadata,
    Column("name", Name, primary_key=True),
    Column("lane", String(4), primary_key=True),
    Column("public_on", Date, primary_key=True),
    Column("statement", Integer, ForeignKey("statements.id"), primary_key=True, index=True),
    Column("how", String(12), nullable=False),
    sqlite_with_rowid=False,
)
names = Table(
    "names",
    metadata,
    Column("start", Name, primary_key=True),
    Column("name", Name, primary_key=True, index=True),
    Column("shown", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    sqlite_with_rowid=False,
)
propositions = Table(
    "propositions",
    metadata,
    Column("name", String(24), primary_key=True),
    Column("cluster", Integer, nullable=False, index=True),
    Column("met_on", Date, nullable=False),
    Column("near", String(24)),
    Column("said", Text, nullable=False),
)
keys = Table(
    "keys",
    metadata,
    Column("key", String(96), primary_key=True),
    Column("proposition", String(24), ForeignKey("propositions.name"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
edges = Table(
    "edges",
    metadata,
    Column("a", String(32), primary_key=True),
    Column("b", String(32), primary_key=True, index=True),
    Column("kind", String(16), nullable=False),
    Column("reasons", Text, nullable=False),
    sqlite_with_rowid=False,
)
judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(24), nullable=False),
    Column("anchor", Anchor, nullable=False, index=True),
    Column("other", Anchor, index=True),
    Column("value", Text),
    Column("by", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("undoes", Integer, ForeignKey("judgements.id"), index=True),
    Column("seen", Text),
)
placements = Table(
    "placements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("judgement", Integer, ForeignKey("judgements.id"), nullable=False, index=True),
    Column("part", Integer, nullable=False),
    Column("anchor", Anchor, index=True),
    Column("recorded_at", Moment, nullable=False),
)
FILTERED = ("support", "challenges", "reviewed", "kinds")
"""What the list of claims is filtered by, beside what it is ordered by."""
claims = Table(
    "claims",
    metadata,
    Column("anchor", Anchor, primary_key=True),
    Column("cluster", Integer, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("support", String(48), nullable=False),
    Column("origins", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("challenges", Integer, nullable=False),
    Column("reviewed", Integer, nullable=False),
    Column("first_public", Date, nullable=False),
    Column("last_change", Date, nullable=False),
    Column("due", Date, index=True),
    Column("kinds", String(96)),
    # Each order with all that a list is filtered by: rows are looked up only for the claims that a page shows.
    Index("ix_claims_by_change", "last_change", "statements", "anchor", "origins", *FILTERED),
    Index("ix_claims_by_statements", "statements", "last_change", "anchor", "origins", *FILTERED),
    Index("ix_claims_by_origins", "origins", "statements", "anchor", "last_change", *FILTERED),
)
stale = Table(
    "stale",
    metadata,
    Column("cluster", Integer, primary_key=True, autoincrement=False),
    Column("since", Date, nullable=False),
)
standings = Table(
    "standings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("anchor", Anchor, nullable=False, index=True),
    Column("public_on", Date, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("causes", Text, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("support", String(48), nullable=False),
    Column("outcome", String(32)),
)
tokens = Table(
    "tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("scope", String(8), nullable=False),
    Column("hashed", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("revoked_at", Moment),
)
