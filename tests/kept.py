"""Small articles of our own for the tests of the ledger: invented outlets and people, one story and what stands beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from onrecord.flow.adding import Added, keep
from onrecord.flow.reading import read_only
from onrecord.ledger import Ledger
from onrecord.records import Document, Reading

__all__ = ["STORY", "TEXTS", "add", "anchor", "document", "reading", "reread", "written"]

TEXTS: dict[str, tuple[str, str, str]] = {
    "report": (
        "Harbour Wire", "2024-02-01",
        "Iran has sent missiles to Russia, six sources told Harbour Wire.\n\nThe shipments began in January, the sources said.",
    ),
    "relay": (
        "Bergen Post", "2024-02-02",
        "Iran has sent missiles to Russia, Harbour Wire reported, citing six sources.",
    ),
    "official": (
        "Oslo Ledger", "2024-03-01",
        "Iran has sent missiles to Russia, Norwegian foreign ministry spokeswoman Kari Lund said on Friday.",
    ),
    "denial": (
        "Oslo Ledger", "2024-03-02",
        "Iran denied that it had sent missiles to Russia. “We have sent nothing,” foreign ministry spokesman Omid Sharifi said.",
    ),
    "closer": (
        "Harbour Wire", "2024-03-05",
        "Iran has sent Fath-360 missiles to Russia, German defence ministry spokesman Jens Kroll said.",
    ),
    "count": (
        "Harbour Wire", "2024-03-06",
        "Iran sent 400 missiles to Russia in January 2024, Polish defence minister Jan Wilk said.",
    ),
    "other count": (
        "Bergen Post", "2024-03-07",
        "Iran sent 90 missiles to Russia in January 2024, Ukraine's air force said.",
    ),
    "deadline": (
        "Oslo Ledger", "2024-02-20",
        "Norway will impose sanctions on Iran by 15 March 2024, Norwegian foreign ministry spokeswoman Kari Lund said.",
    ),
    "elsewhere": (
        "Bergen Post", "2024-02-11",
        "The café in Tromsø has closed after forty years, its owner Åse Dahl said. “I shall miss the regulars,” she added.",
    ),
}  # fmt: skip
STORY = ("report", "relay", "official", "denial", "closer", "count", "other count", "deadline")


@cache
def document(name: str) -> Document:
    """Return one of the articles."""
    outlet, day, text = TEXTS[name]
    url = f"https://example.org/{outlet.lower().replace(' ', '-')}/{name.replace(' ', '-')}"
    return Document(text, url=url, outlet=outlet, published_on=date.fromisoformat(day))


@cache
def reading(name: str) -> Reading:
    """Return one of the articles, read."""
    return read_only(document(name))


def add(ledger: Ledger, *names: str) -> list[Added]:
    """Keep articles in this order."""
    return [keep(ledger, reading(name)) for name in names]


def written(name: str) -> str:
    """Return an article as a file with front matter."""
    d = document(name)
    return f"---\noutlet: {d.outlet}\ndate: {d.published_on}\nurl: {d.url}\n---\n{d.text}\n"


def reread(name: str, model: str, contents: Sequence[tuple[int, int] | None] = ()) -> Reading:
    """Return an article as another model might have read it.

    Args:
        name: the article.
        model: name of the model.
        contents: for each statement in order the span of its content; None leaves the statement out; those beyond stay.
    """
    told = reading(name)
    kept = []
    for n, s in enumerate(told.statements):
        span = contents[n] if n < len(contents) else s.content.spans[0]
        if span is not None:
            kept.append(replace(s, content=replace(s.content, spans=(span,), text=told.document.slice((span,)))))
    return replace(told, made_by=replace(told.made_by, model=model), statements=tuple(kept))


def anchor(ledger: Ledger, name: str, n: int = 0) -> str:
    """Return the name of a present statement of an article, in the order of the text."""
    with ledger.reading() as reader:
        return sorted(reader.of_document(document(name).id), key=lambda s: s.spans)[n].anchor
