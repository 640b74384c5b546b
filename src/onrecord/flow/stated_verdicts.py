"""How a stated measure compares with those of the register that it may be: status, scope, date, binding force.

What is nearest to the subject told decides: of two limits on arms and on missiles, a text about missiles speaks of the second.
For what is in force a wider measure does too, since an arms embargo covers missiles; what has ended has to be the nearest itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.flow.measures import Held, end_of
from onrecord.records import Measure, MeasureStatus, When
from onrecord.records.checks import CheckAnswer, Difference, RegisterCheck
from onrecord.records.regimes import Binding, ClaimedEffect, EndedHow, MeasureClaim, MeasureRelation, Moment
from onrecord.registers import LegalStatus, subjects
from onrecord.registers.moments import begins, told

__all__ = ["Case", "verdict"]

_BANS = re.compile(
    r"\b(ban|bans|banned|banning|embargo|embargoes|prohibit\w*|forbid\w*|bars?|barred|outlaw\w*)\b", re.IGNORECASE
)
"""Words that claim that a measure binds."""
_OF_PEOPLE = frozenset(("assets", "travel"))
"""Subjects of lists of people and firms."""
_OVER = (MeasureStatus.ENDED, MeasureStatus.LIFTED)
_GONE = (EndedHow.EXPIRED, EndedHow.TERMINATED, EndedHow.REPEALED, EndedHow.ANNULLED)
"""What an act in the place of another is not: what was replaced goes on."""


@dataclass(frozen=True, slots=True)
class Case:
    """A stated measure, ready to be compared.

    Attributes:
        measure: as the text has it.
        subjects: what it is about; none where the text does not tell.
        published: the day of publication.
    """

    measure: Measure
    subjects: tuple[str, ...]
    published: date | None

    @property
    def span(self) -> When | None:
        """The days told of the status, where both ends are."""
        when = self.measure.when.when if self.measure.when is not None else None
        return when if when is not None and when.first is not None and when.last is not None else None

    @property
    def day(self) -> date:
        """The day on which it is looked up: of an end the later of the two days, else the earlier."""
        last_told = self.span.last if self.span is not None else None
        days = [d for d in (last_told, self.published) if d is not None]
        if not days:
            last = self.measure.when.when.last if self.measure.when is not None else None
            return last or date.max
        return max(days) if self.measure.status in _OVER else min(days)

    def tells(self, moment: Moment | None) -> bool:
        """Whether a moment may lie within the days told."""
        if moment is None or self.span is None or self.span.first is None or self.span.last is None:
            return False
        return moment.first <= end_of(self.span.last) and moment.last >= begins(self.span.first)


def verdict(case: Case, found: Sequence[Held], claims: Sequence[MeasureClaim]) -> RegisterCheck:
    """Return what the register says.

    Args:
        case: the stated measure.
        found: the measures of its imposer on its target, as they stand on ``case.day``.
        claims: what the register has as claimed.
    """
    covering, partial, nearest = _by_scope(case, found)
    if not covering and not partial:
        return _answer(CheckAnswer.NOT_HELD, f"none of theirs on {', '.join(case.subjects)}")
    status = case.measure.status
    if status in _OVER:
        check = _ended(case, nearest or partial)
    elif status is MeasureStatus.SUSPENDED:
        check = _suspended(case, covering or partial)
    elif status is MeasureStatus.RESTORED:
        check = _restored(case, covering or partial)
    elif status is MeasureStatus.IMPOSED and case.span is not None:
        check = _imposed(case, [*covering, *partial])
    else:
        check = _in_force(case, covering, partial, nearest)
    return _with_claims(case, check, found, claims)


def _by_scope(case: Case, found: Sequence[Held]) -> tuple[list[Held], list[Held], list[Held]]:
    """Return the measures that cover what the text is about, those on a part of it or beside it, and the nearest ones."""
    if not case.subjects:
        return list(found), [], list(found)
    covers = {s: {h.measure.key: subjects().covers(h.measure.subjects, s) for h in found} for s in case.subjects}
    nearest = {key for by_key in covers.values() for key in _best(by_key, found, case.subjects)}
    covering = [h for h in found if any(by_key[h.measure.key] in (0, 1) for by_key in covers.values())]
    partial = [
        h for h in found if h not in covering and any(by_key[h.measure.key] in (2, 3) for by_key in covers.values())
    ]
    return covering, partial, [h for h in found if h.measure.key in nearest]


def _best(covers: Mapping[str, int | None], found: Sequence[Held], asked: Sequence[str]) -> set[str]:
    """Return the keys of what is nearest to a subject; lists of people over it stand back behind what restricts it itself."""
    near = {
        key for key, cover in covers.items() if cover == min((c for c in covers.values() if c in (0, 1)), default=None)
    }
    of_people = {h.measure.key for h in found if h.measure.subjects[0] in _OF_PEOPLE}
    return near if set(asked) & _OF_PEOPLE else (near - of_people) or near


def _in_force(case: Case, covering: Sequence[Held], partial: Sequence[Held], nearest: Sequence[Held]) -> RegisterCheck:
    live = _those(covering, LegalStatus.IN_FORCE)
    calls = [h for h in live if h.measure.binding is Binding.CALLED_UPON]
    closest = [h for h in nearest if h in live] or live
    if live and all(h in calls for h in closest) and _BANS.search(case.measure.text):
        return _answer(CheckAnswer.DISAGREES, "a call, which does not bind", closest, Difference.FORCE, case=case)
    if live:
        only = f"; {_keys(calls)} only calls upon" if calls else ""
        return _answer(CheckAnswer.AGREES, f"in force{only}", live, case=case)
    if unknown := _those(covering, LegalStatus.UNKNOWN):
        return _answer(CheckAnswer.UNKNOWN, _why(unknown), unknown, case=case)
    if part := _those(partial, LegalStatus.IN_FORCE):
        on = dict.fromkeys(s for h in part for s in h.measure.subjects if _is_part(s, case.subjects))
        return _answer(CheckAnswer.DISAGREES, f"in force only on {', '.join(on)}", part, Difference.SCOPE, case=case)
    return _otherwise(case, covering or partial)


def _ended(case: Case, held: Sequence[Held]) -> RegisterCheck:
    over = [h for h in _those(held, LegalStatus.ENDED) if h.state.how in _GONE]
    live = [h for h in held if h.state.status in (LegalStatus.IN_FORCE, LegalStatus.SUSPENDED)]
    hits = [h for h in over if case.tells(h.state.since)] if case.span is not None else over
    if hits and not live:
        return _answer(CheckAnswer.AGREES, _ends(hits), hits, case=case)
    if hits:
        says = f"{_ends(hits)}: {_keys(hits)}; still in force: {_keys(live)}"
        return _answer(CheckAnswer.DISAGREES, says, [*hits, *live], Difference.SCOPE, case=case)
    if live:
        return _answer(CheckAnswer.DISAGREES, _until(live), live, Difference.STATUS, case=case)
    if unknown := _those(held, LegalStatus.UNKNOWN):
        return _answer(CheckAnswer.UNKNOWN, _why(unknown), unknown, case=case)
    if over:
        last = _latest(over)
        return _answer(CheckAnswer.DISAGREES, _ends(last), last, Difference.DATE, case=case)
    return _otherwise(case, held)


def _suspended(case: Case, held: Sequence[Held]) -> RegisterCheck:
    if paused := _those(held, LegalStatus.SUSPENDED):
        return _answer(CheckAnswer.AGREES, "suspended", paused, case=case)
    other = [h for h in held if any(i.suspended for i in h.measure.intervals)]
    if other:
        days = dict.fromkeys(told(p.starts) for h in other for i in h.measure.intervals for p in i.suspended)
        return _answer(CheckAnswer.DISAGREES, f"suspended from {', '.join(days)}", other, Difference.DATE, case=case)
    return _answer(CheckAnswer.NOT_HELD, "no suspension of theirs")


def _restored(case: Case, held: Sequence[Held]) -> RegisterCheck:
    """Compare what came back: the second interval of a measure, or an act that reinstates others."""
    back = [h for h in held if len(h.measure.intervals) > 1 or _reinstates(h)]
    if not back:
        return _answer(CheckAnswer.NOT_HELD, "nothing of theirs that came back")
    live = [h for h in _those(back, LegalStatus.IN_FORCE) if _is_back(h)]
    starts = list(dict.fromkeys(told(m) for h in back if (m := h.measure.intervals[-1].applies_from) is not None))
    if not live:
        says = f"not then: from {', '.join(starts)}"
        return _answer(CheckAnswer.DISAGREES, says, back, Difference.STATUS, case=case)
    hits = live if case.span is None else [h for h in live if case.tells(h.measure.intervals[-1].applies_from)]
    if not hits:
        return _answer(CheckAnswer.DISAGREES, f"from {', '.join(starts)}", live, Difference.DATE, case=case)
    return _answer(CheckAnswer.AGREES, f"from {', '.join(starts)}", hits, case=case)


def _imposed(case: Case, held: Sequence[Held]) -> RegisterCheck:
    """Compare what was put on at a time told; what is not found may be a listing, of which the register holds few."""
    began = [h for h in held if any(map(case.tells, (h.measure.adopted, h.measure.published, *_starts(h))))]
    if began:
        return _answer(CheckAnswer.AGREES, "imposed then", began, case=case)
    return _answer(CheckAnswer.NOT_HELD, "none of theirs that began then; it may be a listing")


def _otherwise(case: Case, held: Sequence[Held]) -> RegisterCheck:
    """Return that none is in force: what ended last, or else what is to begin first."""
    if over := _those(held, LegalStatus.ENDED):
        last = _latest(over)
        return _answer(CheckAnswer.DISAGREES, _ends(last), last, Difference.STATUS, case=case)
    if paused := _those(held, LegalStatus.SUSPENDED):
        return _answer(CheckAnswer.DISAGREES, "suspended", paused, Difference.STATUS, case=case)
    starts = [h for h in held if h.state.starts is not None]
    first = min((h.state.starts.first for h in starts if h.state.starts is not None), default=None)
    soonest = [h for h in starts if h.state.starts is not None and h.state.starts.first == first] or list(held)
    day = soonest[0].state.starts
    return _answer(
        CheckAnswer.DISAGREES, f"not yet{f': from {told(day)}' if day else ''}", soonest, Difference.STATUS, case=case
    )


def _with_claims(
    case: Case, check: RegisterCheck, found: Sequence[Held], claims: Sequence[MeasureClaim]
) -> RegisterCheck:
    """Add who claims what the text has and the register has not: a claimed snapback, a claimed end."""
    effect = {MeasureStatus.RESTORED: ClaimedEffect.RESTORED} | dict.fromkeys(_OVER, ClaimedEffect.ENDED)
    if check.answer is not CheckAnswer.DISAGREES or case.measure.status not in effect:
        return check
    keys = {h.measure.key for h in found}
    held = [
        c
        for c in claims
        if c.claims is effect[case.measure.status]
        and keys & set(c.of)
        and (c.since is None or (c.since.first <= end_of(case.day) and (case.span is None or case.tells(c.since))))
    ]
    said = [f"claimed by {', '.join(c.said_by)}, rejected by {', '.join(c.rejected_by) or 'nobody'}" for c in held]
    return RegisterCheck(
        check.imposer,
        check.answer,
        check.differs,
        (*check.keys, *(c.key for c in held)),
        check.says,
        tuple(dict.fromkeys((*check.contested, *said))),
    )


def _answer(
    answer: CheckAnswer, says: str, held: Sequence[Held] = (), *differs: Difference, case: Case | None = None
) -> RegisterCheck:
    contested = dict.fromkeys(_contests(case, held)) if case is not None else {}
    return RegisterCheck(None, answer, differs, tuple(h.measure.key for h in held), says, tuple(contested))


def _contests(case: Case, held: Iterable[Held]) -> Iterable[str]:
    for h in held:
        for contest in h.state.contested:
            if contest.subject is None or not case.subjects or contest.subject in case.subjects:
                about = f"{contest.subject}: " if contest.subject is not None else ""
                yield f"{about}{', '.join(contest.who)}: {contest.says}"


def _those(held: Iterable[Held], status: LegalStatus) -> list[Held]:
    return [h for h in held if h.state.status is status]


def _latest(held: Sequence[Held]) -> list[Held]:
    """Return those that ended last."""
    last = max((h.state.since.first for h in held if h.state.since is not None), default=None)
    return [h for h in held if h.state.since is None or h.state.since.first == last]


def _ends(held: Sequence[Held]) -> str:
    ends = (f"{h.state.how.value} {told(h.state.since)}" for h in held if h.state.how and h.state.since)
    return ", ".join(dict.fromkeys(ends))


def _until(held: Sequence[Held]) -> str:
    """Tell that measures are in force, and until when those are that the register knows to have ended later."""
    ends = dict.fromkeys(told(h.state.until) for h in held if h.state.until is not None and _ends_itself(h))
    return f"in force until {', '.join(ends)}" if ends else "in force"


def _ends_itself(held: Held) -> bool:
    return any(i.to is not None and i.to == held.state.until for i in held.measure.intervals)


def _why(held: Sequence[Held]) -> str:
    return "; ".join(dict.fromkeys(h.state.why for h in held if h.state.why))


def _keys(held: Sequence[Held]) -> str:
    return ", ".join(h.measure.key for h in held)


def _is_part(name: str, asked: Sequence[str]) -> bool:
    return any(subjects().cover(name, s) in (2, 3) for s in asked)


def _starts(held: Held) -> Iterable[Moment]:
    return (i.applies_from for i in held.measure.intervals if i.applies_from is not None)


def _reinstates(held: Held) -> bool:
    return any(relation is MeasureRelation.REINSTATES for relation, _ in held.measure.relations)


def _is_back(held: Held) -> bool:
    """Whether what is in force is the last interval and not the first of two."""
    return len(held.measure.intervals) == 1 or held.state.since == held.measure.intervals[-1].applies_from
