"""The board of claims: out of the list, and weighed for words, a day or a moment; the same claims either way."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import AnchorError
from onrecord.flow import board as boards
from onrecord.flow import days, summing
from onrecord.flow.board import Question, board, claims_on
from onrecord.flow.claims import claim, claims
from onrecord.flow.deciding import decide
from onrecord.ledger import ClaimRow, Ledger, Order, Reviewed, Wanted
from onrecord.ledger.coding import now
from onrecord.records import JudgementKind, Stance, Support
from tests.kept import STORY, add, anchor

FAR = date(2030, 1, 1)


def titles(found: boards.Board) -> list[str]:
    return [row.title for row in found.rows]


def test_the_list_and_the_weighing_tell_the_same_of_every_claim(full: Ledger) -> None:
    summed = board(full, Question())
    weighed = board(full, Question(on=FAR))
    assert summed.rows == weighed.rows
    assert (summed.total, weighed.total) == (3, 3)
    assert [r.kinds for r in summed.rows if r.challenges] == ["denies 2"]


@pytest.mark.parametrize("query", ["iran", "missiles", "official", "rus", "missiles russia", "nobody"])
def test_words_find_the_same_in_the_list_as_by_weighing(full: Ledger, query: str) -> None:
    decide(full, JudgementKind.CONFIRMED, anchor(full, "official"), by="Ann")
    summed, weighed = board(full, Question(query)), board(full, Question(query, on=FAR))
    assert summed.rows == weighed.rows
    assert (summed.total, summed.answers, summed.cut) == (weighed.total, weighed.answers, weighed.cut)
    assert not summed.claims or len(summed.claims) == len(summed.rows)
    assert [row for row, _ in claims_on(full, summed)] == list(summed.rows)


def test_pages_of_either_kind_hold_each_claim_once(full: Ledger) -> None:
    for question in (Question(), Question(on=FAR), Question("iran"), Question(order=Order.STATEMENTS)):
        whole, found, after = board(full, question), list[ClaimRow](), None
        while True:
            page = board(full, question, 1, after)
            assert page.total == whole.total
            found += page.rows
            after = page.after
            if after is None:
                break
        assert tuple(found) == whole.rows


@pytest.mark.parametrize("question", [Question(), Question("iran"), Question(on=FAR)])
def test_orders(full: Ledger, question: Question) -> None:
    by_size = board(full, Question(question.query, question.on, None, Wanted(), Order.STATEMENTS))
    assert [r.statements for r in by_size.rows] == [8, 1, 1]
    by_origin = board(full, Question(question.query, question.on, None, Wanted(), Order.ORIGINS))
    assert [r.origins for r in by_origin.rows] == [4, 1, 1]


FILTERS = (
    (Wanted(support=(Support.CORROBORATED,)), 1),
    (Wanted(support=(Support.SINGLE, Support.UNSOURCED)), 2),
    (Wanted(challenged=True), 1),
    (Wanted(challenged=False), 2),
    (Wanted(kind=Stance.DENIES), 1),
    (Wanted(kind=Stance.DOUBTS), 0),
    (Wanted(origins=2), 1),
    (Wanted(reviewed=Reviewed.NONE), 2),
    (Wanted(reviewed=Reviewed.SOME), 1),
    (Wanted(reviewed=Reviewed.ALL), 0),
    (Wanted(since=date(2024, 3, 6)), 2),
    (Wanted(since=date(2024, 3, 16)), 1),
)


def test_filters_leave_out_the_same_of_the_list_and_of_what_is_weighed(full: Ledger) -> None:
    decide(full, JudgementKind.CONFIRMED, anchor(full, "official"), by="Ann")
    for wanted, count in FILTERS:
        summed, weighed = board(full, Question(wanted=wanted)), board(full, Question(on=FAR, wanted=wanted))
        assert (summed.rows, summed.total) == (weighed.rows, count), wanted


def test_as_of_a_day_the_claims_are_as_they_stood(full: Ledger) -> None:
    found = board(full, Question(on=date(2024, 3, 1)))
    row = next(r for r in found.rows if r.statements > 1)
    assert (row.support, row.origins, row.challenges, row.last_change) == ("corroborated", 2, 0, date(2024, 3, 1))
    assert board(full, Question(on=date(2024, 1, 1))).rows == ()
    deadline = next(r for r in found.rows if r.title.startswith("sanctions"))
    assert deadline.last_change == date(2024, 2, 20)


def test_known_by_a_moment_decisions_made_since_do_not_show(full: Ledger) -> None:
    moment = now()
    decide(full, JudgementKind.CONFIRMED, anchor(full, "official"), by="Ann")
    assert {r.reviewed for r in board(full, Question(known_by=moment)).rows} == {0}
    assert 1 in {r.reviewed for r in board(full, Question()).rows}


def test_a_cut_list_says_so(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert board(full, Question("iran")).cut is False
    monkeypatch.setattr(boards, "LOOKED_AT", 1)
    found = board(full, Question("iran", wanted=Wanted(challenged=False)))
    assert (found.cut, found.total, found.answers) == (True, 0, 3)


@pytest.mark.parametrize("after", ["x", "-1", "1e3", "٣", "9" * 12])
def test_a_place_that_no_page_gave(full: Ledger, after: str) -> None:
    with pytest.raises(AnchorError, match="one that a page before gave"):
        board(full, Question("iran"), after=after)
    assert board(full, Question("iran"), after="500").rows == ()


def test_the_claims_of_a_page_are_those_of_their_own_pages(full: Ledger) -> None:
    for question in (Question(), Question("iran"), Question(on=date(2024, 3, 1))):
        told = claims_on(full, board(full, question))
        assert len(told) > 1
        for row, c in told:
            shown = claim(full, row.anchor, on=question.on)
            assert shown is not None
            assert c == shown.claim


def test_a_ledger_that_cannot_be_written_is_shown_as_it_was_last_summed_up(tmp_path: Path, files: Path) -> None:
    where = Path(shutil.copy(files / "story.db", tmp_path / "a.db"))
    with Ledger(str(where)) as ledger:
        claims(ledger)
    with Ledger(str(where), read_only=True) as ledger:
        assert len(board(ledger, Question()).rows) == 3
        assert len(claims_on(ledger, board(ledger, Question()))) == 3


def test_words_that_nothing_answers(full: Ledger) -> None:
    assert titles(board(full, Question("moon"))) == []


def test_a_deadline_that_has_passed_shows_where_the_ledger_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = str(tmp_path / "dated.db")
    monkeypatch.setattr(days, "today", lambda: date(2024, 3, 10))
    with Ledger(where, create=True) as ledger:
        add(ledger, "deadline")
        claims(ledger)
    monkeypatch.setattr(days, "today", lambda: date(2024, 5, 1))
    with Ledger(where, read_only=True) as ledger:
        (row,) = board(ledger, Question("sanctions")).rows
    assert (row.last_change, row.due) == (date(2024, 3, 16), None)


def test_a_list_of_which_a_part_is_not_summed_up_yet_says_so(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    add(ledger, *STORY, "elsewhere")
    monkeypatch.setattr(summing, "CLUSTERS", 1)
    found = board(ledger, Question(), patience=0.0)
    assert (len(found.rows), found.waiting) == (1, True)
    whole = board(ledger, Question(), patience=None)
    assert (len(whole.rows), whole.waiting) == (4, False)
