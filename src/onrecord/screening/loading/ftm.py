"""FollowTheMoney: JSON lines of entities (plain or nested), and OpenSanctions' ``targets.simple.csv``.

Built to the published schema (followthemoney 4) and tested on generated files. A party's sanctions are
entities of their own that point to it.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from onrecord.records.listings import FTM_KINDS, Fault, ListedName, Listing, NameKind
from onrecord.screening.loading.common import Lines, day, named, some, words

__all__ = ["SIMPLE_COLUMNS", "load_ftm", "load_simple"]

SIMPLE_COLUMNS = frozenset({"id", "schema", "name", "aliases"})
_SANCTION = "sanction"
_BORN = ("birthDate", "incorporationDate")
_LANDS = ("nationality", "citizenship", "country", "jurisdiction", "flag")
_NUMBERS = {
    "imoNumber": "IMO", "mmsi": "MMSI", "passportNumber": "Passport", "idNumber": "ID", "registrationNumber": "Registration",
    "innCode": "INN", "ogrnCode": "OGRN", "taxNumber": "Tax", "leiCode": "LEI", "swiftBic": "SWIFT/BIC", "callSign": "call sign",
    "serialNumber": "serial number",
}  # fmt: skip
_MORE = ("position", "gender", "address", "notes", "topics", "type", "fatherName", "title", "modifiedAt")
_TOO_LONG = 2_000_000  # characters of a line; the largest of OpenSanctions has 400,000


def load_ftm(lines: Lines, path: str) -> Iterator[Listing | Fault]:
    """Yield the parties of JSON lines, and a fault for each line that is none; entities of other schemata are passed over."""
    parties: list[dict[str, Any]] = []
    sanctions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for number, line in lines:
        if not line.strip():
            continue
        entity = _entity(line)
        if isinstance(entity, str):
            yield Fault(f"{path}:{number}", entity, "a FollowTheMoney entity: id, schema, properties")
            continue
        schema = str(entity["schema"]).lower()
        if schema == _SANCTION:
            for party in _texts(entity["properties"], "entity"):
                sanctions[party].append(entity["properties"])
        elif schema in FTM_KINDS:
            if _texts(entity["properties"], "name"):
                parties.append(entity)
            else:
                yield Fault(f"{path}:{number}", f"{entity['id']!r} without a name", "a name")
    for entity in parties:
        yield _listing(entity, sanctions.get(str(entity["id"]), []))


def _entity(line: str) -> "dict[str, Any] | str":
    if len(line) > _TOO_LONG:
        return f"a line of {len(line):,} characters"
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return str(error)
    if (
        not isinstance(found, dict)
        or not found.get("id")
        or not isinstance(found.get("properties"), dict)
        or "schema" not in found
    ):
        return "JSON that is no entity"
    return found


def _texts(properties: dict[str, Any], *names: str) -> list[str]:
    """Return the values of properties that are text; of a nested entity its id."""
    found = []
    for name in names:
        values = properties.get(name)
        for value in values if isinstance(values, list) else [values]:
            told = value.get("id") if isinstance(value, dict) else value
            if isinstance(told, str) and told.strip():
                found.append(words(told))
    return found


def _listing(entity: dict[str, Any], apart: list[dict[str, Any]]) -> Listing:
    own = entity["properties"]
    nested = own.get("sanctions") if isinstance(own.get("sanctions"), list) else []
    inside = [s["properties"] for s in nested if isinstance(s, dict) and isinstance(s.get("properties"), dict)]
    under = [*apart, *inside]
    first, *others = _texts(own, "name")
    names = [ListedName(first, NameKind.PRIMARY), *map(ListedName, others), *map(ListedName, _texts(own, "alias"))]
    names += [ListedName(text, NameKind.FORMER) for text in _texts(own, "previousName")]
    names += [ListedName(text, weak=True) for text in _texts(own, "weakAlias")]
    starts = [d for s in under for d in map(day, _texts(s, "listingDate", "startDate")) if d]
    told = [
        ("sanction", " · ".join(_texts(s, "authority", "program", "listingDate", "startDate", "endDate")))
        for s in under
    ]
    return Listing(
        id=str(entity["id"]),
        kind=FTM_KINDS[str(entity["schema"]).lower()],
        names=named(names),
        programmes=some(*(p for s in under for p in _texts(s, "program", "programId")), *_texts(own, "programId")),
        listed_on=min(starts) if starts else None,
        born=some(*_texts(own, *_BORN)),
        countries=some(*_texts(own, *_LANDS)),
        identifiers=tuple((kind, value) for key, kind in _NUMBERS.items() for value in _texts(own, key)),
        details=(*((key, value) for key in _MORE for value in _texts(own, key)), *(t for t in told if t[1])),
    )


def load_simple(lines: Lines, path: str) -> Iterator[Listing | Fault]:
    """Yield the parties of ``targets.simple.csv``, and a fault for each row that is none."""
    numbers = [0]

    def counted() -> Iterator[str]:
        for number, line in lines:
            numbers[0] = number
            yield line

    rows = csv.reader(counted())
    head: list[str] | None = None
    while True:
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Fault(f"{path}:{numbers[0]}", str(error), "a row of CSV")
            continue
        if cells is None:
            return
        if head is None:
            head = [c.strip().lower().lstrip("\ufeff") for c in cells]
            continue
        row = dict(zip(head, map(words, cells), strict=False))
        if len(cells) != len(head) or not row.get("id") or not row.get("name"):
            if any(cells):
                yield Fault(
                    f"{path}:{numbers[0]}",
                    f"{len(cells)} cells, id {row.get('id')!r}",
                    f"{len(head)} cells with id and name",
                )
            continue
        yield _simple(row)


def _simple(row: dict[str, str]) -> Listing:
    names = [ListedName(row["name"], NameKind.PRIMARY), *(ListedName(a) for a in _many(row.get("aliases")))]
    used = {"id", "schema", "name", "aliases", "birth_date", "countries", "identifiers", "program_ids"}
    return Listing(
        id=row["id"],
        kind=FTM_KINDS.get(row.get("schema", "").lower()),
        names=named(names),
        programmes=some(*_many(row.get("program_ids"))),
        born=some(*_many(row.get("birth_date"))),
        countries=some(*_many(row.get("countries"))),
        identifiers=tuple(
            ("IMO", n.upper().removeprefix("IMO")) if n.upper().startswith("IMO") else ("number", n)
            for n in _many(row.get("identifiers"))
        ),
        details=tuple((k, v) for k, v in row.items() if v and k not in used),
    )


def _many(cell: str | None) -> list[str]:
    """Return the values of a cell, divided by semicolons; one with a semicolon in it stands in quotation marks."""
    if not cell:
        return []
    return [v.strip() for v in next(csv.reader([cell], delimiter=";"), []) if v.strip()]
