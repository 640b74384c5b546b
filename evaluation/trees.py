"""Part of speech, lemma and tree of gold words, counted as the CoNLL 2018 evaluation counts them.

Every word counts, punctuation too. LAS leaves out what follows a colon in a relation, as that evaluation does; LAS with
subtypes does not. A lemma is right if it is the gold one letter for letter, or if the gold one is ``_``.
"""

from collections import Counter
from collections.abc import Iterable

from evaluation.results import Figure, share_figure
from evaluation.treebanks import Columns
from onrecord.records import Parse

__all__ = ["count_tree", "tree_figures"]

NAMES = ("UPOS", "UAS", "LAS", "LAS with subtypes", "lemma")


def count_tree(sentences: Iterable[Iterable[Columns]], parse: Parse) -> Counter[str]:
    """Count one document: gold sentences against a parse of the same words; counts of documents add up."""
    n: Counter[str] = Counter()
    start = 0
    for sentence in sentences:
        rows = tuple(sentence)
        for i, row in enumerate(rows, start):
            head = start + int(row[6]) - 1 if row[6] != "0" else None
            attached = parse.heads[i] == head
            relation, gold = parse.relations[i], row[7]
            n["words"] += 1
            n["UPOS"] += parse.upos[i] == row[3]
            n["UAS"] += attached
            n["LAS"] += attached and relation.split(":")[0] == gold.split(":")[0]
            n["LAS with subtypes"] += attached and relation == gold
            n["lemma"] += row[2] in ("_", parse.lemmas[i])
        start += len(rows)
    return n


def tree_figures(n: Counter[str]) -> list[Figure]:
    """Return the five accuracies in per cent of all words."""
    return [share_figure(name, n[name], n["words"]) for name in NAMES]
