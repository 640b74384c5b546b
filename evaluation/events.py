"""Events, factuality, quantities and stated measures against the gold set in ``gold/events``.

An event found is right if its trigger touches a gold one's, the frame is the same and so is everybody in the frame's core
roles (``src/onrecord/data/frames``): each gold filler is met by one found whose words touch it or whose name is the same, and
none is left over. Optional gold counts neither as missed nor as wrong. Factuality is counted where an event of that trigger was
found: for the author, and for each voice whose statement was found (the pairing of ``evaluation.statements``).
A quantity is right if its words touch and low, high, approximate and unit are the same; a measure if its words touch and
imposer, target and status are the same.

Practice (`practice/`) has the same rows for passages and articles, written by others to learn from and never to report on.

    python -m evaluation.events [--set A] [--errors]
    python -m evaluation.events --practice transfers measures [--errors]
"""

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import onrecord
from evaluation.practice import FOLDER
from evaluation.report import report_set
from evaluation.results import Figure, share_figure
from evaluation.runs import RUNS
from evaluation.statement_fields import fold_name
from evaluation.statement_gold import GOLD, SETS, load_article
from evaluation.statement_match import pair_statements
from onrecord.records import to_dict
from onrecord.registers import frames, gazetteer

__all__ = ["PRACTICE", "measure_events", "practise_events"]

PRACTICE = ("transfers", "politics", "measures", "articles")
"""Files of practice items with events, quantities or measures: ``practice/events-NAME.json``."""

Row = Mapping[str, Any]


