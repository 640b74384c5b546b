"""Units to layers: what the model and exact searches make of each word, window by window."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.attributions import Attribution, attributions_of
from onrecord.reading.decode import best_tags, best_trees, spans_of
from onrecord.reading.labels import ATTRIBUTION, ENTITIES, UPOS
from onrecord.reading.lemmas import apply_script
from onrecord.reading.model import Model
from onrecord.reading.windows import Units, cut_windows
from onrecord.records import Span

__all__ = ["Layers", "parse"]

FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Layers:
    """What the model says of a text; every coordinate is a word number.

    Attributes:
        upos: universal part of speech of each word.
        lemmas: lemma of each word.
        heads: head of each word, -1 for the root of a sentence.
        relations: dependency relation of each word to its head.
        entities: (kind, start, end) of every name.
        attributions: sources, cues and contents, linked.
    """

    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[tuple[str, int, int], ...]
    attributions: tuple[Attribution, ...]


def parse(units: Units, model: Model) -> Layers:
    """Read a whole text: windows of paragraphs in order, each decoded exactly."""
    pieces = model.spelling.pieces(units)
    starts = np.array([units.sentences[a][0] for a, b in units.paragraphs if b > a], np.int64)
    ends = [b for _, b in units.sentences]
    upos, lemmas, heads, relations = list[str](), list[str](), list[int](), list[str]()
    entities, attributions = list[tuple[str, int, int]](), list[Attribution]()
    sentence = 0
    for a, b in cut_windows(units, pieces.offsets):
        scores = model.scores(pieces, (a, b))
        inside = list[Span]()
        position = a
        while position < b:
            end = min(ends[sentence], b)
            inside.append((position - a, end - a))
            position = end
            sentence += ends[sentence] == end
        best = best_trees(scores["arcs"], inside)
        named = model.relations_of(scores["dependents"], scores["heads"][best])
        upos.extend(UPOS[i] for i in scores["upos"].argmax(1).tolist())
        scripts = scores["lemmas"].argmax(1).tolist()
        lemmas.extend(apply_script(w, model.scripts[s]) for w, s in zip(units.words[a:b], scripts, strict=True))
        heads.extend(h + a - 1 if h else -1 for h in best.tolist())
        relations.extend(model.relations[i] for i in named.tolist())
        first = starts[(starts >= a) & (starts < b)] - a
        tags = _tags(scores["entities"], ENTITIES, model, "entities", first)
        entities.extend((kind, s + a, e + a) for kind, s, e in spans_of(tags, ENTITIES))
        tags = _tags(scores["attribution"], ATTRIBUTION, model, "attribution", first)
        attributions.extend(attributions_of(tags, scores["links"], a))
    return Layers(tuple(upos), tuple(lemmas), tuple(heads), tuple(relations), tuple(entities), tuple(attributions))


def _tags(scores: NDArray[np.float32], labels: tuple[str, ...], model: Model, chain: str, first: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the best tags; no span runs over the start of a paragraph."""
    within = [i for i, label in enumerate(labels) if label.startswith("I-")]
    scores = scores.copy()
    scores[np.ix_(first, within)] = FORBIDDEN
    return best_tags(scores, model.tables[f"{chain}_steps"], model.tables[f"{chain}_first"])
