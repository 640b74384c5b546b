"""The door: files, pages and standard input become documents."""

import gzip
import io
import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.acquiring import Limits, acquire, acquire_bytes
from onrecord.errors import (
    DateError,
    FetchError,
    FrontMatterError,
    InputError,
    LanguageError,
    NotFoundError,
    NotTextError,
)
from onrecord.records import Document
from tests.acquiring.local_site import ARTICLE, PAGE, Site
from tests.shared_files import SHARED, required

HEADER = '---\nurl: "https://a.example/x"\noutlet: The Harbour\ndate: 2023-09-27\ntitle: "No weapons: envoy"\n---\n\n'


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


# --- plain text and Markdown


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.TXT"])
@pytest.mark.parametrize(
    "text", [ARTICLE, "\n\n  " + ARTICLE.replace("\n", "\r\n") + "\r\n\r\n", "# Head\n\n* <b>He</b> said *no*.\n"]
)
def test_text_is_kept_to_the_character(tmp_path: Path, name: str, text: str) -> None:
    assert acquire(write(tmp_path, name, text)) == Document(text=text)


def test_a_text_that_speaks_of_tags_is_no_page(tmp_path: Path) -> None:
    text = "He said that <html> and <body> are tags.\n\n<p>So is this, they said.</p>\n"
    assert acquire(write(tmp_path, "a.md", text)).text == text


def test_a_header_is_honoured(tmp_path: Path) -> None:
    assert acquire(write(tmp_path, "a.md", HEADER + ARTICLE)) == Document(
        text=ARTICLE.rstrip("\n"),
        url="https://a.example/x",
        title="No weapons: envoy",
        outlet="The Harbour",
        published_on=date(2023, 9, 27),
    )


def test_arguments_outrank_the_document(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", HEADER + ARTICLE)
    found = acquire(path, outlet=" The Quay ", published=date(2024, 1, 1))
    assert (found.outlet, found.published_on) == ("The Quay", date(2024, 1, 1))
    assert acquire(path, outlet="  ").outlet == "The Harbour"


def test_standard_input() -> None:
    assert acquire("-", stdin=io.BytesIO(ARTICLE.encode())) == Document(text=ARTICLE)
    with pytest.raises(NotTextError, match=r"^standard input: got nothing \(it is empty\); expected plain text"):
        acquire("-", stdin=io.BytesIO())


def test_a_closed_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match=r"^standard input: got a closed stream; expected one that is open$"):
        acquire("-")


def test_the_shared_articles_are_acquired() -> None:
    articles = sorted(required(SHARED / "data" / "stories" / "contrast" / "articles").glob("*.md"))
    seeds = sorted(required(SHARED / "seed").glob("*.txt"))
    assert articles and seeds
    for path in articles:
        found = acquire(str(path))
        assert found.url and found.outlet and found.title and found.published_on
        assert path.read_text(encoding="utf-8").rstrip("\n").endswith("\n\n" + found.text)
    for path in seeds:
        assert acquire(str(path)).text == path.read_bytes().decode()


def test_what_is_not_shared_is_missed_in_ci_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert required(tmp_path) == tmp_path
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="got nothing there; CI has to read the shared material"):
        required(tmp_path / "absent")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="is not on this machine"):
        required(tmp_path / "absent")


# --- HTML


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.txt", "a"])
def test_a_page_becomes_its_article(tmp_path: Path, name: str) -> None:
    found = acquire(write(tmp_path, name, PAGE))
    assert found.text.startswith("Envoy denies cargo claim\nShipping\nThe ambassador said")
    assert (found.title, found.outlet) == ("Envoy denies cargo claim", "Daily Harbour")
    assert (found.url, found.published_on) == ("https://harbour.example/2023/envoy", date(2023, 5, 12))


def test_a_page_may_begin_with_a_comment_or_a_header(tmp_path: Path) -> None:
    plain = acquire(write(tmp_path, "a.html", PAGE))
    assert acquire(write(tmp_path, "b.txt", "<!-- saved from the web -->\n" + PAGE)) == plain
    found = acquire(write(tmp_path, "c.html", HEADER + PAGE))
    assert found.text == plain.text
    assert (found.url, found.title, found.outlet) == ("https://a.example/x", "No weapons: envoy", "The Harbour")
    assert found.published_on == date(2023, 9, 27)


