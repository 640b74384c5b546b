"""Where the text leaves open whether the last words are still the source's (design 4.1, shape 14)."""

from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.tree import Tree, runs, top_of

__all__ = ["is_open_ended"]

ELLIPTIC = 7
"""Words of a coordinated clause that leans on the one before it ("and for 17 months he did"); a longer one is as much said as
the first."""
_NEEDED = frozenset(("nsubj", "csubj", "obj", "iobj", "ccomp", "xcomp", "aux", "cop", "mark", "case", "det", "root"))
"""Relations without which what stands before the reporting clause would be no whole clause."""


def is_open_ended(tree: Tree, draft: Draft, whole: Draft) -> bool:
    """Whether the end of a content may be the relay's or the outlet's own: "It had hoped for more, they say, and got it".

    A reporting clause put inside a sentence vouches for what it interrupts; what follows it, unquoted and not needed to
    complete the clause before it, may be the writer's addition. So may words given to a source without any cue.

    Args:
        tree: the tree.
        draft: the statement, or the part of it that is asked about.
        whole: the statement before it was split into parts.
    """
    if draft.author or draft.hearsay or not draft.source:
        return False
    if not draft.cue:
        return not any(tree.parse.quoted[k] for k in words_in(draft.content))
    first, last = draft.cue[0][0], draft.cue[-1][1]
    sentence = tree.sentence_of[first]
    said = [k for k in sorted(words_in(whole.content)) if tree.sentence_of[k] == sentence]
    before, after = [k for k in said if k < first], [k for k in said if k >= last and k in words_in(draft.content)]
    if not before or not after or tree.parse.quoted[after[0]] or tree.parse.quoted[after[-1]]:
        return False
    return top_of(tree, runs(said)) in before and _is_clause(tree, before) and not _completes(tree, set(before), after)


def _is_clause(tree: Tree, words: list[int]) -> bool:
    """Whether words hold a finite predicate together with its subject."""
    inside = set(words)
    return any(tree.is_finite(k) and (s := tree.subject(k)) is not None and s in inside for k in words)


def _completes(tree: Tree, before: set[int], after: list[int]) -> bool:
    """Whether words after a reporting clause are a part that the clause before it cannot do without."""
    inside = set(after)
    if any(tree.parse.heads[k] in inside for k in before if tree.relation(k) in _NEEDED):
        return True
    if tree.parse.words[after[0] - 1] != "," or tree.parse.words[after[0]] in ("“", "‘", '"'):
        return True
    if tree.parse.upos[after[0]] == "CCONJ" and len(after) > ELLIPTIC:
        return True
    return any(tree.parse.heads[k] in before and tree.relation(k) in _NEEDED for k in after)
