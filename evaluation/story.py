"""Claims of a story of many articles against its gold, by the reference scorer ``../shared/scoring/score_story.py``.

Beside ours stand two baselines that keep our statements: all of them in one claim, and merging by wording alone (those that have
half of their words in common).

    python -m evaluation.story [--data FOLDER] [--show]
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.factuality import DATA
from evaluation.report import report_set
from evaluation.results import DataError, Figure
from evaluation.runs import RUNS
from onrecord.acquiring import acquire
from onrecord.flow.reading import read_document
from onrecord.flow.weighing import weighed
from onrecord.records import Edge, EdgeKind, Reading, claims_to_dict
from onrecord.weighing import said_in, weigh

__all__ = ["DAYS", "claims_at", "figures", "load", "main"]

ALIKE = 0.5
"""Share of all their words that two statements have in common if wording alone tells."""
CONTRAST = DATA / "stories" / "contrast"
"""Stories to report on only: each run is written down."""
DAYS = ("2023-06-01", "2024-01-31", "2024-06-01", "2024-09-12")
SCORER = DATA.parent / "scoring" / "score_story.py"
_FIGURE = re.compile(r"(P|R|F1|speaker|chain|macro F1) (\d\.\d+)")


def load(folder: Path) -> list[Reading]:
    """Return the articles of a story, read.

    Raises:
        DataError: no gold there.
    """
    gold = folder / "gold.json"
    if not gold.is_file():
        raise DataError(f"{gold}: got no such file; expected the gold of a story")
    readings = []
    for row in json.loads(gold.read_text(encoding="utf-8"))["articles"]:
        document = acquire(str(folder / "articles" / f"{row['n']:03d}.md"))
        document = replace(document, url=row["url"], published_on=date.fromisoformat(row["date"]))
        readings.append(read_document(document))
    return readings


def claims_at(readings: Sequence[Reading], day: str) -> dict[str, Any]:
    """Return the claims as of a day, as schema ``onrecord.claims/1``."""
    on = date.fromisoformat(day)
    return claims_to_dict(weighed(readings, on=on), on)


def score(folder: Path, answers: Sequence[dict[str, Any]]) -> str:
    """Return what the reference scorer prints."""
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for n, answer in enumerate(answers):
            path = Path(place) / f"{n}.json"
            path.write_text(json.dumps(answer), encoding="utf-8")
            paths.append(str(path))
        command = [sys.executable, str(SCORER), str(folder / "gold.json"), *paths]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figures(printed: str, prefix: str = "") -> list[Figure]:
    """Return the scorer's lines as figures."""
    found = []
    for line in printed.splitlines():
        head = line.split(":")[0]
        values = dict(_FIGURE.findall(line))
        if head == "claims":
            _, of = re.findall(r"met (\d+)/(\d+)", line)[0]
            p, r = 100 * float(values["P"]), 100 * float(values["R"])
            found.append(Figure(f"{prefix}assertions met", 100 * float(values["F1"]), int(of), p, r))
        elif head == "stance":
            found.append(Figure(f"{prefix}stance macro F1", 100 * float(values["macro F1"]), 0))
        elif head == "of the met":
            found += [Figure(f"{prefix}{k} of the met", 100 * float(values[k]), 0) for k in ("speaker", "chain")]
        elif head == "origins":
            p, r = 100 * float(values["P"]), 100 * float(values["R"])
            found.append(Figure(f"{prefix}same-family pairs", 100 * float(values["F1"]), 0, p, r))
        elif head.startswith("counts right"):
            right, total = re.findall(r": (\d+)/(\d+)", line)[0]
            found.append(Figure(f"{prefix}counts right on all days", 100 * int(right) / int(total), int(total)))
    return found


def _as_one(answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer with all its statements in one claim."""
    origins, statements = {}, []
    for claim in answer["claims"]:
        for o in claim["origins"]:
            origins[f"{claim['id']}{o['id']}"] = {**o, "id": f"{claim['id']}{o['id']}"}
        statements += [{**s, "origin": s["origin"] and f"{claim['id']}{s['origin']}"} for s in claim["statements"]]
    families = {o["family"] for o in origins.values() if o["counted"]}
    one = {"id": "c1", "title": "", "independent_origins": len(families), "origins": list(origins.values())}
    return {**answer, "claims": [{**one, "statements": statements}] if statements else []}


def by_wording(readings: Sequence[Reading], day: str) -> dict[str, Any]:
    """Return the claims as of a day if only words told what is the same: half of them in common."""
    on = date.fromisoformat(day)
    said = [replace(s, fact=None, joins=None, proposition=s.anchor) for reading in readings for s in said_in(reading)]
    edges = []
    for a, b in combinations(said, 2):
        ours, theirs = set(a.words), set(b.words)
        if ours and theirs and len(ours & theirs) / len(ours | theirs) >= ALIKE:
            edges.append(Edge(a.anchor, b.anchor, EdgeKind.SAME, ()))
    return claims_to_dict(weigh(said, edges, on=on), on)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.story", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=CONTRAST, help="folder of a story")
    parser.add_argument(
        "--days", nargs="+", default=DAYS, metavar="DAY", help="days of the counts; the last is of all else"
    )
    parser.add_argument("--show", action="store_true", help="print the claims; for stories to learn from")
    args = parser.parse_args(argv)
    started = time.perf_counter()
    try:
        readings = load(args.data)
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    days = [*args.days[-1:], *args.days]
    answers = [claims_at(readings, day) for day in days]
    if args.show:
        print(json.dumps(answers[0], ensure_ascii=False, indent=1))
    printed = score(args.data, answers)
    print(printed)
    alone = [_as_one(answer) for answer in answers]
    found = [*figures(printed), *figures(score(args.data, alone), "one claim for all: ")]
    worded = [by_wording(readings, day) for day in days]
    found += figures(score(args.data, worded), "by wording alone: ")
    words = sum(len(r.document.text.split()) for r in readings)
    files = {"gold.json": args.data / "gold.json"}
    unseen = args.data == CONTRAST
    name = "claims-contrast" if unseen else f"claims-{args.data.name}"
    report_set(name, files, found, started, documents=len(readings), words=words, runs=RUNS if unseen else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
