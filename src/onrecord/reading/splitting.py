"""One sentence that says two things is two statements: contents cut where stance, certainty or condition changes."""

from dataclasses import replace
from itertools import pairwise

from onrecord.reading.conditions import opens_condition
from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.speakers import Speakers
from onrecord.reading.stance import Verdict, assess
from onrecord.reading.tree import Tree, runs, top_of
from onrecord.records import Stance

__all__ = ["split"]

_CUTTING = frozenset((",", ";", ":", "—", "–", "-", "--", "."))
_ASKING = frozenset(("who", "whom", "whose", "what", "which", "whether", "how", "why", "where", "when"))
_VERBAL = ("VERB", "AUX")


def split(tree: Tree, speakers: Speakers, draft: Draft) -> list[tuple[Draft, Verdict]]:
    """Return a statement as one for each stretch of its content with a stance, certainty and condition of its own."""
    whole = assess(tree, speakers, draft)
    parts = _parts(tree, draft)
    told = draft.entry is not None and draft.entry.stance is not Stance.ASSERTS
    if len(parts) < 2 or whole.stance is Stance.DECLINES or told:
        return [(draft, whole)]
    grouped: list[tuple[list[int], Verdict]] = []
    inner = set[int]().union(*(words_in((*d.source, *d.cue, *d.content)) for d in draft.reports))
    for words in parts:
        if grouped and len(inner & set(words)) > len(words) / 2:
            grouped[-1][0].extend(words)  # what another statement says here is that one's to judge
            continue
        verdict = assess(tree, speakers, replace(draft, content=runs(words)))
        if grouped and _force(grouped[-1][1]) == _force(verdict):
            grouped[-1][0].extend(words)
        else:
            grouped.append((list(words), verdict))
    if len(grouped) < 2:
        return [(draft, whole)]
    return [(replace(draft, content=runs(_trimmed(tree, words))), verdict) for words, verdict in grouped]


def _force(verdict: Verdict) -> tuple[object, ...]:
    return verdict.stance, verdict.certainty, verdict.condition


def _trimmed(tree: Tree, words: list[int]) -> list[int]:
    """Return the words of a part without the comma or dash that cut it off; what ends a quotation stays."""
    kept = list(words)
    while len(kept) > 1 and tree.parse.words[kept[0]] in _CUTTING:
        kept.pop(0)
    while len(kept) > 1 and tree.parse.words[kept[-1]] in _CUTTING and not tree.parse.quoted[kept[-1]]:
        kept.pop()
    return kept


def _parts(tree: Tree, draft: Draft) -> list[list[int]]:
    """Return the clauses of a content that can differ in stance: its sentences, and the coordinated clauses of each."""
    by_sentence: dict[int, list[int]] = {}
    for k in sorted(words_in(draft.content)):
        by_sentence.setdefault(tree.sentence_of[k], []).append(k)
    parts: list[list[int]] = []
    for words in by_sentence.values():
        if any(tree.parse.upos[k] in _VERBAL for k in words):
            parts += _clauses(tree, words)
        elif parts:
            parts[-1] += words
        else:
            parts.append(words)
    return parts


def _clauses(tree: Tree, words: list[int]) -> list[list[int]]:
    """Return the words of one sentence, cut at semicolons and before each coordinated clause."""
    marks = [k for k in words if tree.parse.words[k] == ";"]
    pieces = [[k for k in words if a < k < b] for a, b in pairwise([words[0] - 1, *marks, words[-1] + 1])]
    whole = [p for p in pieces if p and (tree.in_headline(p[0]) or any(tree.parse.upos[k] in _VERBAL for k in p))]
    if len(whole) > 1 and len(whole) == len(pieces):
        return [part for piece in whole for part in _coordinated(tree, piece)]
    return _coordinated(tree, words)


def _is_asked(tree: Tree, head: int) -> bool:
    """Whether a clause is an indirect question that hangs on the words before it: "could not establish who had paid"."""
    first = min(tree.subtree(head))
    before = tree.parse.upos[first - 1] if first else "PUNCT"
    return tree.parse.words[first].lower() in _ASKING and before not in ("PUNCT", "CCONJ")


def _coordinated(tree: Tree, words: list[int]) -> list[list[int]]:
    """Return words cut before each coordinated clause; a piece without a verb goes to the next."""
    head = top_of(tree, runs(words))
    inside = set(words)
    heads = [
        k
        for k in tree.children(head, "conj", "parataxis")
        if k in inside and _is_clause(tree, k) and (tree.own_subject(k) is not None or tree.child(k, "cc") is not None)
    ]
    heads += [
        k
        for k in words
        if tree.parse.heads[k] not in inside
        and k != head
        and tree.parse.upos[k] in _VERBAL
        and tree.own_subject(k) is not None
        and not _is_asked(tree, k)
    ]
    cuts = sorted({min(w for w in tree.subtree(k) if w in inside) for k in heads} - {words[0]})
    parts: list[list[int]] = []
    short: list[int] = []
    for a, b in pairwise([words[0], *cuts, words[-1] + 1]):
        part = short + [k for k in words if a <= k < b]
        told = any(tree.parse.upos[k] == "VERB" or tree.relation(k) == "cop" for k in part)
        first = next((k for k in part if tree.parse.upos[k] != "PUNCT"), None)
        short = [] if told and not (first is not None and opens_condition(tree, first) and b <= words[-1]) else part
        if part and not short:
            parts.append(part)
    if short and parts:
        parts[-1] += short
    return parts or [words]


def _is_clause(tree: Tree, k: int) -> bool:
    predicate = tree.parse.upos[k] in _VERBAL or tree.child(k, "cop") is not None
    return predicate and tree.is_finite(k)
