"""The lists that are kept, and what changed in them."""

import csv
import io

import pytest
from playwright.sync_api import Page

from tests.serving.conftest import Served


def test_versions_with_days_counts_faults_and_sources(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/lists")
    un = tab.locator("tr", has_text="un-2026-02-27-")
    told = un.locator("td").all_inner_texts()
    assert told[1] == "2026-02-27"
    assert told[3:6] == ["2", "7", "1"]
    assert "un.xml" in told[6] and "2 entries could not be read" in told[6]
    un.get_by_text("2 entries could not be read").click()
    assert "un.xml:11: got mismatched tag" in un.inner_text()


def test_what_changed_between_two_versions(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/lists")
    tab.get_by_role("link", name="since 2023-01-01").click()
    assert "1 added, 1 changed, 1 removed." in tab.get_by_role("main").inner_text()
    rows = [" ".join(r.split()) for r in tab.locator("tbody tr").all_inner_texts()]
    assert rows[0].startswith("+ added 40 VESNA SHIPPING")
    assert rows[1].startswith("~ changed 37 PORT VESNA")
    assert "Tanker" in rows[1] and "Bulk" in rows[1]
    assert rows[2].startswith("− removed 39 VESNA SHIPPING")
    tab.get_by_role("link", name="1 removed").click()
    assert tab.locator("tbody tr").count() == 1
    assert "show=removed" in tab.url


def test_the_form_compares_two_states_of_one_list(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/lists")
    assert tab.get_by_label("What changed from").input_value().startswith("ofac-2023-01-01")
    assert tab.get_by_label("to", exact=True).input_value().startswith("ofac-2025-01-01")
    tab.get_by_label("to", exact=True).select_option(index=0)
    tab.get_by_role("button", name="Compare").click()
    assert "versions of different lists" in tab.get_by_role("main").inner_text()


def test_the_same_as_csv(listed: Served) -> None:
    with listed.client() as client:
        rows = list(csv.DictReader(io.StringIO(client.get("/lists/delta.csv?a=ofac-2023&b=ofac-2025").text)))
    assert [(r["change"], r["id"]) for r in rows] == [("added", "40"), ("changed", "37"), ("removed", "39")]
    assert "Tanker" in rows[1]["before"] and "Bulk" in rows[1]["after"]


@pytest.mark.parametrize(
    ("query", "status", "line"),
    [("a=ofac-2023", 400, "b: got no version"), ("a=none&b=ofac", 409, "no version"), ("", 400, "a: got no version")],
)
def test_versions_that_are_none(listed: Served, query: str, status: int, line: str) -> None:
    with listed.client() as client:
        answer = client.get(f"/lists/delta?{query}")
    assert (answer.status_code, line in answer.text) == (status, True)
