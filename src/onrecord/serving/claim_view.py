"""A claim as its page shows it: statements by origin, numbered, as many as a page holds; citations; the log with what changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from onrecord.flow.claims import Shown
from onrecord.publishing.standings import changes_in
from onrecord.publishing.words import UNNAMED, span_of
from onrecord.records import Change, Claim, Figure, Imprint, Origin, Review, Said
from onrecord.serving.asking import Asked
from onrecord.serving.family_names import families_named
from onrecord.serving.views import address

__all__ = ["MANY", "By", "ClaimLinks", "Group", "Step", "Told", "View", "chosen", "figures_of", "steps_of", "view_of"]

SHOWN = 50
"""Statements on a claim's page; the others are on pages of their own."""
GROUPS = 30
"""Origins on a claim's page."""
STEPS = 20
"""Changes on a claim's page."""
MANY = 30
"""Challenges, figures and decisions on a claim's page, each."""


@dataclass(frozen=True, slots=True)
class ClaimLinks:
    """Where what is on a claim's page leads, by the day and moment that are shown.

    Attributes:
        anchor: the claim's name.
        asked: the day and moment.
    """

    anchor: str
    asked: Asked

    @property
    def claim(self) -> str:
        """The claim's own address."""
        return address(f"/claim/{self.anchor}", self.asked)

    def document(self, said: Said) -> str:
        """Return the address of a statement's place in its document."""
        return address(f"/document/{said.imprint.id}", self.asked, s=said.id)

    def statements(self, **by: str) -> str:
        """Return the address of the statements of a voice, an origin, a family or an outlet; of none of them, all."""
        return address(f"/claim/{self.anchor}/statements", self.asked, **by)


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one origin.

    Attributes:
        key: "o1", "o2"; "none" for those whose lineage is not recorded.
        origin: the origin; None for those.
        told: the first of them.
        total: how many there are.
        documents: how many documents they stand in.
    """

    key: str
    origin: Origin | None
    told: tuple[Said, ...]
    total: int
    documents: int


@dataclass(frozen=True, slots=True)
class Told:
    """A number or a day beside the others.

    Attributes:
        figure: the figure.
        clashes: those of its kind that cannot hold beside it, in words.
        voices: who tells it.
    """

    figure: Figure
    clashes: tuple[str, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A change in the standing of a claim.

    Attributes:
        change: the change.
        changed: what is different from before, a phrase each.
        causes: the statements that became public on that day, the first of them.
        more: how many others did.
    """

    change: Change
    changed: tuple[str, ...]
    causes: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class View:
    """What a claim's page shows.

    Attributes:
        groups: statements by origin.
        left: origins that are not shown.
        numbers: by anchor the number of each statement, in public order.
        same: by anchor the number of the statement of another document whose words it repeats.
        cited: documents of the statements shown, each with the numbers of these.
        steps: the log, the last change first.
        earlier: changes that are not shown.
        documents: how many documents there are.
        reviewed: how many statements a person has confirmed or corrected.
        folded: whether the statements are folded, since there are many.
        shown: the statements on the page.
        families: how families are written.
    """

    groups: tuple[Group, ...]
    left: int
    numbers: dict[str, int]
    same: dict[str, int]
    cited: tuple[tuple[Imprint, tuple[int, ...]], ...]
    steps: tuple[Step, ...]
    earlier: int
    documents: int
    reviewed: int
    folded: bool
    shown: frozenset[str]
    families: Mapping[str, str]


def view_of(shown: Shown) -> View:
    """Return what the page of a claim shows."""
    c = shown.claim
    groups = _groups(c)
    numbers = {s.anchor: n for n, s in enumerate(c.statements, 1)}
    return View(
        groups=tuple(groups[:GROUPS]),
        left=max(0, len(groups) - GROUPS),
        numbers=numbers,
        same=_repeated(c, numbers),
        cited=_cited((s for g in groups[:GROUPS] for s in g.told), numbers),
        steps=tuple(steps_of(shown, 0, STEPS)),
        earlier=max(0, len(shown.log) - STEPS),
        documents=len({s.imprint.id for s in c.statements}),
        reviewed=sum(s.review is not Review.UNREVIEWED for s in c.statements),
        folded=len(c.statements) > SHOWN,
        shown=frozenset(s.anchor for g in groups[:GROUPS] for s in g.told),
        families=families_named(c),
    )


