"""``python -m benchmarks speed | cold | long | memory | fuzz | api | ledger_... | screening``: figures beside their targets."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.articles import DATA, article_of, articles
from benchmarks.ledger.commands import RUNS as LEDGER
from benchmarks.ledger.commands import add_parsers
from benchmarks.processes import measure_cold, measure_long, measure_memory
from benchmarks.screening.commands import add_parser as add_screening
from benchmarks.screening.commands import run as run_screening
from benchmarks.serving.commands import add_parser as add_serving
from benchmarks.serving.commands import run as run_serving
from onrecord.reading.model import PARTS, SHIPPED, load_model
from onrecord.settings import settings


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Time, memory and robustness.")
    parser.add_argument("--data", type=Path, default=DATA, help=f"default {DATA}")
    commands = parser.add_subparsers(dest="command", required=True)
    speed = commands.add_parser("speed", help="the whole door against the bare encoder, one thread")
    speed.add_argument("--articles", type=int, default=84, help="PolNeAR articles, dev first (default 84, all of dev)")
    speed.add_argument("--rounds", type=int, default=3, help="times each is read; the median counts")
    cold = commands.add_parser("cold", help="onrecord read of one article in a fresh process")
    cold.add_argument("--words", type=int, default=700)
    cold.add_argument("--times", type=int, default=5)
    long = commands.add_parser("long", help="onrecord add of one long text, in a fresh process")
    long.add_argument("--characters", type=int, nargs="+", default=[10_000, 100_000, 500_000])
    memory = commands.add_parser("memory", help="peak memory over many articles")
    memory.add_argument("--articles", type=int, default=200)
    fuzz = commands.add_parser("fuzz", help="hostile texts")
    fuzz.add_argument("--minutes", type=float, default=1.0)
    fuzz.add_argument("--seed", type=int, default=0, help="of the first batch")
    api = commands.add_parser("api", help="requests made from the API's description")
    api.add_argument("--examples", type=int, default=300, help="of each kind to each operation")
    api.add_argument("--seed", type=int, default=0)
    add_parsers(commands)
    add_screening(commands)
    add_serving(commands)
    args = parser.parse_args(argv)
    console = Console(highlight=False, soft_wrap=True)
    if args.command == "screening":
        return 0 if run_screening(args, console) else 1
    if args.command == "web_load":
        return 0 if run_serving(args, console) else 1
    if args.command == "api":
        return 0 if _api(args, console) else 1
    if args.command in LEDGER:
        return 0 if LEDGER[args.command](args, console) else 1
    if args.command != "fuzz" and not (args.data / "polnear" / "dev.jsonl.gz").is_file():
        expected = "the PolNeAR articles (--data names the folder)"
        print(f"{args.data}: got no polnear/dev.jsonl.gz; expected {expected}", file=sys.stderr)
        return 2
    RUNS[args.command](args, console)
    return 0


def _machine() -> str:
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def _speed(args: argparse.Namespace, console: Console) -> None:
    from benchmarks.encoder import Encoder  # only this command needs onnx, a development extra
    from benchmarks.speed import measure_speed

    os.environ["ONRECORD_THREADS"] = "1"
    settings.cache_clear()
    chosen = settings()
    model = load_model(chosen.model, chosen.threads)
    encoder = Encoder((chosen.model or SHIPPED) / PARTS[0], chosen.threads)
    found = measure_speed(list(articles(args.data, args.articles)), model, encoder, args.rounds)
    console.print(f"{found.articles} articles, {found.words:,} words, {found.windows} windows, one thread")
    table = Table()
    for name in ("", "seconds", "words/s", "share"):
        table.add_column(name, justify="right" if name else "left")
    for name, seconds in (("whole door", found.door), ("bare encoder", found.encoder)):
        table.add_row(name, f"{seconds:.2f}", f"{found.words / seconds:,.0f}", "")
    for name, share in found.shares.items():
        table.add_row(f"  {name}", f"{share * found.door:.2f}", "", f"{share:.1%}")
    console.print(table)
    console.print(f"door / encoder: {found.ratio:.3f}, {found.verdict}; median article {found.middle_ratio:.3f}")
    console.print(f"encoder ends at {encoder.output}; model {model.version}; median of {args.rounds}; {_machine()}")


def _cold(args: argparse.Namespace, console: Console) -> None:
    found = measure_cold(article_of(args.data, args.words), args.times)
    runs = ", ".join(f"{s:.2f}" for s in found.seconds)
    console.print(f"cold onrecord read of {found.words} words: median {found.median:.2f} s of {runs} (target under 2)")
    console.print(f"peak memory {found.peak:.0f} MiB (target under 400 MB); {_machine()}")


def _long(args: argparse.Namespace, console: Console) -> None:
    for characters in args.characters:
        seconds, peak = measure_long(args.data, characters)
        each = seconds / characters * 100_000
        console.print(
            f"{characters:,} characters: {seconds:.1f} s, {each:.1f} s for 100,000; peak memory {peak:.0f} MiB; {_machine()}"
        )


def _memory(args: argparse.Namespace, console: Console) -> None:
    found = measure_memory(args.data, args.articles)
    read = f"{found.articles} articles, {found.words:,} words"
    console.print(f"{read}: peak memory {found.peak:.0f} MiB, of which {found.before:.0f} before the first")


def _fuzz(args: argparse.Namespace, console: Console) -> None:
    from benchmarks.fuzz import fuzz  # only this command needs Hypothesis, a development extra

    done = fuzz(args.minutes, args.seed)
    read = f"{done.examples} texts, {done.characters:,} characters, {done.long / done.examples:.0%} longer than 5,000"
    console.print(f"{read}: no exception, spans exact, same bytes twice")


def _api(args: argparse.Namespace, console: Console) -> bool:
    from benchmarks.api import try_all  # only this command needs Schemathesis, a development extra

    tried = []
    for one in try_all(args.examples, args.seed):
        tried.append(one)
        console.print(
            f"{one.name}: {f'{one.sent:,} requests' if one.fault is None else one.fault}, {one.seconds:.1f} s"
        )
    console.print(
        f"{sum(t.sent for t in tried):,} requests; {sum(t.fault is not None for t in tried)} operations at fault"
    )
    return all(t.fault is None for t in tried)


RUNS: dict[str, Callable[[argparse.Namespace, Console], None]] = {
    "speed": _speed,
    "cold": _cold,
    "long": _long,
    "memory": _memory,
    "fuzz": _fuzz,
}


if __name__ == "__main__":
    sys.exit(main())
