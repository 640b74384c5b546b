"""Checking the register of measures: every fault of every file, and what files say of one another and of the gazetteer."""

from collections.abc import Collection, Iterator
from pathlib import Path

from onrecord.errors import RegisterError
from onrecord.records.regimes import LegalMeasure, MeasureRelation, Programme
from onrecord.registers.programmes import REGIMES, read_programme
from onrecord.registers.subjects import Imposer, load_imposers, load_subjects

__all__ = ["read_programmes"]


def read_programmes(folder: Path, names: Collection[str]) -> tuple[list[Programme], list[RegisterError]]:
    """Return the programmes of the register below ``folder`` that can be read, and all faults.

    Args:
        folder: a data folder.
        names: names of states and bodies that the gazetteer has.
    """
    paths = sorted((folder / REGIMES).glob("*.yml"))
    if not paths:
        return [], [RegisterError(REGIMES, "No such file or directory", "a YAML file for each programme")]
    faults: list[RegisterError] = []
    try:
        subjects = frozenset(load_subjects(folder).by_name)
        imposers = {i.name: i for i in load_imposers(folder).values()}
    except RegisterError as fault:
        return [], [fault]
    programmes = [p for path in paths if (p := read_programme(path, subjects, faults)) is not None]
    measures = {m.key: m for p in programmes for m in p.measures}
    faults += _keys(programmes, imposers)
    faults += _names(programmes, names)
    faults += _references(programmes, measures)
    return programmes, faults


def _keys(programmes: list[Programme], imposers: dict[str, Imposer]) -> Iterator[RegisterError]:
    """Yield keys that stand twice, and keys of programmes and measures that do not begin with their imposer's short name."""
    met: set[str] = set()
    for programme in programmes:
        where = f"{REGIMES}/{programme.key}.yml"
        imposer = imposers.get(programme.imposer)
        if imposer is None:
            yield RegisterError(f"{where}: imposer", repr(programme.imposer), f"one of {', '.join(imposers)}")
        for key in (programme.key, *(m.key for m in programme.measures)):
            if imposer is not None and not key.startswith(f"{imposer.short}-"):
                yield RegisterError(f"{where}: key", repr(key), f"a key that begins with {imposer.short}-")
        others = (*(c.key for c in programme.claims), *(m.key for m in programme.monitors))
        for key in (*(m.key for m in programme.measures), *others):
            if key in met:
                yield RegisterError(f"{where}: {key}: key", f"{key!r} a second time", "each key once")
            met.add(key)


def _names(programmes: list[Programme], names: Collection[str]) -> Iterator[RegisterError]:
    for programme in programmes:
        where = f"{REGIMES}/{programme.key}.yml"
        told = [
            *((m.key, "target", name) for m in programme.measures for name in m.target),
            *((m.key, "contested_by", name) for m in programme.measures for c in m.contested_by for name in c.who),
            *((c.key, "said_by", name) for c in programme.claims for name in c.said_by),
            *((c.key, "rejected_by", name) for c in programme.claims for name in c.rejected_by),
        ]
        for key, field, name in told:
            if name not in names:
                expected = "a name of gazetteer/states.csv or gazetteer/bodies.csv"
                yield RegisterError(f"{where}: {key}: {field}", repr(name), expected)


def _references(programmes: list[Programme], measures: dict[str, LegalMeasure]) -> Iterator[RegisterError]:
    """Yield relations to what is no measure, to itself, and measures known for longer than the ones they are a part of."""
    for programme in programmes:
        where = f"{REGIMES}/{programme.key}.yml"
        for claim in programme.claims:
            for key in claim.of:
                if key not in measures:
                    yield RegisterError(f"{where}: {claim.key}: of", repr(key), "the key of a measure")
        for measure in programme.measures:
            for relation, key in measure.relations:
                if key not in measures or key == measure.key:
                    yield RegisterError(f"{where}: {measure.key}: {relation}", repr(key), "the key of another measure")
                elif relation is MeasureRelation.AMENDS and _outlives(measure, measures[key]):
                    expected = f"none, or not after that of {key}, which it is a part of"
                    yield RegisterError(f"{where}: {measure.key}: known_until", _known(measure), expected)


def _outlives(part: LegalMeasure, whole: LegalMeasure) -> bool:
    """Whether an act is said to be in force for longer than the act it amends is known to be."""
    own, other = part.intervals[-1:], whole.intervals[-1:]
    if not own or not other or other[0].known_until is None:
        return False
    return own[0].to is None and (own[0].known_until is None or own[0].known_until.first > other[0].known_until.first)


def _known(measure: LegalMeasure) -> str:
    known = measure.intervals[-1].known_until
    return "nothing" if known is None else known.edtf
