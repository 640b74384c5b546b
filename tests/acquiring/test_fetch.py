"""Fetching, from a real server on this machine."""

import gzip
import http.server
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpcore2
import pytest

from onrecord.acquiring import Limits, client
from onrecord.acquiring.fetch import Page, fetch
from onrecord.errors import FetchError, InputError, NotFoundError
from tests.acquiring.local_site import ARTICLE, Handler, QuietServer, Site


def refusal(url: str, limits: Limits, kind: type[InputError] = FetchError) -> str:
    """Return the message that fetching ``url`` ends with, having checked its kind and form."""
    with pytest.raises(InputError) as caught:
        fetch(url, limits)
    assert type(caught.value) is kind
    assert str(caught.value).isprintable()
    assert caught.value.where == url
    return f"got {caught.value.got}; expected {caught.value.expected}"


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


# --- what is no URL to fetch


@pytest.mark.parametrize(
    ("url", "got"),
    [
        ("ftp://a.example/x", "a URL of the kind ftp:"),
        ("file:///etc/passwd", "a URL of the kind file:"),
        ("gopher://a.example/", "a URL of the kind gopher:"),
        ("http://", "a URL without a proper host name ('')"),
        ("http:///x", "a URL without a proper host name ('')"),
        ("http://a b/", "a URL without a proper host name (a b)"),
        ("http://[::1/", "a malformed URL (Invalid IPv6 URL)"),
        ("http://a.example:99999/", "a malformed URL (Port out of range 0-65535)"),
        ("http://a..example/", "a malformed URL ("),
        ("http://" + "a" * 70 + ".example/", "a malformed URL ("),
    ],
)
def test_what_is_no_web_address(url: str, got: str) -> None:
    assert refusal(url, Limits()).startswith(f"got {got}")


def test_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(FetchError) as caught:
        fetch("https://me:hunter2@a.example/x", Limits())
    assert (
        str(caught.value) == "https://a.example/x: got a URL with a user name or password in it; expected one without"
    )


def test_nothing_listens(near: Limits) -> None:
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as closed:
        port = closed.server_port
    assert refusal(f"http://127.0.0.1:{port}/", near).startswith("got no connection (")


def test_no_such_host(near: Limits) -> None:
    assert refusal("http://no-such-host.invalid/", near).startswith(
        "got no connection (no host named no-such-host.invalid)"
    )


def test_a_server_that_speaks_no_tls(site: Site, near: Limits) -> None:
    assert refusal(site.answer("/a", ARTICLE).replace("http:", "https:"), near).startswith("got no connection (")


@pytest.fixture
def secure(site: Site, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve the site over TLS for a while: its URL, and the certificate nobody trusts yet."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the openssl program")
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subject = ["-subj", "/CN=here", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2", "-nodes"]
    made = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    ]
    subprocess.run([openssl, *made, *subject], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with QuietServer(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield f"https://127.0.0.1:{server.server_port}", certificate
        server.shutdown()
        thread.join()


def test_a_certificate_is_demanded(site: Site, near: Limits, secure: tuple[str, Path]) -> None:
    site.answer("/a", ARTICLE)
    assert "certificate verify failed" in refusal(f"{secure[0]}/a", near)


def test_a_page_over_tls(site: Site, near: Limits, secure: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    host, certificate = secure
    trusted = httpcore2.default_ssl_context()
    trusted.load_verify_locations(certificate)
    monkeypatch.setattr(client, "_trusted", lambda: trusted)
    site.answer("/a", ARTICLE)
    assert fetch(f"{host}/a", near).data == ARTICLE.encode()
    by_name = host.replace("127.0.0.1", "localhost")  # which the certificate does not vouch for
    assert "certificate verify failed" in refusal(f"{by_name}/a", replace(near, allow=("127.0.0.1", "::1")))
    assert "no complete answer in time" in refusal(
        site.drip("/b", headers=False).replace(f"http://{site.host}", host), replace(near, seconds=0.6)
    )


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


# --- limits


def test_size_is_limited(site: Site, near: Limits) -> None:
    small = replace(near, size=1_000)
    assert len(fetch(site.answer("/a", b"x" * 1_000), small).data) == 1_000
    assert refusal(site.answer("/a", b"x" * 1_001), small).startswith("got more than 1,000 bytes; expected ")


def test_a_bomb_does_not_go_off(site: Site, near: Limits) -> None:
    begun = time.monotonic()
    assert refusal(site.bomb("/a", 100_000_000), replace(near, size=100_000)).startswith("got more than 100,000 bytes")
    assert time.monotonic() - begun < 4


def test_a_packed_body_that_says_nothing_is_limited_too(site: Site, near: Limits) -> None:
    empty = gzip.compress(b"")
    packed = empty[:10] + b"\x00\x00\x00\xff\xff" * 50_000 + empty[10:]  # fifty thousand blocks of nothing
    url = site.answer("/a", packed, Content_Encoding="gzip")
    assert refusal(url, replace(near, size=100_000)).startswith("got more than 100,000 bytes")


@pytest.mark.parametrize(
    ("body", "encoding"), [(b"no gzip", "gzip"), (gzip.compress(ARTICLE.encode())[:-9], "gzip"), (b"", "gzip")]
)
def test_a_damaged_body(site: Site, near: Limits, body: bytes, encoding: str) -> None:
    assert refusal(site.answer("/a", body, Content_Encoding=encoding), near).startswith("got a damaged answer (")


def test_an_unknown_packing(site: Site, near: Limits) -> None:
    assert refusal(site.answer("/a", b"x", Content_Encoding="br"), near).startswith("got content packed as br;")


@pytest.mark.parametrize("headers", [True, False])
def test_time_is_limited_in_all(site: Site, near: Limits, headers: bool) -> None:
    begun = time.monotonic()
    message = refusal(site.drip("/a", headers=headers), replace(near, seconds=0.6))
    assert message == "got no complete answer in time; expected one within 0.6 seconds"
    assert 0.5 < time.monotonic() - begun < 3


def test_the_time_runs_over_redirects(site: Site, near: Limits) -> None:
    def wait(request: http.server.BaseHTTPRequestHandler) -> None:
        time.sleep(0.25)
        request.send_response(302)
        request.send_header("Location", "/a")
        request.send_header("Content-Length", "0")
        request.end_headers()

    assert "no complete answer in time" in refusal(site.do("/a", wait), replace(near, seconds=0.6, redirects=100))


def test_a_server_that_talks_nonsense(site: Site, near: Limits) -> None:
    url = site.do("/a", lambda request: request.wfile.write(b"\x00\x01 what\r\n\r\n"))
    assert refusal(url, near).startswith("got a damaged answer (")
    url = site.do("/b", lambda request: None)
    assert refusal(url, near).startswith("got a damaged answer (")
    url = site.do("/c", lambda request: request.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nHe said"))
    assert refusal(url, near).startswith("got a damaged answer (")


def test_headers_without_end(site: Site, near: Limits) -> None:
    url = site.do("/a", lambda request: request.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000))
    assert refusal(url, near).startswith(("got a damaged answer (", "got no connection ("))


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
