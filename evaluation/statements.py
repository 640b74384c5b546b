"""``python -m evaluation.statements``: scores the reader's statements against the gold set in ``evaluation/gold``.

What is scored is the JSON of ``onrecord.read``, given the article's text, title, outlet and day. Set A is measured
unless ``--set B`` is given; runs of set B are written down in ``runs.jsonl`` and show no errors. A word is a maximal run
of letters and digits; a part touches words, and two parts overlap if they share one.

**Matching**, one to one, greatest content F1 first, then greatest cue overlap. A gold and a found statement match if the
F1 of their contents' words is at least one half; their cues overlap, or a side has none; and their sources overlap, or
neither has words. *Statements* is precision, recall and F1 of that; *all exact* asks the same words of all three parts.
Optional gold stands outside: missed or matched, it and what it was matched with count nowhere.

**Fields**, over the matched pairs whose gold is required; "given" is the F1 of the values that are not null (right /
found / in gold), beside the accuracy, which counts null for null as right. Null and absent are the same.

- *chain*: the found links are the gold links in order, optional ones there or not, each of the same relation and with a
  word in common; and the found source has a head of the gold one: the last word of a part between commas, before what
  qualifies it ("of", "who"...), or a named person's last name. *Links required*: only pairs whose gold has a link that
  is not optional.
- *speaker*: ``source.speaker`` (``source.name`` where there is no such field) is gold's ``speaker`` or one of
  ``speaker_also``, without case, accents, punctuation, "the" and honorifics; pairs with a gold speaker. *Gold null*:
  the others, where it must be null.
- *source kind, attribution, number, speaks_for, basis*: equal (3 is "3"; names as above). *Role*: a word in common,
  small words aside.
- *stance macro F1*: mean over every stance of the required gold of its F1 in the pairs; a stance none of whose
  statements was matched has 0. *stance, certainty, quotation*: equal.
- *condition and scope*: F1 of both together where given; right if the F1 of their words is at least one half.
- *said_on*: first and last day equal. *uncertain*: equal; null is false.

**Shapes**: of the required gold of each shape, how many were matched, and how many were also right in what the shape is
about (``SHAPES`` in ``statement_counts.py``). A statement that was missed is not right.

Exit codes: 0 done; 2 data or options that do not fit.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

import onrecord
from evaluation.doors import name_weights, open_doors, whole_model
from evaluation.report import print_results
from evaluation.results import DataError, Result
from evaluation.runs import RUNS, count_runs, record_run
from evaluation.statement_counts import Scored, figures, score_article, shape_figures
from evaluation.statement_gold import GOLD, SETS, Article, load_article, pick_articles
from evaluation.statement_report import WRONG, confusion_table, error_lines, shapes_table
from onrecord.errors import OnrecordError
from onrecord.records import to_dict

__all__ = ["gold_result", "main", "measure_articles"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.statements", description="Score the reader's statements against the gold set."
    )
    add = parser.add_argument
    add("--set", dest="chosen", choices=tuple(SETS), default="A", help="B is only measured, at the end of the work")
    add("--article", nargs="+", metavar="NN", help="only these articles of the set")
    fields = f"say what is wrong, a line each; only these: {', '.join(WRONG)}"
    add("--errors", nargs="*", choices=WRONG, metavar="WHAT", help=fields)
    add("--model", type=Path, metavar="FOLDER", help="other weights")
    add("--json", type=Path, metavar="FILE", help="write the figures")
    add("--gold", type=Path, default=GOLD, metavar="FOLDER", help=argparse.SUPPRESS)
    add("--runs", type=Path, default=RUNS, metavar="FILE", help=argparse.SUPPRESS)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    args = _parser().parse_args(argv)
    try:
        _run(args)
    except (DataError, OnrecordError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _run(args: argparse.Namespace) -> None:
    names = pick_articles(args.chosen, args.article)
    if args.chosen == "B" and args.errors is not None:
        raise DataError("--errors: got it with --set B; expected set A: set B is measured and not looked at")
    articles = [load_article(name, args.gold) for name in names]
    with tempfile.TemporaryDirectory() as scratch:
        folder = whole_model(args.model, None, Path(scratch)) if args.model else None
        with open_doors(folder) as doors:
            result, scored = measure_articles(articles, args.chosen, model=doors.model)
            weights = name_weights(doors, args.model)
    if args.chosen == "B":
        record_run(result, weights, args.runs)
    if args.json:
        args.json.write_text(json.dumps([result.to_dict()], indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    _show(args, result, scored)


def measure_articles(articles: Sequence[Article], chosen: str, *, model: str = "") -> tuple[Result, list[Scored]]:
    """Read articles through the public door and score them.

    Args:
        articles: gold articles.
        chosen: the set they are of.
        model: version of the weights, for the result.

    Returns:
        The figures, shapes among them, and each article's pairs and verdicts.
    """
    started, scored = time.perf_counter(), list[Scored]()
    for one in articles:
        reading = onrecord.read(one.text, published_on=one.published_on, outlet=one.outlet, title=one.title)
        scored.append(score_article(one.name, one.text, one.statements, to_dict(reading)["statements"]))
    result = Result(
        set=f"statements-{chosen.lower()}",
        subset=len(articles) < len(SETS[chosen]),
        model=model,
        data={f"gold/{one.name}.json": one.sha256 for one in articles},
        documents=len(articles),
        words=sum(len(one.text.split()) for one in articles),
        seconds=round(time.perf_counter() - started, 2),
        figures=(*figures(scored), *shape_figures(scored)),
    )
    return result, scored


def gold_result(model: str) -> Result:
    """Return the figures of set A for the gate, with whichever weights the doors stand open on.

    Args:
        model: their version.
    """
    articles = [load_article(name, GOLD) for name in SETS["A"]]
    return measure_articles(articles, "A", model=model)[0]


def _show(args: argparse.Namespace, result: Result, scored: Sequence[Scored]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 160)
    if args.errors is not None:
        for line in error_lines(scored, args.errors or WRONG):
            print(line)
        print()
        if not args.errors or "stance" in args.errors:
            console.print("stance: gold in rows, found in columns", style="bold", highlight=False)
            console.print(confusion_table(scored))
    main_figures = tuple(f for f in result.figures if not f.name.startswith("shape "))
    runs = count_runs(args.runs) if args.chosen == "B" else Counter[tuple[str, bool]]()
    print_results([replace(result, figures=main_figures)], console, runs)
    console.print("hard shapes, shares of the required gold", style="bold", highlight=False)
    console.print(shapes_table(result.figures))
    matched, missed = sum(len(one.required()) for one in scored), sum(len(one.missed()) for one in scored)
    extra = sum(len(one.pairing.extra) for one in scored)
    console.print(
        f"{matched} of {matched + missed} required statements matched, {extra} found beside them", highlight=False
    )


if __name__ == "__main__":
    sys.exit(main())
