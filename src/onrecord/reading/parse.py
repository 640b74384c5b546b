"""Units to layers: what the model and exact searches make of each word, window by window."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.attributions import attributions_of
from onrecord.reading.decode import best_tags, best_trees, spans_of
from onrecord.reading.labels import ATTRIBUTION, ENTITIES, UPOS
from onrecord.reading.lemmas import apply_script
from onrecord.reading.model import Model
from onrecord.reading.windows import Units, cut_windows
from onrecord.records import Attribution, EntityKind, Name, Parse, Span

__all__ = ["parse"]

FORBIDDEN = np.float32(-1e4)


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
    for window in cut_windows(units, pieces.offsets):
        _read_window(units, window, model, model.scores(pieces, window), layers)
    found = (tuple(getattr(layers, f.name)) for f in fields(layers))
    return Parse(units.words, units.sentences, units.paragraphs, units.headline, units.quoted, *found)


def _read_window(units: Units, window: Span, model: Model, scores: Mapping[str, NDArray[np.float32]], layers: Layers) -> None:
    """Decode one window and add what it says to ``layers``."""
    a, b = window
    sentences = _inside(units.sentences, window)
    heads = best_trees(scores["arcs"], sentences)
    relations = model.relations_of(scores["dependents"], scores["heads"][heads])
    layers.upos.extend(UPOS[i] for i in scores["upos"].argmax(1).tolist())
    scripts = scores["lemmas"].argmax(1).tolist()
    layers.lemmas.extend(apply_script(w, model.scripts[s]) for w, s in zip(units.words[a:b], scripts, strict=True))
    layers.heads.extend(h + a - 1 if h else None for h in heads.tolist())
    layers.relations.extend(model.relations[i] for i in relations.tolist())
    starts = np.array([s for s, _ in _inside(_paragraph_words(units), window)], np.int64)
    tags = _tags(scores["entities"], ENTITIES, model, "entities", starts)
    layers.names.extend(Name(EntityKind(kind), s + a, e + a) for kind, s, e in spans_of(tags, ENTITIES))
    tags = _tags(scores["attribution"], ATTRIBUTION, model, "attribution", starts)
    layers.attributions.extend(attributions_of(tags, scores["links"], a))


def _paragraph_words(units: Units) -> list[Span]:
    return [(units.sentences[a][0], units.sentences[b - 1][1]) for a, b in units.paragraphs if b > a]


def _inside(spans: Sequence[Span], window: Span) -> list[Span]:
    """Return the parts of ordered, adjoining spans that lie in a window, counted from its start."""
    a, b = window
    first = bisect_right(spans, a, key=lambda s: s[1])
    inside = []
    for start, end in spans[first:]:
        if start >= b:
            break
        inside.append((max(start, a) - a, min(end, b) - a))
    return inside


def _tags(scores: NDArray[np.float32], labels: tuple[str, ...], model: Model, chain: str, first: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the best tags; no span runs over the start of a paragraph."""
    within = [i for i, label in enumerate(labels) if label.startswith("I-")]
    scores = scores.copy()
    scores[np.ix_(first, within)] = FORBIDDEN
    return best_tags(scores, model.tables[f"{chain}_steps"], model.tables[f"{chain}_first"])
