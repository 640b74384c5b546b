"""Events as records: spans of the document for words, names for those who play the roles."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.events.factuality import Factuality
from onrecord.reading.events.find import Finder
from onrecord.reading.events.found import FoundEvent
from onrecord.reading.statements import Assembly
from onrecord.records import DateMention, Event, Filler, Passage, Quantity, Span, Statement
from onrecord.registers import frames

__all__ = ["build_events", "with_events"]


def build_events(assembly: Assembly, quantities: Sequence[Quantity]) -> tuple[Event, ...]:
    """Return the events of a document, in the order of their triggers.

    Args:
        assembly: the document's words and layers, its statements built.
        quantities: the document's quantities.
    """
    finder = Finder(assembly.tree, assembly.speakers, frames(), assembly.days)
    values = Factuality(assembly.tree, assembly.held)
    found = []
    for n, event in enumerate(finder.run(), 1):
        roles = tuple((role, tuple(_filler(assembly, finder, k) for k in heads)) for role, heads in event.roles.items())
        spans = [span for _, fillers in roles for filler in fillers for span in filler.spans]
        within = tuple(q for q in quantities if any(_touches(q.spans[0], span) for span in spans))
        factuality = tuple(values.of(event.head).items())
        when = _when(assembly, event)
        found.append(
            Event(f"e{n}", event.frame, event.plover, assembly.passage(event.trigger), roles, when, within, factuality)
        )
    return tuple(found)


def with_events(statements: Sequence[Statement], events: Sequence[Event]) -> tuple[Statement, ...]:
    """Return statements with the ids of the events whose triggers stand in their contents."""
    return tuple(replace(s, events=tuple(e.id for e in events if _lies_in(e.trigger, s))) for s in statements)


def _lies_in(trigger: Passage, statement: Statement) -> bool:
    return all(any(a <= x and y <= b for a, b in statement.content.spans) for x, y in trigger.spans)


def _filler(assembly: Assembly, finder: Finder, head: int) -> Filler:
    span = finder.fillers.phrase(head)
    words = assembly.passage([span])
    return Filler(finder.fillers.name(head), assembly.entity_of((head, head + 1)), words.spans, words.text)


def _when(assembly: Assembly, event: FoundEvent) -> DateMention | None:
    if event.when is None:
        return None
    words = assembly.passage([(event.when.start, event.when.end)])
    return DateMention(words.spans, words.text, event.when.when)


def _touches(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]
