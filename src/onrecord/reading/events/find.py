"""Events: the words that tell of a frame, who plays which role, and when."""

from collections.abc import Mapping, Sequence

from onrecord.reading.arms import ArmsMention
from onrecord.reading.cues import hides_name
from onrecord.reading.dates import FoundDate
from onrecord.reading.events.carrying import carry_roles
from onrecord.reading.events.fillers import Fillers
from onrecord.reading.events.found import FoundEvent
from onrecord.reading.events.held import Held
from onrecord.reading.events.roles import PARTIES, Roles
from onrecord.reading.events.slots import LIGHT, noun_slots, verb_slots
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree
from onrecord.records import Span
from onrecord.registers import Frames, Trigger, stems

__all__ = ["Finder"]

_DEEDS = frozenset(("transfer_arms", "produce_arms", "use_in_attack"))
"""Frames that "do it" repeats."""
_BARE = {
    **dict.fromkeys(
        (
            "shipment",
            "delivery",
            "transfer",
            "sale",
            "export",
            "supply",
            "purchase",
            "handover",
            "procurement",
            "acquisition",
        ),
        "transfer_arms",
    ),
    **dict.fromkeys(("production", "assembly", "manufacture"), "produce_arms"),
    **dict.fromkeys(("attack", "strike", "airstrike"), "use_in_attack"),
}
"""Nouns that take up what is done with arms without naming them, with their frames."""
_TALK = frozenset(("accuse", "condemn", "demand", "deny", "threaten", "warn"))
"""Frames of saying, which a bare noun ("the denial") does not tell anew."""
_TOLD = frozenset(("veto", "offer", "block_aid", "approve_aid"))
"""Frames of which a bare noun ("the vote") tells nothing either."""
_SPEECH = _TALK | frozenset(("consult", "vote", "veto"))
"""Frames of saying and deciding, which "do so" seldom repeats."""
BEFORE = 3
"""Sentences back from "do so" to what it repeats, at most."""


