"""Parties of nobody that several tests screen against."""

from pathlib import Path

from onrecord.records.listings import ListedName, Listing, NameKind, PartyKind
from onrecord.screening import Index
from onrecord.screening.building import build_index

PERSON, BODY, VESSEL = PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.VESSEL


def listing(
    key: str, kind: PartyKind | None, name: str, *aliases: str, weak: tuple[str, ...] = (), imo: str | None = None
) -> Listing:
    """Return a party; its first name is the primary one."""
    names = (
        ListedName(name, NameKind.PRIMARY),
        *map(ListedName, aliases),
        *(ListedName(text, weak=True) for text in weak),
    )
    return Listing(key, kind, names, identifiers=(("IMO", imo),) if imo else ())


PARTIES = (
    listing("1", PERSON, "QARABAGHI, Mohsen Reza", "GHARABAGHI, Mohsen", weak=("ABU-'UMAR",)),
    listing("2", PERSON, "Reza Mohsen Tavakoli", "رضا محسن توکلی"),
    listing("3", BODY, "SHAHID HEMMAT INDUSTRIAL GROUP"),
    listing("4", BODY, "Orion General Trading LLC"),
    listing("5", BODY, "Orlan Shipping Company"),
    listing("6", VESSEL, "PORT VESNA-3", imo="9187629"),
    listing("7", VESSEL, "PORT VESNA-4", imo="9187630"),
    listing("8", PERSON, "Евгений Викторович Громов"),
    listing("9", BODY, "IRAN AIRCRAFT MANUFACTURING INDUSTRIAL COMPANY"),
    listing("10", None, "Haji Zadeh Foundation"),
    listing("11", PERSON, "Ri Song Guk"),
)


def index_of(folder: Path, *parties: Listing) -> Index:
    """Build and open an index in an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    build_index(folder, ((0, p) for p in parties or PARTIES))
    return Index(folder)
