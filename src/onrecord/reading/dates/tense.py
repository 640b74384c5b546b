"""Whether a time expression looks back or ahead: the tense of the verb it hangs on."""

from typing import Literal

from onrecord.reading.dates.periods import Direction
from onrecord.reading.dates.words import listed
from onrecord.records import Parse

__all__ = ["Tenses"]

Told = Literal["past", "future", "present", "up"] | None
"""What a word tells of its time: "up" to ask the one it hangs on, None if there is nothing to ask."""

WILL = frozenset(("will", "'ll", "wo", "shall", "sha"))
MODALS = frozenset(("would", "could", "may", "might", "must", "should", "can", "ca", "ought", "need"))
PAST_AUXILIARIES = frozenset(("was", "were", "had", "did", "got"))
PERFECT = frozenset(("has", "have", "'ve"))
PRESENT = frozenset(("is", "are", "am", "'re", "'m", "be", "'s", "do", "does", "being"))
EXPECTING = listed(
    "schedule plan slate expect due set earmark poise likely upcoming forthcoming planned scheduled coming"
)
"""Words whose complement lies ahead though they are participles or adjectives."""
POSTPONING = frozenset(("postpone", "delay", "adjourn", "reschedule", "defer", "move", "push"))
ARRANGING = frozenset(("announce", "book", "arrange", "organise", "organize", "call", "fix", "prepare"))
ACHIEVING = listed(
    "begin start continue fail manage have seem appear use happen refuse decline force help try go prove get come "
    "claim believe say report know think allege understand rumour"
)
"""Verbs whose infinitive happens when they do."""
SPEAKING = listed(
    "say tell report write claim announce reply add warn insist deny note confirm accuse allege argue comment "
    "date show reveal indicate suggest describe state quote cite"
)
"""Verbs whose present tense tells of what was said before."""
OCCASIONS = listed(
    "deadline vote election meeting summit hearing visit ballot ceremony conference session referendum trial "
    "runoff inauguration poll forum launch expiry expiration plan schedule"
)
"""Nouns for what is mostly written of before it takes place."""
KNOWN = EXPECTING | POSTPONING | ARRANGING | ACHIEVING | SPEAKING
STEPS = 30