PIECE = "<p>The ambassador said that <b>he</b> would not go.</p>\n<p>She said it was so.</p>\n"
PIECES = [
    PIECE,
    f"<P class='a'>He said.</P>{PIECE}",
    f"<article>{PIECE}</article>",
    f"<div>{PIECE}</div>",
    f"\n <section\n>{PIECE}</section>",
    f"<main>{PIECE}</main>",
    "<h1>Envoy denies</h1>" + PIECE.replace("<b>he</b>", "he"),
    f"<!-- saved -->\n<div>{PIECE}</div>",
    f'<meta charset="utf-8">{PIECE}',
]
WHOLE = [
    f"<head><title>Envoy denies</title></head><body>{PIECE}</body>",
    f"<body>{PIECE}</body>",
    f"<!doctype html>\n{PIECE}",
]


@pytest.mark.parametrize("piece", [*PIECES, *WHOLE])
def test_a_piece_of_a_page_is_a_page(tmp_path: Path, piece: str) -> None:
    found = acquire("-", stdin=io.BytesIO(piece.encode()))
    assert found.text.endswith("The ambassador said that he would not go.\nShe said it was so.")
    assert acquire(write(tmp_path, "a.txt", piece)) == found
    assert acquire(write(tmp_path, "a", HEADER + piece)).text.endswith("She said it was so.")
    in_markdown = acquire(write(tmp_path, "a.md", piece)).text
    assert in_markdown == (found.text if piece in WHOLE else piece)


@pytest.mark.parametrize(
    "start", ["<b>He</b>", "<i>", "<parties>", "<p", "<pre>", "<h1", "He: <p>", "<https://a.b>", "< p >"]
)
def test_a_text_may_begin_with_another_tag(tmp_path: Path, start: str) -> None:
    text = start + "he said that it was not so.\n"
    assert acquire(write(tmp_path, "a.txt", text)).text == text


def test_markdown_from_the_web_stays_markdown(site: Site, near: Limits) -> None:
    assert acquire(site.answer("/a", PIECE, Content_Type="text/markdown"), limits=near).text == PIECE
    assert acquire(site.answer("/a.md?x=1", PIECE), limits=near).text == PIECE
    assert "<p>" not in acquire(site.answer("/a.txt", PIECE), limits=near).text


# --- the web


def test_a_page_from_the_web(site: Site, near: Limits) -> None:
    site.redirect("/a", "/b")
    site.answer("/b", gzip.compress(PAGE.encode()), Content_Type="text/html", Content_Encoding="gzip")
    found = acquire(site.url("/a"), limits=near)
    assert found.url == site.url("/b")  # where it was found, whatever address the page gives itself
    assert found.title == "Envoy denies cargo claim"


@pytest.mark.parametrize(
    ("declared", "inside", "encoding"),
    [
        ("text/html; charset=windows-1251", "", "windows-1251"),
        ("text/html", '<meta charset="windows-1251">', "windows-1251"),
        ("text/html; charset=ISO-8859-1", "", "utf-8"),
        ('text/html; charset="utf-16le"', "", "utf-16"),
    ],
)
def test_charsets_of_pages(site: Site, near: Limits, declared: str, inside: str, encoding: str) -> None:
    page = (
        PAGE.replace('<meta charset="utf-8">', inside)
        .replace("The ship left", "TASS (ТАСС) said it left")
        .replace("“", "")
        .replace("”", "")
    )
    url = site.answer("/a", page.encode(encoding), Content_Type=declared)
    assert "TASS (ТАСС) said it left in December." in acquire(url, limits=near).text


def test_text_from_the_web_is_kept_to_the_character(site: Site, near: Limits) -> None:
    url = site.answer("/a.md", ARTICLE, Content_Type="text/markdown")
    assert acquire(url, limits=near) == Document(text=ARTICLE, url=url)
    assert acquire(site.answer("/b.md", HEADER + ARTICLE), limits=near).url == site.url("/b.md")


# --- what is refused


