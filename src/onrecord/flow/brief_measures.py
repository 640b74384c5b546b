"""The measures of the register on the states that claims name, on a day, and what changed of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.flow.measures import Asked, Change, ChangeKind, Group, Held, changes, end_of, measures_on, target_names
from onrecord.publishing.briefs import Bound, MeasureChange, MeasuresMaterial, NamedIn
from onrecord.records import Claim, Said
from onrecord.records.regimes import LegalMeasure, MeasureClaim
from onrecord.registers import gazetteer, regimes, subjects, weapons

__all__ = ["measures_named"]

STATES = 6
"""States of which measures are told: those that most statements name."""
_STANDING = (
    Group.PROHIBITIONS, Group.CALLS, Group.LISTINGS, Group.AUTHORITIES, Group.SUSPENDED, Group.UNKNOWN,
)  # fmt: skip
_OVER = (Group.ENDED, Group.REPLACED)


def measures_named(claims: Sequence[Claim], on: date, since: date | None) -> MeasuresMaterial:
    """Return what the register says of the states on either side of what is claimed.

    Where it is known what the claims are about, only measures on that, on what is wider and on a part of it are told; the
    others are counted.

    Args:
        claims: the claims.
        on: the day.
        since: a day: what changed from it on; None: no changes are asked for.
    """
    said = [s for c in claims for s in c.statements]
    states, about = _states(said), _subjects(said)
    names = tuple(dict.fromkeys(n for t in states for n in target_names(t.name)))
    asked = Asked(target=names)
    answer = measures_on(asked, end_of(on)) if names else None
    held = _on_these(answer.held if answer is not None else (), set(names))
    near = [h for h in held if _is_near(h.measure, about)]
    bound = [h for h in near if h.group in _STANDING]
    keys = {h.measure.key for h in near}
    claimed = [c for c in (answer.claims if answer is not None else ()) if keys & set(c.of)]
    changed = changes(asked, since, on) if names and since is not None else ()
    return MeasuresMaterial(
        on=on,
        targets=tuple(states),
        subjects=tuple(about),
        bound=tuple(Bound(h.measure, h.state, h.group.value) for h in bound),
        claims=tuple(claimed),
        changes=tuple(_changed(changed, keys)),
        bare=tuple(t.name for t in states if not any(set(target_names(t.name)) & set(h.measure.target) for h in held)),
        over=sum(h.group in _OVER for h in near),
        coming=sum(h.group is Group.NOT_YET for h in near),
        apart=sum(h.group in _STANDING for h in held) - len(bound),
        checked=regimes().checked,
    )


def _on_these(held: Iterable[Held], names: set[str]) -> list[Held]:
    """Return measures that are on some states by name, and those that can be on anybody, group by group."""
    order = list(Group)
    found = [h for h in held if not h.measure.target or names & set(h.measure.target)]
    return sorted(found, key=lambda h: order.index(h.group))


def _is_near(measure: LegalMeasure, about: Sequence[NamedIn]) -> bool:
    return not about or any(subjects().covers(measure.subjects, a.name) in {0, 1, 2} for a in about)


def _changed(found: Iterable[Change], keys: set[str]) -> Iterable[MeasureChange]:
    for c in found:
        if isinstance(c.of, LegalMeasure | MeasureClaim) and (c.of.key in keys or _is_of(c, keys)):
            kind = "was claimed of, by its words" if c.kind is ChangeKind.CLAIMED else c.kind.value
            yield MeasureChange(c.when, kind, c.how.value if c.how is not None else None, c.told, c.of)


def _is_of(change: Change, keys: set[str]) -> bool:
    return isinstance(change.of, MeasureClaim) and bool(keys & set(change.of.of))


def _states(said: Sequence[Said]) -> list[NamedIn]:
    """Return the states on either side of what statements tell themselves, those first that most of them name."""
    found: dict[str, list[Said]] = {}
    for s in _telling(said):
        assert s.fact is not None
        for name in dict.fromkeys(p.state or p.name for p in (*s.fact.giver, *s.fact.taker)):
            state = gazetteer().state(name)
            if state is not None:
                found.setdefault(state.state.name, []).append(s)
    order = sorted(found, key=lambda name: -len(found[name]))[:STATES]
    return [NamedIn(name, tuple(found[name])) for name in order]


def _subjects(said: Sequence[Said]) -> list[NamedIn]:
    """Return what the goods that statements tell of are, by the controlled subjects."""
    found: dict[str, list[Said]] = {}
    for s in _telling(said):
        assert s.fact is not None
        for name in dict.fromkeys(n for goods in s.fact.goods for n in _controlled(goods)):
            found.setdefault(name, []).append(s)
    return [NamedIn(name, tuple(held)) for name, held in found.items()]


def _controlled(goods: str) -> Iterable[str]:
    """Return the controlled subject that goods are, or the first kind above them that is one: of a howitzer "heavy arms"."""
    weapon = weapons().named(goods)
    kinds = [goods, *(w.name for w in weapons().line(weapon))] if weapon is not None else [goods]
    return [name for kind in kinds if (name := subjects().named(kind)) is not None][:1]


def _telling(said: Sequence[Said]) -> list[Said]:
    return [s for s in said if s.fact is not None and s.fact.own]
