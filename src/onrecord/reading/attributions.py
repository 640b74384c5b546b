"""Tags and link scores of one window to attributions: which source and which contents belong to which cue."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.decode import spans_of
from onrecord.reading.labels import ATTRIBUTION
from onrecord.records import Attribution, Span

__all__ = ["attributions_of"]


def attributions_of(
    tags: NDArray[np.int64],
    links: NDArray[np.float32],
    sentences: NDArray[np.int64],
    quoted: Sequence[bool],
    offset: int = 0,
) -> list[Attribution]:
    """Link the spans of one window.

    A cue chooses its source, or none; each content chooses its cue, in its own sentence unless it is quoted: what is
    reported without quotation marks hardly ever stands in another sentence than its cue, and a content whose cue was
    missed would go to a stranger's. A cue no content chose says nothing and is dropped, and so is a source no cue chose.

    Args:
        tags: (W) numbers of ``ATTRIBUTION`` tags.
        links: (W, W + 1) score of each word's partner; column 0 is none, column j + 1 word j.
        sentences: (W) number of each word's sentence.
        quoted: (W) whether each word stands inside a quotation.
        offset: added to every word number.

    Returns:
        Attributions in the order of their cues.
    """
    spans = spans_of(tags, ATTRIBUTION)
    cues = [(a, b) for kind, a, b in spans if kind == "cue"]
    sources = [(a, b) for kind, a, b in spans if kind == "source"]
    contents: dict[Span, list[Span]] = {}
    if not cues:
        return []
    firsts = np.array([a for a, _ in cues])
    for kind, a, b in spans:
        if kind == "content":
            scores = links[a, firsts + 1]
            if not quoted[a]:
                scores = np.where(sentences[firsts] == sentences[a], scores, -np.inf)
            best = int(scores.argmax())
            if np.isfinite(scores[best]):
                contents.setdefault(cues[best], []).append((a, b))
    partners = np.array([0, *(a + 1 for a, _ in sources)])
    found = []
    for cue in cues:
        if cue not in contents:
            continue
        best = int(links[cue[0], partners].argmax())
        source = (sources[best - 1],) if best else ()
        found.append(
            Attribution(_moved(source, offset), _moved((cue,), offset), _moved(_joined(contents[cue]), offset))
        )
    return found


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Join fragments that touch."""
    out: list[Span] = []
    for a, b in spans:
        if out and out[-1][1] == a:
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return tuple(out)


def _moved(spans: tuple[Span, ...], offset: int) -> tuple[Span, ...]:
    return tuple((a + offset, b + offset) for a, b in spans)
