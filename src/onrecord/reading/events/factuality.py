"""Factuality: how sure each voice is that an event took place, by FactBank's values (Sauri and Pustejovsky 2009)."""

from collections.abc import Sequence

from onrecord.reading.dates.words import listed
from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.stance import Verdict
from onrecord.reading.tree import Tree
from onrecord.records import Certainty, Stance
from onrecord.records import Factuality as Value

__all__ = ["Judge"]

_POSSIBLE = frozenset(("may", "might", "could"))
_OPEN_VERBS = listed(
    "plan intend want try seek ask urge call offer threaten promise agree prepare propose "
    "consider aim hope demand require allow vow pledge discuss negotiate approve authorise authorize order "
    "tell bind oblige warn attempt commit decide poise request"
)
"""Verbs and nouns whose complement is not said to happen."""
_NEGATIVE = listed("refuse fail decline deny prevent stop block avoid forgo veto rule")
"""Verbs whose complement is said not to happen."""
_PRESUMING = listed("stop halt end cease suspend resume continue regret admit acknowledge")
"""Verbs that presuppose what they stop or own up to."""
_FACTIVE = frozenset(("admit", "acknowledge", "confirm", "note", "regret", "know", "reveal", "concede"))
_UNREAL = frozenset(("if", "unless", "whether", "should"))
_DEFINITE = listed("the this that these those its their his her our both")
_CIRCUMSTANCES = frozenset(("where", "when", "how", "why"))
_PLANS = frozenset(("plan", "intention", "intent", "wish"))
_LIKELY = listed("believe think suggest indicate suspect assume guess estimate appear seem expect")
"""Verbs whose complement is told as probable."""
_UNTRUE = listed("fiction false untrue myth invention fabrication fake lie fantasy hoax")
_ACCOUNTS = listed(
    "claim report allegation accusation assertion charge rumour rumor suggestion story statement idea news"
)
"""Nouns for what others tell."""
STEPS = 6
"""Words up the tree that can bear on an event, at most."""


