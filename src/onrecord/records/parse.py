"""What the model says of the words of a text; every coordinate here is a word number."""

from bisect import bisect_left
from dataclasses import dataclass

from onrecord.records.document import Span
from onrecord.records.values import EntityKind

__all__ = ["Attribution", "Name", "Parse"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, cue and content as half-open ranges of words; a source may be missing."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a half-open range of words."""

    kind: EntityKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parse:
    """The layers of a text.

    Attributes:
        words: the words, W in number.
        sentences: half-open ranges of words that partition them.
        paragraphs: half-open ranges of sentences that partition those.
        headline: number of leading paragraphs that are the headline, 0 or 1.
        quoted: for each word, whether it stands inside a quotation.
        upos: universal part of speech of each word (Universal Dependencies).
        lemmas: lemma of each word.
        heads: number of each word's head; None for the root of a sentence, or of each part where one exceeds a window.
        relations: universal dependency relation of each word to its head, with its subtype.
        names: names of people, organisations and places, in order.
        attributions: sources, cues and contents, in the order of their cues.
    """

    words: tuple[str, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    headline: int
    quoted: tuple[bool, ...]
    upos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int | None, ...]
    relations: tuple[str, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]

    def names_in(self, span: Span) -> list[Name]:
        """Return the names that lie in a range of words, in order."""
        first = bisect_left(self.names, span[0], key=lambda n: n.start)
        beyond = bisect_left(self.names, span[1], key=lambda n: n.start)
        return [n for n in self.names[first:beyond] if n.end <= span[1]]

    def head_of(self, span: Span) -> int:
        """Return the word of a range that the others hang on: the first whose head lies outside the range."""
        a, b = span
        for i in range(a, b):
            head = self.heads[i]
            if self.upos[i] != "PUNCT" and (head is None or not a <= head < b):
                return i
        return a