@pytest.mark.parametrize(
    ("name", "content", "kind", "message"),
    [
        ("a.txt", b"", NotTextError, "got nothing (it is empty); expected plain text, Markdown or HTML"),
        ("a.txt", b" \n\n", NotTextError, "got nothing but white space; expected plain text, Markdown or HTML"),
        ("a.pdf", b"%PDF-1.4\n", NotTextError, "got a PDF file; expected plain text, Markdown or HTML"),
        ("a.md", HEADER.encode(), NotTextError, "got a header with nothing after it; expected plain text"),
        ("a.html", b"Just words that he said.", NotTextError, "got a page without an article; expected a page with"),
        ("a.md", b"---\ndate: 2024-02-30\n---\nHe said.", DateError, 'got "2024-02-30"; expected a calendar day'),
        ("a.md", b"---\ntitle: [\n---\nHe said.", FrontMatterError, "got YAML in which "),
        (
            "a.txt",
            "Посол заявил в пятницу, что оружия на борту не было.".encode(),
            LanguageError,
            "got text in another language",
        ),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, content: bytes, kind: type[InputError], message: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(InputError) as caught:
        acquire(path)
    assert type(caught.value) is kind
    assert message in str(caught.value)
    assert str(caught.value).startswith(path)
    assert str(caught.value).isprintable()


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(
        NotFoundError, match=r"got no such file; expected a file, an http\(s\) URL, or - for standard input$"
    ):
        acquire(str(tmp_path / "absent.txt"))
    with pytest.raises(NotTextError, match="got a directory; expected a file$"):
        acquire(str(tmp_path))
    with pytest.raises(FetchError, match="got a URL of the kind ftp:"):
        acquire("ftp://a.example/x")


def test_limits_hold_for_files(tmp_path: Path) -> None:
    with pytest.raises(NotTextError, match="got more than 10 bytes"):
        acquire(write(tmp_path, "a.txt", ARTICLE), limits=Limits(size=10))


def test_a_text_that_would_take_too_long_to_read_is_refused_with_its_length(tmp_path: Path) -> None:
    long = ARTICLE * (2_000_000 // len(ARTICLE) + 1)
    told = rf"a.txt: got a text of {len(long.strip()):,} characters; expected at most 2,000,000; cut it into parts"
    with pytest.raises(NotTextError, match=told):
        acquire(write(tmp_path, "a.txt", long))
    with pytest.raises(NotTextError, match="pasted: got a text of"):
        acquire_bytes("pasted", long.encode())
    assert acquire(write(tmp_path, "a.txt", long), limits=Limits(characters=len(long))).text.strip() == long.strip()


def test_limits_name_networks() -> None:
    with pytest.raises(ValueError, match="does not appear to be an IPv4 or IPv6 network"):
        Limits(allow=("intranet",))


# --- any bytes at all

STARTS = st.sampled_from(
    [b"", b"---\n", HEADER.encode(), b"<html>", b"<!doctype html><p>", b"\xff\xfe", b"\xef\xbb\xbf", b"\xfe\xff"]
)
MIDDLES = st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
ENDS = st.sampled_from([b"", b"\n---\n", ARTICLE.encode(), PAGE.encode(), ARTICLE.encode("utf-16"), b"\r\n"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["a.txt", "a.md", "a.html"]), STARTS, MIDDLES, ENDS)
def test_any_bytes_are_a_document_or_refused(
    tmp_path: Path, name: str, start: bytes, middle: bytes, end: bytes
) -> None:
    data = start + middle + end
    path = write(tmp_path, name, data)
    try:
        found = acquire(path)
    except InputError as error:
        assert str(error).isprintable()
        assert str(error).startswith(path)
        return
    assert found.text.strip()
    assert found.id == acquire(path).id
    if (
        name != "a.html"
        and not data.startswith((b"---", b"<", b"\xff\xfe", b"\xef\xbb\xbf", b"\xfe\xff"))
        and b"\x00" not in data
    ):
        assert found.text.encode("utf-8") == data or found.text.encode("cp1252") == data


# --- what it costs


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + "#" * 60_000 + "\n---\n",
        "---\n" + "# " * 30_000 + "\nno: key\n---\n",
        "<!-- a -->" * 50_000 + "no page",
        " " * 2_000_000 + "<",
        "\n" * 2_000_000,
        "<!-- " * 100_000,
    ],
)
def test_no_text_takes_long(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, "a.txt", text + " he said.")
    begun = time.monotonic()
    acquire(path)
    assert time.monotonic() - begun < 3


def test_a_plain_text_needs_no_heavy_library(tmp_path: Path) -> None:
    code = (
        "import json, sys; from onrecord.acquiring import acquire; acquire(sys.argv[1]);"
        "heavy = {'trafilatura', 'lxml', 'httpcore2', 'protego', 'py3langid'};"
        "print(json.dumps(sorted(heavy & set(sys.modules))))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, write(tmp_path, "a.txt", ARTICLE)], capture_output=True, check=True, text=True
    )
    assert json.loads(ran.stdout) == []
