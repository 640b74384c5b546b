"""``python -m evaluation.screening``: how well names are screened, the target beside each figure.

Thresholds, weights and aliases were chosen on aliases of the OFAC and UN lists, never on what is measured here.
"""

import argparse
import csv
import random
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rich.console import Console
from rich.table import Table

from benchmarks.screening.generated import parties
from evaluation.mangling import OF_PEOPLE, TREATMENTS, nobody
from onrecord.records.listings import Fault, Listing, ListName, PartyKind
from onrecord.screening import ALIKE, Index, load_list, score_pair, screen
from onrecord.screening.building import build_index

__all__ = ["DATA", "Figure", "build_real", "build_un", "main", "real_lists"]

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "screening"
_FILES = (
    (ListName.OFAC, ("ofac_2021_sdn", "ofac_2021_alt", "ofac_2021_add"), ".csv.gz"),
    (ListName.OFAC, ("ofac_cons_2025_prim", "ofac_cons_2025_alt"), ".csv.gz"),
    (ListName.UN, ("UN_consolidated",), ".xml.gz"),
)
UN = 2
"""Number of the UN's version among the real lists."""
_KINDS = {
    "person": PartyKind.PERSON, "company": PartyKind.ORGANISATION, "organization": PartyKind.ORGANISATION,
    "vessel": PartyKind.VESSEL, "airplane": PartyKind.AIRCRAFT, "publicbody": PartyKind.ORGANISATION,
}  # fmt: skip
_SEEDS = (1, 2, 3)
_AMONG = 20_000
"""Generated parties among which the UN's are sought."""
_MANGLED, _REAL = ("un", "generated"), ("ofac", "cons", "un")


class Figure(NamedTuple):
    """One line of the table."""

    what: str
    target: str
    found: str
    met: bool | None


def name_bench(data: Path) -> Iterator[Figure]:
    """Yield F1 on nomenklatura's pairs of names (the half kept for developing)."""
    rows = list(csv.DictReader((data / "name_bench_dev.csv").open(encoding="utf-8")))
    scored = [
        (score_pair(r["name1"], r["name2"], _KINDS.get(r["schema"].lower())), r["is_match"] == "true") for r in rows
    ]
    hits = sum(s >= ALIKE and m for s, m in scored)
    said, true = sum(s >= ALIKE for s, _ in scored), sum(m for _, m in scored)
    precision, recall = hits / max(said, 1), hits / true
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    yield Figure(
        f"name_bench_dev, {len(rows)} pairs",
        "F1 >= 0.85",
        f"F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f})",
        f1 >= 0.85,
    )


def _whole_name(entity: dict[str, Any]) -> list[str]:
    parts = [entity.get(k) for k in ("firstName", "middleName", "fatherName", "lastName")]
    built = " ".join(str(p) for p in parts if p)
    names = entity.get("name") or []
    return [*(names if isinstance(names, list) else [names]), *([built] if built else [])]


def entity_bench(data: Path) -> Iterator[Figure]:
    """Yield how many of nomenklatura's checks come out right."""
    checks = yaml.safe_load((data / "entity_bench_checks.yml").read_text(encoding="utf-8"))["checks"]
    right = 0
    for check in checks:
        kind = _KINDS.get(check["schema"].lower())
        asked, listed = _whole_name(check["query"]), _whole_name(check["candidate"])
        score = max((score_pair(a, b, kind) for a in asked for b in listed), default=0.0)
        right += (score >= ALIKE) == check["match"]
    yield Figure(f"entity_bench, {len(checks)} checks", ">= 205", str(right), right >= 205)


def cross_script(data: Path) -> Iterator[Figure]:
    """Yield how many pairs across scripts come out right."""
    lines = [
        ln for ln in (data / "cross_script_pairs.csv").read_text(encoding="utf-8").splitlines() if ln and ln[0] != "#"
    ]
    rows = list(csv.reader(lines))
    right = total = 0
    for row in rows:
        told = [c.strip().lower() for c in row]
        match = next((c for c in told if c in ("true", "false", "match", "no_match", "yes", "no", "1", "0")), None)
        if match is None and "name" in told[0]:
            continue
        total += 1
        right += (score_pair(row[0], row[1]) >= ALIKE) == (match not in ("false", "no_match", "no", "0"))
    yield Figure(f"cross_script_pairs, {total} pairs", "20 of 22", f"{right} of {total}", right >= 20)


