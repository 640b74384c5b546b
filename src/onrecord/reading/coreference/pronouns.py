"""Whom a pronoun means: who may be meant at all, and of those who is the most present."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.reading.coreference.growing import Draft, Weights
from onrecord.reading.coreference.mentions import Found
from onrecord.reading.coreference.tree import Tree
from onrecord.records import EntityKind

__all__ = ["Setting", "choose", "fits"]

_ARGUMENTS = frozenset(("nsubj", "obj", "iobj", "obl"))


@dataclass(slots=True)
class Setting:
    """What surrounds one pronoun.

    Attributes:
        clock: when it stands, in sentences.
        source: whether it is a source.
        last_speaker: number of the draft that was the last source before it, or -1.
        spoken_of: numbers of the drafts named in the words it is the source of.
        quoted_by: numbers of the drafts that utter the quotation it stands in.
        coming: number of the draft that a subject to come stands for, or -1.
    """

    clock: float
    source: bool
    last_speaker: int
    spoken_of: frozenset[int]
    quoted_by: frozenset[int]
    coming: int


def fits(found: Found, draft: Draft) -> bool:
    """Whether number, gender and kind allow a pronoun to mean an entity."""
    if found.gender:
        return draft.person and not draft.plural and draft.gender in {"", found.gender}
    return draft.plural or draft.group or draft.kind in {EntityKind.PLACE, EntityKind.ORGANISATION}


def choose(
    found: Found, drafts: Iterable[Draft], at: Mapping[int, int], tree: Tree, setting: Setting, weights: Weights
) -> int | None:
    """Return the number of the draft a pronoun means, or None if no one fits.

    Args:
        found: the pronoun.
        drafts: who has been mentioned, in order of appearance.
        at: the draft of each head word so far.
        tree: the trees.
        setting: what surrounds the pronoun.
        weights: what counts how much.
    """
    clause = tree.clause[found.head]
    if found.noun.endswith(("self", "selves")):
        subject = tree.subject(clause)
        if subject is not None and subject in at:
            return at[subject]
    barred = _barred(found, at, tree) | setting.quoted_by
    matrix = _matrix(found, at, tree)
    best, best_score = None, 0.0
    for draft in drafts:
        if draft.number in barred or not fits(found, draft) or barred.intersection(draft.members):
            continue
        score = _score(found, draft, setting, weights, weights.matrix if draft.number == matrix else 0.0)
        if score > best_score:
            best, best_score = draft.number, score
    return best


def _score(found: Found, draft: Draft, setting: Setting, weights: Weights, more: float) -> float:
    score = draft.presence_at(setting.clock, weights.fade)
    if draft.number == setting.coming:
        score = max(score, weights.cataphora)
    if not score:
        return 0.0
    if setting.source and draft.number == setting.last_speaker:
        score *= weights.speaker
    score += more
    if found.gender:
        score += weights.told * (draft.gender == found.gender) + weights.named * draft.named
    else:
        score *= _share(draft, weights, speaks=setting.source)
    if draft.number in setting.spoken_of:
        score -= weights.spoken_of
    return score


def _share(draft: Draft, weights: Weights, *, speaks: bool) -> float:
    """Return by what an entity's presence counts for "they"; things do not speak."""
    if draft.members and (draft.person or draft.group):
        return weights.group
    if draft.plural:
        return 1.0 if draft.person else 0.0 if speaks else weights.thing
    return weights.place if draft.kind is EntityKind.PLACE else weights.body


def _barred(found: Found, at: Mapping[int, int], tree: Tree) -> frozenset[int]:
    """Return whom grammar rules out: the other arguments of the verb; the possessed, for "his deputy" is not he."""
    head, parse = found.head, tree.parse
    if parse.relations[head] == "nmod:poss":
        owner = parse.heads[head]
        words = [] if owner is None else _same_as(owner, tree)
        return frozenset(at[w] for w in words if w in at)
    clause = tree.clause[head]
    words = [c for c in tree.children[clause] if tree.base[c] in _ARGUMENTS and c != head]
    subject = tree.subject(clause)
    if subject is not None and subject != head:
        words.append(subject)
    # "his" inside the subject does not bar the object: "His wife joined Kirby". Only the argument itself bars.
    if tree.base[head] not in _ARGUMENTS:
        words = [w for w in words if w == subject] if tree.base[head] in {"nmod", "conj"} else []
    return frozenset(at[w] for w in words if w in at)


def _same_as(owner: int, tree: Tree) -> list[int]:
    """Return the words that stand for what a possessed noun stands for: it, what it is beside, what it is said of."""
    words = [owner, *(c for c in tree.children[owner] if tree.base[c] in {"appos", "flat"})]
    head = tree.parse.heads[owner]
    if head is not None and (tree.base[owner] == "appos" or tree.parse.relations[owner] == "nmod:desc"):
        words.append(head)
    subject = tree.subject(owner) if tree.clause[owner] == owner else None
    return words if subject is None else [*words, subject]


def _matrix(found: Found, at: Mapping[int, int], tree: Tree) -> int:
    """Return the subject of the clause that the pronoun's clause hangs on, or -1; a quotation hangs on none."""
    if tree.parse.quoted[found.head]:
        return -1
    clause = tree.governor(tree.clause[found.head])
    for _ in range(3):
        if clause is None:
            return -1
        subject = tree.subject(clause)
        if subject is not None and subject < found.head and subject in at:
            return at[subject]
        clause = tree.governor(clause)
    return -1
