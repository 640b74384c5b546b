"""How a claim stands, in words: the rule of each field, and what is different from how it stood before."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeVar

from onrecord.records import Challenge, Change, Outcome, Standing, Support

__all__ = ["OUTCOME_RULES", "SUPPORT_RULES", "changes_in"]

T = TypeVar("T")
SUPPORT_RULES: Mapping[Support, str] = {
    Support.UNSOURCED: "No source that counts stands for it: the lineage is not recorded, or there are only reactions.",
    Support.SINGLE: "All support goes back to one family, however many documents repeat it.",
    Support.REPEATED: "Described sources behind several doors say so. They may be the same people, and count once.",
    Support.CORROBORATED: "Two or more families say so, each on its own word.",
}
"""What each kind of support means."""
OUTCOME_RULES: Mapping[Outcome, str] = {
    Outcome.EXPECTED: "Foreseen or promised; nothing here tells it as done.",
    Outcome.CONDITIONAL: "Foreseen only under a condition.",
    Outcome.REALISED: "Told as done after it was foreseen.",
    Outcome.PASSED: "The day foreseen has passed, and nothing here says that it came about.",
}
"""What each outcome means."""


def changes_in(before: Change | None, now: Change) -> tuple[str, ...]:
    """Return what is different about the standing of a claim from the change before, a phrase each.

    Args:
        before: the change before; None for the first.
        now: the change.
    """
    old = before.standing if before is not None else None
    told = [] if old is not None else [f"first told: {now.standing.support.value}"]
    if before is not None and before.standing.support is not now.standing.support:
        told.append(f"support: {before.standing.support.value} → {now.standing.support.value}")
    origins = before.independent_origins if before is not None else 0
    if origins != now.independent_origins:
        told.append(f"independent origins: {origins:,} → {now.independent_origins:,}")
    was = old.outcome if old is not None else None
    if was is not now.standing.outcome:
        first, last = (o.value if o is not None else "none" for o in (was, now.standing.outcome))
        told.append(f"outcome: {first} → {last}" if old is not None else f"outcome: {last}")
    for how, field in (("stated by", "stated_by"), ("acknowledged by", "acknowledged_by")):
        new, gone = _apart(_names(old, field), _names(now.standing, field))
        told += [f"{how} {', '.join(new)}"] if new else []
        told += [f"no longer {how} {', '.join(gone)}"] if gone else []
    raised, dropped = _apart(old.challenges if old is not None else (), now.standing.challenges)
    told += [f"now {c}" for c in dict.fromkeys(map(_challenge, raised))]
    told += [f"no longer {c}" for c in dict.fromkeys(map(_challenge, dropped))]
    return tuple(told)


def _names(standing: Standing | None, field: str) -> Sequence[str]:
    found: tuple[str, ...] = getattr(standing, field) if standing is not None else ()
    return found


_DONE = {"denies": "denied", "dismisses": "dismissed", "doubts": "doubted", "retracts": "retracted"}


def _challenge(c: Challenge) -> str:
    scope = f", only {c.scope}" if c.scope else ""
    return f"{_DONE.get(c.stance.value, 'left unconfirmed')} by {c.by}{scope}"


def _apart(before: Sequence[T], now: Sequence[T]) -> tuple[list[T], list[T]]:
    """Return what is new and what is gone, each as often as it is; most often more has only been told."""
    if now[: len(before)] == before:
        return list(now[len(before) :]), []
    first, last = Counter(before), Counter(now)
    return list(last - first), list(first - last)
