"""What the document around a statement adds to it: which statements are about one thing, and what that leaves to be filled in.

"The company declined to comment", "it had no reason to doubt the account", "the drones had come from the Emirates" tell what
they are about only beside what the document said before. Statements are taken in their order; each joins the earlier group
that its own words agree with best and nothing rules out, a reaction at least the one that concerns whoever reacts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.records import Fact, Root, Said, Stance
from onrecord.weighing.candidates import proposition_of
from onrecord.weighing.goods import BROAD
from onrecord.weighing.origins import DOCUMENTS, SOURCES
from onrecord.weighing.relate import likeness

__all__ = ["in_context"]

JOINING = 2.5
"""Points from which what is told itself belongs to a group told before."""
REACTING = 0.75
"""Points from which a reaction is to a group told before, and not just to the last."""
SHARED = 1
"""Words that a statement without a fact shares with one of its group."""
YEAR = 366
"""Days of the longest time that what tells no deed can give to one told beside it."""
NEAR = 8
"""Statements back among which a reaction that tells nothing of its own is to the last, at most."""
_NUMBERS = frozenset(("number", "figure", "count", "total", "quantity"))
_COMMON = frozenset(
    (
        "use", "know", "see", "give", "take", "send", "go", "come", "hit", "find", "receive", "report", "claim",
        "allegation", "accusation", "statement", "news", "account", "say", "tell", "comment", "deny", "confirm",
        "reject", "dismiss", "decline", "government", "official", "minister", "ministry", "spokesman", "question",
        "request", "have", "be", "do", "make", "country", "state", "day", "week", "month", "year", "information",
        "evidence",
    )
)  # fmt: skip
"""Words that a reaction has in common with what it is no reaction to."""
REACTIONS = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.DECLINES, Stance.RETRACTS)


@dataclass
class _Group:
    """Statements of one document that are about one thing, and all that they tell of it."""

    members: list[int] = field(default_factory=list)
    fact: Fact | None = None


def in_context(said: Sequence[Said], refers: Sequence[bool], confirms: Sequence[bool]) -> list[Said]:
    """Return the statements of one document, each with the one it joins and its fact filled in from its group.

    Args:
        said: the statements with what their own words tell.
        refers: whether each only points to what was told before.
        confirms: whether its cue confirms, admits or shows.
    """
    groups: list[_Group] = []
    said_beside = set[int]()
    for n, s in enumerate(said):
        group = _place(said, n, groups, refers=refers[n])
        if group is None:
            groups.append(_Group([n], s.fact))
            continue
        group.members.append(n)
        if not (refers[n] and confirms[n]) and not _tells(s):
            said_beside.add(n)
        if s.fact is not None:
            group.fact = _together(
                group.fact, s.fact if s.fact.own or not _is_long(s.fact) else replace(s.fact, first=None, last=None)
            )
    found = list(said)
    for group in groups:
        first = said[group.members[0]].anchor
        for n in group.members:
            filled = _together(said[n].fact, group.fact) if group.fact is not None else said[n].fact
            told = filled if filled is not None and _is_told(filled) else None
            root = _beside(said[n].root) if n in said_beside or _foretells_for_others(said[n], told) else said[n].root
            found[n] = replace(
                said[n],
                fact=told,
                root=root,
                joins=first if n != group.members[0] else None,
                beside=n in said_beside and said[n].stance not in REACTIONS,
                gives=_given(said[n].fact),
            )
    return [replace(s, proposition=proposition_of(s)) for s in found]


def _is_long(fact: Fact) -> bool:
    """Whether a fact tells a time too long to be a deed's: "in the past decade"."""
    return fact.first is not None and fact.last is not None and (fact.last - fact.first).days > YEAR


def _tells(said: Said) -> bool:
    """Whether a statement that joins a group tells a deed itself, and not just something beside it."""
    return said.fact is not None and said.fact.own and said.fact.family is not None


def _given(own: Fact | None) -> tuple[str, ...]:
    """Return which figures a statement's own words give."""
    if own is None:
        return ()
    told = {"number": own.low is not None or own.high is not None, "day": own.first is not None or own.last is not None}
    return tuple(kind for kind, given in told.items() if given)


def _foretells_for_others(said: Said, fact: Fact | None) -> bool:
    """Whether a state or body foretells a measure that others are to take; whose act it will be, and sources, may know of it."""
    if said.stance not in (Stance.EXPECTS, Stance.COMMITS) or said.root is None or fact is None or not fact.giver:
        return False
    if said.root.family.startswith((SOURCES, DOCUMENTS)):
        return False
    families = set(said.root.family.split("+"))
    return not any({p.name, p.state} & families for p in fact.giver)


def _beside(root: Root | None) -> Root | None:
    return root if root is None or not root.counted else replace(root, counted=False, rule="tells something beside it")


