"""How a measure stands: in force, imposed, broken, ended, or only expected, in the voice of the statement that names it."""

from collections.abc import Mapping

from onrecord.reading.events.factuality import Judge
from onrecord.reading.events.found import FoundEvent
from onrecord.reading.tree import Tree
from onrecord.records import Factuality, MeasureStatus, Stance

__all__ = ["DONE", "FRESH", "Standing"]

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
_PUTTING = frozenset(("impose_measure", "list_party", "announce_measure", "snap_back_measure"))
_FORESEEING = {
    "threat": MeasureStatus.THREATENED,
    "prospect": MeasureStatus.EXPECTED,
    "possibility": MeasureStatus.EXPECTED,
    "call": MeasureStatus.DEMANDED,
    **dict.fromkeys(("face", "risk", "incur", "fear", "invite", "trigger"), MeasureStatus.EXPECTED),
}
"""What a word that has a measure for its complement makes of it: "the threat of sanctions", "could face sanctions"."""
FRESH = frozenset(
    ("further", "new", "more", "additional", "fresh", "tougher", "tough", "harsh", "stiff", "unprecedented")
)
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
        holders = [(len(said), n) for n, (_, _, _, said) in enumerate(self.judge.statements) if head in said]
        return min(holders)[1] if holders else None

    def never(self, event: FoundEvent, head: int) -> bool:
        """Whether a measure is said never to have been put on anybody; then there is none."""
        held = self.holder(head)
        values = self.judge.of(event.head)
        value = values.get(self.judge.statements[held][0], values["author"]) if held is not None else values["author"]
        return event.frame in _PUTTING and value is Factuality.CERTAINLY_NOT

    def status(self, head: int, ruling: FoundEvent | None, held: int | None) -> MeasureStatus:
        """Return how a measure stands, by the event told of it and how far its voice commits itself to that."""
        verdict = self.judge.statements[held][2] if held is not None else None
        above = self.tree.parse.heads[head]
        foreseen = _FORESEEING.get(self.tree.lemmas[above]) if above is not None else None
        if foreseen is not None and self.tree.parse.upos[head] == "NOUN":
            return foreseen
        if ruling is None or ruling.frame not in DONE:
            return self._coming(
                head, verdict.stance if verdict else None, conditional=bool(verdict and verdict.condition)
            )
        values = self.judge.of(ruling.head)
        id_ = self.judge.statements[held][0] if held is not None else "author"
        value = values.get(id_, values["author"])
        put = ruling.frame in _PUTTING
        if value in (Factuality.CERTAIN, Factuality.PROBABLE):
            if put and verdict is not None and verdict.stance in _COMING:
                return _COMING[verdict.stance]
            rule = put and not self._is_act(ruling)
            return MeasureStatus.IN_FORCE if rule else DONE[ruling.frame]
        if put and value is Factuality.UNCOMMITTED and verdict is not None:
            return (
                MeasureStatus.THREATENED
                if verdict.condition is not None
                else _COMING.get(verdict.stance, MeasureStatus.IN_FORCE)
            )
        return MeasureStatus.IN_FORCE

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
        if tree.parse.upos[verb] != "VERB" or tree.in_headline(verb) or tree.auxiliaries(verb):
            return True
        word = tree.parse.words[verb].lower()
        to = any(tree.parse.words[k].lower() == "to" for k in tree.children(verb, "mark"))
        return (
            to
            or word.endswith("ing")
            or word not in (tree.lemmas[verb], *(tree.lemmas[verb] + end for end in ("s", "es")))
        )
