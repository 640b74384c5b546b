"""Listed parties for many who ask at once: screened by name, found by id; the lists are opened again only when they change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from onrecord.errors import ListError
from onrecord.flow.screeners import screener_of
from onrecord.flow.screening import kept_versions
from onrecord.records.listings import Listing, ListName, ListVersion, PartyKind
from onrecord.records.matches import Match
from onrecord.screening import THRESHOLD

__all__ = ["Party", "Wanted", "newest", "party", "party_id", "screened"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to be screened.

    Attributes:
        name: the name, in any script, or a number.
        kind: only parties of this kind, and those of no stated kind; None: all.
        on: the day for which standing is asked; None: none.
        threshold: least score.
        most: matches at most.
    """

    name: str
    kind: PartyKind | None = None
    on: date | None = None
    threshold: float = THRESHOLD
    most: int = 10


@dataclass(frozen=True, slots=True)
class Party:
    """A listed party and the version of the list that holds it."""

    listing: Listing
    version: ListVersion


def newest(folder: Path) -> dict[str, ListVersion]:
    """Return the newest version of each list that is kept, by label.

    Raises:
        ListError: one is damaged.
    """
    return {v.label: v for v in kept_versions(folder)}


def screened(folder: Path, wanted: Wanted) -> list[tuple[Party, Match]]:
    """Return the parties that a name may be, ranked, each with the version that holds it.

    Raises:
        ListError: no list is loaded.
    """
    _state(folder)  # whoever asks is not told where lists would be
    screener = screener_of(folder, wanted.on)
    found = screener.screen(wanted.name, wanted.kind, threshold=wanted.threshold, most=wanted.most)
    versions = {v.id: v for v in screener.versions}
    return [(Party(m.listing, versions[m.version]), m) for m in found]


def party_id(found: Party) -> str:
    """Return a name for a party that no other list's parties have: of FollowTheMoney data its own id, else with the list's."""
    version = found.version
    return found.listing.id if version.list is ListName.FTM else f"{version.label}-{found.listing.id}"


def party(folder: Path, name: str) -> Party:
    """Return the party of a name that ``party_id`` gave, as the newest version of its list has it.

    Raises:
        ListError: no list is loaded.
        LookupError: there is none of this name.
    """
    number = _numbers(folder, _state(folder))[name]
    version, listing = screener_of(folder).listing(number)
    return Party(listing, version)


def _state(folder: Path) -> tuple[str, ...]:
    found = tuple(v.id for v in kept_versions(folder))
    if not found:
        raise ListError("the sanctions lists", "none", "lists loaded with 'onrecord lists load'")
    return found


@lru_cache(maxsize=1)
def _numbers(folder: Path, state: tuple[str, ...]) -> Mapping[str, int]:  # noqa: ARG001 - the key
    """Return by name which party of the newest index it is."""
    screener = screener_of(folder)
    found: dict[str, int] = {}
    for number in range(screener.index.parties):
        version, listing = screener.listing(number)
        found.setdefault(party_id(Party(listing, version)), number)
    return found
