"""Statements made ready for weighing."""

from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.records import Stance
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


@settings(deadline=None)
@given(st.lists(st.sampled_from(ARTICLE.split(". ")), min_size=1, max_size=5))
def test_words_are_those_of_the_document(sentences: list[str]) -> None:
    reading = onrecord.read(". ".join(sentences))
    for s in said_in(reading):
        assert s.text == reading.document.slice(s.spans)
        assert list(s.spans) == sorted(s.spans)


def test_an_office_is_told_as_fully_as_anywhere_in_the_document() -> None:
    found = said("Navy spokesman Ivo Leitao said the ship had sailed. Spokesman Ivo Leitao said it had been empty.")
    assert [s.source for s in found] == ["Ivo Leitao (Navy spokesman)"] * 2


def test_whom_somebody_belongs_to_stands_beside_the_name() -> None:
    (first, *_) = said("Yury Kalinka of the Belarusian foreign ministry said the aircraft had brought tractors.")
    assert first.source is not None and "foreign ministry" in first.source


def test_an_office_does_not_repeat_the_name() -> None:
    found = said(
        "“We know nothing of it,” the Kremlin’s spokesman Dmitry Peskov said. Dmitry Peskov declined to say more."
    )
    assert all(s.source is None or s.source.count("Peskov") <= 1 for s in found)


def test_that_somebody_denies_is_told_for_them_and_not_asserted() -> None:
    found = said("Chile continued to deny having sold rifles to Chad since the war began, a Norwegian minister said.")
    assert [(s.source, s.stance) for s in found] == [("Chile", Stance.DENIES)]


def test_that_nothing_was_shown_confirms_nothing() -> None:
    text = "Chad sold Peru 12 tanks, Reuters reported. Norway's envoy said "
    for told in (
        "no evidence had been provided for the claims.",
        "it was dismayed and that no evidence had been given.",
    ):
        assert said(text + told)[-1].stance is Stance.WITHHOLDS
