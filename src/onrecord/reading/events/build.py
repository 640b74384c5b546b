"""Events as records: spans of the document for words, names for those who play the roles."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.dates import FoundDate
from onrecord.reading.events.factuality import Judge
from onrecord.reading.events.find import Finder
from onrecord.reading.events.found import FoundEvent, FoundMeasure
from onrecord.reading.events.measures import Measures
from onrecord.reading.statements import Assembly
from onrecord.records import DateMention, Event, Filler, Measure, Passage, Quantity, Span, Statement
from onrecord.records import Factuality as Value
from onrecord.registers import frames

__all__ = ["EventBuilder", "with_events"]


_THINGS = frozenset(("goods", "weapon"))
"""Roles that only things play."""


class EventBuilder:
    """Builds the events and the stated measures of one document."""

    def __init__(self, assembly: Assembly) -> None:
        """Take the document's words and layers, its statements built."""
        self.assembly = assembly
        self.judge = Judge(assembly.tree, assembly.held)
        arms, held = assembly.identities.arms, self.judge.statements
        self.finder = Finder(assembly.tree, assembly.speakers, frames(), assembly.days, arms, held)
        self.found = self.finder.run()

    def events(self, quantities: Sequence[Quantity]) -> tuple[Event, ...]:
        """Return the events in the order of their triggers, each with those of the document's quantities it tells."""
        values = self._values()
        return tuple(self._event(f"e{n}", e, values[n - 1], quantities) for n, e in enumerate(self.found, 1))

    def _values(self) -> list[dict[str, Value]]:
        """Return the values of each event; what the author tells as a fact he also takes for one where others speak of it.

        A definite noun in another's words ("the contract is void") commits the author if he tells of such an event himself.
        """
        values = [self.judge.of(event.head) for event in self.found]
        told = {e.frame for e, v in zip(self.found, values, strict=True) if v["author"] is Value.CERTAIN}
        return [
            {**v, "author": Value.CERTAIN}
            if v["author"] is Value.UNCOMMITTED and len(v) > 1 and e.frame in told and self.judge.is_definite(e.head)
            else v
            for e, v in zip(self.found, values, strict=True)
        ]

    def measures(self) -> tuple[Measure, ...]:
        """Return the stated measures in the order of their words."""
        return tuple(
            self._measure(m) for m in Measures(self.finder.fillers, self.found, self.judge, self.assembly.days).run()
        )

    def _event(self, id_: str, event: FoundEvent, values: dict[str, Value], quantities: Sequence[Quantity]) -> Event:
        roles = tuple((role, self._fillers(heads, role)) for role, heads in event.roles.items())
        spans = [span for _, fillers in roles for filler in fillers for span in filler.spans]
        within = tuple(q for q in quantities if any(_touches(q.spans[0], span) for span in spans))
        factuality = tuple(values.items())
        trigger = self.assembly.passage(event.trigger)
        return Event(id_, event.frame, event.plover, trigger, roles, self._when(event.when), within, factuality)

    def _measure(self, measure: FoundMeasure) -> Measure:
        held = self.judge.statements[measure.held] if measure.held is not None else None
        words = self.assembly.passage([measure.span])
        limits = (held[2].condition, held[2].scope) if held is not None else ()
        scope = next((span for span in limits if span is not None), None)
        return Measure(
            statement=held[0] if held is not None else None,
            spans=words.spans,
            text=words.text,
            imposer=self._sides(measure.imposer),
            target=self._fillers(measure.target),
            subject=None if measure.subject is None else self.assembly.passage([measure.subject]),
            scope=None if scope is None else self.assembly.passage([scope]),
            status=measure.status,
            when=self._when(measure.when),
            register=None,
        )

    def _sides(self, heads: Sequence[int]) -> tuple[Filler, ...]:
        found = [(self.finder.fillers.side(head), self._filler(head, None)) for head in heads]
        return tuple({name: replace(filler, name=name) for name, filler in reversed(found)}.values())[::-1]

    def _fillers(self, heads: Sequence[int], role: str | None = None) -> tuple[Filler, ...]:
        return tuple(self._filler(head, role) for head in heads)

    def _filler(self, head: int, role: str | None) -> Filler:
        span = self.finder.fillers.phrase(head)
        words = self.assembly.passage([span])
        fillers = self.finder.fillers
        name = fillers.thing(head) if role in _THINGS else fillers.name(head)
        entity = self.assembly.entity_of((head, head + 1)) or self.assembly.identities.weapon_in(span)
        return Filler(name, entity, words.spans, words.text)

    def _when(self, when: FoundDate | None) -> DateMention | None:
        if when is None:
            return None
        words = self.assembly.passage([(when.start, when.end)])
        return DateMention(words.spans, words.text, when.when)


def with_events(statements: Sequence[Statement], events: Sequence[Event]) -> tuple[Statement, ...]:
    """Return statements with the ids of the events whose triggers stand in their contents."""
    starts = [e.trigger.spans[0][0] for e in events]
    found = []
    for s in statements:
        near = events[bisect_left(starts, s.content.spans[0][0]) : bisect_right(starts, s.content.spans[-1][1])]
        found.append(replace(s, events=tuple(e.id for e in near if _lies_in(e.trigger, s))))
    return tuple(found)


def _lies_in(trigger: Passage, statement: Statement) -> bool:
    return all(any(a <= x and y <= b for a, b in statement.content.spans) for x, y in trigger.spans)


def _touches(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
