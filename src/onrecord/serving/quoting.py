"""Exact words in their place: the statement's own, and set apart what stands between them in the document."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ledger import Ledger
from onrecord.records import Said

__all__ = ["Piece", "quoted"]

LONGEST = 1500
"""Characters of a passage that is shown as it stands."""
APART = 160
"""Characters between two spans that are shown; more are left out, and said to be."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a passage.

    Attributes:
        text: its words.
        own: whether they are the statement's own; others stand between those.
    """

    text: str
    own: bool


def quoted(ledger: Ledger, said: Sequence[Said]) -> dict[str, tuple[Piece, ...]]:
    """Return the passages of statements, by anchor: exact words, with what stands between them."""
    with ledger.reading() as reader:
        places = [(s.imprint.id, s.spans[0][0], min(s.spans[-1][1], s.spans[0][0] + LONGEST)) for s in said if s.spans]
        texts = iter(reader.passages(places))
    return {s.anchor: _pieces(s, next(texts) if s.spans else "") for s in said}


def _pieces(s: Said, passage: str) -> tuple[Piece, ...]:
    """Return a passage in pieces; where the document does not have the words there, they stand alone."""
    start = s.spans[0][0] if s.spans else 0
    if not s.spans or s.spans[-1][1] - start > LONGEST:
        return (Piece(s.text, own=True),)
    own = [passage[a - start : b - start] for a, b in s.spans]
    if " ".join(own) != s.text:
        return (Piece(s.text, own=True),)
    found = [Piece(own[0], own=True)]
    for (_, end), (next_, _), words in zip(s.spans, s.spans[1:], own[1:], strict=False):
        between = passage[end - start : next_ - start]
        found += [Piece(between if len(between) <= APART else " […] ", own=False), Piece(words, own=True)]
    return tuple(found)
