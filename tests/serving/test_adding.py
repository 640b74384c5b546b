"""Taking articles in: pasted, as files, with what goes wrong; how far they are."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from onrecord.ledger import Ledger
from onrecord.serving.jobs import Item, Jobs, State
from onrecord.serving.limits import Limiter
from tests.kept import TEXTS, anchor, document, written
from tests.serving.browsing import faults_of, sign_in
from tests.serving.conftest import Served

DONE = 90_000
"""Milliseconds within which the few words of a test are read on a busy machine."""
NEW = "Chile has sent drones to Peru, Norwegian foreign ministry spokeswoman Kari Lund said on Friday."


def documents(served: Served) -> int:
    with served.ledger.reading() as reader:
        return reader.document_count()


def add_files(tab: Page, served: Served, *files: Any) -> None:
    tab.goto(f"{served.at}/add")
    tab.get_by_label("Files").set_input_files(list(files))
    tab.get_by_role("button", name="Add the files").click()


def file(name: str, text: str | bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/plain", "buffer": text if isinstance(text, bytes) else text.encode()}


def test_pasting_a_text(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    tab.goto(f"{fresh.at}/add")
    tab.get_by_label("Text", exact=True).fill(NEW + "\n\nNothing more was told.")
    tab.get_by_label("Outlet").fill("Fjord Post")
    tab.get_by_label("Day it was published").fill("2024-06-07")
    tab.get_by_label("Title").fill("Drones for Peru")
    tab.get_by_label("Address").fill("https://example.org/fjord/1")
    tab.get_by_role("button", name="Add the text").click()
    expect(tab.get_by_role("status")).to_contain_text("Done: 1 added", timeout=DONE)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Added 1 article")
    tab.get_by_role("link", name=re.compile("with . statement")).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Drones for Peru")
    about = tab.get_by_role("region", name="This document").inner_text()
    for told in ("Fjord Post", "2024-06-07", "https://example.org/fjord/1"):
        assert told in about
    with fresh.ledger.reading() as reader:
        row = reader.documents_page(1)[0]
        assert reader.document(row.id).text == NEW + "\n\nNothing more was told."


def test_files_are_told_of_one_by_one(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    before = documents(fresh)
    add_files(
        tab,
        fresh,
        file("new.txt", NEW),
        file("report.md", written("report")),
        file("picture.png", b"\x89PNG\r\n\x1a\n123"),
        file("disguised.txt", b"%PDF-1.7 " + b"\x00" * 20),
        file("empty.txt", ""),
        file("header.md", "---\noutlet: [a\n---\nWords."),
        file(
            "german.txt",
            "Der Minister hat gestern gesagt, dass keine Raketen nach Russland geliefert worden sind. " * 5,
        ),
        file("page.html", f"<html><body><article><h1>Peru</h1><p>{NEW}</p><p>{NEW}</p></article></body></html>"),
    )
    expect(tab.get_by_role("status")).to_contain_text("2 added, 1 there already, 5 failed", timeout=DONE)
    rows = {r.locator("td").first.inner_text(): r.inner_text() for r in tab.locator("tbody tr").all()}
    assert "added" in rows["new.txt"] and "statement" in rows["new.txt"]
    assert "there already" in rows["report.md"]
    assert "got a file that ends in .png; expected one that ends in .md" in rows["picture.png"]
    assert "got a PDF file" in rows["disguised.txt"]
    assert "got nothing (it is empty)" in rows["empty.txt"]
    assert "header.md, line" in rows["header.md"]
    assert "text in another language" in rows["german.txt"]
    assert "added" in rows["page.html"]
    assert documents(fresh) == before + 2


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/pass\x00wd.txt", "pass%00wd.txt"),
        ("C:\\Users\\eva\\a.txt", "a.txt"),
        ("<script>alert(1)<script>.txt", "&lt;script&gt;alert(1)&lt;script&gt;.txt"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("n" * 3000 + ".txt", "n" * 199 + "…"),
    ],
)
def test_hostile_names_are_shown_harmless(fresh: Served, name: str, shown: str) -> None:
    with fresh.client(fresh.write) as client:
        answer = client.post("/add/files", files={"files": (name, b"\x00\x01\x02")})
        if answer.status_code == 400:  # no name that a form can bring
            assert "expected" in answer.text
            return
        page = wait(client, answer.headers["Location"])
    assert shown in page
    assert "<script>alert" not in page
    assert "failed" in page


def wait(client: Any, place: str) -> str:
    for _ in range(600):
        page: str = client.get(place).text
        if "data-done" in page:
            return page
        threading.Event().wait(0.1)
    raise AssertionError(page)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"text": " \n"}, "the pasted text: got nothing; expected the words of an article"),
        ({"text": NEW, "day": "2024-02-30"}, "expected a calendar day"),
        (
            {"text": NEW, "url": "javascript:alert(1)"},
            "the address: got javascript:alert(1); expected one that begins with http",
        ),
        ({"text": NEW, "url": "https://"}, "expected one that begins with http"),
    ],
)
def test_what_is_pasted_wrongly_is_told_and_stays(fresh: Served, told: dict[str, str], line: str) -> None:
    with fresh.client(fresh.write) as client:
        answer = client.post("/add", data=told)
    assert answer.status_code == 400
    assert line in answer.text
    assert told["text"].strip() in answer.text
    assert documents(fresh) == len(TEXTS)


def test_too_many_files_and_none(fresh: Served) -> None:
    with fresh.client(fresh.write) as client:
        many = client.post("/add/files", files=[("files", (f"{n}.txt", b"x")) for n in range(51)])
        none = client.post("/add/files", data={"x": "y"})
    assert (many.status_code, "got 51; expected 1 to 50" in many.text) == (400, True)
    assert (none.status_code, "got none; expected 1 to 50" in none.text) == (400, True)


def test_a_text_with_what_no_database_holds(fresh: Served) -> None:
    with fresh.client(fresh.write) as client:
        answer = client.post("/add", data={"text": NEW + "\0"})
        page = wait(client, answer.headers["Location"])
    assert "got binary data; expected plain text" in page


def test_who_may_not_add(tab: Page, fresh: Served) -> None:
    tab.goto(f"{fresh.at}/add")
    expect(tab.get_by_role("main").get_by_role("link", name="sign in")).to_be_visible()
    sign_in(tab, fresh, fresh.read)
    tab.goto(f"{fresh.at}/add")
    expect(tab.get_by_role("main")).to_contain_text("Jon Lie's token allows reading alone")
    with fresh.client() as client:
        assert client.post("/add", data={"text": NEW}).status_code == 401
        client.cookies.set("onrecord", fresh.write)
        assert client.post("/add", data={"text": NEW}).status_code == 403
        assert client.post("/add/files", files={"files": ("a.txt", b"x")}).status_code == 403


def test_a_ledger_for_reading_alone(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    fresh.ledger.read_only = True
    tab.goto(f"{fresh.at}/add")
    expect(tab.get_by_role("main")).to_contain_text("open for reading alone")
    assert tab.get_by_label("Text", exact=True).count() == 0
    with fresh.client(fresh.write) as client:
        answer = client.post("/add", data={"text": NEW})
    assert (answer.status_code, "expected one that can be written" in answer.text) == (409, True)


def test_how_often(serve: Any, tmp_path: Path) -> None:
    served = serve(tmp_path / "new.db", limiter=Limiter())
    with served.client(served.write) as client:
        codes = [client.post("/add", data={"text": ""}).status_code for _ in range(22)]
    assert codes[:20] == [400] * 20
    assert codes[-1] == 429


class Held:
    """An article that is not handed over until somebody says so."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self) -> Any:
        self.begun.set()
        assert self.go.wait(30)
        return document("relay")


