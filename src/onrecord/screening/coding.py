"""Listings and versions as JSON, and back."""

import json
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from onrecord.records.listings import Fault, ListedName, Listing, ListName, ListVersion, NameKind, PartyKind

__all__ = ["listing_from_json", "listing_to_dict", "listing_to_json", "version_from_json", "version_to_json"]


def listing_to_dict(listing: Listing) -> dict[str, Any]:
    """Return a listing as plain values; unknown is None."""
    return {
        "id": listing.id,
        "kind": listing.kind,
        "names": [[n.text, n.kind, n.weak] for n in listing.names],
        "programmes": listing.programmes,
        "listed_on": listing.listed_on.isoformat() if listing.listed_on else None,
        "born": listing.born,
        "countries": listing.countries,
        "identifiers": listing.identifiers,
        "details": listing.details,
    }


def listing_to_json(listing: Listing) -> str:
    """Return a listing as one line."""
    return json.dumps(listing_to_dict(listing), ensure_ascii=False, separators=(",", ":"))


def listing_from_json(line: str) -> Listing:
    """Return the listing a line holds.

    Raises:
        ValueError: it holds none.
        KeyError: it lacks a field.
    """
    row = json.loads(line)
    return Listing(
        id=row["id"],
        kind=PartyKind(row["kind"]) if row["kind"] else None,
        names=tuple(ListedName(text, NameKind(kind), weak) for text, kind, weak in row["names"]),
        programmes=tuple(row["programmes"]),
        listed_on=date.fromisoformat(row["listed_on"]) if row["listed_on"] else None,
        born=tuple(row["born"]),
        countries=tuple(row["countries"]),
        identifiers=tuple((kind, value) for kind, value in row["identifiers"]),
        details=tuple((heading, text) for heading, text in row["details"]),
    )


def version_to_json(version: ListVersion) -> str:
    """Return a version as JSON for people too."""
    return json.dumps(asdict(version), ensure_ascii=False, indent=1, default=str) + "\n"


def version_from_json(text: str) -> ListVersion:
    """Return the version a text holds.

    Raises:
        ValueError: it holds none.
        KeyError: it lacks a field.
        TypeError: a field is of the wrong kind.
    """
    row = json.loads(text)
    held = {f.name: row[f.name] for f in fields(ListVersion)}
    held["list"] = ListName(row["list"])
    held["dated"] = date.fromisoformat(row["dated"]) if row["dated"] else None
    held["sources"] = tuple(row["sources"])
    held["faults"] = tuple(Fault(**f) for f in row["faults"])
    return ListVersion(**held)
