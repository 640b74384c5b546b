"""Days along a line: where each stands, and ticks from days to centuries whose labels do not touch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

__all__ = ["Axis", "Tick", "axis_of", "width_of"]

FONT = 12.0
"""Height of the letters of a drawing."""
APART = 14.0
"""Room between two labels of an axis."""
LEAST = 7
"""Days that an axis shows, at least."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_STEPS: tuple[tuple[str, int], ...] = (
    ("day", 1), ("day", 2), ("day", 7), ("day", 14), ("month", 1), ("month", 2), ("month", 3), ("month", 6), ("year", 1),
    ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 200), ("year", 500),
    ("year", 1000), ("year", 5000),
)  # fmt: skip


def width_of(text: str) -> float:
    """Return how wide a text is at most, drawn in letters of ``FONT``: wide scripts take twice as much as Latin ones."""
    return sum(0.62 if ord(c) < 0x1100 else 1.05 for c in text) * FONT


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis.

    Attributes:
        x: where it stands.
        label: what is written at it.
    """

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Days along a line.

    Attributes:
        start: its first day.
        end: its last day, included.
        left: where the first day begins.
        right: where the last day ends.
        ticks: marks with labels, which do not touch.
    """

    start: date
    end: date
    left: float
    right: float
    ticks: tuple[Tick, ...] = ()

    def begin(self, day: date) -> float:
        """Return where a day begins, which lies on the axis or at its nearer end."""
        return self._place(day.toordinal())

    def finish(self, day: date) -> float:
        """Return where a day ends."""
        return self._place(day.toordinal() + 1)

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return (self.begin(day) + self.finish(day)) / 2

    def _place(self, ordinal: int) -> float:
        start, end = self.start.toordinal(), self.end.toordinal() + 1
        share = (min(max(ordinal, start), end) - start) / (end - start)
        return self.left + share * (self.right - self.left)


def axis_of(start: date, end: date, left: float, right: float) -> Axis:
    """Return an axis that shows the days from one to another and a little more, with the finest ticks that have room.

    Args:
        start: the first day that has to be on it.
        end: the last.
        left: where it begins.
        right: where it ends.
    """
    first, last = start.toordinal(), max(end, start).toordinal()
    more = max(1, round((last - first) * 0.02), (LEAST - (last - first) + 1) // 2)
    first, last = max(_FIRST, first - more), min(_LAST, last + more)
    bare = Axis(date.fromordinal(first), date.fromordinal(last), left, right)
    ticks = next((found for unit, size in _STEPS if (found := _ticks(bare, unit, size)) is not None), ())
    return Axis(bare.start, bare.end, left, right, ticks)


def _ticks(axis: Axis, unit: str, size: int) -> tuple[Tick, ...] | None:
    """Return the ticks of a step; None if they would touch or leave the axis empty."""
    length = {"day": 1, "month": 30, "year": 365}[unit] * size
    if (axis.end.toordinal() - axis.start.toordinal()) / length > 60:
        return None
    found: list[Tick] = []
    free = axis.left
    for day in _days(axis, unit, size):
        label = _label(day, unit)
        x = axis.begin(day)
        half = width_of(label) / 2
        if x - half < axis.left or x + half > axis.right:
            continue
        if found and x - half < free:
            return None
        found.append(Tick(x, label))
        free = x + half + APART
    return tuple(found) or None


def _days(axis: Axis, unit: str, size: int) -> Iterator[date]:
    """Yield the days on which a step falls: of months and years their first ones."""
    if unit == "day":
        first = axis.start.toordinal()
        # Ordinal 1 is a Monday, and so is every seventh from there: weeks begin on Mondays.
        first += -(first - 1) % size
        for ordinal in range(first, axis.end.toordinal() + 1, size):
            yield date.fromordinal(ordinal)
        return
    months = size if unit == "month" else 12 * size
    start = axis.start.year * 12 + axis.start.month - 1
    start += -start % months
    for month in range(start, axis.end.year * 12 + axis.end.month, months):
        if month >= 12:
            day = date(month // 12, month % 12 + 1, 1)
            if day >= axis.start:
                yield day


def _label(day: date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    return f"{day:%b} {day.year}" if unit == "month" else f"{day.day} {day:%b} {day.year}"
