"""Which links the chains of a claim have, and which lead to which: what the graph of a claim draws, before it has places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

from onrecord.publishing.words import public_day, some
from onrecord.records import Claim, Origin, Said
from onrecord.serving.family_names import families_named

__all__ = ["BESIDE", "MOST", "WIDEST", "Edge", "Found", "Key", "Links", "Node", "chains_of", "families_of", "is_large"]

MOST = 60
"""Statements up to which each chain is drawn; of more, families."""
WIDEST = 40
"""Links of one column up to which each chain is drawn."""
KEPT = 20
"""Families and outlets that are drawn each; the others are one."""
BESIDE = "beside it"
"""What stands for the stance of what is told beside a claim and says nothing of whether it is so."""
Key = tuple[str, ...]


class Links(Protocol):
    """Where the links of a chain lead."""

    def document(self, said: Said) -> str:
        """Return the address of a statement's document."""

    def statements(self, **by: str) -> str:
        """Return the address of the statements of a voice, an origin, a family or an outlet."""


@dataclass(slots=True)
class Node:
    """One link: a voice, a document, or the gap where a lineage is not recorded.

    Attributes:
        key: what tells it from others.
        rank: how many steps it is from the document; 0 is a document.
        kind: "document", "voice", "gap".
        label: who or what it is.
        href: where it leads.
        family: of a head, the family it is of; "" else.
        counted: whether it supports the claim.
        about: more on it, for whoever points at it.
        stances: how often the statements that it heads take each stance.
    """

    key: Key
    rank: int
    kind: str
    label: str
    href: str
    family: str = ""
    counted: bool = False
    about: str = ""
    stances: dict[str, int] = field(default_factory=dict)

    @property
    def note(self) -> str:
        """The second line: the day of a document, what a source does."""
        if self.kind == "gap":
            return "lineage not recorded"
        if self.stances:
            told = [f"{s} ×{n}" if n > 1 else s for s, n in self.stances.items()]
            return " · ".join([", ".join(told), *(["counted"] if self.counted else [])])
        return self.about


@dataclass(slots=True)
class Edge:
    """That one link has it from another.

    Attributes:
        a: the link farther from the document.
        b: the one nearer to it.
        stance: the stance of the statements that came this way; "" where it is not known, or where several are drawn as one.
        count: how many statements did.
    """

    a: Key
    b: Key
    stance: str
    count: int = 0


@dataclass(slots=True)
class Found:
    """The links and edges of a claim.

    Attributes:
        nodes: the links.
        edges: what leads from one to another, apart for each stance.
        chains: for each statement the links that it came through, the document first.
        named: how families are written.
    """

    nodes: dict[Key, Node] = field(default_factory=dict)
    edges: dict[tuple[Key, Key, str], Edge] = field(default_factory=dict)
    chains: list[tuple[Key, ...]] = field(default_factory=list)
    named: Mapping[str, str] = field(default_factory=dict)

    def add(self, chain: Sequence[Node], stance: str) -> None:
        """Take in a chain, the document first."""
        for node in chain:
            self.nodes.setdefault(node.key, node)
        head = self.nodes[chain[-1].key]
        head.counted = head.counted or chain[-1].counted
        head.stances[stance or "stance not known"] = head.stances.get(stance or "stance not known", 0) + 1
        for near, far in pairwise(chain):
            edge = self.edges.setdefault((far.key, near.key, stance), Edge(far.key, near.key, stance))
            edge.count += 1
        self.chains.append(tuple(node.key for node in chain))


def is_large(claim: Claim) -> bool:
    """Whether a claim has too many chains for each to be drawn."""
    return len(claim.statements) > MOST or len({s.imprint.id for s in claim.statements}) > WIDEST


def chains_of(claim: Claim, links: Links) -> Found:
    """Return the links and edges of a claim, chain by chain."""
    found = Found(named=families_named(claim))
    origin_of = {anchor: o for o in claim.origins for anchor in o.statements}
    for s in claim.statements:
        found.add(_chain(s, origin_of.get(s.anchor), found.named, links), _stance(s))
    return found


