"""The stance that a noun or an adjective of being gives: "there is no doubt", "it was doubtful", "it is high time"."""

from collections.abc import Iterator

from onrecord.reading.drafts import Draft, covers
from onrecord.reading.inner import Force
from onrecord.reading.tree import Tree
from onrecord.records import Certainty, Stance

__all__ = ["granted"]

_DOUBTS = frozenset(("doubt", "question", "mistaking"))
_PROOFS = frozenset(("confirmation", "corroboration", "verification", "substantiation"))
_GROUNDS = frozenset(("reason", "ground", "cause"))
_DOUBTING = frozenset(("doubt", "question", "disbelieve", "dispute"))
_DOUBTFUL = frozenset(("doubtful", "questionable", "dubious", "debatable"))
_CHECKED = frozenset(("confirm", "verify", "corroborate", "substantiate", "authenticate"))
_CAN = frozenset(("could", "can", "ca"))


def granted(tree: Tree, draft: Draft, head: int) -> Force | None:
    """Return the stance of a clause that only tells how sure something is, or how due; None of one that tells anything else.

    Args:
        tree: the document.
        draft: the statement.
        head: the predicate of what is said.
    """
    lemma = tree.lemmas[head]
    for noun in _nouns(tree, draft, head):
        none = _is_none(tree, noun, head)
        told = tree.lemmas[noun]
        if told in _DOUBTS and none:
            return Stance.ASSERTS, Certainty.CERTAIN  # "There is no doubt that", "The pictures leave no doubt:"
        if told in _PROOFS and none and _there(tree, head):
            return Stance.WITHHOLDS, None
        doubted = any(tree.lemmas[k] in _DOUBTING for k in tree.children(noun, "acl"))
        if told in _GROUNDS and doubted and not none and _there(tree, head):
            return Stance.DOUBTS, None
        if told == "time" and _overdue(tree, noun):
            return Stance.DEMANDS, None
    if lemma in _DOUBTFUL and tree.child(head, "cop") is not None and not tree.negations(head):
        return Stance.DOUBTS, None
    if _unchecked(tree, head) or any(_unchecked(tree, k) for k in tree.children(head, "conj")):
        return Stance.WITHHOLDS, None
    return None


def _nouns(tree: Tree, draft: Draft, head: int) -> Iterator[int]:
    """Yield the nouns by which a clause may tell it: its predicate, its subject, its object."""
    for k in (head, *tree.children(head, "nsubj", "obj")):
        if tree.parse.upos[k] == "NOUN" and covers(draft.content, k):
            yield k


def _is_none(tree: Tree, noun: int, head: int) -> bool:
    """Whether there is none of it: "no doubt", "no longer any doubt"."""
    marks = {tree.parse.words[k].lower() for k in tree.children(noun, "det")}
    return "no" in marks or ("any" in marks and bool(tree.negations(head)))


def _there(tree: Tree, head: int) -> bool:
    """Whether a clause tells that there is something."""
    return any(tree.parse.words[k].lower() == "there" for k in tree.children(head, "expl", "nsubj", "advmod"))


def _overdue(tree: Tree, noun: int) -> bool:
    """Whether it is "high time" or "about time" for somebody to do something."""
    due = any(tree.lemmas[k] in ("high", "about") for k in tree.children(noun, "amod", "advmod"))
    due = due or (noun > 0 and tree.parse.words[noun - 1].lower() in ("high", "about"))
    return due and any(tree.relation(k) in ("acl", "advcl", "ccomp", "xcomp") for k in tree.children(noun))


def _unchecked(tree: Tree, head: int) -> bool:
    """Whether something "could not be confirmed", by nobody who is named."""
    passive = tree.lemmas[head] in _CHECKED and tree.is_passive(head)
    return passive and bool(tree.negations(head)) and bool(tree.modals(head) & _CAN)
