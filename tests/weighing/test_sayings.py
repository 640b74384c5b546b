"""Statements made ready for weighing."""

from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.weighing import said_in
from tests.weighing.reading import said

ARTICLE = (
    "Iran sent missiles to Russia, Reuters reported. The envoy had apologised, the ministry said. "
    "Iran denied sending missiles to Russia."
)


def test_anchors_do_not_depend_on_what_stands_around() -> None:
    assert [s.anchor for s in said(ARTICLE)] == [s.anchor for s in said(ARTICLE)]
    assert len({s.anchor for s in said(ARTICLE)}) == len(said(ARTICLE))
    other = {s.anchor for s in said(ARTICLE, outlet="The Oslo Times")}
    assert not other & {s.anchor for s in said(ARTICLE)}


@given(st.lists(st.sampled_from(ARTICLE.split(". ")), min_size=1, max_size=5))
def test_words_are_those_of_the_document(sentences: list[str]) -> None:
    reading = onrecord.read(". ".join(sentences))
    for s in said_in(reading):
        assert s.text == reading.document.slice(s.spans)
        assert list(s.spans) == sorted(s.spans)
