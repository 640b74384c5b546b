"""Search behind one interface: FTS5 in SQLite, tsvector in PostgreSQL; both hold the same words, cut and folded here."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, text

__all__ = ["forget", "index", "matching", "strays", "words_of"]

MOST = 16
"""Words of a query that are looked for; more make no answer better."""
LONGEST = 60
"""Characters of a word that count."""
WORDS = 4_000
"""Words of a statement that are kept: far more than any has, and no more than one tsvector holds."""
_WORD = re.compile(r"[^\W_]+")
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


def matching(connection: Connection, query: str, limit: int) -> list[int]:
    """Return the clusters whose statements hold all words of a query, the last as the beginning of one; the best first."""
    words = words_of(query)[:MOST]
    if not words:
        return []
    sqlite = connection.dialect.name == "sqlite"
    asked = " ".join(f'"{w}"' for w in words) + "*" if sqlite else " & ".join(f"'{w}'" for w in words) + ":*"
    rows = connection.execute(text(_FIND[connection.dialect.name]), {"query": asked, "limit": limit})
    return [int(row.cluster) for row in rows]


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
