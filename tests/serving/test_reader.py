"""The reader: exact words, marks, the statement in focus, review, keys."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from onrecord.flow.adding import keep, keep_said
from onrecord.flow.deciding import Evidence, decide, decisions, enter
from onrecord.flow.documents import WHOLE
from onrecord.ledger import Ledger
from onrecord.records import Content, Document, JudgementKind, Stance
from onrecord.weighing import said_in
from tests.kept import add, anchor, document, reading, reread
from tests.serving.browsing import faults_of, sign_in
from tests.serving.conftest import Served

PIECES = "els => els.map(e => [Number(e.dataset.a), e.textContent])"


def open_(tab: Page, served: Served, name: str, query: str = "") -> None:
    tab.goto(f"{served.at}/document/{document(name).id}{query}")


def pieces(tab: Page) -> list[tuple[int, str]]:
    return [(a, text) for a, text in tab.locator("#words [data-a]").evaluate_all(PIECES)]


def focus(tab: Page) -> Any:
    return tab.get_by_role("region", name="Statement in focus")


@pytest.mark.parametrize("name", ["report", "denial", "elsewhere", "deadline"])
def test_the_words_stand_as_they_were_published(tab: Page, served: Served, name: str) -> None:
    open_(tab, served, name)
    text, held = document(name).text, pieces(tab)
    assert all(text[a : a + len(words)] == words for a, words in held)
    told = {k for a, words in held for k in range(a, a + len(words))}
    assert all(c.isspace() for k, c in enumerate(text) if k not in told)
    assert len(told) == sum(len(words) for _, words in held)


def test_each_statement_is_marked_by_its_stance_in_words(tab: Page, served: Served) -> None:
    open_(tab, served, "denial", "?s=s1")
    tags = tab.locator("#words .tag")
    assert [re.sub(r"\s+", " ", t) for t in tags.all_inner_texts()] == [
        "Statement 1 denies", "Statement 2 denies",
    ]  # fmt: skip
    first = reading("denial").statements[0]
    a, b = first.content.spans[0]
    marked = "".join(words for at, words in pieces(tab) if a <= at < b)
    assert marked == first.content.text
    said = tab.locator("#words .s-denies.l").first
    assert said.evaluate("e => getComputedStyle(e).textDecorationStyle") == "double"
    assert tab.locator("#words mark.src").first.inner_text() == "Iran"
    assert tab.locator("#words mark.cue").first.inner_text() == "denied"


def test_the_statement_in_focus_tells_all_that_was_read(tab: Page, served: Served) -> None:
    open_(tab, served, "official")
    expect(tab.locator("#statement")).to_contain_text("Choose a statement")
    tab.locator("#words .tag").first.click()
    shown = focus(tab)
    expect(shown).to_contain_text("Statement 1")
    s = reading("official").statements[0]
    assert s.cue is not None and s.source is not None
    (a, b), *_ = s.content.spans
    text = shown.inner_text()
    for told in (
        "Oslo Ledger", "Kari Lund", "asserts", "certain", "2024-03-01", "Norway", "“said”", f"{a}–{b}", "reviewed by nobody",
        "transfer of missiles from Iran to Russia", "independent origin", "transfer arms", "supplier", "certain that it is so",
    ):  # fmt: skip
        assert told in text, told
    claim = shown.get_by_role("link", name="Claim:").get_attribute("href")
    assert claim == f"/claim/{anchor(served.ledger, 'official')}"
    assert tab.locator("#words mark").count() > 0
    assert tab.locator(".told a[aria-current]").count() == 1


def test_what_is_not_known_is_said_so(tab: Page, serve: Any, tmp_path: Path) -> None:
    where = tmp_path / "bare.db"
    with Ledger(str(where), create=True) as ledger:
        bare = replace(reading("report"), document=Document(document("report").text))
        keep(ledger, bare)
    tab.goto(f"{serve(where).at}/document/{bare.document.id}?s=s1")
    text = tab.get_by_role("main").inner_text()
    for told in ("Without a title", "outlet not known", "day not known, seen", "not stated"):
        assert told in text, told
    assert "None" not in text


def test_where_a_document_comes_from(tab: Page, served: Served) -> None:
    open_(tab, served, "report")
    d = document("report")
    about = tab.get_by_role("region", name="This document").inner_text()
    for told in (d.id, d.sha256, "Harbour Wire", "2024-02-01", reading("report").made_by.model):
        assert told in about
    link = tab.get_by_role("region", name="This document").get_by_role("link", name=str(d.url))
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "//x.example"]
)
def test_an_address_that_is_none_of_the_web_is_no_link(scripted: Page, serve: Any, tmp_path: Path, url: str) -> None:
    where = tmp_path / "odd.db"
    odd = replace(document("report"), url=url)
    with Ledger(str(where), create=True) as ledger:
        keep(ledger, replace(reading("report"), document=odd))
    scripted.goto(f"{serve(where).at}/document/{odd.id}")
    assert url in scripted.get_by_role("main").inner_text()
    assert scripted.locator(f'a[href="{url}"]').count() == 0


def test_markup_in_an_article_is_text(tab: Page, serve: Any, tmp_path: Path) -> None:
    where = tmp_path / "odd.db"
    text = "Iran sent <script>alert(1)</script><img src=x onerror=alert(2)> to Russia, Kari Lund said."
    odd = Document(text, outlet="<b>Wire</b>", title='"><script>alert(3)</script>', url="https://example.org/<i>")
    told = reading("official")
    with Ledger(str(where), create=True) as ledger:
        s = replace(told.statements[0], source=None, cue=None, content=Content(((0, 40),), text[:40], uncertain=False))
        keep(ledger, replace(told, document=odd, statements=(s,), events=(), entities=(), dates=(), quantities=()))
    tab.goto(f"{serve(where).at}/document/{odd.id}?s=s1")
    assert text in tab.locator("#words").inner_text().replace("\xa0", " ").replace("1 asserts", "")
    assert tab.locator("#words script, #words img, h1 script").count() == 0


def test_states_of_one_address_lead_to_each_other(tab: Page, fresh: Served) -> None:
    first = document("report")
    told = reading("report")
    later = replace(first, published_on=first.published_on.replace(day=9), title="Corrected")  # type: ignore[union-attr]
    keep(fresh.ledger, replace(told, document=later))
    open_(tab, fresh, "report")
    expect(tab.locator(".states")).to_contain_text("has taken its place")
    tab.locator(".states a").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Corrected")
    expect(tab.locator(".states")).to_contain_text("Follows an earlier text of the same address, 2024-02-01")
    tab.goto(f"{fresh.at}/document/{first.id}?known_by=2024-01-01")
    expect(tab.get_by_role("main")).to_contain_text("did not hold a reading of it then")


def test_evidence_by_hand_says_so(tab: Page, fresh: Served) -> None:
    found = Evidence("Pictures show crates.", "Kestrel", date(2024, 2, 10), Stance.ASSERTS, None, "Eli Nes")
    name, _ = enter(fresh.ledger, found, claim=anchor(fresh.ledger, "report"), by="Ann")
    tab.goto(f"{fresh.at}/document/{name.partition('.')[0]}?s=s1")
    text = tab.get_by_role("main").inner_text()
    for told in ("Evidence by hand", "Entered by hand by", "Ann", "Kestrel", "Eli Nes", "entered by hand"):
        assert told in text


def test_a_permalink_survives_another_reading(tab: Page, fresh: Served) -> None:
    old = anchor(fresh.ledger, "official")
    keep(fresh.ledger, reread("official", "second", [(0, 27)]))
    for name in (old, old.partition(".")[2]):
        open_(tab, fresh, "official", f"?s={name}")
        expect(focus(tab)).to_contain_text("Statement 1")
    keep(fresh.ledger, reread("official", "blind", [None]))
    with fresh.client() as client:
        gone = client.get(f"/document/{document('official').id}?s={old}")
    assert (gone.status_code, "a statement of an earlier reading" in gone.text) == (404, True)


@pytest.mark.parametrize("query", ["?s=s99", "?s=nothing", "?part=2", "?part=0", "?s=" + "x" * 70])
def test_what_is_not_there(served: Served, query: str) -> None:
    with served.client() as client:
        assert client.get(f"/document/{document('report').id}{query}").status_code in {404, 422}
        assert client.get("/document/0123456789abcdef").status_code == 404


def test_the_day_asked_is_kept_by_every_link(tab: Page, served: Served) -> None:
    open_(tab, served, "report", "?as_of=2024-02-01&s=s1")
    expect(focus(tab)).to_contain_text("single origin")
    links = tab.locator(".reader a[href^='/document'], .reader a[href^='/claim']").evaluate_all(
        "els => els.map(e => e.href)"
    )
    assert links and all("as_of=2024-02-01" in link for link in links if "Sign" not in link)
    open_(tab, served, "official", "?as_of=2024-02-01&s=s1")
    expect(tab.get_by_role("main")).to_contain_text("It was not public yet on 1 February 2024")
    expect(focus(tab)).to_contain_text("nothing of it was public by that day")


def test_reviewing_in_the_reader(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    open_(tab, fresh, "official", "?s=s1")
    tab.get_by_role("button", name="Confirm: read rightly").click()
    expect(tab.locator(".notice").first).to_contain_text("Kept as decision 1: read rightly, by Vera Holm.")
    assert "s=s1" in tab.url
    expect(tab.locator(".told li").first).to_contain_text("confirmed")
    tab.locator(".notice").get_by_role("button", name="Undo decision 1").click()
    expect(tab.locator(".notice").first).to_contain_text("Decision 1 (read rightly) is taken back.")
    expect(focus(tab)).to_contain_text("reviewed by nobody")

    tab.get_by_text("Correct it").click()
    tab.get_by_label("Who says it").fill("Omid Sharifi")
    tab.get_by_role("button", name="Correct the speaker").click()
    expect(focus(tab)).to_contain_text("Oslo Ledger ← Omid Sharifi")
    tab.get_by_text("Correct it").click()
    tab.get_by_label("Stance to the claim").select_option("denies")
    tab.get_by_role("button", name="Correct the stance").click()
    expect(tab.locator("#words .tag").first).to_contain_text("denies")
    expect(focus(tab)).to_contain_text("read as “asserts” of its own words")
    assert [(j.kind.value, j.value, j.undone, j.by) for j in decisions(fresh.ledger)] == [
        ("confirmed", None, True, "Vera Holm"),
        ("wrong speaker", "Omid Sharifi", False, "Vera Holm"),
        ("wrong stance", "denies", False, "Vera Holm"),
    ]


def test_correcting_words(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    open_(tab, fresh, "official", "?s=s1")
    tab.get_by_text("Correct it").click()
    words = tab.get_by_label("What is said")
    assert words.input_value() == reading("official").statements[0].content.text
    words.fill("Iran has gone to Mars")
    tab.get_by_role("button", name="Correct the words").click()
    expect(tab.get_by_role("alert")).to_contain_text("got “Iran has gone to Mars”; expected words of the article")
    assert tab.get_by_label("What is said").input_value() == "Iran has gone to Mars"
    tab.get_by_label("What is said").fill("has   sent\nmissiles")
    tab.get_by_role("button", name="Correct the words").click()
    expect(focus(tab).get_by_role("blockquote")).to_have_text("has sent missiles")
    marked = tab.locator("#words .l").all_inner_texts()
    assert marked == ["has sent missiles"]
    expect(tab.locator(".notice").first).to_contain_text("words corrected to 5-22: has sent missiles")
    tab.locator(".notice").get_by_role("button", name="Undo").click()
    expect(focus(tab).get_by_role("blockquote")).to_have_text("Iran has sent missiles to Russia")


def test_words_can_be_taken_from_the_article(scripted: Page, fresh: Served) -> None:
    sign_in(scripted, fresh)
    open_(scripted, fresh, "report", "?s=s1")
    scripted.get_by_text("Correct it").click()
    scripted.evaluate(
        """() => {
            const node = [...document.querySelectorAll('#words [data-a]')].at(-1);
            const walk = document.createTreeWalker(document.querySelector('#words'), NodeFilter.SHOW_TEXT);
            let text; for (let n = walk.nextNode(); n; n = walk.nextNode()) if (n.data.includes('The shipments')) text = n;
            getSelection().setBaseAndExtent(text, 0, text, text.data.indexOf('began') + 5);
        }"""
    )
    scripted.get_by_role("button", name="Take the words selected").click()
    assert scripted.get_by_label("What is said").input_value() == "The shipments began"
    scripted.get_by_role("button", name="Correct the words").click()
    expect(focus(scripted).get_by_role("blockquote")).to_have_text("The shipments began")
    at = document("report").text.index("The shipments")
    assert decisions(fresh.ledger)[0].value == f"{at}-{at + 19}: The shipments began"


def test_who_may_not_review_is_told(tab: Page, fresh: Served) -> None:
    open_(tab, fresh, "official", "?s=s1")
    expect(focus(tab).get_by_role("link", name="Sign in")).to_be_visible()
    sign_in(tab, fresh, fresh.read)
    open_(tab, fresh, "official", "?s=s1")
    assert tab.get_by_role("button", name="Confirm").count() == 0
    with fresh.client() as client:
        told = {"s": "s1", "act": "confirm"}
        assert client.post(f"/document/{document('official').id}/review", data=told).status_code == 401
        client.cookies.set("onrecord", fresh.write)
        assert client.post(f"/document/{document('official').id}/review", data=told).status_code == 403
    assert decisions(fresh.ledger) == []


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"act": "sing"}, "the act &#39;sing&#39;"),
        ({"act": "speaker", "speaker": " "}, "a speaker without a name"),
        ({"act": "stance", "stance": "maybe"}, "the stance &#39;maybe&#39;"),
        ({"act": "words", "words": " "}, "got none; expected words of the article"),
        ({"act": "words", "words": "Iran has sent missiles to Russia"}, "the words that it has"),
        ({"act": "confirm", "s": "s7"}, "statement &#39;s7&#39;"),
    ],
)
def test_a_decision_that_is_none_is_one_clear_line(fresh: Served, told: dict[str, str], line: str) -> None:
    with fresh.client(fresh.write) as client:
        answer = client.post(f"/document/{document('official').id}/review", data={"s": "s1", **told})
    assert answer.status_code in {404, 422}
    assert line in answer.text
    assert decisions(fresh.ledger) == []


def test_keys(scripted: Page, served: Served) -> None:
    scripted.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_(scripted, served, "denial")
    keyboard = scripted.keyboard
    keyboard.press("j")
    expect(focus(scripted)).to_contain_text("Statement 1")
    keyboard.press("j")
    expect(focus(scripted)).to_contain_text("Statement 2")
    assert "s=s2" in scripted.url
    assert scripted.evaluate("document.activeElement.id") == "w-s2"
    keyboard.press("c")
    expect(scripted.get_by_text("Citation copied.")).to_be_visible()
    copied = scripted.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("““We have sent nothing,”” Omid Sharifi")
    with served.ledger.reading() as reader:
        names = {s.id: s.anchor for s in reader.of_document(document("denial").id)}
    assert copied.endswith(
        f"Read by machine, reviewed by nobody. {served.at}/document/{document('denial').id}?s={names['s2']}"
    )
    assert "Oslo Ledger, 2024-03-02" in copied
    keyboard.press("k")
    expect(focus(scripted)).to_contain_text("Statement 1")
    scripted.go_back()
    expect(focus(scripted)).to_contain_text("Statement 2")
    keyboard.press("o")
    scripted.wait_for_url("**/claim/**")


def test_keys_on_every_page_and_switched_off(scripted: Page, served: Served) -> None:
    open_(scripted, served, "denial")
    scripted.keyboard.press("/")
    assert scripted.evaluate("document.activeElement.id") == "find"
    scripted.keyboard.type("jk/?")
    assert scripted.get_by_label("Search claims").input_value() == "jk/?"
    assert "Statement 1" not in focus(scripted).inner_text()
    scripted.locator("h1").click()
    scripted.keyboard.press("Control+j")
    scripted.keyboard.press("?")
    scripted.wait_for_url("**/about#keys")
    scripted.get_by_label("Single keys").uncheck()
    open_(scripted, served, "denial")
    scripted.keyboard.press("j")
    scripted.keyboard.press("?")
    scripted.wait_for_timeout(200)
    assert "/document/" in scripted.url and "s=" not in scripted.url
    scripted.goto(f"{served.at}/about")
    assert not scripted.get_by_label("Single keys").is_checked()
    scripted.get_by_label("Single keys").check()
    open_(scripted, served, "denial")
    scripted.keyboard.press("j")
    expect(focus(scripted)).to_contain_text("Statement 1")


FILLER = "The harbour was quiet and the weather was fair, and nobody had anything to tell.\n\n"


@pytest.fixture
def long(serve: Any, tmp_path: Path) -> tuple[Served, Document]:
    """Serve an article of five million characters with a statement at its beginning and one near its end."""
    told = reading("denial")
    text = document("denial").text + "\n\n" + FILLER * (5_000_000 // len(FILLER))
    words = "Iran denied that it had sent missiles to Russia."
    end = text + words + " " + "x" * 3000
    made = replace(document("denial"), text=end)
    last = replace(
        told.statements[1], source=None, cue=None,
        content=Content(((len(text), len(text) + len(words)),), words, uncertain=False),
    )  # fmt: skip
    where = tmp_path / "long.db"
    with Ledger(str(where), create=True) as ledger:
        both = replace(told, document=made, statements=(told.statements[0], last), events=(), measures=())
        keep_said(ledger, both, said_in(replace(told, document=made, statements=told.statements[:1])))
    return serve(where), made


def test_a_long_article_is_shown_in_parts(tab: Page, long: tuple[Served, Document]) -> None:
    served, made = long
    tab.goto(f"{served.at}/document/{made.id}")
    expect(tab.locator("nav.pages").first).to_contain_text("Part 1 of")
    assert sum(len(words) for _, words in pieces(tab)) < WHOLE
    tab.goto(f"{served.at}/document/{made.id}?s=s2")
    assert "1 asserts" not in tab.locator("#words").inner_text()
    assert tab.locator("#words mark").all_inner_texts() == ["Iran denied that it had sent missiles to Russia."]
    tab.locator("nav.pages").first.get_by_role("link").first.click()
    assert "s=" not in tab.url
    text = made.text
    assert all(text[a : a + len(words)] == words for a, words in pieces(tab))
    with served.client() as client:
        assert len(client.get(f"/document/{made.id}?part=7").content) < 300_000


def test_right_to_left_and_combining_text(tab: Page, serve: Any, tmp_path: Path) -> None:
    text = "وزیر دفاع said: «ایران موشک‌ها را نفرستاد»\n\nCafe\u0301 owner A\u030ase Dahl \U0001f469\u200d\U0001f680 said so."
    made = Document(text, outlet="صدای بندر", published_on=document("report").published_on)
    told = reading("official")
    start = text.index("ایران")
    spans = ((start, text.index("»")), (text.index("Cafe"), text.index(" owner")))
    s = replace(told.statements[0], source=None, cue=None, content=Content(spans, made.slice(spans), uncertain=False))
    where = tmp_path / "rtl.db"
    with Ledger(str(where), create=True) as ledger:
        both = replace(told, document=made, statements=(s,), events=(), entities=(), dates=(), quantities=())
        keep_said(ledger, both, ())
    served = serve(where)
    tab.goto(f"{served.at}/document/{made.id}?s=s1")
    assert "".join(words for _, words in pieces(tab)) == text.replace("\n\n", "")
    assert tab.locator("#words mark").all_inner_texts() == [text[a:b] for a, b in spans]
    directions = tab.locator("#words p").evaluate_all("els => els.map(e => getComputedStyle(e).direction)")
    assert directions == ["rtl", "ltr"]


@pytest.mark.parametrize("width", [1280, 360])
def test_the_reader_can_be_used_by_everybody(scripted: Page, fresh: Served, width: int) -> None:
    scripted.set_viewport_size({"width": width, "height": 800})
    sign_in(scripted, fresh)
    decide(fresh.ledger, JudgementKind.CONFIRMED, anchor(fresh.ledger, "official"), by="Ann")
    for name, query in (
        ("report", ""),
        ("official", "?s=s1&decided=1"),
        ("deadline", "?s=s1&as_of=2024-02-25"),
        ("denial", "?s=s2"),
    ):
        open_(scripted, fresh, name, query)
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width
    scripted.get_by_text("Correct it").click()
    assert not faults_of(scripted)


def test_the_reader_in_print(scripted: Page, served: Served) -> None:
    scripted.emulate_media(media="print")
    open_(scripted, served, "denial", "?s=s2")
    text = scripted.get_by_role("main").inner_text()
    assert "2 denies" in text.replace("\xa0", " ")
    assert document("denial").sha256 in text


def test_a_page_is_not_heavy(served: Served) -> None:
    with served.client() as client:
        page = client.get(f"/document/{document('report').id}?s=s1").text
        loaded = sum(len(client.get(found).content) for found in re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    assert len(page.encode()) + loaded < 150_000


def test_a_ledger_of_examples(tmp_path: Path, serve: Any) -> None:
    """Every statement of every article opens, whatever it holds."""
    where = tmp_path / "all.db"
    with Ledger(str(where), create=True) as ledger:
        add(ledger, "elsewhere", "count", "closer", "deadline")
    served = serve(where)
    with served.client() as client:
        for name in ("elsewhere", "count", "closer", "deadline"):
            for s in reading(name).statements:
                answer = client.get(f"/document/{document(name).id}/statement?s={s.id}")
                assert (answer.status_code, f"Statement {s.id[1:]}" in answer.text) == (200, True)
