"""What lies in spans is found as by looking at each."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.weighing.placed import Placed

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda s: (s[0], s[0] + s[1]))


def apart(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for a, b in sorted(spans):
        if not found or found[-1][1] <= a:
            found.append((a, b))
    return found


@given(st.lists(SPANS, max_size=20), st.lists(SPANS, max_size=4).map(apart))
def test_what_lies_in_spans_is_found_in_the_order_of_the_text(things: list[Span], asked: list[Span]) -> None:
    found = Placed([f"{a}-{b}" for a, b in things], things).within(asked)
    assert found == [f"{x}-{y}" for x, y in sorted(things) if any(a <= x and y <= b for a, b in asked)]
