"""Event time beside public time."""

from datetime import date

from onrecord.flow.timeline import Timeline, timeline, timeline_of_claim
from onrecord.ledger import Ledger
from tests.kept import anchor


def test_by_the_day_of_the_event_then_by_the_day_it_was_told(shown: Ledger) -> None:
    found = timeline(shown, None).moments
    days = [m.first or m.last for m in found]
    assert [d for d in days if d is not None] == sorted(d for d in days if d is not None)
    assert None not in days[: sum(d is not None for d in days)]
    (counted,) = (m for m in found if m.said.anchor == anchor(shown, "count"))
    assert (counted.first, counted.last, counted.public_on) == (date(2024, 1, 1), date(2024, 1, 31), date(2024, 3, 6))


def test_of_a_query_on_a_day(shown: Ledger) -> None:
    assert {m.said.imprint.outlet for m in timeline(shown, "missiles", on=date(2024, 2, 1)).moments} == {"Harbour Wire"}
    assert timeline(shown, "missiles", on=date(2024, 1, 1)).moments == ()
    assert timeline(shown, "moon") == Timeline((), 0, 0)


def test_of_how_many_claims(shown: Ledger) -> None:
    everything = timeline(shown, "iran")
    one = timeline(shown, "iran", limit=1)
    assert (one.claims, one.total) == (1, everything.claims)
    assert len({m.claim for m in one.moments}) == 1


def test_of_one_claim(shown: Ledger) -> None:
    name = anchor(shown, "deadline")
    found, own = timeline_of_claim(shown, name)
    assert own is not None and own.title.startswith("sanctions on Iran by Norway")
    assert {m.claim for m in found.moments} == {own.id}
    assert [(m.first, m.last) for m in found.moments] == [(None, date(2024, 3, 15))]
    assert timeline_of_claim(shown, name, on=date(2024, 1, 1)) == (Timeline((), 0, 0), None)
