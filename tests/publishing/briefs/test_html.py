"""A page that stands alone: nothing is loaded, nothing of an article runs, what is not reviewed is marked in words."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html  # type: ignore[import-untyped]

from onrecord.publishing.briefs import brief_as_html, brief_body
from onrecord.publishing.briefs.showing import clean
from onrecord.records import Review
from tests.publishing.briefs.made import brief_of
from tests.publishing.briefs.test_markdown import HOSTILE

TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "dl", "div", "dt", "dd", "p", "ul", "ol", "li",
    "span", "bdi", "q", "a", "code", "cite",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "name", "content", "class", "id", "href", "aria-label", "dir", "rel"}


@given(st.one_of(st.sampled_from([*HOSTILE, '" onload="x', "</style><script>x</script>"]), st.text(max_size=60)))
def test_words_of_others_stay_words(text: str) -> None:
    printed = brief_as_html(brief_of(text or "word", url=text))
    page = html.fromstring(printed)
    elements = [e for e in page.iter() if isinstance(e.tag, str)]
    assert {e.tag for e in elements} <= TAGS
    assert {name for e in elements for name in e.attrib} <= ATTRIBUTES
    for element in elements:
        assert element.get("href", "#").startswith(("#", "https://", "http://"))
    shown = clean(text or "word")
    assert page.xpath("string(//h1/bdi)") == (shown or "everything")


def mark(element: Any) -> str:
    return str(element.xpath("string(.//*[contains(@class, 'brief-mark')])"))


def test_nothing_is_loaded() -> None:
    page = html.fromstring(brief_as_html(brief_of("x")))
    assert not page.xpath("//script | //link | //img | //iframe | //@src")
    assert "url(" not in page.xpath("string(//style)")
    assert "@import" not in page.xpath("string(//style)")


def test_every_number_leads_to_its_source() -> None:
    page = html.fromstring(brief_as_html(brief_of("x")))
    targets = {e.get("href") for e in page.xpath("//a[@class='ref']")}
    assert targets == {f"#{e.get('id')}" for e in page.xpath("//ol/li")}


def test_what_is_not_reviewed_says_so() -> None:
    page = html.fromstring(brief_as_html(brief_of("x")))
    first, register = page.xpath("//ul/li")
    assert mark(first) == "◇ not reviewed"
    assert mark(register) == "from the register"
    source = page.get_element_by_id("source-1")
    assert mark(source) == "◇ read by machine, not reviewed"
    checked = html.fromstring(brief_as_html(brief_of("Vera Holm", review=Review.CORRECTED)))
    assert mark(checked.get_element_by_id("source-1")) == "✓ corrected by Vera Holm"


def test_permalinks_lead_to_the_site() -> None:
    alone = brief_as_html(brief_of("x"))
    assert "statement <code>d0c0000000000001.0badcafe</code>" in alone
    at = brief_as_html(brief_of("x"), site="https://desk.example.org")
    assert 'href="https://desk.example.org/claim/d0c0000000000001.0badcafe"' in at
    assert 'href="/document/d0c0000000000001?s=d0c0000000000001.0badcafe"' in brief_body(brief_of("x"))
