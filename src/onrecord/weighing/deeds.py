"""The deeds that a statement tells: who does what to whom, by the frames of events and the measures spoken of."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.records import (
    Entity,
    EntityKind,
    Event,
    Factuality,
    Filler,
    Measure,
    MeasureStatus,
    Party,
    Reading,
    Span,
    Stance,
    Statement,
)
from onrecord.registers import gazetteer
from onrecord.registers.entries import How
from onrecord.weighing.goods import weapons_in
from onrecord.weighing.parties import fold, party_of, state_of

__all__ = ["FAMILIES", "FORESEEING", "GOODS_ROLES", "ON_PARTIES", "SIDES", "Deed", "Deeds", "asked_of_others", "inside"]

_PUT = ("impose_measure", "announce_measure", "list_party", "snap_back_measure", "extend_measure")
_END = ("lift_measure", "suspend_measure", "lapse_measure", "delist_party")
FAMILIES: Mapping[str, str] = {
    "transfer_arms": "transfer",
    "approve_aid": "approval",
    "block_aid": "block",
    "make_deal": "deal",
    "produce_arms": "produce",
    "train": "train",
    "use_in_attack": "use",
    "test_weapon": "test",
    "seize": "seize",
    "load_arms": "load",
    "violate_measure": "breach",
    "evade_measure": "breach",
    **dict.fromkeys(_PUT, "measure"),
    **dict.fromkeys(_END, "end of measure"),
}
"""Frames that may tell one and the same thing; frames of saying tell none of their own."""
SIDES: Mapping[str, tuple[str, str]] = {
    "transfer": ("supplier", "recipient"),
    "approval": ("actor", "recipient"),
    "block": ("actor", "recipient"),
    "deal": ("party", "party"),
    "produce": ("producer", "partner"),
    "train": ("trainer", "trainee"),
    "use": ("attacker", "target"),
    "test": ("tester", "place"),
    "seize": ("seizer", "owner"),
    "load": ("loader", "carrier"),
    "breach": ("violator", "target"),
    "measure": ("imposer", "target"),
    "end of measure": ("imposer", "target"),
}
_TO_COME = (MeasureStatus.EXPECTED, MeasureStatus.THREATENED, MeasureStatus.DEMANDED, MeasureStatus.PROPOSED)
_STATES: Mapping[MeasureStatus, tuple[str, str]] = {
    **dict.fromkeys(_TO_COME, ("measure", "to come")),
    **dict.fromkeys((MeasureStatus.IMPOSED, MeasureStatus.ANNOUNCED, MeasureStatus.RESTORED), ("measure", "put on")),
    **dict.fromkeys(
        (MeasureStatus.LIFTED, MeasureStatus.ENDED, MeasureStatus.SUSPENDED, MeasureStatus.EASED),
        ("end of measure", ""),
    ),
    **dict.fromkeys((MeasureStatus.VIOLATED, MeasureStatus.EVADED), ("breach", "")),
}
_AGREEING = frozenset(
    ("agree", "contract", "agreement", "contract", "deal", "accord", "memorandum", "negotiate", "consent", "arrange")
)
_SEALING = frozenset(
    ("sign", "seal", "conclude", "approve", "finalise", "finalize", "reach", "initial", "strike", "close")
)
_TRADING = frozenset(("sale", "purchase", "order", "acquisition", "procurement"))
NEAR = 600
"""Characters back to the measure that "it" means, at most."""
FORESEEING = (Stance.EXPECTS, Stance.COMMITS, Stance.DEMANDS)
GOODS_ROLES = ("goods", "weapon")
_HOLDS = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)
ON_PARTIES = ("measure", "end of measure", "block", "breach")
"""Families that are about what is put on somebody, not about goods."""
_RESTRICTIONS: Mapping[str, str] = {
    **dict.fromkeys(("permit", "licence", "license", "permission", "authorisation", "authorization"), "permit"),
    **dict.fromkeys(("embargo", "ban", "prohibition", "restriction", "control"), "ban"),
    **dict.fromkeys(("tariff", "duty"), "tariff"),
    **dict.fromkeys(
        ("sanction", "list", "blacklist", "designation", "designate", "listing", "freeze", "penalty"), "sanctions"
    ),
}

_BARRING = frozenset(
    ("ban", "prohibit", "forbid", "bar", "outlaw", "restrict", "embargo", "criminalise", "criminalize")
)
"""Verbs whose object is what is not to be done."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed told in a content, with what is known of its sides."""

    family: str
    phase: str
    giver: tuple[Party, ...]
    taker: tuple[Party, ...]
    event: Event | None
    what: tuple[str, ...]
    at: int
    holds: bool | None

    @property
    def weight(self) -> int:
        """How much it tells: sides that are named, and goods."""
        goods = self.event is not None and any(role in GOODS_ROLES and f for role, f in self.event.roles)
        return bool(self.giver) + bool(self.taker) + goods