class Judge:
    """Judges the events of one document."""

    def __init__(self, tree: Tree, statements: Sequence[tuple[str, Draft, Verdict]]) -> None:
        """Take the statements with their ids; the author's among them."""
        self.tree = tree
        self.statements = [(id_, draft, verdict, words_in(draft.content)) for id_, draft, verdict in statements]
        self._all = set(range(len(tree.parse.words)))
        self._holding: dict[int, list[int]] = {}
        for n, (*_, said) in enumerate(self.statements):
            for k in said:
                self._holding.setdefault(k, []).append(n)

    def holding(self, head: int) -> Sequence[int]:
        """Return the places in ``statements`` of those in whose content a word stands."""
        return self._holding.get(head, ())

    def of(self, head: int) -> dict[str, Value]:
        """Return a value for the author and for each statement in whose content the event stands."""
        holders = [s for n in self.holding(head) if not (s := self.statements[n])[1].author]
        local = self._local(head, self._all)
        if not holders:
            return {"author": local}
        found = {"author": Value.UNCOMMITTED}
        inner = min(holders, key=lambda s: len(s[3]))
        for id_, draft, verdict, said in holders:
            if draft is not inner[1]:
                found[id_] = Value.UNCOMMITTED
                continue
            found[id_] = self._for_voice(self._local(head, said), draft, verdict, head)
        verb = inner[1].verb
        if verb is not None and self.tree.lemmas[verb] in _FACTIVE and not inner[1].denied and len(holders) == 1:
            found["author"] = found[inner[0]]
        return found

    def _for_voice(self, local: Value, draft: Draft, verdict: Verdict, head: int) -> Value:
        """Return what a statement's cue, certainty and condition make of what its words say."""
        if verdict.stance in (Stance.WITHHOLDS, Stance.DECLINES):
            return Value.CERTAIN if self._in_question(head) else Value.UNCOMMITTED
        if verdict.stance is Stance.DEMANDS:
            kept = self._presupposed(head) and not self._prevented(head)
            return local if kept else Value.UNCOMMITTED
        if verdict.stance is Stance.DOUBTS:
            return Value.PROBABLY_NOT
        denies = draft.entry is not None and draft.entry.stance is Stance.DENIES and not draft.denied
        if denies and (not self._presupposed(head) or self.tree.parse.heads[head] == draft.verb):
            return _NEGATED[local]
        if (
            verdict.stance in (Stance.DENIES, Stance.DISMISSES)
            and local is Value.CERTAIN
            and self._in_account(head, draft)
        ):
            return Value.CERTAINLY_NOT if verdict.stance is Stance.DENIES else Value.UNCOMMITTED
        if verdict.condition is not None and local in (Value.CERTAIN, Value.CERTAINLY_NOT):
            return Value.UNCOMMITTED
        if local is Value.CERTAIN and verdict.certainty is Certainty.PROBABLE:
            return Value.PROBABLE
        return Value.POSSIBLE if local is Value.CERTAIN and verdict.certainty is Certainty.POSSIBLE else local

    def _in_account(self, head: int, draft: Draft) -> bool:
        """Whether an event is only what an account tells: "any claim that the state had sold rifles is baseless"."""
        tree, said, k = self.tree, words_in(draft.content), head
        while (above := tree.parse.heads[k]) is not None and above in said:
            if tree.relation(k) == "acl" and tree.lemmas[above] in _ACCOUNTS:
                return True
            k = above
        return False

    def _in_question(self, head: int) -> bool:
        """Whether only where, when or how is asked of it: "could not say from where it had been fired"."""
        words = self.tree.parse.words
        first = min(self.tree.subtree(head))
        return any(words[k].lower() in _CIRCUMSTANCES for k in range(first, head))

    def _prevented(self, head: int) -> bool:
        above = self.tree.parse.heads[head]
        return above is not None and self.tree.lemmas[above] in _NEGATIVE - _PRESUMING

    def is_definite(self, head: int) -> bool:
        """Whether a noun speaks of an event as known: "the contract", "Norway's offer"."""
        tree = self.tree
        return tree.parse.upos[head] in ("NOUN", "PROPN") and any(
            tree.parse.words[k].lower() in _DEFINITE or tree.parse.relations[k] == "nmod:poss"
            for k in tree.children(head, "det", "nmod")
        )

    def _presupposed(self, head: int) -> bool:
        """Whether an event is told in passing by a definite or relative phrase, and not itself claimed."""
        tree = self.tree
        if tree.parse.relations[head] in ("acl", "acl:relcl"):
            return True
        return self.is_definite(head)

    def _local(self, head: int, inside: set[int]) -> Value:
        """Return what the words around an event say of it, within a stretch of text."""
        tree = self.tree
        above = tree.parse.heads[head]
        if self.is_definite(head) and above is not None and tree.lemmas[above] not in _OPEN_VERBS | _NEGATIVE:
            return self._at(head, Value.CERTAIN, outer=False)
        value, k, steps, joined = Value.CERTAIN, head, 0, False
        while steps < STEPS:
            known = k != head and tree.own_subject(k) == head and tree.has_no_subject(k)  # its own "no" has told
            value = value if joined or known else self._at(k, value, outer=k != head)
            if _meant(tree, k) is Value.PROBABLY_NOT:
                break
            above = tree.parse.heads[k]
            if value is Value.UNCOMMITTED or above is None or above not in inside:
                break
            relation = tree.relation(k)
            if (
                relation in ("root", "parataxis", "conj")
                and tree.parse.upos[k] == "VERB"
                and tree.own_subject(k) is not None
            ):
                break
            value = _under(tree, k, above, value)
            joined = relation == "conj"  # "has not and will not provide": each has its own "not"
            k, steps = above, steps + 1
            if tree.relation(k) in ("root", "parataxis") and relation in (
                "advcl",
                "conj",
                "obl",
                "acl",
                "nmod",
                "nsubj",
                "appos",
            ):
                value = value if relation in ("nsubj", "nmod") else self._at(k, value, outer=True, open_only=True)
                break
        return value

    def _at(self, k: int, value: Value, *, outer: bool, open_only: bool = False) -> Value:
        """Return what negation, modals and marks of one predicate make of a value."""
        tree = self.tree
        marks = {tree.parse.words[m].lower() for m in tree.children(k, "mark", "advmod")}
        if marks & _UNREAL:
            return Value.UNCOMMITTED
        if open_only:
            return value
        if any(
            tree.parse.words[m].lower() in ("if", "unless")
            for c in tree.children(k, "advcl")
            for m in tree.children(c, "mark")
        ):
            return Value.UNCOMMITTED  # what would follow
        modals = tree.modals(k)
        if tree.parse.upos[k] not in ("VERB", "AUX"):
            if "would" in modals and tree.child(k, "cop") is not None:
                return Value.UNCOMMITTED  # "this would be a violation" tells a rule
            modals = set()
        if modals & _POSSIBLE and value is Value.CERTAIN:
            value = Value.POSSIBLE
        before = tree.parse.words[k - 1].lower() if k else ""
        denied = bool(tree.negations(k)) or tree.has_no_subject(k) or before in ("not", "never", "n't", "n’t")
        meant = _meant(tree, k)
        if meant is not None:
            return meant
        if not outer and tree.parse.upos[k] in ("NOUN", "PROPN"):
            denied = any(tree.parse.words[d].lower() in ("no", "without") for d in tree.children(k, "det", "case"))
        if not outer and tree.parse.upos[k] == "VERB":
            denied = denied or any(
                tree.parse.words[d].lower() == "no" for o in tree.children(k, "obj") for d in tree.children(o, "det")
            )
        return _NEGATED[value] if denied else value


