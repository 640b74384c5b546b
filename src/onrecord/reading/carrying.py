"""What carries on from a statement to the next in its sentence: the place of utterance, and clauses behind a semicolon."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.chains import spoken
from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.records import Relation, Stance

__all__ = ["carry_on"]

_BACKSHIFTED = frozenset(("would", "could", "might", "had", "was", "were", "should"))
_SILENT = (Stance.DECLINES, Stance.WITHHOLDS)


def carry_on(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Give "adding" the link of "told the Post", and return the statements that go on behind a semicolon."""
    more = []
    taken = set[int]()
    for draft in drafts:
        taken |= words_in((*draft.cue, *draft.content, *draft.source)) | {k for h in draft.hops for k in range(*h.span)}
    for draft in drafts:
        governor = _governor(tree, draft, drafts)
        if governor is not None and not any(hop.relation is Relation.UTTERANCE for hop in draft.hops):
            draft.hops += [hop for hop in governor.hops if hop.relation is Relation.UTTERANCE]
        clause = _behind_semicolon(tree, draft, taken)
        if clause:
            more.append(replace(draft, content=runs(clause), entry=None, hops=list(draft.hops), reports=[]))
    return more


def _governor(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the statement whose cue a participle or coordinated cue hangs on ("told the Post ..., adding that")."""
    if (
        draft.verb is None
        or tree.relation(draft.verb) not in ("advcl", "conj")
        or tree.own_subject(draft.verb) is not None
    ):
        return None
    above = tree.parse.heads[draft.verb]
    return next((d for d in drafts if d is not draft and d.verb is not None and d.verb == above and d.source), None)


def _behind_semicolon(tree: Tree, draft: Draft, taken: set[int]) -> list[int]:
    """Return a clause behind a semicolon that goes on reporting: "he said; whoever bought it would be fined".

    Only the tense of reported speech tells it from the writer's own words, and only a clause no other statement has.
    """
    if draft.author or draft.hearsay or not draft.source or not draft.cue or draft.within is not None:
        return []
    if draft.entry is None or draft.entry.stance in _SILENT or draft.denied:
        return []
    parse, cue = tree.parse, draft.cue[-1][1] - 1
    _, b = parse.sentences[tree.sentence_of[cue]]
    mark = next((k for k in range(cue + 1, b) if parse.words[k] == ";" and not parse.quoted[k]), None)
    if mark is None or any(k > mark for k in words_in(draft.content)):
        return []
    end = next((k for k in range(mark + 1, b) if parse.words[k] == ";"), b)
    clause = range(mark + 1, end)
    reported = any(parse.words[k].lower() in _BACKSHIFTED and parse.upos[k] == "AUX" for k in clause)
    free = not taken & set(clause) and not any(parse.quoted[k] for k in clause)
    return spoken(tree, set(clause)) if reported and free else []
