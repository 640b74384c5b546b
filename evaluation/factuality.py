"""Factuality of single predicates: UDS-IH2 and MEANTIME, sentence by sentence, beside the majority class.

Both sets give a predicate a number from -3 (did not happen) to 3 (did). It counts as "happened" from 1 up, "did not" from -1 down
and "open" between; ours is the value of the innermost voice, which is what both annotate. The regression is scored too, by mean
absolute error and Pearson's r with CT+ as 3, PR+ as 2, PS+ as 1 and their negatives, Uu as 0.
"""

import argparse
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import StatisticsError, correlation

import onrecord
from evaluation.report import report_set
from evaluation.results import DataError, Figure
from evaluation.runs import RUNS
from onrecord.reading.events.factuality import Judge
from onrecord.reading.tree import Tree
from onrecord.records import Factuality as Value
from onrecord.registers import lexicon

__all__ = ["DATA", "VALUES", "main", "score"]

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
SETS = ("uds_ih2", "meantime")
VALUES = {
    Value.CERTAIN: 3, Value.PROBABLE: 2, Value.POSSIBLE: 1, Value.CERTAINLY_NOT: -3, Value.PROBABLY_NOT: -2,
    Value.POSSIBLY_NOT: -1, Value.KNOWN_UNTOLD: 0, Value.UNCOMMITTED: 0,
}  # fmt: skip
Pair = tuple[float, int]


def judged(path: Path) -> list[tuple[Pair, str]]:
    """Return gold and own number of each predicate, with its sentence.

    Raises:
        DataError: no such file.
    """
    if not path.is_file():
        raise DataError(f"{path}: got no such file; expected sentences with the factuality of their predicates")
    pairs = []
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        row = json.loads(line)
        parse = onrecord.read_words([row["tokens"]])
        judge = Judge(Tree(parse, lexicon().settled(parse.words, parse.lemmas)), ())
        for target in row["targets"]:
            a, b = target["span"]
            ours = VALUES[judge.of(parse.head_of((a, b)))["author"]]
            pairs.append(((float(target["label"]), ours), f"{' '.join(row['tokens'])} [{target['text']}]"))
    return pairs


def label(number: float) -> str:
    """Return the class of a number."""
    return "happened" if number >= 1 else "did not" if number <= -1 else "open"


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 over the classes that gold has, in percent."""
    scores = []
    for one in sorted({gold for gold, _ in pairs}):
        both = sum(g == one == f for g, f in pairs)
        wanted, found = sum(g == one for g, _ in pairs), sum(f == one for _, f in pairs)
        scores.append(200 * both / (wanted + found))
    return sum(scores) / len(scores)


def score(pairs: Sequence[Pair]) -> tuple[Figure, ...]:
    """Return the figures of predicates: macro F1, that of the majority class, error and correlation."""
    labels = [(label(g), label(f)) for g, f in pairs]
    most = Counter(g for g, _ in labels).most_common(1)[0][0]
    n = len(pairs)
    try:
        r = correlation([g for g, _ in pairs], [float(f) for _, f in pairs])
    except StatisticsError:
        r = 0.0
    return (
        Figure("macro F1", round(macro_f1(labels), 2), n),
        Figure("macro F1: majority class", round(macro_f1([(g, most) for g, _ in labels]), 2), n),
        Figure("accuracy", round(100 * sum(g == f for g, f in labels) / n, 2), n),
        Figure("accuracy: majority class", round(100 * sum(g == most for g, _ in labels) / n, 2), n),
        Figure("mean absolute error x 100", round(100 * sum(abs(g - f) for g, f in pairs) / n, 1), n),
        Figure("Pearson r x 100", round(100 * r, 1), n),
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.factuality", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--part", choices=("train", "dev", "test"), default="dev", help="which part of the sets")
    parser.add_argument("--errors", action="store_true", help="print a line for each wrong class; of train only")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets")
    parser.add_argument("--runs", type=Path, default=RUNS, metavar="FILE", help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.errors and args.part != "train":
        print(f"--errors: got {args.part}; expected train, the others are only measured", file=sys.stderr)
        return 2
    for name in SETS:
        path = args.data / f"factuality_{name}" / f"{args.part}.jsonl.gz"
        started = time.perf_counter()
        try:
            found = judged(path)
        except DataError as error:
            print(error, file=sys.stderr)
            return 2
        for (gold, ours), text in found if args.errors else ():
            if label(gold) != label(ours):
                print(f"{gold:g} got {ours}: {text}")
        report_set(
            f"factuality-{name}-{args.part}",
            {f"factuality_{name}/{path.name}": path},
            score([pair for pair, _ in found]),
            started,
            documents=len({text.rsplit(" [", 1)[0] for _, text in found}),
            runs=None if args.part == "train" else args.runs,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
