"""News articles to read, from PolNeAR."""

from collections.abc import Iterator
from pathlib import Path

from training.corpus import read_jsonl

__all__ = ["DATA", "article_of", "articles"]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PARTS = ("dev", "train")


def articles(data: Path, count: int) -> Iterator[str]:
    """Yield the texts of the first articles, dev before train, one at a time so that they do not fill the memory."""
    left = count
    for part in PARTS:
        for row in read_jsonl(data / "polnear" / f"{part}.jsonl.gz"):
            if left <= 0:
                return
            left -= 1
            yield row["text"]


def article_of(data: Path, words: int) -> str:
    """Return the dev article whose length is nearest to a number of words (runs between white space)."""
    texts: Iterator[str] = (row["text"] for row in read_jsonl(data / "polnear" / "dev.jsonl.gz"))
    return min(texts, key=lambda text: abs(len(text.split()) - words))
