"""Statements by numbers, for properties of weighing: few days, few families, every stance; what they tell is left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from onrecord.records import Edge, EdgeKind, Imprint, Root, Said, Stance
from tests.weighing.reading import said

__all__ = ["FAMILIES", "STORIES", "edges", "statements"]

FAMILIES = (
    "norway",
    "chile",
    "chile+norway",
    "chile+peru",
    "peru",
    "tern laboratory",
    "norwegian tern laboratory",
    "sources of harbour wire",
    "sources of bergen post",
)
FIRST = date(2024, 1, 1)
Row = tuple[int, int, int, int, int]
"""Day, document, family and stated number of the source, stance, what is told."""


@cache
def _one() -> Said:
    return said("Iran will send missiles to Russia by 10 January 2024, White House spokesman John Kirby said.")[0]


def statements(rows: Sequence[Row]) -> list[Said]:
    """Return a statement for each row; all of one document have its day."""
    days: dict[int, int] = {}
    found = list[Said]()
    for n, (day, document, source, stance, told) in enumerate(rows):
        name = f"{document:016x}"
        on = FIRST + timedelta(days=days.setdefault(document, day))
        family = FAMILIES[source % len(FAMILIES)]
        number = f" x{source % 3}" if family.startswith("sources") and source % 3 else ""
        right = list(Stance)[stance % len(Stance)]
        made = replace(
            _one(),
            anchor=f"{name}.{n:08x}",
            imprint=Imprint(name, None, None, None, on),
            spans=((n, n + 1),),
            stance=right,
            condition=stance > 30,
            source=family.title(),
            speaks_for=family.title() if source % 2 else None,
            root=Root(f"{family}{number}", family, family, source % 4 > 0, "generated"),
            fact=replace(_one().fact, phase="to come" if told % 2 else "put on"),  # type: ignore[type-var]
            joins=None,
            proposition=f"p{told}" if told else None,
        )
        first = next((s.anchor for s in found if s.imprint.id == name), None)
        found.append(made if told else replace(made, joins=first))
    return found


def edges(pairs: Sequence[tuple[int, int]]) -> list[Edge]:
    """Return that some propositions are the same."""
    return [Edge(f"p{a}", f"p{b}", EdgeKind.SAME, ()) for a, b in pairs if a != b]


_ROWS = st.tuples(st.integers(0, 12), st.integers(0, 6), st.integers(0, 60), st.integers(0, 40), st.integers(0, 6))
_PAIRS = st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=7)
STORIES = st.tuples(st.lists(_ROWS, min_size=1, max_size=14).map(statements), _PAIRS.map(edges))
"""Statements with what their propositions are to each other."""
