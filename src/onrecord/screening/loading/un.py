"""The UN Security Council's consolidated list (schema ``sc-sanctions.xsd`` of un.org).

``LISTED_ON`` of a restored entry is its first day: the file of 2026-02-27 carries the Iran entries of 2006-2012, which
were no listing between 2016 or 2023 and 2025. So it says when a party was first listed, never that it has been since.
"""

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.records.listings import Fault, ListedName, Listing, NameKind, PartyKind
from onrecord.screening.loading.common import day, named, some
from onrecord.screening.loading.xml import Node, cut_entries

__all__ = ["ROOT", "load_un"]

ROOT = "CONSOLIDATED_LIST"
_GIVEN = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_TOLD = ("COMMENTS1", "UN_LIST_TYPE", "GENDER", "NATIONALITY2", "SUBMITTED_BY")


def load_un(stream: BinaryIO, path: str) -> Iterator[Listing | Fault]:
    """Yield the parties of the list, and a fault for each entry that cannot be read."""
    for entry in cut_entries(stream, path, ("INDIVIDUAL", "ENTITY")):
        if isinstance(entry, Fault):
            yield entry
            continue
        listing = _listing(entry.node, entry.tag)
        if not listing.id or not listing.names:
            yield Fault(
                f"{path}:{entry.line}", "an entry without number or name", "DATAID or REFERENCE_NUMBER, and FIRST_NAME"
            )
        else:
            yield listing


def _listing(node: Node, tag: str) -> Listing:
    person = tag == "INDIVIDUAL"
    names = [ListedName(" ".join(filter(None, (node.first(part) for part in _GIVEN))), NameKind.PRIMARY)]
    names.append(ListedName(node.first("NAME_ORIGINAL_SCRIPT")))
    for alias in node.children(f"{tag}_ALIAS"):
        quality = alias.first("QUALITY").lower()
        kind = NameKind.FORMER if quality.startswith("f.k.a") else NameKind.ALIAS
        names += [ListedName(text, kind, weak=quality == "low") for text in _split(alias.first("ALIAS_NAME"))]
    remarks = node.first("COMMENTS1")
    ship = "IMO number" in remarks or "IMO Number" in remarks
    return Listing(
        id=node.first("REFERENCE_NUMBER") or node.first("DATAID"),
        kind=PartyKind.PERSON
        if person
        else PartyKind.VESSEL
        if ship and "vessel" in remarks.lower()
        else PartyKind.ORGANISATION,
        names=named(names),
        programmes=some(node.first("UN_LIST_TYPE")),
        listed_on=day(node.first("LISTED_ON")),
        born=some(*(_born(b) for b in node.children("INDIVIDUAL_DATE_OF_BIRTH"))),
        countries=some(*node.texts("NATIONALITY", "VALUE"), *node.texts(f"{tag}_ADDRESS", "COUNTRY")),
        identifiers=tuple(
            (d.first("TYPE_OF_DOCUMENT") or "document", d.first("NUMBER"))
            for d in node.children("INDIVIDUAL_DOCUMENT")
            if d.first("NUMBER")
        ),
        details=tuple(_details(node, tag)),
    )


def _details(node: Node, tag: str) -> Iterator[tuple[str, str]]:
    yield from ((heading.lower(), node.first(heading)) for heading in _TOLD if node.first(heading))
    yield from (("designation", text) for text in (*node.texts("DESIGNATION", "VALUE"), *node.texts("TITLE", "VALUE")))
    yield from (("updated", text) for text in node.texts("LAST_DAY_UPDATED", "VALUE"))
    yield from (("address", a.text) for a in node.children(f"{tag}_ADDRESS") if a.text)
    yield from (("born in", p.text) for p in node.children("INDIVIDUAL_PLACE_OF_BIRTH") if p.text)


def _split(text: str) -> list[str]:
    """Return the names of a cell: some hold several between semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def _born(node: Node) -> str:
    if node.first("DATE"):
        return node.first("DATE")[:10]
    years = " to ".join(filter(None, (node.first("FROM_YEAR"), node.first("TO_YEAR"))))
    return node.first("YEAR") or years
