"""Search behind one interface: FTS5 in SQLite, tsvector in PostgreSQL."""

import re
from collections.abc import Mapping

from sqlalchemy import Connection, text

__all__ = ["forget", "index", "matching"]

_FIND: Mapping[str, str] = {
    "sqlite": (
        "SELECT statements.cluster AS cluster, MIN(search.rank) AS rank "
        "FROM search JOIN statements ON statements.id = search.rowid "
        "WHERE search MATCH :query AND statements.current GROUP BY statements.cluster ORDER BY 2, 1 LIMIT :limit"
    ),
    "postgresql": (
        "SELECT statements.cluster AS cluster, MIN(-ts_rank(search.words, query)) AS rank "
        "FROM search CROSS JOIN to_tsquery('simple', :query) AS query JOIN statements ON statements.id = search.statement "
        "WHERE search.words @@ query AND statements.current GROUP BY statements.cluster ORDER BY 2, 1 LIMIT :limit"
    ),
}
_INDEX: Mapping[str, str] = {
    "sqlite": "INSERT INTO search (rowid, words) VALUES (:statement, :words)",
    "postgresql": "INSERT INTO search (statement, words) VALUES (:statement, to_tsvector('simple', :words))",
}
_FORGET: Mapping[str, str] = {
    "sqlite": "DELETE FROM search WHERE rowid = :statement",
    "postgresql": "DELETE FROM search WHERE statement = :statement",
}


def matching(connection: Connection, query: str, limit: int) -> list[int]:
    """Return the clusters whose statements hold all words of a query, the last as the beginning of one; the best first."""
    words = re.findall(r"\w+", query)
    if not words:
        return []
    sqlite = connection.dialect.name == "sqlite"
    asked = " ".join(f'"{w}"' for w in words) + "*" if sqlite else " & ".join(words) + ":*"
    rows = connection.execute(text(_FIND[connection.dialect.name]), {"query": asked, "limit": limit})
    return [int(row.cluster) for row in rows]


def index(connection: Connection, rows: list[tuple[int, str]]) -> None:
    """Make statements findable by their words."""
    if rows:
        found = [{"statement": id_, "words": words.replace("\0", " ")} for id_, words in rows]
        connection.execute(text(_INDEX[connection.dialect.name]), found)


def forget(connection: Connection, statements: list[int]) -> None:
    """Make statements no longer findable."""
    if statements:
        connection.execute(text(_FORGET[connection.dialect.name]), [{"statement": id_} for id_ in statements])
