"""Search behind one interface: FTS5 in SQLite, tsvector in PostgreSQL; both hold the same words, cut and folded here.

Statements of superseded readings stay findable, for whoever asks what the ledger held at a moment. Clusters are ranked by what
both databases count alike, not by their own scores.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, column, func, select, text, tuple_

from onrecord.ledger import schema as t
from onrecord.ledger.asking import held_when

__all__ = ["forget", "index", "matching", "matching_statements", "strays", "words_of"]

MOST = 16
"""Words of a query that are looked for; more make no answer better."""
LONGEST = 60
"""Characters of a word that count."""
WORDS = 4_000
"""Words of a statement that are kept: far more than any has, and no more than one tsvector holds."""
_WORD = re.compile(r"[^\W_]+")
_FOUND: Mapping[str, str] = {
    "sqlite": "SELECT rowid AS statement FROM search WHERE search MATCH :query",
    "postgresql": "SELECT statement FROM search WHERE words @@ to_tsquery('simple', :query)",
}
_INDEX: Mapping[str, str] = {
    "sqlite": "INSERT INTO search (rowid, words) VALUES (:statement, :words)",
    "postgresql": "INSERT INTO search (statement, words) VALUES (:statement, to_tsvector('simple', :words))",
}
_FORGET: Mapping[str, str] = {
    "sqlite": "DELETE FROM search WHERE rowid = :statement",
    "postgresql": "DELETE FROM search WHERE statement = :statement",
}
_SAME: Mapping[str, str] = {
    "sqlite": "SELECT words = :words FROM search WHERE rowid = :statement",
    "postgresql": "SELECT words = to_tsvector('simple', :words) FROM search WHERE statement = :statement",
}


def words_of(told: str) -> list[str]:
    """Return the words of a text as they are searched: letters and digits without accents and case.

    What PostgreSQL would cut in its own way ("Fath-360" as a negative number, "U.S." as a host) is cut here, and so the same
    in both databases.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", told.casefold()) if not unicodedata.combining(c))
    return [word[:LONGEST] for word in _WORD.findall(plain)]


def matching(
    connection: Connection, query: str, limit: int, on: date | None = None, known_by: str | None = None
) -> tuple[list[int], int]:
    """Return the clusters whose statements hold all words of a query, the last as the beginning of one, and how many there are.

    Those come first of which most statements do; then those of which one did last.

    Args:
        connection: the ledger's.
        query: the words.
        limit: clusters at most.
        on: a day: only by statements public on it.
        known_by: a moment: only by statements that the ledger held then.
    """
    s = t.statements.c
    asked = _asked(connection, query, (s.cluster, func.count().over().label("total")), on, known_by)
    if asked is None:
        return [], 0
    ranked = asked.group_by(s.cluster).order_by(func.count().desc(), func.max(s.public_on).desc(), func.min(s.anchor))
    rows = connection.execute(ranked.limit(limit)).all()
    return [row.cluster for row in rows], int(rows[0].total) if rows else 0


def matching_statements(
    connection: Connection,
    query: str,
    limit: int,
    on: date | None = None,
    known_by: str | None = None,
    before: tuple[date, int] | None = None,
) -> list[Row[Any]]:
    """Return the statements that hold all words of a query, the last to become public first, each with its day and number.

    Args:
        connection: the ledger's.
        query: the words, the last of which may be cut short.
        limit: statements at most.
        on: a day: only what was public on it.
        known_by: a moment: only what the ledger held then.
        before: day and number of the statement after which they begin; None: from the first.
    """
    s = t.statements.c
    asked = _asked(connection, query, (s.public_on, s.id, s.said), on, known_by)
    if asked is None:
        return []
    asked = asked.where(tuple_(s.public_on, s.id) < before) if before is not None else asked
    return list(connection.execute(asked.order_by(s.public_on.desc(), s.id.desc()).limit(limit)).all())


def _asked(
    connection: Connection, query: str, columns: tuple[Any, ...], on: date | None, known_by: str | None
) -> Select[Any] | None:
    """Return a question about the statements that answer a query; None where it has no words."""
    words = words_of(query)[:MOST]
    if not words:
        return None
    sqlite = connection.dialect.name == "sqlite"
    told = " ".join(f'"{w}"' for w in words) + "*" if sqlite else " & ".join(f"'{w}'" for w in words) + ":*"
    found = text(_FOUND[connection.dialect.name]).bindparams(query=told).columns(column("statement")).subquery("found")
    s = t.statements.c
    asked = select(*columns).select_from(found.join(t.statements, s.id == found.c.statement)).where(held_when(known_by))
    return asked.where(s.public_on <= on) if on is not None else asked


def index(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Make statements findable by their words."""
    if rows:
        found = [{"statement": id_, "words": _kept(words)} for id_, words in rows]
        connection.execute(text(_INDEX[connection.dialect.name]), found)


def forget(connection: Connection, statements: Sequence[int]) -> None:
    """Make statements no longer findable."""
    if statements:
        connection.execute(text(_FORGET[connection.dialect.name]), [{"statement": id_} for id_ in statements])


def strays(connection: Connection, rows: Sequence[tuple[int, str]]) -> Iterator[int]:
    """Yield the statements that cannot be found by just their words."""
    same = text(_SAME[connection.dialect.name])
    for id_, words in rows:
        if not connection.execute(same, {"statement": id_, "words": _kept(words)}).scalar():
            yield id_


def _kept(words: str) -> str:
    return " ".join(words_of(words)[:WORDS])
