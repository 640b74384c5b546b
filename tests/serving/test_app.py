"""What holds for every page: who may read, what a browser is told, how faults are shown."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from onrecord.serving.asking import here
from onrecord.serving.headers import POLICY
from tests.serving.browsing import faults_of, sign_in
from tests.serving.conftest import Served

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "path", ["/documents", "/about", "/nowhere", "/sign-in", "/api/v1/nowhere", "/static/onrecord.css"]
)
def test_every_answer_tells_the_browser_what_may_run(served: Served, path: str) -> None:
    with served.client() as client:
        headers = client.get(path).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe" not in POLICY


def test_a_page_that_has_not_changed_is_not_sent_again(served: Served) -> None:
    with served.client() as client:
        tag = client.get("/documents").headers["ETag"]
        again = client.get("/documents", headers={"If-None-Match": tag})
        other = client.get("/about", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200


def test_another_name_for_this_machine_is_refused(served: Served) -> None:
    with served.client() as client:
        assert client.get("/documents", headers={"Host": "evil.example"}).status_code == 400


def test_beyond_this_machine_reading_needs_a_token(serve: Any, tmp_path: Path) -> None:
    open_ = serve(tmp_path / "far.db", loopback=False)
    with open_.client() as nobody, open_.client(open_.read) as reader:
        sent = nobody.get("/documents?before=2024-01-01_x")
        assert (sent.status_code, sent.headers["Location"]) == (
            303, "/sign-in?to=%2Fdocuments%3Fbefore%3D2024-01-01_x",
        )  # fmt: skip
        assert nobody.get("/about").status_code == 200
        assert nobody.get("/documents", headers={"Authorization": "Bearer onr_wrong"}).status_code == 401
        assert reader.get("/documents").status_code == 200


def test_a_fault_is_a_page_or_a_problem(served: Served) -> None:
    with served.client() as client:
        shown, told = client.get("/nowhere"), client.get("/api/v1/nowhere")
    assert (shown.status_code, "Not Found" in shown.text) == (404, True)
    assert told.headers["Content-Type"] == "application/problem+json"
    assert told.json() == {
        "type": "about:blank", "title": "Not Found", "status": 404, "detail": "Not Found", "instance": "/api/v1/nowhere",
    }  # fmt: skip


def test_what_is_too_large_is_refused(serve: Any, tmp_path: Path) -> None:
    small = serve(tmp_path / "small.db", most=1000)
    with small.client() as client:
        assert client.post("/sign-in", data={"token": "x" * 2000}).status_code == 413

        def drip() -> Any:
            yield from (b"token=" + b"x" * 300 for _ in range(5))

        assert client.post("/sign-in", content=drip(), headers={"Content-Type": FORM}).status_code == 413


def test_signing_in_and_out(tab: Page, fresh: Served) -> None:
    tab.goto(f"{fresh.at}/documents")
    tab.get_by_role("link", name="Sign in").click()
    tab.get_by_label("Token").fill("onr_nothing")
    tab.get_by_role("main").get_by_role("button", name="Sign in").click()
    assert "expected one in use" in tab.get_by_role("alert").inner_text()
    tab.get_by_label("Token").fill(fresh.write)
    tab.get_by_role("main").get_by_role("button", name="Sign in").click()
    assert tab.url == f"{fresh.at}/documents"
    assert "Vera Holm (write)" in tab.get_by_role("banner").inner_text()
    kept = next(c for c in tab.context.cookies() if c["name"] == "onrecord")
    assert (kept["httpOnly"], kept["sameSite"]) == (True, "Strict")
    tab.get_by_role("button", name="Sign out").click()
    assert not tab.context.cookies()


def test_a_form_of_another_site_is_refused(served: Served) -> None:
    with served.client() as client:
        for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
            assert client.post("/sign-in", data={"token": served.write}, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "to", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "/a\nb", ""]
)
def test_signing_in_leads_nowhere_else(to: str) -> None:
    assert here(to) == "/"


def test_keys_and_reading_lists_can_be_used_by_everybody(scripted: Page, fresh: Served) -> None:
    sign_in(scripted, fresh)
    for path in ("/documents", "/about", "/sign-in", "/nowhere"):
        scripted.goto(f"{fresh.at}{path}")
        assert not faults_of(scripted)