class Deeds:
    """Answers for the statements of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.events = {e.id: e for e in reading.events}
        self.entities = {e.id: e for e in reading.entities}
        self.starts = [a for a, _ in reading.word_spans]
        self._depths = _depths(reading)

    def of(self, statement: Statement) -> Iterator[Deed]:
        """Yield the deeds told in a statement's content, not in its condition, and not as what a measure is only about."""
        measures = [m for m in self.reading.measures if m.statement == statement.id]
        measured = [span for m in measures for span in m.spans]
        asked = statement.condition.spans if statement.condition is not None else ()
        for id_ in statement.events or ():
            event = self.events.get(id_)
            if event is None or event.frame not in FAMILIES or inside(event.trigger.spans[0], asked):
                continue
            if event.frame not in (*_PUT, *_END, "violate_measure", "evade_measure") and inside(
                event.trigger.spans[0], measured, whole=False
            ):
                continue
            if self.only_tells_maker(event) or self._is_barred(event):
                continue
            deed = self._deed(event, statement, measures)
            if deed.family != "use" or deed.giver or deed.taker or dict(event.roles).get("target"):
                yield deed
        for measure in measures:
            if (measure.imposer or measure.target) and not inside(measure.spans[0], asked):
                yield self._measured(measure, statement)

    def _taken_up(self, event: Event) -> tuple[str, ...]:
        """Return what kind of measure a pronoun or a bare noun means: the one that was spoken of last."""
        at = event.trigger.spans[0][0]
        for earlier in sorted(self.reading.events, key=lambda e: -e.trigger.spans[0][0]):
            if earlier.frame not in (*_PUT, *_END) or not at - NEAR <= earlier.trigger.spans[0][0] < at:
                continue
            found = _restriction(" ".join(f.text for f in dict(earlier.roles).get("measure", ())))
            if found:
                return found
        return ()

    def _is_agreed(self, event: Event) -> bool:
        """Whether goods are only agreed on: "agreed to sell", "the sale was sealed", "signed an order for"."""
        parse = self.reading.parse
        k = min(bisect_left(self.starts, event.trigger.spans[0][0]), len(self.starts) - 1)
        above = parse.heads[k]
        if parse.upos[k] == "VERB":
            governed = parse.relations[k].split(":")[0] in ("xcomp", "ccomp", "acl")
            return governed and above is not None and parse.lemmas[above].lower() in _AGREEING
        trading = parse.lemmas[k].lower() in _TRADING
        return trading and above is not None and parse.lemmas[above].lower() in (*_AGREEING, *_SEALING)

    def only_tells_maker(self, event: Event) -> bool:
        """Whether words only tell where goods are from: "Chilean-made rockets", "rockets made in Chile"."""
        if event.frame != "produce_arms":
            return False
        k = min(bisect_left(self.starts, event.trigger.spans[0][0]), len(self.starts) - 1)
        return self.reading.parse.relations[k].split(":")[0] in ("amod", "compound", "acl")

    def _deed(self, event: Event, statement: Statement, measures: Sequence[Measure]) -> Deed:
        family = "deal" if event.frame == "transfer_arms" and self._is_agreed(event) else FAMILIES[event.frame]
        roles = dict(event.roles)
        giver, taker = SIDES[FAMILIES[event.frame]]
        value = dict(event.factuality).get(statement.id, dict(event.factuality).get("author"))
        if event.frame == "make_deal":
            parties = self._parties(roles.get("party", ()))
            sides = (parties[:1], parties[1:2])
        else:
            sides = (
                self._parties(roles.get(giver, ())),
                self._parties(roles.get(taker, ()), hit=event.frame == "use_in_attack"),
            )
        coming = statement.stance in FORESEEING or any(m.status in _TO_COME for m in measures)
        phase = "" if family != "measure" else "to come" if coming else "put on"
        holds = True if value in _HOLDS else None if value is None or value is Factuality.UNCOMMITTED else False
        named = [f.text for role in ("measure", "goods", "subject") for f in roles.get(role, ())]
        what = _restriction(" ".join((*named, event.trigger.text))) if family in ON_PARTIES else ()
        if family in ON_PARTIES and not what:
            what = self._taken_up(event)
        return Deed(family, phase, *sides, event, what, event.trigger.spans[0][0], holds)

    def _measured(self, measure: Measure, statement: Statement) -> Deed:
        family, phase = _STATES.get(measure.status, ("measure", "in force"))
        if family == "measure" and statement.stance in FORESEEING:
            phase = "to come"
        sides = self._parties(measure.imposer), self._parties(measure.target)
        return Deed(family, phase, *sides, None, _restriction(measure.text), measure.spans[0][0], holds=True)

    def _is_barred(self, event: Event) -> bool:
        """Whether an event is only what a ban is on: "resolutions ban all arms exports"."""
        parse = self.reading.parse
        k = min(bisect_left(self.starts, event.trigger.spans[0][0]), len(self.starts) - 1)
        above = parse.heads[k]
        return above is not None and parse.relations[k] == "obj" and parse.lemmas[above].lower() in _BARRING

    def _parties(self, fillers: Sequence[Filler], *, hit: bool = False) -> tuple[Party, ...]:
        """Return who fillers name; of what was hit a town stands for itself and not for its state."""
        found = list[Party | None]()
        for f in fillers:
            entity = self.entities.get(f.entity or "")
            town = hit and entity is not None and entity.kind is EntityKind.PLACE and _is_town(f.name)
            if weapons_in(f.name) and state_of(f.name) is None:
                continue  # "shipped Mohajer-6 drones": the tree's slip
            found.append(Party(fold(f.name), "", known=True) if town else self.party(f.name, entity, f.text))
        return tuple(dict.fromkeys(p for p in found if p is not None))

    def party(self, phrase: str, entity: Entity | None, text: str = "") -> Party | None:
        """Return who a phrase names; a place that is no state is nobody, a capital its state."""
        if entity is not None and entity.kind is EntityKind.WEAPON:
            entity = None
        if entity is not None and entity.kind is EntityKind.PLACE and entity.known_as is None:
            seat = gazetteer().state(text or phrase)
            return party_of(phrase, None, None) if seat is not None else None
        if entity is not None and entity.kind is EntityKind.PERSON:
            found = party_of(phrase, entity.known_as or entity.name, None)
            return found if found is None or found.name == found.state else replace(found, known=False)
        name = (entity.known_as or entity.name) if entity is not None else None
        country = _states().get(entity.country) if entity is not None and entity.country is not None else None
        return party_of(phrase, name, country)

    def depth(self, at: int) -> int:
        """Return how far the word at an offset is from the root of its sentence."""
        k = bisect_left(self.starts, at)
        return self._depths[k] if k < len(self._depths) else 0

    def leading(self, at: int) -> int:
        """Return the word that leads the coordination in which the word at an offset stands."""
        parse = self.reading.parse
        k = min(bisect_left(self.starts, at), len(self.starts) - 1)
        while parse.relations[k].split(":")[0] in ("conj", "parataxis") and (head := parse.heads[k]) is not None:
            k = head
        return k


