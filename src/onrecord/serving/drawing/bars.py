"""When a measure is in force: a bar for each time, what is not known of its ends drawn as such, the day asked for beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onrecord.records.regimes import Interval, LegalMeasure, Moment
from onrecord.serving.drawing.axis import Axis, axis_of

__all__ = ["Bar", "Bars", "bars_of"]

WIDTH, EDGE = 760.0, 14.0
TOP, HIGH = 20.0, 22.0
_FAR = (date.min.year, date.max.year)
IN_FORCE, SUSPENDED, VAGUE, UNRENEWED = "in force", "suspended", "not known exactly", "not known to be renewed"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time.

    Attributes:
        kind: "in force", "suspended", "not known exactly", "not known to be renewed".
        x0: where it begins.
        x1: where it ends.
        opens: whether it began at a time that is not known.
        ends_open: whether it goes on.
    """

    kind: str
    x0: float
    x1: float
    opens: bool = False
    ends_open: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """The drawing of one measure.

    Attributes:
        width: of the whole.
        height: of the whole.
        axis: days and ticks.
        y: where the bars begin.
        high: how high they are.
        bars: the stretches in order; between them it is not in force.
        day_x: where the day asked for stands.
    """

    width: float
    height: float
    axis: Axis
    y: float
    high: float
    bars: tuple[Bar, ...]
    day_x: float

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of stretches there are, each once."""
        return tuple(dict.fromkeys(b.kind for b in self.bars))


def bars_of(measure: LegalMeasure, day: date) -> Bars:
    """Return the drawing of a measure.

    Args:
        measure: the measure.
        day: the day asked for.
    """
    days = [*_days(measure), day]
    axis = axis_of(min(days), max(days), EDGE, WIDTH - EDGE)
    found = [bar for interval in measure.intervals for bar in _bars(measure, interval, axis)]
    return Bars(WIDTH, TOP + HIGH + 30, axis, TOP, HIGH, tuple(b for b in found if b.x1 > b.x0), axis.middle(day))


def _days(measure: LegalMeasure) -> Iterator[date]:
    """Yield the days that a measure names; what is unbounded names none."""
    for moment in _moments(measure):
        for instant in (moment.first, moment.last):
            if instant.year not in _FAR:
                yield instant.date()


def _moments(measure: LegalMeasure) -> Iterator[Moment]:
    told: list[Moment | None] = [measure.adopted, measure.published]
    for i in measure.intervals:
        told += [i.applies_from, i.to, i.known_until]
        told += [m for pause in i.suspended for m in (pause.starts, pause.to)]
    yield from (m for m in told if m is not None)


def _bars(measure: LegalMeasure, interval: Interval, axis: Axis) -> Iterator[Bar]:
    """Yield the stretches of one interval: what may be its beginning, what is sure, what may be its end."""
    start, end, known = interval.applies_from, interval.to, interval.known_until
    if start is not None:
        first, sure = _at(start.first, axis), _at(start.last, axis)
        if sure - first > _one(axis):
            yield Bar(VAGUE, first, sure, ends_open=start.last.year == date.max.year)
    else:
        made = min((m.first for m in (measure.adopted, measure.published) if m is not None), default=None)
        sure = _at(made, axis) if made is not None else axis.left
    until = _at(end.first, axis) if end is not None else axis.right
    limit = min(until, _at(known.last + timedelta(1), axis)) if known is not None else until
    pieces = list(_paused(interval, sure, limit, axis))
    for k, (kind, x0, x1) in enumerate(pieces):
        last = k == len(pieces) - 1
        yield Bar(kind, x0, x1, opens=k == 0 and start is None, ends_open=last and end is None and known is None)
    if known is not None and limit < until:
        yield Bar(UNRENEWED, limit, until, ends_open=end is None)
    if end is not None and _at(end.last, axis) - until > _one(axis):
        yield Bar(VAGUE, until, _at(end.last, axis), ends_open=end.last.year == date.max.year)


def _paused(interval: Interval, start: float, end: float, axis: Axis) -> Iterable[tuple[str, float, float]]:
    """Yield what of a stretch is in force and what is suspended."""
    at = start
    for pause in interval.suspended:
        begins = min(max(_at(pause.starts.first, axis), at), end)
        over = min(max(_at(pause.to.last, axis), begins), end) if pause.to is not None else end
        if begins > at:
            yield IN_FORCE, at, begins
        if over > begins:
            yield SUSPENDED, begins, over
        at = over
    if end > at:
        yield IN_FORCE, at, end


def _at(instant: datetime, axis: Axis) -> float:
    if instant.year == date.max.year:
        return axis.right
    return axis.left if instant.year == date.min.year else axis.begin(instant.date())


def _one(axis: Axis) -> float:
    """Return how long a day is."""
    return 1.01 * (axis.right - axis.left) / (axis.end.toordinal() - axis.start.toordinal() + 1)
