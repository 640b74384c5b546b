"""All statements of a text as drafts: the model's, the tree's, the turns of transcripts, hearsay, and the author's own."""

from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.reading.authors import authors
from onrecord.reading.carrying import carry_on
from onrecord.reading.chains import add_venues, add_viewers
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
from onrecord.reading.drafts import Draft, by_word, words_in
from onrecord.reading.hearsay import hearsay
from onrecord.reading.nesting import REFUSING, WHOLE, nested
from onrecord.reading.phrased import phrased
from onrecord.reading.proofs import proofs
from onrecord.reading.quoting import turn_quoted
from onrecord.reading.roundabout import documents_meant, roundabout
from onrecord.reading.search import gets_round, search
from onrecord.reading.sources import settle_source, without_mark
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree, runs
from onrecord.reading.turns import turns
from onrecord.reading.voices import Voices
from onrecord.records import Stance
from onrecord.registers import Cue, CueObject

__all__ = ["attribute"]

_SPOKEN = (CueObject.CONTENT, CueObject.BLAMED, CueObject.VOICE)
_SEEMING = frozenset(("seem", "appear"))


def attribute(tree: Tree, voices: Voices, speakers: Speakers) -> list[Draft]:
    """Return every statement of a text, in the order of the cues."""
    drafts = turns(tree.parse, voices)
    drafts += _outside(_unmet(_modelled(tree, voices), drafts), drafts)
    searched = search(tree, voices.lexicon, voices)
    whole = [d for d in searched if len(d.cue) == 1 and d.entry is not None and len(d.entry.words) > 2]
    drafts = [d for d in drafts if d.source or not any(_covers_cue(w, d) for w in whole)]  # "let it [be known]"
    sourced = [s for s in searched if s.source]
    unmet = {id(d) for d in _unmet(drafts, sourced)}
    drafts = [d for d in drafts if d.source or id(d) in unmet]
    drafts += _unmet(searched, drafts)
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
    drafts = nested(tree, voices, speakers, drafts)
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
    if verb and tree.parse.words[verb - 1].lower() == "without" and draft.force not in SILENT:
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
    if (entry.object is CueObject.NONE and entry.stance not in REFUSING) or (
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
    said = by_word(d for d in drafts if d.entry is not None)
    return [d for d in drafts if d.entry is not None or not _swallowed(d, said)]


def _swallowed(draft: Draft, said: Mapping[int, Sequence[Draft]]) -> bool:
    """Whether the content of one of others holds nearly all of a draft, cue included."""
    inner = words_in(draft.content) | words_in(draft.cue)
    shared = Counter(id(other) for k in inner for other in said.get(k, ()))
    return any(count > WHOLE * len(inner) for count in shared.values())


def _unmet(drafts: Sequence[Draft], others: Sequence[Draft]) -> list[Draft]:
    """Return the drafts whose cue none of others has."""
    cues, verbs = {k for o in others for k in words_in(o.cue)}, {o.verb for o in others}
    return [d for d in drafts if not words_in(d.cue) & cues and d.verb not in verbs]


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
