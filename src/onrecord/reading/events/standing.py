"""How a measure stands: in force, imposed, broken, ended, or only expected, in the voice of the statement that names it."""

from collections.abc import Mapping

from onrecord.reading.dates.words import listed
from onrecord.reading.events.factuality import Judge
from onrecord.reading.events.found import FoundEvent
from onrecord.reading.stance import Verdict
from onrecord.reading.tree import Tree
from onrecord.records import Factuality, MeasureStatus, Stance

__all__ = ["BLOCKING", "DONE", "DRAFTS", "FRESH", "Standing"]

DONE: Mapping[str, MeasureStatus] = {
    "impose_measure": MeasureStatus.IMPOSED,
    "list_party": MeasureStatus.IMPOSED,
    "announce_measure": MeasureStatus.ANNOUNCED,
    "extend_measure": MeasureStatus.EXTENDED,
    "suspend_measure": MeasureStatus.SUSPENDED,
    "lift_measure": MeasureStatus.LIFTED,
    "delist_party": MeasureStatus.LIFTED,
    "lapse_measure": MeasureStatus.ENDED,
    "snap_back_measure": MeasureStatus.RESTORED,
    "violate_measure": MeasureStatus.VIOLATED,
    "evade_measure": MeasureStatus.EVADED,
}
"""What becomes of a measure when the event of a frame takes place."""
_EASING = listed("ease relax loosen soften trim thin slacken dilute narrow easing relaxation loosening")
"""Words that leave a part of a measure."""
_WIDENING = frozenset(("broaden", "widen", "expand", "stretch", "expansion"))
"""Words that put more under a measure."""
_OVER = {
    **dict.fromkeys(("abeyance", "hold", "ice"), MeasureStatus.SUSPENDED),
    **dict.fromkeys(("gone", "over", "history", "dead"), MeasureStatus.ENDED),
    **dict.fromkeys(("apply", "bite", "force"), MeasureStatus.RESTORED),
}
"""What a predicate makes of a measure without an event of its own; the last only with "again" or "once more"."""
_SURE = (Factuality.CERTAIN, Factuality.PROBABLE)
_BREAKING = ("violate_measure", "evade_measure")
_CLAIMING = listed("accuse convict charge suspect fine blame indict acquit help try allege sentence jail caught catch")
"""Verbs that hold a breach against somebody."""
_UNCHANGED = listed("put cut hit set shut let bid cast spread quit")
"""Verbs whose past is like their present."""
_WANTED = {
    **dict.fromkeys(
        (
            "urge",
            "ask",
            "demand",
            "call",
            "press",
            "want",
            "plead",
            "beg",
            "lobby",
            "appeal",
            "request",
            "push",
            "petition",
            "implore",
        ),
        MeasureStatus.DEMANDED,
    ),
    **dict.fromkeys(
        (
            "threaten",
            "vow",
            "promise",
            "pledge",
            "plan",
            "prepare",
            "intend",
            "undertake",
            "ready",
            "threat",
            "vowed",
            "warn",
        ),
        MeasureStatus.THREATENED,
    ),
    **dict.fromkeys(
        ("propose", "draft", "consider", "weigh", "mull", "suggest", "seek", "try"), MeasureStatus.PROPOSED
    ),
    **dict.fromkeys(("expect", "likely", "poised", "poise", "set", "due", "about"), MeasureStatus.EXPECTED),
}
"""What a verb makes of the imposing that is its complement."""
_DRAFTING = listed("draft proposal bill plan idea propose mull table float motion")
_PREPARING = {
    **dict.fromkeys(("prepare", "ready"), MeasureStatus.THREATENED),
    **dict.fromkeys(("consider", "weigh", "contemplate", "ponder", "devise"), MeasureStatus.PROPOSED),
}
"""Verbs whose object is a measure that is not there yet, with what they make of it."""
_KNOWN = listed("the this that these those its their his her our")
"""Words before a measure that is there already."""
BLOCKING = ("veto", "block_aid")
"""Frames that keep a measure from coming."""
_STANDING = listed("forbid bar ban prohibit restrict outlaw limit cap oblige allow permit")
"""Verbs whose passive in the present tells a rule."""
DRAFTS = listed("draft resolution proposal bill text motion package round plan")
"""What a measure that is to come is laid down in."""
_PUTTING = frozenset(("impose_measure", "list_party", "announce_measure", "snap_back_measure"))
_FORESEEING = {
    "threat": MeasureStatus.THREATENED,
    "prospect": MeasureStatus.EXPECTED,
    "possibility": MeasureStatus.EXPECTED,
    "call": MeasureStatus.DEMANDED,
    **dict.fromkeys(("face", "risk", "incur", "fear", "invite", "trigger"), MeasureStatus.EXPECTED),
}
"""What a word that has a measure for its complement makes of it: "the threat of sanctions", "could face sanctions"."""
FRESH = listed("further new more additional fresh tougher tough harsh stiff unprecedented")
"""Words that tell that a measure is not there yet, where it is expected, threatened or asked for."""
_COMING = {
    Stance.EXPECTS: MeasureStatus.EXPECTED,
    Stance.COMMITS: MeasureStatus.THREATENED,
    Stance.DEMANDS: MeasureStatus.DEMANDED,
}


