"""The gazetteer: states, institutions and outlets by every name the news gives them."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from onrecord.errors import RegisterError
from onrecord.registers.entries import Body, BodyKind, How, Outlet, OutletKind, State, StateMatch
from onrecord.registers.tables import DATA, Row, Table

__all__ = [
    "BODIES", "OUTLETS", "STATES", "TABLES", "Gazetteer", "fold", "gazetteer", "is_acronym", "keys_asked", "keys_of",
    "load_gazetteer", "named",
]  # fmt: skip

Entry = TypeVar("Entry")
Named = TypeVar("Named", Body, Outlet)
CASED = "="
"""Before a name that is also a common word ("=Chad"): it is met as written or in capitals, never in lower case."""
_ACRONYM = 4  # letters; up to here a name in capitals could be another word in lower case ("US", "IT", "WHO")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names and what they name.

    Lookups take a name with or without its article. Case, accents and the kind of apostrophe do not matter, except that
    short acronyms and names marked so in the table have to keep their capitals.

    Attributes:
        states: every state.
        bodies: every institution.
        outlets: every outlet.
        state_names: states by folded name; ``state()`` asks it.
        body_names: institutions by folded name; ``body()`` asks it.
        outlet_names: outlets by folded name; ``outlet()`` asks it.
        openings: first words of the names of states and institutions, as the names are folded.
    """

    states: tuple[State, ...]
    bodies: tuple[Body, ...]
    outlets: tuple[Outlet, ...]
    state_names: Mapping[str, StateMatch]
    body_names: Mapping[str, Body]
    outlet_names: Mapping[str, Outlet]
    openings: frozenset[str]

    def opens(self, word: str) -> bool:
        """Whether the name of a state or an institution may begin with a word; most capitalised words are soon told so."""
        return any(key in self.openings for key in keys_asked(word))

    def state(self, text: str) -> StateMatch | None:
        """Return the state a name, alias, adjective or capital stands for and which it was, or None."""
        return _look_up(self.state_names, text)

    def body(self, text: str) -> Body | None:
        """Return the institution of this name or alias, or None."""
        return _look_up(self.body_names, text)

    def outlet(self, text: str) -> Outlet | None:
        """Return the outlet of this name or alias, or None."""
        return _look_up(self.outlet_names, text)


@cache
def gazetteer() -> Gazetteer:
    """Return the shipped gazetteer, read once.

    Raises:
        RegisterError: a table is damaged, or a name stands for two things.
    """
    return load_gazetteer(DATA)


def load_gazetteer(folder: Path) -> Gazetteer:
    """Return the gazetteer of a data folder.

    Raises:
        RegisterError: the first fault found.
    """
    states, bodies, outlets = STATES.load(folder), BODIES.load(folder), OUTLETS.load(folder)
    state_names = _index(STATES.path, (pair for state in states for pair in _state_pairs(state)))
    body_names = _index(BODIES.path, _pairs(bodies))
    return Gazetteer(
        states=tuple(states),
        bodies=tuple(bodies),
        outlets=tuple(outlets),
        state_names=state_names,
        body_names=body_names,
        outlet_names=_index(OUTLETS.path, _pairs(outlets)),
        openings=frozenset(key.split(" ", 1)[0] for key in (*state_names, *body_names)) | {"the", "The", "THE"},
    )


def named(entry: State | Body | Outlet) -> tuple[str, ...]:
    """Return every name of an entry."""
    more = (*entry.adjectives, *entry.capitals) if isinstance(entry, State) else ()
    return (entry.name, *entry.aliases, *more)


def is_acronym(name: str) -> bool:
    """Whether a name is so short an acronym that it is met only in capitals, with or without full stops."""
    return name.isupper() and len(name.replace(".", "")) <= _ACRONYM


def _state_pairs(state: State) -> Iterable[tuple[str, StateMatch]]:
    kinds = (
        (How.NAME, (state.name,)),
        (How.ALIAS, state.aliases),
        (How.ADJECTIVE, state.adjectives),
        (How.CAPITAL, state.capitals),
    )
    for how, names in kinds:
        match = StateMatch(state, how)
        for name in names:
            yield from ((key, match) for key in keys_of(name, state))


