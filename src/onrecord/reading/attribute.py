"""All statements of a text as drafts: the model's, the tree's, the turns of transcripts, hearsay, and the author's own."""

from onrecord.reading.authors import authors
from onrecord.reading.carrying import carry_on
from onrecord.reading.chains import add_venues, add_viewers, is_outlet
from onrecord.reading.citing import add_citations, add_trailing
from onrecord.reading.crossing import uncross
from onrecord.reading.cues import (
    BARE_ACTS,
    CLAUSAL_ACTS,
    SILENT,
    SOFT,
    Spoken,
    cue_at,
    hides_name,
    implies,
    only_addressed,
)
from onrecord.reading.drafts import Draft, Hop, covers, words_in
from onrecord.reading.hearsay import hearsay
from onrecord.reading.phrased import phrased
from onrecord.reading.proofs import proofs
from onrecord.reading.quoting import turn_quoted
from onrecord.reading.roundabout import documents_meant, roundabout
from onrecord.reading.search import gets_round, search
from onrecord.reading.sources import settle_source, without_mark
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree, runs, top_of
from onrecord.reading.turns import turns
from onrecord.reading.voices import Voices
from onrecord.records import Act, Relation, Stance
from onrecord.registers import Cue, CueObject

__all__ = ["attribute"]

WHOLE = 0.75
"""Share of an outlet's content that another statement must fill for the outlet to be only its relay."""
_REFUSING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.DECLINES, Stance.WITHHOLDS, Stance.RETRACTS)
_SPOKEN = (CueObject.CONTENT, CueObject.BLAMED, CueObject.VOICE)
_SEEMING = frozenset(("seem", "appear"))
_THOUGHTS = frozenset((Act.BELIEVE, Act.EXPECT))
_ANAPHORS = frozenset(("he", "she", "they", "it"))


def attribute(tree: Tree, voices: Voices, speakers: Speakers) -> list[Draft]:
    """Return every statement of a text, in the order of the cues."""
    drafts = turns(tree.parse, voices)
    drafts += _outside([d for d in _modelled(tree, voices) if not _met(d, drafts)], drafts)
    searched = search(tree, voices.lexicon, voices)
    whole = [d for d in searched if len(d.cue) == 1 and d.entry is not None and len(d.entry.words) > 2]
    drafts = [d for d in drafts if d.source or not any(_covers_cue(w, d) for w in whole)]  # "let it [be known]"
    drafts = [d for d in drafts if d.source or not _met(d, [s for s in searched if s.source])]
    drafts += [d for d in searched if not _met(d, drafts)]
    drafts = _known(drafts)
    uncross(tree, drafts)
    hearsay(tree, voices, drafts)
    phrased(tree, voices, drafts)
    proofs(tree, voices, drafts)
    roundabout(tree, voices, drafts)
    drafts = _without_citers(tree, voices, drafts)
    for draft in drafts:
        turn_quoted(tree, voices, draft)
    documents_meant(tree, voices, drafts)
    for draft in drafts:
        add_citations(tree, voices, draft)
        add_trailing(tree, voices, draft)
    drafts = _nested(tree, voices, speakers, drafts)
    for draft in drafts:
        add_viewers(tree, voices, draft)
        add_venues(tree, voices, draft)
    drafts += carry_on(tree, drafts)
    drafts += authors(tree, voices, drafts)
    for draft in drafts:
        draft.source = without_mark(tree, draft.source)
        draft.content = without_mark(tree, draft.content)
    return sorted(drafts, key=lambda d: (d.place, d.start))


def _covers_cue(whole: Draft, part: Draft) -> bool:
    return all(whole.cue[0][0] <= a and b <= whole.cue[0][1] for a, b in part.cue)


def _modelled(tree: Tree, voices: Voices) -> list[Draft]:
    """Return the model's attributions with what the lexicon says of their cues."""
    found = []
    for x in tree.parse.attributions:
        draft = Draft(x.source, x.cue, x.content, tree.parse.head_of(x.cue[0]))
        spoken = _spoken_in(tree, voices, draft)
        if spoken is not None:
            said = words_in(draft.content)
            outside = [k for k in tree.negations(spoken.verb) if k not in said]  # "says not" says it of something
            draft.verb, draft.entry = spoken.verb, spoken.entry
            draft.denied = spoken.denied and (bool(outside) or not tree.negations(spoken.verb))
        if not _is_said(tree, voices, draft):
            continue
        settle_source(tree, voices, draft)
        found.append(draft)
    return found


