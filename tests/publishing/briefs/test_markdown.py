"""No word of an article can become markup; every sentence leads to its source."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from onrecord.publishing.briefs.markdown import brief_as_markdown, escaped
from onrecord.publishing.briefs.showing import clean
from onrecord.records import Review
from tests.publishing.briefs.made import brief_of

HOSTILE = (
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "# not a heading",
    "1. not a list", "- not a list", "> not a quotation", "*not* __strong__ ~~struck~~ `code`", "a | b\n|---|---|\n| c | d |",
    "https://evil.example/ www.evil.example", "[^1]: not a note", "[^9]", "$$x$$", "&lt;b&gt; &amp;", "a\\", "```\ncode\n```",
    "---", "===", "<https://evil.example>", "\u202egnp.exe", "x\n\n# y", "&copy;", "a  \nb", "+ x", "1) x", "{#id} ^up^ ~x~",
)  # fmt: skip
HTML = re.compile(r"<(?!https?://)[a-z/!?]", re.IGNORECASE)


def told(text: str) -> str:
    """Return what a reader of Markdown sees of a paragraph."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    inline = tokens[1].children or []
    assert {t.type for t in inline} <= {"text", "text_special"}, inline
    return "".join(t.content for t in inline)


def test_hostile_words_stay_words() -> None:
    for text in HOSTILE:
        assert told(escaped(text, first=True)) == clean(text)
        assert told(f"He said {escaped(text)} then") == f"He said {clean(text)} then"


@given(st.text(min_size=1, max_size=80).filter(lambda t: clean(t) != ""))
@example("\u00a0x")
def test_any_words_stay_words(text: str) -> None:
    assert told(escaped(text, first=True)) == clean(text)


@given(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60)))
def test_a_brief_of_any_words_keeps_its_shape(text: str) -> None:
    plain = MarkdownIt("gfm-like", {"linkify": False}).parse(
        brief_as_markdown(brief_of("word"), site="https://example.org")
    )
    printed = brief_as_markdown(brief_of(text or "word"), site="https://example.org")
    found = MarkdownIt("gfm-like", {"linkify": False}).parse(printed)
    shape = [t.type for t in plain if t.level == 0 and t.type != "paragraph_open"]
    assert [t.type for t in found if t.level == 0 and t.type != "paragraph_open"] == shape
    assert not HTML.search(re.sub(r"\\.", "", printed))


def test_addresses_in_words_are_no_links() -> None:
    printed = escaped("see https://evil.example and www.evil.example or a@evil.example")
    assert "https://" not in printed
    assert "www." not in printed
    assert "\\@" in printed


def test_notes_are_numbered_and_marks_are_words() -> None:
    printed = brief_as_markdown(brief_of("Oslo Ledger"))
    assert "[^1]. " not in printed
    assert "Oslo Ledger said so (Oslo Ledger): “Oslo […] Ledger”.[^1] (◇ not reviewed)" in printed.replace("\\", "")
    assert "\n[^1]: Oslo Ledger, day not known, first seen on 1 March 2024" in printed
    assert "Statement `d0c0000000000001.0badcafe`; read by machine, not reviewed." in printed
    assert "(✓ reviewed)" in brief_as_markdown(brief_of("x", review=Review.CONFIRMED))


def test_links_lead_to_the_site_and_to_the_web_alone() -> None:
    printed = brief_as_markdown(brief_of("x", url="javascript:alert(1)"), site="https://desk.example.org/")
    assert "<javascript:" not in printed
    assert "(<https://desk.example.org/document/d0c0000000000001?s=d0c0000000000001.0badcafe>)" in printed
    safe = brief_as_markdown(brief_of("x", url="https://example.org/a_b>(c)"))
    assert "<https://example.org/a_b%3E(c)>" in safe
