"""Results as tables for people, with what others reached beside them."""

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from rich.console import Console
from rich.table import Table

import onrecord
from evaluation.floors import Check
from evaluation.results import Figure, Result
from evaluation.runs import RUNS, count_runs, record_run

__all__ = ["Baseline", "baselines", "differences_table", "gate_table", "print_results", "report_set"]

FALL = 0.5
"""Points an int8 figure may lie below the float one before it is named."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What somebody else reached on one figure; ``same`` if on the same data, counted the same way."""

    by: str
    value: float
    same: bool
    source: str


@cache
def baselines() -> dict[tuple[str, str], tuple[Baseline, ...]]:
    """Return what ``baselines.toml`` holds, by set and figure."""
    stored = tomllib.loads(Path(__file__).with_name("baselines.toml").read_text(encoding="utf-8"))
    table: dict[tuple[str, str], tuple[Baseline, ...]] = {}
    for row in stored["baseline"]:
        for name, value in row["figures"].items():
            one = Baseline(row["by"], float(value), bool(row["same"]), row["source"])
            table[row["set"], name] = (*table.get((row["set"], name), ()), one)
    return table


def print_results(results: Iterable[Result], console: Console, runs: Counter[tuple[str, bool]]) -> None:
    """Print one table per set.

    Args:
        results: what was measured.
        console: where to.
        runs: how often each set to report on only has been run, whole and in part.
    """
    for result in results:
        read = f"{result.documents} documents, {result.words:,} words, {result.seconds:.1f} s"
        console.print(f"{result.key}: {read}", style="bold", highlight=False, soft_wrap=True)
        console.print(_result_table(result))
        for line in _remarks(result, runs):
            console.print(line, style="dim", highlight=False, soft_wrap=True, markup=False)
        console.print()


def report_set(
    name: str,
    files: Mapping[str, Path],
    figures: Sequence[Figure],
    started: float,
    *,
    documents: int,
    words: int = 0,
    runs: Path | None = None,
) -> None:
    """Print what a command measured on one set with the shipped weights.

    Args:
        name: the set.
        files: what was read, by the name to print.
        figures: what was measured.
        started: ``time.perf_counter()`` before the first document.
        documents: how many were read.
        words: how many words, if counted.
        runs: where the run is written down, if the set is there to report on only.
    """
    result = Result(
        set=name,
        subset=False,
        model=onrecord.read("").made_by.model,
        data={shown: sha256(path.read_bytes()).hexdigest() for shown, path in files.items()},
        documents=documents,
        words=words,
        seconds=round(time.perf_counter() - started, 2),
        figures=tuple(figures),
    )
    if runs is not None:
        record_run(result, "shipped", runs)
    counted = count_runs(runs) if runs is not None else Counter[tuple[str, bool]]()
    print_results([result], Console(width=None if sys.stdout.isatty() else 160), counted)


def _result_table(result: Result) -> Table:
    parts = any(f.precision is not None for f in result.figures)
    table = Table()
    table.add_column("figure", no_wrap=True)
    for name in ("value", "P", "R", "n") if parts else ("value", "n"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("beside it")
    for figure in result.figures:
        beside = baselines().get((result.set, figure.name), ())
        others = ", ".join(f"{b.by}{'' if b.same else '*'} {b.value:g}" for b in beside)
        shares = (_part(figure.precision), _part(figure.recall)) if parts else ()
        table.add_row(figure.name, f"{figure.value:.2f}", *shares, str(figure.gold), others)
    return table


def _part(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _remarks(result: Result, runs: Counter[tuple[str, bool]]) -> list[str]:
    lines = [
        f"model {result.model}; data " + ", ".join(f"{file} {digest[:12]}" for file, digest in result.data.items())
    ]
    whole, part = runs[result.set, False], runs[result.set, True]
    if whole or part:
        lines.append(f"a set to report on only: run {whole} times whole, {part} times in part so far ({RUNS.name})")
    if result.note:
        lines.append(result.note)
    others = [b for f in result.figures for b in baselines().get((result.set, f.name), ())]
    for by, same, source in dict.fromkeys((b.by, b.same, b.source) for b in others):
        lines.append(f"{by}{'' if same else '*'}: {source}")
    if any(not b.same for b in others):
        lines.append("*: not the same data, or not counted the same way")
    return lines


def gate_table(checks: Sequence[Check]) -> Table:
    """Return floors and what was measured, failures marked."""
    table = Table(title="quality gate", title_justify="left", title_style="bold")
    for name in ("set", "figure"):
        table.add_column(name, no_wrap=True)
    for name in ("measured", "floor", "above by"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("")
    for check in checks:
        measured = "none" if check.measured is None else f"{check.measured:.2f}"
        above = "" if check.measured is None else f"{check.measured - check.floor:+.2f}"
        table.add_row(
            check.key, check.figure, measured, f"{check.floor:.2f}", above, "" if check.passed else "[red]BELOW[/red]"
        )
    return table


def differences_table(ours: Result, other: Result) -> tuple[Table, list[str]]:
    """Return two models' figures on one set side by side, and a line for each that lies more than ``FALL`` below."""
    table = Table(title=f"{ours.key}: {ours.model} against {other.model}", title_justify="left", title_style="bold")
    table.add_column("figure", no_wrap=True)
    for name in (ours.model, other.model, "difference", "n"):
        table.add_column(name, justify="right", no_wrap=True)
    fallen = []
    theirs: dict[str, Figure] = {f.name: f for f in other.figures}
    for figure in ours.figures:
        against = theirs[figure.name].value
        difference = round(figure.value - against, 2)
        table.add_row(figure.name, f"{figure.value:.2f}", f"{against:.2f}", f"{difference:+.2f}", str(figure.gold))
        if difference < -FALL:
            item = 100 / max(1, figure.gold)
            fallen.append(f"{ours.key}, {figure.name}: {-difference:.2f} below (n = {figure.gold}, one is {item:.2f})")
    return table, fallen
