"""The page of a claim: what it tells on a day, how one gets about on it, and what stands in for what cannot be shown."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from benchmarks.ledger.generated import World
from onrecord.flow.adding import keep, keep_said
from onrecord.flow.claims import claim
from onrecord.flow.deciding import Evidence, decide, enter
from onrecord.flow.reading import read_only
from onrecord.ledger import Ledger
from onrecord.ledger.coding import now
from onrecord.records import Document, JudgementKind, Stance
from tests.kept import anchor, document, reread
from tests.serving.browsing import faults_of, sign_in
from tests.serving.conftest import Served

SENT = "transfer of missiles from Iran to Russia"
DAY = "2024-03-01"


def open_claim(tab: Page, served: Served, name: str = "report", asked: str = "") -> str:
    """Open the page of the claim that holds an article's first statement; its path."""
    path = f"/claim/{anchor(served.ledger, name)}"
    tab.goto(f"{served.at}{path}{asked}")
    return path


def test_the_banner_tells_the_four_fields_with_their_rules(tab: Page, served: Served) -> None:
    open_claim(tab, served)
    banner = " ".join(tab.locator(".banner").inner_text().split())
    for told in (
        "corroborated", "Two or more families say so, each on its own word.", "Norway, Poland, Ukraine", "denies 2",
        "neither side",
        "6 documents, 8 statements, 4 independent origins; 0 of 8 reviewed",
    ):  # fmt: skip
        assert told in banner
    assert tab.get_by_role("heading", level=1).text_content() == SENT


def test_a_day_shows_how_it_stood_and_stays_in_the_address(tab: Page, served: Served) -> None:
    path = open_claim(tab, served)
    tab.get_by_label("As of").fill(DAY)
    tab.get_by_role("main").get_by_role("button", name="Show").click()
    assert parse_qs(urlsplit(tab.url).query)["as_of"] == [DAY]
    banner = " ".join(tab.locator(".banner").inner_text().split())
    assert "as of 1 March 2024" in banner
    assert "2 independent origins" in banner
    assert "denies" not in tab.locator("article.claim").inner_text()
    tab.get_by_role("link", name="In the document").first.click()
    assert parse_qs(urlsplit(tab.url).query)["as_of"] == [DAY]
    assert path.split("/")[-1].split(".")[0] in tab.url


def test_stepping_from_day_to_day_passes_every_change(tab: Page, served: Served) -> None:
    open_claim(tab, served)
    days = []
    while tab.get_by_role("link", name="← Before").count():
        tab.get_by_role("link", name="← Before").click()
        days.append(parse_qs(urlsplit(tab.url).query)["as_of"][0])
    assert days == ["2024-03-06", "2024-03-02", "2024-03-01", "2024-02-01"]
    back = []
    while tab.get_by_role("link", name="Next change").count():
        tab.get_by_role("link", name="Next change").click()
        back.append(parse_qs(urlsplit(tab.url).query)["as_of"][0])
    assert back == ["2024-03-01", "2024-03-02", "2024-03-06", "2024-03-07"]


def test_a_deadline_that_passes_is_a_step_and_a_cause(tab: Page, served: Served) -> None:
    open_claim(tab, served, "deadline", "?as_of=2024-03-01")
    assert "expected" in tab.locator(".standing").inner_text()
    tab.get_by_role("link", name="A deadline passes: 2024-03-16").click()
    assert "day passed, nothing held" in tab.locator(".standing").inner_text()
    assert "Cause: a deadline passed" in tab.locator(".log").inner_text()


