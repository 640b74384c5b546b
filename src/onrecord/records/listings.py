"""What sanctions lists hold, as records: parties with their names, and versions of lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = [
    "FTM_KINDS", "FTM_SCHEMATA", "Fault", "ListName", "ListVersion", "ListedName", "Listing", "NameKind", "PartyKind",
]  # fmt: skip


class PartyKind(StrEnum):
    """What kind of party a list names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"


FTM_SCHEMATA: Mapping[PartyKind | None, str] = {
    PartyKind.PERSON: "Person",
    PartyKind.ORGANISATION: "Organization",
    PartyKind.VESSEL: "Vessel",
    PartyKind.AIRCRAFT: "Airplane",
    None: "LegalEntity",
}
"""FollowTheMoney's schema for each kind of party; None stands for a party whose list gives no kind."""
FTM_KINDS: Mapping[str, PartyKind | None] = {
    **{schema.casefold(): kind for kind, schema in FTM_SCHEMATA.items()},
    "company": PartyKind.ORGANISATION,
    "publicbody": PartyKind.ORGANISATION,
}
"""Kind of party by the name of a schema in lower case; other schemata are no parties."""


class NameKind(StrEnum):
    """How a list gives a name."""

    PRIMARY = "primary"
    ALIAS = "alias"
    FORMER = "former"


class ListName(StrEnum):
    """Whose list it is."""

    OFAC = "ofac"
    UN = "un"
    EU = "eu"
    UK = "uk"
    FTM = "ftm"


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of a listed party.

    Attributes:
        text: as the list prints it.
        kind: primary name, alias, former name.
        weak: whether the list itself calls it a weak or low-quality alias.
    """

    text: str
    kind: NameKind = NameKind.ALIAS
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """One party on one list.

    Attributes:
        id: the list's own identifier.
        kind: None if the list does not say.
        names: the primary name first.
        programmes: programmes or regimes as the list names them.
        listed_on: the day the list gives; None where it gives none. Restored UN entries keep their first day.
        born: days or years of birth as printed; of a person.
        countries: nationality, citizenship, flag or country of address, as printed.
        identifiers: kind and value: ("IMO", "9187629"), ("Passport", "A123").
        details: everything else the list says, as printed: heading and words.
    """

    id: str
    kind: PartyKind | None
    names: tuple[ListedName, ...]
    programmes: tuple[str, ...] = ()
    listed_on: date | None = None
    born: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """An entry that could not be loaded.

    Attributes:
        where: file and line.
        got: what was found.
        expected: what would have been accepted.
    """

    where: str
    got: str
    expected: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        return f"{self.where}: got {self.got}; expected {self.expected}"


@dataclass(frozen=True, slots=True)
class ListVersion:
    """One state of one list, as it was loaded.

    Attributes:
        id: list, day and the first digits of the hash: ``un-2026-02-27-1a2b3c4d``.
        list: whose list.
        label: what versions of one list share: the list's name, or what the user called it ("ofac-cons").
        sources: files or addresses it was loaded from.
        sha256: over the bytes of all sources, in order.
        dated: the day the file says it was made, or the user gave; None if neither did.
        loaded_at: the moment it was loaded, UTC, ISO 8601.
        parties: how many parties it holds.
        names: how many names.
        weak_names: how many of them the list calls weak.
        faults: what could not be loaded.
    """

    id: str
    list: ListName
    label: str
    sources: tuple[str, ...]
    sha256: str
    dated: date | None
    loaded_at: str
    parties: int
    names: int
    weak_names: int
    faults: tuple[Fault, ...] = ()
