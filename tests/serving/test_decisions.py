"""The list of what people decided, and taking it back."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import insert

from onrecord.flow.adding import keep
from onrecord.flow.checking import take_out
from onrecord.flow.deciding import correct_words, decide, decisions, undo
from onrecord.ledger.schema import judgements, placements
from onrecord.records import JudgementKind
from onrecord.serving.returning import back
from tests.kept import anchor, document, reread
from tests.serving.browsing import faults_of, sign_in
from tests.serving.conftest import Served


def test_nothing_decided_yet(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/decisions")
    expect(tab.get_by_role("main")).to_contain_text("None yet")
    tab.goto(f"{served.at}/decisions?unplaced=1")
    expect(tab.get_by_role("main")).to_contain_text("every decision stands on a statement")


def test_who_when_what_and_on_what(tab: Page, fresh: Served) -> None:
    report, official = anchor(fresh.ledger, "report"), anchor(fresh.ledger, "official")
    decide(fresh.ledger, JudgementKind.WRONG_SPEAKER, official, value="Eli Nes", by="Ann")
    decide(fresh.ledger, JudgementKind.SEPARATE, official, other=report, by="Ben")
    correct_words(fresh.ledger, [official], [(0, 4)], by="Ann")
    undo(fresh.ledger, 1, by="Cay")
    tab.goto(f"{fresh.at}/decisions")
    rows = tab.locator("tbody tr")
    assert [r.locator("td").first.inner_text() for r in rows.all()] == ["3", "2", "1"]
    today = datetime.now(UTC).date().isoformat()
    expect(rows.nth(0)).to_contain_text("words corrected to 0-4: Iran")
    expect(rows.nth(1)).to_contain_text("not the same claim as")
    expect(rows.nth(1)).to_contain_text(report)
    expect(rows.nth(2)).to_contain_text(f"speaker corrected to Eli Nestaken back by Cay, {today}")
    expect(rows.nth(2)).to_contain_text(
        "Iran has sent missiles to Russia Norwegian foreign ministry spokeswoman Kari Lund said"
    )
    assert tab.get_by_role("button", name="Undo").count() == 0
    rows.nth(0).get_by_role("link").click()
    expect(tab.get_by_role("region", name="Statement in focus")).to_contain_text("Statement 1")


def test_taking_back_in_the_list(tab: Page, fresh: Served) -> None:
    decide(fresh.ledger, JudgementKind.CONFIRMED, anchor(fresh.ledger, "official"), by="Ann")
    sign_in(tab, fresh)
    tab.goto(f"{fresh.at}/decisions")
    tab.get_by_role("button", name="Undo decision 1").click()
    expect(tab.locator(".notice")).to_contain_text("Decision 1 is taken back.")
    expect(tab.locator("tbody tr")).to_contain_text("taken back by Vera Holm")
    assert decisions(fresh.ledger)[0].undone
    with fresh.client(fresh.write) as client:
        again = client.post("/decide/undo", data={"number": 1})
        assert (again.status_code, "taken back already" in again.text) == (404, True)
        assert client.post("/decide/undo", data={"number": 99}).status_code == 404
        assert client.post("/decide/undo", data={"number": 10**30}).status_code == 422
        assert client.get(f"/decisions?before={10**30}").status_code == 200
    with fresh.client(fresh.read) as client:
        assert client.post("/decide/undo", data={"number": 1}).status_code == 403


def test_what_stands_on_no_statement_now(tab: Page, fresh: Served) -> None:
    official, relay, report = (anchor(fresh.ledger, n) for n in ("official", "relay", "report"))
    decide(fresh.ledger, JudgementKind.CONFIRMED, official, by="Ann")
    decide(fresh.ledger, JudgementKind.CONFIRMED, relay, by="Ann")
    decide(fresh.ledger, JudgementKind.SEPARATE, report, other=relay, by="Ann")
    decide(fresh.ledger, JudgementKind.CONFIRMED, report, by="Ann")
    undo(fresh.ledger, 4, by="Ann")
    keep(fresh.ledger, reread("relay", "blind", [None]))
    take_out(fresh.ledger, document("official").id)
    tab.goto(f"{fresh.at}/decisions")
    tab.get_by_role("link", name="3 on no statement now").click()
    assert [r.locator("td").first.inner_text() for r in tab.locator("tbody tr").all()] == ["3", "2", "1"]
    expect(tab.locator("#d1")).to_contain_text("on no statement now")
    assert tab.locator("#d1").get_by_role("link").count() == 0
    assert tab.locator("#d3").get_by_role("link").count() == 1
    assert {j.id for j in decisions(fresh.ledger, unplaced=True)} == {1, 2, 3}


def test_many_decisions_are_paged(served: Served, fresh: Served) -> None:
    name = anchor(fresh.ledger, "official")
    row = {"kind": "confirmed", "anchor": name, "by": "Ann", "at": "2024-01-01T00:00:00.000000Z"}
    with fresh.ledger.engine.begin() as connection:
        connection.execute(insert(judgements), [{"id": n, **row} for n in range(1, 121)])
        placed = [{"id": n, "judgement": n, "part": 0, "anchor": name, "recorded_at": row["at"]} for n in range(1, 121)]
        connection.execute(insert(placements), placed)
    seen: list[str] = []
    with fresh.client() as client:
        place = "/decisions"
        while place:
            text = client.get(place).text
            seen += [part.split('"')[0] for part in text.split('<tr id="d')[1:]]
            _, found, rest = text.partition('<a rel="next" href="')
            place = rest.split('"')[0] if found else ""
    assert seen == [str(n) for n in range(120, 0, -1)]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_list_can_be_used_by_everybody(scripted: Page, fresh: Served, width: int) -> None:
    decide(fresh.ledger, JudgementKind.WRONG_SPEAKER, anchor(fresh.ledger, "official"), value="E" * 90, by="Ann")
    decide(fresh.ledger, JudgementKind.CONFIRMED, anchor(fresh.ledger, "report"), by="Ann")
    undo(fresh.ledger, 2, by="Ann")
    scripted.set_viewport_size({"width": width, "height": 800})
    sign_in(scripted, fresh)
    for query in ("", "?unplaced=1", "?decided=2"):
        scripted.goto(f"{fresh.at}/decisions{query}")
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width


def test_the_way_back_tells_what_was_decided_last() -> None:
    assert (
        back("/d?s=s1&decided=1&as_of=2024-01-01#x", [4]).headers["Location"] == "/d?s=s1&as_of=2024-01-01&decided=4#x"
    )
    assert back("//evil.example", [4]).headers["Location"] == "/?decided=4"