@dataclass(slots=True)
class Counts:
    """What was right, of how many found and how many wanted."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def measure_events(names: Sequence[str], folder: Path = GOLD) -> tuple[list[Figure], list[str]]:
    """Return the figures over articles, and a line for each error."""
    counts = Counts()
    for name in names:
        article = load_article(name, folder)
        gold = json.loads((folder / "events" / f"{name}.json").read_text(encoding="utf-8"))
        reading = to_dict(
            onrecord.read(article.text, title=article.title, outlet=article.outlet, published_on=article.published_on)
        )
        pairs = {
            g.row["id"]: f.row["id"]
            for g, f in pair_statements(article.text, article.statements, reading["statements"]).pairs
        }
        _count(name, gold, reading, pairs, counts)
    return list(_figures(counts)), counts.errors


def part_of(items: Sequence[Row], part: str) -> list[Row]:
    """Return the items whose errors may be read while rules are written ("read"), those that may not ("held"), or all.

    Which is which the hash of an item's id decides.
    """
    held = {item["id"]: hashlib.sha256(item["id"].encode()).digest()[0] % 2 == 1 for item in items}
    return [item for item in items if part == "all" or held[item["id"]] == (part == "held")]


def practise_events(items: Sequence[Row]) -> tuple[list[Figure], list[str]]:
    """Return the figures over practice items, each of which says of what it lists every case, and a line for each error."""
    counts = Counts()
    for item in items:
        day = date.fromisoformat(item["published_on"]) if item["published_on"] else None
        reading = to_dict(onrecord.read(item["text"], title=item.get("title"), published_on=day))
        _count(item["id"], item, reading, {}, counts)
    return list(_figures(counts)), counts.errors


def _count(name: str, gold: Row, reading: Row, statements: Mapping[str, str], counts: Counts) -> None:
    """Count what an article or a passage has of all that its gold lists."""
    if gold.get("events") is not None:
        _count_events(name, gold, reading, counts)
        _count_factuality(name, gold, reading, statements, counts)
    if gold.get("quantities") is not None:
        _count_quantities(name, gold["quantities"], reading["quantities"] or (), counts)
    if gold.get("measures") is not None:
        _count_measures(name, gold["measures"], [_plain_measure(m) for m in reading["measures"]], counts)


def _figures(c: Counts) -> Iterator[Figure]:
    for what in ("events", "triggers and frames", "quantities", "measures"):
        if c.wanted[what]:
            yield _prf(what, c)
    for who in ("author", "voices"):
        yield share_figure(f"factuality: {who}", c.right[f"factuality {who}"], c.wanted[f"factuality {who}"])
    for field_name in ("measures met", "measures: imposer", "measures: target", "measures: status"):
        if c.wanted[field_name]:
            yield share_figure(field_name, c.right[field_name], c.wanted[field_name])
    for frame in sorted(f for f in c.wanted if f.startswith("frame ")):
        yield share_figure(frame, c.right[frame], c.wanted[frame])


def _prf(what: str, c: Counts) -> Figure:
    right, found, wanted = c.right[what], c.found[what], c.wanted[what]
    precision, recall = (
        100 * c.right[f"{what} precise"] / found if found else 0.0,
        100 * right / wanted if wanted else 0.0,
    )
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(what, f1, wanted, precision, recall)


def touches(a: Row, b: Row) -> bool:
    """Whether the spans of two parts share a character."""
    return any(x < d and c < y for x, y in a["spans"] for c, d in b["spans"])


def same_fillers(gold: Sequence[Row], found: Sequence[Row]) -> bool:
    """Whether fillers are the same, one to one in either direction, by words or by name."""

    def meets(a: Row, b: Row) -> bool:
        return touches(a, b) or fold_name(a["name"]) == fold_name(b["name"])

    return all(any(meets(g, f) for f in found) for g in gold) and all(any(meets(g, f) for g in gold) for f in found)


def _pair(gold: Sequence[Row], found: Sequence[Row], key: str | None) -> list[tuple[Row, Row]]:
    """Pair gold with found by their words, each once, in order."""
    taken: set[int] = set()
    pairs = []
    for g in gold:
        for n, f in enumerate(found):
            if n not in taken and touches(g[key] if key else g, f[key] if key else f):
                taken.add(n)
                pairs.append((g, f))
                break
    return pairs


def _count_events(name: str, gold: Row, reading: Row, c: Counts) -> None:
    pairs = _pair(gold["events"], reading["events"], "trigger")
    met = {id(f): g for g, f in pairs}
    partner = {g["id"]: f for g, f in pairs}
    for g in gold["events"]:
        f = partner.get(g["id"])
        frame = f is not None and f["frame"] == g["frame"]
        wrong = [
            r
            for r in frames().by_name[g["frame"]].core
            if f is not None and not same_fillers(g["roles"].get(r, ()), f["roles"].get(r, ()))
        ]
        right = frame and not wrong
        if not g["optional"]:
            c.wanted.update(("events", "triggers and frames", f"frame {g['frame']}"))
            c.right.update({"events": right, "triggers and frames": frame, f"frame {g['frame']}": right})
            if not right:
                got = "nothing" if f is None else f"{f['frame']} {_roles(f)}"
                c.errors.append(
                    f"{name} {g['id']} {g['frame']} {g['trigger']['text']!r} {_roles(g)}: got {got}; wrong {', '.join(wrong)}"
                )
    for f in reading["events"]:
        g = met.get(id(f))
        if g is not None and g["optional"]:
            continue
        core = frames().by_name[g["frame"]].core if g is not None else ()
        frame = g is not None and g["frame"] == f["frame"]
        right = (
            frame and g is not None and all(same_fillers(g["roles"].get(r, ()), f["roles"].get(r, ())) for r in core)
        )
        c.found.update(("events", "triggers and frames"))
        c.right.update({"events precise": right, "triggers and frames precise": frame})
        if g is None:
            c.errors.append(f"{name} extra {f['frame']} {f['trigger']['text']!r} {_roles(f)}")


def _roles(event: Row) -> str:
    return "; ".join(f"{role}: {', '.join(x['name'] for x in fillers)}" for role, fillers in event["roles"].items())


def _count_factuality(name: str, gold: Row, reading: Row, statements: Mapping[str, str], c: Counts) -> None:
    for g, f in _pair(gold["events"], reading["events"], "trigger"):
        for voice, value in g["factuality"].items():
            who = "author" if voice == "author" else "voices"
            key = voice if voice == "author" else statements.get(voice)
            if key is None:
                continue
            got = f["factuality"].get(key)
            c.wanted[f"factuality {who}"] += 1
            c.right[f"factuality {who}"] += got == value
            if got != value:
                c.errors.append(
                    f"{name} {g['id']} factuality {voice} of {g['trigger']['text']!r}: got {got}, expected {value}"
                )


def _count_quantities(name: str, gold: Sequence[Row], found: Sequence[Row], c: Counts) -> None:
    pairs = _pair(gold, found, None)
    met = {id(f): g for g, f in pairs}
    partner = {g["id"]: f for g, f in pairs}
    same = ("low", "high", "approximate", "unit")
    for g in gold:
        f = partner.get(g["id"])
        right = f is not None and all(g[k] == f[k] for k in same)
        if not g["optional"]:
            c.wanted["quantities"] += 1
            c.right["quantities"] += right
            if not right:
                c.errors.append(f"{name} {g['id']} quantity {g['text']!r}: got {f and [f[k] for k in ('text', *same)]}")
    for f in found:
        gold_row = met.get(id(f))
        if gold_row is None or not gold_row["optional"]:
            c.found["quantities"] += 1
            c.right["quantities precise"] += gold_row is not None and all(gold_row[k] == f[k] for k in same)
        if gold_row is None:
            c.errors.append(f"{name} extra quantity {f['text']!r}")


def _count_measures(name: str, gold: Sequence[Row], found: Sequence[Row], c: Counts) -> None:
    pairs = _pair(gold, found, None)
    met = {id(f): g for g, f in pairs}
    partner = {g["id"]: f for g, f in pairs}

    def same(g: Row, f: Row) -> bool:
        return g["status"] == f["status"] and all(_names(g[k]) == _names(f[k]) for k in ("imposer", "target"))

    for g in gold:
        f = partner.get(g["id"])
        if not g["optional"]:
            c.wanted["measures"] += 1
            c.wanted["measures met"] += 1
            c.right["measures met"] += f is not None
            if f is not None:
                for k in ("imposer", "target", "status"):
                    c.wanted[f"measures: {k}"] += 1
                    c.right[f"measures: {k}"] += g[k] == f[k] if k == "status" else _names(g[k]) == _names(f[k])
            right = f is not None and same(g, f)
            c.right["measures"] += right
            if not right:
                shown = [g[k] for k in ("imposer", "target", "status")]
                got = f and [f[k] for k in ("text", "imposer", "target", "status")]
                c.errors.append(f"{name} {g['id']} measure {g['text']!r} {shown}: got {got}")
    for f in found:
        gold_row = met.get(id(f))
        if gold_row is None or not gold_row["optional"]:
            c.found["measures"] += 1
            c.right["measures precise"] += gold_row is not None and same(gold_row, f)
        if gold_row is None:
            c.errors.append(f"{name} extra measure {f['text']!r} {f['imposer']} {f['target']} {f['status']}")


def _plain_measure(measure: Row) -> Row:
    """Return a measure with the names of its two sides joined as the gold has them."""
    sides = {side: "; ".join(x["name"] for x in measure[side]) or None for side in ("imposer", "target")}
    return {**measure, **sides}


def _names(value: str | None) -> frozenset[str]:
    """Return the names of a side, a body by its name in the register: "U.S. Treasury Department" is the Treasury Department."""
    parts = [part.strip() for part in (value or "").split(";") if part.strip()]
    bodies = [gazetteer().body(part) for part in parts]
    return frozenset(fold_name(body.name if body else part) for body, part in zip(bodies, parts, strict=True))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.events", description="Score events, quantities and measures."
    )
    parser.add_argument("--set", dest="chosen", choices=("A", "B", "C"), default="A", help="B is only measured")
    parser.add_argument(
        "--practice", nargs="+", choices=PRACTICE, metavar="NAME", help=f"instead: {', '.join(PRACTICE)}"
    )
    parser.add_argument("--part", choices=("all", "read", "held"), default="all", help="of practice: which half")
    parser.add_argument("--errors", action="store_true", help="say what is wrong, a line each; not of B")
    parser.add_argument("--runs", type=Path, default=RUNS, metavar="FILE", help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.chosen == "B" and args.errors:
        print("--errors: got set B; expected A or C, B is only measured", file=sys.stderr)
        return 2
    if args.practice:
        return _practise(args.practice, args.part, errors=args.errors)
    started = time.perf_counter()
    figures, errors = measure_events(SETS[args.chosen])
    files = [GOLD / "events" / f"{name}.json" for name in SETS[args.chosen]]
    for line in errors if args.errors else ():
        print(line)
    report_set(
        f"events-{args.chosen.lower()}",
        {f"gold/events/{f.name}": f for f in files},
        figures,
        started,
        documents=len(files),
        words=sum(len(load_article(name).text.split()) for name in SETS[args.chosen]),
        runs=args.runs if args.chosen == "B" else None,
    )
    return 0


def _practise(names: Sequence[str], part: str, *, errors: bool) -> int:
    for name in names:
        started = time.perf_counter()
        path = FOLDER / f"events-{name}.json"
        items = part_of(json.loads(path.read_text(encoding="utf-8")), part)
        figures, faults = practise_events(items)
        if errors and part != "held":
            print(*faults, sep="\n")
        words = sum(len(item["text"].split()) for item in items)
        files = {f"practice/{path.name}": path}
        report_set(f"practice-events-{name}-{part}", files, figures, started, documents=len(items), words=words)
    return 0


if __name__ == "__main__":
    sys.exit(main())
