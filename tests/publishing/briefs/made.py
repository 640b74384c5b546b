"""Briefs put together by hand, of any words, for tests of how they are printed."""

from datetime import date

from onrecord.records import Imprint, Review
from onrecord.records.briefs import (
    Brief,
    Cited,
    Counts,
    MeasureCited,
    Name,
    Quote,
    Ref,
    Section,
    Sentence,
    Words,
)

__all__ = ["brief_of", "quote"]


def quote(text: str) -> Quote:
    """Return words as an exact quotation, cut in two where they can be."""
    half = len(text) // 2
    spans = ((0, half), (half, len(text))) if half else ((0, len(text)),)
    return Quote("d0c0000000000001", spans, tuple(text[a:b] for a, b in spans))


def brief_of(
    text: str, *, review: Review = Review.UNREVIEWED, url: str | None = None, words: Quote | None = None
) -> Brief:
    """Return a brief in which a text stands wherever words of others can stand."""
    imprint = Imprint("d0c0000000000001", url, text, text, None, date(2024, 3, 1))
    said = words or quote(text)
    told = (Name(text), Words(" said so ("), Name(text), Words("): "), said, Words("."), Ref(1))
    reviewed = int(review is not Review.UNREVIEWED)
    sentences = (
        Sentence(told, 1, reviewed),
        Sentence((Words("On 1 March 2024, "), Name(text), Words(" binds."), Ref(2)), 0, 0),
    )
    citations = (
        Cited(1, "d0c0000000000001.0badcafe", imprint, said, review, (text,) if reviewed else ()),
        MeasureCited(2, "UN-XXX-1", text, text, text, "medium", (text, "https://example.org/a?b=1&c=2")),
    )
    section = Section(
        (Words("Claim 1: "), Name(text)), 2, sentences, ("Nothing is left out.",), "d0c0000000000001.0badcafe"
    )
    counts = Counts(1, 1, 1, 1, reviewed)
    return Brief(text, None, None, None, False, date(2024, 4, 1), "0", (section,), citations, counts)  # noqa: FBT003
