"""OFAC's CSV files: ``sdn, alt, add, sdn_comments`` and ``cons_prim, cons_alt, cons_add, cons_comments``.

They have no header; ``-0-`` is null; the number of columns tells which is which (OFAC, "Specially Designated Nationals List data
formats", DAT_SPEC.TXT). Weak aliases stand in quotation marks in Remarks and, in part, nowhere else. The files hold no
dates of listing.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.records.listings import Fault, ListedName, Listing, NameKind, PartyKind
from onrecord.screening.loading.common import Lines, named, words

__all__ = ["COLUMNS", "load_ofac_csv"]

COLUMNS = {12: "primary names", 5: "aliases", 6: "addresses", 2: "comments"}
_KINDS = {
    "individual": PartyKind.PERSON,
    "vessel": PartyKind.VESSEL,
    "aircraft": PartyKind.AIRCRAFT,
    "": PartyKind.ORGANISATION,
}
_NULL = "-0-"
_WEAK = re.compile(r"\b(a\.k\.a\.|f\.k\.a\.|n\.k\.a\.|alt\. a\.k\.a\.) '(.+?)'(?=[;.]|$)")
_BORN = re.compile(r"\bDOB ([^;]+?)(?=;|\.$|\. |$)")
_FROM = re.compile(r"\b(?:nationality|citizen) ([^;]+?)(?=;|\.$|\. |$)")
_IMO = re.compile(r"\bIMO (\d{7})\b")
_PAPER = re.compile(
    r"\b(Passport|National ID No\.|SSN|Cedula No\.|Tax ID No\.|Registration ID|Business Registration (?:Document #|Number)"
    r"|SWIFT/BIC|MMSI|C\.U\.I\.T\.|R\.F\.C\.|C\.U\.R\.P\.|NIT #|RUC #|D-U-N-S Number|UK Company Number|Company Number"
    r"|(?:Aircraft )?Manufacturer's Serial Number \(MSN\)|Aircraft Construction Number[^0-9]*) ?([A-Z0-9][A-Z0-9./-]*)"
)
_HEADINGS = (
    (4, "title"), (5, "call sign"), (6, "vessel type"), (7, "tonnage"), (8, "gross tonnage"), (9, "flag"), (10, "owner"),
    (11, "remarks"),
)  # fmt: skip
_END_OF_FILE = "\x1a"


@dataclass(slots=True)
class _Party:
    row: list[str]
    aliases: list[tuple[str, str, str]] = field(default_factory=list)
    addresses: list[tuple[str, ...]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def load_ofac_csv(files: Iterable[tuple[str, Lines]]) -> Iterator[Listing | Fault]:
    """Yield the parties of a set of OFAC's files, and what could not be read of them.

    Args:
        files: name and lines of each: primary names, and where there are any, aliases, addresses and comments, in any order.
    """
    parties: dict[str, _Party] = {}
    later: list[tuple[str, list[str]]] = []
    for path, lines in files:
        for where, row in _rows(path, lines):
            if isinstance(row, Fault):
                yield row
            elif len(row) == 12 and row[0].isdigit() and row[1]:
                parties[row[0]] = _Party(row)
            elif len(row) in COLUMNS and len(row) != 12 and row[0].isdigit():
                later.append((where, row))
            else:
                yield Fault(
                    where,
                    f"{len(row)} cells, the first {row[0][:20]!r}",
                    "a row of OFAC's: a number, then 1, 4, 5 or 11 more cells",
                )
    for where, row in later:
        if row[0] not in parties:
            yield Fault(where, f"a row for party {row[0]}, which no file holds", "a party of the primary names")
        else:
            _attach(parties[row[0]], row)
    for party in parties.values():
        yield _listing(party)


def _rows(path: str, lines: Lines) -> Iterator[tuple[str, "list[str] | Fault"]]:
    """Yield rows line by line: OFAC's cells hold no line ends, so a quotation mark too many spoils one row only."""
    for number, line in lines:
        if line.strip(_END_OF_FILE + " \r\n") == "":
            continue
        where = f"{path}:{number}"
        try:
            cells = next(csv.reader([line.rstrip("\r\n")], strict=True))
        except csv.Error as error:
            yield where, Fault(where, str(error), "a row of CSV")
            continue
        yield where, ["" if c.strip() == _NULL else words(c) for c in cells]


def _attach(party: _Party, row: list[str]) -> None:
    if len(row) == 5:
        party.aliases.append((row[2], row[3], row[4]))
    elif len(row) == 6:
        party.addresses.append(tuple(row[2:]))
    else:
        party.comments.append(row[1])


def _listing(party: _Party) -> Listing:
    row = party.row
    remarks = " ".join([row[11], *party.comments])
    names = [ListedName(row[1], NameKind.PRIMARY)]
    names += [ListedName(text, NameKind.FORMER if kind == "fka" else NameKind.ALIAS) for kind, text, _ in party.aliases]
    names += [
        ListedName(text, NameKind.FORMER if how[0] == "f" else NameKind.ALIAS, weak=True)
        for how, text in _WEAK.findall(remarks)
    ]
    identifiers = [("IMO", number) for number in _IMO.findall(remarks)]
    identifiers += [(kind.strip().rstrip(".#"), number.rstrip(".")) for kind, number in _PAPER.findall(remarks)]
    identifiers += [("call sign", row[5])] if row[5] else []
    details = [(heading, row[n]) for n, heading in _HEADINGS if row[n]]
    details += sorted(("alias", " | ".join(a)) for a in party.aliases)
    details += sorted(("address", " | ".join(a)) for a in party.addresses if any(a))
    details += [("comment", c) for c in party.comments]
    countries = dict.fromkeys([*_FROM.findall(remarks), row[9], *(a[2] for a in party.addresses)])
    return Listing(
        id=row[0],
        kind=_KINDS.get(row[2].lower()),
        names=named(names),
        programmes=tuple(p for p in re.split(r"\]\s*\[", row[3].strip("[] ")) if p),
        born=tuple(_BORN.findall(remarks)),
        countries=tuple(c for c in countries if c),
        identifiers=tuple(dict.fromkeys(identifiers)),
        details=tuple(details),
    )