class Finder:
    """Finds the events of one document."""

    def __init__(
        self,
        tree: Tree,
        speakers: Speakers,
        frames: Frames,
        dates: Sequence[FoundDate],
        arms: Sequence[ArmsMention] = (),
        held: Sequence[Held] = (),
    ) -> None:
        self.tree, self.frames, self.dates = tree, frames, dates
        self.fillers = Fillers(tree, speakers, arms, held)
        self.known = speakers.voices.lexicon.known
        self.openings = {lemma.split(" ")[0] for lemma in frames.verbs if " " in lemma}
        self.roles = Roles(self.fillers, frames, {i for d in dates for i in range(d.start, d.end)})

    def run(self) -> list[FoundEvent]:
        """Return the events in the order of their triggers."""
        found: list[FoundEvent] = []
        for i, upos in enumerate(self.tree.parse.upos):
            if self._does_so(i):
                event = self._again(i, found)
            elif upos == "VERB" or (upos == "ADJ" and self.tree.lemmas[i] in self.frames.verbs):
                event = self._verb(i)
            elif upos in ("NOUN", "PROPN"):
                event = self._noun(i) or self._bare(i, found)
            else:
                event = None
            if event is not None:
                found.append(event)
        return carry_roles(found, self.fillers)

    def _bare(self, i: int, found: Sequence[FoundEvent]) -> FoundEvent | None:
        """Return the transfer that a noun takes up without its goods ("the deliveries"), told shortly before or after."""
        lemma = self._lemma(i, self.frames.nouns)
        triggers = [t for t in self.frames.nouns.get(lemma, ()) if t.frame == _BARE.get(lemma)]
        if not triggers or self.tree.relation(i) in ("compound", "flat"):
            return None
        frame = _BARE[lemma]
        last = next((e for e in reversed(found) if e.frame == frame and self._near(e.head, i)), None)
        slots = noun_slots(self.tree, i)
        other = [k for slot, role in triggers[0].slots.items() if role == "goods" for k in slots.get(slot, ())]
        plural = self.fillers.voices.is_plural(i)
        told = plural or self.tree.child(i, "det", "amod", "nmod", "nummod") is not None or slots.get("possessor")
        known = last is not None or self.fillers.arms_near(i)
        if not known or not told or any(self.tree.parse.words[k].islower() for k in other if k not in self._vague(i)):
            return None
        roles = {role: heads for role, heads in self.roles.of(triggers[0], slots).items() if role != "goods"}
        return FoundEvent(frame, triggers[0].plover, i, ((i, i + 1),), roles, self._when(i))

    def _vague(self, i: int) -> list[int]:
        """Return the adjectives of a noun that say nothing of what it is of: "any such purchase", "new deliveries"."""
        return self.tree.children(i, "amod")

    def _does_so(self, i: int) -> bool:
        """Whether a verb stands for one before it: "had done so", "will not do so"."""
        return self.tree.lemmas[i] == "do" and self.tree.parse.words[i + 1 : i + 2] in (("so",), ("it",), ("that",))

    def _again(self, i: int, found: Sequence[FoundEvent]) -> FoundEvent | None:
        """Return the event that "do so" repeats: the one told last, with its own doer."""
        so = self.tree.parse.words[i + 1] == "so"
        last = next(
            (
                e
                for e in reversed(found)
                if self._near(e.head, i) and (e.frame not in _SPEECH if so else e.frame in _DEEDS)
            ),
            None,
        )
        if last is None:
            return None
        subject = self._doing(last)
        doers = tuple(k for k in verb_slots(self.tree, i).get("subject", ()) if self.fillers.is_party(k))
        roles = {**last.roles, subject: doers} if doers else dict(last.roles)
        return FoundEvent(last.frame, last.plover, i, ((i, i + 2),), roles, self._when(i))

    def _doing(self, event: FoundEvent) -> str:
        """Return the role that the doer of an event plays: who takes delivery is the recipient."""
        verb = self.tree.parse.upos[event.head] == "VERB"
        slots = verb_slots(self.tree, event.head) if verb else noun_slots(self.tree, event.head)
        doers = {k for slot in ("subject", "possessor", "taker") for k in slots.get(slot, ())}
        held = next((role for role, heads in event.roles.items() if role in PARTIES and doers & set(heads)), None)
        roles = self.frames.by_name[event.frame].roles
        return held or next((role for role in roles if role in PARTIES), roles[0])

    def _near(self, a: int, b: int) -> bool:
        return self.tree.sentence_of[b] - self.tree.sentence_of[a] <= BEFORE

    def _verb(self, i: int) -> FoundEvent | None:
        lemma, spans = self._with_particle(i)
        triggers = self.frames.verbs.get(lemma, ())
        if not triggers or hides_name(self.tree, i):
            return None  # "asked not to be named" demands nothing
        slots = verb_slots(self.tree, i)
        particle = lemma.rpartition(" ")[2] if " " in lemma else ""
        led = [k for k in slots.get(particle, ()) if k > i] or self._led_by_last(spans)
        options = []
        for t in triggers:
            others = [k for k in slots.get("object", ()) if not any(a <= k < b for a, b in spans)]
            as_object = bool(led) and particle not in t.slots and "object" in t.slots and not others
            options.append((t, {**slots, "object": led} if as_object else slots))
        return self._best(i, spans, options)

    def _led_by_last(self, spans: Sequence[Span]) -> list[int]:
        """Return the noun that the last word of a verb of several words leads to: "did away with the curbs"."""
        last = spans[-1][1] - 1
        noun = self.tree.parse.heads[last]
        leads = (
            self.tree.relation(last) == "case" and noun is not None and noun > last and spans[0][1] - spans[0][0] > 2
        )
        return [noun] if leads and noun is not None else []

    def _with_particle(self, i: int) -> tuple[str, tuple[Span, ...]]:
        """Return a verb's lemma with its particle, and the words of both."""
        words, own = self.tree.parse.words, self._lemma(i, self.frames.verbs)
        if words[max(0, i - 1)] == "-" and i > 1 and f"{words[i - 2].lower()}-{own}" in self.frames.verbs:
            return f"{words[i - 2].lower()}-{own}", ((i - 2, i + 1),)
        for length in (4, 3, 2) if own in self.openings else ():
            lemma = " ".join((own, *(w.lower() for w in words[i + 1 : i + length])))
            if len(words[i + 1 : i + length]) == length - 1 and lemma in self.frames.verbs:
                return lemma, ((i, i + length),)
        for k in self.tree.children(i, "compound", "advmod", "obl", "nmod"):
            particle = k if self.tree.relation(k) not in ("obl", "nmod") else self.tree.child(k, "case")
            if particle is None or particle < i or (self.tree.relation(k) in ("obl", "nmod") and particle != i + 1):
                continue
            lemma = f"{own} {self.tree.parse.words[particle].lower()}"
            if lemma in self.frames.verbs:
                spans = ((i, particle + 1),) if particle == i + 1 else ((i, i + 1), (particle, particle + 1))
                return lemma, spans
            if self.tree.parse.relations[k] == "compound:prt" and lemma.endswith(" up"):
                return lemma, ((i, i + 1),)  # "gave up the missiles" hands nothing over
        return own, ((i, i + 1),)

    def _lemma(self, i: int, table: Mapping[str, object]) -> str:
        """Return a word's lemma, or what else its form may come from that is a trigger: "reimpose" of "reimposed"."""
        lemma = self.tree.lemmas[i]
        if lemma in table or lemma in self.known:
            return lemma
        made = stems(self.tree.parse.words[i].lower(), self.fillers.voices.lexicon.irregulars)
        return next((stem for stem in reversed(made) if stem in table), lemma)

    def _noun(self, i: int) -> FoundEvent | None:
        triggers = self.frames.nouns.get(self._lemma(i, self.frames.nouns), ())
        if not triggers or self.tree.relation(i) == "compound":
            return None
        slots = noun_slots(self.tree, i)
        return self._best(i, ((i, i + 1),), [(t, slots) for t in triggers])

    def _best(
        self, i: int, spans: tuple[Span, ...], options: Sequence[tuple[Trigger, Mapping[str, list[int]]]]
    ) -> FoundEvent | None:
        """Return the event of the trigger that finds the most roles, if what it needs is there."""
        found: tuple[int, FoundEvent] | None = None
        for trigger, slots in options:
            roles = self.roles.of(trigger, slots)
            if not self.roles.suffice(trigger, roles, slots, i) or any(slots.get(slot) for slot in trigger.without):
                continue
            noun = self.tree.parse.upos[i] in ("NOUN", "PROPN")
            if not roles and (trigger.frame in _TALK or (noun and trigger.frame in _TOLD)):
                continue
            frame = self.roles.frame_of(trigger.frame, roles)
            roles = self.roles.completed(frame, roles, i)
            event = FoundEvent(frame, trigger.plover, i, spans, roles, self._when(i))
            if found is None or len(roles) > found[0]:
                found = (len(roles), event)
        return found[1] if found is not None else None

    def _when(self, i: int) -> FoundDate | None:
        """Return the time that hangs on a trigger, on its object, or on the light verb that carries it.

        A time right behind the verb of a reporting clause is when that was said, whatever the tree has it hang on: "Russia has
        received them, he said on Tuesday".
        """
        words = self.tree.parse.words
        within = (i, *self.tree.above(i))
        heads = (self.tree.parse.heads[k] for k in within if self.tree.relation(k) in ("ccomp", "parataxis"))
        told = [a for a in heads if a is not None and a > i]
        near = [
            d
            for d in self.dates
            if (d.when.first or d.when.last) and not any(a < d.start and "," not in words[a : d.start] for a in told)
        ]
        on = {id(d): self.tree.parse.heads[self.tree.parse.head_of((d.start, d.end))] for d in near}
        verb = self.tree.parse.heads[i]
        light = verb is not None and self.tree.lemmas[verb] in LIGHT and self.tree.relation(i) in ("obj", "nsubj")
        objects = self.tree.children(i, "obj") if self.tree.parse.upos[i] == "VERB" else ()
        for places in ((i,), objects, (verb,) if light else ()):
            found = next((d for d in near if on[id(d)] in places), None)
            if found is not None:
                return found
        return None
