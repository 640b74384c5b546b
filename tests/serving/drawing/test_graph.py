"""The graph of a claim: every chain is in it, nothing lies on anything else, and every name stays inside its box."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Claim, Imprint, Root, Said, Stance
from onrecord.serving.drawing.chains import MOST, chains_of
from onrecord.serving.drawing.graph import HEIGHT, TOP, WIDTH, Drawing, draw, fitted
from onrecord.weighing import weigh

OUTLETS = ("Harbour Wire", "Bergen Post", "Oslo Ledger", "")
NAMES = (
    "six sources",
    "Kari Lund (foreign ministry spokeswoman, Norway)",
    "Iran",
    "Harbour Wire",
    "Bergen Post",
    "衛星画像" * 12,
)
Row = tuple[int, int, list[int], int | None, int]
"""Document, outlet, links between, source (None: lineage not recorded), stance."""
FAMILIES = ("norway", "iran", "sources of harbour wire", "chile+norway")


class Links:
    """Addresses that tell what they are of."""

    def document(self, said: Said) -> str:
        """Return the address of a document."""
        return f"/document/{said.imprint.id}"

    def statements(self, **by: str) -> str:
        """Return the address of statements."""
        return f"/statements?{by}"


BARE = Said(
    anchor="a",
    imprint=Imprint("a", None, None, None, None),
    id="s1",
    spans=((0, 1),),
    text="x",
    stance=Stance.ASSERTS,
    certainty=None,
    condition=False,
    scope=None,
    source=None,
    speaks_for=None,
    via=(),
    root=None,
    fact=None,
    words=(),
    joins=None,
)


def claim_of(rows: Sequence[Row]) -> Claim:
    """Return a claim of statements: document, outlet, links between, source (None: lineage not recorded), stance."""
    said = []
    outlets: dict[int, int] = {}
    for n, (document, outlet, via, source, stance) in enumerate(rows):
        name = f"{document:016x}"
        published = OUTLETS[outlets.setdefault(document, outlet)] or None
        root = None
        if source is not None:
            family = FAMILIES[source % len(FAMILIES)]
            root = Root(f"{family} {source}", NAMES[source], family, source % 2 == 0, "generated")
        said.append(
            replace(
                BARE,
                anchor=f"{name}.{n:08x}",
                imprint=Imprint(name, None, None, published, date(2024, 1, 1 + document % 20)),
                spans=((n, n + 1),),
                stance=list(Stance)[stance] if stance < len(Stance) else None,
                source=NAMES[source] if source is not None else published,
                via=tuple(NAMES[v] for v in via),
                root=root,
                proposition="p",
            )
        )
    (claim,) = weigh(said, ())
    return claim


ROWS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.integers(0, len(OUTLETS) - 1),
        st.lists(st.integers(0, len(NAMES) - 1), max_size=3),
        st.none() | st.integers(0, len(NAMES) - 1),
        st.integers(0, len(Stance)),
    ),
    min_size=1,
    max_size=MOST + 30,
)


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Return the boxes that lie on each other."""
    return [
        (a.title, b.title)
        for n, a in enumerate(drawing.boxes)
        for b in drawing.boxes[n + 1 :]
        if abs(a.x - b.x) < WIDTH and abs(a.y - b.y) < HEIGHT
    ]


@settings(deadline=None)
@given(rows=ROWS)
def test_whatever_the_chains_the_drawing_holds_them_and_nothing_overlaps(
    rows: list[Row],
) -> None:
    claim = claim_of(rows)
    drawing = draw(claim, Links())
    keys = {box.node.key for box in drawing.boxes}
    assert not overlapping(drawing)
    assert len(keys) == len(drawing.boxes)
    edges = {(line.edge.a, line.edge.b) for line in drawing.lines}
    assert {end for pair in edges for end in pair} <= keys
    assert len(drawing.chains) == len(claim.statements)
    for chain in drawing.chains:
        assert set(chain) <= keys
        assert {(far, near) for near, far in pairwise(chain)} <= edges
    for box in drawing.boxes:
        assert 0 <= box.x <= drawing.width - WIDTH
        assert TOP <= box.y <= drawing.height - HEIGHT
    assert drawing.large == (len(claim.statements) > MOST)