def _pairs(entries: Iterable[Named]) -> Iterable[tuple[str, Named]]:
    return ((key, entry) for entry in entries for name in named(entry) for key in keys_of(name, entry))


def keys_of(name: str, entry: State | Body | Outlet) -> tuple[str, ...]:
    """Return what a name is found by: as it stands, and in capitals, or folded."""
    plain = _plain(name)
    if name in entry.cased:
        return (plain, plain.upper())
    return (plain,) if is_acronym(name) else (plain.casefold(),)


def _index(path: str, pairs: Iterable[tuple[str, Entry]]) -> Mapping[str, Entry]:
    """Return entries by their keys; of two meanings in one entry ("Singapore") the first one counts."""
    index: dict[str, Entry] = {}
    for key, entry in pairs:
        held = index.setdefault(key, entry)
        if held is not entry and _name(held) != _name(entry):
            raise RegisterError(path, f"{key!r} for {_name(held)} and for {_name(entry)}", "one meaning a name")
    return MappingProxyType(index)


def _name(entry: Any) -> str:
    return str(entry.state.name if isinstance(entry, StateMatch) else entry.name)


@lru_cache(maxsize=1 << 16)
def keys_asked(text: str) -> tuple[str, ...]:
    """Return the keys a text is looked up by: with and without its article, cased, then folded.

    Cased keys hold capitals and folded keys none, so that neither can be taken for the other.
    """
    plain = _plain(text)
    article, _, rest = plain.partition(" ")
    names = (plain, rest) if article.casefold() == "the" else (plain,)
    return tuple(key for name in names for key in (name, name.casefold()))


def _look_up(index: Mapping[str, Entry], text: str) -> Entry | None:
    for key in keys_asked(text):
        if key in index:
            return index[key]
    return None


def _plain(text: str) -> str:
    """Return a name without accents, with straight apostrophes and single spaces."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ʼ", "'"))
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return a name as people are looked up by: without accents, case, hyphens and full stops."""
    return " ".join(_plain(text).casefold().replace("-", " ").replace(".", " ").split())


def _many(row: Row, *columns: str) -> tuple[list[tuple[str, ...]], frozenset[str]]:
    """Return the names in each column, and those of them (and of the name itself) that are marked as cased."""
    raw = [row.many(column) for column in columns]
    cased = frozenset(name.removeprefix(CASED) for names in raw for name in names if name.startswith(CASED))
    own = row.cells["name"]
    # A marked alias that repeats the name marks the name.
    clean = [tuple(n.removeprefix(CASED) for n in names if n.removeprefix(CASED) != own or n == own) for names in raw]
    return clean, cased


def _state(row: Row) -> State:
    name, iso = row.text("name"), row.text("iso")
    if len(iso) != 2 or not iso.isupper():
        raise row.fault(f"iso {iso!r}", "two capitals")
    (adjectives, capitals, aliases), cased = _many(row, "adjective", "capital", "aliases")
    return State(name, iso, adjectives, capitals, aliases, cased, row.text("example"))


def _body(row: Row) -> Body:
    kind, state = row.one_of("kind", BodyKind), row.cells["state"] or None
    (aliases,), cased = _many(row, "aliases")
    return Body(row.text("name"), kind, state, aliases, cased, row.text("example"))


def _outlet(row: Row) -> Outlet:
    kind, state = row.one_of("kind", OutletKind), row.cells["state"] or None
    (aliases,), cased = _many(row, "aliases")
    return Outlet(row.text("name"), kind, state, aliases, cased, row.text("example"))


def _by_name(entry: Any) -> tuple[str, ...]:
    return (entry.name.casefold(),)


_HEAD = ("name", "kind", "state", "aliases", "example")
BODIES = Table("gazetteer/bodies.csv", _HEAD, _body, _by_name)
OUTLETS = Table("gazetteer/outlets.csv", _HEAD, _outlet, _by_name)
STATES = Table("gazetteer/states.csv", ("name", "iso", "adjective", "capital", "aliases", "example"), _state, _by_name)
TABLES: tuple[Table[Any], ...] = (BODIES, OUTLETS, STATES)
"""Every table of the gazetteer."""