def _meant(tree: Tree, k: int) -> Value | None:
    """Return the value of an infinitive that a noun has: "arms to be used", "has no plan to sell"; None for others."""
    above = tree.parse.heads[k]
    to = any(tree.parse.words[m].lower() == "to" for m in tree.children(k, "mark"))
    if not to or above is None or tree.relation(k) != "acl" or tree.parse.upos[k] != "VERB":
        return None
    if tree.lemmas[above] in _PLANS and any(tree.parse.words[d].lower() == "no" for d in tree.children(above, "det")):
        return Value.PROBABLY_NOT
    return None if tree.lemmas[above] == "decision" else Value.UNCOMMITTED


def _under(tree: Tree, k: int, above: int, value: Value) -> Value:
    """Return what the word an event hangs on makes of it: planned, refused, asked for, believed."""
    lemma, relation = tree.lemmas[above], tree.relation(k)
    if lemma == "decision" and relation == "acl":
        return value  # whoever speaks of the decision takes it as made
    if relation == "nsubj" and tree.parse.upos[k] in ("NOUN", "PROPN") and tree.lemmas[above] in _UNTRUE:
        return _NEGATED[value]
    if lemma in _LIKELY and relation in ("ccomp", "xcomp") and value in (Value.CERTAIN, Value.CERTAINLY_NOT):
        return Value.PROBABLE if value is Value.CERTAIN else Value.PROBABLY_NOT
    if relation not in ("xcomp", "ccomp", "obj", "acl", "advcl", "obl", "nmod"):
        return value
    complement = relation in ("xcomp", "ccomp", "acl", "advcl") or (relation == "obj" and tree.parse.upos[k] == "NOUN")
    if lemma in _PRESUMING and tree.parse.upos[above] == "VERB" and relation in ("obj", "xcomp"):
        return value
    if lemma in _NEGATIVE and complement and tree.parse.upos[above] == "VERB":
        return _NEGATED[value]
    to = any(tree.parse.words[m].lower() == "to" for m in tree.children(k, "mark"))
    if lemma in _OPEN_VERBS and (to or relation in ("obj", "obl", "ccomp", "xcomp", "nmod")):
        return Value.UNCOMMITTED
    return value


_NEGATED = {
    Value.CERTAIN: Value.CERTAINLY_NOT,
    Value.PROBABLE: Value.PROBABLY_NOT,
    Value.POSSIBLE: Value.POSSIBLY_NOT,
    Value.CERTAINLY_NOT: Value.CERTAIN,
    Value.PROBABLY_NOT: Value.PROBABLE,
    Value.POSSIBLY_NOT: Value.POSSIBLE,
    Value.KNOWN_UNTOLD: Value.KNOWN_UNTOLD,
    Value.UNCOMMITTED: Value.UNCOMMITTED,
}
