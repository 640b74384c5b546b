"""Claims from statements and what these are to each other: components, origins, challenges, standing on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.records import Challenge, Claim, Edge, EdgeKind, Origin, Root, Said, Stance, Standing, Support
from onrecord.weighing.origins import SOURCES
from onrecord.weighing.parties import within

__all__ = ["components", "weigh"]

_CHALLENGING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)
TITLE = 140
"""Characters of the longest title taken from a statement's words."""


def components(anchors: Iterable[str], edges: Iterable[Edge]) -> list[list[str]]:
    """Return the anchors that ``same`` edges join, each component and all of them in the order of the anchors given."""
    order = {anchor: n for n, anchor in enumerate(anchors)}
    top = {anchor: anchor for anchor in order}

    def root(k: str) -> str:
        while top[k] != k:
            top[k] = top[top[k]]
            k = top[k]
        return k

    for edge in edges:
        if edge.kind is EdgeKind.SAME and edge.a in top and edge.b in top:
            a, b = sorted((root(edge.a), root(edge.b)), key=order.__getitem__)
            top[b] = a
    groups = defaultdict[str, list[str]](list)
    for k in order:
        groups[root(k)].append(k)
    return list(groups.values())


def public_order(said: Said) -> tuple[date, str, tuple[tuple[int, int], ...]]:
    """Return what statements are ordered by: public time, then document, then place in it."""
    return said.imprint.published_on or date.min, said.imprint.id, said.spans


def weigh(said: Iterable[Said], edges: Iterable[Edge], *, on: date | None = None) -> tuple[Claim, ...]:
    """Return the claims that statements make up, in the order of their first statements; any order of either gives the same.

    Args:
        said: the statements.
        edges: what they are to each other.
        on: the day of the standing; statements that became public later do not count. None: all count.
    """
    public = sorted((s for s in said if on is None or (s.imprint.published_on or date.min) <= on), key=public_order)
    by_anchor = {s.anchor: s for s in public}
    return tuple(_claim([by_anchor[k] for k in group]) for group in components(by_anchor, edges))


def _claim(said: Sequence[Said]) -> Claim:
    families = _families([s.root for s in said if s.root is not None])
    origins = _origins(said, families)
    counted = _independent(origins)
    return Claim(said[0].anchor, _title(said), counted, origins, tuple(said), _standing(said, origins, counted))


def _families(roots: Sequence[Root]) -> Mapping[str, str]:
    """Return for each family the one it is part of in this claim.

    States that one document says share their intelligence are one family; a group of the same stated number behind another
    door tells what the first told, without credit.
    """
    top = {root.family: root.family for root in roots}
    for family in list(top):
        for member in family.split("+") if "+" in family else ():
            top[member] = family
    numbers: dict[str, str] = {}
    for root in roots:
        _, mark, number = root.key.rpartition(" x")
        if mark and root.family.startswith(SOURCES):
            top[root.family] = top[numbers.setdefault(number, root.family)]
    bodies = sorted((f for f in top if not f.startswith(SOURCES)), key=len)
    for n, short in enumerate(bodies):
        longer = next((f for f in bodies[n + 1 :] if " " in short and within(short, f)), None)
        if longer is not None and top[short] == short:
            top[short] = longer
    return {family: _end(top, family) for family in top}


def _end(top: Mapping[str, str], family: str) -> str:
    seen = {family}
    while top[family] not in seen:
        family = top[family]
        seen.add(family)
    return family


def _origins(said: Sequence[Said], families: Mapping[str, str]) -> tuple[Origin, ...]:
    rows = defaultdict[str, list[tuple[Said, Root]]](list)
    for s in said:
        if s.root is not None:
            rows[s.root.key].append((s, s.root))
    found = []
    for n, group in enumerate(rows.values(), 1):
        days = [s.imprint.published_on for s, _ in group if s.imprint.published_on is not None]
        root = next((root for _, root in group if root.counted), group[0][1])
        family = families.get(root.family, root.family)
        anchors = tuple(s.anchor for s, _ in group)
        found.append(Origin(f"o{n}", root.name, family, min(days, default=None), root.counted, root.rule, anchors))
    return tuple(found)


def _independent(origins: Sequence[Origin]) -> int:
    """Return the number of independent families; described sources behind several doors may be the same people and are one."""
    families = {o.family for o in origins if o.counted}
    described = [f for f in families if f.startswith(SOURCES)]
    return len(families) - max(0, len(described) - 1)


def _standing(said: Sequence[Said], origins: Sequence[Origin], counted: int) -> Standing:
    doors = {o.family for o in origins if o.counted and o.family.startswith(SOURCES)}
    if not counted:
        support = Support.UNSOURCED
    elif counted == 1:
        support = Support.REPEATED if len(doors) > 1 else Support.SINGLE
    else:
        support = Support.CORROBORATED
    stated = [s.speaks_for for s in said if s.speaks_for and s.stance is Stance.ASSERTS and not s.condition]
    return Standing(support, tuple(dict.fromkeys(stated)), _outcome(said), tuple(_challenges(said)))


def _outcome(said: Sequence[Said]) -> str | None:
    stances = {s.stance for s in said}
    if not stances & {Stance.EXPECTS, Stance.COMMITS} or Stance.ASSERTS in stances:
        return None
    return "conditional" if any(s.condition for s in said) else "expected"


def _challenges(said: Sequence[Said]) -> Iterable[Challenge]:
    for s in said:
        if s.stance in _CHALLENGING and s.stance is not None:
            yield Challenge(s.stance, s.source or "unnamed", s.scope, s.anchor)


def _title(said: Sequence[Said]) -> str:
    """Return what is claimed: the deed that tells most of who and what, else the words of the shortest statement."""
    facts = [s.fact for s in said if s.fact is not None and s.fact.title]
    best = max(facts, key=lambda f: bool(f.giver) + bool(f.taker) + bool(f.goods), default=None)
    if best is not None:
        return best.title
    words = min((s.text for s in said), key=len)
    return words if len(words) <= TITLE else words[: TITLE - 1].rsplit(" ", 1)[0] + "…"
