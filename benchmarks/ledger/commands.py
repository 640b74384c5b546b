"""The subcommands of ``python -m benchmarks`` that measure the ledger; each returns whether its target is met."""

import argparse
from typing import Any

from rich.console import Console

from benchmarks.ledger.crash import measure_crashes
from benchmarks.ledger.growth import TARGET as GROWTH
from benchmarks.ledger.growth import measure_growth
from benchmarks.ledger.order import measure_order
from benchmarks.ledger.scale import TARGET as SCALE
from benchmarks.ledger.scale import measure_scale

__all__ = ["RUNS", "add_parsers"]

KINDS = ("sqlite", "postgresql")


def add_parsers(commands: Any) -> None:
    """Add the subcommands with their options."""
    order = commands.add_parser("ledger_order", help="one digest in any order")
    order.add_argument("--articles", type=int, default=40)
    order.add_argument("--orders", type=int, default=50)
    order.add_argument("--statements", type=int, default=5000, help="of the one long story")
    crash = commands.add_parser("ledger_crash", help="kill -9 at random moments")
    crash.add_argument("--moments", type=int, default=100)
    crash.add_argument("--articles", type=int, default=24)
    crash.add_argument("--seed", type=int, default=1)
    growth = commands.add_parser("ledger_growth", help="one more article, with few documents and with many")
    growth.add_argument("--few", type=int, default=1000)
    growth.add_argument("--many", type=int, default=10_000)
    scale = commands.add_parser("ledger_scale", help="a claim page over a million statements")
    scale.add_argument("--statements", type=int, default=1_000_000)
    scale.add_argument("--pages", type=int, default=300)
    for parser in (order, growth, scale):
        parser.add_argument("--database", choices=KINDS, default="sqlite")


def _order(args: argparse.Namespace, console: Console) -> bool:
    found = measure_order(args.database, args.articles, args.orders, args.statements)
    for what, orders, result in zip(("articles", "one story"), (args.orders, 2), found, strict=True):
        told = f"{what}: {result.articles} articles, {result.statements:,} statements, {orders} orders"
        digests = f"{len(result.digests)} digest{'s' if len(result.digests) != 1 else ''}"
        console.print(
            f"{told}, each made again and with three taken out and put in: {digests}, {len(result.faults)} faults"
        )
        for fault in result.faults[:5]:
            console.print(f"  {fault}")
    return all(result.met for result in found)


def _crash(args: argparse.Namespace, console: Console) -> bool:
    found = measure_crashes(args.moments, args.articles, args.seed)
    kept = found.kept
    console.print(
        f"{found.moments} kills of adding {args.articles} articles, {min(kept)} to {max(kept)} of them kept by then"
    )
    console.print(f"{len(found.faults)} faults; every ledger complete after the same command again: {not found.faults}")
    for fault in found.faults[:5]:
        console.print(f"  {fault}")
    return not found.faults


def _growth(args: argparse.Namespace, console: Console) -> bool:
    met = True
    for bigger in (False, True):
        found = measure_growth(args.database, args.few, args.many, bigger=bigger)
        told = "bigger stories" if bigger else "more stories"
        few, many = (
            f"{(k + s) * 1000:.1f} ms ({k * 1000:.1f} + {s * 1000:.1f})"
            for k, s in zip(found.keeping, found.summing, strict=True)
        )
        console.print(
            f"{told}: one more article {few} at {args.few:,} documents, {many} at {args.many:,}: x {found.ratio:.2f}"
        )
        met = met and found.ratio <= GROWTH
    console.print(f"keeping + summing up, medians, {args.database}; target: x {GROWTH} at most either way")
    return met


def _scale(args: argparse.Namespace, console: Console) -> bool:
    found = measure_scale(args.database, args.statements, args.pages)
    console.print(f"{args.database}, {found.statements:,} statements, {found.pages} random claims")
    for name, (middle, late) in (("queries of a page", found.queries), ("the whole page", found.whole)):
        console.print(f"{name}: median {middle * 1000:.1f} ms, p95 {late * 1000:.1f} ms")
    for scan in found.scans:
        console.print(f"  {scan}")
    console.print(
        f"{len(found.scans)} queries read a whole table; target for the queries: median under {SCALE * 1000:.0f} ms"
    )
    return found.queries[0] < SCALE and not found.scans


RUNS = {"ledger_order": _order, "ledger_crash": _crash, "ledger_growth": _growth, "ledger_scale": _scale}
