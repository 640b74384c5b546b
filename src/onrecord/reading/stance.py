"""What a source does with what it says: stance and certainty (design section 2)."""

from dataclasses import dataclass

from onrecord.reading.clauses import Clause, asks, clause_of, is_imperative, is_to, to_come, to_follows
from onrecord.reading.conditions import WILL, WOULD, condition, scope
from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.reading.granted import granted
from onrecord.reading.inner import UNCERTAIN, Force, inner_cue
from onrecord.reading.sides import FIRST
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree, top_of
from onrecord.records import Act, Certainty, Span, Stance
from onrecord.registers import CueObject, HedgeKind

__all__ = ["Verdict", "assess"]

_HAVE = frozenset(("has", "have", "had", "'ve", "’ve"))
_OUGHT = frozenset(("should", "must", "ought"))
_SHORT = 4
"""Words of an answer that is no more than a no, at most."""
_MAY = frozenset(("may", "might", "could"))
_MEANING = frozenset(
    ("indicate", "mean", "suggest", "show", "say", "constitute", "violate", "breach", "amount", "imply", "be")
)
"""Verbs that tell what something is or would be: "would violate" asserts, where "would follow" expects."""
_STATES = frozenset(("know", "have", "be", "need", "want", "contain", "include", "mean", "own", "belong", "explain"))
_READY = frozenset(("ready", "prepared", "willing", "committed", "determined", "bound"))
_INTENDING = frozenset(("mean", "intend", "aim", "plan"))
_ERRING = frozenset(("wrong", "mistaken"))
_LIKELY = frozenset(("likely", "unlikely", "sure", "set", "due", "bound", "certain", "poised"))
_DECISIONS = frozenset(
    (
        "decision", "measure", "sanction", "cap", "ban", "plan", "proposal", "resolution", "bill", "law", "deal", "demand",
        "call", "ultimatum", "offer", "vote", "move", "policy", "listing", "embargo", "pressure", "interference",
    )
)  # fmt: skip
_TRUE = frozenset(("true", "accurate", "correct", "right", "real", "so"))
_OPEN = frozenset(("clear", "know", "known", "certain"))
_ASKING = frozenset(("whether", "if", "how", "when", "where", "who", "what", "which", "why"))
_STAYING = frozenset(("remain", "stay", "seem"))
_NOBODY = frozenset(("nobody", "none"))
_HAPPENING = frozenset(("happen", "take", "occur", "exist"))
_SCOPED = frozenset((Stance.DENIES, Stance.DISMISSES, Stance.COMMITS))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a source does with a content; condition and scope as ranges of words."""

    stance: Stance
    certainty: Certainty | None
    condition: Span | None = None
    scope: Span | None = None


def assess(tree: Tree, speakers: Speakers, draft: Draft) -> Verdict:
    """Return stance, certainty, condition and scope of a statement from its cue and from what is said."""
    head = top_of(tree, draft.content)
    tied = condition(tree, draft, head)
    head = _main(tree, draft, head, tied)
    stance, certainty = _hearsay(speakers, draft) if draft.hearsay else _from_cue(tree, draft)
    if stance is Stance.COMMITS and tree.parse.quoted[head] and tree.is_finite(head):
        stance, certainty = Stance.ASSERTS, Certainty.CERTAIN  # "offered this much: “...”": the quotation tells
    if stance is Stance.ASSERTS and not draft.hearsay:
        stance, certainty = _from_content(tree, speakers, draft, head, certainty)
    if draft.soft is not None and stance is Stance.ASSERTS:
        stance, certainty = draft.soft.stance, draft.soft.certainty
    if stance is Stance.DENIES and _opposes(tree, draft, head):
        stance = Stance.ASSERTS
    if stance is Stance.DENIES and _dismissed_as(tree, speakers, draft):
        stance = Stance.DISMISSES
    hedged = _hedge(tree, speakers, draft, head)
    if certainty is not None and hedged is not None:
        certainty = max(certainty, hedged, key=list(Certainty).index)
    limits = scope(tree, draft, head) if stance in _SCOPED else None
    return Verdict(stance, None if stance in UNCERTAIN else certainty, tied, limits)


def _main(tree: Tree, draft: Draft, head: int, tied: Span | None) -> int:
    """Return the predicate a condition is tied to, where the tree has taken that of the condition for it."""
    if tied is None or not tied[0] <= head < tied[1]:
        return head
    said = sorted(k for k in words_in(draft.content) if not tied[0] <= k < tied[1])
    finite = [
        k for k in said if (tree.parse.upos[k] == "VERB" or tree.child(k, "cop") is not None) and tree.is_finite(k)
    ]
    return next((k for k in finite if tree.own_subject(k) is not None or tree.modals(k)), head)


def _opposes(tree: Tree, draft: Draft, head: int) -> bool:
    """Whether what is rejected is no account but a decision: "rejects the price cap" takes a stand and denies no fact."""
    cue = draft.entry is not None and draft.entry.act is Act.DENY and not draft.denied and draft.verb is not None
    return bool(cue) and tree.parse.upos[head] in ("NOUN", "PROPN") and tree.lemmas[head] in _DECISIONS


def _dismissed_as(tree: Tree, speakers: Speakers, draft: Draft) -> bool:
    """Whether a denial only attacks: "rejected the report as baseless"."""
    if draft.verb is None:
        return False
    beside = tree.children(draft.verb, "xcomp", "obl", "advcl")
    found = [r for k in beside if (r := speakers.voices.lexicon.rebuttals.get(tree.lemmas[k])) is not None]
    return any(r.stance is Stance.DISMISSES for r in found)


def _from_cue(tree: Tree, draft: Draft) -> Force:
    entry = draft.entry
    if entry is None:
        return Stance.ASSERTS, Certainty.CERTAIN
    stance = (entry.negated or Stance.ASSERTS) if draft.denied else entry.stance
    if draft.denied and draft.verb is not None and entry.stance is Stance.DENIES and _is_over(tree, draft.verb):
        stance = Stance.ASSERTS  # who "no longer disputes" it owns up to it
    certainty = entry.certainty if not draft.denied else Certainty.CERTAIN
    return stance, None if stance in UNCERTAIN else certainty or Certainty.CERTAIN


def _is_over(tree: Tree, verb: int) -> bool:
    """Whether something is done "no longer", or not "any longer", "any more"."""
    near = " ".join(tree.parse.words[max(0, verb - 4) : verb + 6]).lower()
    return any(words in near for words in ("no longer", "any longer", "any more", "anymore"))


def _hearsay(speakers: Speakers, draft: Draft) -> Force:
    lemmas, table = speakers.tree.lemmas, speakers.voices.lexicon.hearsay
    for i in range(draft.cue[0][0], draft.cue[-1][1]):
        found = table.longest(lemmas, i)
        if found is not None:
            return found.entry.stance, found.entry.certainty
    return Stance.ASSERTS, Certainty.CERTAIN


def _from_content(tree: Tree, speakers: Speakers, draft: Draft, head: int, certainty: Certainty | None) -> Force:
    """Return what a plain "said" turns out to be: a denial, a commitment, an expectation, a demand, ..."""
    clause = clause_of(tree, speakers, draft, head)
    if _leaves_open(tree, draft, clause, head):
        return Stance.WITHHOLDS, None
    rebuttals = {r.stance for word in clause.words if (r := speakers.voices.lexicon.rebuttals.get(word)) is not None}
    if draft.entry is not None and (draft.entry.act is Act.ACCUSE or draft.entry.object is CueObject.BLAMED):
        # "slammed the president for not using the word": what somebody is blamed for is no denial of the source's
        return _blamed(tree, speakers, draft) or (Stance.ASSERTS, certainty)
    if draft.entry is not None and draft.entry.act is Act.ADMIT and clause.negated:
        return Stance.ASSERTS, certainty  # "admitted that it had never checked" denies nothing
    if asks(tree, draft):
        return Stance.ASSERTS, certainty  # "How will I survive?" binds nobody
    told = granted(tree, draft, head)
    if told is not None and not draft.author:
        return told
    if _says_no(tree, draft):
        return Stance.DENIES, certainty
    if _no_comment(tree, draft):
        return Stance.DECLINES, None
    inner = inner_cue(tree, speakers, draft, clause)
    if inner is not None and Stance.DISMISSES not in rebuttals:
        return inner
    assured = tree.child(head, "ccomp")
    first = clause.subject is not None and tree.parse.words[clause.subject].lower() in FIRST
    if clause.own and first and assured is not None and covers(draft.content, assured):
        return _from_content(tree, speakers, draft, assured, certainty)  # "I can assure you that ..."
    return _rebuttal(tree, clause, rebuttals) or _modal(tree, clause, certainty)


def _leaves_open(tree: Tree, draft: Draft, clause: Clause, head: int) -> bool:
    """Whether nobody is said to know: "It is not clear whether"; of what a source says only where "it" leaves a question open."""
    state = tree.child(head, "xcomp") if tree.lemmas[head] in _STAYING else None
    told = tree.lemmas[state if state is not None else head]
    nobody = tree.parse.words[clause.subject].lower() in _NOBODY if clause.subject is not None else False
    is_open = told == "unclear" or ((clause.negated or nobody) and told in _OPEN)
    if draft.author or not is_open:
        return is_open
    after = max(head, state or head) + 1
    asked = any(word.lower() in _ASKING for word in tree.parse.words[after : after + 2])
    nobody = nobody or tree.has_no_subject(head)
    return asked and (nobody or tree.child(head, "expl") is not None)


def _says_no(tree: Tree, draft: Draft) -> bool:
    """Whether all that is said is a no: "The firm says not", "Not us, he said", "“Never directly,” she answered"."""
    words = [k for k in sorted(words_in(draft.content)) if tree.parse.upos[k] != "PUNCT"]
    verbal = any(tree.parse.upos[k] in ("VERB", "AUX") for k in words)
    return (
        bool(words) and not verbal and len(words) <= _SHORT and tree.parse.words[words[0]].lower() in ("not", "never")
    )


def _no_comment(tree: Tree, draft: Draft) -> bool:
    """Whether all that is said is that nothing will be: "“No comment,” the director said"."""
    words = [tree.lemmas[k] for k in sorted(words_in(draft.content)) if tree.parse.upos[k] != "PUNCT"]
    return words[:2] == ["no", "comment"] and len(words) <= _SHORT


def _blamed(tree: Tree, speakers: Speakers, draft: Draft) -> Force | None:
    """Return how a source answers by what it calls a thing: "called the charge ludicrous", "called it false that"."""
    rebuttals = speakers.voices.lexicon.rebuttals
    found = [r.stance for k in words_in(draft.content) if (r := rebuttals.get(tree.lemmas[k])) is not None]
    return (Stance.DENIES if Stance.DENIES in found else found[0], Certainty.CERTAIN) if found else None


def _rebuttal(tree: Tree, clause: Clause, rebuttals: set[Stance]) -> Force | None:
    """Return how a clause answers a report: "is fiction and never took place", "is false", "baseless accusations"."""
    never = any(
        tree.lemmas[k] in _HAPPENING and tree.negations(k) for k in (clause.head, *tree.children(clause.head, "conj"))
    )
    if clause.own and clause.copula and not clause.negated and tree.lemmas[clause.head] in _ERRING:
        return Stance.RETRACTS, Certainty.CERTAIN  # "We were wrong about the airline"
    untrue = clause.copula and clause.negated and tree.lemmas[clause.head] in _TRUE
    if never or untrue or (clause.copula and Stance.DENIES in rebuttals and not clause.negated):
        return Stance.DENIES, Certainty.CERTAIN
    verbless = tree.parse.upos[clause.head] not in ("VERB", "AUX") and not clause.copula  # "Gossip, nothing more"
    if Stance.DISMISSES in rebuttals and (verbless or not clause.negated):
        return Stance.DISMISSES, Certainty.CERTAIN
    return None


def _modal(tree: Tree, clause: Clause, certainty: Certainty | None) -> Force:
    """Return what the modals of a clause make of it, and who its subject is."""
    head, modals = clause.head, clause.modals
    lemma = tree.lemmas[head]
    needs = lemma == "need" and tree.child(head, "xcomp") is not None
    if is_imperative(tree, clause) or modals & _OUGHT or needs:
        return Stance.DEMANDS, None
    if clause.negated and clause.own and modals & WILL and modals & _HAVE:
        return Stance.DENIES, certainty  # "has not and will not"
    if lemma in _LIKELY and clause.copula and to_follows(tree, head):
        return Stance.EXPECTS, certainty
    if modals & WILL or to_come(tree, head) or is_to(tree, head):
        binds = clause.own or (clause.impersonal and clause.authority)  # "the certificates will be checked"
        return (Stance.COMMITS if binds else Stance.EXPECTS), certainty
    if modals & WOULD:
        return _would(tree, clause), certainty
    if clause.own and not clause.negated and lemma in _INTENDING | _READY and to_follows(tree, head):
        return Stance.COMMITS, certainty  # "still means to build the helicopters"
    if clause.undone and clause.authority:
        return Stance.DENIES, certainty  # a minister's "No licence had been issued": who would issue it but his side
    if clause.negated:
        return (Stance.DENIES if clause.own else Stance.ASSERTS), certainty
    if modals & _MAY and not clause.copula and not modals & _HAVE and lemma not in _STATES:
        return Stance.EXPECTS, certainty
    return Stance.ASSERTS, certainty


def _would(tree: Tree, clause: Clause) -> Stance:
    """Return what a conditional tells: a commitment of who says it, an expectation, or what was not or what is meant."""
    head = clause.head
    if clause.modals & _HAVE:
        return Stance.ASSERTS  # "would have caught the shipment" tells what was not
    unreal = tree.parse.words[head].lower().endswith("ing")  # "we would be looking at"
    meaning = tree.lemmas[head] in _MEANING or (clause.copula and tree.parse.upos[head] in ("NOUN", "PRON"))
    if meaning and not clause.own:
        return Stance.ASSERTS  # "the supply of drones would violate the resolution"
    if (clause.own or (clause.impersonal and clause.authority and not clause.copula)) and not unreal:
        return Stance.COMMITS
    return Stance.ASSERTS if meaning else Stance.EXPECTS


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
        found = tree.longest(hedges, i)
        hedge = modal or (found.entry if found is not None else None)
        if hedge is None or (hedge.kind is HedgeKind.MODAL and tree.parse.upos[i] != "AUX"):
            continue
        if tree.parse.words[i].lower() == "could" and tree.negations(head):
            continue  # "could not confirm" is no guess
        met.append(hedge.certainty)
    return max(met, key=list(Certainty).index, default=None)
