"""When a measure is in force, drawn."""

from datetime import date
from itertools import pairwise

import pytest

from onrecord.registers import regimes
from onrecord.serving.drawing.bars import EDGE, WIDTH, bars_of


@pytest.mark.parametrize("key", sorted(regimes().measures))
def test_bars_of_every_measure_stay_inside_and_in_order(key: str) -> None:
    drawn = bars_of(regimes().measures[key], date(2024, 2, 22))
    assert drawn.bars
    assert all(EDGE <= b.x0 < b.x1 <= WIDTH - EDGE for b in drawn.bars)
    assert all(a.x1 <= b.x0 + 0.01 for a, b in pairwise(drawn.bars))
    assert EDGE <= drawn.day_x <= WIDTH - EDGE


def test_a_suspension_is_drawn_as_such() -> None:
    drawn = bars_of(regimes().measures["US-BIS-AFFIL"], date(2026, 1, 1))
    assert drawn.kinds == ("in force", "suspended", "not known to be renewed")
    assert drawn.bars[1].x0 < drawn.day_x < drawn.bars[1].x1


def test_what_has_to_be_renewed_is_not_known_after_its_last_day() -> None:
    measure = regimes().measures["EU-IRN-UAV-2023"]
    drawn = bars_of(measure, date(2027, 1, 1))
    assert drawn.kinds == ("not known exactly", "in force", "not known to be renewed")
    assert drawn.bars[-1].x0 < drawn.day_x < drawn.bars[-1].x1 and drawn.bars[-1].ends_open


def test_what_ended_does_not_go_on() -> None:
    drawn = bars_of(regimes().measures["UN-IRN-2231-B3"], date(2024, 2, 22))
    assert not any(b.ends_open for b in drawn.bars)
    assert drawn.bars[-1].x1 < drawn.day_x


def test_a_beginning_that_was_not_read_is_open() -> None:
    unread = next(m for m in regimes().measures.values() if m.intervals[0].applies_from is None)
    assert bars_of(unread, date(2024, 2, 22)).bars[0].opens