class Tenses:
    """Looks up the tree of a text."""

    def __init__(self, parse: Parse) -> None:
        """Gather each word's function words."""
        self.parse = parse
        self.low = [w.lower() if w.isalpha() else w.lower().replace("’", "'") for w in parse.words]
        self.helpers: dict[int, list[int]] = {}
        for i, (head, relation) in enumerate(zip(parse.heads, parse.relations, strict=True)):
            if head is not None and (relation[:3] in ("aux", "cop") or self.low[i] in ("to", "not", "n't")):
                self.helpers.setdefault(head, []).append(i)

    def _lemma(self, i: int) -> str:
        """Return a word's lemma, with the "e" that the model sometimes cuts off: "postpon"."""
        lemma = self.parse.lemmas[i].lower()
        return f"{lemma}e" if f"{lemma}e" in KNOWN else lemma

    def certain(self, start: int, end: int) -> bool:
        """Whether words hang on a verb itself, not on a noun that has its own time."""
        head = self.parse.heads[self.parse.head_of((start, end))]
        return head is None or self.parse.upos[head] in ("VERB", "AUX") or head in self.helpers

    def direction(self, start: int, end: int) -> Direction | None:
        """Return where words look to; None if nothing tells."""
        top = self.parse.head_of((start, end))
        if self.low[start - 1 : start] == ["of"] and self.low[start - 2 : start - 1] == ["ahead"]:
            return "future"
        if top in self.helpers:
            told = self._verb(top)
            if told != "up":
                return "future" if told == "present" else told
        node, path = self.parse.heads[top], top
        for _ in range(STEPS):
            if node is None or start <= node < end:
                return None
            node = self._nearer(node, start, end) if path == top else node
            told = self._node(node, path, start, attached=path == top)
            if told in ("past", "future", None):
                return told
            path, node = node, self.parse.heads[node]
        return None

    def _nearer(self, node: int, start: int, end: int) -> int:
        """Return a nearer verb than the tree's: just before the words ("said on July 25"), or left of a comma.

        The tree may reach over a verb of saying to the clause it reports, or across a comma: "to vote Monday, he says".
        """
        for i in range(start - 1, max(node, start - 3), -1):
            if self.parse.upos[i] == "VERB" and self._lemma(i) in SPEAKING:
                return i
        if node < end or not any(w in (",", ":", ";") for w in self.low[end : min(node, end + 2)]):
            return node
        for i in range(start - 1, max(-1, start - 15), -1):
            if self.low[i] in (",", ":", ";", ".", '"', "”"):
                break
            if self.parse.upos[i] == "VERB":
                return i
        return node

    def _node(self, node: int, path: int, start: int, *, attached: bool) -> Told:
        """Return what one word on the way up tells: a direction, None for nothing at all, "up" to look further."""
        upos, lemma = self.parse.upos[node], self._lemma(node)
        opening = {self.low[start], *self.low[max(0, start - 1) : start]}
        if lemma in ARRANGING and "for" in opening:
            return "future"
        if lemma in POSTPONING and opening & {"to", "until", "till", "for"}:
            return "future"
        if upos in ("VERB", "AUX") or node in self.helpers:
            told = self._verb(node)
            noun = self.parse.upos[path] in ("NOUN", "PROPN") and not attached
            if told == "present":
                known = self._lemma(path) in OCCASIONS if noun else lemma not in SPEAKING
                return "future" if known else "past"
            return told
        if (lemma in EXPECTING and upos == "ADJ") or self._announced(node):
            return "future"
        if self.parse.heads[node] is None:
            return "future" if lemma in OCCASIONS or self._is_to_be(node, start) else None
        return "up"

    def _is_to_be(self, root: int, start: int) -> bool:
        """Whether a headline without a finite verb tells of what is to come: "Parliament to debate exports Monday"."""
        first = next(a for a, b in self.parse.sentences if a <= root < b)
        words = range(first, start - 1)
        return any(self.low[i] == "to" and self.parse.upos[i + 1] == "VERB" for i in words)

    def _announced(self, noun: int) -> bool:
        """Whether an adjective before a noun says that it is to come."""
        around = range(max(0, noun - 4), noun)
        return any(self.parse.heads[i] == noun and self.low[i] in EXPECTING for i in around)

    def _verb(self, verb: int, steps: int = STEPS) -> Told:
        """Return "past", "future", "present", or "up" where a verb takes its time from what it hangs on."""
        helpers = {self.low[i] for i in self.helpers.get(verb, ())}
        lemma, form = self._lemma(verb), self.low[verb]
        if helpers & WILL or form in WILL:
            return "future"
        if "to" in helpers or (self.low[max(0, verb - 1) : verb] == ["to"] and self.parse.upos[verb] == "VERB"):
            return self._infinitive(verb, helpers, steps)
        if helpers & MODALS:
            return self._modal(lemma, helpers)
        if lemma in EXPECTING and self.parse.upos[verb] in ("VERB", "ADJ") and self._is_participle(form):
            return "future"
        if helpers & PAST_AUXILIARIES or helpers & PERFECT:
            return "past"
        if helpers & PRESENT == {"being"}:
            return "up"  # "show the crates being unloaded in January"
        if helpers & PRESENT:
            return "future" if lemma in EXPECTING else ("past" if lemma == "date" else "present")
        return self._finite(verb, form, lemma)

    def _is_participle(self, form: str) -> bool:
        return form.endswith(("ed", "set", "due")) or not form.endswith(("s", "ing"))

    def _infinitive(self, verb: int, helpers: set[str], steps: int) -> Told:
        if "have" in helpers and not helpers & PRESENT - {"be"}:
            return "past"
        if helpers & {"was", "were"}:
            return "past"
        head = self.parse.heads[verb]
        relation = self.parse.relations[verb]
        if head is None or helpers & PRESENT - {"be"} or not steps:
            return "future"
        above = self._lemma(head)
        if self.parse.upos[head] in ("NOUN", "PROPN", "ADJ") or above in EXPECTING:
            return "future"
        if relation.startswith("advcl") or above in ACHIEVING or above in SPEAKING - {"announce"}:
            told = self._verb(head, steps - 1)
            return "future" if told in ("present", "up") else told
        return "future"

    def _modal(self, lemma: str, helpers: set[str]) -> Direction:
        if "have" in helpers and lemma != "have":
            return "past"
        negated = helpers & {"not", "n't"}
        if negated and (helpers & {"could"} or (helpers & {"would"} and lemma in SPEAKING | {"discuss", "elaborate"})):
            return "past"
        return "future"

    def _finite(self, verb: int, form: str, lemma: str) -> Told:
        """Judge a verb without helpers by its form."""
        if form in PAST_AUXILIARIES or form in PAST_FORMS:
            return "past"
        if form.endswith("ing"):
            return "up" if self.parse.heads[verb] is not None else None
        if form in PRESENT or form in PERFECT:
            return "present"
        if form.endswith("ed") or (form != lemma and not form.endswith("s")):
            return "past"
        if form != lemma:
            return "present"
        return "past" if form in UNCHANGING else "present"


PAST_FORMS = listed(
    "rose fell grew flew sank shrank struck swore wore tore bore drove wrote spoke stole broke froze chose shook took gave "
    "came became began ran sang drew threw knew saw went made said told sold held led left lost met paid sent spent stood "
    "won built bought brought caught fought sought taught thought kept meant hung shot fled bled fed lent dealt understood "
    "withdrew undertook overthrew foresaw forbade upheld withheld arose awoke woke stuck slid spun swam swept wept slept"
)
"""Past forms whose lemma the model does not always find."""
UNCHANGING = listed("put set hit cut let shut cast spread cost quit split beat hurt bid rid burst read")
"""Past forms that look like the present."""