def test_statements_stand_by_origin_with_rule_chain_words_and_anchor(tab: Page, served: Served) -> None:
    open_claim(tab, served)
    shown = claim(served.ledger, anchor(served.ledger, "report"))
    assert shown is not None
    groups = tab.locator("details.origin")
    assert groups.count() == len(shown.claim.origins)
    first = " ".join(groups.first.inner_text().split())
    assert "six sources (Harbour Wire) counted 2 documents, 2 statements" in first
    assert "Family: sources of Harbour Wire. Rule: asserts it on its own word." in first
    for s in shown.claim.statements:
        said = tab.locator(".said").filter(has_text=s.anchor)
        own = said.locator("blockquote").evaluate(
            "q => [...q.childNodes].filter(n => n.nodeType === 3).map(n => n.data)"
        )
        assert " ".join(own) == s.text
        assert said.get_by_role("link", name="In the document").get_attribute("href") == (
            f"/document/{s.imprint.id}?s={s.id}"
        )
    relayed = tab.locator(".said").filter(has_text="Bergen Post").first.inner_text()
    assert "Bergen Post ← Harbour Wire ← six sources" in " ".join(relayed.split())
    words = tab.locator(".said").filter(has_text="Bergen Post").first.locator("blockquote")
    assert words.inner_text() == "Iran has sent missiles to Russia, Harbour Wire reported, citing six sources"


def test_numbers_that_cannot_both_hold_stand_side_by_side(tab: Page, served: Served) -> None:
    open_claim(tab, served)
    rows = [" ".join(r.split()) for r in tab.locator(".figures tbody tr").all_inner_texts()]
    assert any("90" in r and "cannot both hold with 400" in r and "Ukraine's air force" in r for r in rows)
    assert any("2024-01-01 to 2024-01-31" in r and "can hold with the others" in r for r in rows)


def test_the_log_tells_what_changed_and_its_cause(tab: Page, served: Served) -> None:
    open_claim(tab, served)
    rows = [" ".join(r.split()) for r in tab.locator(".log > li").all_inner_texts()]
    assert len(rows) == 5
    assert "support: single origin → corroborated independent origins: 1 → 2 stated by Norway" in rows[3]
    assert "Kari Lund (Norwegian foreign ministry spokeswoman, Norway) in Oslo Ledger" in rows[3]
    assert "now denied by Iran" in rows[2]
    tab.locator(".log > li").nth(3).get_by_role("link", name="statement 4").click()
    assert tab.url.endswith("#s4")
    expect(tab.locator("#s4")).to_be_in_viewport()


def test_what_tells_it_more_closely_is_linked_with_the_reasons(tab: Page, served: Served) -> None:
    open_claim(tab, served, "report", "?as_of=2024-12-01")
    beside = tab.locator("section[aria-labelledby=beside]")
    assert "same doer" in beside.inner_text()
    beside.get_by_role("link").click()
    assert "Fath-360" in tab.get_by_role("heading", level=1).inner_text()
    assert "as_of=2024-12-01" in tab.url


def test_any_statement_and_the_beginning_of_its_name_open_the_claim(tab: Page, served: Served) -> None:
    name = anchor(served.ledger, "relay")
    tab.goto(f"{served.at}/claim/{name[:19]}")
    assert tab.get_by_role("heading", level=1).text_content() == SENT
    tab.get_by_role("link", name="Permalink").click()
    assert tab.url == f"{served.at}/claim/{anchor(served.ledger, 'report')}"


def test_before_it_was_public_its_first_day_is_told(tab: Page, served: Served) -> None:
    path = open_claim(tab, served, "official", "?as_of=2024-02-10")
    assert "became public on 1 March 2024" in tab.locator(".problem").inner_text()
    with served.client() as client:
        assert client.get(f"{path}?as_of=2024-02-10").status_code == 404
    tab.get_by_role("link", name="The claim as of 2024-03-01").click()
    assert tab.get_by_role("heading", level=1).text_content() == SENT


def test_before_the_ledger_held_it_the_moment_is_told(tab: Page, served: Served) -> None:
    open_claim(tab, served, "official", "?known_by=2020-01-01")
    assert "This ledger first held the statement" in tab.locator(".problem").inner_text()
    tab.get_by_role("link", name="The claim by all that is known now").click()
    assert tab.get_by_role("heading", level=1).text_content() == SENT


@pytest.mark.parametrize("name", ["zzz", "0" * 16 + ".aa", "%00"])
def test_what_names_no_statement(served: Served, name: str) -> None:
    with served.client() as client:
        sent = client.get(f"/claim/{name}")
    assert (sent.status_code, "got the name of no statement" in sent.text) == (404, True)


