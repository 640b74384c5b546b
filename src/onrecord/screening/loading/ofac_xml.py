"""OFAC's advanced XML (``sdn_advanced.xml``, ``cons_advanced.xml``; namespace ``.../ADVANCED_XML``).

Built to the published schema (OFAC, "Advanced Sanctions Data Model") and tested on generated files. Numbers stand for words: the
reference tables come first, then ID documents, then parties, then entries that list them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import BinaryIO

from onrecord.records.listings import Fault, ListedName, Listing, NameKind, PartyKind
from onrecord.screening.loading.common import named, some
from onrecord.screening.loading.xml import Entry, Node, cut_entries

__all__ = ["ROOT", "load_ofac_xml"]

ROOT = "Sanctions"
_TABLES = (
    "AliasType",
    "PartySubType",
    "PartyType",
    "FeatureType",
    "IDRegDocType",
    "SanctionsType",
    "NamePartType",
    "Country",
)
_KINDS = {
    "individual": PartyKind.PERSON,
    "entity": PartyKind.ORGANISATION,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
}
_BIRTH, _LANDS = "birthdate", ("nationality country", "citizenship country")
_OF_VALUES = "ReferenceValueSets"


@dataclass(slots=True)
class _Held:
    """What one part of the file says and a later one needs."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    documents: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    parties: dict[str, Listing] = field(default_factory=dict)
    programmes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    days: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))

    def word(self, table: str, number: str) -> str:
        return self.words.get((table, number), "")


def load_ofac_xml(stream: BinaryIO, path: str) -> Iterator[Listing | Fault]:
    """Yield the parties of the file, and a fault for each entry that cannot be read."""
    held = _Held()
    for entry in cut_entries(stream, path, (_OF_VALUES, "IDRegDocument", "DistinctParty", "SanctionsEntry")):
        if isinstance(entry, Fault):
            yield entry
            continue
        fault = _take(held, entry, path)
        if fault is not None:
            yield fault
    for number, listing in held.parties.items():
        days = held.days.get(number)
        yield replace(listing, programmes=some(*held.programmes.get(number, ())), listed_on=min(days) if days else None)


def _take(held: _Held, entry: Entry, path: str) -> Fault | None:
    node = entry.node
    if entry.tag == _OF_VALUES:
        for table in _TABLES:
            for value in node.all(f"{table}Values", table):
                held.words[table, value.get("ID")] = value.text
    elif entry.tag == "IDRegDocument":
        number = node.first("IDRegistrationNo")
        if number:
            kind = held.word("IDRegDocType", node.get("IDRegDocTypeID")) or "document"
            held.documents[node.get("IdentityID")].append((kind, number))
    elif entry.tag == "DistinctParty":
        listing = _party(held, node)
        if not listing.id or not listing.names:
            return Fault(f"{path}:{entry.line}", "a party without number or name", "FixedRef and a DocumentedName")
        held.parties[listing.id] = listing
    else:
        _sanctioned(held, node)
    return None


def _party(held: _Held, node: Node) -> Listing:
    profile = (node.children("Profile") or [node])[0]
    kind = held.word("PartySubType", profile.get("PartySubTypeID")) or held.word(
        "PartyType", profile.get("PartySubTypeID")
    )
    names, born, lands, papers, more = (
        list[ListedName](),
        list[str](),
        list[str](),
        list[tuple[str, str]](),
        list[tuple[str, str]](),
    )
    for identity in profile.children("Identity"):
        names += _names(held, identity)
        papers += held.documents.get(identity.get("ID"), ())
    for feature in profile.children("Feature"):
        heading = held.word("FeatureType", feature.get("FeatureTypeID"))
        told = _told(held, feature)
        if heading.lower() == _BIRTH:
            born += told
        elif heading.lower() in _LANDS:
            lands += told
        elif "IMO" in heading or any(t.startswith("IMO") for t in told):
            papers += [("IMO", t.removeprefix("IMO").strip()) for t in told]
        else:
            more += [(heading or "feature", t) for t in told]
    papers = [("IMO", n.removeprefix("IMO").strip()) if n.startswith("IMO ") else (k, n) for k, n in papers]
    return Listing(
        id=node.get("FixedRef") or profile.get("ID"),
        kind=_kind(kind),
        names=named(names),
        born=some(*born),
        countries=some(*lands),
        identifiers=tuple(dict.fromkeys(papers)),
        details=tuple(more),
    )


def _kind(word: str) -> PartyKind | None:
    low = word.lower()
    return _KINDS.get(low, PartyKind.ORGANISATION if low in ("unknown", "other") else None)


def _names(held: _Held, identity: Node) -> Iterator[ListedName]:
    parts = {
        g.get("ID"): held.word("NamePartType", g.get("NamePartTypeID"))
        for g in identity.all("NamePartGroups", "MasterNamePartGroup", "NamePartGroup")
    }
    for alias in identity.children("Alias"):
        weak = alias.get("LowQuality").lower() == "true"
        former = held.word("AliasType", alias.get("AliasTypeID")).lower().startswith("f.k.a")
        primary = alias.get("Primary").lower() == "true"
        for name in alias.children("DocumentedName"):
            values = [
                (parts.get(v.get("NamePartGroupID"), ""), v.text)
                for v in name.all("DocumentedNamePart", "NamePartValue")
            ]
            # The family name goes last, as in a news text.
            values.sort(key=lambda v: v[0].lower() == "last name")
            kind = NameKind.PRIMARY if primary else NameKind.FORMER if former else NameKind.ALIAS
            yield ListedName(" ".join(text for _, text in values if text), kind, weak=weak)
            primary = False


def _told(held: _Held, feature: Node) -> list[str]:
    found = list[str]()
    for version in feature.children("FeatureVersion"):
        found += [detail.text for detail in version.children("VersionDetail")]
        found += [held.word("Country", place.get("CountryID")) for place in version.children("VersionLocation")]
        found += [_day(period) for period in version.children("DatePeriod")]
    return [t for t in found if t]


def _day(period: Node) -> str:
    here = [*period.all("Start", "From"), *period.children("Start"), period]
    for node in here:
        year, month, day = node.first("Year"), node.first("Month"), node.first("Day")
        if year:
            return "-".join(p.zfill(2) for p in (year, month, day) if p)
    return ""


def _sanctioned(held: _Held, node: Node) -> None:
    number = node.get("ProfileID")
    for event in node.children("EntryEvent"):
        told = [event.first("Date", part) for part in ("Year", "Month", "Day")]
        if all(t.isdigit() for t in told):
            try:
                held.days[number].append(date(*map(int, told)))
            except ValueError:
                continue
    for measure in node.children("SanctionsMeasure"):
        if held.word("SanctionsType", measure.get("SanctionsTypeID")).lower() in ("program", ""):
            held.programmes[number] += [measure.first("Comment")]