def _last(groups: Sequence[_Group], n: int) -> _Group | None:
    """Return the group that the statement just before belongs to: what tells nothing of its own goes on with it."""
    return next((g for g in reversed(groups) if g.members[-1] == n - 1), None)


def _worded(said: Sequence[Said], n: int, groups: Sequence[_Group]) -> _Group | None:
    """Return the group with which a statement that tells nothing comparable shares most words, two at least."""
    own = set(said[n].words)
    shared = [(max(len(own & set(said[k].words)) for k in g.members), -i) for i, g in enumerate(groups)]
    best = max(shared, default=(0, 0))
    return groups[-best[1]] if best[0] >= SHARED else None


def _is_told(fact: Fact) -> bool:
    """Whether a fact tells enough to be compared: a deed, goods, or two proper names."""
    return fact.family is not None or bool(fact.goods) or len(fact.names) > 1


def _place(said: Sequence[Said], n: int, groups: Sequence[_Group], *, refers: bool) -> _Group | None:
    """Return the group that a statement joins; None where it begins one."""
    own = said[n]
    scored, ruled_out = [], set[int]()
    fact = replace(own.fact, about=()) if own.fact is not None else None  # within one document all is about the same
    for k, group in enumerate(groups):
        if fact is None or group.fact is None or not group.fact.own:
            continue
        found = likeness(fact, group.fact)
        if not found.against:
            scored.append((found.points, k))
        else:
            ruled_out.add(k)
    best = max(scored, default=(0.0, -1))
    tells = own.fact is not None and own.fact.own
    reacts = own.stance in REACTIONS or (refers and not tells)
    if best[0] >= (REACTING if reacts else JOINING):
        return groups[best[1]]
    last = _last(groups, n)
    if tells and last is not None and any(groups[k] is last for _, k in scored):
        return last  # nothing speaks against it
    if not reacts and not tells:
        return _worded(said, n, groups) or _last(groups, n)
    if not reacts or (tells and not scored):
        return None
    left = [g for k, g in enumerate(groups) if k not in ruled_out]
    return (None if tells else _answered(said, n, left)) or _concerned(said, n, left) or (None if tells else last)


def _answered(said: Sequence[Said], n: int, groups: Sequence[_Group]) -> _Group | None:
    """Return the only group near by that a reaction takes up a word or the number of: "declined to comment on the containers"."""
    near = [g for g in groups if n - g.members[-1] <= NEAR and g.fact is not None and g.fact.own]
    own = set(said[n].words) - _COMMON
    told = [g for g in near if any(own & set(said[k].words) for k in g.members)]
    if len(told) == 1:
        return told[0]
    counted = [g for g in near if g.fact is not None and (g.fact.low is not None or g.fact.high is not None)]
    return counted[0] if own & _NUMBERS and len(counted) == 1 else None


def _concerned(said: Sequence[Said], n: int, groups: Sequence[_Group]) -> _Group | None:
    """Return the group a reaction without words of its own is to: whose doer reacts, else whose other side, else the last."""
    told = [g for g in groups if g.fact is not None and g.fact.own and n - g.members[-1] <= NEAR]
    near = told or [g for g in groups if _is_by_another(said, n, g)]
    root = said[n].root
    family = root.family if root is not None else ""
    last = _last(near, n)
    if (
        last is not None
        and last.fact is not None
        and any(family in (p.name, p.state) for p in (*last.fact.giver, *last.fact.taker))
    ):
        return last  # an answer is to what was said just before, where that concerns whoever answers
    by_doer = [g for g in near if g.fact is not None and any(family in (p.name, p.state) for p in g.fact.giver)]
    by_other = [g for g in near if g.fact is not None and any(family in (p.name, p.state) for p in g.fact.taker)]
    return next((g[-1] for g in (by_doer, by_other, near) if g), None)


def _is_by_another(said: Sequence[Said], n: int, group: _Group) -> bool:
    """Whether a group was opened just before by somebody else who asserts something."""
    first = said[group.members[0]]
    return n - group.members[-1] <= NEAR and first.stance is Stance.ASSERTS and first.source != said[n].source


def _together(ours: Fact | None, theirs: Fact) -> Fact:
    """Return a fact with what it leaves open taken from another of the same group."""
    if ours is None:
        return replace(theirs, own=False)
    days = ours if ours.first is not None or ours.last is not None else theirs
    amount = ours if ours.low is not None or ours.high is not None else theirs
    goods = theirs if theirs.goods and set(ours.goods) <= BROAD else ours
    return replace(
        ours,
        family=ours.family or theirs.family,
        phase=ours.phase or theirs.phase,
        giver=ours.giver or theirs.giver,
        taker=ours.taker or theirs.taker,
        parties=tuple(dict.fromkeys((*ours.parties, *theirs.parties))),
        goods=goods.goods,
        system=goods.system,
        first=days.first,
        last=days.last,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        names=tuple(sorted({*ours.names, *theirs.names})),
        title=ours.title or theirs.title,
    )