def _groups(c: Claim) -> list[Group]:
    """Return the statements by origin; of each so many that all those shown fit on a page, one at least."""
    by_anchor = {s.anchor: s for s in c.statements}
    found: list[tuple[str, Origin | None, list[Said]]] = [
        (o.id, o, [by_anchor[a] for a in o.statements if a in by_anchor]) for o in c.origins
    ]
    found.sort(key=lambda g: g[1] is not None and not g[1].counted)
    rest = [s for s in c.statements if s.root is None]
    found += [("none", None, rest)] if rest else []
    few = len(c.statements) <= SHOWN
    share = max(1, SHOWN // max(1, min(len(found), GROUPS)))
    return [
        Group(key, origin, tuple(told if few else told[:share]), len(told), len({s.imprint.id for s in told}))
        for key, origin, told in found
    ]


def _repeated(c: Claim, numbers: dict[str, int]) -> dict[str, int]:
    """Return the statements that repeat the exact words of one of another document, with the number of that one."""
    first: dict[str, Said] = {}
    found = {}
    for s in c.statements:
        told = first.setdefault(" ".join(s.text.casefold().split()), s)
        if told.imprint.id != s.imprint.id:
            found[s.anchor] = numbers[told.anchor]
    return found


def _cited(said: Iterable[Said], numbers: dict[str, int]) -> tuple[tuple[Imprint, tuple[int, ...]], ...]:
    held = defaultdict[str, list[int]](list)
    imprints: dict[str, Imprint] = {}
    for s in sorted(said, key=lambda s: numbers[s.anchor]):
        imprints[s.imprint.id] = s.imprint
        held[s.imprint.id].append(numbers[s.anchor])
    return tuple((imprints[id_], tuple(told)) for id_, told in held.items())


def figures_of(c: Claim) -> list[Told]:
    """Return the numbers and days that statements give, by kind and size, each with those that cannot hold beside it."""
    by_anchor = {s.anchor: s for s in c.statements}
    found = []
    for f in sorted(c.figures, key=lambda f: (f.kind == "day", f.kind, _first(f), _last(f)))[:MANY]:
        apart = [g for g in c.figures if g.kind == f.kind and (_last(g) < _first(f) or _last(f) < _first(g))]
        voices = dict.fromkeys(by_anchor[a].source or UNNAMED for a in f.statements)
        found.append(Told(f, tuple(span_of(g.low, g.high) for g in apart), tuple(voices)))
    return found


def _first(f: Figure) -> tuple[float, str]:
    """Return the least that a figure may be, so that figures of a kind can be ordered; an open one is less than any."""
    if isinstance(f.low, str):
        return 0.0, f.low
    return (-inf if f.low is None else f.low), ""


def _last(f: Figure) -> tuple[float, str]:
    if isinstance(f.high, str):
        return 0.0, f.high
    return (inf if f.high is None else f.high), ""


def steps_of(shown: Shown, start: int, count: int) -> list[Step]:
    """Return part of the log of a claim, the last change first, each with what changed and the statements that caused it."""
    by_anchor = {s.anchor: s for s in shown.claim.statements}
    found = []
    for n in range(len(shown.log) - 1 - start, max(-1, len(shown.log) - 1 - start - count), -1):
        change = shown.log[n]
        causes = [by_anchor[a] for a in change.causes[:3] if a in by_anchor]
        changed = changes_in(shown.log[n - 1] if n else None, change)
        found.append(Step(change, changed, tuple(causes), len(change.causes) - len(causes)))
    return found


@dataclass(frozen=True, slots=True)
class By:
    """Of what the statements of a claim are asked for; of nothing that is named, all.

    Attributes:
        origin: id of an origin, or "none".
        family: a family, as it is kept.
        voice: name of a link of a chain.
        outlet: name of an outlet.
    """

    origin: str | None = None
    family: str | None = None
    voice: str | None = None
    outlet: str | None = None

    @property
    def params(self) -> dict[str, str | None]:
        """The same as parameters of an address."""
        return {"origin": self.origin, "family": self.family, "voice": self.voice, "outlet": self.outlet}


def chosen(c: Claim, by: By) -> tuple[str, Sequence[Said]]:
    """Return the statements of an origin, a family, a voice or an outlet, with a heading for them; of none of these, all."""
    if by.origin == "none":
        return "Lineage not recorded", [s for s in c.statements if s.root is None]
    if by.origin is not None:
        found = next((o for o in c.origins if o.id == by.origin), None)
        names = set(found.statements) if found is not None else set()
        head = found.name if found is not None else f"No origin is called {by.origin}"
        return head, [s for s in c.statements if s.anchor in names]
    if by.family is not None:
        names = {a for o in c.origins if o.family == by.family for a in o.statements}
        return f"Family {families_named(c).get(by.family, by.family)}", [s for s in c.statements if s.anchor in names]
    if by.voice is not None:
        return by.voice, [s for s in c.statements if _speaks(s, by.voice)]
    if by.outlet is not None:
        return by.outlet, [s for s in c.statements if _out_of(s) == by.outlet]
    return "All statements", c.statements


def _speaks(s: Said, voice: str) -> bool:
    """Whether somebody is a link of a statement's chain, behind its outlet."""
    head = s.source or (s.root.name if s.root is not None else None)
    between = (v.casefold() for v in s.via if v != s.imprint.outlet)
    return voice == head or voice.casefold() in between


def _out_of(s: Said) -> str:
    return "Entered by hand" if s.imprint.entered_by is not None else s.imprint.outlet or "outlet unknown"
