"""What a source does with what it says: stance and certainty (design section 2)."""

from dataclasses import dataclass

from onrecord.reading.conditions import WILL, WOULD, condition, scope
from onrecord.reading.cues import cue_at
from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.reading.sides import FIRST, THIRD, is_own_side
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree, top_of
from onrecord.records import Act, Certainty, Span, Stance, VoiceKind
from onrecord.registers import CueObject, HedgeKind

__all__ = ["Verdict", "assess"]

Force = tuple[Stance, Certainty | None]
_HAVE = frozenset(("has", "have", "had", "'ve", "’ve"))
_OUGHT = frozenset(("should", "must", "ought"))
_MAY = frozenset(("may", "might", "could"))
_MEANING = frozenset(
    ("indicate", "mean", "suggest", "show", "say", "constitute", "violate", "breach", "amount", "imply", "be")
)
"""Verbs that tell what something is or would be: "would violate" asserts, where "would follow" expects."""
_STATES = frozenset(("know", "have", "be", "need", "want", "contain", "include", "mean", "own", "belong", "explain"))
_INTENDING = frozenset(("mean", "intend", "aim", "plan"))
_GOING_ON = frozenset(("go", "continue", "keep", "begin", "start"))
_POLITE = frozenset(("thank", "look", "see", "welcome", "say", "take"))
_TRUE = frozenset(("true", "accurate", "correct", "right", "real", "so"))
_OPEN = frozenset(("clear", "know", "known", "certain"))
_HAPPENING = frozenset(("happen", "take", "occur", "exist"))
_NOT_DENIED = frozenset(("doubt", "mandate", "choice", "idea"))
"""Nouns whose "no" denies no act of one's own: "has no mandate" asserts."""
_UNCERTAIN = frozenset((Stance.DECLINES, Stance.WITHHOLDS, Stance.DEMANDS, Stance.DOUBTS))
_SCOPED = frozenset((Stance.DENIES, Stance.DISMISSES, Stance.COMMITS))
_MIND = frozenset(
    (Act.BELIEVE, Act.DOUBT, Act.DENY, Act.DEMAND, Act.PROMISE, Act.EXPECT, Act.DISMISS, Act.RETRACT, Act.ACCUSE)
)
"""Acts that a source performs by saying that it does ("I doubt it", "we urge")."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a source does with a content; condition and scope as ranges of words."""

    stance: Stance
    certainty: Certainty | None
    condition: Span | None = None
    scope: Span | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a content.

    Attributes:
        head: its predicate.
        subject: its subject, wherever that stands.
        own: whether the subject is the source or its side.
        modals: auxiliaries and copulas in lower case.
        negated: whether it or its object is denied.
        passive: whether it tells in the passive of what was never done with arms ("No licence had been issued").
        official: whether the source is a state's organ or speaks for one.
        copula: whether it has one.
        words: lemmas of the predicate and its complements, with their adjectives.
    """

    head: int
    subject: int | None
    own: bool
    modals: set[str]
    negated: bool
    passive: bool
    official: bool
    copula: bool
    words: frozenset[str]


def assess(tree: Tree, speakers: Speakers, draft: Draft) -> Verdict:
    """Return stance, certainty, condition and scope of a statement from its cue and from what is said."""
    head = top_of(tree, draft.content)
    stance, certainty = _hearsay(speakers, draft) if draft.hearsay else _from_cue(draft)
    if stance is Stance.COMMITS and tree.parse.quoted[head] and tree.is_finite(head):
        stance, certainty = Stance.ASSERTS, Certainty.CERTAIN  # "offered this much: “...”": the quotation tells
    if stance is Stance.ASSERTS and not draft.hearsay:
        stance, certainty = _from_content(tree, speakers, draft, head, certainty)
    if draft.soft is not None and stance is Stance.ASSERTS:
        stance, certainty = draft.soft.stance, draft.soft.certainty
    if stance is Stance.DENIES and _dismissed_as(tree, speakers, draft):
        stance = Stance.DISMISSES
    hedged = _hedge(tree, speakers, draft, head)
    if certainty is not None and hedged is not None:
        certainty = max(certainty, hedged, key=list(Certainty).index)
    limits = scope(tree, draft, head) if stance in _SCOPED else None
    return Verdict(stance, None if stance in _UNCERTAIN else certainty, condition(tree, draft, head), limits)


def _dismissed_as(tree: Tree, speakers: Speakers, draft: Draft) -> bool:
    """Whether a denial only attacks: "rejected the report as baseless"."""
    if draft.verb is None:
        return False
    beside = tree.children(draft.verb, "xcomp", "obl", "advcl")
    found = [r for k in beside if (r := speakers.voices.lexicon.rebuttals.get(tree.lemmas[k])) is not None]
    return any(r.stance is Stance.DISMISSES for r in found)


def _from_cue(draft: Draft) -> Force:
    entry = draft.entry
    if entry is None:
        return Stance.ASSERTS, Certainty.CERTAIN
    stance = (entry.negated or Stance.ASSERTS) if draft.denied else entry.stance
    certainty = entry.certainty if not draft.denied else Certainty.CERTAIN
    return stance, None if stance in _UNCERTAIN else certainty or Certainty.CERTAIN


def _hearsay(speakers: Speakers, draft: Draft) -> Force:
    lemmas, table = speakers.tree.lemmas, speakers.voices.lexicon.hearsay
    for i in range(draft.cue[0][0], draft.cue[-1][1]):
        found = table.longest(lemmas, i)
        if found is not None:
            return found.entry.stance, found.entry.certainty
    return Stance.ASSERTS, Certainty.CERTAIN


def _clause(tree: Tree, speakers: Speakers, draft: Draft, head: int) -> Clause:
    subject = tree.subject(head)
    own = False
    if subject is not None and covers(draft.content, subject):
        own = is_own_side(tree, speakers, draft, subject)
        own = own or (_none_there(tree, head) and speakers.same_side(draft.source[0], head) if draft.source else False)
    elif subject is not None:
        own = covers(draft.source, subject) or tree.parse.words[subject].lower() in THIRD
    near: tuple[int, ...] = (head, *tree.children(head, "xcomp", "obl", "obj"))
    said = words_in(draft.content)
    if not any(tree.parse.upos[k] in ("VERB", "AUX") for k in said):
        near = tuple(said)  # "called the allegations unfounded": no clause, so that every word counts
    return Clause(
        head,
        subject,
        own,
        tree.modals(head),
        bool(tree.negations(head)) or _denied_noun(tree, head) or tree.has_no_subject(head) or _none_there(tree, head),
        tree.is_passive(head) and (tree.has_no_subject(head) or _never(tree, head)) and _of_arms(tree, speakers, said),
        bool(draft.source) and speakers.is_official(draft.source[0]),
        tree.child(head, "cop") is not None,
        frozenset(tree.lemmas[k] for o in near for k in (o, *tree.children(o, "amod", "compound"))),
    )


def _never(tree: Tree, head: int) -> bool:
    return any(tree.parse.words[k].lower() == "never" for k in tree.negations(head))


def _of_arms(tree: Tree, speakers: Speakers, words: set[int]) -> bool:
    """Whether words speak of arms or of trade in them."""
    table = speakers.voices.lexicon.subjects
    return any((tree.lemmas[k], tree.parse.upos[k].lower()) in table for k in words)


def _from_content(tree: Tree, speakers: Speakers, draft: Draft, head: int, certainty: Certainty | None) -> Force:
    """Return what a plain "said" turns out to be: a denial, a commitment, an expectation, a demand, ..."""
    clause = _clause(tree, speakers, draft, head)
    if draft.author and (tree.lemmas[head] == "unclear" or (clause.negated and tree.lemmas[head] in _OPEN)):
        return Stance.WITHHOLDS, None  # "It is not clear whether"
    rebuttals = {r.stance for word in clause.words if (r := speakers.voices.lexicon.rebuttals.get(word)) is not None}
    if draft.entry is not None and (draft.entry.act is Act.ACCUSE or draft.entry.object is CueObject.BLAMED):
        # "slammed the president for not using the word": what somebody is blamed for is no denial of the source's
        return _rebuttal(tree, clause, rebuttals) or (Stance.ASSERTS, certainty)
    if _asks(tree, draft):
        return Stance.ASSERTS, certainty  # "How will I survive?" binds nobody
    if [tree.lemmas[k] for k in sorted(words_in(draft.content)) if tree.parse.upos[k] != "PUNCT"] == ["not"]:
        return Stance.DENIES, certainty  # "The firm says not"
    inner = _inner_cue(tree, speakers, draft, clause)
    if inner is not None and Stance.DISMISSES not in rebuttals:
        return inner
    assured = tree.child(head, "ccomp")
    first = clause.subject is not None and tree.parse.words[clause.subject].lower() in FIRST
    if clause.own and first and assured is not None and covers(draft.content, assured):
        return _from_content(tree, speakers, draft, assured, certainty)  # "I can assure you that ..."
    return _rebuttal(tree, clause, rebuttals) or _modal(tree, clause, certainty)


def _asks(tree: Tree, draft: Draft) -> bool:
    """Whether what is said is a question."""
    last = max(words_in(draft.content))
    return "?" in tree.parse.words[max(0, last - 2) : last + 2]


def _rebuttal(tree: Tree, clause: Clause, rebuttals: set[Stance]) -> Force | None:
    """Return how a clause answers a report: "is fiction and never took place", "is false", "baseless accusations"."""
    never = any(
        tree.lemmas[k] in _HAPPENING and tree.negations(k) for k in (clause.head, *tree.children(clause.head, "conj"))
    )
    untrue = clause.copula and clause.negated and tree.lemmas[clause.head] in _TRUE
    if never or untrue or (clause.copula and Stance.DENIES in rebuttals and not clause.negated):
        return Stance.DENIES, Certainty.CERTAIN
    if Stance.DISMISSES in rebuttals and not clause.negated:
        return Stance.DISMISSES, Certainty.CERTAIN
    return None


def _modal(tree: Tree, clause: Clause, certainty: Certainty | None) -> Force:
    """Return what the modals of a clause make of it, and who its subject is."""
    head, modals = clause.head, clause.modals
    lemma = tree.lemmas[head]
    if _is_imperative(tree, clause):
        return Stance.DEMANDS, None
    if modals & _OUGHT or (lemma == "need" and tree.child(head, "xcomp") is not None):
        return Stance.DEMANDS, None
    if clause.negated and clause.own and modals & WILL and modals & _HAVE:
        return Stance.DENIES, certainty  # "has not and will not"
    if (
        modals & WILL
        or _to_come(tree, head)
        or (tree.parse.words[head].lower() == "going" and tree.child(head, "xcomp") is not None)
    ):
        return (Stance.COMMITS if clause.own else Stance.EXPECTS), certainty
    if modals & WOULD:
        meaning = lemma in _MEANING or (clause.copula and tree.parse.upos[head] in ("NOUN", "PRON"))
        unreal = bool(modals & _HAVE) or tree.parse.words[head].lower().endswith("ing")  # "we would be looking at"
        own = clause.own and not unreal
        return (Stance.COMMITS if own else Stance.ASSERTS if meaning else Stance.EXPECTS), certainty
    if clause.own and not clause.negated and lemma in _INTENDING and _to_follows(tree, head):
        return Stance.COMMITS, certainty  # "still means to build the helicopters"
    if clause.negated and clause.passive and clause.official:
        return Stance.DENIES, certainty  # a minister's "No licence had been issued": who would issue it but his side
    if clause.negated:
        return (Stance.DENIES if clause.own else Stance.ASSERTS), certainty
    if modals & _MAY and not clause.copula and not modals & _HAVE and lemma not in _STATES:
        return Stance.EXPECTS, certainty
    return Stance.ASSERTS, certainty


def _over_gap(tree: Tree, speakers: Speakers, draft: Draft, head: int) -> Force | None:
    """Return the stance of a phrase that a reporting clause interrupts: "she had no reason, she added, to question it"."""
    if len(draft.content) < 2:
        return None
    said = sorted(words_in(draft.content))
    clear = [k for k in said if tree.parse.upos[k] != "PUNCT"]
    if head not in clear:
        return None
    found = speakers.voices.lexicon.phrases.longest([tree.lemmas[k] for k in clear], clear.index(head))
    if found is None or found.entry.stance is Stance.ASSERTS:
        return None
    across = clear[found.end - 1] - head > found.end - found.start
    return (found.entry.stance, found.entry.certainty) if across else None


def _urged(tree: Tree, head: int) -> int | None:
    """Return "urging" of "went on urging them", where the tree makes an adverbial of it."""
    if tree.lemmas[head] not in _GOING_ON:
        return None
    return next((k for k in tree.children(head, "advcl") if head < k <= head + 2 and tree.own_subject(k) is None), None)


def _is_imperative(tree: Tree, clause: Clause) -> bool:
    """Whether a quotation orders: "Stop the deliveries", "Let the council vote"; "Thank you" and "See you" do not."""
    head = clause.head
    bare = tree.parse.upos[head] == "VERB" and tree.parse.words[head].lower() == tree.lemmas[head]
    if not bare or not tree.parse.quoted[head] or clause.subject is not None or tree.auxiliaries(head):
        return False
    first = min(k for k in tree.subtree(head) if tree.parse.upos[k] not in ("PUNCT", "CCONJ", "INTJ"))
    return tree.relation(head) in ("root", "ccomp", "parataxis") and first == head and tree.lemmas[head] not in _POLITE


def _body_sees(tree: Tree, speakers: Speakers, clause: Clause) -> bool:
    """Whether the subject is a state or a body: what "the administration has seen no evidence" says its advisers say too."""
    known = speakers.voices.in_gazetteer(clause.subject) if clause.subject is not None else None
    return known in (VoiceKind.GOVERNMENT, VoiceKind.ORGANISATION) and _silent_phrase(tree, speakers, clause.head)


def _silent_phrase(tree: Tree, speakers: Speakers, head: int) -> bool:
    """Whether a predicate stands in a phrase of silence ("has seen no evidence")."""
    found = (speakers.voices.lexicon.phrases.longest(tree.lemmas, i) for i in range(max(0, head - 2), head + 1))
    return any(f is not None and f.end > head and f.entry.stance is Stance.WITHHOLDS for f in found)


def _to_follows(tree: Tree, head: int) -> bool:
    return tree.parse.words[head + 1 : head + 2] == ("to",)


def _to_come(tree: Tree, head: int) -> bool:
    """Whether a headline speaks of what is to come by an infinitive: "US to supply aircraft instead"."""
    a, _ = tree.parse.sentences[tree.sentence_of[head]]
    return (
        tree.in_headline(head)
        and head > a + 1
        and tree.parse.words[head - 1].lower() == "to"
        and tree.relation(head) != "xcomp"
    )


def _inner_cue(tree: Tree, speakers: Speakers, draft: Draft, clause: Clause) -> Force | None:
    """Return the stance of "he had no information", "I doubt it", "there is no evidence", said by the source itself."""
    head, lexicon = clause.head, speakers.voices.lexicon
    if not clause.own and not _body_sees(tree, speakers, clause):
        expletive = tree.parse.words[head].lower() == "there" or tree.child(head, "expl") is not None
        for i in range(min(words_in(draft.content)), head + 4) if expletive else ():
            found = lexicon.phrases.longest(tree.lemmas, i)
            if found is not None and found.entry.stance is Stance.WITHHOLDS:
                return Stance.WITHHOLDS, None
        return None
    deeper = tree.child(head, "xcomp") if tree.lemmas[head] in _GOING_ON else None
    deeper = deeper if deeper is not None else _urged(tree, head)
    head = head if deeper is None else deeper  # "went on urging them to stop"
    if clause.negated and tree.parse.upos[head] == "ADJ":
        state = lexicon.cue(tree.lemmas[head], "adjective")
        if state is not None and state.negated is not None:
            return state.negated, None if state.negated in _UNCERTAIN else state.certainty
    split = _over_gap(tree, speakers, draft, head)
    if split is not None:
        return split
    for i in range(max(0, head - 4), head + 1):
        cue = cue_at(tree, lexicon, i)
        if cue is None or not covers(draft.content, i) or not (cue.verb == head or cue.span[0] <= head < cue.span[1]):
            continue
        if cue.denied and "never" in (tree.parse.words[k].lower() for k in tree.negations(cue.verb)):
            continue  # "I had never seen one" is no want of evidence
        plain = len(cue.entry.words) == 1 and cue.entry.act not in _MIND and not cue.denied
        if not plain and cue.stance is not None and cue.stance is not Stance.ASSERTS:
            return cue.stance, None if cue.stance in _UNCERTAIN else cue.entry.certainty or Certainty.CERTAIN
    return None


def _none_there(tree: Tree, head: int) -> bool:
    """Whether a clause says that there are none: "there were no soldiers"."""
    expletive = any(tree.parse.words[k].lower() == "there" for k in tree.children(head, "expl", "nsubj", "advmod"))
    return expletive and any(tree.parse.words[d].lower() == "no" for d in tree.children(head, "det"))


def _denied_noun(tree: Tree, head: int) -> bool:
    """Whether the object is denied: "had no involvement", "sent nothing"; "no doubt" and the like are no denial."""
    for k in tree.children(head, "obj"):
        if tree.lemmas[k] in ("nothing", "nobody", "none"):
            return True
        if any(tree.parse.words[d].lower() == "no" for d in tree.children(k, "det")):
            return tree.lemmas[k] not in _NOT_DENIED
    return False


def _hedge(tree: Tree, speakers: Speakers, draft: Draft, head: int) -> Certainty | None:
    """Return the lowest certainty of the hedges that touch the main predicate of a content."""
    near = {head, *tree.auxiliaries(head), *tree.children(head, "advmod", "xcomp", "obl")}
    parent = tree.parse.heads[head]
    if parent is not None and covers(draft.content, parent):
        near.add(parent)
    met = []
    for i in near:
        if not covers(draft.content, i) and not covers(draft.cue, i):
            continue
        hedges = speakers.voices.lexicon.hedges
        modal = hedges.exact([tree.parse.words[i]]) if tree.parse.upos[i] == "AUX" else None
        found = hedges.longest(tree.lemmas, i)
        hedge = modal or (found.entry if found is not None else None)
        if hedge is None or (hedge.kind is HedgeKind.MODAL and tree.parse.upos[i] != "AUX"):
            continue
        if tree.parse.words[i].lower() == "could" and tree.negations(head):
            continue  # "could not confirm" is no guess
        met.append(hedge.certainty)
    return max(met, key=list(Certainty).index, default=None)
