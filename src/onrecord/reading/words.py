"""Words, sentences, paragraphs, headline and quotations of a text, with exact offsets."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reading.paragraphs import is_headline, paragraph_spans
from onrecord.reading.quotes import quoted_words, quoted_words_at
from onrecord.reading.sentences import sentence_ends
from onrecord.reading.tokens import cut
from onrecord.records import Span

__all__ = ["Layout", "lay_out", "quoted_words"]


@dataclass(frozen=True, slots=True)
class Layout:
    """The outward form of a text.

    Attributes:
        words: half-open spans of code points, in order, none overlapping; together they hold every character that is
            not white space.
        sentences: half-open ranges of word indices; they partition the words in order.
        paragraphs: half-open ranges of sentence indices; they partition the sentences in order.
        headline: number of leading paragraphs that form the headline, 0 or 1.
        quoted: per word, whether it stands inside a quotation; the quote marks do.
    """

    words: tuple[Span, ...]
    sentences: tuple[Span, ...]
    paragraphs: tuple[Span, ...]
    headline: int
    quoted: tuple[bool, ...]


def lay_out(text: str, title: str | None = None) -> Layout:
    """Find the words, sentences, paragraphs, headline and quotations of ``text``.

    Words follow the English treebanks of Universal Dependencies. The text may be anything: no character is changed or
    left out. A first paragraph that says what ``title`` says is the headline, however it looks.
    """
    words: list[Span] = []
    sentences: list[Span] = []
    paragraphs: list[Span] = []
    starts: list[int] = []
    for start, end in paragraph_spans(text):
        cuts = cut(text, start, end)
        first, begin = len(sentences), len(words)
        starts.append(begin)
        previous = begin
        for stop in sentence_ends(text, cuts):
            sentences.append((previous, begin + stop))
            previous = begin + stop
        words += cuts
        paragraphs.append((first, len(sentences)))
    strings = [text[a:b] for a, b in words]
    headline = int(len(starts) > 1 and (is_headline(strings[: starts[1]]) or _says(strings[: starts[1]], title)))
    quoted = quoted_words_at(strings, starts, words)
    return Layout(tuple(words), tuple(sentences), tuple(paragraphs), headline, quoted)


def _says(words: Sequence[str], title: str | None) -> bool:
    """Whether words are a title's, whatever the marks and capitals."""
    wanted = "".join(filter(str.isalnum, title or "")).casefold()
    return bool(wanted) and "".join(filter(str.isalnum, "".join(words))).casefold() == wanted
