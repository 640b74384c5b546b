"""How a claim stands on a day, in four fields: support, who states it officially, outcome, challenges."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from onrecord.records import Challenge, Gist, Outcome, Stance, Standing
from onrecord.weighing.families import Families

__all__ = ["Mark", "Running", "deadlines"]

_CHALLENGING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)
_FORESEEING = (Stance.EXPECTS, Stance.COMMITS)
Mark = tuple[object, ...]
"""What tells how a claim stands from how it stood before, as long as statements only come in."""


def _foresees(s: Gist) -> bool:
    return s.stance in _FORESEEING and s.phase in ("", "to come")


def deadlines(told: Iterable[Gist]) -> Iterator[date]:
    """Yield the days after which something foreseen should have come about; after the last day of all there is none."""
    for s in told:
        if s.last is not None and s.last < date.max and _foresees(s):
            yield s.last + timedelta(days=1)


class Running:
    """How a claim stands by its statements so far, which come in public order.

    Attributes:
        families: who supports it.
        stated: states and bodies that officially state it, in order.
        challenges: who denies, dismisses, doubts, withholds, retracts.
        acknowledged: by family, who of those on either side of the deed says that it is so.
        begun: whether there is a statement.
    """

    def __init__(self, told: Iterable[Gist] = ()) -> None:
        self.families = Families()
        self.stated: dict[str, None] = {}
        self.challenges: list[Challenge] = []
        self.acknowledged: dict[str, str] = {}
        self.begun = False
        self._outcome = _Outcomes()
        for s in told:
            self.add(s)

    def add(self, s: Gist) -> None:
        """Take in the next statement."""
        self.begun = True
        if s.root is not None:
            key, family, counted, outlet = s.root
            self.families.add(key, family, outlet, counted=counted)
        if s.stance is Stance.ASSERTS and not s.condition and s.root is not None and s.root[2]:
            if s.speaks_for:
                self.stated[s.speaks_for] = None
            if s.involved is not None:
                self.acknowledged.setdefault(s.root[1], s.involved)
        if s.stance in _CHALLENGING and s.stance is not None:
            self.challenges.append(Challenge(s.stance, s.source or "unnamed", s.scope, s.anchor))
        self._outcome.add(s)

    def outcome(self, on: date | None) -> Outcome | None:
        """Return how what lay in the future stands on a day; None as the day: no deadline has passed."""
        return self._outcome.on(on)

    def standing(self, on: date | None) -> Standing:
        """Return how the claim stands on a day, by the statements so far; None: no deadline has passed."""
        return Standing(
            self.families.support,
            tuple(self.stated),
            self.outcome(on),
            tuple(self.challenges),
            tuple(self.acknowledged.values()),
        )

    def mark(self, on: date | None) -> Mark:
        """Return what tells how the claim stands on a day from how it stood before, as long as statements only come in."""
        fields = (self.stated, self.challenges, self.acknowledged)
        return self.families.independent, self.families.support, self.outcome(on), *(len(field) for field in fields)

    def alike(self, other: "Running") -> bool:
        """Whether another, of which other statements came in, has the same supporters and challenges."""
        ours, theirs = ((r.stated, r.challenges, r.acknowledged) for r in (self, other))
        return ours == theirs


class _Outcomes:
    """What lay in the future, by the statements so far, which come in public order."""

    def __init__(self) -> None:
        self.first: date | None = None
        self.latest: date | None = None
        self.conditional = True
        self.realised = False
        self._today: list[Gist] = []

    def add(self, s: Gist) -> None:
        if _foresees(s):
            self.conditional = self.conditional and s.condition
            if s.last is not None:
                self.latest = max(self.latest or s.last, s.last)
            if self.first is None:
                self.first = s.public_on
                self.realised = any(self._realises(t) for t in self._today)
        elif s.own and s.stance is Stance.ASSERTS and not s.condition and s.phase != "to come":
            if self.first is None:
                self._today = [t for t in self._today if t.public_on == s.public_on] + [s]
            else:
                self.realised = self.realised or self._realises(s)

    def _realises(self, s: Gist) -> bool:
        """Whether a statement tells as done what was first foreseen; what was done, or told, before that was not foreseen."""
        return self.first is not None and s.public_on >= self.first and (s.last is None or s.last >= self.first)

    def on(self, day: date | None) -> Outcome | None:
        if self.first is None:
            return None
        if self.realised:
            return Outcome.REALISED
        if day is not None and self.latest is not None and self.latest < day:
            return Outcome.PASSED
        return Outcome.CONDITIONAL if self.conditional else Outcome.EXPECTED
