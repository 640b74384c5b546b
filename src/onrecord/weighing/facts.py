"""What the own words of a statement say is so, in a form in which two can be compared: sides, goods, days, numbers, names."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from onrecord.records import (
    DateMention,
    Entity,
    EntityKind,
    Event,
    Fact,
    Parse,
    Quantity,
    Reading,
    Span,
    Stance,
    Statement,
    VoiceKind,
)
from onrecord.registers import Weapon, gazetteer
from onrecord.weighing.deeds import FAMILIES, FORESEEING, GOODS_ROLES, ON_PARTIES, Deed, Deeds, asked_of_others, inside
from onrecord.weighing.goods import weapons_in
from onrecord.weighing.memory import Memory
from onrecord.weighing.parties import fold, within
from onrecord.weighing.placed import Placed
from onrecord.weighing.titles import title_of

__all__ = ["Facts"]

DEEDS = 3
"""Deeds of a statement that are facts of their own, at most."""
GOODS = 3
"""Goods of a deed that are looked at."""
NAMES = 8
"""Names of a fact, at most."""
_NAMING = (EntityKind.ORGANISATION, EntityKind.PLACE)
_SIZES = frozenset(("km", "m", "kg", "tonne", "km/h", "kilotonne", "horsepower", "litre", "mile"))
"""Units of what a thing can do or weighs."""


class Facts:
    """Answers for the statements of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.deeds = Deeds(reading)
        self.entities = {e.id: e for e in reading.entities}
        self.mentions = sorted((m.spans[0], e.id) for e in reading.entities for m in e.mentions)
        self.starts = [a for a, _ in reading.word_spans]
        self.memory = Memory(reading, self.starts)
        self.people = {w for e in reading.entities if e.kind is EntityKind.PERSON for w in e.name.split()}
        self.dates = Placed(reading.dates, [d.spans[0] for d in reading.dates])
        self.quantities = Placed(reading.quantities, [q.spans[0] for q in reading.quantities])
        self.known = self._known()
        self.about = self._about()

    def of(self, statement: Statement) -> tuple[Fact, ...]:
        """Return what the words of a statement's content say is so, one fact at least; empty but for names if they tell no deed.

        Of several deeds that one comes first whose sides and goods are told best, and of these the one nearest to the root of
        its sentence; another counts beside it only if it is another kind of deed, told side by side with it. What stands in
        the condition, and what a measure is only about, is not told.
        """
        top = min((self.deeds.depth(self.starts[k]) for k in self.words(statement)), default=0)

        def rank(deed: Deed) -> tuple[bool, int, int, int, int]:
            depth = self.deeds.depth(deed.at)
            return depth > top or not deed.weight, -min(deed.weight, 2), depth, -deed.weight, deed.at

        deeds = sorted(self.deeds.of(statement), key=rank)
        if not deeds:
            return (self._fact(statement, None),)
        chosen = [deeds[0]]
        for deed in deeds[1:]:
            if deed.weight > 0 and deed.family not in {d.family for d in chosen} and self._beside(deed, chosen[0]):
                chosen.append(deed)
        return tuple(self._fact(statement, deed) for deed in chosen[:DEEDS])

    def _beside(self, a: Deed, b: Deed) -> bool:
        """Whether two deeds are told side by side: "was loaded at the base and ended up in the north"."""
        return self.deeds.leading(a.at) == self.deeds.leading(b.at)

    def _fact(self, statement: Statement, deed: Deed | None) -> Fact:
        named = self._mentioned(statement)
        goods, system = self._goods(deed, statement)
        amount = self._amount(statement, deed, goods)
        when = self._when(statement, deed)
        told = deed is not None and (deed.weight > 0 or bool(goods))
        parties = [p for e in named if e.kind in _NAMING and (p := self.deeds.party(e.name, e)) is not None]
        if deed is not None and statement.stance is Stance.DEMANDS:
            deed = asked_of_others(deed, statement)
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
            names=self._names(statement, named, deed),
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

    def _goods(self, deed: Deed | None, statement: Statement) -> tuple[tuple[str, ...], bool]:
        """Return the finest kinds of a deed's goods, and whether a system names one of them; of a measure what it is."""
        if deed is not None and deed.family in ON_PARTIES:
            return deed.what, False
        roles = deed.event.roles if deed is not None and deed.event is not None else ()
        named = [f for role, fillers in roles if role in GOODS_ROLES for f in fillers]
        found = [w for f in named[:GOODS] for w in self.memory.fuller(f) or weapons_in(f.name) or self.memory.meant(f)]
        if not found:
            return self._named_arms(statement) if deed is None or deed.event is not None else ((), False)
        return tuple(sorted({w.name for w in found})), any(not w.is_kind for w in found)

    def _named_arms(self, statement: Statement) -> tuple[tuple[str, ...], bool]:
        """Return the kinds of the arms that a content names, if only beside another noun: "the drone flights"."""
        parse, found, run, before = self.reading.parse, list[Weapon](), list[str](), 0
        for k in (*self.words(statement), -1):
            if (k >= 0 and parse.upos[k] in ("NOUN", "PROPN", "ADJ", "NUM")) or (
                k >= 0 and run and parse.words[k] == "-"
            ):
                run.append(parse.words[k])
                before = k
                continue
            if run:
                fuller = self.memory.of_whole(before) if len(run) == 1 else ()
                told = fuller or weapons_in(" ".join(run).replace(" - ", "-"))
                found += told or self.memory.of_head(before, self.starts[before])
            run = []
        return tuple(sorted({w.name for w in found[:GOODS]})), any(not w.is_kind for w in found[:GOODS])

    def words(self, statement: Statement) -> Iterator[int]:
        """Yield the numbers of the words of a content."""
        for a, b in statement.content.spans:
            yield from range(bisect_left(self.starts, a), bisect_left(self.starts, b))

    def top(self, statement: Statement) -> Span | None:
        """Return the span of the main predicate of a content; None where it has none of its own."""
        held, heads = set(self.words(statement)), self.reading.parse.heads
        tops = [k for k in held if heads[k] not in held and self.reading.parse.upos[k] in ("VERB", "AUX")]
        return self.reading.word_spans[tops[0]] if len(tops) == 1 else None

    def _known(self) -> set[int]:
        """Return the words of dates and of the names of those the registers know."""
        spans = [span for d in self.reading.dates for span in d.spans]
        named = (e for e in self.reading.entities if e.known_as is not None)
        spans += [span for e in named for m in e.mentions for span in m.spans]
        found, ends = set[int](), self.reading.word_spans
        for a, b in spans:
            found.update(k for k in range(bisect_left(self.starts, a), bisect_left(self.starts, b)) if ends[k][1] <= b)
        return found

    def _about(self) -> tuple[str, ...]:
        """Return the proper names a document is about: those of its headline and lead, and those it names again."""
        parse = self.reading.parse
        lead = parse.paragraphs[: 1 + parse.headline]
        last = parse.sentences[lead[-1][1] - 1][1] if lead and lead[-1][1] > lead[-1][0] else 0
        runs = list(_proper_runs(parse, range(len(parse.words)), self.known))
        title = self.reading.document.title or ""
        counts = Counter(fold(name) for _, name in runs if not _is_state(name))
        early = {fold(name) for at, name in runs if at < last}
        voices = self._voices()
        told = [n for n, k in counts.items() if len(n) > 3 and (k > 1 or n in early or n in fold(title))]
        told = [n for n in told if n not in voices and not any(within(n, v) for v in voices)]
        return tuple(sorted(told, key=lambda n: (-counts[n], n))[:NAMES])

    def _voices(self) -> set[str]:
        """Return the names of people who speak and of outlets: they tell what a document is about no more than its publisher."""
        found = {self.reading.document.outlet}
        for s in self.reading.statements:
            links = (*(s.via or ()), *((s.source,) if s.source is not None else ()))
            found |= {link.name for link in links if link.kind in (VoiceKind.OUTLET, VoiceKind.PERSON)}
        return {fold(name) for name in found if name}

    def _names(self, statement: Statement, named: Sequence[Entity], deed: Deed | None) -> tuple[str, ...]:
        """Return the proper names in a content that are no states, no known bodies, no people; and what was hit."""
        found = [e.name for e in named if e.kind in _NAMING and e.known_as is None]
        found += (
            [p.name for p in deed.taker if p.known and not p.state] if deed is not None and deed.family == "use" else []
        )
        runs = _proper_runs(self.reading.parse, self.words(statement), self.known)
        found += [name for _, name in runs if not self.people & set(name.split())]
        folded = (fold(name) for name in found if not _is_state(name))
        return tuple(sorted({name for name in folded if len(name) > 2}))[:NAMES]

    def _amount(self, statement: Statement, deed: Deed | None, goods: tuple[str, ...]) -> Quantity | None:
        if deed is not None and deed.event is not None:
            named = [f.spans for role, fillers in deed.event.roles if role in GOODS_ROLES for f in fillers]
            counted = (q for q in deed.event.quantities if q.unit == "item")
            return next((q for q in counted if _counts_goods(q, named)), None)
        for q in self.quantities.within(statement.content.spans):
            if q.unit in _SIZES or (q.unit == "item" and goods and q.of and weapons_in(q.of)):
                return q
        return None

    def _when(self, statement: Statement, deed: Deed | None) -> tuple[date | None, date | None]:
        """Return the days of a deed: those told with it, else the only ones in the content; not the day on which it was said."""
        told = deed.event.when if deed is not None and deed.event is not None else None
        if told is None or not inside(told.spans[0], statement.content.spans):
            given = self.dates.within(statement.content.spans)
            taken = [e.when.spans for e in self._others(deed) if e.when is not None]
            given = [d for d in given if d.when != statement.said_on and d.spans not in taken]
            told = given[0] if len(given) == 1 else None
        if told is None:
            return None, None
        return self._looked_back(told, statement, deed)

    def _others(self, deed: Deed | None) -> list[Event]:
        """Return the events that have days of their own: not the attack in which arms were used, nor who has made them."""
        if deed is None:
            return []
        own = deed.event.id if deed.event is not None else None
        return [
            e
            for e in self.reading.events
            if e.id != own and not self.deeds.only_tells_maker(e) and not FAMILIES.get(e.frame) == deed.family == "use"
        ]

    def _looked_back(
        self, told: DateMention, statement: Statement, deed: Deed | None
    ) -> tuple[date | None, date | None]:
        """Return the days of a time told, a year back where what is told as done would else lie ahead ("in January")."""
        first, last, today = told.when.first, told.when.last, self.reading.document.published_on
        ahead = today is not None and first is not None and last is not None and first > today
        coming = statement.stance in FORESEEING or (deed is not None and deed.phase == "to come")
        if (
            not ahead
            or coming
            or re.search(r"\d{4}|next|coming|tomorrow|later", told.text)
            or first is None
            or last is None
        ):
            return first, last
        return tuple(d.replace(year=d.year - 1, day=min(d.day, 28) if d.month == 2 else d.day) for d in (first, last))  # type: ignore[return-value]


def _counts_goods(q: Quantity, named: Sequence[Sequence[Span]]) -> bool:
    """Whether a number is of the goods of a deed: of arms, or in the words for them; not of the ports they passed."""
    told = q.of is not None and bool(weapons_in(q.of))
    return told or any(inside(q.spans[0], spans) for spans in named)


def _proper_runs(parse: Parse, words: Iterable[int], known: Container[int]) -> Iterator[tuple[int, str]]:
    """Yield the proper names among words as they stand side by side, each with the number of its first word.

    Args:
        parse: the layers of the text.
        words: the words to look among, in order.
        known: those that belong to a date or to a name that the registers know, and are none.
    """
    run: list[int] = []
    for k in words:
        if parse.upos[k] == "PROPN" and parse.words[k][:1].isupper() and k not in known:
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