def test_a_statement_of_an_earlier_reading_says_so_and_opens_as_it_was_known(tab: Page, fresh: Served) -> None:
    old, before = anchor(fresh.ledger, "relay"), now()
    keep(fresh.ledger, reread("relay", "blind", [None]))
    with fresh.client() as client:
        sent = client.get(f"/claim/{old}")
        assert (sent.status_code, "got a statement of an earlier reading" in sent.text) == (404, True)
    tab.goto(f"{fresh.at}/claim/{old}?known_by={before}")
    assert tab.get_by_role("heading", level=1).text_content() == SENT


def test_the_graph_is_links_and_a_list_tells_the_same(tab: Page, served: Served) -> None:
    open_claim(tab, served)
    nodes = tab.locator(".graph a")
    assert nodes.count() == 15
    assert tab.locator(".g-line.e-denies").count() == 3  # two in the graph, one in the legend
    tab.get_by_text("The same as a list").click()
    twin = [" ".join(t.split()) for t in tab.locator(".twin li").all_inner_texts()]
    assert "six sources → Harbour Wire → Bergen Post: asserts, 2024-02-02" in twin[2]
    assert len(twin) == 8
    tab.get_by_role("link", name="passes it on").click()
    assert "/statements?" in tab.url
    assert tab.locator(".said").count() == 1
    tab.get_by_role("link", name="Back to the claim").click()
    assert tab.get_by_role("heading", level=1).text_content() == SENT


def test_no_name_leaves_its_box(scripted: Page, served: Served) -> None:
    for name in ("report", "deadline"):
        open_claim(scripted, served, name)
        out = scripted.evaluate(
            """() => [...document.querySelectorAll('.graph a')].flatMap(a => {
                const box = a.querySelector('rect').getBBox();
                return [...a.querySelectorAll('text')].filter(t => { const b = t.getBBox();
                    return b.x < box.x || b.x + b.width > box.x + box.width || b.y < box.y || b.y + b.height > box.y + box.height;
                }).map(t => t.textContent);
            })"""
        )
        assert out == []


def test_a_lineage_that_is_not_recorded_is_a_gap_and_a_group_of_its_own(tab: Page, fresh: Served) -> None:
    text = "Iran has sent missiles to Russia.\n\nThe missiles arrived in January."
    keep(fresh.ledger, read_only(Document(text, outlet="Fjord Post", published_on=document("report").published_on)))
    tab.goto(f"{fresh.at}/claims?q=arrived")
    tab.locator("table.board th[scope=row] a").first.click()
    group = tab.locator("#none")
    assert "Lineage not recorded" in group.inner_text()
    assert "these count as no origin" in group.inner_text()
    gap = tab.locator(".graph a[aria-label='lineage not recorded']").first
    assert gap.locator(".g-gap").count() == 1
    assert "lineage not recorded → " in (tab.locator(".twin").text_content() or "")


def test_judgements_show_by_the_day_they_were_made(tab: Page, fresh: Served) -> None:
    a, b = anchor(fresh.ledger, "report"), anchor(fresh.ledger, "official")
    before = now()
    decide(fresh.ledger, JudgementKind.SEPARATE, a, other=b, by="Ann")
    for name in (a, b):
        tab.goto(f"{fresh.at}/claim/{name}")
        assert "not the same claim, by Ann" in tab.locator(".decided").inner_text()
        assert tab.get_by_role("link", name="the claim of the other statement").count() == 1
    tab.goto(f"{fresh.at}/claim/{a}?known_by={before}")
    assert not tab.locator(".decided").count()
    assert "8 statements" in tab.locator(".counts").inner_text()


