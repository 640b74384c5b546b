"""When it happened above, when it was told below, on one axis: marks that keep their order, labels that do not touch.

A mark is at least as large as a finger needs. Where there are too many, those of one time and stance become one that is
counted, then those that stand near each other. Whatever lies beyond the days that are shown is counted at the edge.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.serving.drawing.axis import Axis, axis_of, width_of

__all__ = ["Drawing", "Line", "Mark", "Told", "draw", "whole_of", "window_of"]

WIDTH = 1120.0
EDGE = 14.0
"""Room at either side."""
SIZE = 24.0
"""A mark's height, and its least width: what a finger needs (WCAG 2.2, 2.5.8)."""
ROWS = 14
"""Rows of marks in a lane, at most."""
MARKS = 90
"""Marks in a lane, at most."""
OPEN = 46.0
"""Length of the arrow of a time that is open at one end."""
SPARED = 0.15
"""Share of events that may lie beyond the days shown, if all others are much nearer to each other."""
LABEL = 26
"""Characters of a label, at most."""
SEVERAL = "several"
"""Stance of a mark that stands for statements of different ones."""
_HEAD, _AXIS, _FOOT, _GAP = 24.0, 48.0, 6.0, 6.0
_APART = 3.0
_BESIDE = 6.0


@dataclass(frozen=True, slots=True)
class Told:
    """What one statement puts on a timeline.

    Attributes:
        first: earliest day of the event; None if open or not told.
        last: latest day; None if open or not told.
        public: the day on which it was told.
        stance: name of its stance.
        label: who says it, in few words.
    """

    first: date | None
    last: date | None
    public: date
    stance: str
    label: str

    @property
    def dated(self) -> bool:
        """Whether it tells a day of the event."""
        return self.first is not None or self.last is not None


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement, or several that are counted, in a lane.

    Attributes:
        of: numbers of the statements.
        stance: theirs; ``several`` if they differ.
        x0: where its time begins.
        x1: where it ends.
        x: where its sign stands.
        y: the middle of its row.
        opens: whether its beginning is open.
        ends_open: whether its end is open.
        label: what is written beside it; "" if nothing.
        at: where that begins.
    """

    of: tuple[int, ...]
    stance: str
    x0: float
    x1: float
    x: float
    y: float
    opens: bool
    ends_open: bool
    label: str
    at: float

    @property
    def box(self) -> tuple[float, float]:
        """From where to where it and its label take room."""
        left, right = _taken(self.x0, self.x1, self.x)
        return (min(left, self.at), max(right, self.at + width_of(self.label))) if self.label else (left, right)


@dataclass(frozen=True, slots=True)
class Line:
    """From when something happened to when it was told.

    Attributes:
        of: numbers of the statements.
        x0: where it begins.
        y0: likewise.
        x1: where it ends.
        y1: likewise.
    """

    of: tuple[int, ...]
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline, ready to be drawn.

    Attributes:
        width: of the whole.
        height: of the whole.
        axis: days and ticks.
        axis_y: where the axis stands.
        told_y: where the lane below begins.
        events: marks above: when it happened.
        public: marks below: when it was told.
        lines: what leads from one to the other.
        before: numbers of statements whose event lies before the days that are shown.
        after: numbers of those whose event lies after them.
        unseen: how many were told outside of the days that are shown.
    """

    width: float
    height: float
    axis: Axis
    axis_y: float
    told_y: float
    events: tuple[Mark, ...]
    public: tuple[Mark, ...]
    lines: tuple[Line, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    unseen: int


@dataclass(frozen=True, slots=True)
class _Time:
    """Where a statement stands in one of the lanes."""

    n: int
    x0: float
    x1: float
    key: tuple[object, ...]
    opens: bool = False
    ends_open: bool = False


def whole_of(told: Sequence[Told]) -> tuple[date, date] | None:
    """Return the days from the first to the last that anything tells or was told on; None if nothing is told."""
    days = [d for t in told for d in (t.first, t.last, t.public) if d is not None]
    return (min(days), max(days)) if days else None


def window_of(told: Sequence[Told]) -> tuple[date, date] | None:
    """Return the days worth showing: all, but for few events that lie so far off that the rest would become one heap.

    None if nothing is told.
    """
    whole = whole_of(told)
    if whole is None:
        return None
    public = [t.public for t in told]
    times = sorted(_days(t) for t in told if t.dated)
    kept = len(times) - int(len(times) * SPARED)
    # Of all runs of so many events in order the one that, with all the days on which they were told, is the shortest.
    runs = [times[k : k + kept] for k in range(len(times) - kept + 1)] if times else []
    near = min(
        ((min([first for first, _ in run] + public), max([last for _, last in run] + public)) for run in runs),
        key=lambda w: w[1].toordinal() - w[0].toordinal(),
        default=whole,
    )
    inside = max(near[1].toordinal() - near[0].toordinal(), 30)
    if whole[1].toordinal() - whole[0].toordinal() <= 4 * inside:
        return whole
    # Who stands close by is let in.
    reach = near[0].toordinal() - inside // 2, near[1].toordinal() + inside // 2
    close = [t for t in times if reach[0] <= t[0].toordinal() and t[1].toordinal() <= reach[1]]
    return min([near[0], *(first for first, _ in close)]), max([near[1], *(last for _, last in close)])


def _days(told: Told) -> tuple[date, date]:
    """Return the first and the last day that a statement tells of an event; of an open time the end that is told."""
    first, last = told.first or told.last, told.last or told.first
    assert first is not None
    assert last is not None
    return first, last


def draw(told: Sequence[Told], window: tuple[date, date]) -> Drawing:
    """Return the drawing of statements.

    Args:
        told: what each puts on it.
        window: the days to show, both included.
    """
    axis = axis_of(*window, EDGE, WIDTH - EDGE)
    before = tuple(n for n, t in enumerate(told) if t.last is not None and t.last < axis.start)
    after = tuple(n for n, t in enumerate(told) if t.first is not None and t.first > axis.end)
    outside = {*before, *after}
    events = [_event(n, t, axis) for n, t in enumerate(told) if t.dated and n not in outside]
    public = [
        _Time(n, axis.middle(t.public), axis.middle(t.public), (t.public,))
        for n, t in enumerate(told)
        if axis.start <= t.public <= axis.end
    ]
    above, below = _laid(events, told), _laid(public, told)
    rows = max((row for _, row in above), default=0) + 1
    axis_y = _HEAD + rows * SIZE + _GAP
    told_y = axis_y + _AXIS
    happened = tuple(_at(m, axis_y - _GAP - (row + 0.5) * SIZE) for m, row in above)
    stated = tuple(_at(m, told_y + (row + 0.5) * SIZE) for m, row in below)
    height = told_y + (max((row for _, row in below), default=0) + 1) * SIZE + _FOOT
    lines = _lines(happened, stated)
    return Drawing(WIDTH, height, axis, axis_y, told_y, happened, stated, lines, before, after, len(told) - len(public))


def _event(n: int, told: Told, axis: Axis) -> _Time:
    """Return where an event stands; a time open at one end is an arrow from the end that is told."""
    if told.first is not None and told.first == told.last:
        middle = axis.middle(told.first)
        return _Time(n, middle, middle, (told.first, told.last))
    opens, ends_open = told.first is None, told.last is None
    x0 = axis.begin(told.first) if told.first is not None else None
    x1 = axis.finish(told.last) if told.last is not None else None
    if x0 is None or x1 is None:
        end = x1 if x1 is not None else x0
        assert end is not None
        x0, x1 = (max(axis.left, end - OPEN), end) if opens else (end, min(axis.right, end + OPEN))
    # What runs beyond the days that are shown is an arrow too.
    opens = opens or (told.first is not None and told.first < axis.start)
    ends_open = ends_open or (told.last is not None and told.last > axis.end)
    return _Time(n, x0, x1, (told.first, told.last), opens, ends_open)


def _taken(x0: float, x1: float, x: float) -> tuple[float, float]:
    return min(x0, x - SIZE / 2), max(x1, x + SIZE / 2)


def _laid(times: Sequence[_Time], told: Sequence[Told]) -> list[tuple[Mark, int]]:
    """Return marks with their rows: each for itself with its label, or as many in one as it takes to have room."""
    if not times:
        return []
    ways: list[Callable[[], list[Mark]]] = [
        lambda: [_mark([t], told, labelled=True) for t in times],
        lambda: [_mark([t], told, labelled=False) for t in times],
        lambda: _grouped(times, told, lambda t: (*t.key, told[t.n].stance)),
    ]
    for way in ways:
        rows = _rows(way())
        if rows is not None:
            return rows
    cell = SIZE
    while True:
        wide = cell
        rows = _rows(_grouped(times, told, lambda t: (int(t.x0 // wide), int(t.x1 // wide))))  # noqa: B023 - used at once
        if rows is not None:
            return rows
        cell *= 2


def _grouped(times: Iterable[_Time], told: Sequence[Told], key: Callable[[_Time], tuple[object, ...]]) -> list[Mark]:
    groups: dict[tuple[object, ...], list[_Time]] = {}
    for t in times:
        groups.setdefault(key(t), []).append(t)
    return [_mark(group, told, labelled=False) for group in groups.values()]


def _mark(group: Sequence[_Time], told: Sequence[Told], *, labelled: bool) -> Mark:
    x0, x1 = min(t.x0 for t in group), max(t.x1 for t in group)
    opens, ends_open = all(t.opens for t in group), all(t.ends_open for t in group)
    stances = {told[t.n].stance for t in group}
    x = x0 if ends_open and not opens else x1 if opens and not ends_open else (x0 + x1) / 2
    x = min(max(x, EDGE + SIZE / 2), WIDTH - EDGE - SIZE / 2)
    label = f"{len(group):,} statements" if len(group) > 1 else _short(told[group[0].n].label) if labelled else ""
    left, right = _taken(x0, x1, x)
    at = right + _BESIDE
    if label and at + width_of(label) > WIDTH - _APART:
        at = left - _BESIDE - width_of(label)
    if at < 0:  # too long for either side
        label, at = "", 0.0
    stance = stances.pop() if len(stances) == 1 else SEVERAL
    return Mark(tuple(t.n for t in group), stance, x0, x1, x, 0.0, opens, ends_open, label, at)


def _short(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1].rstrip()}…"


def _rows(marks: Sequence[Mark]) -> list[tuple[Mark, int]] | None:
    """Return marks with the rows they fit into, each in the first that is free; None if they are too many."""
    if len(marks) > MARKS:
        return None
    free: list[float] = []
    found = []
    for mark in sorted(marks, key=lambda m: (m.box, m.of)):
        left, right = mark.box
        row = next((k for k, end in enumerate(free) if end + _APART <= left), len(free))
        if row == ROWS:
            return None
        free[row : row + 1] = [right]
        found.append((mark, row))
    return found


def _at(m: Mark, y: float) -> Mark:
    return Mark(m.of, m.stance, m.x0, m.x1, m.x, y, m.opens, m.ends_open, m.label, m.at)


def _lines(events: Sequence[Mark], public: Sequence[Mark]) -> tuple[Line, ...]:
    """Return what leads from marks above to marks below, one for each pair that has statements in common."""
    where = {n: k for k, mark in enumerate(public) for n in mark.of}
    pairs: dict[tuple[int, int], list[int]] = {}
    for k, mark in enumerate(events):
        for n in mark.of:
            if n in where:
                pairs.setdefault((k, where[n]), []).append(n)
    found = []
    for (k, other), of in pairs.items():
        up, down = events[k], public[other]
        found.append(Line(tuple(of), up.x, up.y + SIZE / 3, down.x, down.y - SIZE / 3))
    return tuple(found)