def _is_said(tree: Tree, voices: Voices, draft: Draft) -> bool:
    """Whether a cue of the model's attributes: a quotation, a clause, or what the lexicon lets it say without one.

    The model takes many a plain verb with a body for a subject for a cue ("The council extended the measure").
    """
    entry, verb = draft.entry, draft.verb
    if entry is not None and draft.denied and entry.negated is None:
        return False
    if verb is not None and entry is not None and gets_round(tree, entry, verb):
        return False
    if verb is not None and (hides_name(tree, verb) or tree.lemmas[verb] in _SEEMING):
        return False
    if verb and tree.parse.words[verb - 1].lower() == "without" and _force_of(draft) not in SILENT:
        return False  # "without saying which"
    if tree.parse.upos[draft.place] == "PUNCT" or any(tree.parse.quoted[a] for a, _ in draft.content):
        return True
    if verb is not None and implies(tree, verb):
        return False  # the author's inference
    if verb is None or _is_unreal(tree, draft, verb):
        return False
    if not draft.source and tree.relation(verb) in ("advcl", "acl") and tree.parse.upos[verb] == "VERB":
        return False
    if entry is not None and _needs_no_clause(tree, voices, draft, entry):
        return True
    clauses = tree.children(verb, "ccomp", "xcomp", "csubj")
    said = words_in(draft.content)
    above = tree.parse.heads[verb]
    return any(k in said for k in clauses) or (tree.relation(verb) in ("parataxis", "advcl") and above in said)


def _is_unreal(tree: Tree, draft: Draft, verb: int) -> bool:
    """Whether an utterance is only foreseen or imagined: "Iran will threaten", "few would say"; "would only say" is real."""
    if draft.denied or (draft.entry is not None and draft.entry.stance in SILENT):
        return False
    return bool(tree.modals(verb) & SOFT) and not any(tree.lemmas[k] == "only" for k in tree.children(verb, "advmod"))


def _needs_no_clause(tree: Tree, voices: Voices, draft: Draft, entry: Cue) -> bool:
    """Whether the lexicon lets a cue say something without a clause: a noun, a phrase, "denied the sale"."""
    if entry.stance in SILENT or tree.parse.upos[draft.verb or 0] != "VERB" or len(entry.words) > 1:
        return True
    if (entry.object is CueObject.NONE and entry.stance not in _REFUSING) or (
        draft.verb and only_addressed(tree, voices, entry, draft.verb)
    ):
        return False
    if entry.act in BARE_ACTS or entry.stance is not Stance.ASSERTS:
        return True
    return entry.object in _SPOKEN and entry.act not in CLAUSAL_ACTS


def _spoken_in(tree: Tree, voices: Voices, draft: Draft) -> Spoken | None:
    """Return the lexicon's cue among a cue's words: a phrase before a verb, a verb before a noun."""
    verb = draft.verb
    assert verb is not None
    low = min(a for a, _ in draft.cue)
    high = max(b for _, b in draft.cue)
    for i in range(max(0, low - 1), high):
        cue = cue_at(tree, voices.lexicon, i)
        if cue is not None and len(cue.entry.words) > 1 and cue.span[0] < high and cue.span[1] > low:
            return cue
    cue = cue_at(tree, voices.lexicon, verb)
    if cue is not None:
        return cue
    entry = voices.lexicon.cue(
        tree.parse.lemmas[verb], {"NOUN": "noun", "ADJ": "adjective"}.get(tree.parse.upos[verb], "verb")
    )
    return Spoken(entry, (verb, verb + 1), verb, bool(tree.negations(verb))) if entry is not None else None


def _outside(drafts: list[Draft], spoken: list[Draft]) -> list[Draft]:
    """Take out of drafts what a turn says, unless their cue stands in the same turn."""
    kept = []
    for draft in drafts:
        cue = draft.cue[0][0]
        for turn in spoken:
            whole = words_in(turn.content)
            if cue not in whole and words_in(draft.content) & whole:
                draft.content = runs(words_in(draft.content) - whole)
        if draft.content:
            kept.append(draft)
    return kept


