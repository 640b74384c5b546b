"""Claims and statements page by page, in both databases."""

from datetime import date

import pytest

from onrecord.errors import AnchorError
from onrecord.flow.claims import listing
from onrecord.flow.deciding import decide
from onrecord.flow.pages import claims_page, statement, statements_page
from onrecord.ledger import Ledger
from onrecord.records import JudgementKind, Review, Said, Stance
from tests.kept import add, anchor


def claims_by_page(ledger: Ledger, query: str | None, limit: int, on: date | None = None) -> list[str]:
    found, place = [], None
    while True:
        told = claims_page(ledger, query, limit, on=on, place=place)
        found += [c.id for c in told.claims]
        place = told.next
        if place is None:
            return found


@pytest.mark.parametrize("query", [None, "missiles", "iran"])
@pytest.mark.parametrize("on", [None, date(2024, 3, 1)])
def test_pages_of_claims_are_the_list(shown: Ledger, query: str | None, on: date | None) -> None:
    whole = [c.id for c in listing(shown, query, on=on).claims]
    assert whole
    for limit in (1, 2, 50):
        told = claims_by_page(shown, query, limit, on)
        assert sorted(told) == sorted(whole)
        assert len(told) == len(set(told))


def test_what_is_added_meanwhile_moves_no_page(full: Ledger) -> None:
    first = claims_page(full, None, 1)
    before = claims_by_page(full, None, 1)
    add(full, "elsewhere")
    assert first.next is not None
    rest = claims_page(full, None, 50, place=first.next)
    assert [c.id for c in (*first.claims, *rest.claims)] == before


@pytest.mark.parametrize("query", [None, "missiles"])
def test_pages_of_statements(shown: Ledger, query: str | None) -> None:
    whole = statements_page(shown, query, 200)
    assert whole.next is None
    days = [s.imprint.public_on for s in whole.statements]
    assert days == sorted(days, reverse=True)
    told: list[Said] = []
    before = None
    while True:
        found = statements_page(shown, query, 2, before=before)
        told += found.statements
        before = found.next
        if before is None:
            break
    assert [s.anchor for s in told] == [s.anchor for s in whole.statements]
    if query is not None:
        assert all("missiles" in s.text or "sent" in s.text or s.words for s in told)


def test_statements_of_a_day_and_of_a_moment(shown: Ledger) -> None:
    early = statements_page(shown, None, 200, on=date(2024, 2, 1)).statements
    assert {str(s.imprint.public_on) for s in early} == {"2024-02-01"}
    assert not statements_page(shown, None, 200, known_by="2020-01-01T00:00:00.000000Z").statements
    assert not statements_page(shown, "zeppelins", 200).statements
    assert not statements_page(shown, "?!", 200).statements


def test_a_statement_is_told_as_people_put_it_right(full: Ledger) -> None:
    name = anchor(full, "official")
    assert statement(full, name[:12]).review is Review.UNREVIEWED
    decide(full, JudgementKind.WRONG_STANCE, name, value="expects", by="Vera Holm")
    assert (statement(full, name).stance, statement(full, name).review) == (Stance.EXPECTS, Review.CORRECTED)
    told = {s.anchor: s for s in statements_page(full, "missiles", 200).statements}
    assert told[name].stance is Stance.EXPECTS
    with pytest.raises(AnchorError, match="the name of no statement"):
        statement(full, "ffff")
