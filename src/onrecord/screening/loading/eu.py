"""The EU's consolidated financial sanctions list, FSF XML 1.1 (namespace ``http://eu.europa.ec/fpi/fsd/export``).

Built to the published schema and tested on generated files. The day of listing is ``designationDate``; ``publicationDate`` of a
regulation is that of its latest amendment and is no day of listing.
"""

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.records.listings import Fault, ListedName, Listing, NameKind, PartyKind
from onrecord.screening.loading.common import day, named, some
from onrecord.screening.loading.xml import Node, cut_entries

__all__ = ["ROOT", "load_eu"]

ROOT = "export"
_KINDS = {"P": PartyKind.PERSON, "E": PartyKind.ORGANISATION}


def load_eu(stream: BinaryIO, path: str) -> Iterator[Listing | Fault]:
    """Yield the parties of the list, and a fault for each entry that cannot be read."""
    for entry in cut_entries(stream, path, ("sanctionEntity",)):
        if isinstance(entry, Fault):
            yield entry
            continue
        listing = _listing(entry.node)
        if not listing.id or not listing.names:
            yield Fault(
                f"{path}:{entry.line}",
                "an entry without number or name",
                "euReferenceNumber or logicalId, and nameAlias",
            )
        else:
            yield listing


def _listing(node: Node) -> Listing:
    regulations = node.children("regulation")
    subject = (node.children("subjectType") or [node])[0]
    papers = node.children("identification")
    imo = any(p.get("identificationTypeCode").lower() == "imo" for p in papers)
    kind = PartyKind.VESSEL if imo else _KINDS.get(subject.get("classificationCode"))
    return Listing(
        id=node.get("euReferenceNumber") or node.get("logicalId"),
        kind=kind,
        names=named(_names(node)),
        programmes=some(*(r.get("programme") for r in regulations)),
        listed_on=day(node.get("designationDate")),
        born=some(*(b.get("birthdate") or b.get("year") for b in node.children("birthdate"))),
        countries=some(
            *(
                c.get("countryDescription") or c.get("countryIso2Code")
                for c in (*node.children("citizenship"), *node.children("address"))
            )
        ),
        identifiers=tuple(
            (
                "IMO"
                if p.get("identificationTypeCode").lower() == "imo"
                else p.get("identificationTypeCode") or "document",
                p.get("number"),
            )
            for p in papers
            if p.get("number")
        ),
        details=tuple(_details(node, regulations)),
    )


def _names(node: Node) -> Iterator[ListedName]:
    first = True
    for alias in node.children("nameAlias"):
        parts = (alias.get("firstName"), alias.get("middleName"), alias.get("lastName"))
        text = alias.get("wholeName") or " ".join(filter(None, parts))
        weak = alias.get("strong").lower() == "false"
        yield ListedName(text, NameKind.PRIMARY if first and not weak else NameKind.ALIAS, weak=weak)
        first = first and (weak or not text)


def _details(node: Node, regulations: list[Node]) -> Iterator[tuple[str, str]]:
    yield from (("remark", text) for text in node.texts("remark"))
    if node.get("designationDetails"):
        yield "designation", node.get("designationDetails")
    for regulation in regulations:
        yield "regulation", " · ".join(some(regulation.get("numberTitle"), regulation.get("publicationDate")))
    for alias in node.children("nameAlias"):
        yield from (("function", text) for text in some(alias.get("function")))
        yield from (("gender", text) for text in some(alias.get("gender")))
    for address in node.children("address"):
        told = some(*(address.get(k) for k in ("street", "zipCode", "city", "region", "countryDescription")))
        yield from ((("address", ", ".join(told)),) if told else ())
