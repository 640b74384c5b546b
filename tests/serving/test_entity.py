"""Somebody by name, and looking names up."""

import csv
import io

import pytest
from playwright.sync_api import Page

from onrecord.flow.deciding import decide
from onrecord.records import JudgementKind
from tests.kept import anchor, document
from tests.serving.browsing import faults_of
from tests.serving.conftest import Served


def test_a_surname_leads_to_somebody(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/documents")
    tab.get_by_role("navigation").get_by_role("link", name="Names").click()
    tab.get_by_label("How a name, or a word of it, begins").fill("lund")
    tab.get_by_role("button", name="Look up").click()
    assert tab.locator("ul.names li").all_inner_texts() == ["Kari Lund person"]
    tab.get_by_role("link", name="Kari Lund").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "Kari Lund"


def test_what_somebody_said_and_what_is_said_of_them(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/entity?name=iran&as_of=2024-03-05")
    by, of = (tab.locator(f"h2#{lane} + table tbody tr").all_inner_texts() for lane in ("by", "of"))
    assert any("We have sent nothing" in r and "said in this name" in r and "denies" in r for r in by)
    assert any("own word" in r for r in by)
    assert "2024-03-05" in of[0] and "Jens Kroll" in of[0] and "named in the words" in of[0]
    assert not any("400 missiles" in r for r in of), "public the day after"
    where = tab.locator("h2#by + table td.words a").first.get_attribute("href") or ""
    assert where.startswith(f"/document/{document('denial').id}?as_of=2024-03-05&s=s")
    claim = tab.locator("h2#by + table a.plain").first.get_attribute("href") or ""
    assert claim.startswith("/claim/") and claim.endswith("as_of=2024-03-05")
    assert "Measures on 2024-03-05" in tab.get_by_role("main").inner_text()


def test_the_day_keeps_the_name(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/entity?name=Kari+Lund")
    tab.get_by_label("As of").fill("2024-02-20")
    tab.get_by_role("main").get_by_role("button", name="Show").click()
    assert "name=kari+lund" in tab.url and "as_of=2024-02-20" in tab.url
    assert tab.locator("h2#by + table tbody tr").count() == 1
    assert "1 document" in tab.locator("section[aria-labelledby=spelled]").inner_text()


def test_one_name_leads_to_others(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/entity?name=Kari+Lund")
    tab.locator("section[aria-labelledby=beside]").get_by_role("link", name="Norway").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "Norway"
    assert "said in this name" in tab.locator("h2#by + table").inner_text()


def test_an_outlet_has_what_it_published_and_passed_on(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/entity?name=Harbour+Wire")
    assert tab.locator("h2#out").inner_text() == "Published by Harbour Wire"
    assert "passed on" in tab.locator("h2#by + table").inner_text()


def test_measures_in_a_name_lead_to_the_register(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/entity?name=Iran&as_of=2024-02-22")
    section = tab.locator("section[aria-labelledby=measures]")
    link = section.locator("a[href='/measures/EU-IRN-MISSILE?on=2024-02-22']")
    assert link.count() == 1
    assert "in force since 2010-07-26" in (section.text_content() or "")


def test_listings_go_by_the_name_alone(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/entity?name=Kari+Lund")
    told = tab.locator("section[aria-labelledby=listed]").inner_text()
    assert "No match by name on the lists loaded." in told
    assert "Ownership is not examined" in told
    tab.goto(f"{listed.at}/entity?name=Iran")
    assert "Places and weapons are not screened" in tab.locator("section[aria-labelledby=listed]").inner_text()


def test_without_lists_it_says_how_to_load_them(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/entity?name=Kari+Lund")
    assert "onrecord lists load" in tab.locator("section[aria-labelledby=listed]").inner_text()


def test_a_correction_shows_at_once(tab: Page, fresh: Served) -> None:
    decide(fresh.ledger, JudgementKind.WRONG_SPEAKER, anchor(fresh.ledger, "official"), value="Jon Berg", by="Ann")
    tab.goto(f"{fresh.at}/entity?name=Kari+Lund")
    assert tab.locator("h2#by + table tbody tr").count() == 1


def test_long_lists_go_on_page_by_page(tab: Page, served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.serving.pages.entity.SHOWN", 3)
    tab.goto(f"{served.at}/entity?name=Iran")
    seen = tab.locator("h2#of + table td.words a:first-child").all_inner_texts()
    while tab.locator("h2#of ~ p.pages a[rel=next]").count():
        tab.locator("h2#of ~ p.pages a[rel=next]").first.click()
        assert "name=iran" in tab.url
        seen += tab.locator("h2#of + table td.words a:first-child").all_inner_texts()
    with served.client() as client:
        rows = list(csv.DictReader(io.StringIO(client.get("/entity.csv?name=Iran").text)))
    assert seen == [r["words"] for r in rows if r["lane"] == "of"]


def test_nobody_of_that_name(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/entity?name=Nobody+%3Cb%3E")
    main = tab.get_by_role("main").inner_text()
    assert "No document here names Nobody <b>." in main
    tab.goto(f"{served.at}/entity?q=zz")
    assert "No name here has a word that begins with zz." in tab.get_by_role("main").inner_text()


@pytest.mark.parametrize("query", ["name=Iran&of=yesterday", "q=k&after=nothing"])
def test_a_cursor_that_is_none(served: Served, query: str) -> None:
    with served.client() as client:
        answer = client.get(f"/entity?{query}")
    assert (answer.status_code, "expected one that a page before gave" in answer.text) == (404, True)


@pytest.mark.parametrize("width", [1280, 360])
def test_it_can_be_used_by_everybody_on_any_screen(scripted: Page, listed: Served, width: int) -> None:
    scripted.set_viewport_size({"width": width, "height": 800})
    for query in ("", "?q=k", "?name=Iran&as_of=2024-03-05", "?name=Kari+Lund", "?name=Nobody", "?name=Harbour+Wire"):
        scripted.goto(f"{listed.at}/entity{query}")
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width
