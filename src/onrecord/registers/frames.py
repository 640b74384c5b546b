"""Frames: what can be done with arms and with measures, which words tell it, and which part of a sentence plays which role."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from onrecord.errors import RegisterError
from onrecord.registers.tables import DATA

__all__ = ["FOLDER", "Example", "Frame", "Frames", "Trigger", "frames", "load_frame", "load_frames"]

FOLDER = "frames"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KINDS = frozenset(
    (
        "arms",
        "measure",
        "party",
        "forces",
        "state",
        "firm",
        "trade",
        "their trade",
        "deed",
        "task",
        "ban",
        "licence",
        "list",
        "assets",
        "draft",
        "reprisal",
        "proposal",
        "licensing",
        "company",
        "freight",
    )
)
"""What a role can be asked to be."""
PLOVER = frozenset(
    (
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
        "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    )
)  # fmt: skip
"""The event types of PLOVER (openeventdata/PLOVER, manual 2018)."""
_TOP = frozenset(("says", "roles", "core", "triggers", "fires", "silent"))
_KEYS = frozenset(("verbs", "nouns", "plover", "needs", "assumes", "without", "slots", "nominal"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a frame in one way of construction.

    Attributes:
        frame: the frame's name.
        plover: the event type of PLOVER; None where PLOVER has none.
        needs: what a role must be for the words to count: "goods" must be "arms".
        assumes: needs that need not be said where arms are spoken of near by and a side is told ("will not sell to Chile").
        without: slots that must be empty, since what stands there would be something else ("supplied Chile with gas").
        slots: role by slot of the sentence: "subject", "object", "indirect", "possessor", "taker", "compound", "complement" or a
            preposition.
    """

    frame: str
    plover: str | None
    needs: Mapping[str, str]
    assumes: tuple[str, ...]
    without: tuple[str, ...]
    slots: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a frame must find: the trigger in square brackets, and who plays which role."""

    text: str
    roles: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of event.

    Attributes:
        name: the name of its file.
        says: what happens, in a sentence.
        roles: who and what takes part.
        core: the roles an analyst cannot do without.
        verbs: triggers by lemma of a verb, the particle with it.
        nouns: triggers by lemma of a noun.
        fires: sentences in which it must be found.
        silent: sentences in which it must not.
    """

    name: str
    says: str
    roles: tuple[str, ...]
    core: tuple[str, ...]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    fires: tuple[Example, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, and their triggers by lemma, in the order of the frames' names."""

    by_name: Mapping[str, Frame]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]


@cache
def frames() -> Frames:
    """Return the shipped frames, read once.

    Raises:
        RegisterError: one is damaged.
    """
    return load_frames(DATA)


def load_frames(folder: Path) -> Frames:
    """Return the frames of a data folder.

    Raises:
        RegisterError: the first fault found.
    """
    found = {path.stem: load_frame(path) for path in sorted((folder / FOLDER).glob("*.yml"))}
    verbs, nouns = defaultdict[str, list[Trigger]](list), defaultdict[str, list[Trigger]](list)
    for frame in found.values():
        for table, own in ((verbs, frame.verbs), (nouns, frame.nouns)):
            for lemma, triggers in own.items():
                table[lemma].extend(triggers)
    return Frames(
        MappingProxyType(found),
        MappingProxyType({k: tuple(v) for k, v in verbs.items()}),
        MappingProxyType({k: tuple(v) for k, v in nouns.items()}),
    )


def load_frame(path: Path) -> Frame:
    """Return the frame of a file.

    Raises:
        RegisterError: the file is no YAML, or an entry has another form than ``AUTHORING.md`` says.
    """
    where = f"{FOLDER}/{path.name}"
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RegisterError(where, str(error).splitlines()[0], "a YAML file in UTF-8") from error
    if not isinstance(raw, dict) or set(raw) != _TOP:
        got = ", ".join(sorted(map(str, raw))) if isinstance(raw, dict) else type(raw).__name__
        raise RegisterError(where, got, ", ".join(sorted(_TOP)))
    roles = _names(where, "roles", raw["roles"])
    core = _names(where, "core", raw["core"])
    if not set(core) <= set(roles):
        raise RegisterError(where, f"core {', '.join(core)}", f"some of {', '.join(roles)}")
    verbs, nouns = dict[str, list[Trigger]](), dict[str, list[Trigger]]()
    for entry in raw["triggers"]:
        _check(where, entry, roles)
        for lemmas, slots, table in (("verbs", "slots", verbs), ("nouns", "nominal", nouns)):
            for lemma in entry.get(lemmas) or ():
                needs, without = entry.get("needs") or {}, tuple(map(str, entry.get("without") or ()))
                assumes = tuple(map(str, entry.get("assumes") or ()))
                trigger = Trigger(path.stem, entry.get("plover"), needs, assumes, without, entry.get(slots) or {})
                table.setdefault(str(lemma), []).append(trigger)
    return Frame(
        path.stem,
        str(raw["says"]),
        roles,
        core,
        MappingProxyType({k: tuple(v) for k, v in verbs.items()}),
        MappingProxyType({k: tuple(v) for k, v in nouns.items()}),
        tuple(_example(where, e, roles) for e in raw["fires"]),
        _names(where, "silent", raw["silent"]),
    )


def _names(where: str, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(v, str) and v for v in value):
        raise RegisterError(where, f"{key} {value!r}", "a list of texts")
    return tuple(value)


def _check(where: str, entry: Any, roles: tuple[str, ...]) -> None:
    """Raise for a group of triggers that is not of the form."""
    if not isinstance(entry, dict) or not set(entry) <= _KEYS or not ({"verbs", "nouns"} & set(entry)):
        got = ", ".join(map(str, entry)) if isinstance(entry, dict) else repr(entry)
        raise RegisterError(
            where, f"a trigger with {got}", f"some of {', '.join(sorted(_KEYS))}, verbs or nouns among them"
        )
    if entry.get("plover") is not None and entry["plover"] not in PLOVER:
        raise RegisterError(where, f"plover {entry['plover']!r}", f"null or one of {', '.join(sorted(PLOVER))}")
    for table in ("slots", "nominal"):
        for slot, role in (entry.get(table) or {}).items():
            if not isinstance(slot, str) or role not in roles:
                raise RegisterError(
                    where, f"{table} {slot!r}: {role!r}", f"a slot in quotes and one of {', '.join(roles)}"
                )
    for role, kind in (entry.get("needs") or {}).items():
        if role not in roles or kind not in KINDS:
            raise RegisterError(where, f"needs {role}: {kind}", f"a role and one of {', '.join(sorted(KINDS))}")


def _example(where: str, entry: Any, roles: tuple[str, ...]) -> Example:
    if not isinstance(entry, dict) or set(entry) != {"text", "roles"} or str(entry["text"]).count("[") != 1:
        raise RegisterError(where, f"example {entry!r}", "text with the trigger in square brackets, and roles")
    given = {role: tuple(map(str, v)) if isinstance(v, list) else (str(v),) for role, v in entry["roles"].items()}
    if not set(given) <= set(roles):
        raise RegisterError(where, f"roles {', '.join(given)}", f"some of {', '.join(roles)}")
    return Example(str(entry["text"]), MappingProxyType(given))
