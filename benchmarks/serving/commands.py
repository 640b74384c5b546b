"""The subcommand of ``python -m benchmarks`` that measures the web application."""

import argparse
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.serving.load import AT_ONCE, MEMORY, TARGET, make, measure_load

__all__ = ["add_parser", "run"]


def add_parser(commands: Any) -> None:
    """Add the subcommand with its options."""
    web = commands.add_parser("web_load", help="pages asked for many at a time, over a million statements")
    web.add_argument("--statements", type=int, default=1_000_000)
    web.add_argument("--seconds", type=int, default=20, help="for each kind of page")
    web.add_argument("--ledger", type=Path, help="keep the ledger here, and take the one that is here")


def run(args: argparse.Namespace, console: Console) -> bool:
    """Measure, print; whether the targets are met."""
    with tempfile.TemporaryDirectory() as folder:
        where = args.ledger or Path(folder) / "ledger.db"
        if not where.exists():
            make(str(where), args.statements)
        found = measure_load(str(where), args.seconds)
    console.print(f"{found.statements:,} statements, {AT_ONCE} requests at once, one server process")
    for p in found.pages:
        console.print(
            f"{p.name}: {p.answers:,} answers, {p.wrong} wrong, {p.rate:.0f}/s, "
            f"median {p.middle * 1000:.0f} ms, p95 {p.late * 1000:.0f} ms"
        )
    console.print(
        f"peak memory {found.peak:.0f} MB; targets: p95 under {TARGET * 1000:.0f} ms, memory under {MEMORY} MB"
    )
    return found.met