def test_evidence_by_hand_says_whose_it_is(tab: Page, fresh: Served) -> None:
    day = document("official").published_on
    assert day is not None
    photo = Evidence(
        "Ships at Olya. <script>alert(1)</script>",
        "Kestrel Imaging",
        day,
        Stance.ASSERTS,
        "javascript:alert(1)",
        "R. Nour",
    )
    enter(fresh.ledger, photo, claim=anchor(fresh.ledger, "report"), by="Ann")
    open_claim(tab, fresh)
    said = tab.locator(".said").filter(has_text="Ships at Olya")
    assert "entered by hand by Ann, translated by R. Nour" in said.inner_text()
    assert "<script>alert(1)</script>" in said.inner_text()
    assert tab.locator("a[href^=javascript]").count() == 0
    assert "Entered by hand" in (tab.locator(".graph").text_content() or "")


@pytest.mark.parametrize("width", [1280, 390, 360])
def test_the_page_fits_and_has_no_fault(scripted: Page, served: Served, width: int) -> None:
    sign_in(scripted, served)
    scripted.set_viewport_size({"width": width, "height": 800})
    for name, asked in (
        ("report", ""), ("report", "?find=sanctions"), ("deadline", "?as_of=2024-03-01"), ("elsewhere", ""),
        ("official", "?as_of=2024-02-10"), ("report", f"?known_by={now()}"),
    ):  # fmt: skip
        path = open_claim(scripted, served, name, asked)
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width
        assert len(scripted.content()) < 150_000
    for part in ("/statements", "/log", "/enter"):
        scripted.goto(f"{served.at}{path}{part}")
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width


def test_the_graph_scrolls_in_its_own_box_by_keyboard(scripted: Page, served: Served) -> None:
    scripted.set_viewport_size({"width": 390, "height": 800})
    open_claim(scripted, served)
    box = scripted.get_by_role("region", name="drawn")
    box.focus()
    scripted.keyboard.press("ArrowRight")
    for _ in range(50):
        if scripted.evaluate("document.querySelector('.graph').scrollLeft") > 0:
            return
        scripted.wait_for_timeout(100)
    pytest.fail("the box did not scroll")


def test_in_print_every_statement_and_document_is_there(scripted: Page, served: Served) -> None:
    open_claim(scripted, served)
    scripted.locator("details.origin summary").nth(1).click()
    scripted.emulate_media(media="print")
    for said in scripted.locator(".said blockquote").all():
        expect(said).to_be_visible()
    assert scripted.locator(".cited li").count() == 6
    expect(scripted.locator(".cited")).to_contain_text("https://example.org/harbour-wire/report")
    expect(scripted.locator(".banner .as-of")).to_be_hidden()
    assert len(scripted.pdf()) > 20_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ledger with one claim of some 600 statements."""
    where = tmp_path_factory.mktemp("large") / "large.db"
    world = World(40)
    with Ledger(str(where), create=True) as ledger:
        for n in range(300):
            article = world.article(n, 0)
            keep_said(ledger, article.reading, article.said)
    return where


def test_a_claim_of_hundreds_of_statements_shows_all_on_pages(
    large: Path, serve: Callable[..., Served], scripted: Page
) -> None:
    served = serve(large)
    scripted.goto(f"{served.at}/claims?order=statements")
    scripted.locator("table.board th[scope=row] a").first.click()
    with served.client() as client:
        size = len(client.get(urlsplit(scripted.url).path).content)
    assert size < 150_000
    assert not faults_of(scripted)
    assert "families are drawn" in scripted.locator("section[aria-labelledby=graph]").inner_text()
    total = int(scripted.locator(".counts").inner_text().split(" statements")[0].split()[-1])
    assert total > 300
    scripted.get_by_role("link", name=f"all {total} statements").click()
    seen = set[str]()
    while True:
        seen |= set(scripted.locator(".said .anchor").all_inner_texts())
        if not scripted.get_by_role("link", name="Next statements").count():
            break
        scripted.get_by_role("link", name="Next statements").click()
    assert len(seen) == total
    scripted.get_by_role("link", name="Back to the claim").click()
    scripted.get_by_role("link", name="the whole log").click()
    assert scripted.locator(".log > li").count() == 50
    assert not faults_of(scripted)
