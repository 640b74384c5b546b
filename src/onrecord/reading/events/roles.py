"""Who plays which role: slots of the sentence as a trigger reads them, and what the words beside them add."""

from collections.abc import Mapping

from onrecord.reading.dates.words import listed
from onrecord.reading.events.fillers import Fillers
from onrecord.reading.events.sides import Sides
from onrecord.reading.events.slots import noun_slots
from onrecord.registers import Frames, Trigger, measure_nouns

__all__ = ["PARTIES", "Roles"]

Slots = Mapping[str, list[int]]
PARTIES = listed(
    "supplier recipient broker producer trainer trainee party attacker tester seizer owner imposer evader violator "
    "actor partner"
)
"""Roles that only a state, a body or people can play."""
_SAYING = frozenset(("actor", "imposer"))
"""Roles that a document can play."""
_CHAMBERS = listed("parliament senate congress house assembly council committee bundestag duma knesset chamber majlis")
"""Bodies in which one votes."""


class Roles:
    """Fills the roles of one document's events."""

    def __init__(self, fillers: Fillers, frames: Frames, times: set[int]) -> None:
        """Take the frames and the words that tell a time, which play no role."""
        self.fillers, self.frames, self.times = fillers, frames, times
        self.tree, self.sides = fillers.tree, Sides(fillers)

    def frame_of(self, frame: str, roles: Mapping[str, tuple[int, ...]]) -> str:
        """Return the frame: sanctions put on a firm or a person list it, whatever the verb."""
        targets = roles.get("target", ())
        listed = (
            frame == "impose_measure"
            and "subject" not in roles
            and targets
            and all(self.fillers.fits(k, "firm") for k in targets)
        )
        return "list_party" if listed else frame

    def completed(self, frame: str, roles: dict[str, tuple[int, ...]], i: int) -> dict[str, tuple[int, ...]]:
        """Return roles with what the words that fill them tell of others: whose goods they are, whom a measure is on."""
        if "measure" in self.frames.by_name[frame].roles:
            roles = self._with_sides(frame, self._measure_as_such(roles))
        if frame == "transfer_arms":
            return self._with_owner(self._with_origin(roles), i)
        if frame == "vote":
            return self._with_body(roles)
        return self._with_maker(roles) if frame == "make_deal" else roles

    def _measure_as_such(self, roles: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Return roles in which a treaty that forbids is the measure and not who imposes it."""
        imposers = roles.get("imposer", ())
        acts = tuple(k for k in imposers if self.tree.lemmas[k] in measure_nouns())
        if not acts or "measure" in roles:
            return roles
        kept = {role: heads for role, heads in roles.items() if role != "imposer"}
        others = tuple(k for k in imposers if k not in acts)
        return {**kept, "measure": acts, **({"imposer": others} if others else {})}

    def _with_sides(self, frame: str, roles: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Add the target that the measure's own words tell, and its owner: "lifted its curbs on arms exports to Chile"."""
        for head in (*roles.get("measure", ()), *roles.get("subject", ())):
            if "target" not in roles:
                told = tuple(k for k in self.sides.targets(head) if k not in roles.get("imposer", ()))
                roles = {**roles, "target": told} if told else roles
            if "imposer" not in roles and "imposer" in self.frames.by_name[frame].roles:
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
        if (
            "supplier" in roles
            or self.tree.parse.upos[noun] != "NOUN"
            or self.tree.lemmas[noun] not in ("sale", "export", "transfer")
        ):
            return roles
        owners = [
            k
            for g in roles.get("goods", ())
            for k in self.tree.children(g, "nmod")
            if self.tree.parse.upos[k] == "PRON"
        ]
        found = tuple(k for k in owners if self.tree.parse.relations[k] == "nmod:poss")
        return {**roles, "supplier": found[:1]} if found else roles

    def _with_maker(self, roles: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
        """Add the party that an adjective of what a deal is for names: "Egypt cancelled a contract for Russian fighters"."""
        near = [k for g in roles.get("subject", ()) for k in self.tree.children(g, "amod", "compound")]
        known = {self.fillers.state(k) for k in roles.get("party", ())}
        makers = tuple(k for k in near if self.fillers.state(k) not in (None, *known))
        return {**roles, "party": (*roles["party"], *makers[:1])} if makers and roles.get("party") else roles

    def of(self, trigger: Trigger, slots: Mapping[str, list[int]]) -> dict[str, tuple[int, ...]]:
        """Return who plays each role of a trigger by the slots of its sentence, main words in the order of the text."""
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
        kind = trigger.needs.get(trigger.slots.get("object", ""))
        if kind not in ("arms", "measure") or not first or not self.fillers.fits(first[0], kind):
            return slots
        if any(self.fillers.fits(k, kind) for k in objects):
            return slots
        return {**slots, "object": first, "indirect": [k for k in objects if self.fillers.is_party(k)]}

    def _receivers(self, head: int) -> list[int]:
        """Return whom a trade goes to, for the trade: "no licence for exports to Chile", "a permit for the sale to Chile"."""
        if not self.fillers.fits(head, "trade") or self.fillers.is_party(head):
            return [head]
        slots = noun_slots(self.tree, head)
        return [k for case in ("to", "for") for k in slots.get(case, ())] or [head]

    def _inside(self, kind: str | None, head: int) -> int:
        """Return the measure that a word stands in, where it is none itself: "the bans on oil and gas that it suspended"."""
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

    def suffice(
        self, trigger: Trigger, roles: Mapping[str, tuple[int, ...]], slots: Mapping[str, list[int]], i: int
    ) -> bool:
        """Whether the roles found are what a trigger needs, or the text has told the rest near by."""
        moving = trigger.slots.get("subject") == "goods"
        if moving and all(self.tree.parse.upos[k] == "PRON" for k in roles.get("goods", ())):
            return False  # "We will go to the Council" sends nothing
        lacking = [role for role in trigger.needs if role not in roles]
        return not lacking or (set(lacking) <= set(trigger.assumes) and self._goes_without(trigger, roles, slots, i))

    def _goes_without(
        self, trigger: Trigger, roles: Mapping[str, tuple[int, ...]], slots: Mapping[str, list[int]], i: int
    ) -> bool:
        """Whether goods are left unsaid, or stand as a pronoun, by a trade in arms: "will not sell to Chile"."""
        if "measure" in trigger.assumes:
            return self.fillers.measure_near(i)
        slot = next((slot for slot, role in trigger.slots.items() if role in trigger.assumes), "object")
        told = [k for k in slots.get(slot, ()) if self.tree.parse.upos[k] not in ("PRON", "DET", "VERB")]
        sides = [k for role, heads in roles.items() if role in PARTIES for k in heads]
        if told:
            return (
                any(self.fillers.state(k) for k in sides)
                and self.fillers.arms_near(i)
                and all(self.fillers.fits(k, "thing") for k in told)
            )
        return any(self.fillers.is_party(k) for k in sides) and self.fillers.arms_near(i)
