"""Whether a content tells that something is not so where no frame does: "had signed nothing", "no contract was registered"."""

from collections.abc import Sequence

from onrecord.records import Parse, Stance

__all__ = ["main_predicate", "negative"]

_NOT = frozenset(("not", "n't", "n’t", "never"))
_NONE = frozenset(("no", "nothing", "none", "nobody", "neither"))
_PROOFS = frozenset(
    ("evidence", "proof", "record", "sign", "indication", "information", "trace", "knowledge", "confirmation")
)
_TOLD = frozenset(
    ("doubt", "question", "secret", "need", "plan", "intention", "comment", "choice", "reason", "excuse", "way")
)
"""Nouns of which "no" says nothing of what happened."""
_ARGUMENTS = ("nsubj", "obj", "obl")


def main_predicate(parse: Parse, words: Sequence[int]) -> int | None:
    """Return the word that the others of a content hang on; None where none is a predicate.

    Args:
        parse: the words, tags and tree of the document.
        words: the numbers of the words of the content.
    """
    inside = set(words)
    tagged = (k for k in words if parse.upos[k] in ("VERB", "ADJ", "NOUN", "AUX"))
    return next((k for k in tagged if parse.heads[k] not in inside), None)


def negative(parse: Parse, words: Sequence[int]) -> Stance | None:
    """Return how a content answers by the negation of its main predicate alone; None where it has none.

    Args:
        parse: the words, tags and tree of the document.
        words: the numbers of the words of the content.
    """
    head = main_predicate(parse, words)
    if head is None:
        return None
    near = [k for k in words if parse.heads[k] == head]
    if any(parse.words[k].lower() in _NOT and parse.relations[k].startswith("advmod") for k in near):
        return Stance.DENIES
    for k in near:
        if parse.relations[k].split(":")[0] not in _ARGUMENTS:
            continue
        none, lemma = _is_none(parse, words, k), parse.lemmas[k].lower()
        if none and lemma in _PROOFS:
            return Stance.WITHHOLDS
        if none and lemma not in _TOLD:
            return Stance.DENIES
    beside = {k for k in near if parse.relations[k] == "conj"}
    unproven = (k for k in words if parse.heads[k] in beside and parse.lemmas[k].lower() in _PROOFS)
    return Stance.WITHHOLDS if any(_is_none(parse, words, k) for k in unproven) else None


def _is_none(parse: Parse, words: Sequence[int], k: int) -> bool:
    return parse.words[k].lower() in _NONE or any(parse.words[d].lower() == "no" for d in words if parse.heads[d] == k)
