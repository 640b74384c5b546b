"""Whatever an article, an address or a question holds: nothing of it runs, and nothing breaks."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import httpx
import pytest
from playwright.sync_api import Page

from onrecord.flow.adding import add_document
from onrecord.flow.claims import sum_up
from onrecord.ledger import Ledger
from onrecord.records import Document
from tests.serving.conftest import Served

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(2)>'
DRAWN = "</text></svg><svg onload=alert(3)>"
TURNED = "\u202egnidaer\u202c ایران"
HEAPED = "Z" + "\u0301\u0316" * 60
ADDRESS = "javascript:alert(4)//https://example.org/"
WORDS = (SCRIPT, IMAGE, DRAWN, TURNED, HEAPED, "{{ 7 * 7 }}", "' OR 1=1 --", "%00", "\\u0000", "../../etc/passwd")
PAGES = 120
"""Pages that are followed, at most."""


def documents() -> Iterator[Document]:
    """Yield articles in which every field is hostile."""
    for n, evil in enumerate((SCRIPT, IMAGE, DRAWN, TURNED, HEAPED)):
        text = (
            f"Iran has sent missiles {evil} to Russia, {evil} spokesman Omid {evil} said.\n\n"
            f"“We have sent {evil} nothing,” Iran's foreign ministry said on Monday. {evil}\n\n"
            f"Norway imposed sanctions on {evil} Iran, its minister Kari {evil} said."
        )
        yield Document(
            text,
            url=f"{ADDRESS}{n}",
            title=f"{evil} missiles",
            outlet=f"Post {evil}",
            published_on=date(2024, 2, 1 + n),
        )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ledger of them."""
    where = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with Ledger(str(where), create=True) as ledger:
        for document in documents():
            add_document(ledger, document)
        sum_up(ledger)
    return where


class _Seen(HTMLParser):
    """What of a page could run, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that runs something, or leads somewhere."""
        told = dict(attrs)
        self.faults += [f"<{tag} {name}>" for name in told if name.startswith("on") or name == "style"]
        if tag in ("script", "iframe", "object", "embed", "base") and not str(told.get("src", "")).startswith(
            "/static/"
        ):
            self.faults.append(f"<{tag}>")
        address = told.get("href") or told.get("src") or told.get("xlink:href") or ""
        if re.match(r"\s*(?:javascript|data|vbscript):", address, re.IGNORECASE):
            self.faults.append(f"<{tag}> leads to {address[:60]}")
        if tag == "a" and address:
            self.links.append(address)


def seen(text: str) -> _Seen:
    found = _Seen()
    found.feed(text)
    return found


def test_every_page_that_can_be_reached_holds_only_words(serve: Any, hostile: Path) -> None:
    site: Served = serve(hostile)
    wanted, met = (
        ["/claims", "/documents", "/timeline", "/decisions", "/brief?q=missiles", "/entity?q=omid"],
        set[str](),
    )
    with site.client() as client:
        while wanted and len(met) < PAGES:
            path = wanted.pop(0)
            if path in met:
                continue
            met.add(path)
            answer = client.get(path, follow_redirects=True)
            assert answer.status_code < 500, path
            if "text/html" not in answer.headers.get("Content-Type", ""):
                continue
            found = seen(answer.text)
            assert not found.faults, (path, found.faults[:5])
            near = (urljoin(path, link).partition("#")[0] for link in found.links)
            wanted += [link for link in near if link.startswith("/") and link not in met]
    assert len(met) > 40


@pytest.mark.parametrize("word", WORDS)
def test_every_question_is_only_words(serve: Any, hostile: Path, word: str) -> None:
    site: Served = serve(hostile)
    asked = quote(word)
    paths = (
        f"/claims?q={asked}", f"/timeline?q={asked}", f"/entity?q={asked}", f"/entity?name={asked}", f"/brief?q={asked}",
        f"/claim/{asked}", f"/document/{asked}", f"/measures?on=2024-01-01&target={asked}", f"/screening?name={asked}",
        f"/claims?as_of={asked}", f"/claims?known_by={asked}", f"/sign-in?to={asked}", f"/lists/delta?a={asked}&b={asked}",
        f"/api/v1/claims?q={asked}", f"/documents?before={asked}", f"/decisions?before={asked}",
    )  # fmt: skip
    with site.client() as client:
        for path in paths:
            answer: httpx.Response = client.get(path)
            assert answer.status_code < 500, (path, answer.text[-300:])
            if "text/html" in answer.headers.get("Content-Type", ""):
                assert not seen(answer.text).faults, path
                assert "49" not in answer.text or word != "{{ 7 * 7 }}" or "7 * 7" in answer.text


def test_a_browser_runs_nothing_of_it(scripted: Page, serve: Any, hostile: Path) -> None:
    site: Served = serve(hostile)
    with site.ledger.reading() as reader:
        ids = [row.id for row in reader.documents_page(5)]
        claims = [row.anchor for row in reader.latest(5)]
    paths = (
        "/claims",
        "/timeline",
        "/brief?q=missiles",
        *(f"/document/{i}?s=s1" for i in ids),
        *(f"/claim/{a}" for a in claims),
    )
    for path in paths:
        scripted.goto(f"{site.at}{path}")
        assert scripted.evaluate("document.querySelectorAll('img[src=x], svg[onload], script:not([src])').length") == 0
        wide = scripted.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 1, path
