"""Exact words stay exact: spans put together, cut behind a word, never changed."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.publishing.briefs.quoting import LEADING_ON, NEAR, quoted, runs

TEXT = "“We have sent nothing,” Omid Sharifi said.\n\nHe (the spokesman) would say no more (than that) on Friday."


def words(*spans: tuple[int, int], most: int = 500) -> tuple[str, ...]:
    return quoted("d", TEXT, spans, most).texts


def test_words_of_one_paragraph_stand_together() -> None:
    assert words((1, 21), (24, 41)) == ("“We have sent nothing,” Omid Sharifi said",)


def test_words_of_two_paragraphs_stand_apart() -> None:
    assert words((24, 41), (44, 46)) == ("Omid Sharifi said", "He")


def test_words_far_from_each_other_stand_apart() -> None:
    text = f"first {'x ' * NEAR}last"
    assert runs(text, [(0, 5), (len(text) - 4, len(text))]) == ((0, 5), (len(text) - 4, len(text)))


def test_a_mark_that_is_open_is_closed() -> None:
    start = TEXT.index("would")
    end = TEXT.index(") on")
    assert words((start, end)) == ("would say no more (than that)",)
    assert words((TEXT.index("the spokesman"), TEXT.index(" would"))) == ("(the spokesman)",)


def test_what_leads_on_to_other_words_is_left_out() -> None:
    assert quoted("d", "in 2018, he said", [(0, 8)], 50).texts == ("in 2018",)


def test_a_long_quotation_ends_behind_a_word() -> None:
    cut = quoted("d", TEXT, [(0, len(TEXT))], 20)
    assert (cut.texts, cut.cut) == (("“We have sent",), True)
    assert not quoted("d", TEXT, [(0, 20)], 20).cut


@given(
    st.text(max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=6),
    st.integers(1, 120),
)
def test_every_quoted_word_stands_where_it_is_said_to(text: str, spans: list[tuple[int, int]], most: int) -> None:
    asked = [(min(a, len(text)), min(b, len(text))) for a, b in spans]
    found = quoted("d", text, asked, most)
    assert found.texts == tuple(text[a:b] for a, b in found.spans)
    assert list(found.spans) == sorted(found.spans)
    assert all(a < b for a, b in found.spans)
    assert sum(map(len, found.texts)) <= most
    if not found.cut:
        held = {k for a, b in found.spans for k in range(a, b)}
        missed = {k for a, b in asked for k in range(a, b)} - held
        assert all(text[k] in LEADING_ON for k in missed)
