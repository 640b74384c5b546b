"""Questions to the layers of a text."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import EntityKind, Name, Parse

WORDS = 30


def parse_of(names: tuple[Name, ...]) -> Parse:
    words = ("x",) * WORDS
    flat = (None,) * WORDS
    return Parse(words, ((0, WORDS),), ((0, 1),), 0, (False,) * WORDS, words, words, flat, words, names, ())


@st.composite
def named(draw: st.DrawFn) -> tuple[Name, ...]:
    cuts = sorted(draw(st.sets(st.integers(0, WORDS), max_size=12)))
    return tuple(Name(EntityKind.PERSON, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))


@given(named(), st.integers(0, WORDS), st.integers(0, WORDS))
def test_the_names_in_a_range_are_those_that_lie_in_it_whole(names: tuple[Name, ...], a: int, b: int) -> None:
    assert parse_of(names).names_in((a, b)) == [n for n in names if a <= n.start and n.end <= b]
