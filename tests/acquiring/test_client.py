"""Connections: what is a URL, whose certificate counts, and how much time and size an answer may take."""

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
from onrecord.acquiring.fetch import fetch
from onrecord.errors import FetchError
from tests.acquiring.local_site import ARTICLE, Handler, QuietServer, Site, refusal

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
