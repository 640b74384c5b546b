"""Checking: every fault of every table, with its file and line, for the analyst who edits them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import RegisterError
from onrecord.registers.entries import Body, Outlet, State
from onrecord.registers.frames import FOLDER as FRAMES
from onrecord.registers.frames import load_frame
from onrecord.registers.gazetteer import BODIES, OUTLETS, STATES, keys_asked, keys_of, named
from onrecord.registers.gazetteer import TABLES as GAZETTEER
from onrecord.registers.inflection import IRREGULARS, Irregulars, by_form, stems
from onrecord.registers.lexicon import TABLES as LEXICON
from onrecord.registers.measure_nouns import MEASURE_NOUNS
from onrecord.registers.people import PEOPLE
from onrecord.registers.phrases import match_words
from onrecord.registers.programmes import REGIMES
from onrecord.registers.regimes_checking import read_programmes
from onrecord.registers.spelling import compact
from onrecord.registers.subjects import IMPOSERS, SUBJECTS
from onrecord.registers.tables import DATA, Row, Table
from onrecord.registers.units import UNITS
from onrecord.registers.weapons import WEAPONS, keys_of_weapon, load_weapons, plurals_of

__all__ = ["Checked", "bracketed", "check"]

_BRACKETED = re.compile(r"\[([^\[\]]+)\]")
_WORDS = re.compile(r"'s\b|[^\W_]+(?:[-./'](?!s\b)[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found.

    Attributes:
        faults: one for each fault, table by table.
        counts: how many rows each table has.
    """

    faults: tuple[RegisterError, ...]
    counts: Mapping[str, int]


def check(folder: Path = DATA) -> Checked:
    """Return every fault of the tables below ``folder``: heads, values, order, duplicates, examples, references."""
    faults: list[RegisterError] = []
    held: dict[str, list[tuple[Row, Any]]] = {}
    for table in (*LEXICON, MEASURE_NOUNS, IRREGULARS, UNITS, *GAZETTEER, PEOPLE, WEAPONS, IMPOSERS, SUBJECTS):
        held[table.path] = _entries(table, folder, faults)
        faults += _out_of_order(table, held[table.path])
    irregulars = by_form(entry for _, entry in held[IRREGULARS.path])
    for table in (*LEXICON, MEASURE_NOUNS):
        faults += _lexicon_examples(held[table.path], irregulars)
    for table in GAZETTEER:
        faults += _two_meanings(held[table.path])
        faults += _gazetteer_examples(held[table.path])
    faults += _unknown_states(held)
    faults += _people(held)
    faults += _units(held)
    faults += _weapons(held) or _weapon_lines(folder, faults)
    counts = {path: len(rows) for path, rows in held.items()}
    frame_faults, counts[FRAMES] = _frames(folder)
    programmes, regime_faults = read_programmes(folder, _known_names(held))
    told = {str(fault) for fault in faults}  # those of the two tables beside the programmes are there already
    counts[REGIMES] = sum(len(p.measures) for p in programmes)
    return Checked((*faults, *frame_faults, *(f for f in regime_faults if str(f) not in told)), counts)


def bracketed(example: str) -> list[str]:
    """Return what stands in square brackets in an example."""
    return _BRACKETED.findall(example)


def _entries(table: Table[Any], folder: Path, faults: list[RegisterError]) -> list[tuple[Row, Any]]:
    """Return the rows that can be read with what they hold; add what is wrong with the others to ``faults``."""
    entries: list[tuple[Row, Any]] = []
    rows = table.rows(folder)
    while True:
        try:
            row = next(rows, None)
        except RegisterError as fault:  # of the file: nothing more can be read from it
            faults.append(fault)
            return entries
        if row is None:
            return entries
        try:
            entries.append((row, table.parse(row)))
        except RegisterError as fault:
            faults.append(fault)


def _out_of_order(table: Table[Any], rows: list[tuple[Row, Any]]) -> Iterator[RegisterError]:
    last: tuple[str, ...] = ()
    for row, entry in rows:
        key = table.key(entry)
        if key == last:
            yield row.fault(f"{' '.join(key)!r} a second time", "each entry once")
        elif key < last:
            yield row.fault(f"{' '.join(key)!r} after {' '.join(last)!r}", "rows in the order of their first column")
        last = max(key, last)


def _lexicon_examples(rows: list[tuple[Row, Any]], irregulars: Irregulars) -> Iterator[RegisterError]:
    """Find examples in which no bracket, or one that is not the entry, stands."""
    for row, entry in rows:
        parts = bracketed(entry.example)
        if len(parts) != 1:
            yield row.fault(f"{len(parts)} bracketed parts in {entry.example!r}", "one")
            continue
        forms = _WORDS.findall(parts[0].lower().replace("’", "'"))
        end = match_words(entry.words, forms, 0, lambda form, lemma: lemma in stems(form, irregulars))
        if end != len(forms):
            yield row.fault(f"[{parts[0]}] in the example", f"a form of {' '.join(entry.words)!r}")


