"""Claims from statements and what these are to each other: components, origins, challenges, standing on a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.records import Challenge, Claim, Edge, EdgeKind, Origin, Said, Stance, Standing, Support, Voiced
from onrecord.weighing.facts import fact_of
from onrecord.weighing.origins import Root, root_of

__all__ = ["components", "weigh"]

_CHALLENGING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)
TITLE = 140
"""Characters of the longest title taken from a statement's words."""


def components(count: int, edges: Iterable[Edge]) -> list[list[int]]:
    """Return the numbers of statements that ``same`` edges join, each component and all of them in order."""
    top = list(range(count))

    def root(k: int) -> int:
        while top[k] != k:
            top[k] = top[top[k]]
            k = top[k]
        return k

    for edge in edges:
        if edge.kind is EdgeKind.SAME:
            a, b = sorted((root(edge.a), root(edge.b)))
            top[b] = a
    groups = defaultdict[int, list[int]](list)
    for k in range(count):
        groups[root(k)].append(k)
    return [groups[k] for k in sorted(groups)]


def weigh(said: Sequence[Said], edges: Sequence[Edge], *, on: date | None = None) -> tuple[Claim, ...]:
    """Return the claims that statements make up, in the order of their first statements.

    Args:
        said: statements in the order of public time, then of their documents.
        edges: what they are to each other.
        on: the day of the standing; statements that became public later do not count. None: all count.
    """
    public = [k for k, s in enumerate(said) if on is None or (s.document.published_on or date.min) <= on]
    kept = set(public)
    inside = [e for e in edges if e.a in kept and e.b in kept]
    groups = [[k for k in group if k in kept] for group in components(len(said), inside)]
    return tuple(_claim(f"c{n}", [said[k] for k in group]) for n, group in enumerate((g for g in groups if g), 1))


def _claim(id_: str, said: Sequence[Said]) -> Claim:
    roots = [root_of(s) for s in said]
    keys = list(dict.fromkeys(r.key for r in roots if r is not None))
    numbers = {key: f"o{n}" for n, key in enumerate(keys, 1)}
    origins = tuple(
        _origin(numbers[key], [(s, r) for s, r in zip(said, roots, strict=True) if r and r.key == key]) for key in keys
    )
    families = {o.family for o in origins if o.counted}
    voiced = tuple(_voiced(s, numbers[r.key] if r is not None else None) for s, r in zip(said, roots, strict=True))
    return Claim(id_, _title(said), len(families), origins, voiced, _standing(said, origins, len(families)))


def _origin(id_: str, rows: Sequence[tuple[Said, Root]]) -> Origin:
    days = [s.document.published_on for s, _ in rows if s.document.published_on is not None]
    counted = next((root for _, root in rows if root.counted), rows[0][1])
    return Origin(id_, counted.name, counted.family, min(days, default=None), counted.counted, counted.rule)


def _voiced(said: Said, origin: str | None) -> Voiced:
    s = said.statement
    spans = sorted({*(s.source.spans if s.source else ()), *(s.cue.spans if s.cue else ()), *s.content.spans})
    source = None if s.source is None else s.source.speaker or s.source.name
    via = tuple(link.name or link.text for link in s.via or ())
    text = said.document.slice(tuple(spans))
    return Voiced(said.document, s.id, tuple(spans), text, s.stance, s.condition is not None, source, via, origin)


def _standing(said: Sequence[Said], origins: Sequence[Origin], families: int) -> Standing:
    counted = sum(o.counted for o in origins)
    described = any(o.counted and o.family.startswith("sources of ") for o in origins)
    if not counted:
        support = Support.UNSOURCED
    elif families == 1:
        support = Support.SINGLE
    else:
        support = Support.REPEATED if described and families == 2 else Support.CORROBORATED
    stated = [
        s.statement.source.speaks_for for s in said if s.statement.source and s.statement.stance is Stance.ASSERTS
    ]
    return Standing(support, tuple(dict.fromkeys(x for x in stated if x)), _outcome(said), tuple(_challenges(said)))


def _outcome(said: Sequence[Said]) -> str | None:
    stances = {s.statement.stance for s in said}
    if not stances & {Stance.EXPECTS, Stance.COMMITS} or Stance.ASSERTS in stances:
        return None
    return "conditional" if any(s.statement.condition is not None for s in said) else "expected"


def _challenges(said: Sequence[Said]) -> Iterable[Challenge]:
    for n, s in enumerate(said):
        statement = s.statement
        if statement.stance in _CHALLENGING and statement.stance is not None:
            by = statement.source.speaker or statement.source.name if statement.source is not None else None
            scope = statement.scope.text if statement.scope is not None else None
            yield Challenge(statement.stance, by or "unnamed", scope, n)


def _title(said: Sequence[Said]) -> str:
    """Return what is claimed: the deed that tells most of who and what, else the words of the shortest statement."""
    facts = [fact for s in said if (fact := fact_of(s)) is not None]
    best = max(facts, key=lambda f: bool(f.giver) + bool(f.taker) + bool(f.goods), default=None)
    if best is not None:
        return best.title
    words = min((s.statement.content.text for s in said), key=len)
    return words if len(words) <= TITLE else words[: TITLE - 1].rsplit(" ", 1)[0] + "…"
