"""Statements inside statements: who passes on whose words, and what is no statement of its own."""

from onrecord.reading.chains import is_outlet
from onrecord.reading.cues import SILENT, implies
from onrecord.reading.drafts import Draft, Hop, by_word, covers, words_in
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree, runs, top_of
from onrecord.reading.voices import Voices
from onrecord.records import Act, Relation, Stance, VoiceKind

__all__ = ["REFUSING", "WHOLE", "nested"]

WHOLE = 0.75
"""Share of a content that another statement must fill to be all that it says."""
REFUSING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.DECLINES, Stance.WITHHOLDS, Stance.RETRACTS)
"""Stances of who does not stand behind a claim."""
_THOUGHTS = frozenset((Act.BELIEVE, Act.EXPECT))
_ANAPHORS = frozenset(("he", "she", "they", "it"))


def nested(tree: Tree, voices: Voices, speakers: Speakers, drafts: list[Draft]) -> list[Draft]:
    """Put statements inside the ones that report them, and drop what is no statement of its own.

    An outlet that reports what somebody said is that statement's relay. Somebody who says of himself that he cannot
    confirm makes one statement, the inner one.
    """
    drafts = sorted(drafts, key=lambda d: -sum(b - a for a, b in d.content))
    dropped: set[int] = set()
    around = by_word(drafts)  # contents only shrink from here on
    for inner in drafts:
        anchor = inner.cue[0][0] if inner.cue else inner.content[0][0]
        near = (o for o in around.get(anchor, ()) if id(o) not in dropped)
        living = (o for o in near if covers(o.content, anchor) and not _stands_in(o, inner))
        outer = min(living, key=lambda o: sum(b - a for a, b in o.content), default=None)
        if outer is None or id(inner) in dropped:
            continue
        same = _same_voice(tree, voices, inner, outer)
        if _is_beside(tree, inner, outer):
            _cut_out(tree, inner, outer)
            continue
        if not same and inner.force in SILENT and _is_side(speakers, inner, outer):
            dropped.add(id(inner))
            continue
        if not same and _is_thought(tree, voices, inner):
            dropped.add(id(inner))
            continue
        if same:
            _settle_same(tree, inner, outer, dropped)
            continue
        if outer.force in REFUSING and not tree.parse.quoted[anchor]:
            dropped.add(id(inner))  # "denied a report that ...": the denier passes nothing on
            continue
        inner.within = outer
        outer.reports.append(inner)
        if outer.source and is_outlet(voices, tree.parse.head_of(outer.source[0])) and _fills(tree, inner, outer):
            dropped.add(id(outer))
            inner.handed += [outer.verb] if outer.verb is not None else []
            inner.hops = [*_relays(outer.hops), Hop(outer.source[0], Relation.RELAY), *inner.hops]
            inner.within = outer.within
    _hand_in(drafts)
    return [d for d in drafts if id(d) not in dropped]


def _stands_in(draft: Draft, other: Draft) -> bool:
    """Whether a draft is another or stands in it, however deep: two contents may run over each other's cues."""
    around: Draft | None = draft
    while around is not None:
        if around is other:
            return True
        around = around.within
    return False


def _relays(hops: list[Hop]) -> list[Hop]:
    """Return the links that go inwards: where the outer words were uttered says nothing of the inner ones."""
    return [hop for hop in hops if hop.relation is Relation.RELAY]


def _is_side(speakers: Speakers, inner: Draft, outer: Draft) -> bool:
    """Whether a spokesman says of his own state that it knows nothing: that is one statement, his."""
    if not inner.source or not outer.source:
        return False
    return speakers.same_side(outer.source[0], speakers.tree.parse.head_of(inner.source[0]))


def _hand_in(drafts: list[Draft]) -> None:
    """Give inner statements the links of those around them, outermost first."""
    own = {id(d): list(d.hops) for d in drafts}
    for draft in drafts:
        hops: list[Hop] = []
        around = draft.within
        while around is not None:
            if around.source:
                hops = [*_relays(own.get(id(around), around.hops)), Hop(around.source[0], Relation.RELAY), *hops]
            around = around.within
        draft.hops = hops + draft.hops if draft.within is not None else draft.hops


def _is_beside(tree: Tree, inner: Draft, outer: Draft) -> bool:
    """Whether two cues of one source are coordinated: "said the engines were in Oslo but denied the sale"."""
    return inner.verb is not None and tree.relation(inner.verb) == "conj" and tree.parse.heads[inner.verb] == outer.verb


def _cut_out(tree: Tree, inner: Draft, outer: Draft) -> None:
    """Take a coordinated statement out of the content that the model let run over it."""
    assert inner.verb is not None
    rest = words_in(outer.content) - set(tree.subtree(inner.verb)) - words_in(inner.content)
    outer.content = runs(rest) or outer.content


def _settle_same(tree: Tree, inner: Draft, outer: Draft, dropped: set[int]) -> None:
    if inner.force not in SILENT or (
        inner.entry is not None
        and not inner.denied
        and len(inner.entry.words) > 1
        and inner.entry.words[0] in ("have", "be")
    ):
        dropped.add(id(inner))
        return
    inner.hops = [*outer.hops, *inner.hops]
    inner.stands_for = outer.source[0] if outer.source else None
    inner.handed += [outer.verb] if outer.verb is not None else []
    clause = words_in(inner.content) | words_in(inner.cue) | words_in(inner.source)
    rest = words_in(outer.content) - clause
    rest -= {k for i in rest if implies(tree, i) for k in tree.subtree(i)}
    spoken = [k for k in rest if tree.parse.upos[k] in ("VERB", "AUX")]
    if not spoken:
        dropped.add(id(outer))
    else:
        kept = sorted(rest)
        while kept and tree.parse.upos[kept[0]] in ("SCONJ", "CCONJ", "PUNCT"):
            kept.pop(0)
        outer.content = runs(kept)


def _is_thought(tree: Tree, voices: Voices, inner: Draft) -> bool:
    """Whether somebody in another's words only thinks or hopes ("they believe we use camels"): nobody said so.

    What a state or its intelligence believes it has told.
    """
    if inner.entry is None or inner.entry.act not in _THOUGHTS or not inner.source:
        return False
    if voices.describe(inner.source[0]).kind in (VoiceKind.GOVERNMENT, VoiceKind.ORGANISATION):
        return False
    return voices.in_gazetteer(tree.parse.head_of(inner.source[0])) is None


def _fills(tree: Tree, inner: Draft, outer: Draft) -> bool:
    """Whether nothing much of a content is left when the statement inside it is taken away."""
    whole = words_in(outer.content)
    if top_of(tree, outer.content) == inner.verb:
        return True
    taken = words_in(inner.content) | words_in(inner.cue) | words_in(inner.source)
    taken |= {k for hop in inner.hops for k in range(*hop.span)}
    return len(whole & taken) >= WHOLE * len(whole)


def _same_voice(tree: Tree, voices: Voices, inner: Draft, outer: Draft) -> bool:
    """Whether the inner source is the outer one again: a pronoun without another candidate, or the same name."""
    if not inner.source or not outer.source:
        return False
    head = tree.parse.head_of(inner.source[0])
    other = tree.parse.head_of(outer.source[0])
    verdict = voices.same(inner.source[0], outer.source[0])
    if verdict is not None:
        return verdict
    if tree.parse.words[head].lower() in _ANAPHORS:
        return True
    return tree.parse.lemmas[head].lower() == tree.parse.lemmas[other].lower()
