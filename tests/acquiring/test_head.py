"""What a page declares about itself."""

import json
import time
from datetime import date

import pytest
from trafilatura import load_html

from onrecord.acquiring.head import Head, read_head


def head(markup: str, body: str = "<p>He said no.</p><p>She said yes.</p>") -> Head:
    return read_head(load_html(f"<html><head>{markup}</head><body>{body}</body></html>"))


def json_ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Envoy &amp; ship",
    "datePublished": "2023-05-12T23:30:00-05:00",
    "dateModified": "2023-06-01",
    "publisher": {"@type": "Organization", "name": "Daily  Harbour"},
}


@pytest.mark.parametrize("ending", [" | The Harbour", " - The Harbour", " — The Harbour"])
def test_the_outlet_is_no_part_of_the_headline(ending: str) -> None:
    name = '<meta property="og:site_name" content="The Harbour">'
    assert head(f"{name}<title>Envoy - and ship{ending}</title>").headline == "Envoy - and ship"
    assert head(f"<title>Envoy - and ship{ending}</title>").headline == f"Envoy - and ship{ending}"


def test_json_ld_says_it_all() -> None:
    found = head(json_ld(NEWS))
    assert found == Head("Envoy & ship", "Daily Harbour", None, date(2023, 5, 12))


def test_a_graph_names_its_publisher_by_reference() -> None:
    article = {"@type": ["Article", "Thing"], "datePublished": "2023-05-12", "publisher": {"@id": "#us"}}
    site = {"@type": "WebSite", "@id": "#site", "name": "The site"}
    us = {"@type": "NewsMediaOrganization", "@id": "#us", "name": "The Harbour"}
    found = head(json_ld({"@graph": [site, article, us]}))
    assert (found.outlet, found.published) == ("The Harbour", date(2023, 5, 12))


def test_an_article_in_a_list_of_others_is_not_this_one() -> None:
    others = {"@type": "ItemList", "itemListElement": [NEWS]}
    assert head(json_ld(others)) == Head(None, None, None, None)


def test_meta_elements_speak_where_json_ld_does_not() -> None:
    found = head(
        '<meta property="og:title" content="Envoy denies"><meta property="og:site_name" content="The Harbour">'
        '<meta property="og:url" content="https://a.example/x"><meta property="article:published_time"'
        ' content="2023-05-12T08:00:00+02:00"><meta property="article:modified_time" content="2024-01-01">'
    )
    assert found == Head("Envoy denies", "The Harbour", "https://a.example/x", date(2023, 5, 12))


@pytest.mark.parametrize(
    "markup",
    [
        '<meta name="pubdate" content="Fri, 12 May 2023 22:00:00 GMT">',
        '<meta name="DC.date.issued" content="2023-05-12">',
        '<meta itemprop="datePublished" content="2023-05-12T00:00">',
        '<meta property="article:published_time" content="soon"><meta name="date" content="2023-05-12 10:00">',
    ],
)
def test_publication_days_have_many_names(markup: str) -> None:
    assert head(markup).published == date(2023, 5, 12)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<time itemprop="datePublished" datetime="2023-05-12">x</time><time datetime="2024-01-01">y</time>', True),
        ('<time pubdate datetime="2023-05-12T10:00">x</time>', True),
        ('<article><time datetime="2023-05-12">x</time><time datetime="2023-05-12T09:00Z">y</time></article>', True),
        ('<main><time datetime="2023-05-12">x</time><time datetime="2023-05-14">updated</time></main>', False),
        ('<aside><time datetime="2023-05-12">another story</time></aside>', False),
        ("<article><time>12 May 2023</time></article>", False),
        ("<article><p>He spoke on 12 May 2023.</p></article><footer>© 2021 The Harbour</footer>", False),
    ],
)
def test_a_day_is_taken_only_where_it_is_said_to_be_the_day(body: str, day: bool) -> None:
    assert head("", body).published == (date(2023, 5, 12) if day else None)


@pytest.mark.parametrize(
    ("markup", "body", "headline"),
    [
        (
            '<meta property="og:title" content="Envoy denies claim | Harbour">',
            "<h1>Harbour</h1><h1>Envoy  denies<br>claim</h1>",
            "Harbour",
        ),
        (
            '<meta property="og:title" content="Envoy denies claim">',
            "<h1>The Harbour</h1><h2>x</h2>",
            "Envoy denies claim",
        ),
        (
            "<title>Envoy denies claim - The Harbour</title>",
            "<h1>Envoy <b>d</b>enies<br>claim</h1>",
            "Envoy denies claim",
        ),
        ("<title>The Harbour</title>", "<h1>Something else</h1>", "Something else"),
        ("<title>Envoy denies claim</title>", "<h1>One</h1><h1>Two</h1>", "Envoy denies claim"),
        ("", "", None),
    ],
)
def test_the_headline_is_the_one_shown(markup: str, body: str, headline: str | None) -> None:
    assert head(markup, body + "<p>He said no.</p>").headline == headline


def test_declarations_are_cut_to_measure() -> None:
    found = head(json_ld({**NEWS, "headline": "Envoy " * 500, "publisher": {"name": "Harbour " * 500}}))
    assert found.headline == ("Envoy " * 500)[:1_000].rstrip()
    assert found.outlet == ("Harbour " * 500)[:1_000].rstrip()
    assert head(f"<title>{'x' * 5_000}</title>").headline == "x" * 1_000
    assert head("", f"<h1>{'x' * 5_000}</h1>").headline == "x" * 1_000
    far, near = "https://a.example/" + "x" * 1_000, "https://a.example/x"
    assert head(f'<link rel="canonical" href="{far}"><meta property="og:url" content="{near}">').url == near


def test_many_headlines_and_a_long_title_take_little_time() -> None:
    headlines = "".join(f"<h1>Headline {n}</h1>" for n in range(4_000))
    begun = time.monotonic()
    assert head(f"<title>{'Envoy denies ' * 20_000}</title>", headlines).headline
    assert head("", "<h1><div>" * 100 + "He said. " * 20_000).headline
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("url", ["/x", "javascript:alert(1)", "https://", "mailto:a@b.example", ""])
def test_only_a_web_address_is_an_address(url: str) -> None:
    assert head(f'<link rel="canonical" href="{url}">').url is None
    assert (
        head(f'<link rel="canonical" href="{url}"><meta property="og:url" content="https://a.example/">').url
        == "https://a.example/"
    )


@pytest.mark.parametrize(
    "script",
    [
        "{",
        "null",
        "[[[",
        '[1, "a", null]',
        '{"@type": 1, "@graph": 2}',
        "[" * 100_000,
        '{"@type": "Article", "publisher": []}',
        '{"@type": "Article", "publisher": {"@id": {}}, "datePublished": 5, "headline": {"a": 1}}',
        '{"@type": "Article", "datePublished": "9999999999"}',
    ],
)
def test_broken_declarations_declare_nothing(script: str) -> None:
    assert head(f'<script type="application/ld+json">{script}</script>') == Head(None, None, None, None)


def test_no_half_characters_come_out_of_json() -> None:
    assert (
        head(
            '<script type="application/ld+json">{"@type": "Article", "headline": "A\\ud800 \\u0000B"}</script>'
        ).headline
        == "A B"
    )