@settings(deadline=None)
@given(rows=ROWS)
def test_families_that_stand_together_have_ground_of_their_own(
    rows: list[Row],
) -> None:
    drawing = draw(claim_of(rows), Links())
    for n, a in enumerate(drawing.bands):
        inside = [b for b in drawing.boxes if a.x < b.x < a.x + a.width and a.y < b.y < a.y + a.height]
        assert len(inside) > 1
        assert len({b.node.family for b in inside}) == 1
        for b in drawing.bands[n + 1 :]:
            assert a.x != b.x or a.y + a.height < b.y or b.y + b.height < a.y


def test_a_statement_counts_once_at_its_head() -> None:
    claim = claim_of([(0, 0, [], 0, 0), (1, 1, [3], 0, 0), (1, 1, [3], 0, 1), (2, 2, [], None, 0)])
    found = chains_of(claim, Links())
    assert [len(chain) for chain in found.chains] == [2, 3, 3, 2]
    heads = {found.nodes[chain[-1]].label: found.nodes[chain[-1]] for chain in found.chains}
    assert heads["six sources"].rank in {1, 2}
    assert sum(sum(n.stances.values()) for n in found.nodes.values()) == 4
    gap = next(n for n in found.nodes.values() if n.kind == "gap")
    assert (gap.label, gap.note, gap.rank) == ("", "lineage not recorded", 1)


def test_an_outlet_that_names_itself_is_a_voice_beside_its_document() -> None:
    found = chains_of(claim_of([(0, 0, [3], 3, 0)]), Links())
    assert [n.kind for n in found.nodes.values()] == ["document", "voice"]


def test_two_gaps_are_not_taken_for_one() -> None:
    drawing = draw(claim_of([(0, 0, [], None, 0), (1, 1, [], None, 0)]), Links())
    assert sum(box.node.kind == "gap" for box in drawing.boxes) == 2


def test_of_a_large_claim_families_are_drawn_and_every_statement_is_in_one() -> None:
    rows: list[Row] = [(n % 30, n % 4, [], n % 6 if n % 5 else None, n % 3) for n in range(500)]
    drawing = draw(claim_of([(n, 0, via, source, stance) for n, _, via, source, stance in rows]), Links())
    assert drawing.large
    heads = [box.node for box in drawing.boxes if box.node.rank == 1]
    assert sum(sum(node.stances.values()) for node in heads) == 500
    assert {box.node.label for box in drawing.boxes if box.node.rank == 0} == {"Harbour Wire"}


def test_of_more_families_than_fit_the_others_are_one() -> None:
    claim = claim_of([(n % 20, n % 4, [], 0, 0) for n in range(100)])
    said = [
        replace(s, root=Root(f"r{n}", f"Body {n}", f"body {n}", counted=True, rule="generated"))
        for n, s in enumerate(claim.statements)
    ]
    (many,) = weigh(said, ())
    labels = [box.node.label for box in draw(many, Links()).boxes if box.node.rank == 1]
    assert len(labels) == 21
    assert "80 more families" in labels


def test_few_lines_cross_where_none_has_to() -> None:
    rows: list[Row] = [(n, 0, [], None, 0) for n in range(6)] + [(n, 0, [], 5 - n, 0) for n in range(6)]
    drawing = draw(claim_of(rows), Links())
    ends = sorted((box.y, box.node.key) for box in drawing.boxes)
    place = {key: n for n, (_, key) in enumerate(ends)}
    lines = [(place[line.edge.a], place[line.edge.b]) for line in drawing.lines]
    crossed = sum((a - c) * (b - d) < 0 for n, (a, b) in enumerate(lines) for c, d in lines[n + 1 :])
    assert crossed <= 3  # families stand together, which can cost a crossing


@given(text=st.text(max_size=80), room=st.floats(2, 30), most=st.integers(1, 3))
def test_a_name_is_broken_into_lines_and_cut_with_a_mark(text: str, room: float, most: int) -> None:
    lines = fitted(text, room, most)
    assert len(lines) <= most
    plain = "".join(text.split())
    told = "".join("".join(lines).split())
    if told.endswith("…") and not plain.endswith("…"):
        assert plain.startswith(told[:-1])
        assert len(told) - 1 < len(plain)
    else:
        assert told == plain


def test_words_are_not_broken_where_they_fit() -> None:
    assert fitted("Kari Lund (foreign ministry spokeswoman)", 24, 2) == ("Kari Lund (foreign", "ministry spokeswoman)")
