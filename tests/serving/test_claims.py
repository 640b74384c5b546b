"""The board of claims: filters and order in the address, pages, files of the same, merging what is ticked."""

import csv
import io
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from onrecord.flow import board as boards
from onrecord.flow.claims import claims
from onrecord.ledger import Ledger
from onrecord.serving import Site, create_app
from onrecord.serving.pages import claims as pages
from tests.kept import anchor
from tests.serving.browsing import faults_of, sign_in
from tests.serving.conftest import Served

SENT = "transfer of missiles from Iran to Russia"


def titles(tab: Page) -> list[str]:
    return tab.locator("table.board th[scope=row]").all_text_contents()


def test_the_board_tells_each_claim_in_its_columns(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/claims")
    row = tab.get_by_role("row").filter(has_text=SENT)
    told = " ".join(row.inner_text().split())
    for part in ("corroborated", "4", "6 documents", "8 statements", "denies 2", "0 of 8", "2024-03-07"):
        assert part in told
    assert "4 claims" in tab.get_by_role("status").inner_text()
    row.get_by_role("link").click()
    assert tab.get_by_role("heading", level=1).text_content() == SENT
    assert not tab.get_by_role("checkbox", name=f"Tick “{SENT}”").count()


def test_filters_go_into_the_address_without_those_left_empty(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/claims")
    tab.get_by_label("Words").fill("iran")
    tab.get_by_text("Filters", exact=True).click()
    tab.get_by_label("single origin").check()
    tab.get_by_label("Challenged").select_option("no")
    tab.get_by_role("main").get_by_role("button", name="Show").click()
    asked = parse_qs(urlsplit(tab.url).query)
    assert asked == {"q": ["iran"], "support": ["single origin"], "challenged": ["no"]}
    assert len(titles(tab)) == 2
    assert tab.get_by_label("single origin").is_checked()
    tab.get_by_role("link", name="Clear all").click()
    assert len(titles(tab)) == 4


ADDRESSES = (
    ("support=corroborated", 1), ("support=corroborated&support=unsourced", 2), ("challenged=yes", 1), ("challenged=denies", 1),
    ("challenged=doubts", 0), ("origins=2", 1), ("reviewed=none", 4), ("reviewed=some", 0), ("since=2024-03-06", 2),
    ("as_of=2024-02-05", 1), ("q=iran&as_of=2024-02-25", 2), ("as_of=2024-03-01&challenged=yes", 0), ("q=tromsø", 1),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "count"), ADDRESSES)
def test_an_address_shows_what_it_asks_for_and_so_do_the_files(served: Served, asked: str, count: int) -> None:
    with served.client() as client:
        shown = client.get(f"/claims?{asked}").text
        assert shown.count('<th scope="row">') == count
        rows = list(csv.DictReader(io.StringIO(client.get(f"/claims.csv?{asked}").text)))
        told = client.get(f"/claims.json?{asked}").json()
    assert len(rows) == len(told["claims"]) == told["total"] == count
    assert [r["anchor"] for r in rows] == [c["id"] for c in told["claims"]]
    assert told["schema"] == "onrecord.claims/1"
    assert told["complete"] is True


def test_files_hold_where_each_claim_comes_from(served: Served) -> None:
    name = anchor(served.ledger, "report")
    with served.client() as client:
        sent = client.get("/claims.csv?support=corroborated&as_of=2024-03-02")
        (row,) = csv.DictReader(io.StringIO(sent.text))
        (told,) = client.get("/claims.json?support=corroborated&as_of=2024-03-02").json()["claims"]
        assert client.get(urlsplit(row["permalink"]).path + "?" + urlsplit(row["permalink"]).query).status_code == 200
    assert tuple(row) == pages.COLUMNS
    assert (row["anchor"], row["independent_origins"], row["challenges"]) == (name, "2", "2")
    assert row["permalink"] == f"{served.at}/claim/{name}?as_of=2024-03-02"
    assert row["families"] == "sources of harbour wire; norway"
    assert row["outlets"] == "Harbour Wire; Bergen Post; Oslo Ledger"
    assert row["challenged_by"].startswith("denies: Iran")
    assert len(row["document_ids"].split("; ")) == int(row["documents"]) == 4
    assert row["first_words"] in told["statements"][0]["text"]
    assert "attachment" in sent.headers["Content-Disposition"]


def test_a_cell_is_never_a_formula(serve: Callable[..., Served], tmp_path: Path) -> None:
    assert pages._cell("=1+1") == "'=1+1"
    assert pages._cell(None) == ""
    assert pages._cell(date(2024, 1, 1)) == "2024-01-01"
    empty = serve(tmp_path / "empty.db")
    with empty.client() as client:
        assert client.get("/claims.csv").text.strip() == ",".join(pages.COLUMNS)
        assert client.get("/claims.json").json()["claims"] == []


def test_pages_follow_each_other_and_hold_every_claim_once(
    served: Served, tab: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "AT_ONCE", 3)
    for asked in ("", "?order=statements", "?as_of=2024-12-01"):
        tab.goto(f"{served.at}/claims{asked}")
        found = titles(tab)
        assert "First 3 of 4 claims shown" in tab.get_by_role("status").first.inner_text()
        tab.get_by_role("link", name="Next claims").click()
        found += titles(tab)
        assert len(found) == len(set(found)) == 4
        assert not tab.get_by_role("link", name="Next claims").count()
        tab.get_by_role("link", name="First page").click()
        assert titles(tab) == found[:3]


def test_files_of_many_go_on(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "EXPORTED", 3)
    with served.client() as client:
        first = client.get("/claims.json?order=origins").json()
        second = client.get(first["next"]).json()
        assert (len(first["claims"]), len(second["claims"]), second["next"]) == (3, 1, None)
        assert {c["id"] for c in first["claims"]} & {c["id"] for c in second["claims"]} == set()
        assert 'rel="next"' in client.get("/claims.csv").headers["Link"]


def test_orders_are_links_that_keep_the_filters(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/claims?q=iran")
    tab.get_by_role("link", name="Independent origins").click()
    assert parse_qs(urlsplit(tab.url).query) == {"q": ["iran"], "order": ["origins"]}
    assert titles(tab)[0] == SENT
    assert "in this order" in tab.get_by_role("columnheader", name="Independent origins").inner_text()


def test_a_list_that_is_cut_says_so(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boards, "LOOKED_AT", 1)
    with served.client() as client:
        shown = " ".join(client.get("/claims?q=iran&challenged=no").text.split())
        assert client.get("/claims.json?q=iran").json()["complete"] is False
    assert "that answer best were looked at, of 3; the filters were applied to those" in shown


BAD = (
    ("support=much", "support: got &#39;much&#39;; expected one of unsourced"),
    ("challenged=maybe", "challenged: got &#39;maybe&#39;"),
    ("origins=-1", "origins: got &#39;-1&#39;"),
    ("reviewed=half", "expected one of none, some, all"),
    ("order=size", "expected one of change, statements, origins"),
    ("as_of=2024-02-31", "as_of"),
    ("since=soon", "since"),
    ("known_by=then", "known_by"),
)


@pytest.mark.parametrize(("asked", "line"), BAD)
def test_what_cannot_be_asked_is_told_in_a_line(served: Served, asked: str, line: str) -> None:
    with served.client() as client:
        sent = client.get(f"/claims?{asked}")
    assert sent.status_code == 400
    assert line in sent.text


def test_a_place_that_no_page_gave(served: Served) -> None:
    with served.client() as client:
        assert client.get("/claims?after=nowhere").status_code == 404
        assert client.get("/claims?q=iran&after=nowhere").status_code == 404


def test_nothing_found_says_what_to_do(tab: Page, served: Served, serve: Any, tmp_path: Path) -> None:
    tab.goto(f"{served.at}/claims?q=moon&support=corroborated&as_of=2024-03-01")
    assert "No claim answers that" in tab.get_by_role("main").inner_text()
    tab.get_by_role("link", name="Without the filters").click()
    assert parse_qs(urlsplit(tab.url).query) == {"q": ["moon"], "as_of": ["2024-03-01"]}
    tab.goto(f"{serve(tmp_path / 'none.db').at}/claims")
    assert "onrecord add FILES" in tab.get_by_role("main").inner_text()


def test_the_day_goes_with_every_link(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/claims?as_of=2024-03-01")
    assert "By what was public on 1 March 2024" in tab.locator(".as-of-note").inner_text()
    tab.get_by_role("link", name=SENT, exact=True).click()
    assert tab.url.endswith("?as_of=2024-03-01")
    assert "as of 1 March 2024" in tab.locator(".banner").inner_text()


def test_ticked_claims_are_merged_and_taken_apart_again(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    tab.goto(f"{fresh.at}/claims?support=single+origin")
    for box in tab.get_by_role("checkbox", name="Tick").all():
        box.check()
    tab.get_by_role("button", name="Merge the ticked claims").click()
    assert "/claims?support=single" in tab.url
    assert "same claim" in tab.locator(".notice").inner_text()
    assert "Vera Holm" in tab.locator(".notice").inner_text()
    assert len(claims(fresh.ledger)) == 3
    tab.locator(".notice").get_by_role("button", name="Take back").click()
    assert "is taken back" in tab.locator(".notice").inner_text()
    assert len(claims(fresh.ledger)) == 4


def test_one_ticked_claim_cannot_be_merged(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    tab.goto(f"{fresh.at}/claims")
    tab.get_by_role("checkbox", name=f"Tick “{SENT}”").check()
    tab.get_by_role("button", name="Merge the ticked claims").click()
    assert "expected two or more" in tab.locator(".problem").inner_text()
    assert len(claims(fresh.ledger)) == 4


def test_a_ledger_for_reading_alone_shows_its_board(story: Path, tmp_path: Path, serve: Any) -> None:
    where = str(shutil.copy(story, tmp_path / "read.db"))
    with Ledger(where) as ledger:
        claims(ledger)
    with (
        Ledger(where, read_only=True) as ledger,
        TestClient(create_app(Site(ledger, tmp_path, hosts=("*",)))) as client,
    ):
        assert client.get("/claims").text.count('<th scope="row">') == 4
        assert client.get(f"/claim/{anchor(ledger, 'report')}").status_code == 200


@pytest.mark.parametrize("width", [1280, 360])
def test_the_board_fits_and_has_no_fault(scripted: Page, served: Served, width: int) -> None:
    sign_in(scripted, served)
    scripted.set_viewport_size({"width": width, "height": 800})
    for asked in ("", "?q=moon", "?challenged=yes&as_of=2024-03-05&origins=1"):
        scripted.goto(f"{served.at}/claims{asked}")
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width
        assert len(scripted.content()) < 150_000


def test_the_board_in_print(scripted: Page, served: Served) -> None:
    scripted.goto(f"{served.at}/claims")
    scripted.emulate_media(media="print")
    expect(scripted.get_by_text(SENT)).to_be_visible()
    expect(scripted.locator(".board-filters")).to_be_hidden()
