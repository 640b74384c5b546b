"""The statement gold set on disk: which articles are in which set, and their texts and rows, checked against each other."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evaluation.results import DataError
from onrecord.acquiring import acquire

__all__ = ["GOLD", "SETS", "Article", "Row", "load_article", "pick_articles"]

GOLD = Path(__file__).with_name("gold")
SETS = {
    "A": ("01", "02", "03", "04", "05", "06"),
    "B": ("07", "08", "09", "10", "11", "12"),
    "C": ("13", "14", "15", "16", "17", "18"),
}
"""Sets A and C may be looked at while the reader is written; set B is only measured, when asked for by its letter."""
SCHEMA = "onrecord.gold/1"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """One gold article: what ``onrecord.read`` is given, the statements to be found in it, the hash of the gold file."""

    name: str
    text: str
    title: str | None
    outlet: str | None
    published_on: date | None
    statements: tuple[Row, ...]
    sha256: str


def pick_articles(chosen: str, names: Sequence[str] | None) -> tuple[str, ...]:
    """Return the articles of a set, or those named, all of which must be in it.

    Raises:
        DataError: an article of another set, or of none.
    """
    for name in names or ():
        if name not in SETS[chosen]:
            raise DataError(f"--article: got {name}; expected one of set {chosen}, {', '.join(SETS[chosen])}")
    return tuple(dict.fromkeys(names)) if names else SETS[chosen]


def load_article(name: str, folder: Path = GOLD) -> Article:
    """Return a gold article.

    Raises:
        DataError: a file is missing, has another schema, or was annotated on another text.
        InputError: the article is not one that can be read.
    """
    place = folder / f"{name}.json"
    if not place.is_file():
        raise DataError(f"{place}: no such file; expected the gold statements of an article")
    raw = place.read_bytes()
    gold = json.loads(raw)
    if gold.get("schema") != SCHEMA:
        raise DataError(f"{place}: got schema {gold.get('schema')}; expected {SCHEMA}")
    document = acquire(str(folder / "articles" / gold["article"]))
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    if digest != gold["sha256"]:
        raise DataError(f"{place}: got gold for text {gold['sha256'][:12]}; expected {digest[:12]}, the article's")
    return Article(
        name=name,
        text=document.text,
        title=document.title,
        outlet=document.outlet,
        published_on=document.published_on,
        statements=tuple(gold["statements"]),
        sha256=hashlib.sha256(raw).hexdigest(),
    )