def _gazetteer_examples(rows: list[tuple[Row, Any]]) -> Iterator[RegisterError]:
    for row, entry in rows:
        keys = {key for name in named(entry) for key in keys_of(name, entry)}
        parts = bracketed(entry.example)
        if not parts:
            yield row.fault("no bracketed part in the example", "at least one")
        for part in parts:
            if not keys.intersection(keys_asked(part)):
                yield row.fault(f"[{part}] in the example", f"a name of {entry.name}")


def _two_meanings(rows: list[tuple[Row, Any]]) -> Iterator[RegisterError]:
    """Find names that already stand for an entry above."""
    meant: dict[str, State | Body | Outlet] = {}
    for row, entry in rows:
        for name in named(entry):
            for key in keys_of(name, entry):
                other = meant.setdefault(key, entry)
                if other is not entry and other.name != entry.name:
                    yield row.fault(f"{name!r}, which is {other.name} already", "one meaning a name")
                    break


def _people(held: Mapping[str, list[tuple[Row, Any]]]) -> Iterator[RegisterError]:
    """Yield office holders who speak for what no table has, and examples without their name."""
    known = _known_names(held)
    for row, person in held[PEOPLE.path]:
        if person.speaks_for is not None and person.speaks_for not in known:
            yield row.fault(f"speaks_for {person.speaks_for!r}", f"nothing or a name of {STATES.path} or {BODIES.path}")
        if bracketed(person.example) not in ([person.name], *([a] for a in person.aliases)):
            yield row.fault(f"example {person.example!r}", "a sentence with the name, once, in square brackets")


def _known_names(held: Mapping[str, list[tuple[Row, Any]]]) -> set[str]:
    """Return the names of states and bodies."""
    return {entry.name for table in (STATES, BODIES) for _, entry in held[table.path]}


def _weapon_lines(folder: Path, faults: list[RegisterError]) -> list[RegisterError]:
    """Return the circle of kinds that the weapons of a table without other faults run in, if there is one."""
    if any(str(fault).startswith(WEAPONS.path) for fault in faults):
        return []
    try:
        load_weapons(folder)
    except RegisterError as fault:
        return [fault]
    return []


def _weapons(held: Mapping[str, list[tuple[Row, Any]]]) -> list[RegisterError]:
    """Return weapons of a kind that is none, names that two share, and examples that hold none of them."""
    return list(_weapon_faults(held))


def _weapon_faults(held: Mapping[str, list[tuple[Row, Any]]]) -> Iterator[RegisterError]:
    rows = held[WEAPONS.path]
    known, meant = {weapon.name for _, weapon in rows}, dict[str, str]()
    for row, weapon in rows:
        if weapon.parent is not None and weapon.parent not in known:
            yield row.fault(f"parent {weapon.parent!r}", "nothing or a name of the table")
        keys = set(keys_of_weapon(weapon))
        for key in sorted(keys):
            if meant.setdefault(key, weapon.name) != weapon.name:
                yield row.fault(f"{key!r}, which is {meant[key]} already", "one meaning a name")
        forms = keys | set(plurals_of(weapon))
        if [compact(part) in forms for part in bracketed(weapon.example)] != [True]:
            yield row.fault(f"example {weapon.example!r}", "a sentence with one of the names, once, in square brackets")


def _units(held: Mapping[str, list[tuple[Row, Any]]]) -> Iterator[RegisterError]:
    """Yield units whose example holds none of their forms."""
    for row, unit in held[UNITS.path]:
        forms = {form.lower() for form in unit.forms}
        if [part.lower() in forms for part in bracketed(unit.example)] != [True]:
            yield row.fault(f"example {unit.example!r}", "a sentence with one of the forms, once, in square brackets")


def _frames(folder: Path) -> tuple[list[RegisterError], int]:
    """Return the first fault of each frame's file, and how many there are."""
    paths = sorted((folder / FRAMES).glob("*.yml"))
    faults = [] if paths else [RegisterError(FRAMES, "No such file or directory", "a YAML file for each frame")]
    for path in paths:
        try:
            load_frame(path)
        except RegisterError as fault:
            faults.append(fault)
    return faults, len(paths)


def _unknown_states(held: Mapping[str, list[tuple[Row, Any]]]) -> Iterator[RegisterError]:
    known = {state.name for _, state in held[STATES.path]}
    for table in (BODIES, OUTLETS):
        for row, entry in held[table.path]:
            if entry.state is not None and entry.state not in known:
                yield row.fault(f"state {entry.state!r}", f"nothing or a name of {STATES.path}")
