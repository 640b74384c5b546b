"""Decisions on the pages of claims: confirmed, merged, parted, taken back, evidence entered; and who may not."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from onrecord.flow.claims import claim, claims
from onrecord.flow.deciding import decisions
from onrecord.records import JudgementKind
from tests.kept import anchor
from tests.serving.browsing import faults_of, sign_in
from tests.serving.conftest import Served


def signed_in(tab: Page, served: Served, name: str = "report", asked: str = "") -> str:
    sign_in(tab, served)
    path = f"/claim/{anchor(served.ledger, name)}"
    tab.goto(f"{served.at}{path}{asked}")
    return path


def session_of(tab: Page) -> dict[str, str]:
    """Return what the browser brings to show who it is."""
    return {"Cookie": "; ".join(f"{c['name']}={c['value']}" for c in tab.context.cookies())}


def test_a_statement_is_confirmed_where_it_stands(tab: Page, fresh: Served) -> None:
    signed_in(tab, fresh)
    tab.get_by_role("button", name="Confirm statement 4").click()
    assert "confirmed" in tab.locator("#s4").inner_text()
    assert "Kept as decision 1, by Vera Holm: confirmed" in tab.locator(".notice").inner_text()
    assert tab.url.endswith("#s4")
    (made,) = decisions(fresh.ledger)
    assert (made.kind, made.by, made.placed) == (JudgementKind.CONFIRMED, "Vera Holm", anchor(fresh.ledger, "official"))
    assert "1 of 8 reviewed" in tab.locator(".counts").inner_text()
    assert not tab.get_by_role("button", name="Confirm statement 4").count()


def test_a_claim_found_by_its_words_is_merged_and_parted_again(tab: Page, fresh: Served) -> None:
    path = signed_in(tab, fresh)
    tab.get_by_label("Words of the other claim").fill("sanctions")
    tab.get_by_role("button", name="Look for it").click()
    tab.get_by_role("button", name="Merge with sanctions on Iran").click()
    assert tab.url.startswith(f"{fresh.at}{path}")
    assert "9 statements" in tab.locator(".counts").inner_text()
    assert len(claims(fresh.ledger)) == 3
    tab.locator(".decided").get_by_role("button", name="Take back").click()
    assert "is taken back" in tab.locator(".notice").inner_text()
    assert "(taken back)" not in tab.locator(".notice").inner_text()
    assert len(claims(fresh.ledger)) == 4


def test_words_that_no_other_claim_answers(tab: Page, fresh: Served) -> None:
    signed_in(tab, fresh, "report", "?find=moon")
    assert "No other claim has all these words" in tab.get_by_role("main").inner_text()


def test_merging_by_the_beginning_of_an_anchor(tab: Page, fresh: Served) -> None:
    signed_in(tab, fresh)
    tab.get_by_label("Or an anchor of it").fill(anchor(fresh.ledger, "deadline")[:12])
    tab.get_by_role("button", name="Merge", exact=True).click()
    assert "9 statements" in tab.locator(".counts").inner_text()


def test_two_statements_are_parted(tab: Page, fresh: Served) -> None:
    signed_in(tab, fresh)
    tab.get_by_label("This statement").select_option(anchor(fresh.ledger, "report"))
    tab.get_by_label("is not of one claim with").select_option(anchor(fresh.ledger, "official"))
    tab.get_by_role("button", name="Part them").click()
    assert "not the same claim" in tab.locator(".notice").inner_text()
    found = [claim(fresh.ledger, anchor(fresh.ledger, name)) for name in ("report", "official")]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].claim.id != found[1].claim.id


def test_a_statement_cannot_be_parted_from_itself(tab: Page, fresh: Served) -> None:
    signed_in(tab, fresh)
    for label in ("This statement", "is not of one claim with"):
        tab.get_by_label(label).select_option(anchor(fresh.ledger, "report"))
    tab.get_by_role("button", name="Part them").click()
    assert "got one statement twice; expected two statements" in tab.locator(".problem").inner_text()
    assert decisions(fresh.ledger) == []


def test_evidence_is_entered_and_stands_on_the_claim(tab: Page, fresh: Served) -> None:
    signed_in(tab, fresh)
    tab.get_by_role("link", name="Enter evidence").click()
    tab.get_by_label("Its exact words").fill("Satellite images show crates at the port of Olya.")
    tab.get_by_label("Whose statement it is").fill("Kestrel Imaging")
    tab.get_by_label("Day on which it became public").fill("2024-02-10")
    tab.get_by_label("Address or file").fill("https://example.org/kestrel/olya")
    tab.get_by_role("button", name="Enter", exact=True).click()
    assert "9 statements" in tab.locator(".counts").inner_text()
    said = tab.locator(".said").filter(has_text="Satellite images").inner_text()
    assert "entered by hand by Vera Holm" in said
    assert "5 independent origins" in tab.locator(".counts").inner_text()


def test_evidence_that_cannot_be_kept_is_shown_again_as_it_was_typed(tab: Page, fresh: Served) -> None:
    path = signed_in(tab, fresh)
    typed = {"claim": path.split("/")[-1], "words": "Crates “at” <Olya>.", "source": "Kestrel", "stance": "denies"}
    tab.goto(f"{fresh.at}{path}/enter")
    csrf = tab.locator("main input[name=csrf]").get_attribute("value") or ""
    later = (date.today() + timedelta(days=5)).isoformat()  # noqa: DTZ011
    wrong: tuple[tuple[Mapping[str, str], str], ...] = (
        ({"day": later}, "expected a day that has come"),
        ({"day": "soon"}, "day: got"),
        ({"day": ""}, "day: got none"),
        ({"day": "2024-02-10", "words": "  "}, "got no words or no source"),
        ({"day": "2024-02-10", "stance": "shrugs"}, "stance: got &#39;shrugs&#39;"),
        ({"day": "2024-02-10", "claim": "0" * 16}, "got the name of no statement"),
    )
    session = session_of(tab)
    with fresh.client() as client:
        for changed, line in wrong:
            sent = client.post("/decide/enter", data={**typed, **changed, "csrf": csrf}, headers=session)
            assert (sent.status_code, line in sent.text) == (400, True), changed
            assert 'value="Kestrel"' in sent.text
            if "words" not in changed:
                assert "Crates “at” &lt;Olya&gt;." in sent.text
    assert decisions(fresh.ledger) == []


def test_who_may_only_read_is_offered_nothing_and_refused(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh, fresh.read)
    name = anchor(fresh.ledger, "report")
    tab.goto(f"{fresh.at}/claim/{name}")
    assert not tab.get_by_role("button", name="Confirm").count()
    assert not tab.get_by_text("Merge with another claim").count()
    with fresh.client() as nobody, fresh.client(fresh.read) as reader:
        for path, data in POSTS.items():
            told = {k: v.replace("ANCHOR", name) for k, v in data.items()}
            assert nobody.post(path, data=told).status_code == 401
            assert reader.post(path, data=told).status_code == 403
    assert decisions(fresh.ledger) == []


POSTS = {
    "/decide/confirm": {"anchor": "ANCHOR"},
    "/decide/same": {"anchor": "ANCHOR", "other": "ANCHOR"},
    "/decide/separate": {"anchor": "ANCHOR", "other": "ANCHOR"},
    "/decide/undo": {"number": "1"},
    "/decide/enter": {"claim": "ANCHOR", "words": "a", "source": "b", "day": "2024-02-10"},
}


def test_a_form_without_what_the_session_holds_decides_nothing(tab: Page, fresh: Served) -> None:
    sign_in(tab, fresh)
    session = session_of(tab)
    name = anchor(fresh.ledger, "report")
    with fresh.client() as client:
        for path, data in POSTS.items():
            told = {k: v.replace("ANCHOR", name) for k, v in data.items()}
            assert client.post(path, data={**told, "csrf": "0" * 64}, headers=session).status_code == 403
            elsewhere = {"Origin": "https://evil.example"}
            assert client.post(path, data=told, headers={**session, **elsewhere}).status_code == 403
    assert decisions(fresh.ledger) == []


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example/a", "/\\evil.example", "javascript:alert(1)"])
def test_a_decision_leads_nowhere_else(fresh: Served, to: str) -> None:
    with fresh.client(fresh.write) as client:
        sent = client.post("/decide/confirm", data={"anchor": anchor(fresh.ledger, "report"), "to": to})
    assert sent.status_code == 303
    assert sent.headers["Location"] == "/?decided=1"


def test_going_back_keeps_the_filters_and_tells_the_last_decision_alone(fresh: Served) -> None:
    with fresh.client(fresh.write) as client:
        to = "/claims?q=iran&support=single+origin&decided=7#s3"
        sent = client.post("/decide/confirm", data={"anchor": anchor(fresh.ledger, "report"), "to": to})
        assert sent.headers["Location"] == "/claims?q=iran&support=single+origin&decided=1#s3"


def test_what_names_no_decision(fresh: Served) -> None:
    name = anchor(fresh.ledger, "report")
    with fresh.client(fresh.write) as client:
        assert client.post("/decide/undo", data={"number": "9"}).status_code == 404
        assert client.post("/decide/undo", data={"number": "none"}).status_code == 422
        assert client.post("/decide/confirm", data={"anchor": "0" * 16}).status_code == 404
        for told in ("99", "x,-1,²", "1" * 50, "<b>"):
            assert client.get(f"/claim/{name}", params={"decided": told}).text.count('class="notice"') == 0


def test_on_what_was_known_at_a_moment_nothing_is_decided(tab: Page, fresh: Served) -> None:
    signed_in(tab, fresh, "report", "?known_by=2999-01-01")
    assert not tab.get_by_role("button", name="Confirm").count()
    tab.get_by_role("link", name="Decide on what is known now").click()
    assert tab.get_by_role("button", name="Confirm").count() == 8


def test_pages_after_a_decision_have_no_fault(scripted: Page, fresh: Served) -> None:
    signed_in(scripted, fresh)
    scripted.get_by_role("button", name="Confirm statement 1", exact=True).click()
    assert not faults_of(scripted)
    scripted.locator(".notice").get_by_role("button", name="Take back").click()
    assert not faults_of(scripted)
