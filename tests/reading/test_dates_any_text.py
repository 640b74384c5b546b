"""Any text at all: no error, sound offsets and days, the same answer twice, and time in proportion to the length."""

from datetime import date
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.dates import FoundDate, find_dates
from onrecord.reading.dates.core import BY_WORD, MODIFIERS
from onrecord.reading.dates.limits import BOUNDS
from onrecord.records import Parse

TIME_WORDS = [
    *sorted(w for w in {*BY_WORD, *MODIFIERS} if len(w) > 1),
    *sorted({w for words in BOUNDS for w in words}),
    *(
        "and",
        "to",
        "of",
        "-",
        "–",
        "/",
        ",",
        ".",
        "(",
        ")",
        "'s",
        "ago",
        "later",
        "between",
        "half",
        "0",
        "3",
        "31",
        "99",
    ),
    *("2021", "0000", "9999", "1.5", "12/31/9999", "31.02.2021", "2021-02-30", "9999-12-31", "²", "３", "99999999"),
    *(
        "anniversary",
        "century",
        "1st",
        "0th",
        "999th",
        "mid-",
        "-",
        "mid-2021-",
        "fy",
        "fy99",
        "’82",
        "9990s",
        "q3",
        "May",
    ),
]
words = st.one_of(st.sampled_from(TIME_WORDS), st.sampled_from(TIME_WORDS).map(str.capitalize), st.text(min_size=1))


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Draw words with any layers, trees that are none among them."""
    texts = tuple(draw(st.lists(words, max_size=25)))
    n = len(texts)
    cut = draw(st.integers(0, n))
    heads = draw(st.lists(st.one_of(st.none(), st.integers(0, max(0, n - 1))), min_size=n, max_size=n))
    upos = draw(
        st.lists(st.sampled_from(("NOUN", "VERB", "AUX", "NUM", "PROPN", "ADJ", "PUNCT")), min_size=n, max_size=n)
    )
    relations = draw(
        st.lists(st.sampled_from(("obl", "aux", "cop", "nummod", "advcl", "mark")), min_size=n, max_size=n)
    )
    sentences = tuple(s for s in ((0, cut), (cut, n)) if s[0] < s[1])
    return Parse(
        words=texts,
        sentences=sentences,
        paragraphs=((0, len(sentences)),) if sentences else (),
        headline=0,
        quoted=(False,) * n,
        upos=tuple(upos),
        lemmas=tuple(t.lower() for t in texts),
        heads=tuple(heads),
        relations=tuple(relations),
        names=(),
        attributions=(),
    )


days = st.one_of(st.none(), st.dates(), st.sampled_from((date.min, date.max)))


def sound(found: tuple[FoundDate, ...], count: int) -> bool:
    edges = [edge for one in found for edge in (one.start, one.end)]
    ordered = edges == sorted(edges) and all(0 <= one.start < one.end <= count for one in found)
    whens = [one.when for one in found]
    return ordered and all(w.edtf and (w.first is None or w.last is None or w.first <= w.last) for w in whens)


@given(parses(), days)
def test_offsets_and_days_are_sound(parse: Parse, day: date | None) -> None:
    found = find_dates(parse, day)
    assert sound(found, len(parse.words))
    assert found == find_dates(parse, day)


def long_text(pattern: list[str], times: int) -> Parse:
    texts = tuple(pattern * times)
    n = len(texts)
    return Parse(
        words=texts,
        sentences=((0, n),),
        paragraphs=((0, 1),),
        headline=0,
        quoted=(False,) * n,
        upos=("NOUN",) * n,
        lemmas=texts,
        heads=(None, *range(n - 1)),
        relations=("dep",) * n,
        names=(),
        attributions=(),
    )


def test_time_grows_with_the_length_alone() -> None:
    for pattern in (
        ["the", "day", "before"],
        ["3", "-"],
        ["2015", "and"],
        ["early"],
        ["the", "end", "of"],
        ["from", "Monday", "to"],
    ):
        short, long = long_text(pattern, 500), long_text(pattern, 5000)
        find_dates(short, date(2024, 2, 22))
        started = process_time()
        find_dates(short, date(2024, 2, 22))
        middle = process_time()
        find_dates(long, date(2024, 2, 22))
        assert process_time() - middle < 40 * (middle - started) + 0.5, pattern
