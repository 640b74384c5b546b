"""Spans of one window become attributions by their links."""

import numpy as np

from onrecord.reading import attributions
from onrecord.reading.labels import ATTRIBUTION
from onrecord.records import Attribution


def tags(*names: str) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array([ATTRIBUTION.index(n) for n in names], np.int64)


def links(words: int, **partners: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    scores = np.zeros((words, words + 1), np.float32)
    for word, partner in partners.items():
        scores[int(word.removeprefix("w")), partner + 1] = 1
    return scores


def attributions_of(
    tags: np.ndarray[tuple[int], np.dtype[np.int64]],
    links: np.ndarray[tuple[int, int], np.dtype[np.float32]],
    *,
    sentences: tuple[int, ...] = (),
    quoted: tuple[bool, ...] = (),
    offset: int = 0,
) -> list[Attribution]:
    n = len(tags)
    return attributions.attributions_of(tags, links, np.array(sentences or [0] * n), quoted or (False,) * n, offset)


def test_a_split_quotation_is_one_content() -> None:
    # "Yes , he said , no"
    found = attributions_of(tags("B-content", "O", "B-source", "B-cue", "O", "B-content"), links(6, w0=3, w3=2, w5=3))
    assert found == [Attribution(((2, 3),), ((3, 4),), ((0, 1), (5, 6)))]


def test_two_cues_may_share_a_source() -> None:
    found = attributions_of(
        tags("B-source", "B-cue", "B-content", "B-cue", "B-content"), links(5, w1=0, w2=1, w3=0, w4=3), offset=10
    )
    assert [a.source for a in found] == [((10, 11),), ((10, 11),)]
    assert [a.content for a in found] == [((12, 13),), ((14, 15),)]


def test_a_cue_may_have_no_source() -> None:
    found = attributions_of(tags("B-source", "O", "B-cue", "B-content"), links(4, w2=-1, w3=2))
    assert found == [Attribution((), ((2, 3),), ((3, 4),))]


def test_a_cue_nobody_speaks_through_is_dropped() -> None:
    assert attributions_of(tags("B-source", "B-cue", "O"), links(3, w1=0)) == []
    assert attributions_of(tags("B-source", "B-content", "O"), links(3)) == []


def test_fragments_that_touch_are_one_span() -> None:
    found = attributions_of(tags("B-cue", "B-content", "B-content", "I-content"), links(4, w0=-1, w1=0, w2=0))
    assert found[0].content == ((1, 4),)


def test_only_a_quoted_content_may_stand_in_another_sentence_than_its_cue() -> None:
    # he said nothing . | more
    given = tags("B-source", "B-cue", "B-content", "O", "B-content"), links(5, w1=0, w2=1, w4=1)
    sentences = (0, 0, 0, 0, 1)
    assert [a.content for a in attributions_of(*given, sentences=sentences)] == [((2, 3),)]
    quoted = (False, False, False, False, True)
    assert [a.content for a in attributions_of(*given, sentences=sentences, quoted=quoted)] == [((2, 3), (4, 5))]
