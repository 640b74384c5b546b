"""``python -m evaluation``: scores the shipped weights through the public doors.

Exit codes: 0 done, or no figure below its floor; 1 a figure below its floor; 2 data, floors or options that do not fit.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from evaluation.doors import name_weights, open_doors, whole_model
from evaluation.floors import FLOORS, check_floors, write_floors
from evaluation.report import differences_table, gate_table, print_results
from evaluation.results import DataError, Result
from evaluation.runs import RUNS, count_runs, record_run
from evaluation.sets import GATED, SETS, STANDARD, measure
from evaluation.statements import gold_result
from onrecord.errors import OnrecordError

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description="Score the shipped weights through the public doors."
    )
    add = parser.add_argument
    names = f"of {', '.join(SETS)}"
    add("--set", dest="sets", nargs="+", action="extend", choices=tuple(SETS), metavar="NAME", help=names)
    add("--subset", action="store_true", help="read only the fixed part of each set")
    add("--gate", action="store_true", help="hold the fixed part against floors.json; exit 1 below a floor")
    add("--write-floors", action="store_true", help="write floors.json from the fixed part; lowers none")
    add("--allow-regression", metavar="REASON", help="let --write-floors lower floors, and keep the reason in the file")
    add("--model", type=Path, metavar="FOLDER", help="other weights")
    add("--against", type=Path, metavar="FOLDER", help="print how far these weights (or an .onnx file) differ")
    add("--data", type=Path, default=DATA, metavar="FOLDER", help=f"default {DATA}")
    add("--json", type=Path, metavar="FILE", help="write the results")
    add("--predictions", type=Path, metavar="FILE", help="write PolNeAR statements for scoring/score_relations.py")
    add("--note", default="", metavar="TEXT", help="kept with the results, e.g. how the weights were trained")
    add("--floors", type=Path, default=FLOORS, metavar="FILE", help=argparse.SUPPRESS)
    add("--runs", type=Path, default=RUNS, metavar="FILE", help=argparse.SUPPRESS)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    args = _parser().parse_args(argv)
    try:
        return _run(args)
    except (DataError, OnrecordError) as error:
        print(error, file=sys.stderr)
        return 2


def _run(args: argparse.Namespace) -> int:
    fixed = args.gate or args.write_floors
    names = tuple(dict.fromkeys(args.sets or (GATED if fixed else STANDARD)))
    if args.allow_regression is not None and (not args.write_floors or not args.allow_regression.strip()):
        raise DataError(
            "--allow-regression: got it without --write-floors or without words; expected a reason for floors that fall"
        )
    if args.predictions and len([n for n in names if n.startswith("polnear")]) != 1:
        raise DataError(f"--predictions: got the sets {', '.join(names)}; expected one PolNeAR set among them")
    with tempfile.TemporaryDirectory() as scratch:
        model = whole_model(args.model, None, _below(scratch, "model")) if args.model else None
        results = _measure(args, names, model, given=args.model, predictions=args.predictions)
        others = list[Result]()
        if args.against:
            other = whole_model(args.against, model, _below(scratch, "against"))
            others = _measure(args, names, other, given=args.against)
    if args.json:
        args.json.write_text(
            json.dumps([r.to_dict() for r in [*results, *others]], indent=1, ensure_ascii=False) + "\n",
            encoding="utf-8",
        )
    return _show(args, results, others)


def _below(scratch: str, name: str) -> Path:
    folder = Path(scratch) / name
    folder.mkdir()
    return folder


def _measure(
    args: argparse.Namespace,
    names: Iterable[str],
    model: Path | None,
    *,
    given: Path | None,
    predictions: Path | None = None,
) -> list[Result]:
    """Measure sets with one model; write down the runs of those that are to be reported on only.

    The gate and the writing of floors on the shipped weights are not: they ask whether what was reported still stands.
    """
    results, console = list[Result](), Console(stderr=True)
    fixed = args.gate or args.write_floors
    with open_doors(model) as doors:
        weights = name_weights(doors, given)
        for name in names:
            watch: Any = partial(
                track, description=name, console=console, transient=True, disable=not console.is_terminal
            )
            result, run = measure(name, args.data, doors, subset=args.subset or fixed, watch=watch)
            result = replace(result, note="; ".join(filter(None, (result.note, args.note))))
            results.append(result)
            if SETS[name].reported and not (fixed and weights == "shipped"):
                record_run(result, weights, args.runs)
            if predictions and name.startswith("polnear"):
                lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in run.predictions)
                predictions.write_text("".join(lines), encoding="utf-8")
        if fixed and not args.sets:
            results.append(gold_result(doors.model))
    return results


def _show(args: argparse.Namespace, results: Sequence[Result], others: Sequence[Result]) -> int:
    console = Console(width=None if sys.stdout.isatty() else 160)
    if args.write_floors:
        moved = write_floors(results, args.floors, reason=args.allow_regression)
        console.print("\n".join(moved) or "no floor moved", highlight=False, markup=False)
    if args.gate:
        checks = check_floors(results, args.floors)
        console.print(gate_table(checks))
        below = sum(not c.passed for c in checks)
        console.print(
            f"{below} of {len(checks)} figures below their floors"
            if below
            else f"all {len(checks)} figures stand on their floors"
        )
        return 1 if below else 0
    if others:
        fallen = list[str]()
        for result, other in zip(results, others, strict=True):
            table, lines = differences_table(result, other)
            console.print(table)
            fallen += lines
        console.print("\n".join(fallen) or "no figure falls by more than half a point", highlight=False, markup=False)
    elif not args.write_floors:
        print_results(results, console, count_runs(args.runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