def _stance(s: Said) -> str:
    return BESIDE if s.beside else s.stance.value if s.stance is not None else ""


def _chain(s: Said, origin: Origin | None, named: Mapping[str, str], links: Links) -> list[Node]:
    entered = s.imprint.entered_by is not None
    outlet = "Entered by hand" if entered else s.imprint.outlet or "outlet unknown"
    day = public_day(s.imprint)
    chain = [Node(("document", s.imprint.id), 0, "document", outlet, links.document(s), about=day)]
    before = outlet
    for name in () if entered else s.via:
        if name != before:
            rank = len(chain)
            key = ("relay", str(rank), name.casefold())
            chain.append(Node(key, rank, "voice", name, links.statements(voice=name), about="passes it on"))
            before = name
    rank = len(chain)
    if s.root is None:
        # Nothing is known of two unknown heads, not even whether they are one: each belongs to what follows it.
        chain.append(Node(("gap", *chain[-1].key), rank, "gap", "", links.statements(origin="none")))
        return chain
    name = s.source or s.root.name
    family = origin.family if origin is not None else s.root.family
    node = Node(
        ("head", str(rank), s.root.key, name), rank, "voice", name, links.statements(voice=name), family, s.root.counted
    )
    node.about = (
        f"{name}; family {named.get(family, family)}, {'counted' if s.root.counted else 'not counted'}: {s.root.rule}"
    )
    return [*chain, node]


def families_of(claim: Claim, links: Links) -> Found:
    """Return families and the outlets through which they came, for a claim of which each chain would be too much."""
    origin_of = {anchor: o for o in claim.origins for anchor in o.statements}
    families, outlets = defaultdict[str, int](int), defaultdict[str, int](int)
    documents = defaultdict[str, set[str]](set)
    counted = set[str]()
    for s in claim.statements:
        origin = origin_of.get(s.anchor)
        families[_family(origin)] += 1
        outlets[_outlet(s)] += 1
        documents[_outlet(s)].add(s.imprint.id)
        counted |= {origin.family} if origin is not None and origin.counted else set()
    found = Found(named=families_named(claim))
    near = dict.fromkeys(outlets, _rest("document", 0, len(outlets), "outlets", links))
    near |= {name: _outlet_node(name, len(documents[name]), links) for name in _most(outlets)}
    far = dict.fromkeys(families, _rest("voice", 1, len(families), "families", links))
    for name in _most(families):
        far[name] = _family_node(name, found.named.get(name, name), families[name], links)
        far[name].counted = name in counted
    for s in claim.statements:
        chain = near[_outlet(s)], far[_family(origin_of.get(s.anchor))]
        found.add(chain, _stance(s))
    return found


def _most(counts: dict[str, int]) -> set[str]:
    return set(sorted(counts, key=lambda name: (-counts[name], name))[:KEPT])


def _family(origin: Origin | None) -> str:
    return origin.family if origin is not None else ""


def _outlet(s: Said) -> str:
    return "Entered by hand" if s.imprint.entered_by is not None else s.imprint.outlet or "outlet unknown"


def _outlet_node(outlet: str, documents: int, links: Links) -> Node:
    href = links.statements(outlet=outlet)
    return Node(("outlet", outlet), 0, "document", outlet, href, about=some(documents, "document"))


def _family_node(family: str, name: str, count: int, links: Links) -> Node:
    if not family:
        return Node(("gap", "all"), 1, "gap", "", links.statements(origin="none"))
    told = some(count, "statement")
    return Node(("family", family), 1, "voice", name, links.statements(family=family), about=told)


def _rest(kind: str, rank: int, count: int, noun: str, links: Links) -> Node:
    return Node(("rest", kind), rank, kind, f"{count - KEPT:,} more {noun}", links.statements(), about="in the list")
