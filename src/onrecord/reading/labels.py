"""Label sets and tensor names that training, export and the runtime share.

The inventories that grow with the treebanks (dependency relations, lemma scripts) travel beside the weights in
``reading.json``; what is fixed by the design stands here.
"""

__all__ = [
    "ATTRIBUTION",
    "CASES",
    "ENTITIES",
    "INPUTS",
    "MARKS",
    "OUTPUTS",
    "PIECES_PER_WORD",
    "ROLES",
    "SPECIAL_MARK",
    "UPOS",
    "WINDOW",
    "case_of",
    "mark_of",
]

ROLES = ("source", "cue", "content")
ATTRIBUTION = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
ENTITIES = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place")
UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip

WINDOW = 254
"""Word pieces in a window, without the two end marks."""

PIECES_PER_WORD = 16
"""A longer word (an address, a run of marks) is read by its first pieces."""

CASES = ("lower", "title", "upper", "mixed", "digit", "mark")
SPECIAL_MARK = len(CASES) * 2 * 3 * 2
MARKS = SPECIAL_MARK + 1
"""Rows of the table that tells the encoder what lower-casing and word pieces hide; the last is for the end marks."""

INPUTS = ("pieces", "marks", "firsts")
"""int64: pieces (1, pieces), marks (1, pieces), firsts (1, words)."""

OUTPUTS = ("attribution", "links", "entities", "upos", "lemmas", "arcs", "dependents", "heads")
"""float32, W words: attribution (1, W, 7), links (1, W, W + 1), entities (1, W, 7), upos (1, W, 17), lemmas (1, W, scripts),
arcs (1, W, W + 1), dependents (1, W, 2 x rank), heads (1, W + 1, 2 x rank). In links and arcs column 0 is "none" and the
root; column j + 1 is word j."""


def case_of(word: str) -> int:
    """Return the index in ``CASES`` that fits a word."""
    if word.islower():
        return 0
    if not any(map(str.isalpha, word)):
        return 4 if any(map(str.isdigit, word)) else 5
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 1
    if word.isupper():
        return 2
    return 3 if word.lower() != word else 0


def mark_of(case: int, quoted: bool, start: int, headline: bool) -> int:
    """Return the row of the mark table for a word.

    Args:
        case: index in ``CASES``.
        quoted: inside a quotation.
        start: 0 inside a sentence, 1 first of a sentence, 2 first of a paragraph.
        headline: part of the headline.
    """
    return case + len(CASES) * (quoted + 2 * (start + 3 * headline))
