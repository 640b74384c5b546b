"""Misspelt and transliterated names: weapons and office holders in spellings the tables do not have, and names that are none.

Set A may be looked at; set B is only measured, and each run of it is in ``runs.jsonl``.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evaluation.report import report_set
from evaluation.results import Figure, share_figure
from evaluation.runs import RUNS
from evaluation.statement_gold import GOLD
from onrecord.registers import people, weapons

__all__ = ["PATH", "figures", "main"]

PATH = GOLD / "spellings.json"


def _resolved(kind: str, text: str) -> str | None:
    if kind == "person":
        return people().resolve(text)
    found = weapons().resolve(text)
    return found.name if found is not None else None


def figures(chosen: str, path: Path = PATH) -> tuple[list[Figure], list[str]]:
    """Return shares of a set's names resolved, resolved wrongly, and of the others taken for some; and a line for each."""
    asked, right, faults = Counter[str](), Counter[str](), list[str]()
    for item in json.loads(path.read_text(encoding="utf-8")):
        if item["set"] != chosen:
            continue
        got, wanted = _resolved(item["kind"], item["text"]), item["name"]
        wrong = got is not None and got != wanted
        if wanted is not None:
            for name in ("resolved", f"resolved: {item['kind']}"):
                asked[name] += 1
                right[name] += got == wanted
        for name in ("wrong", "wrong: names that are none") if wanted is None else ("wrong",):
            asked[name] += 1
            right[name] += wrong
        if got != wanted:
            faults.append(f"{item['id']} {item['text']!r}: got {got!r}, expected {wanted!r}")
    return [share_figure(name, right[name], asked[name]) for name in asked], faults


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.spellings", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", dest="chosen", choices=("A", "B"), default="A", help="which half; A if left out")
    parser.add_argument("--errors", action="store_true", help="say what is wrong, a line each; of A only")
    parser.add_argument("--runs", type=Path, default=RUNS, metavar="FILE", help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.chosen == "B" and args.errors:
        print("--errors: got set B; expected A, B is only measured", file=sys.stderr)
        return 2
    started = time.perf_counter()
    found, faults = figures(args.chosen)
    if args.errors:
        print(*faults, sep="\n")
    asked = sum(f.gold for f in found if f.name == "wrong")
    runs = args.runs if args.chosen == "B" else None
    report_set(
        f"spellings-{args.chosen.lower()}", {"gold/spellings.json": PATH}, found, started, documents=asked, runs=runs
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
