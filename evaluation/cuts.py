"""Where our own cutting of raw text puts words and sentences: F1 of exact spans. For information; nothing is tuned on it."""

from collections import Counter
from collections.abc import Sequence

from evaluation.results import Figure, f1_figure
from evaluation.treebanks import Raw
from onrecord.reading.words import lay_out
from onrecord.records import Span

__all__ = ["count_cuts", "cut_figures"]


def count_cuts(raw: Raw) -> Counter[str]:
    """Count one document's words and sentences against gold; counts of documents add up."""
    layout = lay_out(raw.text)
    sentences = [(layout.words[a][0], layout.words[b - 1][1]) for a, b in layout.sentences]
    n = Counter[str]()
    for what, gold, found in (("words", raw.words, layout.words), ("sentences", raw.sentences, sentences)):
        n.update({f"{what} right": _shared(gold, found), f"{what} found": len(found), f"{what} gold": len(gold)})
    return n


def _shared(gold: Sequence[Span], found: Sequence[Span]) -> int:
    return len(set(gold) & set(found))


def cut_figures(n: Counter[str]) -> list[Figure]:
    """Return F1 of words and of sentences, in per cent."""
    return [
        f1_figure(what, n[f"{what} right"], n[f"{what} found"], n[f"{what} gold"]) for what in ("words", "sentences")
    ]
