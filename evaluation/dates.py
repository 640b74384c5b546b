"""Time expressions: the gold set's intervals, and TIMEX3 values of MEANTIME beside them.

``python -m evaluation.dates`` prints both; ``--set B`` measures the other half of the gold set.

An item of the gold is right if, of the expressions found, the one that overlaps its span most has the same first and last day.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import onrecord
from evaluation.results import DataError, Figure, share_figure
from evaluation.timex import MEANTIME, best_of, found_spans, timex_figures, timex_misses
from onrecord.reading.dates import find_dates
from onrecord.records import Span

__all__ = ["gold_dates", "gold_misses"]

GOLD = Path(__file__).resolve().parent / "gold" / "dates.json"
Answer = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class GoldDate:
    """An item of the gold set."""

    id: int
    kind: str
    text: str
    span: Span
    published_on: date
    interval: Answer


def gold_items(path: Path, which: str) -> list[GoldDate]:
    """Return the items of one set of ``dates.json``.

    Raises:
        DataError: no such file, or no item of that set.
    """
    if not path.is_file():
        raise DataError(f"{path}: got no such file; expected the gold dates")
    stored = json.loads(path.read_text(encoding="utf-8"))
    rows = stored if isinstance(stored, list) else stored.get("dates") or stored.get("items") or []
    items = [_item(row) for row in rows if row["set"] == which]
    if not items:
        raise DataError(f"{path}: got no item of set {which}; expected A or B")
    return items


def _item(row: dict[str, Any]) -> GoldDate:
    first, last = (date.fromisoformat(row[k]) if row[k] else None for k in ("from", "to"))
    day = date.fromisoformat(row["published_on"])
    return GoldDate(row["id"], row["class"], row["text"], (row["span"][0], row["span"][1]), day, (first, last))


def _judge(item: GoldDate) -> tuple[bool, Answer | None]:
    """Return whether an item comes out right, and what was found for it."""
    reading = onrecord.read(item.text, published_on=item.published_on)
    spans = found_spans(reading, find_dates(reading.parse, item.published_on))
    _, when = best_of(spans, item.span)
    answer = None if when is None else (when.first, when.last)
    return answer == item.interval, answer


def gold_dates(path: Path = GOLD, which: str = "A") -> list[Figure]:
    """Return the share of right intervals of one set of the gold dates, over all and by class."""
    classes: dict[str, list[bool]] = {}
    for item in gold_items(path, which):
        classes.setdefault(item.kind, []).append(_judge(item)[0])
    judged = [right for rights in classes.values() for right in rights]
    total = share_figure("interval", sum(judged), len(judged))
    return [total, *(share_figure(f"interval: {kind}", sum(n), len(n)) for kind, n in classes.items())]


def gold_misses(path: Path = GOLD, which: str = "A") -> Iterator[str]:
    """Yield a line for each item that comes out wrong: its number, its class, what was expected and what was found."""
    for item in gold_items(path, which):
        right, answer = _judge(item)
        if not right:
            found = "nothing" if answer is None else _interval(answer)
            yield f"{item.id} ({item.kind}): expected {_interval(item.interval)}, got {found}"


def _interval(answer: Answer) -> str:
    return " to ".join("none" if day is None else day.isoformat() for day in answer)


def _table(title: str, figures: Iterable[Figure]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("figure", no_wrap=True)
    for name in ("value", "n"):
        table.add_column(name, justify="right", no_wrap=True)
    for figure in figures:
        table.add_row(figure.name, f"{figure.value:.2f}", str(figure.gold))
    return table


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; return 0, or 2 if data are missing."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.dates", description="Score time expressions.")
    parser.add_argument("--set", dest="which", choices=("A", "B"), default="A", help="set of the gold dates")
    parser.add_argument("--meantime", type=Path, default=MEANTIME, metavar="FILE", help=f"default {MEANTIME}")
    parser.add_argument("--no-dateparser", action="store_true", help="leave out the figures beside ours")
    parser.add_argument("--misses", action="store_true", help="list what came out wrong, where it may be looked at")
    args = parser.parse_args(argv)
    console = Console()
    try:
        console.print(_table(f"gold dates, set {args.which}", gold_dates(which=args.which)))
        timex = timex_figures(args.meantime, beside=not args.no_dateparser)
        console.print(_table("MEANTIME, DATE", timex))
        if args.misses:
            lines = (*(gold_misses() if args.which == "A" else ()), *timex_misses(args.meantime))
            for line in lines:
                console.print(line, markup=False, highlight=False, soft_wrap=True)
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
