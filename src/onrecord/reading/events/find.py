"""Events: the words that tell of a frame, who plays which role, and when."""

from collections.abc import Mapping, Sequence

from onrecord.reading.arms import ArmsMention
from onrecord.reading.dates import FoundDate
from onrecord.reading.events.carrying import carry_roles
from onrecord.reading.events.fillers import Fillers
from onrecord.reading.events.found import FoundEvent
from onrecord.reading.events.held import Held
from onrecord.reading.events.sides import Sides
from onrecord.reading.events.slots import LIGHT, noun_slots, verb_slots
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree
from onrecord.records import Span
from onrecord.registers import Frames, Trigger, measure_nouns, stems

__all__ = ["Finder"]

PARTIES = frozenset(
    (
        "supplier", "recipient", "broker", "producer", "trainer", "trainee", "party", "attacker", "tester", "seizer", "owner",
        "imposer", "evader", "violator", "actor", "partner",
    )
)  # fmt: skip
"""Roles that only a state, a body or people can play."""
_DEEDS = frozenset(("transfer_arms", "produce_arms", "use_in_attack"))
"""Frames that "do it" repeats."""
_BARE = {
    **dict.fromkeys(
        ("shipment", "delivery", "transfer", "sale", "export", "supply", "purchase", "handover", "procurement", "acquisition"),
        "transfer_arms",
    ),
    **dict.fromkeys(("production", "assembly", "manufacture"), "produce_arms"),
    **dict.fromkeys(("attack", "strike", "airstrike"), "use_in_attack"),
}
"""Nouns that take up what is done with arms without naming them, with their frames."""
_SAYING = frozenset(("actor", "imposer"))
"""Roles that a document can play."""
_TALK = frozenset(("accuse", "condemn", "demand", "deny", "threaten", "warn"))
"""Frames of saying, which a bare noun ("the denial") does not tell anew."""
_TOLD = frozenset(("veto", "offer", "block_aid", "approve_aid"))
"""Frames of which a bare noun ("the vote") tells nothing either."""
_SPEECH = _TALK | frozenset(("consult", "vote", "veto"))
"""Frames of saying and deciding, which "do so" seldom repeats."""
_CHAMBERS = frozenset(
    ("parliament", "senate", "congress", "house", "assembly", "council", "committee", "bundestag", "duma", "knesset", "chamber", "majlis")
)
"""Bodies in which one votes."""
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
        self.sides = Sides(self.fillers)
        self.times = {i for d in dates for i in range(d.start, d.end)}

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
        roles = {role: heads for role, heads in self._roles(triggers[0], slots).items() if role != "goods"}
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
        if not triggers:
            return None
        slots = verb_slots(self.tree, i)
        particle = lemma.rpartition(" ")[2] if " " in lemma else ""
        led = [k for k in slots.get(particle, ()) if k > i] or self._led_by_last(spans)
        options = []
        for t in triggers:
            as_object = bool(led) and particle not in t.slots and "object" in t.slots and not slots.get("object")
            options.append((t, {**slots, "object": led} if as_object else slots))
        return self._best(i, spans, options)

    def _led_by_last(self, spans: Sequence[Span]) -> list[int]:
        """Return the noun that the last word of a verb of several words leads to: "did away with the curbs"."""
        last = spans[-1][1] - 1
        noun = self.tree.parse.heads[last]
        leads = self.tree.relation(last) == "case" and noun is not None and noun > last and spans[0][1] - spans[0][0] > 2
        return [noun] if leads and noun is not None else []

    def _with_particle(self, i: int) -> tuple[str, tuple[Span, ...]]:
        """Return a verb's lemma with its particle, and the words of both."""
        words, own = self.tree.parse.words, self._lemma(i, self.frames.verbs)
        if words[max(0, i - 1)] == "-" and i > 1 and f"{words[i - 2].lower()}-{own}" in self.frames.verbs:
            return f"{words[i - 2].lower()}-{own}", ((i - 2, i + 1),)
        for length in (4, 3, 2):
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
        if lemma in table:
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
            roles = self._roles(trigger, slots)
            if not self._has_needs(trigger, roles, slots, i) or any(slots.get(slot) for slot in trigger.without):
                continue
            noun = self.tree.parse.upos[i] in ("NOUN", "PROPN")
            if not roles and (trigger.frame in _TALK or (noun and trigger.frame in _TOLD)):
                continue
            frame = self._frame(trigger.frame, roles)
            if "measure" in self.frames.by_name[frame].roles:
                roles = self._with_sides(self._measure_as_such(roles), trigger)
            if frame == "transfer_arms":
                roles = self._with_owner(self._with_origin(roles), i)
            elif frame == "vote":
                roles = self._with_body(roles)
            elif frame == "make_deal":
                roles = self._with_maker(roles)
            event = FoundEvent(frame, trigger.plover, i, spans, roles, self._when(i))
            if found is None or len(roles) > found[0]:
                found = (len(roles), event)
        return found[1] if found is not None else None

    def _frame(self, frame: str, roles: Mapping[str, tuple[int, ...]]) -> str:
        """Return the frame: sanctions put on a firm or a person list it, whatever the verb."""
        targets = roles.get("target", ())
        listed = (
            frame == "impose_measure"
            and "subject" not in roles
            and targets
            and all(self.fillers.fits(k, "firm") for k in targets)
        )
        return "list_party" if listed else frame

    def _measure_as_such(self, roles: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Return roles in which a treaty that forbids is the measure and not who imposes it."""
        imposers = roles.get("imposer", ())
        acts = tuple(k for k in imposers if self.tree.lemmas[k] in measure_nouns())
        if not acts or "measure" in roles:
            return roles
        kept = {role: heads for role, heads in roles.items() if role != "imposer"}
        others = tuple(k for k in imposers if k not in acts)
        return {**kept, "measure": acts, **({"imposer": others} if others else {})}

    def _with_sides(self, roles: dict[str, tuple[int, ...]], trigger: Trigger) -> dict[str, tuple[int, ...]]:
        """Add the target that the measure's own words tell, and its owner: "lifted its curbs on arms exports to Chile"."""
        for head in (*roles.get("measure", ()), *roles.get("subject", ())):
            if "target" not in roles:
                told = tuple(k for k in self.sides.targets(head) if k not in roles.get("imposer", ()))
                roles = {**roles, "target": told} if told else roles
            if "imposer" not in roles and "imposer" in trigger.slots.values():
                owners = tuple(k for k in self.sides.imposers(head) if k not in roles.get("target", ()))
                roles = {**roles, "imposer": owners} if owners else roles
        return roles

    def _with_origin(self, roles: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Add the supplier that an adjective of the goods names: "the purchase of Russian missiles"."""
        if "supplier" in roles:
            return roles
        near = [k for g in roles.get("goods", ()) for k in self.tree.children(g, "amod", "compound", "nmod")]
        own = {k for k in near if self.tree.parse.relations[k] == "nmod:poss"}
        states = [
            k for k in near if self.fillers.state(k) is not None and (k in own or self.tree.child(k, "case") is None)
        ]
        others = {self.fillers.state(k) for k in roles.get("recipient", ())}
        found = tuple(k for k in states if self.fillers.state(k) not in others)
        return {**roles, "supplier": found[:1]} if found else roles

    def _with_body(self, roles: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Return roles in which a parliament that votes is where the vote is and not who votes."""
        voters = roles.get("actor", ())
        bodies = tuple(k for k in voters if self.tree.lemmas[k] in _CHAMBERS)
        if not bodies or "body" in roles:
            return roles
        kept = tuple(k for k in voters if k not in bodies)
        rest = {role: heads for role, heads in roles.items() if role != "actor"}
        return {**rest, "body": bodies, **({"actor": kept} if kept else {})}

    def _with_owner(self, roles: dict[str, tuple[int, ...]], noun: int) -> dict[str, tuple[int, ...]]:
        """Add the supplier that is whose the goods are: "the sale of its missiles to Chile"."""
        if "supplier" in roles or self.tree.parse.upos[noun] != "NOUN" or self.tree.lemmas[noun] not in ("sale", "export", "transfer"):
            return roles
        owners = [k for g in roles.get("goods", ()) for k in self.tree.children(g, "nmod") if self.tree.parse.upos[k] == "PRON"]
        found = tuple(k for k in owners if self.tree.parse.relations[k] == "nmod:poss")
        return {**roles, "supplier": found[:1]} if found else roles

    def _with_maker(self, roles: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Add the party that an adjective of what a deal is for names: "Egypt cancelled a contract for Russian fighters"."""
        near = [k for g in roles.get("subject", ()) for k in self.tree.children(g, "amod", "compound")]
        known = {self.fillers.state(k) for k in roles.get("party", ())}
        makers = tuple(k for k in near if self.fillers.state(k) not in (None, *known))
        return {**roles, "party": (*roles["party"], *makers[:1])} if makers and roles.get("party") else roles

    def _roles(self, trigger: Trigger, slots: Mapping[str, list[int]]) -> dict[str, tuple[int, ...]]:
        roles: dict[str, tuple[int, ...]] = {}
        slots = self._untwisted(trigger, slots)
        for slot, role in trigger.slots.items():
            held = [k for k in slots.get(slot, ()) if k not in self.times]
            held = [self._inside(trigger.needs.get(role), k) for k in held]
            if role == "recipient" and slot in ("for", "to"):
                held = [x for k in held for x in self._receivers(k)]
            heads = [k for k in held if self._may_be(role, trigger, k)]
            if trigger.needs.get(role) == "firm" and heads:
                beside = [c for k in heads for c in self.tree.children(k, "conj") if self.tree.parse.upos[c] == "PROPN"]
                heads = [k for k in held if k in heads or k in beside]  # one list, one kind
            known = roles.get(role, ())
            roles[role] = tuple(dict.fromkeys((*known, *heads)))
        return {role: self._without_relative(heads) for role, heads in roles.items() if heads}

    def _untwisted(self, trigger: Trigger, slots: Mapping[str, list[int]]) -> Mapping[str, list[int]]:
        """Return slots in which goods are the object where the tree has them for the receiver: "sending shells to Chile"."""
        first, objects = slots.get("indirect", []), slots.get("object", [])
        if trigger.slots.get("object") != "goods" or not first or not self.fillers.fits(first[0], "arms"):
            return slots
        if any(self.fillers.fits(k, "arms") for k in objects):
            return slots
        return {**slots, "object": first, "indirect": [k for k in objects if self.fillers.is_party(k)]}

    def _receivers(self, head: int) -> list[int]:
        """Return whom a trade goes to, for the trade: "no licence for exports to Chile", "a permit for the sale to Chile"."""
        if not self.fillers.fits(head, "trade") or self.fillers.is_party(head):
            return [head]
        slots = noun_slots(self.tree, head)
        return [k for case in ("to", "for") for k in slots.get(case, ())] or [head]

    def _inside(self, kind: str | None, head: int) -> int:
        """Return the measure that a word stands in, where it is none itself: "the bans on oil, gold and gas that it suspended"."""
        if kind != "measure" or self.fillers.fits(head, kind):
            return head
        k, above = head, self.tree.parse.heads[head]
        while above is not None and self.tree.relation(k) in ("nmod", "conj", "compound", "appos"):
            if self.fillers.fits(above, kind):
                return above
            k, above = above, self.tree.parse.heads[above]
        return head

    def _without_relative(self, heads: tuple[int, ...]) -> tuple[int, ...]:
        """Return fillers without the "that" or "which" of a clause whose noun is among them."""
        named = tuple(k for k in heads if self.tree.parse.words[k].lower() not in ("that", "which", "who"))
        return named or heads

    def _may_be(self, role: str, trigger: Trigger, head: int) -> bool:
        kind = trigger.needs.get(role)
        if kind is not None:
            return self.fillers.fits(head, kind)
        put_on = role == "target" and "imposer" in self.frames.by_name[trigger.frame].roles
        if role not in PARTIES and not put_on:
            return True
        return self.fillers.can_act(head) and (role in _SAYING or not self.fillers.is_document(head))

    def _has_needs(
        self, trigger: Trigger, roles: Mapping[str, tuple[int, ...]], slots: Mapping[str, list[int]], i: int
    ) -> bool:
        moving = trigger.slots.get("subject") == "goods"
        if moving and all(self.tree.parse.upos[k] == "PRON" for k in roles.get("goods", ())):
            return False  # "We will go to the Council" sends nothing
        lacking = [role for role in trigger.needs if role not in roles]
        return not lacking or (set(lacking) <= set(trigger.assumes) and self._goes_without(trigger, roles, slots, i))

    def _goes_without(
        self, trigger: Trigger, roles: Mapping[str, tuple[int, ...]], slots: Mapping[str, list[int]], i: int
    ) -> bool:
        """Whether goods are left unsaid, or stand as a pronoun, by a trade in arms: "will not sell to Chile", "sold them nothing"."""
        if "measure" in trigger.assumes:
            return self.fillers.measure_near(i)
        slot = next((slot for slot, role in trigger.slots.items() if role in trigger.assumes), "object")
        told = [k for k in slots.get(slot, ()) if self.tree.parse.upos[k] not in ("PRON", "DET", "VERB")]
        sides = [k for role, heads in roles.items() if role in PARTIES for k in heads]
        if told:
            return any(self.fillers.state(k) for k in sides) and self.fillers.arms_near(i) and all(self.fillers.fits(k, "thing") for k in told)
        return any(self.fillers.is_party(k) for k in sides) and self.fillers.arms_near(i)

    def _when(self, i: int) -> FoundDate | None:
        """Return the time that hangs on a trigger, on its object, or on the light verb that carries it."""
        near = [d for d in self.dates if d.when.first or d.when.last]
        on = {id(d): self.tree.parse.heads[self.tree.parse.head_of((d.start, d.end))] for d in near}
        verb = self.tree.parse.heads[i]
        light = verb is not None and self.tree.lemmas[verb] in LIGHT and self.tree.relation(i) in ("obj", "nsubj")
        objects = self.tree.children(i, "obj") if self.tree.parse.upos[i] == "VERB" else ()
        for places in ((i,), objects, (verb,) if light else ()):
            found = next((d for d in near if on[id(d)] in places), None)
            if found is not None:
                return found
        return None