@pytest.fixture
def jobs(file: Path) -> Iterator[Jobs]:
    with Ledger(str(file)) as ledger:
        made = Jobs(ledger)
        yield made
        made.end(30)


def test_the_article_in_hand_is_finished_and_the_rest_is_told_as_not_done(jobs: Jobs, caplog: Any) -> None:
    held = Held()
    job = jobs.hand_in([Item("a", held), Item("b", lambda: document("report"))], "Ann")
    other = jobs.hand_in([Item("c", lambda: document("denial"))], "Ann")
    assert held.begun.wait(30)
    assert [i.state for i in job.items] == [State.READING, State.WAITING]
    assert jobs.ahead_of(other) == 2
    ended = threading.Thread(target=jobs.end, args=(60,))
    ended.start()
    while not jobs._ending:
        pass
    held.go.set()
    ended.join(60)
    assert [i.state for i in (*job.items, *other.items)] == [State.ADDED, State.DROPPED, State.DROPPED]
    with jobs.ledger.reading() as reader:
        assert [d.id for d in reader.documents_page(9)] == [document("relay").id]
    assert "before 2 articles handed in were read" in caplog.text


def test_an_article_that_takes_too_long_to_finish_does_not_hold_the_end(jobs: Jobs) -> None:
    held = Held()
    jobs.hand_in([Item("a", held)], "Ann")
    assert held.begun.wait(30)
    assert jobs.end(0.1) is False
    held.go.set()


