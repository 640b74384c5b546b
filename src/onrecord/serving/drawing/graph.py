"""The chains of a claim with their places: sources at the left, documents at the right, few lines across each other."""

import unicodedata
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.records import Claim, Stance
from onrecord.serving.drawing.chains import BESIDE, Edge, Found, Key, Links, Node, chains_of, families_of, is_large

__all__ = ["Box", "Drawing", "Line", "draw", "fitted"]

WIDTH, HEIGHT = 204, 62
"""Size of a box."""
ACROSS, BETWEEN, MARGIN, TOP = 92, 16, 10, 34
"""Room between columns, between boxes of one, around all, and above for the names of the columns."""
ROOM, SMALL_ROOM = 24.0, 28.0
"""Widths of a line of a label and of a note, in letters of middling width."""
SWEEPS = 12
"""Passes in which the boxes of each column are put in the order of what they are joined to."""
WIDE = frozenset("mwMW@%ABCDEGHKNOQRUVXY&")


@dataclass(frozen=True, slots=True)
class Box:
    """A link in its place.

    Attributes:
        node: the link.
        x: its left edge.
        y: its upper edge.
        lines: its name, broken into lines that fit, cut if need be.
        note: the line below, cut if need be.
        title: all of it.
    """

    node: Node
    x: int
    y: int
    lines: tuple[str, ...]
    note: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """An edge in its place.

    Attributes:
        edge: the edge.
        path: the way it takes, as SVG.
        title: what it stands for.
    """

    edge: Edge
    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Band:
    """The ground behind boxes of one family: its name, left and upper edge, width and height."""

    family: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph, ready to be drawn.

    Attributes:
        boxes: the links.
        lines: what leads from one to another.
        bands: families of several boxes.
        columns: the name of each column, with the middle of it.
        width: of all of it.
        height: the same.
        chains: for each statement the links that it came through, the document first.
        stances: the stances there are, in their order, for a legend.
        large: whether families are drawn, since the chains are too many.
        size: width and height of a box.
    """

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    bands: tuple[Band, ...]
    columns: tuple[tuple[str, int], ...]
    width: int
    height: int
    chains: tuple[tuple[Key, ...], ...]
    stances: tuple[str, ...]
    large: bool
    size: tuple[int, int] = (WIDTH, HEIGHT)


def draw(claim: Claim, links: Links) -> Drawing:
    """Return the graph of a claim.

    Each link stands as many columns left of the documents as it is steps from one, so that every line goes to the next column.

    Args:
        claim: the claim.
        links: where the boxes lead.
    """
    large = is_large(claim)
    found = families_of(claim, links) if large else chains_of(claim, links)
    edges = list(found.edges.values())
    columns = _ordered(found.nodes, edges)
    places = _places(columns, edges)
    height = max(y for _, y in places.values()) + HEIGHT + MARGIN
    names = [_column(rank, large=large) for rank in range(len(columns))]
    told = {e.stance for e in found.edges.values()}
    return Drawing(
        boxes=tuple(_box(found.nodes[key], x, y) for key, (x, y) in places.items()),
        lines=tuple(_lines(found.nodes, edges, places)),
        bands=tuple(_bands(found, columns, places)),
        columns=tuple((name, places[columns[rank][0]][0] + WIDTH // 2) for rank, name in enumerate(names)),
        width=2 * MARGIN + len(columns) * (WIDTH + ACROSS) - ACROSS,
        height=height,
        chains=tuple(found.chains),
        stances=tuple(s for s in (*(s.value for s in Stance), BESIDE, "") if s in told),
        large=large,
    )


def _column(rank: int, *, large: bool) -> str:
    if large:
        return "Families" if rank else "Outlets"
    return "Documents" if rank == 0 else "1 step back" if rank == 1 else f"{rank} steps back"


def _places(columns: Sequence[Sequence[Key]], edges: Sequence[Edge]) -> dict[Key, tuple[int, int]]:
    """Return the left and upper edge of each box: the longest column evenly, the others as near as can be to what they join."""
    joined = defaultdict[Key, set[Key]](set)
    for e in edges:
        joined[e.a].add(e.b)
        joined[e.b].add(e.a)
    step = HEIGHT + BETWEEN
    longest = max(range(len(columns)), key=lambda rank: len(columns[rank]))
    above: dict[Key, float] = {key: n * step for n, key in enumerate(columns[longest])}
    for rank in (*range(longest + 1, len(columns)), *range(longest - 1, -1, -1)):
        beside = set(columns[rank - 1 if rank > longest else rank + 1])
        wished = []
        for n, key in enumerate(columns[rank]):
            near = [above[k] for k in joined[key] & beside]
            wished.append(sum(near) / len(near) if near else n * step)
        above |= zip(columns[rank], _spread(wished, step), strict=True)
    top = min(above.values())
    return {
        key: (MARGIN + (len(columns) - 1 - rank) * (WIDTH + ACROSS), TOP + MARGIN + round(above[key] - top))
        for rank, column in enumerate(columns)
        for key in column
    }


def _spread(wished: Sequence[float], step: float) -> list[float]:
    """Return places in the same order that are a step apart at least: half way between pushing all down and pushing all up."""
    down, up = list(wished), list(wished)
    for n in range(1, len(wished)):
        down[n] = max(down[n], down[n - 1] + step)
        up[-n - 1] = min(up[-n - 1], up[-n] - step)
    return [(a + b) / 2 for a, b in zip(down, up, strict=True)]


def _ordered(nodes: Mapping[Key, Node], edges: Sequence[Edge]) -> list[list[Key]]:
    """Return the links of each column from top to bottom, the documents first, with few crossings; families stay together."""
    near, far = defaultdict[Key, list[Key]](list), defaultdict[Key, list[Key]](list)
    for e in edges:
        near[e.a].append(e.b)
        far[e.b].append(e.a)
    found = [_swept(columns, near, far, nodes) for columns in _beginnings(nodes, near)]
    return min(found, key=lambda columns: _crossings(columns, near))


def _beginnings(nodes: Mapping[Key, Node], near: Mapping[Key, Sequence[Key]]) -> Iterator[list[list[Key]]]:
    """Yield orders to begin with: that of the statements, and families side by side with what they are joined to."""
    columns: list[list[Key]] = [[] for _ in range(1 + max(node.rank for node in nodes.values()))]
    for key, node in nodes.items():
        columns[node.rank].append(key)
    yield [_together(column, nodes) for column in columns]
    first: dict[Key, int] = {}
    for n, key in enumerate(sorted(nodes, key=lambda k: (nodes[k].family == "", nodes[k].family))):
        reached = [key]
        while reached:
            at = reached.pop()
            if at not in first:
                first[at] = n
                reached += near.get(at, ())
    yield [_together(sorted(column, key=first.__getitem__), nodes) for column in columns]


def _swept(
    columns: list[list[Key]],
    near: Mapping[Key, Sequence[Key]],
    far: Mapping[Key, Sequence[Key]],
    nodes: Mapping[Key, Node],
) -> list[list[Key]]:
    """Return the best of the orders met while each column in turn is put in the order of what it is joined to."""
    best, least = [list(c) for c in columns], _crossings(columns, near)
    before: list[list[Key]] = []
    for sweep in range(SWEEPS):
        if not least or (sweep % 2 == 0 and columns == before):  # nothing crosses, or nothing moved there and back
            break
        before = [list(c) for c in columns] if sweep % 2 == 0 else before
        inward = sweep % 2 == 0
        for rank in range(1, len(columns)) if inward else range(len(columns) - 2, -1, -1):
            beside, joined = (columns[rank - 1], near) if inward else (columns[rank + 1], far)
            columns[rank] = _sorted(columns[rank], beside, joined, nodes)
        crossed = _crossings(columns, near)
        if crossed < least:
            best, least = [list(c) for c in columns], crossed
    return best


def _sorted(
    column: Sequence[Key], beside: Sequence[Key], joined: Mapping[Key, Sequence[Key]], nodes: Mapping[Key, Node]
) -> list[Key]:
    """Return a column in the order of the middles of what each link is joined to; without any, it stays where it is."""
    place = {key: n for n, key in enumerate(beside)}
    own = {key: n * len(beside) / len(column) for n, key in enumerate(column)}
    middle = {
        key: sum(place[k] for k in joined[key]) / len(joined[key]) if joined.get(key) else own[key] for key in column
    }
    return _together(sorted(column, key=middle.__getitem__), nodes)


def _together(column: Sequence[Key], nodes: Mapping[Key, Node]) -> list[Key]:
    """Return a column in which the links of a family stand together, where the middle one of them stood."""
    held = defaultdict[str, list[int]](list)
    for n, key in enumerate(column):
        held[nodes[key].family or f"\0{n}"].append(n)
    groups = sorted(held.values(), key=lambda group: (sum(group) / len(group), group[0]))
    return [column[n] for group in groups for n in group]


def _crossings(columns: Sequence[Sequence[Key]], near: Mapping[Key, Sequence[Key]]) -> int:
    """Return how many lines cross, column by column."""
    crossed = 0
    for rank in range(1, len(columns)):
        place = {key: n for n, key in enumerate(columns[rank - 1])}
        above: list[int] = []
        for end in (end for key in columns[rank] for end in sorted(place[k] for k in near.get(key, ()))):
            crossed += len(above) - bisect_right(above, end)
            insort(above, end)
    return crossed


def _box(node: Node, x: int, y: int) -> Box:
    lines = fitted(node.label, ROOM, 2)
    (note,) = fitted(node.note, SMALL_ROOM, 1) or ("",)
    title = ". ".join(dict.fromkeys(part for part in (node.label, node.note, node.about) if part))
    return Box(node, x, y, lines, note, title)


def _lines(nodes: Mapping[Key, Node], edges: Sequence[Edge], places: Mapping[Key, tuple[int, int]]) -> list[Line]:
    """Return edges in their places; several between two boxes lie side by side."""
    between = defaultdict[tuple[Key, Key], list[Edge]](list)
    for e in edges:
        between[e.a, e.b].append(e)
    found = []
    for (a, b), group in between.items():
        for n, e in enumerate(group):
            aside = round((n - (len(group) - 1) / 2) * 7)
            x, y = places[a][0] + WIDTH, places[a][1] + HEIGHT // 2 + aside
            to, end = places[b][0], places[b][1] + HEIGHT // 2 + aside
            middle = (x + to) // 2
            who, where = (nodes[k].label or "lineage not recorded" for k in (a, b))
            told = (
                f"{who} → {where}: {e.stance or 'stance not known'}{f', {e.count} statements' if e.count > 1 else ''}"
            )
            found.append(Line(e, f"M{x} {y}C{middle} {y} {middle} {end} {to} {end}", told))
    return found


def _bands(told: Found, columns: Sequence[Sequence[Key]], places: Mapping[Key, tuple[int, int]]) -> list[Band]:
    found = []
    for column in columns:
        held = defaultdict[str, list[Key]](list)
        for key in column:
            if told.nodes[key].family:
                held[told.nodes[key].family].append(key)
        for family, keys in held.items():
            if len(keys) > 1:
                (x, first), (_, last) = places[keys[0]], places[keys[-1]]
                found.append(
                    Band(told.named.get(family, family), x - 6, first - 6, WIDTH + 12, last - first + HEIGHT + 12)
                )
    return found


def fitted(text: str, room: float, most: int) -> tuple[str, ...]:
    """Return a text in lines that are no wider than some room, cut with "…" where it takes more than so many.

    Args:
        text: the text.
        room: width of a line, in letters of middling width.
        most: lines at most.
    """
    lines, rest = list[str](), " ".join(text.split())
    while rest and len(lines) < most:
        last = len(lines) == most - 1
        if _width(rest) <= room:
            lines.append(rest)
            return tuple(lines)
        fits = _fits(rest, room - 1 if last else room)
        head = rest[:fits]
        if not last and " " in head and not rest[fits].isspace():
            head = head.rsplit(" ", 1)[0]
        lines.append(head.rstrip() + "…" if last else head.rstrip())
        rest = rest[len(head) :].lstrip()
    return tuple(lines)


def _fits(text: str, room: float) -> int:
    """Return how many characters of a text fit, one at least."""
    used = 0.0
    for n, character in enumerate(text):
        used += _wide(character)
        if used > room:
            return max(n, 1)
    return len(text)


def _width(text: str) -> float:
    return sum(map(_wide, text))


@lru_cache(maxsize=4096)
def _wide(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 2.0
    return 1.35 if character in WIDE or ord(character) > 0x24F else 1.0
