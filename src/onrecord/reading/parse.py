"""Units to layers: what the model and exact searches make of each word, window by window."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.attributions import attributions_of
from onrecord.reading.decode import best_tags, best_trees, spans_of
from onrecord.reading.labels import ATTRIBUTION, ENTITIES, UPOS
from onrecord.reading.lemmas import apply_script, lemma_of
from onrecord.reading.model import Model
from onrecord.reading.recall import recalled
from onrecord.reading.windows import Pieces, Units, cut_windows
from onrecord.records import Attribution, EntityKind, Name, Parse, Span

__all__ = ["paragraph_starts", "parse", "within"]

Floats = NDArray[np.float32]
Scores = Mapping[str, Floats]
FORBIDDEN = np.float32(-1e4)
SCRIPTS_TRIED = 3
"""Chosen on EWT dev: lemma accuracy 95.8 with one, 96.4 to 96.5 with two to five."""
WINDOWS_AT_ONCE = 16
"""Windows whose scores are held together: enough to share the cost of a search, few enough for any length of text."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers of ``Parse`` while they grow, in its order."""

    upos: list[str]
    lemmas: list[str]
    heads: list[int | None]
    relations: list[str]
    names: list[Name]
    attributions: list[Attribution]


def parse(units: Units, model: Model) -> Parse:
    """Read a whole text: windows of paragraphs in order, each decoded exactly."""
    pieces = model.spelling.pieces(units)
    layers = Layers([], [], [], [], [], [])
    cut = iter(cut_windows(units, pieces.offsets))
    while windows := tuple(islice(cut, WINDOWS_AT_ONCE)):
        scores = [model.scores(pieces, window) for window in windows]
        for window, found in zip(windows, scores, strict=True):
            _read_words(units, window, model, found, layers)
        _read_spans(units, pieces, windows, model, scores, layers)
    layers.names[:] = recalled(units.words, layers.upos, layers.names)
    parts = (tuple(getattr(layers, f.name)) for f in fields(layers))
    return Parse(units.words, units.sentences, units.paragraphs, units.headline, units.quoted, *parts)


def _read_words(units: Units, window: Span, model: Model, scores: Scores, layers: Layers) -> None:
    """Add part of speech, lemma, head and relation of each word of a window."""
    a, b = window
    heads = best_trees(scores["arcs"], _inside(units.sentences, window))
    relations = model.relations_of(scores["dependents"], scores["heads"][heads])
    upos = [UPOS[i] for i in scores["upos"].argmax(1).tolist()]
    layers.upos.extend(upos)
    layers.lemmas.extend(_lemmas(units.words[a:b], upos, scores["lemmas"], model))
    layers.heads.extend(h + a - 1 if h else None for h in heads.tolist())
    layers.relations.extend(model.relations[i] for i in relations.tolist())


def _lemmas(words: Sequence[str], upos: Sequence[str], scores: Floats, model: Model) -> Iterator[str]:
    """Yield the lemma of each word; only one that is no known word, or a verb's past form, is looked at twice."""
    known = model.spelling.whole_words
    for i, (word, tag, best) in enumerate(zip(words, upos, scores.argmax(1).tolist(), strict=True)):
        if tag == "NUM" and any(map(str.isdigit, word)):
            yield word.replace(",", "")  # as the treebanks do; a script cuts by length, and many numbers share one
            continue
        lemma = apply_script(word, model.scripts[best])
        unchanged = lemma.lower() == word.lower()
        settled = not (tag == "VERB" and word.endswith("ed")) if unchanged else lemma.lower() in known
        if settled or not word.isalpha():
            yield lemma
        else:
            ranked = np.argsort(-scores[i], kind="stable")[:SCRIPTS_TRIED]
            yield lemma_of(word, tag, (model.scripts[n] for n in ranked.tolist()), known)


def _read_spans(
    units: Units,
    pieces: Pieces,
    windows: Sequence[Span],
    model: Model,
    scores: Sequence[Scores],
    layers: Layers,
) -> None:
    """Add the names and attributions of several windows."""
    jobs = []
    for window, found in zip(windows, scores, strict=True):
        starts = paragraph_starts(pieces, window)
        jobs.append((within(found["entities"], ENTITIES, starts), model.chains["entities"]))
        jobs.append((within(found["attribution"], ATTRIBUTION, starts), model.chains["attribution"]))
    tags = best_tags(jobs)
    for (a, b), found, names, said in zip(windows, scores, tags[::2], tags[1::2], strict=True):
        layers.names.extend(Name(EntityKind(kind), s + a, e + a) for kind, s, e in spans_of(names, ENTITIES))
        layers.attributions.extend(attributions_of(said, found["links"], pieces.sentences[a:b], units.quoted[a:b], a))


def _inside(spans: Sequence[Span], window: Span) -> list[Span]:
    """Return the parts of ordered, adjoining spans that lie in a window, counted from its start."""
    a, b = window
    first = bisect_right(spans, a, key=lambda s: s[1])
    found = []
    for i in range(first, len(spans)):
        start, end = spans[i]
        if start >= b:
            break
        found.append((max(start, a) - a, min(end, b) - a))
    return found


def paragraph_starts(pieces: Pieces, window: Span) -> NDArray[np.int64]:
    """Return the words of a window, counted from its start, that begin a paragraph."""
    starts: NDArray[np.int64] = (pieces.starts[window[0] : window[1]] == 2).nonzero()[0]
    return starts


def within(scores: Floats, labels: tuple[str, ...], starts: NDArray[np.int64]) -> Floats:
    """Return scores that let no span run over the start of a paragraph."""
    within_tags = [i for i, label in enumerate(labels) if label.startswith("I-")]
    bounded = scores.copy()
    bounded[starts[:, None], within_tags] = FORBIDDEN
    return bounded
