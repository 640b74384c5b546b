"""Reads documents: words, layers, statements. The door is ``read``; ``read_words`` takes words already cut."""

from collections.abc import Sequence
from itertools import pairwise

import onnxruntime as ort

from onrecord.errors import InputError
from onrecord.reading.events import EventBuilder, with_events
from onrecord.reading.model import Model, load_model
from onrecord.reading.parse import parse
from onrecord.reading.statements import Assembly
from onrecord.reading.turns import with_turns
from onrecord.reading.windows import Units
from onrecord.reading.words import lay_out, quoted_words
from onrecord.records import Document, MadeBy, Parse, Reading
from onrecord.registers import registers_version

__all__ = ["Model", "load_model", "made_by", "read", "read_words"]


def read(document: Document, model: Model, *, version: str) -> Reading:
    """Read a document.

    Args:
        document: any text at all; one without words gives a reading without statements.
        model: the reading model.
        version: version of the package, for the record.

    Returns:
        Its statements and entities, every coordinate a span of the document's text.
    """
    layout = lay_out(document.text, document.title)
    words = tuple(document.text[a:b] for a, b in layout.words)
    units = Units(words, layout.sentences, layout.paragraphs, layout.headline, layout.quoted)
    parsed = with_turns(parse(units, model))
    assembly = Assembly(document, layout.words, parsed)
    statements, quantities = assembly.statements(), assembly.quantities()
    builder = EventBuilder(assembly)
    events = builder.events(quantities)
    return Reading(
        made_by(model, version=version),
        document,
        with_events(statements, events),
        assembly.entities(),
        assembly.dates(),
        quantities,
        events,
        builder.measures(),
        assembly.headline(),
        layout.words,
        parsed,
    )


def read_words(sentences: Sequence[Sequence[str]], model: Model, *, paragraphs: Sequence[int] = (0,)) -> Parse:
    """Read text that is already cut into words and sentences.

    Args:
        sentences: words of each sentence; words may not be empty.
        model: the reading model.
        paragraphs: numbers of the sentences that begin a paragraph, rising, the first being 0.

    Returns:
        The layers, coordinates counting the words from the first sentence on.

    Raises:
        InputError: an empty sentence or word, or paragraphs that do not begin where sentences do.
    """
    _check_words(sentences, paragraphs)
    bounds = [0]
    for sentence in sentences:
        bounds.append(bounds[-1] + len(sentence))
    words = tuple(w for s in sentences for w in s)
    spans = tuple(pairwise(bounds))
    edges = [*paragraphs, len(sentences)] if sentences else [0]
    quoted = quoted_words(words, frozenset(bounds[p] for p in paragraphs))
    units = Units(words, spans, tuple(pairwise(edges)), 0, quoted)
    return parse(units, model)


def _check_words(sentences: Sequence[Sequence[str]], paragraphs: Sequence[int]) -> None:
    for n, sentence in enumerate(sentences):
        if not sentence or not all(sentence):
            raise InputError(f"sentence {n}", "no words" if not sentence else "an empty word", "words")
    rising = list(paragraphs) == sorted(set(paragraphs))
    if sentences and not (rising and paragraphs and paragraphs[0] == 0 and paragraphs[-1] < len(sentences)):
        wanted = f"rising numbers from 0 to at most {len(sentences) - 1}"
        raise InputError("paragraphs", ", ".join(map(str, paragraphs)) or "none", wanted)


def made_by(model: Model, *, version: str) -> MadeBy:
    """Return what makes a reading: program, model, dictionaries and runtime."""
    return MadeBy(version, model.version, registers_version(), f"onnxruntime {ort.__version__}")
