"""PLOVER's gold standard records: whether the first event with a code has the code of the record.

The records are coded by version 0.5 of PLOVER, the frames by that of 2021; ``plover_codes.csv`` says which code is which, and why
where they differ. INVESTIGATE has no frame.
"""

import argparse
import csv
import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import onrecord
from evaluation.factuality import DATA
from evaluation.report import report_set
from evaluation.results import DataError, Figure, share_figure

__all__ = ["CODES", "codes", "figures", "main"]

CODES = Path(__file__).with_name("plover_codes.csv")


def codes(path: Path = CODES) -> Mapping[str, frozenset[str]]:
    """Return the record's codes that each code of ours may be."""
    found = defaultdict[str, set[str]](set)
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found[row["ours"]].add(row["gsr"])
    return {ours: frozenset(theirs) for ours, theirs in found.items()}


def figures(path: Path) -> tuple[list[Figure], list[str]]:
    """Return the share of sentences with a coded event, and how many of these have the record's code; a line for each other.

    Raises:
        DataError: no such file.
    """
    if not path.is_file():
        raise DataError(f"{path}: got no such file; expected PLOVER's records")
    table, asked, right, faults = codes(), Counter[str](), Counter[str](), list[str]()
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        row = json.loads(line)
        events = [e for e in onrecord.read(row["text"]).events if e.plover is not None]
        asked["coverage"] += 1
        right["coverage"] += bool(events)
        if not events:
            continue
        met = [row["event"] in table[str(e.plover)] for e in events]
        for name, good in (("precision: first event", met[0]), ("precision: any event", any(met))):
            asked[name] += 1
            right[name] += good
        if not met[0]:
            faults.append(f"{row['event']} got {events[0].plover} by “{events[0].trigger.text}”: {row['text']}")
    return [share_figure(name, right[name], asked[name]) for name in asked], faults


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.plover", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="print a line for each sentence with another code")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets")
    args = parser.parse_args(argv)
    path = args.data / "plover_gsr" / "records.jsonl.gz"
    started = time.perf_counter()
    try:
        found, faults = figures(path)
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    if args.errors:
        print(*faults, sep="\n")
    report_set("plover-gsr", {f"plover_gsr/{path.name}": path}, found, started, documents=found[0].gold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
