"""CoNLL-U files as documents, with sentence ids, paragraphs, and the raw text they annotate."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.records import Span

__all__ = ["Columns", "Raw", "Sentence", "TreebankDocument", "raw_text", "read_treebank"]

Columns = tuple[str, ...]
"""The ten columns of one CoNLL-U line."""


@dataclass(slots=True)
class Sentence:
    """One sentence.

    Attributes:
        id: ``sent_id``.
        opens: whether it begins a paragraph.
        rows: its syntactic words.
        ranges: multiword tokens: last word, form and columns by the number of their first word.
    """

    id: str = ""
    opens: bool = False
    rows: list[Columns] = field(default_factory=list)
    ranges: dict[int, tuple[int, Columns]] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """Forms of the syntactic words."""
        return tuple(row[1] for row in self.rows)


@dataclass(slots=True)
class TreebankDocument:
    """One document: its name after ``newdoc id`` and its sentences in order."""

    id: str
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """Numbers of the sentences that begin a paragraph; the first sentence always does."""
        return tuple(n for n, s in enumerate(self.sentences) if s.opens or n == 0)

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Words of each sentence, as ``onrecord.read_words`` takes them."""
        return tuple(s.words for s in self.sentences)


@dataclass(frozen=True, slots=True)
class Raw:
    """The text of a document as it was before anyone cut it.

    Attributes:
        text: sentences joined by a space, paragraphs by an empty line.
        words: where each gold word stands, in code points.
        sentences: where each gold sentence stands.
    """

    text: str
    words: tuple[Span, ...]
    sentences: tuple[Span, ...]


def read_treebank(path: Path) -> Iterator[TreebankDocument]:
    """Yield the documents of a gzipped CoNLL-U file; empty nodes are left out."""
    document = TreebankDocument(path.name)
    sentence = Sentence()
    opens = True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = tuple(line.rstrip("\n").split("\t"))
            if line.startswith("# newdoc"):
                if document.sentences:
                    yield document
                document, opens = TreebankDocument(line.split("=", 1)[-1].strip()), True
            elif line.startswith("# newpar"):
                opens = True
            elif line.startswith("# sent_id"):
                sentence.id = line.split("=", 1)[-1].strip()
            elif columns[0].isdigit():
                sentence.rows.append(columns)
            elif "-" in columns[0] and not line.startswith("#"):
                first, last = columns[0].split("-")
                sentence.ranges[int(first)] = (int(last), columns)
            elif not line.strip() and sentence.rows:
                sentence.opens, opens = opens, False
                document.sentences.append(sentence)
                sentence = Sentence()
    if document.sentences:
        yield document


def _spaced(columns: Columns) -> bool:
    return "SpaceAfter=No" not in columns[9].split("|")


def _tokens(sentence: Sentence) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield each surface token as the parts its words take up, and whether a space follows."""
    number = 1
    while number <= len(sentence.rows):
        last, columns = sentence.ranges.get(number, (number, sentence.rows[number - 1]))
        parts = tuple(row[1] for row in sentence.rows[number - 1 : last])
        # Where the words are not what stands in the text ("im" for "I'm"), the token can only be counted whole.
        yield parts if "".join(parts) == columns[1] else (columns[1],), _spaced(columns)
        number = last + 1


def raw_text(document: TreebankDocument) -> Raw:
    """Return the text a document annotates, and where its words and sentences stand in it."""
    pieces, words, sentences = list[str](), list[Span](), list[Span]()
    at, spaced = 0, False
    for n, sentence in enumerate(document.sentences):
        gap = "" if n == 0 else "\n\n" if sentence.opens else " " if spaced else ""
        pieces.append(gap)
        at, start = at + len(gap), at + len(gap)
        tokens = list(_tokens(sentence))
        for i, (parts, spaced) in enumerate(tokens):
            for part in parts:
                words.append((at, at + len(part)))
                at += len(part)
            pieces.extend(parts)
            if spaced and i + 1 < len(tokens):
                pieces.append(" ")
                at += 1
        sentences.append((start, at))
    return Raw("".join(pieces), tuple(words), tuple(sentences))
