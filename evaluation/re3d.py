"""re3d: people, organisations, places, weapons and quantities, beside the names the model gives alone.

The gold nests (a phrase and the name in it) and its edges vary, so that a mention counts as right if it shares a character with
one of gold of its kind, and each gold mention as met likewise. Nothing was or may be tuned on it.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import onrecord
from evaluation.factuality import DATA
from evaluation.report import report_set
from evaluation.results import DataError, Figure
from onrecord.records import Reading, Span

__all__ = ["KINDS", "figures", "main"]

KINDS = {
    "person": ("Person",),
    "organisation": ("Organisation",),
    "place": ("Location",),
    "weapon": ("Weapon", "MilitaryPlatform"),
    "quantity": ("Quantity",),
}
"""Our kinds and the types of re3d that they are."""


def ours(reading: Reading) -> dict[str, list[Span]]:
    """Return the spans of each kind in a reading."""
    found: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    for entity in reading.entities:
        found[entity.kind.value] += [span for mention in entity.mentions for span in mention.spans]
    found["quantity"] += [span for quantity in reading.quantities for span in quantity.spans]
    return found


def of_the_model(reading: Reading) -> dict[str, list[Span]]:
    """Return the same of the names that the model gives."""
    found: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    for name in reading.parse.names:
        span = (reading.word_spans[name.start][0], reading.word_spans[name.end - 1][1])
        found[name.kind.value].append(span)
    return found


def figures(path: Path) -> list[Figure]:
    """Return F1, precision and recall of each kind, ours and the model's beside it.

    Raises:
        DataError: no such file.
    """
    if not path.is_file():
        raise DataError(f"{path}: got no such file; expected re3d's documents")
    counts = Counter[str]()
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        row = json.loads(line)
        reading = onrecord.read(row["text"])
        for who, found in (("", ours(reading)), (": model alone", of_the_model(reading))):
            for kind, types in KINDS.items():
                gold = [(e["start"], e["end"]) for e in row["entities"] if e["type"] in types]
                counts[f"{kind}{who} gold"] += len(gold)
                counts[f"{kind}{who} met"] += sum(_meets(g, found[kind]) for g in gold)
                counts[f"{kind}{who} found"] += len(found[kind])
                counts[f"{kind}{who} right"] += sum(_meets(f, gold) for f in found[kind])
    return [_figure(f"{kind}{who}", counts) for kind in KINDS for who in ("", ": model alone")]


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)


def _figure(name: str, n: Counter[str]) -> Figure:
    precision = 100 * n[f"{name} right"] / n[f"{name} found"] if n[f"{name} found"] else 0.0
    recall = 100 * n[f"{name} met"] / n[f"{name} gold"] if n[f"{name} gold"] else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(name, round(f1, 2), n[f"{name} gold"], round(precision, 2), round(recall, 2))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.re3d", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets")
    args = parser.parse_args(argv)
    path = args.data / "re3d" / "all.jsonl.gz"
    started = time.perf_counter()
    try:
        found = figures(path)
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    documents = gzip.decompress(path.read_bytes()).count(b"\n")
    report_set("re3d", {f"re3d/{path.name}": path}, found, started, documents=documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
