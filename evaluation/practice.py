"""Practice: sentences and passages with the statements in them, written by others to learn from, never to report on.

Each item has a text and some of its statements, each by its cue; a statement lists only the fields it is there for. What is
counted is whether the cue was met, and which of the fields listed came out right.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import onrecord
from evaluation.report import report_set
from evaluation.results import DataError, Figure, share_figure
from evaluation.statement_fields import fold_name
from onrecord.records import Statement

__all__ = ["FOLDER", "SETS", "main", "practised"]

FOLDER = Path(__file__).with_name("practice")
SETS = ("stance", "shapes", "speakers")
FIELDS = ("stance", "condition", "scope", "speaker", "speaks_for", "said_on", "chain")
Row = Mapping[str, Any]


def practised(name: str, folder: Path = FOLDER) -> tuple[list[Figure], list[str]]:
    """Return the figures of a set of items and a line for each fault.

    Raises:
        DataError: no such set.
    """
    path = folder / f"{name}.json"
    if not path.is_file():
        raise DataError(f"{path}: got no such file; expected one of {', '.join(SETS)}")
    asked, right, faults = Counter[str](), Counter[str](), list[str]()
    for item in json.loads(path.read_text(encoding="utf-8")):
        day = date.fromisoformat(item["published_on"]) if item["published_on"] else None
        found = onrecord.read(item["text"], published_on=day).statements
        for row in item["statements"]:
            met = _met(row, found)
            asked["met"] += 1
            right["met"] += met is not None
            if met is None:
                faults.append(f"{item['id']} missed {row['cue']!r} of {row.get('source')!r}: {item['text']}")
                continue
            for field, wrong in _judged(row, met):
                asked[field] += 1
                right[field] += wrong is None
                if wrong is not None:
                    faults.append(f"{item['id']} {field} of {row['cue']!r}: {wrong}: {item['text']}")
    return [share_figure(field, right[field], asked[field]) for field in ("met", *FIELDS) if asked[field]], faults


def _met(row: Row, found: Sequence[Statement]) -> Statement | None:
    """Return the statement whose cue touches that of a row, the nearest of several."""
    a, b = row["cue_start"], row["cue_start"] + len(row["cue"])
    touching = [s for s in found if s.cue is not None and any(x < b and a < y for x, y in s.cue.spans)]
    return min(touching, key=lambda s: abs(s.cue.spans[0][0] - a) if s.cue else 0, default=None)


def _judged(row: Row, met: Statement) -> Iterator[tuple[str, str | None]]:
    """Yield each field a row asks for, with what is wrong with it."""
    day, source = met.said_on, met.source
    got = {
        "stance": met.stance and met.stance.value,
        "condition": met.condition and met.condition.text,
        "scope": met.scope and met.scope.text,
        "speaker": source and source.speaker,
        "speaks_for": source and source.speaks_for,
        "said_on": None if day is None else [str(day.first), str(day.last)],
    }
    for field, value in got.items():
        if field in row:
            wanted = [row[field], *(row.get("speaker_also") or [])] if field == "speaker" else [row[field]]
            right = _folded(value) in [_folded(w) for w in wanted]
            yield field, None if right else f"got {value!r}, expected {row[field]!r}"
    if "chain" in row:
        links, may = [link.text for link in met.via or ()], set(row.get("chain_optional") or ())
        kept, wanted = [x for x in links if x not in may], [x for x in row["chain"] if x not in may]
        yield "chain", None if kept == wanted or links == row["chain"] else f"got {links}, expected {row['chain']}"


def _folded(value: object) -> object:
    return fold_name(value) if isinstance(value, str) else value


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.practice", description="Score the practice items.")
    parser.add_argument("--set", nargs="+", choices=SETS, default=SETS, help="which items; all of them")
    parser.add_argument("--errors", action="store_true", help="print a line for each fault")
    args = parser.parse_args(argv)
    for name in args.set:
        started = time.perf_counter()
        figures, faults = practised(name)
        if args.errors:
            print(*faults, sep="\n")
        path = FOLDER / f"{name}.json"
        items = json.loads(path.read_text(encoding="utf-8"))
        words = sum(len(item["text"].split()) for item in items)
        report_set(
            f"practice-{name}", {f"practice/{path.name}": path}, figures, started, documents=len(items), words=words
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
