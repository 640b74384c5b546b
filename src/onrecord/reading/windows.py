"""Words to the numbers the model reads: word pieces, marks, and windows of whole paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.reading.labels import PIECES_PER_WORD, SPECIAL_MARK, WINDOW, case_of, mark_of
from onrecord.records import Span

__all__ = ["Pieces", "Spelling", "Units", "cut_windows", "window_arrays"]

Integers = NDArray[np.int64]

CACHED_WORDS = 200_000


@dataclass(frozen=True, slots=True)
class Units:
    """The words of one text with the units they fall into; words are strings here, coordinates word indices.

    Attributes:
        words: every word in order.
        sentences: half-open ranges of words.
        paragraphs: half-open ranges of sentences.
        headline: number of leading paragraphs that are the headline.
        quoted: for each word, whether it stands inside a quotation.
    """

    words: tuple[str, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    headline: int
    quoted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text as the model reads it.

    Attributes:
        ids: word-piece numbers of every word, one after the other.
        offsets: where each word's pieces begin in ``ids``, and their end; words + 1.
        marks: row of the mark table for each word.
        sentences: number of the sentence of each word.
        starts: 2 for the first word of a paragraph, 1 for the first of another sentence, else 0.
    """

    ids: Integers
    offsets: Integers
    marks: Integers
    sentences: Integers
    starts: Integers


class Spelling:
    """Spells words in word pieces. A word's pieces never depend on its neighbours, so they are remembered."""

    def __init__(self, tokenizer: Path | str) -> None:
        """Load ``tokenizer.json``."""
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self.cls, self.sep, self.unk, self.mask = (self._number(t) for t in ("[CLS]", "[SEP]", "[UNK]", "[MASK]"))

        self.whole_words = frozenset(w for w in self._tokenizer.get_vocab() if w.isalpha())

    def _number(self, token: str) -> int:
        number: int | None = self._tokenizer.token_to_id(token)
        if number is None:
            raise ModelError("tokenizer.json", f"no {token}", "the vocabulary of a BERT model")
        return number

    def spell(self, words: Sequence[str]) -> list[tuple[tuple[int, ...], int]]:
        """Return the pieces of each word, at least one and at most ``PIECES_PER_WORD``, with its case."""
        known = self._known
        new = [w for w in dict.fromkeys(words) if w not in known]
        if len(known) + len(new) > CACHED_WORDS:
            known.clear()
            new = list(dict.fromkeys(words))
        if new:
            # The tokenizer wants valid UTF-8; a lone surrogate has no piece of its own anyway.
            clean = [w.encode("utf-8", "replace").decode("utf-8") for w in new]
            encoded = self._tokenizer.encode_batch(clean, add_special_tokens=False)
            for word, spelled in zip(new, encoded, strict=True):
                known[word] = tuple(spelled.ids[:PIECES_PER_WORD]) or (self.unk,), case_of(word)
        return [known[w] for w in words]

    def pieces(self, units: Units) -> Pieces:
        """Return ``units`` as the model reads them."""
        spelled, cased = zip(*self.spell(units.words), strict=True) if units.words else ((), ())
        offsets = np.zeros(len(spelled) + 1, np.int64)
        np.cumsum([len(s) for s in spelled], out=offsets[1:])
        ids = np.fromiter(chain.from_iterable(spelled), np.int64, int(offsets[-1]))
        starts = np.zeros(len(spelled), np.int64)
        sentences = np.zeros(len(spelled), np.int64)
        headline = np.zeros(len(spelled), np.bool_)
        for n, (a, b) in enumerate(units.sentences):
            starts[a] = 1
            sentences[a:b] = n
        for n, (first, last) in enumerate(units.paragraphs):
            if last > first:
                starts[units.sentences[first][0]] = 2
                if n < units.headline:
                    headline[units.sentences[first][0] : units.sentences[last - 1][1]] = True
        cases = np.array(cased, np.int64)
        marks = mark_of(cases, np.asarray(units.quoted, np.int64), starts, headline.astype(np.int64))  # type: ignore[arg-type]
        return Pieces(ids, offsets, np.asarray(marks, np.int64), sentences, starts)


def cut_windows(units: Units, offsets: Integers, first: int = WINDOW) -> list[Span]:
    """Cut a text into windows of whole paragraphs, of whole sentences where a paragraph is too long, else of words.

    Args:
        units: the text.
        offsets: ``Pieces.offsets``.
        first: pieces the first window may hold; training varies it so that window ends fall anywhere.

    Returns:
        Half-open ranges of words, in order, that cover the text; none holds more than ``WINDOW`` pieces.
    """
    parts: list[Span] = []
    for a, b in units.paragraphs:
        if b == a:
            continue
        span = (units.sentences[a][0], units.sentences[b - 1][1])
        if offsets[span[1]] - offsets[span[0]] <= WINDOW:
            parts.append(span)
        else:
            for sentence in units.sentences[a:b]:
                parts.extend(_cut_sentence(sentence, offsets))
    windows: list[Span] = []
    limit = first
    start = end = 0
    for a, b in parts:
        if end > start and offsets[b] - offsets[start] > limit:
            windows.append((start, end))
            start, limit = a, WINDOW
        end = b
    if end > start:
        windows.append((start, end))
    return windows


def _cut_sentence(sentence: Span, offsets: Integers) -> list[Span]:
    a, end = sentence
    parts = []
    while offsets[end] - offsets[a] > WINDOW:
        b = int(np.searchsorted(offsets, offsets[a] + WINDOW, side="right")) - 1
        parts.append((a, b))
        a = b
    if end > a:
        parts.append((a, end))
    return parts


def window_arrays(pieces: Pieces, window: Span, spelling: Spelling) -> tuple[Integers, Integers, Integers]:
    """Return one window as the model's inputs, without a batch dimension.

    Returns:
        pieces (P + 2), marks (P + 2), firsts (W): piece numbers between the two end marks, the mark of each piece, each
        word's first piece.
    """
    a, b = window
    start, stop = pieces.offsets[a], pieces.offsets[b]
    counts = np.diff(pieces.offsets[a : b + 1])
    ids = np.concatenate(([spelling.cls], pieces.ids[start:stop], [spelling.sep]))
    marks = np.concatenate(([SPECIAL_MARK], np.repeat(pieces.marks[a:b], counts), [SPECIAL_MARK]))
    firsts = pieces.offsets[a:b] - start + 1
    return ids, marks, firsts
