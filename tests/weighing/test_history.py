"""The log of a claim."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Change, Claim, Edge, Said
from onrecord.weighing import edges_of, history, summed, weigh
from onrecord.weighing.standing import deadlines
from onrecord.weighing.weigh import Pair, gists_of
from tests.weighing.generated import STORIES, edges, statements
from tests.weighing.reading import said

REPORT = "Iran sent missiles to Russia, Reuters reported."
TOLD = [
    *said(REPORT, day="2024-02-01"),
    *said(REPORT, "The Oslo Times", "2024-02-02"),
    *said("Iran has sent missiles to Russia, White House spokesman John Kirby said.", "The Oslo Times", "2024-03-01"),
    *said("Iran denied sending missiles to Russia.", "The Oslo Times", "2024-03-02"),
]


def test_each_day_on_which_the_standing_changed_and_by_whose_word() -> None:
    log = history(TOLD, edges_of(TOLD), TOLD[0].anchor)
    assert [(str(c.on), c.independent_origins, len(c.standing.challenges)) for c in log] == [
        ("2024-02-01", 1, 0),
        ("2024-03-01", 2, 0),
        ("2024-03-02", 2, 1),
    ]
    assert [c.causes for c in log][-1] == (TOLD[3].anchor,)


def test_a_day_that_passes_is_a_change() -> None:
    told = said(
        "The United States will impose sanctions on Chile by 1 March 2024, White House spokesman John Kirby said."
    )
    log = history(told, edges_of(told), told[0].anchor)
    assert [(str(c.on), c.standing.outcome) for c in log] == [
        ("2024-02-01", "expected"),
        ("2024-03-02", "day passed, nothing held"),
    ]
    assert log[-1].causes == ()


def test_of_two_that_a_third_joins_only_the_third_is_a_cause() -> None:
    told = statements([(0, 0, 1, 0, 1), (1, 1, 5, 0, 2), (2, 2, 7, 0, 3)])
    first, early, bridge = told
    log = history(told, edges([(1, 3), (2, 3)]), first.anchor)
    assert [c.causes for c in log] == [(first.anchor,), (bridge.anchor,)]
    assert early.anchor not in log[-1].causes
    assert log[-1].independent_origins == 3


@pytest.mark.parametrize("last", [date.max, date.max - timedelta(days=1)])
def test_the_last_day_of_all_has_no_day_after(last: date) -> None:
    (one,) = gists_of(statements([(0, 0, 1, 6, 1)]))
    assert list(deadlines([one._replace(last=last)])) == ([] if last == date.max else [date.max])


def day_by_day(told: list[Said], same: list[Edge], anchor: str, apart: list[Pair]) -> list[Change]:
    """Return the log by weighing everything anew for every day."""
    days = {s.imprint.public_on for s in told} | set(deadlines(gists_of(told)))
    found: list[Change] = []
    before: Claim | None = None
    joined = 0
    for day in sorted(days):
        claims = weigh(told, same, on=day, apart=apart)
        now = next((c for c in claims if any(s.anchor == anchor for s in c.statements)), None)
        if now is not None:
            came = {s.anchor for s in now.statements if s.imprint.public_on < day}
            joined += len(came) - (len(before.statements) if before is not None else len(came))
        if now is not None and (
            before is None or (before.standing, before.independent_origins) != (now.standing, now.independent_origins)
        ):
            causes = tuple(s.anchor for s in now.statements if s.imprint.public_on == day)
            found.append(Change(day, causes, now.independent_origins, now.standing, joined))
            joined = 0
        before = now or before
    return found


PARTED = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)).filter(lambda p: p[0] != p[1]), max_size=2)


@given(STORIES, PARTED)
def test_the_log_is_what_weighing_anew_for_every_day_tells(
    story: tuple[list[Said], list[Edge]], parted: list[tuple[int, int]]
) -> None:
    told, same = story
    apart = [(told[a].anchor, told[b].anchor) for a, b in parted if max(a, b) < len(told)]
    for c in weigh(told, same, apart=apart):
        assert history(told, same, c.id, apart=apart) == tuple(day_by_day(told, same, c.id, apart))


@given(STORIES, PARTED)
def test_gists_sum_up_to_what_weighing_tells(
    story: tuple[list[Said], list[Edge]], parted: list[tuple[int, int]]
) -> None:
    told, same = story
    apart = [(told[a].anchor, told[b].anchor) for a, b in parted if max(a, b) < len(told)]
    claims = weigh(told, same, apart=apart)
    sums = summed(gists_of(told), same, apart)
    assert [[g.anchor for g in s.told] for s in sums] == [[s.anchor for s in c.statements] for c in claims]
    for s, c in zip(sums, claims, strict=True):
        assert (s.title, s.now.families.independent) == (c.title, c.independent_origins)
        assert s.now.standing(None) == c.standing
        log = history(told, same, c.id, apart=apart)
        assert [(n.on, n.causes, n.origins, n.support, n.outcome) for n in s.log] == [
            (h.on, h.causes, h.independent_origins, h.standing.support, h.standing.outcome) for h in log
        ]
