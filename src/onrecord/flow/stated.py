"""Does a text have the measures right that it speaks of? Each is held against the register of measures.

A pure function of the reading and the register: the day is that of publication, or the one the text tells. What is only expected,
threatened, demanded or proposed, what is eased, and what is on nobody the register knows as a state or body, is not compared.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.flow.measures import Asked, Held, end_of, held_among, imposer_named, target_names
from onrecord.flow.stated_subjects import subjects_named
from onrecord.flow.stated_verdicts import Case, verdict
from onrecord.records import Filler, Measure, MeasureStatus, Reading
from onrecord.records.checks import CheckAnswer, RegisterCheck
from onrecord.registers import Imposer, Regimes, gazetteer, regimes

__all__ = ["checked", "checks_of"]

LONGEST = 4
"""Words of the longest name of an imposer looked for in a measure's own words."""
_BEFORE_TARGET = re.compile(r"\b(?:on|against|over|to)\b")
COMPARED = frozenset(
    (
        MeasureStatus.IN_FORCE,
        MeasureStatus.IMPOSED,
        MeasureStatus.EXTENDED,
        MeasureStatus.RESTORED,
        MeasureStatus.VIOLATED,
        MeasureStatus.EVADED,
        MeasureStatus.SUSPENDED,
        MeasureStatus.LIFTED,
        MeasureStatus.ENDED,
    )
)
"""What a register can bear out; the rest is to come, is wished for, or is a matter of degree."""


def checked(reading: Reading, register: Regimes | None = None) -> Reading:
    """Return a reading whose stated measures have been held against the register."""
    if not reading.measures:
        return reading
    held_in = register or regimes()
    told = []
    for measure in reading.measures:
        checks = checks_of(measure, reading.document.published_on, held_in)
        keys = tuple(dict.fromkeys(key for check in checks for key in check.keys))
        told.append(replace(measure, register=keys, checks=checks))
    return replace(reading, measures=tuple(told))


def checks_of(measure: Measure, published: date | None, register: Regimes) -> tuple[RegisterCheck, ...]:
    """Return what the register says to a stated measure: a check for each of its imposers, or one where none is told.

    Args:
        measure: as the text has it.
        published: the day of publication, if known.
        register: the register of measures.
    """
    if measure.status not in COMPARED:
        return (_not_compared(f"{measure.status.value}: no register bears that out"),)
    targets = tuple(name for filler in measure.target for name in _target_names(filler))
    if not targets:
        return (_not_compared("it is on no state or body that is known by name"),)
    if published is None and (measure.when is None or measure.when.when.last is None):
        return (_not_compared("no day is known"),)
    named = tuple(dict.fromkeys(_imposers(measure.imposer)))
    others = any(who.other is not None for who in named)
    told = named if others else tuple(dict.fromkeys((*named, *_in_its_words(measure.text))))
    return tuple(_check(measure, published, targets, who, register) for who in told or (_Who(None, None),))


@dataclass(frozen=True, slots=True)
class _Who:
    """Who imposes: of the register's, or by a name that it does not have."""

    imposer: Imposer | None
    other: str | None


def _target_names(filler: Filler) -> tuple[str, ...]:
    return target_names(filler.name) or target_names(filler.text)


def _imposers(fillers: Sequence[Filler]) -> Iterator[_Who]:
    for filler in fillers:
        imposer = imposer_named(filler.name) or imposer_named(filler.text) or _leading(filler.name)
        named = gazetteer().state(filler.name) is not None or gazetteer().body(filler.name) is not None
        if imposer is not None or named:  # "the council", "critics": nobody known by name
            yield _Who(imposer, None if imposer is not None else filler.name)


def _leading(name: str) -> Imposer | None:
    """Return the imposer that a name begins with: "European Union foreign ministers", "the British government"."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    return next((i for end in range(LONGEST, 0, -1) if (i := imposer_named(" ".join(words[:end]))) is not None), None)


def _in_its_words(text: str) -> tuple[_Who, ...]:
    """Return the imposers that the measure's own words name before its target: "The UN and EU sanctions on"."""
    words = _BEFORE_TARGET.split(text, maxsplit=1)[0].replace("’", "'").replace(",", " ").split()
    found: dict[_Who, None] = {}
    start = 0
    while start < len(words):
        ends = range(min(start + LONGEST, len(words)), start, -1)
        named = ((imposer_named(" ".join(words[start:end]).removesuffix("'s")), end) for end in ends)
        imposer, start = next(((i, end) for i, end in named if i is not None), (None, start + 1))
        if imposer is not None:
            found[_Who(imposer, None)] = None
    return tuple(found)


def _check(
    measure: Measure, published: date | None, targets: tuple[str, ...], who: _Who, register: Regimes
) -> RegisterCheck:
    if who.other is not None:
        return RegisterCheck(None, CheckAnswer.NOT_HELD, (), (), f"it has no measures of {who.other}", ())
    short = who.imposer.short if who.imposer is not None else None
    about = subjects_named(measure)
    if about is None:
        return _not_compared("what it is on is none of the register's subjects")
    case = Case(measure, about, published)
    held = held_among(register.measures.values(), Asked(targets, who.imposer, None), end_of(case.day))
    if not any(h.measure.target for h in held):
        return RegisterCheck(short, CheckAnswer.NOT_HELD, (), (), "it has none of theirs on the target", ())
    check = verdict(case, _on_it(held, case, targets), register.claims)
    if short is None and check.answer is not CheckAnswer.AGREES:
        return _not_compared("whose it is is not told")
    return replace(check, imposer=short)


def _on_it(held: Sequence[Held], case: Case, targets: tuple[str, ...]) -> list[Held]:
    """Return the measures that a text on these targets may mean, those on nobody else first.

    What can be on anybody is meant only where the text says what about and that it is in force: nobody calls the order on weapons
    of mass destruction "sanctions on Chile".
    """
    anybody = bool(case.subjects) and case.measure.status in (MeasureStatus.IN_FORCE, MeasureStatus.EXTENDED)
    meant = [h for h in held if h.measure.target or anybody]
    return sorted(meant, key=lambda h: (not h.measure.target, not set(h.measure.target) <= set(targets)))


def _not_compared(says: str) -> RegisterCheck:
    return RegisterCheck(None, CheckAnswer.NOT_COMPARED, (), (), says, ())
