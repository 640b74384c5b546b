"""What the own words of a statement say is so, in a form in which two can be compared: sides, goods, days, numbers, names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from onrecord.records import (
    DateMention,
    Entity,
    EntityKind,
    Event,
    Fact,
    Factuality,
    Filler,
    Measure,
    MeasureStatus,
    Party,
    Quantity,
    Reading,
    Span,
    Stance,
    Statement,
)
from onrecord.registers import Weapon, gazetteer
from onrecord.weighing.goods import weapons_in
from onrecord.weighing.parties import fold, party_of
from onrecord.weighing.titles import title_of

__all__ = ["FAMILIES", "SIDES", "Facts"]

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
_FORESEEING = (Stance.EXPECTS, Stance.COMMITS, Stance.DEMANDS)
_GOODS = ("goods", "weapon")
DEEDS = 3
"""Deeds of a statement that are facts of their own, at most."""
GOODS = 3
"""Goods of a deed that are looked at."""
NAMES = 8
"""Names of a fact, at most."""
_HOLDS = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)
_NAMING = (EntityKind.ORGANISATION, EntityKind.PLACE)
_ON_PARTIES = ("measure", "end of measure", "block", "breach")
"""Families that are about what is put on somebody, not about goods."""
_RESTRICTIONS: Mapping[str, str] = {
    **dict.fromkeys(("permit", "licence", "license", "permission", "authorisation", "authorization"), "permit"),
    **dict.fromkeys(("embargo", "ban", "prohibition", "restriction", "control"), "ban"),
    **dict.fromkeys(("tariff", "duty"), "tariff"),
    **dict.fromkeys(
        ("sanction", "list", "blacklist", "designation", "designate", "listing", "freeze", "penalty"), "sanctions"
    ),
}
_SIZES = frozenset(("km", "m", "kg", "tonne", "km/h", "kilotonne", "horsepower", "litre", "mile"))
"""Units of what a thing can do or weighs."""


@dataclass(frozen=True, slots=True)
class _Deed:
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
        goods = self.event is not None and any(role in _GOODS and f for role, f in self.event.roles)
        return bool(self.giver) + bool(self.taker) + goods


class Facts:
    """Answers for the statements of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.events = {e.id: e for e in reading.events}
        self.entities = {e.id: e for e in reading.entities}
        self.mentions = sorted((m.spans[0], e.id) for e in reading.entities for m in e.mentions)
        self.starts = [a for a, _ in reading.word_spans]
        self.depths = _depths(reading)
        self.about = self._about()

    def of(self, statement: Statement) -> tuple[Fact, ...]:
        """Return what the words of a statement's content say is so, one fact at least; empty but for names if they tell no deed.

        Of several deeds that one comes first whose sides and goods are told best, and of these the one nearest to the root of
        its sentence; another counts beside it only if it is another kind of deed, told side by side with it. What stands in
        the condition, and what a measure is only about, is not told.
        """
        deeds = sorted(self._deeds(statement), key=lambda d: (-min(d.weight, 2), self._depth(d.at), -d.weight, d.at))
        if not deeds:
            return (self._fact(statement, None),)
        chosen = [deeds[0]]
        for deed in deeds[1:]:
            if deed.weight > 0 and deed.family not in {d.family for d in chosen} and self._beside(deed, chosen[0]):
                chosen.append(deed)
        return tuple(self._fact(statement, deed) for deed in chosen[:DEEDS])

    def _beside(self, a: _Deed, b: _Deed) -> bool:
        """Whether two deeds are told side by side: "was loaded at the base and ended up in the north"."""
        return self._leading(a.at) == self._leading(b.at)

    def _leading(self, at: int) -> int:
        """Return the word that leads the coordination in which the word at an offset stands."""
        parse = self.reading.parse
        k = min(bisect_left(self.starts, at), len(self.starts) - 1)
        while parse.relations[k].split(":")[0] in ("conj", "parataxis") and (head := parse.heads[k]) is not None:
            k = head
        return k

    def _fact(self, statement: Statement, deed: _Deed | None) -> Fact:
        inside = self._mentioned(statement)
        goods, system = self._goods(deed, statement)
        amount = self._amount(statement, deed, goods)
        when = self._when(statement, deed)
        told = deed is not None and (deed.weight > 0 or bool(goods))
        parties = [p for e in inside if e.kind in _NAMING and (p := self._party(e.name, e)) is not None]
        if deed is not None and statement.stance is Stance.DEMANDS:
            deed = _asked_of_others(deed, statement)
        sides = (*deed.giver, *deed.taker) if deed else ()
        family = deed.family if deed else "amount" if amount is not None and amount.unit in _SIZES else None
        return Fact(
            family=family,
            phase=deed.phase if deed else "",
            giver=deed.giver if deed else (),
            taker=deed.taker if deed else (),
            parties=tuple(dict.fromkeys((*sides, *(p for p in parties if p.known)))),
            goods=goods,
            system=system,
            first=when[0],
            last=when[1],
            low=amount.low if amount is not None else None,
            high=amount.high if amount is not None else None,
            unit=amount.unit if amount is not None else "",
            names=self._names(statement, inside),
            about=self.about,
            year=self.reading.document.published_on.year if self.reading.document.published_on is not None else None,
            own=told or family == "amount" or bool(goods and (parties or amount is not None)),
            title=title_of(
                deed.event if deed else None,
                family,
                deed.phase if deed else "",
                (deed.giver, deed.taker) if deed else ((), ()),
                amount,
            ),
            holds=deed.holds if deed else None,
        )

    def _deeds(self, statement: Statement) -> Iterator[_Deed]:
        measures = [m for m in self.reading.measures if m.statement == statement.id]
        measured = [span for m in measures for span in m.spans]
        asked = statement.condition.spans if statement.condition is not None else ()
        for id_ in statement.events or ():
            event = self.events.get(id_)
            if event is None or event.frame not in FAMILIES or _inside(event.trigger.spans[0], asked):
                continue
            if event.frame not in (*_PUT, *_END, "violate_measure", "evade_measure") and _inside(
                event.trigger.spans[0], measured, whole=False
            ):
                continue
            if event.frame == "produce_arms" and self._only_tells_maker(event):
                continue
            deed = self._deed(event, statement, measures)
            if deed.family != "use" or deed.giver or deed.taker:
                yield deed
        for measure in measures:
            if (measure.imposer or measure.target) and not _inside(measure.spans[0], asked):
                yield self._measured(measure, statement)

    def _only_tells_maker(self, event: Event) -> bool:
        """Whether words only tell where goods are from: "Chilean-made rockets", "rockets made in Chile"."""
        k = min(bisect_left(self.starts, event.trigger.spans[0][0]), len(self.starts) - 1)
        return self.reading.parse.relations[k].split(":")[0] in ("amod", "compound", "acl")

    def _deed(self, event: Event, statement: Statement, measures: Sequence[Measure]) -> _Deed:
        family = FAMILIES[event.frame]
        roles = dict(event.roles)
        giver, taker = SIDES[family]
        value = dict(event.factuality).get(statement.id, dict(event.factuality).get("author"))
        if family == "deal":
            parties = self._parties(roles.get("party", ()))
            sides = (parties[:1], parties[1:2])
        else:
            sides = (self._parties(roles.get(giver, ())), self._parties(roles.get(taker, ())))
        coming = statement.stance in _FORESEEING or any(m.status in _TO_COME for m in measures)
        phase = "" if family != "measure" else "to come" if coming else "put on"
        holds = True if value in _HOLDS else None if value is None or value is Factuality.UNCOMMITTED else False
        named = [f.text for role in ("measure", "goods", "subject") for f in roles.get(role, ())]
        what = _restriction(" ".join((*named, event.trigger.text))) if family in _ON_PARTIES else ()
        return _Deed(family, phase, *sides, event, what, event.trigger.spans[0][0], holds)

    def _measured(self, measure: Measure, statement: Statement) -> _Deed:
        family, phase = _STATES.get(measure.status, ("measure", "in force"))
        if family == "measure" and statement.stance in _FORESEEING:
            phase = "to come"
        sides = self._parties(measure.imposer), self._parties(measure.target)
        return _Deed(family, phase, *sides, None, _restriction(measure.text), measure.spans[0][0], holds=True)

    def _parties(self, fillers: Sequence[Filler]) -> tuple[Party, ...]:
        found = (self._party(f.name, self.entities.get(f.entity or ""), f.text) for f in fillers)
        return tuple(dict.fromkeys(p for p in found if p is not None))

    def _party(self, phrase: str, entity: Entity | None, text: str = "") -> Party | None:
        """Return who a phrase names; a place that is no state is nobody, a capital may be only the place."""
        if entity is not None and entity.kind is EntityKind.WEAPON:
            entity = None
        if entity is not None and entity.kind is EntityKind.PLACE and entity.known_as is None:
            seat = gazetteer().state(text or phrase)
            return replace(found, known=False) if seat and (found := party_of(phrase, None, None)) else None
        if entity is not None and entity.kind is EntityKind.PERSON:
            found = party_of(phrase, entity.known_as or entity.name, None)
            return found if found is None or found.name == found.state else replace(found, known=False)
        name = (entity.known_as or entity.name) if entity is not None else None
        country = _states().get(entity.country) if entity is not None and entity.country is not None else None
        return party_of(phrase, name, country)

    def _mentioned(self, statement: Statement) -> list[Entity]:
        """Return the entities named in a content, in order."""
        found: dict[str, Entity] = {}
        for a, b in statement.content.spans:
            for (x, y), id_ in self.mentions[bisect_left(self.mentions, ((a, a), "")) :]:
                if x >= b:
                    break
                if y <= b:
                    found.setdefault(id_, self.entities[id_])
        return list(found.values())

    def _goods(self, deed: _Deed | None, statement: Statement) -> tuple[tuple[str, ...], bool]:
        """Return the finest kinds of a deed's goods, and whether a system names one of them; of a measure what it is."""
        if deed is not None and deed.family in _ON_PARTIES:
            return deed.what, False
        roles = deed.event.roles if deed is not None and deed.event is not None else ()
        named = [f.name for role, fillers in roles if role in _GOODS for f in fillers]
        if not any(weapons_in(name) for name in named):
            return self._named_arms(statement) if deed is None or deed.event is not None else ((), False)
        found = [w for name in named[:GOODS] for w in weapons_in(name)]
        return tuple(sorted({w.name for w in found})), any(not w.is_kind for w in found)

    def _named_arms(self, statement: Statement) -> tuple[tuple[str, ...], bool]:
        """Return the kinds of the arms that a content names, if only beside another noun: "the drone flights"."""
        parse, found, run = self.reading.parse, list[Weapon](), list[str]()
        for k in (*self._words(statement), -1):
            if (k >= 0 and parse.upos[k] in ("NOUN", "PROPN", "ADJ", "NUM")) or (
                k >= 0 and run and parse.words[k] == "-"
            ):
                run.append(parse.words[k])
                continue
            found += weapons_in(" ".join(run).replace(" - ", "-")) if run else ()
            run = []
        return tuple(sorted({w.name for w in found[:GOODS]})), any(not w.is_kind for w in found[:GOODS])

    def _words(self, statement: Statement) -> Iterator[int]:
        for a, b in statement.content.spans:
            yield from range(bisect_left(self.starts, a), bisect_left(self.starts, b))

    def _about(self) -> tuple[str, ...]:
        """Return the proper names a document is about: those of its headline and lead, and those it names again."""
        parse = self.reading.parse
        lead = parse.paragraphs[: 1 + parse.headline]
        last = parse.sentences[lead[-1][1] - 1][1] if lead and lead[-1][1] > lead[-1][0] else 0
        runs = list(_proper_runs(self.reading, range(len(parse.words))))
        title = self.reading.document.title or ""
        counts = Counter(fold(name) for _, name in runs if not _is_state(name))
        early = {fold(name) for at, name in runs if at < last}
        told = [n for n, k in counts.items() if len(n) > 3 and (k > 1 or n in early or n in fold(title))]
        return tuple(sorted(told, key=lambda n: (-counts[n], n))[:NAMES])

    def _names(self, statement: Statement, inside: Sequence[Entity]) -> tuple[str, ...]:
        """Return the proper names in a content that are no states, no known bodies, no people."""
        found = [e.name for e in inside if e.kind in _NAMING and e.known_as is None]
        people = {w for e in self.entities.values() if e.kind is EntityKind.PERSON for w in e.name.split()}
        runs = _proper_runs(self.reading, self._words(statement))
        found += [name for _, name in runs if not people & set(name.split())]
        folded = (fold(name) for name in found if not _is_state(name))
        return tuple(sorted({name for name in folded if len(name) > 2}))[:NAMES]

    def _amount(self, statement: Statement, deed: _Deed | None, goods: tuple[str, ...]) -> Quantity | None:
        if deed is not None and deed.event is not None:
            return next((q for q in deed.event.quantities if q.unit == "item"), None)
        for q in self.reading.quantities:
            if _inside(q.spans[0], statement.content.spans) and (
                q.unit in _SIZES or (q.unit == "item" and goods and q.of and weapons_in(q.of))
            ):
                return q
        return None

    def _when(self, statement: Statement, deed: _Deed | None) -> tuple[date | None, date | None]:
        """Return the days of a deed: those told with it, else the only ones in the content; not the day on which it was said."""
        told = deed.event.when if deed is not None and deed.event is not None else None
        if told is None or not _inside(told.spans[0], statement.content.spans):
            inside = [d for d in self.reading.dates if _inside(d.spans[0], statement.content.spans)]
            inside = [d for d in inside if d.when != statement.said_on]
            told = inside[0] if len(inside) == 1 else None
        if told is None:
            return None, None
        return self._looked_back(told, statement, deed)

    def _looked_back(
        self, told: DateMention, statement: Statement, deed: _Deed | None
    ) -> tuple[date | None, date | None]:
        """Return the days of a time told, a year back where what is told as done would else lie ahead ("in January")."""
        first, last, today = told.when.first, told.when.last, self.reading.document.published_on
        ahead = today is not None and first is not None and last is not None and first > today
        coming = statement.stance in _FORESEEING or (deed is not None and deed.phase == "to come")
        if (
            not ahead
            or coming
            or re.search(r"\d{4}|next|coming|tomorrow|later", told.text)
            or first is None
            or last is None
        ):
            return first, last
        return tuple(d.replace(year=d.year - 1, day=min(d.day, 28) if d.month == 2 else d.day) for d in (first, last))  # type: ignore[return-value]

    def _depth(self, at: int) -> int:
        k = bisect_left(self.starts, at)
        return self.depths[k] if k < len(self.depths) else 0


