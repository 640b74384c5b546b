"""A line for every run of a set to report on only, so that anyone can see how often it was looked at."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from evaluation.results import Result

__all__ = ["RUNS", "count_runs", "record_run"]

RUNS = Path(__file__).with_name("runs.jsonl")


def record_run(result: Result, weights: str, path: Path = RUNS) -> None:
    """Append a run, of the whole set or of its fixed part.

    Args:
        result: what it gave.
        weights: which weights: "shipped", or where they came from.
        path: the file of runs.
    """
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "set": result.set,
        "subset": result.subset,
        "weights": weights,
        "model": result.model,
        "data": {file: digest[:12] for file, digest in result.data.items()},
        "figures": {f.name: f.value for f in result.figures},
    }
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def count_runs(path: Path = RUNS) -> Counter[tuple[str, bool]]:
    """Return how often each set has been run, by its name and whether only its fixed part was read."""
    if not path.is_file():
        return Counter()
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return Counter((row["set"], row["subset"]) for row in rows)
