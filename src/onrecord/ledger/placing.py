"""Where a decision stands after a document was read again: on the statement that shares most of its words, or nowhere."""

from collections.abc import Sequence

from onrecord.records import Said, Span

__all__ = ["placed_on"]

HALF = 0.5
"""Share of all characters of both that two statements have to have in common."""


def placed_on(anchor: str, spans: Sequence[Span], after: Sequence[Said]) -> str | None:
    """Return the name of the statement that one of an earlier reading has become; None where none shares half of its words.

    Args:
        anchor: its name.
        spans: where its words stood.
        after: the statements of the later reading.
    """
    if any(s.anchor == anchor for s in after):
        return anchor
    best = max(after, key=lambda s: (_overlap(spans, s.spans), s.anchor), default=None)
    return best.anchor if best is not None and _overlap(spans, best.spans) >= HALF else None


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> float:
    ours = {k for start, end in a for k in range(start, end)}
    theirs = {k for start, end in b for k in range(start, end)}
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0