def _asked_of_others(deed: _Deed, statement: Statement) -> _Deed:
    """Return a deed that somebody demands without that somebody on its sides."""
    source = statement.source.speaker if statement.source is not None else None
    party = party_of(source, None, None) if source is not None else None
    giver, taker = ((p for p in side if party is None or p.name != party.name) for side in (deed.giver, deed.taker))
    return replace(deed, giver=tuple(giver), taker=tuple(taker))


def _proper_runs(reading: Reading, words: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield the proper names among words as they stand side by side, each with the number of its first word."""
    parse, run = reading.parse, list[int]()
    dates = [span for d in reading.dates for span in d.spans]
    dates += [span for e in reading.entities if e.known_as is not None for m in e.mentions for span in m.spans]
    for k in words:
        if parse.upos[k] == "PROPN" and parse.words[k][:1].isupper() and not _inside(reading.word_spans[k], dates):
            if run and k != run[-1] + 1:
                yield run[0], " ".join(parse.words[j] for j in run)
                run = []
            run.append(k)
        elif run:
            yield run[0], " ".join(parse.words[j] for j in run)
            run = []
    if run:
        yield run[0], " ".join(parse.words[j] for j in run)


def _is_state(name: str) -> bool:
    return (
        gazetteer().state(name) is not None
        or gazetteer().body(name) is not None
        or gazetteer().outlet(name) is not None
    )


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


def _inside(span: Span, spans: Sequence[Span], *, whole: bool = True) -> bool:
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
