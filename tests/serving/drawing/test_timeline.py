"""What a timeline draws, whatever it is given: marks stay inside, times keep their order, labels do not touch."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.serving.drawing.timeline import MARKS, ROWS, SIZE, WIDTH, Drawing, Mark, Told, draw, window_of

NEAR = st.dates(date(2023, 6, 1), date(2025, 6, 1))
DAYS = NEAR | st.dates()
LABELS = st.sampled_from(["Iran", "six sources inside Iran", "東京の三人の当局者", "the author", "x" * 80, ""])
STANCES = st.sampled_from(["asserts", "denies", "doubts", "expects", "unknown"])


@st.composite
def told(draw_: st.DrawFn) -> Told:
    a, b = sorted((draw_(DAYS), draw_(DAYS)))
    first, last = draw_(st.sampled_from([(a, b), (a, a), (a, None), (None, b), (None, None)]))
    return Told(first, last, draw_(DAYS), draw_(STANCES), draw_(LABELS))


def drawn(all_told: Sequence[Told]) -> Drawing:
    window = window_of(all_told)
    assert window is not None
    return draw(all_told, window)


def boxes(marks: Sequence[Mark]) -> list[tuple[float, float, float, float]]:
    """Return left, right, top and bottom, to a millionth: places are sums of fractions."""
    sides = [(*m.box, m.y - SIZE / 2, m.y + SIZE / 2) for m in marks]
    return [(round(a, 6), round(b, 6), round(c, 6), round(d, 6)) for a, b, c, d in sides]


@settings(deadline=None)
@given(st.lists(told(), min_size=1, max_size=60))
def test_everything_is_inside_and_nothing_overlaps(all_told: list[Told]) -> None:
    d = drawn(all_told)
    for lane, top, bottom in ((d.events, 0, d.axis_y), (d.public, d.told_y, d.height)):
        for left, right, high, low in boxes(lane):
            assert 0 <= left < right <= WIDTH
            assert top <= high < low <= bottom
            assert round(right - left, 5) >= SIZE
        for a, b in combinations(boxes(lane), 2):
            assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]
    for line in d.lines:
        assert 0 <= line.x0 <= WIDTH and 0 <= line.x1 <= WIDTH
        assert line.y0 < d.axis_y < line.y1


@settings(deadline=None)
@given(st.lists(told(), min_size=1, max_size=60))
def test_every_statement_is_drawn_once_or_counted_at_the_edge(all_told: list[Told]) -> None:
    d = drawn(all_told)
    happened = sorted([n for m in d.events for n in m.of] + [*d.before, *d.after])
    assert happened == [n for n, t in enumerate(all_told) if t.dated]
    assert sum(len(m.of) for m in d.public) + d.unseen == len(all_told)
    for m in (*d.events, *d.public):
        if len(m.of) > 1:
            assert m.label in {f"{len(m.of)} statements", ""}


@settings(deadline=None)
@given(st.lists(told(), min_size=1, max_size=40))
def test_times_keep_their_order(all_told: list[Told]) -> None:
    d = drawn(all_told)
    alone = [(m, all_told[m.of[0]]) for m in d.events if len(m.of) == 1]
    for (a, x), (b, y) in combinations(alone, 2):
        if x.first is not None and y.first is not None and x.first <= y.first and x.last and y.last:
            assert a.x0 <= b.x0 or x.first == x.last or y.first == y.last
        if x.last is not None and y.first is not None and x.last < y.first:
            assert a.x1 <= b.x0
    for m, t in alone:
        assert m.x0 <= m.x1
        assert m.opens >= (t.first is None)
        assert m.ends_open >= (t.last is None)
    places = {m.of[0]: m.x for m in d.public if len(m.of) == 1}
    for n, k in combinations(places, 2):
        if all_told[n].public < all_told[k].public:
            assert places[n] <= places[k]


@given(st.integers(1, 400))
@settings(deadline=None, max_examples=25)
def test_a_crowded_day_is_counted(n: int) -> None:
    day = date(2024, 2, 1)
    d = draw([Told(day, day, day, "asserts", "Iran")] * n, (day, day))
    if n <= ROWS:
        assert len(d.events) == n
    else:
        assert [m.label for m in d.events] == [m.label for m in d.public] == [f"{n} statements"]
        assert d.lines[0].of == tuple(range(n))


def test_as_many_as_there_may_be_in_a_lane() -> None:
    days = [date(2020, 1, 1) + timedelta(3 * k) for k in range(600)]
    stances = ["asserts", "denies"]
    d = drawn([Told(x, x + timedelta(k % 9), x, stances[k % 2], f"voice {k}") for k, x in enumerate(days)])
    assert len(d.events) <= MARKS and len(d.public) <= MARKS
    assert sum(len(m.of) for m in d.events) == 600
    assert {"several"} <= {m.stance for m in d.events}


def test_a_day_is_a_point_and_a_vague_day_a_range() -> None:
    point, month, by = (
        Told(date(2024, 2, 3), date(2024, 2, 3), date(2024, 3, 1), "asserts", "a"),
        Told(date(2024, 1, 1), date(2024, 1, 31), date(2024, 3, 1), "asserts", "b"),
        Told(None, date(2024, 3, 15), date(2024, 3, 1), "commits", "c"),
    )
    d = drawn([point, month, by])
    marks = {m.of[0]: m for m in d.events}
    axis = d.axis
    assert marks[0].x0 == marks[0].x1 == axis.middle(date(2024, 2, 3))
    assert (marks[1].x0, marks[1].x1) == (axis.begin(date(2024, 1, 1)), axis.begin(date(2024, 2, 1)))
    assert (marks[1].opens, marks[1].ends_open) == (False, False)
    assert (marks[2].opens, marks[2].ends_open) == (True, False)
    assert marks[2].x1 == axis.finish(date(2024, 3, 15)) and marks[2].x0 < marks[2].x1


def test_what_lies_far_off_is_counted_at_the_edge() -> None:
    near = [Told(date(2024, 1, k), date(2024, 1, k), date(2024, 2, k), "asserts", "a") for k in range(1, 20)]
    old = Told(date(1988, 1, 1), date(1988, 12, 31), date(2024, 2, 1), "asserts", "a")
    d = drawn([*near, old])
    assert d.before == (19,)
    assert d.axis.start.year >= 2023
    assert draw([*near, old], (date(1980, 1, 1), date(2024, 3, 1))).before == ()


def test_without_events_the_days_on_which_it_was_told_are_shown() -> None:
    told_only = [Told(None, None, date(2024, 1, k), "asserts", "a") for k in (1, 9)]
    assert window_of(told_only) == (date(2024, 1, 1), date(2024, 1, 9))
    assert drawn(told_only).events == ()


def test_nothing_told_is_nothing_drawn() -> None:
    assert window_of([]) is None
