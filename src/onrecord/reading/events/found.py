"""An event as the words of its sentence, before it becomes a record."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.reading.dates import FoundDate
from onrecord.records import Span

__all__ = ["FoundEvent"]


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