def _is_town(name: str) -> bool:
    """Whether a name is no state's own: a town, be it the capital."""
    found = gazetteer().state(re.sub(r"['’]s?$", "", name))
    return found is None or found.how is How.CAPITAL


def asked_of_others(deed: Deed, statement: Statement) -> Deed:
    """Return a deed that somebody demands without that somebody on its sides."""
    source = statement.source.speaker if statement.source is not None else None
    party = party_of(source, None, None) if source is not None else None
    giver, taker = ((p for p in side if party is None or p.name != party.name) for side in (deed.giver, deed.taker))
    return replace(deed, giver=tuple(giver), taker=tuple(taker))


@cache
def _states() -> Mapping[str, str]:
    return {s.iso: s.name for s in gazetteer().states}


def _restriction(text: str) -> tuple[str, ...]:
    """Return what kind of measure some words name."""
    for word in reversed(text.lower().split()):
        for stem in (word, word.removesuffix("s"), word.removesuffix("d"), word.removesuffix("ed")):
            if stem in _RESTRICTIONS:
                return (_RESTRICTIONS[stem],)
    return ()


def inside(span: Span, spans: Sequence[Span], *, whole: bool = True) -> bool:
    """Whether a span lies in one of others; not ``whole``: behind its first character."""
    a, b = span
    return any((x <= a if whole else x < a) and b <= y for x, y in spans)


def _depths(reading: Reading) -> list[int]:
    """Return how far each word is from the root of its sentence."""
    heads = reading.parse.heads
    depths = [-1] * len(heads)
    for k in range(len(heads)):
        path = []
        at: int | None = k
        while at is not None and depths[at] < 0 and at not in path:
            path.append(at)
            at = heads[at]
        base = depths[at] if at is not None and depths[at] >= 0 else -1
        for n, j in enumerate(reversed(path), 1):
            depths[j] = base + n
    return depths
