"""Claims out of the ledger: on a day, as known at a moment, beside others, with their log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.errors import AnchorError
from onrecord.flow import adding, days
from onrecord.flow import claims as flow_claims
from onrecord.flow.adding import keep
from onrecord.flow.checking import check, rebuild_ledger, take_out
from onrecord.flow.claims import claim, claims, claims_of, listing, met, sum_up
from onrecord.flow.deciding import decide, undo
from onrecord.ledger import Ledger, listed
from onrecord.ledger.coding import now
from onrecord.records import Claim, Edge, EdgeKind, JudgementKind, Reading, Said
from onrecord.weighing import edge_of
from tests.kept import STORY, add, anchor, document, reading, reread

SENT = "transfer of missiles from Iran to Russia"


def one(ledger: Ledger, name: str, *, on: date | None = None, known_by: str | None = None) -> Claim:
    """Return the claim that holds the first statement of an article."""
    found = claim(ledger, anchor(ledger, name), on=on, known_by=known_by)
    assert found is not None
    return found.claim


def told_in(found: Claim) -> set[str]:
    return {s.imprint.outlet or "" for s in found.statements}


def test_one_claim_of_many_articles(full: Ledger) -> None:
    found = one(full, "report")
    assert found.title == SENT
    assert found.statements[0].anchor == found.id == anchor(full, "report")
    assert found.standing.support == "corroborated"
    assert {c.by for c in found.standing.challenges} == {"Iran", "Omid Sharifi (foreign ministry spokesman, Iran)"}
    assert {s.anchor for s in one(full, "relay").statements} == {s.anchor for s in found.statements}


DAYS = (
    ("2024-02-01", "single origin", 1, 0),
    ("2024-02-29", "single origin", 1, 0),
    ("2024-03-01", "corroborated", 2, 0),
    ("2024-03-02", "corroborated", 2, 2),
)


@pytest.mark.parametrize(("day", "support", "origins", "challenges"), DAYS)
def test_as_of_a_day(full: Ledger, day: str, support: str, origins: int, challenges: int) -> None:
    found = one(full, "report", on=date.fromisoformat(day))
    assert (found.standing.support, found.independent_origins) == (support, origins)
    assert len(found.standing.challenges) == challenges
    assert all(s.imprint.public_on <= date.fromisoformat(day) for s in found.statements)


def test_nothing_was_public_before(full: Ledger) -> None:
    assert claim(full, anchor(full, "report"), on=date(2024, 1, 31)) is None
    assert claims_of(full, on=date(2024, 1, 31)) == []
    assert claims_of(full, "missiles", on=date(2024, 1, 31)) == []


def test_an_old_article_added_late_changes_past_standings_but_not_what_was_shown(ledger: Ledger) -> None:
    day = date(2024, 2, 29)
    add(ledger, "official", "denial")
    name, before = anchor(ledger, "official"), now()
    assert claim(ledger, name, on=day) is None
    shown = claim(ledger, name)
    add(ledger, "report", "relay")
    assert one(ledger, "report", on=day).standing.support == "single origin"
    later = claim(ledger, name)
    then = claim(ledger, name, known_by=before)
    assert later is not None
    assert then == shown
    assert later.claim.id == anchor(ledger, "report")
    assert later.log[0].on == date(2024, 2, 1)
    assert claim(ledger, anchor(ledger, "report"), known_by=before) is None
    assert [c.id for c in claims_of(ledger, known_by=before)] == [name]
    assert claims_of(ledger, "missiles", known_by=before) == claims_of(ledger, known_by=before)


def test_known_by_shows_the_reading_of_then_and_the_decisions_of_then(full: Ledger) -> None:
    old = anchor(full, "official")
    shown, before = claim(full, old), now()
    decide(full, JudgementKind.WRONG_SPEAKER, old, value="Nobody", by="Ann")
    keep(full, reread("official", "other", [(0, 30)]))
    new = anchor(full, "official")
    assert claim(full, old, known_by=before) == shown
    assert claim(full, new, known_by=before) == shown
    found = claim(full, old)
    assert found is not None
    assert [s.source for s in found.claim.statements if s.anchor == new] == ["Nobody"]
    between = claim(full, old, known_by=found.judgements[0].at)
    assert between is not None
    assert [s.source for s in between.claim.statements if s.anchor == old] == ["Nobody"]


def test_an_earlier_statement_that_nothing_took_up_is_told(full: Ledger) -> None:
    old, before = anchor(full, "relay"), now()
    keep(full, reread("relay", "blind", [None]))
    with pytest.raises(AnchorError, match="got a statement of an earlier reading; expected one of the present reading"):
        claim(full, old)
    assert claim(full, old, known_by=before) is not None


def refining(a: Said, b: Said) -> Edge | None:
    """Find that one article tells more closely what the others tell, whatever the weighing finds."""
    found = edge_of(a, b)
    finer = document("closer").id in (a.imprint.id, b.imprint.id)
    return replace(found, kind=EdgeKind.REFINES, reasons=("a system",)) if found is not None and finer else found


def test_what_tells_more_closely_stands_beside(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "edge_of", refining)
    add(ledger, "report", "closer", "relay")
    shown = claim(ledger, anchor(ledger, "closer"))
    assert shown is not None
    assert [(c.title, reasons) for c, reasons in shown.refined] == [(SENT, ("a system",))]
    other = claim(ledger, anchor(ledger, "report"))
    assert other is not None
    assert [c.id for c, _ in other.refined] == [anchor(ledger, "closer")]
    early = claim(ledger, anchor(ledger, "report"), on=date(2024, 3, 1))
    assert early is not None
    assert early.refined == ()
    assert (shown.contradicted, other.contradicted) == ((), ())


def unsure(a: Said, b: Said) -> Edge | None:
    """Find that an article is no nearer to a second than unsure, and tells more closely what a third tells."""
    found = refining(a, b)
    if found is None or found.kind is not EdgeKind.REFINES or document("relay").id not in (a.imprint.id, b.imprint.id):
        return found
    return replace(found, kind=EdgeKind.UNSURE, reasons=("nothing in common",))


def test_an_unsure_tie_hides_no_other(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    for order in (("relay", "closer", "official"), ("official", "closer", "relay")):
        monkeypatch.setattr(adding, "edge_of", unsure)
        add(ledger, *order)
        shown = claim(ledger, anchor(ledger, "closer"))
        assert shown is not None
        assert [reasons for _, reasons in shown.refined] == [("a system",)]


def test_of_too_many_claims_beside_one_some_are_not_looked_at(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, "count", "other count")
    shown = claim(ledger, anchor(ledger, "count"))
    monkeypatch.setattr(flow_claims, "BESIDE", 0)
    few = claim(ledger, anchor(ledger, "count"))
    assert shown is not None
    assert few is not None
    assert (len(shown.contradicted), shown.unseen, len(few.contradicted), few.unseen) == (1, 0, 0, 1)


def test_what_changed_after_the_day_asked_is_told_apart(full: Ledger) -> None:
    name = anchor(full, "report")
    whole = claim(full, name)
    assert whole is not None
    assert whole.later == ()
    for change in whole.log:
        shown = claim(full, name, on=change.on)
        assert shown is not None
        assert (*shown.log, *shown.later) == whole.log
        assert shown.log[-1] == change
        assert shown.claim.standing == change.standing


def test_a_deadline_to_come_is_told(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: date(2024, 3, 10))
    shown = claim(full, anchor(full, "deadline"))
    assert shown is not None
    assert [(c.on, c.causes) for c in shown.later] == [(date(2024, 3, 16), ())]
    assert len(shown.log) == 1


def test_statements_that_a_later_one_ties_to_a_claim_are_counted(ledger: Ledger) -> None:
    add(ledger, "report", "deadline", "official")
    decide(ledger, JudgementKind.SAME, anchor(ledger, "official"), other=anchor(ledger, "deadline"), by="Ann")
    shown = claim(ledger, anchor(ledger, "report"))
    assert shown is not None
    # What was told of the deadline on 20 February is part of it from the day on which somebody ties the two.
    told = [(str(c.on), len(c.causes), c.joined) for c in shown.log]
    assert told == [("2024-02-01", 2, 0), ("2024-03-01", 1, 1)]
    assert len(shown.claim.statements) == 4


def test_when_a_statement_can_first_be_asked_for(full: Ledger) -> None:
    name = anchor(full, "official")
    found = met(full, name[:20])
    assert found.public_on == date(2024, 3, 1)
    assert claim(full, name, on=found.public_on - timedelta(days=1)) is None
    assert claim(full, name, on=found.public_on) is not None
    assert claim(full, name, known_by=found.recorded_at) is not None
    with pytest.raises(AnchorError):
        met(full, "abc")


def test_what_cannot_both_hold_is_shown(ledger: Ledger) -> None:
    add(ledger, "count", "other count")
    for name, other in (("count", "other count"), ("other count", "count")):
        shown = claim(ledger, anchor(ledger, name))
        assert shown is not None
        assert [(c.id, "other numbers" in reasons) for c, reasons in shown.contradicted] == [
            (anchor(ledger, other), True)
        ]


def test_numbers_of_one_claim_stand_side_by_side(full: Ledger) -> None:
    found = one(full, "count")
    assert {f.low for f in found.figures if f.kind == "number"} >= {90, 400}


def test_the_log_tells_each_change_and_a_deadline_that_passes(full: Ledger) -> None:
    shown = claim(full, anchor(full, "deadline"))
    assert shown is not None
    assert [(str(c.on), c.standing.outcome) for c in shown.log] == [
        ("2024-02-20", "expected"), ("2024-03-16", "day passed, nothing held"),
    ]  # fmt: skip
    assert shown.log[-1].causes == ()
    assert shown.claim.standing.outcome == "day passed, nothing held"
    assert one(full, "deadline", on=date(2024, 3, 15)).standing.outcome == "expected"
    log = claim(full, anchor(full, "deadline"), on=date(2024, 3, 15))
    assert log is not None
    assert len(log.log) == 1


def rows(ledger: Ledger) -> list[tuple[str, str]]:
    """Return what the log of standings holds, with the days."""
    with ledger.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT anchor, public_on FROM standings ORDER BY id").all()
    return [(row.anchor, str(row.public_on)) for row in found]


def test_a_deadline_is_kept_in_the_log_once_it_has_passed_and_not_before(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(ledger, "deadline")
    name, day = anchor(ledger, "deadline"), date(2024, 3, 15)
    monkeypatch.setattr(days, "today", lambda: day)
    assert [(r.last_change, r.due) for r in claims(ledger)] == [(date(2024, 2, 20), date(2024, 3, 16))]
    assert rows(ledger) == [(name, "2024-02-20")]
    shown = claim(ledger, name)
    assert shown is not None
    assert (len(shown.log), shown.claim.standing.outcome) == (1, "expected")
    assert sum_up(ledger) == 0
    monkeypatch.setattr(days, "today", lambda: day + timedelta(days=1))
    assert [(r.last_change, r.due) for r in claims(ledger)] == [(date(2024, 3, 16), None)]
    assert rows(ledger) == [(name, "2024-02-20"), (name, "2024-03-16")]
    assert sum_up(ledger) == 0


def test_the_list_holds_each_claim_once_and_is_summed_up_once(full: Ledger) -> None:
    found = claims(full)
    (sent,) = (r for r in found if r.title == SENT)
    told = one(full, "report")
    assert (sent.anchor, sent.statements, sent.origins) == (told.id, len(told.statements), told.independent_origins)
    assert (sent.challenges, sent.first_public, sent.reviewed) == (2, date(2024, 2, 1), 0)
    logged = rows(full)
    assert sum_up(full) == 0
    assert claims(full) == found
    assert rows(full) == logged
    assert len({r.anchor for r in found}) == len(found)
    assert claims(full, limit=1) == found[:1]


def dated(name: str, day: date | None) -> Reading:
    """Return an article as if it had come out on another day."""
    told = reading(name)
    return replace(told, document=replace(told.document, published_on=day, url=None))


def test_an_article_of_a_day_to_come_changes_no_other_claim(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "today", lambda: date(2024, 3, 10))
    keep(full, dated("elsewhere", date(2999, 1, 1)))
    outcomes = {c.title: c.standing.outcome for c in claims_of(full)}
    assert [o for title, o in outcomes.items() if title.startswith("sanctions on Iran")] == ["expected"]
    assert [c.outcome for c in (c.standing for c in claims_of(full, "norway")) if c.outcome] == ["expected"]


def test_a_listing_tells_how_many_there_are(full: Ledger) -> None:
    claims(full)
    assert [(len(f.claims), f.total) for f in (listing(full, limit=1), listing(full))] == [
        (1, len(claims(full))), (len(claims(full)), len(claims(full))),
    ]  # fmt: skip
    assert listing(full, "iran", limit=1).total == len(claims_of(full, "iran"))
    assert listing(full, "moon").total == 0
    assert listing(full, limit=1, known_by=now()).total is None


@pytest.mark.parametrize("limit", [1, 2, 50])
def test_a_limit_is_of_what_was_public_by_the_day(full: Ledger, limit: int) -> None:
    day = date(2024, 2, 20)
    found = [c.id for c in claims_of(full, "iran", on=day, limit=limit)]
    assert found == [anchor(full, name) for name in ("report", "deadline")][:limit]


def test_last_told_needs_no_look_at_every_statement(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listed, "FIRST", 2)
    add(ledger, *STORY, "elsewhere")
    with ledger.reading() as reader:
        everything = reader.last_told(50, None, None)
        assert [reader.last_told(n, None, None) for n in (1, 2)] == [everything[:1], everything[:2]]
        assert everything[0] == reader.cluster_of(anchor(ledger, "other count"))
        assert set(everything) == set(reader.clusters())
        early = reader.last_told(50, date(2024, 2, 15), None)
        assert early == [reader.cluster_of(anchor(ledger, n)) for n in ("elsewhere", "report")]


def test_what_was_joined_then_is_shown_although_it_was_taken_back_and_made_again(full: Ledger) -> None:
    a, b = anchor(full, "deadline"), anchor(full, "relay")
    made = decide(full, JudgementKind.SAME, a, other=b, by="Ann")
    shown, moment = claim(full, a), now()
    undo(full, made.id, by="Ann")
    rebuild_ledger(full)
    assert check(full) == []
    assert claim(full, a, known_by=moment) == shown
    found = claim(full, a)
    assert found is not None
    assert b not in {s.anchor for s in found.claim.statements}
    take_out(full, document("count").id)
    then = claim(full, a, known_by=moment)
    assert then is not None
    assert {a, b} <= {s.anchor for s in then.claim.statements}


def test_what_people_parted_shows_on_both_claims(full: Ledger) -> None:
    a, b = anchor(full, "report"), anchor(full, "official")
    made = decide(full, JudgementKind.SEPARATE, a, other=b, by="Ann")
    for name in (a, b):
        shown = claim(full, name)
        assert shown is not None
        assert [j.id for j in shown.judgements] == [made.id]


def test_claims_told_last_come_first(full: Ledger) -> None:
    found = claims_of(full)
    assert found[0].title == SENT
    assert claims_of(full, limit=1) == found[:1]
    assert claims_of(full, on=date(2024, 2, 25))[0].title.startswith("sanctions on Iran")


def test_a_claim_is_the_same_asked_from_any_of_its_statements(full: Ledger) -> None:
    found = one(full, "report")
    for s in found.statements:
        shown = claim(full, s.anchor)
        assert shown is not None
        assert shown.claim == found
    assert told_in(found) == {"Harbour Wire", "Bergen Post", "Oslo Ledger"}


def test_an_empty_ledger(ledger: Ledger) -> None:
    assert claims(ledger) == []
    assert claims_of(ledger) == claims_of(ledger, "a") == claims_of(ledger, on=date(2024, 1, 1)) == []
    with pytest.raises(AnchorError):
        claim(ledger, "a")


def test_the_order_of_adding_does_not_matter_for_what_is_shown(full: Ledger, ledger: Ledger) -> None:
    add(ledger, *reversed(STORY))
    for name in STORY:
        assert claim(full, anchor(full, name)) == claim(ledger, anchor(full, name))
