"""News articles to read, from PolNeAR."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from training.corpus import read_jsonl

__all__ = ["DATA", "Article", "article_of", "articles"]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Article:
    """An article's text, and its title if it has one: what ``onrecord.read`` is given."""

    text: str
    title: str | None = None


def articles(data: Path, count: int) -> Iterator[Article]:
    """Yield the first articles, dev before train, one at a time so that they do not fill the memory."""
    rows = chain.from_iterable(read_jsonl(data / "polnear" / f"{part}.jsonl.gz") for part in ("dev", "train"))
    for row in islice(rows, count):
        yield Article(row["text"], row["title"] or None)


def article_of(data: Path, words: int) -> str:
    """Return the text of the dev article whose length is nearest to a number of words (runs between white space)."""
    texts: Iterator[str] = (row["text"] for row in read_jsonl(data / "polnear" / "dev.jsonl.gz"))
    return min(texts, key=lambda text: abs(len(text.split()) - words))
