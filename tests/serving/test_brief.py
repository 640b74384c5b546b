"""The page of a brief: asked for, read, taken away."""

import shutil
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Page

from onrecord.flow.adding import keep
from onrecord.flow.deciding import decide
from onrecord.flow.reading import read_only
from onrecord.ledger import Ledger
from onrecord.records import Document, JudgementKind
from tests.kept import anchor
from tests.serving.browsing import faults_of
from tests.serving.conftest import Served


def test_asking_for_a_brief(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/documents")
    tab.get_by_role("navigation", name="Pages").get_by_role("link", name="Brief").click()
    tab.get_by_label("On what").fill("missiles russia")
    tab.get_by_label("As of").fill("2024-03-08")
    tab.get_by_label("What changed since").fill("2024-03-02")
    tab.get_by_role("button", name="Write the brief").click()
    assert "q=missiles+russia&as_of=2024-03-08&since=2024-03-02" in tab.url
    brief = tab.get_by_role("article", name="Brief")
    told = brief.inner_text()
    assert "Claim 1: transfer of missiles from Iran to Russia" in told
    assert "Iran denied it (Oslo Ledger, 2 March 2024): “Iran denied that it had sent missiles to Russia”." in told
    assert "◇ not reviewed" in told
    assert tab.get_by_label("As of").input_value() == "2024-03-08"
    brief.get_by_role("link", name="source 1", exact=True).first.click()
    assert tab.url.endswith("#source-1")
    source = tab.locator("#source-1")
    assert "Harbour Wire, 1 February 2024" in source.inner_text()
    links = [link.get_attribute("href") for link in source.get_by_role("link").all()]
    name = anchor(served.ledger, "report")
    assert f"/document/{name[:16]}?s={name}" in links
    assert f"/claim/{name}?as_of=2024-03-08" in links


def test_only_what_is_reviewed(tab: Page, fresh: Served) -> None:
    decide(fresh.ledger, JudgementKind.CONFIRMED, anchor(fresh.ledger, "official"), by="Vera Holm")
    tab.goto(f"{fresh.at}/brief?q=missiles")
    tab.get_by_label("Only what a person has reviewed").check()
    tab.get_by_role("button", name="Write the brief").click()
    told = tab.get_by_role("article", name="Brief").inner_text()
    assert "✓ reviewed" in told
    assert "confirmed by Vera Holm" in told
    assert "◇" not in told
    assert "Left out, since no person has reviewed them: 7 statements, 2 of which deny" in told


@pytest.mark.parametrize(
    "path",
    [
        "/brief",
        "/brief?q=missiles&as_of=2024-12-01&since=2024-03-01",
        "/brief?q=zeppelins",
        "/brief?q=x&as_of=nonsense",
    ],
)
def test_everybody_can_use_it(scripted: Page, served: Served, path: str) -> None:
    scripted.goto(served.at + path)
    assert not faults_of(scripted)
    for width in (360, 1280):
        scripted.set_viewport_size({"width": width, "height": 800})
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width


def test_print_keeps_the_brief_and_leaves_out_the_form(scripted: Page, served: Served) -> None:
    scripted.goto(f"{served.at}/brief?q=missiles")
    scripted.emulate_media(media="print")
    assert scripted.get_by_role("article", name="Brief").is_visible()
    assert not scripted.get_by_role("button", name="Write the brief").is_visible()


def test_taking_it_away(served: Served) -> None:
    with served.client() as client:
        sent = {
            f: client.get(f"/brief?q=missiles%2F..%22x&as_of=2024-12-01&format={f}")
            for f in ("markdown", "html", "pdf")
        }
        named = client.get("/brief?q=missiles&as_of=2024-12-01&format=pdf")
    assert {f: r.headers["Content-Type"].split(";")[0] for f, r in sent.items()} == {
        "markdown": "text/markdown", "html": "text/html", "pdf": "application/pdf",
    }  # fmt: skip
    assert all('filename="brief-missiles-x-2024-12-01.' in r.headers["Content-Disposition"] for r in sent.values())
    text = pypdfium2.PdfDocument(named.content)[0].get_textpage().get_text_range()
    assert "Brief: missiles" in text
    with served.client() as client:
        printed = client.get("/brief?q=missiles&format=markdown").text
    assert f"(<{served.at}/claim/" in printed


def test_what_is_wrong_is_told_beside_the_form(served: Served) -> None:
    with served.client() as client:
        late = client.get("/brief?q=x&as_of=2024-03-01&since=2024-03-02")
        other = client.get("/brief?q=x&format=docx")
    assert (late.status_code, other.status_code) == (400, 422)
    assert "since: got 2024-03-02; expected a day not after 2024-03-01" in late.text
    assert 'name="q"' in late.text


def test_words_of_an_article_run_nowhere(serve: Any, tmp_path: Path, files: Path, scripted: Page) -> None:
    """What an article says stays words, also on the page; the console would tell of a script that was stopped."""
    where = Path(shutil.copy(files / "empty.db", tmp_path / "hostile.db"))
    text = (
        'Iran has sent <img src=x onerror=alert(1)> missiles to Russia, the "<script>alert(1)</script>" ministry said.'
    )
    with Ledger(str(where)) as ledger:
        keep(ledger, read_only(Document(text, outlet="<b>Wire</b>", title="</li><script>alert(2)</script>")))
    at = serve(where).at
    scripted.goto(f"{at}/brief?q=missiles")
    brief = scripted.get_by_role("article", name="Brief")
    assert "<b>Wire</b>" in brief.inner_text()
    assert brief.locator("img, script, b").count() == 0
