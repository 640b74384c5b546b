"""The article of a page."""

import contextlib
import logging
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.acquiring.html import Article, read_page
from onrecord.errors import NotTextError
from tests.acquiring.local_site import PAGE

TEXT = """Envoy denies cargo claim
Shipping
The ambassador said on Friday that the ship had carried no weapons, and called the report “baseless”.
What is known
Two port officials told the paper that crates were loaded at night.
Neither would be named & seen.
The ship left in December.
It was insured.
“We have seen no evidence,” a ministry spokeswoman said.
6 Dec Docked
The government has ordered an inquiry, which is to report within six weeks, according to the presidency."""


def test_the_article_and_nothing_else() -> None:
    assert read_page(PAGE, "a.html") == Article(
        text=TEXT,
        title="Envoy denies cargo claim",
        outlet="Daily Harbour",
        url="https://harbour.example/2023/envoy",
        published=date(2023, 5, 12),
    )


def test_the_same_page_gives_the_same_article() -> None:
    assert read_page(PAGE, "a.html") == read_page(PAGE, "b.html")


def test_a_headline_outside_the_article_comes_first() -> None:
    page = PAGE.replace("<h1>Envoy denies  cargo claim</h1>", "")
    assert read_page(page, "a.html").text.startswith("Envoy denies cargo claim\nShipping\nThe ambassador said")


def test_xhtml_with_a_declaration_is_a_page() -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + PAGE
    assert read_page(page, "a.xhtml") == read_page(PAGE, "a.html")


def test_inline_elements_stay_in_their_line() -> None:
    page = PAGE.replace("at night.", "at <code>9 p.m.</code>, <i>he</i> <b>said</b><sup>1</sup>.")
    assert "that crates were loaded at 9 p.m., he said1.\n" in read_page(page, "a.html").text


def test_no_entity_reaches_a_file() -> None:
    entity = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page = PAGE.replace("<!DOCTYPE html>", entity).replace("at night.", "at night &x;.")
    assert "root:" not in read_page(page, "a.html").text


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>",
        "<html><body></body></html>",
        "<html><body><p>\x01</p></body></html>",
        "just a line that is no page at all.",
        "<html><body><ul>"
        + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
        + "</ul></body></html>",
    ],
)
def test_a_page_without_an_article(page: str) -> None:
    with pytest.raises(
        NotTextError, match=r"^a\.html: got a page without an article; expected a page with an article$"
    ):
        read_page(page, "a.html")


def test_a_page_that_wants_a_browser() -> None:
    page = "<html><body><h1>Just a moment</h1><p>Please enable JavaScript and cookies to go on.</p></body></html>"
    with pytest.raises(NotTextError, match=r"got a page that wants a browser \(JavaScript"):
        read_page(page, "a.html")


def test_a_wall_is_looked_for_in_little_time() -> None:
    begun = time.monotonic()
    with pytest.raises(NotTextError, match="got a page without an article"):
        read_page("<html><body><p>Hm.</p><p>" + "verif" * 40_000 + "</p></body></html>", "a.html")
    assert time.monotonic() - begun < 5
    with pytest.raises(NotTextError, match="got a page that wants a browser"):
        read_page("<html><body><p>Please verify that you are a human being.</p></body></html>", "a.html")


@pytest.mark.parametrize("filling", [" ", "<q ", "</q", "<?xml ", "a ", "”", "verif"])
def test_no_page_takes_long(filling: str) -> None:
    begun = time.monotonic()
    with contextlib.suppress(NotTextError):
        read_page(filling * 50_000, "a.html")
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("tag", ["p", "div", "article", "section", "main", "body"])
def test_a_lone_element_is_page_enough(tag: str) -> None:
    assert read_page(f"<{tag}>The minister said he would not go.</{tag}>", "a.html").text == (
        "The minister said he would not go."
    )


def test_a_page_beyond_measure_is_refused() -> None:
    with pytest.raises(NotTextError, match=r"got a page of 30,0\d\d elements; expected one of at most 30,000"):
        read_page("<html><body>" + "<p>He said no.</p>" * 30_000 + "</body></html>", "a.html")


@pytest.mark.parametrize("tag", ["div", "q", "b", "ul><li", "table><tr><td"])
def test_depth_does_no_harm(tag: str) -> None:
    page = "<html><body>" + f"<{tag}>" * 10_000 + "The minister said that he would not go."
    with contextlib.suppress(NotTextError):
        read_page(page, "a.html")


def test_the_libraries_keep_quiet(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(NotTextError):
        read_page("<p", "a.html")
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


MARKUP = (
    "<p>", "</p>", "<div>", "</div>", "<q>", "</q>", "<q", "<table><tr><td>", "</td>", "<h1>", "</h1>", "<article>",
    "<li>", "<br/>", "<pre>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "&#1;", "&#xD800;", "&#146;", "&",
    "\x85", "\x1b", "<time datetime='2023-99-01'>", "<svg>", "<base href='http://[::1'>",
    "<meta property='og:title' content='A'>", "He said that it was not so.", "She told them so, on Monday.", "One",
    " ", "\n",
)  # fmt: skip
PIECES = st.sampled_from(MARKUP)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_page_is_read_or_refused(pieces: list[str]) -> None:
    try:
        article = read_page("<html><body>" + "".join(pieces), "a.html")
    except NotTextError:
        return
    assert article.text
    article.text.encode("utf-8")