class Standing:
    """Judges the measures of one document."""

    def __init__(self, tree: Tree, judge: Judge) -> None:
        """Take who holds what."""
        self.tree, self.judge = tree, judge

    def holder(self, head: int) -> int | None:
        """Return the number of the innermost statement whose content holds a word."""
        holders = [(len(self.judge.statements[n][3]), n) for n in self.judge.holding(head)]
        return min(holders)[1] if holders else None

    def never(self, event: FoundEvent, head: int) -> bool:
        """Whether a measure is said never to have been put on anybody; then there is none."""
        held = self.holder(head)
        return event.frame in _PUTTING and self._value(event, held) is Factuality.CERTAINLY_NOT

    def status(self, head: int, ruling: FoundEvent | None, held: int | None, *, own: bool) -> MeasureStatus:
        """Return how a measure stands, by the event told of it and how far its voice commits itself to that.

        Args:
            head: the main word that names it.
            ruling: the event its clause tells of it.
            held: number of the statement it stands in.
            own: whether that is a statement of the one who puts it on.
        """
        foreseen = self._foreseen(head, ruling)
        if foreseen is not None:
            return foreseen
        verdict = self.judge.statements[held][2] if held is not None else None
        if ruling is not None and ruling.frame in BLOCKING and self._value(ruling, held) in _SURE:
            return MeasureStatus.BLOCKED
        if ruling is None or ruling.frame not in DONE:
            told, stance = self._by_predicate(head), verdict.stance if verdict else None
            return told or self._coming(head, stance, conditional=bool(verdict and verdict.condition))
        if ruling.frame in _BREAKING and self._is_claimed(ruling):
            return DONE[ruling.frame]
        wanted = self._wanted(ruling)
        if wanted is not None:
            return wanted if ruling.frame in _PUTTING else MeasureStatus.IN_FORCE
        return self._as_told(ruling, self._value(ruling, held), verdict, own=own)

    def _foreseen(self, head: int, ruling: FoundEvent | None) -> MeasureStatus | None:
        """Return what the word that has a measure for its complement makes of it: "the threat of sanctions", "a draft ban"."""
        above = self.tree.parse.heads[head]
        lemma = self.tree.lemmas[above] if above is not None else None
        if lemma in _FORESEEING and self.tree.parse.upos[head] == "NOUN":
            return _FORESEEING[lemma]
        if ruling is not None and ruling.frame not in _PUTTING:
            return None
        if lemma in _DRAFTING:
            return MeasureStatus.PROPOSED
        if above is None or lemma not in _PREPARING or not self._is_under_way(head, above):
            return None
        return _PREPARING[lemma]

    def _is_under_way(self, head: int, verb: int) -> bool:
        """Whether something new is made at that time: "is preparing sanctions", not "considers the sanctions illegal"."""
        tree = self.tree
        if tree.parse.relations[head] not in ("obj", "nsubj:pass") or tree.negations(verb):
            return False
        words = [tree.parse.words[k].lower() for k in (verb, *tree.auxiliaries(verb))]
        goes_on = any(word.endswith("ing") for word in words) and len(words) > 1
        known = {tree.parse.words[k].lower() for k in tree.children(head, "det", "nmod")}
        return goes_on and not known & _KNOWN and not tree.children(verb, "xcomp") and not tree.children(head, "acl")

    def _value(self, event: FoundEvent, held: int | None) -> Factuality:
        """Return how sure the voice that names a measure is of an event."""
        values = self.judge.of(event.head)
        id_ = self.judge.statements[held][0] if held is not None else "author"
        return values.get(id_, values["author"])

    def _as_told(self, ruling: FoundEvent, value: Factuality, verdict: Verdict | None, *, own: bool) -> MeasureStatus:
        """Return what an event makes of a measure in the words of a voice."""
        put = ruling.frame in _PUTTING
        if value in _SURE:
            if put and verdict is not None and verdict.stance in _COMING:
                return _COMING[verdict.stance]
            if put and self._is_future(ruling):
                return MeasureStatus.THREATENED if own else MeasureStatus.EXPECTED
            return MeasureStatus.IN_FORCE if put and not self._is_act(ruling) else self._done(ruling)
        if not put or value is not Factuality.UNCOMMITTED or verdict is None:
            return MeasureStatus.IN_FORCE
        conditional = verdict.condition is not None
        return MeasureStatus.THREATENED if conditional else _COMING.get(verdict.stance, MeasureStatus.IN_FORCE)

    def _wanted(self, event: FoundEvent) -> MeasureStatus | None:
        """Return what the verb above an event makes of it: asked for, threatened, proposed; None where it is told as such."""
        tree, above = self.tree, self.tree.parse.heads[event.head]
        if above is None or tree.relation(event.head) not in ("xcomp", "ccomp", "advcl", "obj", "obl", "acl", "nmod"):
            return None
        infinitive = any(tree.parse.words[k].lower() == "to" for k in tree.children(event.head, "mark"))
        return _WANTED.get(tree.lemmas[above]) if infinitive or tree.parse.upos[event.head] == "NOUN" else None

    def _is_claimed(self, event: FoundEvent) -> bool:
        """Whether a breach is held against somebody, or what a thing was done for: "convicted of breaking", "sold to evade"."""
        tree, above = self.tree, self.tree.parse.heads[event.head]
        if (
            above is None
            or tree.negations(event.head)
            or tree.modals(event.head) & {"would", "could", "may", "might", "will"}
        ):
            return False
        held = tree.lemmas[above] in _CLAIMING or tree.lemmas[above] in (
            "attempt",
            "bid",
            "scheme",
            "effort",
            "conspiracy",
        )
        purpose = tree.relation(event.head) == "advcl" and any(
            tree.parse.words[k].lower() == "to" for k in tree.children(event.head, "mark")
        )
        told = not tree.modals(above) & {"would", "could", "may", "might", "will", "must"}
        return (held or purpose) and told and not tree.negations(above)

    def _is_future(self, event: FoundEvent) -> bool:
        """Whether a verb tells what is to come: "will ban", "is to be put on the list"."""
        words = {self.tree.parse.words[k].lower() for k in self.tree.auxiliaries(event.head)}
        return bool(words & {"will", "would", "shall", "’ll", "'ll"})

    def _done(self, event: FoundEvent) -> MeasureStatus:
        """Return what an event makes of a measure: to ease it is not to lift it, to widen it extends it."""
        lemma = self.tree.lemmas[event.head]
        if event.frame == "lift_measure" and lemma in _EASING:
            return MeasureStatus.EASED
        return MeasureStatus.EXTENDED if event.frame == "impose_measure" and lemma in _WIDENING else DONE[event.frame]

    def _by_predicate(self, head: int) -> MeasureStatus | None:
        """Return what the predicate of a measure says of it: "are in abeyance", "applies once more"."""
        tree, above = self.tree, self.tree.parse.heads[head]
        if tree.relation(head) not in ("nsubj", "root") or (above is None and tree.relation(head) != "root"):
            return None
        verb = above if above is not None and tree.relation(head) == "nsubj" else head
        words = [verb, *tree.children(verb, "obl", "advmod", "acl", "xcomp", "nmod")]
        found = next((_OVER[tree.lemmas[k]] for k in words if tree.lemmas[k] in _OVER), None)
        if found is MeasureStatus.RESTORED:
            near = tree.text((verb, min(verb + 5, len(tree.parse.words))))
            return found if "again" in near or "once more" in near else None
        return found

    def _coming(self, head: int, stance: Stance | None, *, conditional: bool) -> MeasureStatus:
        """Return how a measure stands of which no event is told: new ones are to come, others in force."""
        words = {self.tree.lemmas[k] for k in self.tree.children(head, "amod", "det")}
        if not words & FRESH or stance is None:
            return MeasureStatus.IN_FORCE
        return (
            MeasureStatus.THREATENED
            if conditional and stance in _COMING
            else _COMING.get(stance, MeasureStatus.IN_FORCE)
        )

    def _is_act(self, event: FoundEvent) -> bool:
        """Whether a verb tells the act of imposing and not what a rule says: "the law prohibits the transfer of arms"."""
        tree, verb = self.tree, event.head
        if tree.parse.upos[verb] == "VERB" and tree.lemmas[verb] in _STANDING:
            aux = {tree.parse.words[k].lower() for k in tree.auxiliaries(verb)}
            if aux & {"is", "are"} or (tree.is_passive(verb) and aux & {"has", "have"}):
                return False  # "Chile is forbidden to buy", "sales have been barred since 1989"
        if tree.parse.upos[verb] != "VERB" or tree.in_headline(verb) or tree.auxiliaries(verb):
            return True
        word = tree.parse.words[verb].lower()
        to = any(tree.parse.words[k].lower() == "to" for k in tree.children(verb, "mark"))
        return (
            to
            or (word == tree.lemmas[verb] and word in _UNCHANGED)
            or word.endswith("ing")
            or word not in (tree.lemmas[verb], *(tree.lemmas[verb] + end for end in ("s", "es")))
        )
