"""What two statements are to each other, decided by the two alone: same, refines, contradicts, separate, unsure."""

from onrecord.records import EdgeKind, Said, Stance
from onrecord.weighing.facts import Fact, fact_of, same_party

__all__ = ["compared", "relate"]

ALIKE = 0.5
"""Share of the words of the shorter of two statements that the other has too, from which they say the same in other words."""
FEW = 3
"""Words of the shortest statement compared by its wording."""
_AGAINST = (Stance.DENIES, Stance.DISMISSES)
Verdict = tuple[EdgeKind, tuple[str, ...]]


def relate(a: Said, b: Said) -> Verdict:
    """Return what two statements are to each other, with reasons: by what each says is done, else by their wording."""
    return compared(a, fact_of(a), b, fact_of(b))


def compared(a: Said, ours: Fact | None, b: Said, theirs: Fact | None) -> Verdict:
    """Return the same for statements whose facts are known already."""
    if ours is not None and theirs is not None:
        return _with_stance(a, b, _compare(ours, theirs))
    if ours is not None or theirs is not None:
        return EdgeKind.UNSURE, ("one tells nothing done",)
    return _by_wording(a, b)


def _with_stance(a: Said, b: Said, verdict: Verdict) -> Verdict:
    """Return a verdict in which a denial of the same stays on the claim it denies."""
    against = (a.statement.stance in _AGAINST) != (b.statement.stance in _AGAINST)
    reasons = (*verdict[1], "one denies it") if against and verdict[0] is EdgeKind.SAME else verdict[1]
    return verdict[0], reasons


def _compare(x: Fact, y: Fact) -> Verdict:
    """Return what two things done are to each other."""
    if x.family != y.family:
        return EdgeKind.SEPARATE, (f"{x.family} and {y.family}",)
    shared = []
    for side, ours, theirs in (("doer", x.giver, y.giver), ("other side", x.taker, y.taker)):
        if ours and theirs and not same_party(ours, theirs):
            return EdgeKind.SEPARATE, (f"another {side}",)
        if ours and theirs:
            shared.append(f"same {side}")
    if _apart(x, y):
        return EdgeKind.SEPARATE, (*shared, "other days")
    goods = _goods(x, y)
    if goods is None:
        return EdgeKind.SEPARATE, (*shared, "other goods")
    if len(shared) == 2 or (len(shared) == 1 and goods == "same goods"):
        finer = goods == "one names a system" or _other_number(x, y)
        reasons = (*shared, goods) if goods else tuple(shared)
        return (EdgeKind.REFINES if finer else EdgeKind.SAME), reasons
    return EdgeKind.UNSURE, tuple(shared) or ("no side in common",)


def _apart(x: Fact, y: Fact) -> bool:
    if x.last is not None and y.first is not None and x.last < y.first:
        return True
    return y.last is not None and x.first is not None and y.last < x.first


def _goods(x: Fact, y: Fact) -> str | None:
    """Return what the goods of two facts have in common: a reason, "" where one tells none; None where they differ."""
    if not x.goods or not y.goods:
        return ""
    if x.goods[0] == y.goods[0]:
        return "same goods"
    if x.goods[0] in y.goods or y.goods[0] in x.goods:
        finer = x if y.goods[0] in x.goods else y
        return "one names a system" if finer.system else "goods of one kind"
    return None


def _other_number(x: Fact, y: Fact) -> bool:
    """Whether only one of two facts gives a number, or both give numbers that cannot be one."""
    if (x.low is None and x.high is None) or (y.low is None and y.high is None):
        return False
    return (x.high is not None and y.low is not None and x.high < y.low) or (
        y.high is not None and x.low is not None and y.high < x.low
    )


def _by_wording(a: Said, b: Said) -> Verdict:
    short, long = sorted((a.words, b.words), key=len)
    if len(short) < FEW:
        return EdgeKind.UNSURE, ("too few words",)
    share = len(short & long) / len(short)
    if share >= ALIKE:
        return EdgeKind.SAME, (f"{share:.0%} of the words shared",)
    return EdgeKind.SEPARATE, ("other words",)
