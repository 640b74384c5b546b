"""Fetching, from a real server on this machine."""

import gzip

import pytest

from onrecord.acquiring import Limits
from onrecord.acquiring.fetch import Page, fetch
from onrecord.errors import NotFoundError
from tests.acquiring.local_site import ARTICLE, Site, refusal


def test_a_page_is_fetched(site: Site, near: Limits) -> None:
    url = site.answer("/a?b=1", ARTICLE)
    assert fetch(url + "#part", near) == Page(url + "#part", url, ARTICLE.encode(), "text/plain", "utf-8")
    assert site.asked == ["/robots.txt", "/a?b=1"]
    assert all("onrecord" in agent for agent in site.agents)


def test_gzip_is_unpacked(site: Site, near: Limits) -> None:
    packed = gzip.compress(ARTICLE.encode()) + gzip.compress(b"More.")
    url = site.answer("/a", packed, Content_Encoding="gzip", Content_Type="Text/HTML")
    assert fetch(url, near) == Page(url, url, ARTICLE.encode() + b"More.", "text/html", None)


def test_a_url_is_quoted_as_browsers_do(site: Site, near: Limits) -> None:
    site.answer("/caf%C3%A9/a%20b?q=%D0%B0", ARTICLE)
    assert fetch(site.url("/café/a b?q=а"), near).data == ARTICLE.encode()


# --- what must not be reached


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "10.0.0.1",
        "169.254.169.254",
        "0.0.0.0",
    ],
)
def test_private_addresses_are_refused(host: str) -> None:
    assert "an address that is not public (" in refusal(f"http://{host}/", Limits())


def test_the_server_of_these_tests_is_refused_by_default(site: Site) -> None:
    assert refusal(site.answer("/a", ARTICLE), Limits()) == (
        f"got an address that is not public (127.0.0.1) behind http://{site.host}; expected a public web address"
    )
    assert site.asked == []


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.2/",
        "http://[::ffff:10.0.0.1]/",
        "http://0177.0.0.2/",
    ],
)
def test_a_redirect_reaches_no_private_address(site: Site, near: Limits, target: str) -> None:
    assert "an address that is not public (" in refusal(site.redirect("/a", target), near)


def test_a_redirected_robots_txt_reaches_no_private_address(site: Site, near: Limits) -> None:
    site.redirect("/robots.txt", "http://127.0.0.2/robots.txt")
    assert "an address that is not public (127.0.0.2)" in refusal(site.answer("/a", ARTICLE), near)


def test_proxies_of_the_environment_are_not_used(site: Site, near: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.2:1")
    assert fetch(site.answer("/a", ARTICLE), near).data == ARTICLE.encode()


# --- answers


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_not_there(site: Site, near: Limits, status: int) -> None:
    message = refusal(site.answer("/a", status=status), near, NotFoundError)
    assert message.startswith(f"got HTTP status {status} (")


@pytest.mark.parametrize("status", [401, 403, 429, 451, 500, 503, 599, 304, 302])
def test_a_page_that_is_not_given(site: Site, near: Limits, status: int) -> None:
    assert refusal(site.answer("/a", status=status), near).startswith(f"got HTTP status {status}")


@pytest.mark.parametrize("media", ["application/pdf", "image/png", "application/json", "text/css", "text\x0b/\x0cx"])
def test_content_that_is_no_article(site: Site, near: Limits, media: str) -> None:
    message = refusal(site.answer("/a", ARTICLE, Content_Type=media), near)
    assert message.startswith("got content of the type ") or media.startswith("text\x0b")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_url_is_the_page_s(site: Site, near: Limits, status: int) -> None:
    site.redirect("/a", "/b#x", status)
    site.redirect("/b", site.url("/c"), status)
    page = fetch(site.answer("/c", ARTICLE).replace("/c", "/a"), near)
    assert (page.where, page.url) == (site.url("/a"), site.url("/c"))
    assert site.asked == ["/robots.txt", "/a", "/b", "/c"]


def test_five_redirects_and_no_more(site: Site, near: Limits) -> None:
    for n in range(6):
        site.redirect(f"/{n}", f"/{n + 1}")
    site.answer("/6", ARTICLE)
    assert fetch(site.url("/1"), near).url == site.url("/6")
    assert refusal(site.url("/0"), near) == "got more than 5 redirects; expected a page at that address"


@pytest.mark.parametrize(
    "location", ["http://[::1", "ftp://a.example/", "http://me:pw@127.0.0.1/", "javascript:alert(1)"]
)
def test_a_redirect_to_nowhere(site: Site, near: Limits, location: str) -> None:
    assert "URL" in refusal(site.redirect("/a", location), near)


# --- robots.txt


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /news/", False),
        ("User-agent: *\nAllow: /\nDisallow: /news/", False),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nAllow: /", True),
        ("User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: otherbot\nDisallow: /", True),
        ("User-agent: *\nDisallow: /news/\nAllow: /news/a", True),
        ("", True),
        ("<html>not found</html>", True),
    ],
)
def test_robots_txt_is_obeyed(site: Site, near: Limits, rules: str, allowed: bool) -> None:
    site.answer("/robots.txt", rules)
    url = site.answer("/news/a.html", ARTICLE)
    if allowed:
        assert fetch(url, near).url == url
    else:
        assert refusal(url, near) == f"got a robots.txt that forbids {url}; expected a page that programs may fetch"
        assert site.asked == ["/robots.txt"]


def test_robots_txt_is_asked_again_for_a_redirect(site: Site, near: Limits) -> None:
    site.answer("/robots.txt", "User-agent: *\nDisallow: /private/")
    site.answer("/private/a", ARTICLE)
    assert "a robots.txt that forbids" in refusal(site.redirect("/a", "/private/a"), near)
    assert site.asked == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("status", "allowed"), [(401, True), (403, True), (404, True), (429, True), (500, False), (503, False)]
)
def test_a_robots_txt_that_fails(site: Site, near: Limits, status: int, allowed: bool) -> None:
    site.answer("/robots.txt", status=status)
    url = site.answer("/a", ARTICLE)
    if allowed:
        assert fetch(url, near).url == url
    else:
        assert refusal(url, near).startswith(f"got HTTP status {status}")


def test_a_robots_txt_may_be_redirected_but_not_for_ever(site: Site, near: Limits) -> None:
    site.redirect("/robots.txt", "/other.txt")
    site.answer("/other.txt", "User-agent: *\nDisallow: /a")
    assert "robots.txt" in refusal(site.answer("/a", ARTICLE), near)
    site.redirect("/other.txt", "/robots.txt")
    assert fetch(site.url("/a"), near).data == ARTICLE.encode()


def test_a_robots_txt_is_read_only_so_far(site: Site, near: Limits) -> None:
    site.answer("/robots.txt", "User-agent: *\nDisallow: /a\n" + "# and so on\n" * 100_000)
    assert "a robots.txt that forbids" in refusal(site.answer("/a", ARTICLE), near)