def test_what_waits_is_bounded(fresh: Served, jobs: Jobs, monkeypatch: Any) -> None:
    monkeypatch.setattr("onrecord.serving.jobs.WAITING", 0)
    with fresh.client(fresh.write) as client:
        answer = client.post("/add", data={"text": NEW, "title": "Kept"})
    assert (answer.status_code, "more than can wait" in answer.text, NEW in answer.text) == (503, True, True)


def test_a_fault_of_one_article_stops_no_other(jobs: Jobs, caplog: Any) -> None:
    def broken() -> Any:
        raise RuntimeError("at fault")

    job = jobs.hand_in([Item("a", broken), Item("b", lambda: document("relay"))], "Ann")
    for _ in range(600):
        if job.done:
            break
        threading.Event().wait(0.1)
    assert [i.state for i in job.items] == [State.FAILED, State.ADDED]
    assert job.items[0].line == "a: got a fault of this program (RuntimeError); expected a reading"
    assert "at fault" in caplog.text


def test_a_job_nobody_knows(served: Served) -> None:
    with served.client() as client:
        answer = client.get("/add/nothing")
    assert answer.status_code == 404
    assert "what it had added is among the documents" in answer.text


def test_a_page_looks_again_by_itself_until_it_is_done(fresh: Served, monkeypatch: Any) -> None:
    held = Held()
    monkeypatch.setattr("onrecord.serving.pages.adding.acquire_bytes", lambda *_, **__: held())
    with fresh.client(fresh.write) as client:
        place = client.post("/add", data={"text": NEW}).headers["Location"]
        assert held.begun.wait(30)
        page, still = client.get(place).text, client.get(f"{place}?still=1").text
        held.go.set()
        done = wait(client, place)
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "http-equiv" not in still
    assert "http-equiv" not in done
    assert anchor(fresh.ledger, "relay")[:16] in done


@pytest.mark.parametrize("width", [1280, 360])
def test_adding_can_be_done_by_everybody(scripted: Page, fresh: Served, width: int, monkeypatch: Any) -> None:
    held = Held()
    scripted.set_viewport_size({"width": width, "height": 800})
    sign_in(scripted, fresh)
    scripted.goto(f"{fresh.at}/add")
    assert not faults_of(scripted)
    assert scripted.evaluate("document.documentElement.scrollWidth") <= width
    monkeypatch.setattr("onrecord.serving.pages.adding.acquire_bytes", lambda *_, **__: held())
    add_files(scripted, fresh, file("a.txt", NEW), file("picture.png", b"x"))
    assert held.begun.wait(30)
    scripted.wait_for_url("**/add/*")
    assert not faults_of(scripted)
    held.go.set()
    expect(scripted.get_by_role("status")).to_contain_text("Done:", timeout=DONE)
    assert not faults_of(scripted)
    assert scripted.evaluate("document.documentElement.scrollWidth") <= width
