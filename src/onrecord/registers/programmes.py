"""A programme of the register of measures, read from its YAML file field by field; ``data/AUTHORING.md`` explains the fields."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import RegisterError
from onrecord.records.regimes import (
    Binding,
    ClaimedEffect,
    Confidence,
    Contest,
    EndedHow,
    Interval,
    LegalKind,
    LegalMeasure,
    MeasureClaim,
    MeasureRelation,
    Monitor,
    Programme,
    Suspension,
)
from onrecord.registers.yaml_fields import Fields, read_yaml

__all__ = ["REGIMES", "read_programme"]

REGIMES = "regimes"
_TOP = ("title", "imposer", "checked", "target", "jurisdiction", "measures", "claims", "monitors")
_MEASURE = (
    "key", "instrument", "provision", "kind", "binding", "restricts", "subjects", "addressee", "jurisdiction", "target",
    "parties", "licences", "adopted", "published", "intervals", "relation", "contested_by", "confidence", "gaps", "sources",
)  # fmt: skip
_INTERVAL = ("applies_from", "to", "known_until", "ended_how", "ended_by", "suspended")
_CLAIM = (
    "key", "claims", "of", "said_by", "since", "says", "instrument", "rejected_by", "rejection", "confidence", "gaps", "sources",
)  # fmt: skip
_MONITOR = ("key", "name", "instrument", "does", "starts", "to", "ended_by", "confidence", "gaps", "sources")
ANY = "any"
"""For a target: a measure that can be on anybody."""


def read_programme(path: Path, subjects: frozenset[str], faults: list[RegisterError]) -> Programme | None:
    """Return the programme of a file, or None where the file cannot be read; add what is wrong to ``faults``.

    Args:
        path: the file; its name is the programme's key.
        subjects: the controlled subjects.
        faults: where faults are added to, each with file, entry and field.
    """
    where = f"{REGIMES}/{path.name}"
    try:
        raw = read_yaml(path, where)
    except RegisterError as fault:
        faults.append(fault)
        return None
    top = Fields(where, raw, _TOP, faults)
    entries = top.entries("measures")
    if not entries:
        top.fault("measures", "nothing", "at least one measure")
    return Programme(
        path.stem,
        top.text("title"),
        top.text("imposer"),
        _checked(top),
        tuple(_measure(path.stem, top, e, subjects) for e in entries),
        tuple(_claim(path.stem, top, e) for e in top.entries("claims")),
        tuple(_monitor(path.stem, top, e) for e in top.entries("monitors")),
    )


def _checked(top: Fields) -> date:
    value = top.raw.get("checked")
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        top.fault("checked", repr(value), "the day on which the file was checked, YYYY-MM-DD")
        return date.min


def _entry(top: Fields, raw: Any, fields: tuple[str, ...]) -> Fields:
    """Return the fields of an entry, named by its key in messages."""
    key = raw.get("key") if isinstance(raw, dict) else None
    return Fields(f"{top.where}: {key}" if isinstance(key, str) else top.where, raw, fields, top.faults)


def _measure(programme: str, top: Fields, raw: Any, subjects: frozenset[str]) -> LegalMeasure:
    own = _entry(top, raw, _MEASURE)
    kind = own.choice("kind", LegalKind) or LegalKind.PROHIBITION
    return LegalMeasure(
        key=own.text("key"),
        programme=programme,
        imposer=str(top.raw.get("imposer")),
        instrument=own.text("instrument"),
        provision=own.maybe("provision"),
        kind=kind,
        binding=_binding(own, kind),
        restricts=own.text("restricts"),
        subjects=_subjects(own, subjects),
        addressee=own.text("addressee"),
        jurisdiction=(own if own.raw.get("jurisdiction") is not None else top).maybe("jurisdiction"),
        target=_target(own if own.raw.get("target") is not None else top),
        parties=own.maybe("parties"),
        licences=own.texts("licences"),
        adopted=own.moment("adopted"),
        published=own.moment("published"),
        intervals=_intervals(own),
        relations=_relations(own),
        contested_by=tuple(_contests(own, subjects)),
        confidence=own.choice("confidence", Confidence) or Confidence.MEDIUM,
        gaps=own.texts("gaps"),
        sources=own.texts("sources", needed=True),
    )


def _binding(own: Fields, kind: LegalKind) -> Binding | None:
    """Return whether a measure binds; an authority cannot, alone."""
    if kind is LegalKind.AUTHORITY:
        if own.raw.get("binding") is not None:
            own.fault("binding", repr(own.raw["binding"]), "no such field at an authority, which alone binds nobody")
        return None
    return own.choice("binding", Binding)


def _subjects(own: Fields, subjects: frozenset[str]) -> tuple[str, ...]:
    found = own.texts("subjects", needed=True)
    for name in found:
        if name not in subjects:
            own.fault("subjects", repr(name), f"some of {', '.join(sorted(subjects))}")
    return found


def _target(fields: Fields) -> tuple[str, ...]:
    """Return the states and bodies a measure is on; none where it can be on anybody."""
    return () if fields.raw.get("target") == ANY else fields.texts("target", needed=True)


def _intervals(own: Fields) -> tuple[Interval, ...]:
    entries = own.entries("intervals")
    if not entries:
        own.fault("intervals", "nothing", "at least one; {} where no day was read")
    found: list[Interval] = []
    for number, raw in enumerate(entries, start=1):
        fields = Fields(f"{own.where}: interval {number}", raw, _INTERVAL, own.faults)
        interval = Interval(
            fields.moment("applies_from"),
            fields.moment("to"),
            fields.moment("known_until"),
            fields.choice("ended_how", EndedHow, needed=False),
            fields.maybe("ended_by"),
            tuple(_suspensions(fields)),
        )
        _check_interval(fields, interval, found[-1] if found else None)
        found.append(interval)
    return tuple(found)


def _check_interval(fields: Fields, interval: Interval, before: Interval | None) -> None:
    """Add what cannot be: an end before the beginning, an end without its how, intervals out of order."""
    start, end, known = interval.applies_from, interval.to, interval.known_until
    if (end is None) != (interval.ended_how is None):
        got = "no ended_how" if end is not None else "an ended_how without a to"
        fields.fault("ended_how", got, "both, or neither while it is open")
    if end is not None and known is not None:
        fields.fault("known_until", known.edtf, "no such field where there is a to")
    for name, moment in (("to", end), ("known_until", known)):
        if start is not None and moment is not None and moment.first < start.last:
            fields.fault(name, moment.edtf, f"a day after applies_from, {start.edtf}")
    _check_suspensions(fields, interval)
    if before is not None:
        if before.to is None:
            fields.fault("", "an interval behind one that is open", "a to and an ended_how in the one before")
        elif start is None or start.first < before.to.last:
            got = "nothing" if start is None else start.edtf
            fields.fault("applies_from", got, f"a day not before the end of the one before, {before.to.edtf}")


def _check_suspensions(fields: Fields, interval: Interval) -> None:
    """Add suspensions that begin before the interval or go on behind it."""
    start, end = interval.applies_from, interval.to
    for pause in interval.suspended:
        if start is not None and pause.starts.first < start.last:
            fields.fault("suspended", pause.starts.edtf, f"a day within the interval, not before {start.edtf}")
        if pause.to is not None and end is not None and pause.to.last > end.first:
            fields.fault("suspended", pause.to.edtf, f"a day within the interval, not after {end.edtf}")


def _suspensions(interval: Fields) -> Iterator[Suspension]:
    last: Suspension | None = None
    for raw in interval.entries("suspended"):
        fields = Fields(f"{interval.where}: suspended", raw, ("from", "to"), interval.faults)
        starts, end = fields.moment("from"), fields.moment("to")
        if starts is None:
            if fields.raw.get("from") is None:
                fields.fault("from", "nothing", "the day from which it is set aside")
            continue
        if end is not None and end.first <= starts.last:
            fields.fault("to", end.edtf, f"a day after {starts.edtf}")
        if last is not None and (last.to is None or starts.first < last.to.last):
            fields.fault("from", starts.edtf, "a day not before the end of the suspension before")
        last = Suspension(starts, end)
        yield last


def _relations(own: Fields) -> tuple[tuple[MeasureRelation, str], ...]:
    raw = own.raw.get("relation")
    if raw is None:
        return ()
    fields = Fields(f"{own.where}: relation", raw, tuple(MeasureRelation), own.faults)
    return tuple((relation, key) for relation in MeasureRelation for key in fields.texts(relation))


def _contests(own: Fields, subjects: frozenset[str]) -> Iterator[Contest]:
    for raw in own.entries("contested_by"):
        fields = Fields(f"{own.where}: contested_by", raw, ("who", "since", "says", "subject"), own.faults)
        subject = fields.maybe("subject")
        if subject is not None and subject not in subjects:
            fields.fault("subject", repr(subject), f"one of {', '.join(sorted(subjects))}")
        yield Contest(fields.texts("who", needed=True), fields.moment("since"), fields.text("says"), subject)


def _claim(programme: str, top: Fields, raw: Any) -> MeasureClaim:
    own = _entry(top, raw, _CLAIM)
    return MeasureClaim(
        own.text("key"),
        programme,
        own.choice("claims", ClaimedEffect) or ClaimedEffect.ENDED,
        own.texts("of", needed=True),
        own.texts("said_by", needed=True),
        own.moment("since"),
        own.text("says"),
        own.text("instrument"),
        own.texts("rejected_by"),
        own.maybe("rejection"),
        own.choice("confidence", Confidence) or Confidence.MEDIUM,
        own.texts("gaps"),
        own.texts("sources", needed=True),
    )


def _monitor(programme: str, top: Fields, raw: Any) -> Monitor:
    own = _entry(top, raw, _MONITOR)
    return Monitor(
        own.text("key"),
        programme,
        own.text("name"),
        own.text("instrument"),
        own.text("does"),
        own.moment("starts"),
        own.moment("to"),
        own.maybe("ended_by"),
        own.choice("confidence", Confidence) or Confidence.MEDIUM,
        own.texts("gaps"),
        own.texts("sources", needed=True),
    )
