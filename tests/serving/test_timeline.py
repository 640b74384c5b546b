"""The timeline of a story, as somebody sees it."""

import csv
import io
import re
from datetime import date

import pytest
from playwright.sync_api import Page

from tests.kept import anchor, document
from tests.serving.browsing import faults_of
from tests.serving.conftest import Served


def test_what_happened_stands_beside_when_it_was_told(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/timeline?q=missiles+russia")
    rows = tab.locator("#list ~ table").first.locator("tbody tr")
    first = rows.nth(0).locator("td").all_inner_texts()
    assert first[:2] == ["2024-01-01 to 2024-01-31", "2024-02-01"]
    assert "Harbour Wire ← six sources" in first[2]
    assert first[3] == "asserts"
    apart = tab.get_by_role("heading", name="No day of the event is told")
    assert apart.is_visible()
    told = tab.locator("h3 + table tbody tr")
    assert "We have sent nothing" in " ".join(told.all_inner_texts())
    assert "denies" in " ".join(told.all_inner_texts())


def test_a_mark_leads_to_the_words_in_their_document(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/timeline?q=missiles+russia&as_of=2024-03-10")
    mark = tab.locator("svg.timeline a[aria-label^='Jan Wilk']").first
    where = mark.get_attribute("href") or ""
    assert where == f"/document/{document('count').id}?as_of=2024-03-10&s=s1"
    assert mark.get_attribute("aria-label") == (
        "Jan Wilk, asserts: said to have happened 2024-01-01 to 2024-01-31; told 2024-03-06"
    )
    in_list = tab.locator("td.words a", has_text="Iran sent 400 missiles").get_attribute("href")
    assert in_list == where
    claim = tab.locator("td[data-label=Claim] a").first.get_attribute("href") or ""
    assert claim.startswith("/claim/") and claim.endswith("?as_of=2024-03-10")


def test_each_stance_has_a_sign_of_its_own_that_the_legend_names(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/timeline")
    legend = tab.locator(".legend li").all_inner_texts()
    named = [" ".join(x.split()) for x in legend[:-2]]
    assert [n.rpartition(" ")[0] for n in named] == ["asserts", "denies", "commits", "beside it"]
    assert sum(int(n.rpartition(" ")[2]) for n in named) == 12
    signs = tab.locator(".legend li svg").evaluate_all(
        'all => all.map(s => s.innerHTML.replace(/class="[^"]*"/g, \'\'))'
    )
    assert len(set(signs)) == len(signs)


def test_by_a_day_only_what_was_public_is_there(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/timeline?q=missiles&as_of=2024-02-01")
    assert "2 statements of 1 claim" in tab.locator(".lead").inner_text()
    tab.get_by_label("Public as of").fill("2024-02-02")
    tab.get_by_role("main").get_by_role("button", name="Show").click()
    assert "as_of=2024-02-02" in tab.url and "q=missiles" in tab.url
    assert "3 statements of 1 claim" in tab.locator(".lead").inner_text()
    tab.get_by_role("link", name="By all that is known").click()
    assert "as_of" not in tab.url and "q=missiles" in tab.url


def test_a_timeline_of_one_claim(tab: Page, served: Served) -> None:
    name = anchor(served.ledger, "deadline")
    tab.goto(f"{served.at}/timeline?claim={name}")
    assert tab.get_by_role("heading", level=1).inner_text().startswith("Timeline of sanctions on Iran by Norway")
    assert "by 2024-03-15" in tab.locator("#list ~ table").first.inner_text()
    assert tab.locator("svg.timeline path.open").count() == 1
    tab.goto(f"{served.at}/timeline?claim={name}&as_of=2024-01-01")
    assert "Nothing of this claim by then" in tab.get_by_role("main").inner_text()


def test_the_drawing_can_be_of_some_days(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/timeline?from=2024-02-25&to=2024-03-20")
    assert "3 statements of earlier events than are drawn; 6 statements told on days that are not drawn" in (
        tab.locator("figcaption").inner_text()
    )
    ticks = tab.locator("svg.timeline .tick").all_text_contents()
    assert ticks and all(re.search(r"(Feb|Mar) 2024", t) for t in ticks)
    tab.get_by_role("link", name="Draw all").click()
    assert "from=2024-01-01&to=2024-03-15" in tab.url
    assert "than are drawn" not in tab.locator("figcaption").inner_text()
    tab.get_by_role("link", name="All days").click()
    assert "from=" not in tab.url


def test_the_same_as_csv(served: Served) -> None:
    with served.client() as client:
        answer = client.get("/timeline.csv?q=missiles+russia&as_of=2024-03-06")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert [r["event_first"] for r in rows[:2]] == ["2024-01-01"] * 2
    assert {r["event"] for r in rows[:2]} == {"2024-01-01 to 2024-01-31"}
    assert rows[0]["chain"] == "Harbour Wire <- six sources"
    assert all(date.fromisoformat(r["public_day"]) <= date(2024, 3, 6) for r in rows)
    assert any(r["stance"] == "denies" and r["words"].startswith("“We have sent nothing,”") for r in rows)


@pytest.mark.parametrize(
    ("query", "status", "line"),
    [
        (
            "from=2024-03-01&to=2024-02-01",
            400,
            "from, to: got 2024-03-01 after 2024-02-01; expected the earlier day first",
        ),
        ("from=yesterday", 400, "expected"),
        ("claim=ffff", 404, "expected the anchor of a statement"),
        ("limit=0", 422, "limit"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_line(served: Served, query: str, status: int, line: str) -> None:
    with served.client() as client:
        answer = client.get(f"/timeline?{query}")
    assert answer.status_code == status
    assert line in answer.text


def test_nothing_answers(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/timeline?q=zeppelins")
    assert "No claim answers these words." in tab.get_by_role("main").inner_text()
    assert tab.locator("svg.timeline").count() == 0


def test_marks_have_room_for_a_finger_and_labels_do_not_touch(scripted: Page, served: Served) -> None:
    scripted.goto(f"{served.at}/timeline")
    boxes = scripted.locator("svg.timeline a rect.hit").evaluate_all(
        "all => all.map(r => { const b = r.getBoundingClientRect(); return [b.left, b.right, b.top, b.bottom] })"
    )
    assert len(boxes) > 10
    for k, a in enumerate(boxes):
        assert a[1] - a[0] >= 23.9 and a[3] - a[2] >= 23.9
        for b in boxes[k + 1 :]:
            assert a[1] <= b[0] + 0.2 or b[1] <= a[0] + 0.2 or a[3] <= b[2] + 0.2 or b[3] <= a[2] + 0.2
    texts = scripted.locator("svg.timeline a").evaluate_all(
        "all => all.filter(a => a.querySelector('text')).map(a => ['text', 'rect.hit'].flatMap(name => {"
        "const b = a.querySelector(name).getBoundingClientRect(); return [b.left, b.right] }))"
    )
    assert texts and all(t[0] >= t[2] - 1 and t[1] <= t[3] + 1 for t in texts), "letters are as wide as was reckoned"


def test_a_mark_in_focus_shows_its_line(scripted: Page, served: Served) -> None:
    scripted.goto(f"{served.at}/timeline?q=missiles+russia")
    mark = scripted.locator("svg.timeline a[aria-label^='Jan Wilk']").first
    mark.focus()
    lit = scripted.locator("svg.timeline .lines path.on")
    assert lit.count() == 1
    assert lit.get_attribute("data-of") == mark.get_attribute("data-of")
    mark.blur()
    assert lit.count() == 0


@pytest.mark.parametrize("width", [1280, 360])
def test_it_can_be_used_by_everybody_on_any_screen(scripted: Page, served: Served, width: int) -> None:
    scripted.set_viewport_size({"width": width, "height": 800})
    for query in ("", "?q=missiles+russia&as_of=2024-03-03", "?q=zeppelins"):
        scripted.goto(f"{served.at}/timeline{query}")
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print_it_is_not_blank(scripted: Page, served: Served) -> None:
    scripted.goto(f"{served.at}/timeline")
    scripted.emulate_media(media="print")
    drawing = scripted.locator("svg.timeline").bounding_box()
    assert drawing is not None and drawing["height"] > 100
    page = scripted.locator("main").bounding_box()
    assert page is not None and drawing["width"] <= page["width"] + 1
    assert scripted.locator("tbody tr").first.is_visible()
    assert not scripted.locator("form.filters").is_visible()
