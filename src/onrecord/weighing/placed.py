"""What stands in a text, to be found by where."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

from onrecord.records import Span

__all__ = ["Placed"]

Thing = TypeVar("Thing")


class Placed(Generic[Thing]):
    """Things that stand in a text, to be found by where.

    Attributes:
        things: in the order in which they begin, without one inside another.
    """

    def __init__(self, things: Sequence[Thing], spans: Sequence[Span]) -> None:
        """Take things, and the span of each."""
        order = sorted(range(len(things)), key=lambda n: spans[n])
        self.things, self._spans = [things[n] for n in order], [spans[n] for n in order]

    def within(self, spans: Sequence[Span]) -> list[Thing]:
        """Return those that lie in one of some spans, in order."""
        found: list[Thing] = []
        for a, b in spans:
            first, beyond = bisect_left(self._spans, (a, a)), bisect_left(self._spans, (b, b))
            found += [self.things[n] for n in range(first, beyond) if self._spans[n][1] <= b]
        return found