def _known(drafts: list[Draft]) -> list[Draft]:
    """Drop statements by a word that no dictionary knows in what a known cue says: "Its policy rests on ..., he said"."""
    known = [d for d in drafts if d.entry is not None]
    return [d for d in drafts if d.entry is not None or not any(_swallows(k, d) for k in known)]


def _swallows(known: Draft, other: Draft) -> bool:
    """Whether one draft's content holds nearly all of another draft's, cue included."""
    inner = words_in(other.content) | words_in(other.cue)
    return len(inner & words_in(known.content)) > WHOLE * len(inner)


def _met(draft: Draft, others: list[Draft]) -> bool:
    """Whether another draft has the same cue."""
    cue = words_in(draft.cue)
    return any(cue & words_in(o.cue) or draft.verb == o.verb for o in others)


def _without_citers(tree: Tree, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Drop "X, citing Y" where the verb that it belongs to makes a statement; give it that verb where none does."""
    kept = []
    for draft in drafts:
        verb = draft.verb
        citing = (
            verb is not None
            and draft.entry is not None
            and (draft.entry.object is CueObject.VOICE or draft.entry.lemma == "credit")
            and tree.relation(verb) in ("advcl", "acl")
        )
        if not citing:
            kept.append(draft)
            continue
        assert verb is not None
        governor = next((k for k in tree.above(verb) if tree.parse.upos[k] == "VERB"), None)
        active = governor is not None and not tree.is_passive(governor)
        cue = cue_at(tree, voices.lexicon, governor) if governor is not None and active else None
        if governor is not None and cue is not None and not any(o.verb == governor for o in drafts if o is not draft):
            draft.cue = ((governor, governor + 1),)
            draft.verb, draft.entry, draft.denied = governor, cue.entry, False
            kept.append(draft)
    return kept


def _nested(tree: Tree, voices: Voices, speakers: Speakers, drafts: list[Draft]) -> list[Draft]:
    """Put statements inside the ones that report them, and drop what is no statement of its own.

    An outlet that reports what somebody said is that statement's relay. Somebody who says of himself that he cannot
    confirm makes one statement, the inner one.
    """
    drafts = sorted(drafts, key=lambda d: -sum(b - a for a, b in d.content))
    dropped: set[int] = set()
    for inner in drafts:
        anchor = inner.cue[0][0] if inner.cue else inner.content[0][0]
        living = (o for o in drafts if id(o) not in dropped and covers(o.content, anchor) and not _stands_in(o, inner))
        outer = min(living, key=lambda o: sum(b - a for a, b in o.content), default=None)
        if outer is None or id(inner) in dropped:
            continue
        same = _same_voice(tree, voices, inner, outer)
        if _is_beside(tree, inner, outer):
            _cut_out(tree, inner, outer)
            continue
        if not same and _is_silent(inner) and _is_side(speakers, inner, outer):
            dropped.add(id(inner))
            continue
        if not same and _is_thought(tree, voices, inner):
            dropped.add(id(inner))
            continue
        if same:
            _settle_same(tree, inner, outer, dropped)
            continue
        if _force_of(outer) in _REFUSING and not tree.parse.quoted[anchor]:
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


def _force_of(draft: Draft) -> Stance | None:
    """Return the stance that a cue alone gives; None where the lexicon does not know it."""
    if draft.entry is None:
        return None
    return draft.entry.negated if draft.denied else draft.entry.stance


def _relays(hops: list[Hop]) -> list[Hop]:
    """Return the links that go inwards: where the outer words were uttered says nothing of the inner ones."""
    return [hop for hop in hops if hop.relation is Relation.RELAY]


def _is_silent(draft: Draft) -> bool:
    """Whether a cue withholds or declines."""
    return _force_of(draft) in SILENT


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
    if not _is_silent(inner) or (
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
    """Whether somebody in another's words only thinks or hopes ("they believe we use camels"): nobody said so."""
    if inner.entry is None or inner.entry.act not in _THOUGHTS or not inner.source:
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
