"""The stance that what is said gives itself: "he had no information", "I doubt it", "there is no evidence"."""

from onrecord.reading.clauses import Clause
from onrecord.reading.conditions import WILL
from onrecord.reading.cues import cue_at
from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree
from onrecord.records import Act, Certainty, Stance, VoiceKind

__all__ = ["UNCERTAIN", "Force", "inner_cue"]

Force = tuple[Stance, Certainty | None]
UNCERTAIN = frozenset((Stance.DECLINES, Stance.WITHHOLDS, Stance.DEMANDS, Stance.DOUBTS))
"""Stances that have no certainty."""
_GOING_ON = frozenset(("go", "continue", "keep", "begin", "start"))
_MIND = frozenset(
    (Act.BELIEVE, Act.DOUBT, Act.DENY, Act.DEMAND, Act.PROMISE, Act.EXPECT, Act.DISMISS, Act.RETRACT, Act.ACCUSE)
)
"""Acts that a source performs by saying that it does ("I doubt it", "we urge")."""


def inner_cue(tree: Tree, speakers: Speakers, draft: Draft, clause: Clause) -> Force | None:
    """Return the stance of "he had no information", "I doubt it", "there is no evidence", said by the source itself."""
    head, lexicon = clause.head, speakers.voices.lexicon
    if not clause.own and not _body_sees(tree, speakers, clause):
        expletive = tree.parse.words[head].lower() == "there" or tree.child(head, "expl") is not None
        for i in range(min(words_in(draft.content)), head + 4) if expletive else ():
            found = tree.longest(lexicon.phrases, i)
            if found is not None and found.entry.stance is Stance.WITHHOLDS:
                return Stance.WITHHOLDS, None
        return _past_marks(tree, speakers, head) if expletive else None
    head = _carried_on(tree, head)
    told = _state_denied(tree, speakers, clause) or _over_gap(tree, speakers, draft, head)
    if told is not None:
        return told
    for i in range(max(0, head - 4), head + 1):
        cue = cue_at(tree, lexicon, i)
        if cue is None or not covers(draft.content, i) or not (cue.verb == head or cue.span[0] <= head < cue.span[1]):
            continue
        if cue.denied and "never" in (tree.parse.words[k].lower() for k in tree.negations(cue.verb)):
            continue  # "I had never seen one" is no want of evidence
        if cue.entry.act is Act.RETRACT and (tree.is_passive(cue.verb) or tree.modals(cue.verb) & WILL):
            continue  # "its licence will be withdrawn" takes back no words
        plain = len(cue.entry.words) == 1 and cue.entry.act not in _MIND and not cue.denied
        if not plain and cue.stance is not None and cue.stance is not Stance.ASSERTS:
            return cue.stance, None if cue.stance in UNCERTAIN else cue.entry.certainty or Certainty.CERTAIN
    return None


def _past_marks(tree: Tree, speakers: Speakers, head: int) -> Force | None:
    """Return the stance of a phrase of silence with a quotation mark in it: "there is “no evidence” for the claim"."""
    near = [k for k in range(max(0, head - 2), min(head + 6, len(tree.parse.words))) if tree.parse.upos[k] != "PUNCT"]
    lemmas = [tree.lemmas[k] for k in near]
    found = (speakers.voices.lexicon.phrases.longest(lemmas, i) for i in range(len(lemmas)))
    withheld = any(f is not None and f.entry.stance is Stance.WITHHOLDS for f in found)
    return (Stance.WITHHOLDS, None) if withheld else None


def _over_gap(tree: Tree, speakers: Speakers, draft: Draft, head: int) -> Force | None:
    """Return the stance of a phrase that a reporting clause interrupts: "she had no reason, she added, to question it"."""
    said = sorted(words_in(draft.content))
    clear = [k for k in said if tree.parse.upos[k] not in ("PUNCT", "ADV")]
    if head not in clear:
        return None
    at = clear.index(head)
    lemmas = [tree.lemmas[k] for k in clear]
    starts = (at, max(0, at - 1), max(0, at - 2))
    found = next((f for i in starts if (f := speakers.voices.lexicon.phrases.longest(lemmas, i)) and f.end > at), None)
    if found is None or found.entry.stance is Stance.ASSERTS:
        return None
    across = clear[found.end - 1] - clear[found.start] >= found.end - found.start
    return (found.entry.stance, found.entry.certainty) if across else None


def _carried_on(tree: Tree, head: int) -> int:
    """Return "urging" of "went on urging them", as complement or as adverbial in the tree; else the word itself."""
    if tree.lemmas[head] not in _GOING_ON:
        return head
    near = (k for k in tree.children(head, "advcl") if head < k <= head + 2 and tree.own_subject(k) is None)
    complement = tree.child(head, "xcomp")
    return complement if complement is not None else next(near, head)


def _state_denied(tree: Tree, speakers: Speakers, clause: Clause) -> Force | None:
    """Return the stance of a state of mind that is denied: "is not aware of it" withholds."""
    if not clause.negated or tree.parse.upos[clause.head] != "ADJ":
        return None
    state = speakers.voices.lexicon.cue(tree.lemmas[clause.head], "adjective")
    if state is None or state.negated is None:
        return None
    return state.negated, None if state.negated in UNCERTAIN else state.certainty


def _body_sees(tree: Tree, speakers: Speakers, clause: Clause) -> bool:
    """Whether the subject is a state or a body: what "the administration has seen no evidence" says its advisers say too."""
    known = speakers.voices.in_gazetteer(clause.subject) if clause.subject is not None else None
    noun = speakers.voices.noun_at(clause.subject) if clause.subject is not None else None
    known = known or (noun.kind if noun is not None else None)
    if noun is not None and noun.kind in (VoiceKind.PERSON, VoiceKind.GROUP):
        return _silent_phrase(tree, speakers, clause.head)  # "Investigators have seen no evidence"
    return known in (VoiceKind.GOVERNMENT, VoiceKind.ORGANISATION) and _silent_phrase(tree, speakers, clause.head)


def _silent_phrase(tree: Tree, speakers: Speakers, head: int) -> bool:
    """Whether a predicate stands in a phrase of silence ("has seen no evidence")."""
    found = (tree.longest(speakers.voices.lexicon.phrases, i) for i in range(max(0, head - 2), head + 1))
    return any(f is not None and f.end > head and f.entry.stance is Stance.WITHHOLDS for f in found)
