"""The UK's lists: the UK Sanctions List (XML and CSV, FCDO) and the OFSI consolidated list (``ConList.csv``).

Built to the published formats and tested on generated files. Names stand in up to six parts, the sixth the family name.
"""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.records.listings import Fault, ListedName, Listing, NameKind, PartyKind
from onrecord.screening.loading.common import Lines, day, named, some, words
from onrecord.screening.loading.xml import Node, cut_entries

__all__ = ["CSV_COLUMNS", "ROOT", "load_uk_csv", "load_uk_xml"]

ROOT = "Designations"
CSV_COLUMNS = frozenset({"name 6", "regime"})
"""Columns that tell the UK's files, ``regime`` at the start of a longer name."""
_KINDS = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "ship": PartyKind.VESSEL,
    "vessel": PartyKind.VESSEL,
}
_NAME_KINDS = {
    "primary name": NameKind.PRIMARY,
    "primary": NameKind.PRIMARY,
    "prime alias": NameKind.PRIMARY,
    "fka": NameKind.FORMER,
}
_PARTS = ("1", "2", "3", "4", "5", "6")


def load_uk_xml(stream: BinaryIO, path: str) -> Iterator[Listing | Fault]:
    """Yield the parties of the XML list, and a fault for each entry that cannot be read."""
    for entry in cut_entries(stream, path, ("Designation",)):
        if isinstance(entry, Fault):
            yield entry
            continue
        listing = _listing(entry.node)
        if not listing.id or not listing.names:
            yield Fault(f"{path}:{entry.line}", "an entry without number or name", "UniqueID and a Name")
        else:
            yield listing


def _listing(node: Node) -> Listing:
    weak_words = "low"
    names = [
        ListedName(
            " ".join(filter(None, (name.first(f"Name{n}") for n in _PARTS))),
            _NAME_KINDS.get(name.first("NameType").lower(), NameKind.ALIAS),
            weak=name.first("AliasStrength").lower().startswith(weak_words),
        )
        for name in node.all("Names", "Name")
    ]
    names += [ListedName(text) for text in node.texts("NonLatinNames", "NonLatinName", "NameNonLatinScript")]
    person, ship = ("IndividualDetails", "Individual"), ("ShipDetails", "Ship")
    imo = node.texts("ShipDetails", "IMONumbers", "IMONumber") or node.texts(*ship, "IMONumbers", "IMONumber")
    passports = node.texts(*person, "PassportDetails", "Passport", "PassportNumber")
    told = (
        "DesignationSource",
        "SanctionsImposed",
        "OtherInformation",
        "UKStatementofReasons",
        "LastUpdated",
        "UNReferenceNumber",
    )
    return Listing(
        id=node.first("UniqueID"),
        kind=_KINDS.get(node.first("IndividualEntityShip").lower()),
        names=named(names),
        programmes=some(node.first("RegimeName")),
        listed_on=day(node.first("DateDesignated")),
        born=some(*node.texts(*person, "DOBs", "DOB")),
        countries=some(
            *node.texts(*person, "Nationalities", "Nationality"), *node.texts("Addresses", "Address", "AddressCountry")
        ),
        identifiers=tuple([("IMO", n) for n in imo] + [("Passport", n) for n in passports]),
        details=tuple((t, node.first(t)) for t in told if node.first(t))
        + tuple(("address", a.text) for a in node.all("Addresses", "Address") if a.text),
    )


def load_uk_csv(lines: Lines, path: str) -> Iterator[Listing | Fault]:
    """Yield the parties of either CSV list; a party's rows hold one name each."""
    head: list[str] = []
    parties: dict[str, list[dict[str, str]]] = {}
    numbers: list[int] = []

    def counted() -> Iterator[str]:
        for number, line in lines:
            numbers.append(number)
            yield line

    rows = csv.reader(counted())
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Fault(f"{path}:{numbers[-1]}", str(error), "a row of CSV")
            continue
        if cells is None:
            break
        if not head:
            low = [words(c).lower() for c in cells]
            head = low if "name 6" in low else []
            continue
        if not any(cells):
            continue
        row = dict(zip(head, map(words, cells), strict=False))
        key = row.get("unique id") or row.get("group id")
        if len(cells) != len(head) or not key:
            yield Fault(
                f"{path}:{numbers[-1]}",
                f"{len(cells)} cells, number {key!r}",
                f"{len(head)} cells with Unique ID or Group ID",
            )
            continue
        parties.setdefault(key, []).append(row)
    for key, found in parties.items():
        yield _from_rows(key, found)


def _from_rows(key: str, rows: list[dict[str, str]]) -> Listing:
    def all_of(*columns: str) -> tuple[str, ...]:
        return some(*(row.get(c) for row in rows for c in columns))

    names = [
        ListedName(
            " ".join(filter(None, (row.get(f"name {n}") for n in _PARTS))),
            _NAME_KINDS.get((row.get("name type") or row.get("alias type") or "").lower(), NameKind.ALIAS),
            weak=(row.get("alias strength") or row.get("alias quality") or "").lower().startswith("low"),
        )
        for row in rows
    ]
    names += [ListedName(text) for text in all_of("name non-latin script")]
    kind = next(iter(all_of("individual, entity, ship", "designation type", "group type")), "").lower()
    used = {"imo number", "unique id", "group id", "name type", "alias type", "alias strength", "alias quality"}
    details = {(k, v) for row in rows for k, v in row.items() if v and k not in used and not k.startswith("name ")}
    return Listing(
        id=key,
        kind=_KINDS.get(kind),
        names=named(names),
        programmes=all_of("regime name", "regime"),
        listed_on=next(
            filter(None, map(day, all_of("date designated", "uk sanctions list date designated", "listed on"))), None
        ),
        born=all_of("d.o.b", "dob"),
        countries=all_of(
            "nationality(/ies)", "nationality", "country", "address country", "current believed flag of ship"
        ),
        identifiers=tuple(
            [("IMO", n) for n in all_of("imo number")] + [("Passport", n) for n in all_of("passport number")]
        ),
        details=tuple(sorted(details)),
    )
