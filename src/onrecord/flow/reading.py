"""Who says what in this article? Also the Python doors ``onrecord.read`` and ``onrecord.read_words``."""

from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from onrecord import reading as room
from onrecord.acquiring import Limits, acquire
from onrecord.flow.stated import checked
from onrecord.flow.weighing import with_claims
from onrecord.records import Document, MadeBy, Parse, Reading
from onrecord.settings import settings
from onrecord.version import __version__

__all__ = ["maker", "read", "read_document", "read_only", "read_source", "read_words"]


def read(
    text: str,
    *,
    published_on: date | None = None,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Reading:
    """Read an article's text.

    Args:
        text: the article; the first line is taken for the headline if it looks like one.
        published_on: publication day, if known.
        outlet: who published it, if known.
        url: where it was published, if known.
        title: a title that is not part of the text, if there is one.

    Returns:
        Its statements and entities.
    """
    return read_document(Document(text, url=url, title=title, outlet=outlet, published_on=published_on))


def read_document(document: Document) -> Reading:
    """Read a document with the model and the threads the settings name, and weigh it on its own."""
    return with_claims(read_only(document))


def read_only(document: Document) -> Reading:
    """Read a document with the model and the threads the settings name, and hold its measures against the register."""
    chosen = settings()
    return checked(room.read(document, room.load_model(chosen.model, chosen.threads), version=__version__))


def maker() -> MadeBy:
    """Return what would make a reading now."""
    chosen = settings()
    return room.made_by(room.load_model(chosen.model, chosen.threads), version=__version__)


def read_source(
    source: str, *, outlet: str | None = None, published: date | None = None, stdin: BinaryIO | None = None
) -> Reading:
    """Acquire a path, an http(s) URL or ``-`` (standard input) and read it.

    Raises:
        InputError: nothing there, or nothing that can be read.
    """
    chosen = settings()
    limits = Limits(seconds=chosen.fetch_timeout, size=chosen.fetch_bytes)
    return read_document(acquire(source, outlet=outlet, published=published, stdin=stdin, limits=limits))


def read_words(sentences: Sequence[Sequence[str]], *, paragraphs: Sequence[int] = (0,)) -> Parse:
    """Read text that is already cut into words and sentences; see ``onrecord.reading.read_words``."""
    chosen = settings()
    return room.read_words(sentences, room.load_model(chosen.model, chosen.threads), paragraphs=paragraphs)
