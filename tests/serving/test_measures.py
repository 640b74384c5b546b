"""Measures on a day, changes between two, one measure: as somebody sees them."""

import csv
import html
import io
import re

import pytest
from playwright.sync_api import Page

from onrecord.publishing.words import sourced
from onrecord.registers import regimes
from tests.serving.browsing import faults_of
from tests.serving.conftest import Served


def groups(tab: Page) -> dict[str, str]:
    """Return the words of each section by its heading."""
    heads = tab.locator("main h2").all_inner_texts()
    return {
        h: tab.locator(f"h2:text-is('{h}') + table").inner_text()
        for h in heads
        if "In force" in h or h in {"Ended", "Not yet"}
    }


def test_what_bound_whom_on_a_day(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/measures?on=2024-02-22&target=Iran&subject=missiles")
    found = groups(tab)
    assert "EU-IRN-MISSILE" in found["In force: prohibitions"]
    assert "UN-IRN-2231-B3" not in found["In force: prohibitions"]
    ended = found["Ended"]
    assert "UN-IRN-2231-B3" in ended
    assert "ended 2023-10-18 (expired: sunset, eight years after Adoption Day (2015-10-18)" in ended
    assert "Lets act: " in found["In force: authorities, which alone bind nobody"]
    assert "Binds: " not in found["In force: authorities, which alone bind nobody"]


def test_a_call_is_told_apart_from_what_binds(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/measures?on=2022-01-01&target=Iran&binding=called_upon")
    found = groups(tab)
    assert list(found) == ["In force: calls that do not bind", "Ended"]
    assert "UN-IRN-2231-B3" in found["In force: calls that do not bind"]
    assert all("Calls on: " in text and "Binds: " not in text for text in found.values())


def test_filters_stay_when_the_day_changes(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/measures?on=2024-02-22&target=Iran&imposer=EU")
    tab.get_by_label("On (day, UTC)").fill("2012-01-01")
    tab.get_by_role("main").get_by_role("button", name="Show").click()
    assert "on=2012-01-01" in tab.url and "target=Iran" in tab.url and "imposer=EU" in tab.url
    assert tab.get_by_role("heading", level=1).inner_text() == "Measures on 2012-01-01, on Iran, by EU"
    one = tab.get_by_role("link", name="Decision 2010/413/CFSP").first
    one.click()
    assert tab.url.endswith("?on=2012-01-01")


def test_sources_are_links_and_contests_are_told(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/measures?on=2025-10-01&target=Iran&imposer=UN")
    assert "Contested" in tab.get_by_role("main").inner_text()
    link = tab.locator("td.sources a").first
    assert (link.get_attribute("href") or "").startswith("http")
    assert "noopener" in (link.get_attribute("rel") or "")


def test_what_changed_between_two_days(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/measures?from=2023-10-01&to=2023-10-31&target=Iran")
    rows = [" ".join(r.split()) for r in tab.locator("tbody tr").all_inner_texts()]
    assert len(rows) >= 4
    assert all(r.startswith("2023-10-18") for r in rows)
    assert any("ends, expired" in r and "UN-IRN-2231-B3" in r for r in rows)
    assert any("begins to apply" in r and "UK-IRN-TD" in r for r in rows)
    assert f"{len(rows)} changes, both days included" in tab.get_by_role("main").inner_text()
    tab.get_by_label("to", exact=True).fill("2023-10-17")
    tab.get_by_role("main").get_by_role("button", name="Show").click()
    assert "nothing changed between these days" in tab.get_by_role("main").inner_text()


def test_files_hold_the_view(served: Served) -> None:
    with served.client() as client:
        rows = list(
            csv.DictReader(io.StringIO(client.get("/measures.csv?on=2024-02-22&target=Iran&binding=authority").text))
        )
        told = client.get("/measures.json?on=2024-02-22&target=Iran&binding=authority").json()
        changed = client.get("/measures.json?from=2023-10-01&to=2023-10-31").json()
        flat = list(csv.DictReader(io.StringIO(client.get("/measures.csv?from=2023-10-01&to=2023-10-31").text)))
    assert {r["kind"] for r in rows} == {"authority"}
    assert (told["schema"], [m["key"] for m in told["measures"]]) == ("onrecord.measures/1", [r["key"] for r in rows])
    assert (changed["schema"], changed["from"]) == ("onrecord.measure-changes/1", "2023-10-01")
    assert [c["key"] for c in changed["changes"]] == [c["key"] for c in flat]


@pytest.mark.parametrize("key", sorted(regimes().measures))
def test_every_measure_has_a_page_with_all_its_facts(served: Served, key: str) -> None:
    measure = regimes().measures[key]
    with served.client() as client:
        answer = client.get(f"/measures/{key}")
    assert answer.status_code == 200
    text = answer.text.replace("&#39;", "'").replace("&amp;", "&").replace("&#34;", '"')
    told = (
        measure.instrument,
        measure.restricts,
        measure.addressee,
        *measure.licences,
        *measure.gaps,
    )
    for words in (*told, *(c.says for c in measure.contested_by)):
        assert words in text
    shown = html.unescape(re.sub(r"<[^>]+>", "", answer.text))
    for source in measure.sources:
        assert source in shown
        address, _ = sourced(source)
        assert address is None or f'href="{html.escape(address)}"' in answer.text
    assert f"known with {measure.confidence.value} confidence" in text
    assert text.count('<rect class="bar') >= len(measure.intervals)


def test_a_measure_is_drawn_and_tabled(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/measures/US-BIS-AFFIL?on=2026-01-01")
    assert "suspended from 2025-11-10, again from 2026-11-10" in tab.get_by_role("main").inner_text()
    assert "2025-11-10 to 2026-11-10" in tab.locator("table").inner_text()
    assert [tab.locator(f"svg.bars .bar.{kind}").count() for kind in ("force", "pause", "vague")] == [1, 1, 1]
    tab.get_by_label("On", exact=True).fill("2025-10-01")
    tab.get_by_role("main").get_by_role("button", name="Show").click()
    assert "in force since 2025-09-29" in tab.get_by_role("main").inner_text()


@pytest.mark.parametrize(
    ("path", "status", "line"),
    [
        ("/measures?target=Atlantis", 400, "target: got &#39;Atlantis&#39;; expected a state or body"),
        ("/measures?imposer=Mars", 400, "imposer: got"),
        ("/measures?subject=cheese", 400, "subject: got"),
        ("/measures?binding=perhaps", 400, "binding: got"),
        ("/measures?on=2024-02-31", 400, "on"),
        ("/measures?from=2024-02-01&to=2024-01-01", 400, "expected the earlier day first"),
        ("/measures?to=2024-01-01", 400, "from: got no day"),
        ("/measures/NOTHING", 404, "the key of no measure"),
        ("/measures.csv?target=Atlantis", 400, "target: got"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_line(served: Served, path: str, status: int, line: str) -> None:
    with served.client() as client:
        answer = client.get(path)
    assert (answer.status_code, line in answer.text) == (status, True)


@pytest.mark.parametrize("width", [1280, 360])
def test_they_can_be_used_by_everybody_on_any_screen(scripted: Page, served: Served, width: int) -> None:
    scripted.set_viewport_size({"width": width, "height": 800})
    for path in (
        "/measures?on=2024-02-22&target=Iran", "/measures?from=2023-01-01&to=2025-12-31&target=Iran", "/measures/US-BIS-AFFIL",
        "/measures?target=Atlantis", "/measures?on=1900-01-01&binding=called_upon",
    ):  # fmt: skip
        scripted.goto(f"{served.at}{path}")
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width


def test_the_whole_register_is_no_heavy_page(served: Served) -> None:
    with served.client() as client:
        assert len(client.get("/measures?on=2024-02-22").content) < 150_000