def ofac_fixtures(data: Path) -> Iterator[Figure]:
    """Yield how far scores are from OFAC's own."""
    rows = list(csv.DictReader((data / "ofac_fixtures.csv").open(encoding="utf-8")))
    pairs = [(100 * score_pair(r["query_name"], r["result_name"]), float(r["ofac_score"])) for r in rows]
    near = sum(abs(a - b) <= 5 for a, b in pairs) / len(pairs)
    mean = sum(abs(a - b) for a, b in pairs) / len(pairs)
    shown = sum(a >= 100 * ALIKE for a, _ in pairs)
    yield Figure(
        f"ofac_fixtures, {len(pairs)} pairs", "report", f"{near:.1%} within 5, mean {mean:.1f}; {shown} shown", None
    )


def real_lists(data: Path) -> Iterator[tuple[int, Listing]]:
    """Yield the parties of the real lists, each with the number of its list."""
    for number, (which, names, ending) in enumerate(_FILES):
        paths = [data / (name + ending) for name in names]
        streams = [(p.name, p.open("rb")) for p in paths]
        for entry in load_list(which, streams):
            if not isinstance(entry, Fault):
                yield number, entry
        for _, stream in streams:
            stream.close()


def build_un(data: Path, folder: Path) -> tuple[Index, list[Listing]]:
    """Index the UN's list among generated parties; return the index and the UN's parties.

    OFAC's lists hold many of the UN's parties once more, under other spellings: they would come first for the right reasons.
    """
    listed = [listing for number, listing in real_lists(data) if number == UN]
    build_index(folder, [(0, p) for p in listed] + [(1, p) for p in parties(_AMONG)])
    return Index(folder), listed


def build_real(data: Path, folder: Path) -> Index:
    """Index the real lists."""
    build_index(folder, real_lists(data))
    return Index(folder)


def _latin(name: str) -> bool:
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)


def mangled(index: Index, listed: Iterable[Listing]) -> Iterator[Figure]:
    """Yield, for each treatment, how often the party comes first.

    The query is the spoilt name alone, without any other name of the party; two parties of one primary name are one here.
    """
    people = [p for p in listed if p.kind is not None and _latin(p.names[0].text)]
    for label, treat in TREATMENTS.items():
        first = equal = total = 0
        for seed in _SEEDS:
            rnd = random.Random(seed)
            for party in people:
                asked = treat(party.names[0].text, rnd)
                if asked is None or (label in OF_PEOPLE and party.kind is not PartyKind.PERSON):
                    continue
                total += 1
                found = screen(asked, index, _MANGLED, most=10)
                places = [k for k, m in enumerate(found) if m.listing.names[0].text == party.names[0].text]
                first += places[:1] == [0]
                equal += bool(places) and found[places[0]].score == found[0].score
        target = "report" if label.startswith("initials") else "top-1 >= 97 %"
        share = first / max(total, 1)
        told = f"{share:.1%} ({equal / max(total, 1):.1%} first or equal)"
        yield Figure(f"UN, {label}, {total:,} names", target, told, None if target == "report" else share >= 0.97)


def alerts(index: Index) -> Iterator[Figure]:
    """Yield how many names of nobody are taken for somebody's."""
    names = list(nobody(7, 1000))
    hits = sum(bool(screen(name, index, _REAL, most=1)) for name in names)
    yield Figure(f"{len(names):,} generated names on no list", "under 1 % alert", f"{hits / len(names):.1%}", hits < 10)


_PAIRS: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "name_bench": name_bench,
    "entity_bench": entity_bench,
    "cross_script": cross_script,
    "ofac_fixtures": ofac_fixtures,
}
_LISTS = ("mangled", "alerts")


def main(argv: list[str] | None = None) -> int:
    """Run the command line; return 0, or 2 without data."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.screening", description=__doc__.splitlines()[0])
    names = (*_PAIRS, *_LISTS)
    parser.add_argument(
        "--set", dest="sets", nargs="+", choices=names, default=names, metavar="NAME", help=f"of {', '.join(names)}"
    )
    parser.add_argument("--data", type=Path, default=DATA, help=f"default {DATA}")
    args = parser.parse_args(argv)
    if not args.data.is_dir():
        print(f"{args.data}: got no such folder; expected the screening data", file=sys.stderr)
        return 2
    figures = [f for name, run in _PAIRS.items() if name in args.sets for f in run(args.data)]
    if set(_LISTS) & set(args.sets):
        with tempfile.TemporaryDirectory() as scratch:
            folders = [Path(scratch) / name for name in _LISTS]
            for folder in folders:
                folder.mkdir()
            if "mangled" in args.sets:
                figures += mangled(*build_un(args.data, folders[0]))
            if "alerts" in args.sets:
                figures += alerts(build_real(args.data, folders[1]))
    table = Table("what", "target", "found", "met")
    for f in figures:
        table.add_row(f.what, f.target, f.found, "" if f.met is None else "yes" if f.met else "no")
    Console(width=None if sys.stdout.isatty() else 130).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
