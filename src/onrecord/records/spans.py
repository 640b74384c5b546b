"""Corrected words as a decision keeps them: where they stand, and the words, for people and programs alike."""

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.records.document import Span

__all__ = ["spans_told", "told_spans"]

_TOLD = re.compile(r"(\d+-\d+(?:, \d+-\d+)*): (.*)", re.DOTALL)


def told_spans(spans: Sequence[Span], words: str) -> str:
    """Return spans with the words that stand there: ``12-48, 60-81: words of both``."""
    return f"{', '.join(f'{a}-{b}' for a, b in spans)}: {words}"


def spans_told(value: str) -> tuple[tuple[Span, ...], str] | None:
    """Return the spans and the words that were told so; None where a value is none of these."""
    found = _TOLD.fullmatch(value)
    if found is None:
        return None
    spans = tuple((int(a), int(b)) for a, b in (part.split("-") for part in found[1].split(", ")))
    in_order = all(a < b for a, b in spans) and all(a[1] <= b[0] for a, b in pairwise(spans))
    fits = len(found[2]) == sum(b - a for a, b in spans) + len(spans) - 1
    return (spans, found[2]) if in_order and fits else None
