"""``python -m benchmarks screening speed | names | delta``."""

import argparse
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.screening.deltas import independent_delta
from benchmarks.screening.speed import measure_index, measure_many, store_of
from evaluation.screening import DATA
from onrecord.flow.screening import compare_versions, load_version
from onrecord.records.listings import ListName

__all__ = ["add_parser", "run"]


def add_parser(commands: Any) -> None:
    """Add the command and its parts."""
    screening = commands.add_parser("screening", help="one name, many names, versions of a list")
    parts = screening.add_subparsers(dest="part", required=True)
    speed = parts.add_parser("speed", help="one name among many parties; building and opening the index")
    speed.add_argument("--parties", type=int, default=70_000)
    speed.add_argument("--asked", type=int, default=2_000)
    names = parts.add_parser("names", help="names per second of a file, on one process and on two")
    names.add_argument("--parties", type=int, default=70_000)
    names.add_argument("--names", type=int, default=1_000_000)
    names.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    delta = parts.add_parser("delta", help="OFAC 2019 to 2021 against a script that shares nothing with the package")
    for part in (speed, names, delta):
        part.add_argument("--lists", type=Path, default=DATA, help=f"default {DATA}")


def run(args: argparse.Namespace, console: Console) -> bool:
    """Run a part; return whether what has a target met it."""
    return _RUNS[args.part](args, console)


def _speed(args: argparse.Namespace, console: Console) -> bool:
    found = measure_index(args.lists, args.parties, args.asked)
    console.print(
        f"{found.parties:,} parties, {found.names:,} names; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )
    console.print(
        f"built in {found.built_s:.1f} s (target 20), {found.megabytes:.0f} MB on disk, peak {found.peak:.0f} MB (target 500)"
    )
    console.print(f"opened in {found.opened:.1f} ms (target 100)")
    console.print(
        f"{args.asked:,} names: p50 {found.p50:.2f} ms (target 3), p99 {found.p99:.2f} ms (target 15), most {found.most:.1f};"
        f" {found.matched:.0%} matched"
    )
    return found.p50 < 3 and found.p99 < 15 and found.built_s < 20 and found.peak < 500 and found.opened < 100


def _names(args: argparse.Namespace, console: Console) -> bool:
    with tempfile.TemporaryDirectory() as scratch:
        listed = store_of(Path(scratch), args.lists, args.parties)
        for processes in args.processes:
            rate, matched = measure_many(Path(scratch), listed, args.names, processes)
            console.print(
                f"{args.names:,} names, {processes} processes: {rate:,.0f} names/s, {matched:,} matched;"
                f" load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
            )
    return True


def _delta(args: argparse.Namespace, console: Console) -> bool:
    with tempfile.TemporaryDirectory() as scratch:
        loaded = []
        for year in ("2019", "2021"):
            files = [str(args.lists / f"ofac_{year}_{part}.csv.gz") for part in ("sdn", "alt", "add")]
            loaded.append(load_version(ListName.OFAC, files, label=f"ofac-{year}", folder=Path(scratch)).id)
        _, _, found = compare_versions(loaded[0], loaded[1], folder=Path(scratch))
    ours = ({p.id for p in found.added}, {c.after.id for c in found.changed}, {p.id for p in found.removed})
    theirs = independent_delta(args.lists, "2019", "2021")
    for name, mine, other in zip(("added", "changed", "removed"), ours, theirs, strict=True):
        console.print(f"{name}: {len(mine):,}, the script {len(other):,}, in one alone {len(mine ^ other):,}")
    return ours == theirs


_RUNS: dict[str, Callable[[argparse.Namespace, Console], bool]] = {"speed": _speed, "names": _names, "delta": _delta}
