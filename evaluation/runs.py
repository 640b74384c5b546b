"""A line for every full run of a set to report on only, so that anyone can see how often it was looked at."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from evaluation.results import Result

__all__ = ["RUNS", "count_runs", "record_run"]

RUNS = Path(__file__).with_name("runs.jsonl")


def record_run(result: Result, path: Path = RUNS) -> None:
    """Append a full run; one of a subset is not written down."""
    if result.subset:
        return
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "set": result.set,
        "model": result.model,
        "data": {file: digest[:12] for file, digest in result.data.items()},
        "figures": {f.name: f.value for f in result.figures},
    }
    with path.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line, ensure_ascii=False) + "\n")


def count_runs(path: Path = RUNS) -> dict[str, int]:
    """Return how often each set has been run in full."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8") as lines:
        return dict(Counter(json.loads(line)["set"] for line in lines if line.strip()))
