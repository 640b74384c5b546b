"""Events and measures as the words of their sentences, before they become records."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.reading.dates import FoundDate
from onrecord.records import MeasureStatus, Span

__all__ = ["FoundEvent", "FoundMeasure"]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event as words.

    Attributes:
        frame: the frame's name.
        plover: PLOVER's event type, if it has one.
        head: the trigger's main word.
        trigger: ranges of the trigger's words.
        roles: head words of those who play each role.
        when: the time told beside it.
    """

    frame: str
    plover: str | None
    head: int
    trigger: tuple[Span, ...]
    roles: Mapping[str, tuple[int, ...]]
    when: FoundDate | None


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """A mention of a measure as words.

    Attributes:
        head: its main word.
        span: its words.
        imposer: main words of who put it on.
        target: main words of whom it is on.
        subject: words for what it restricts or is about.
        status: how it stands, in the words of whose statement it is.
        when: the time told of that status.
        held: number of the innermost statement whose content it stands in, among those given; None where in none.
    """

    head: int
    span: Span
    imposer: tuple[int, ...]
    target: tuple[int, ...]
    subject: Span | None
    status: MeasureStatus
    when: FoundDate | None
    held: int | None
