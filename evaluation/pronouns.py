"""``python -m evaluation.pronouns``: whether "he", "she" and "they" are given to the right named entity, on GUM.

Read are the news and interview documents of GUM in gold words, sentences and paragraphs (``# newpar`` of the treebank)
through ``onrecord.read_words``; who is speaking in an interview is not told. Counted is every third-person pronoun but
"it", in every form, whose gold entity is *named*: a mention of its cluster is headed by a proper noun. It is right if the
mention that ``Entities.antecedent`` gives (the nearest name of its cluster, else its nearest description) is a mention of
the gold cluster; unanswered is wrong. A mention found is the gold mention with the same head word, of several the one
whose words overlap most; where no gold mention has that head, the shortest that holds it and is hardly longer.

Beside it stands the baseline *nearest name*: the nearest person's name before the pronoun whose given name or title is
not of the other gender; for "they" the nearest organisation's.

Rules and weights were made on the train part; runs of dev and test are written down in ``runs.jsonl``.

Exit codes: 0 done; 2 data that are not there.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from evaluation.doors import Doors, open_doors
from evaluation.report import print_results
from evaluation.results import DataError, Figure, Result, share_figure
from evaluation.runs import RUNS, count_runs, record_run
from evaluation.sets import file_hash
from evaluation.treebanks import TreebankDocument, read_treebank
from onrecord.errors import OnrecordError
from onrecord.reading.coreference import Entities, resolve
from onrecord.reading.coreference.tables import TITLES
from onrecord.records import EntityKind, Parse, Span
from onrecord.registers import given_names
from training.corpus import read_jsonl

__all__ = ["GoldMention", "count_document", "gold_mentions", "main", "nearest_name", "pronoun_figures"]

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
PARTS = ("train", "dev", "test")
GENRES = ("news", "interview")
FORMS: Mapping[str, str] = {
    form: kind
    for kind, forms in (
        ("he", "he him his himself"),
        ("she", "she her hers herself"),
        ("they", "they them their theirs themselves"),
    )
    for form in forms.split()
}
GENDERS = {"he": "m", "she": "f", "they": ""}
LONGER = 3
"""Words by which a gold mention may exceed a found one whose head no gold mention shares."""


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of the gold: its words, its head word, whether that is a proper noun, and its cluster."""

    span: Span
    head: int
    proper: bool
    cluster: str


def gold_mentions(document: TreebankDocument, rows: Sequence[Mapping[str, Any]]) -> list[GoldMention]:
    """Return the mentions of a document as ranges of its words; heads and parts of speech are those of the treebank."""
    starts = [0]
    for sentence in document.sentences:
        starts.append(starts[-1] + len(sentence.rows))
    found = []
    for row in rows:
        (first, a), (last, b) = row["start"], row["end"]
        columns = document.sentences[first].rows
        end = b if last == first else len(columns)
        head = next((i for i in range(a, end) if columns[i][3] != "PUNCT" and not a < int(columns[i][6]) <= end), a)
        found.append(
            GoldMention(
                (starts[first] + a, starts[last] + b),
                starts[first] + head,
                columns[head][3] == "PROPN",
                str(row["cluster"]),
            )
        )
    return found


def nearest_name(parse: Parse, word: int, gender: str) -> Span | None:
    """Return the baseline's answer: the nearest name before a word that may be of a gender; of no gender, a body's."""
    kind = EntityKind.PERSON if gender else EntityKind.ORGANISATION
    for name in reversed(parse.names):
        if name.end > word or name.kind is not kind:
            continue
        before = parse.words[name.start - 1].lower().rstrip(".") if name.start else ""
        told = TITLES.get(before) or given_names().get(parse.words[name.start].lower())
        if not gender or told in {None, "", gender}:
            return name.start, name.end
    return None


def count_document(parse: Parse, entities: Entities, gold: Sequence[GoldMention]) -> Counter[str]:
    """Count one document; counts of documents add up."""
    named = {m.cluster for m in gold if m.proper}
    by_head: dict[int, list[GoldMention]] = defaultdict(list)
    for mention in gold:
        by_head[mention.head].append(mention)
    n: Counter[str] = Counter()
    for mention in gold:
        word, end = mention.span
        kind = FORMS.get(parse.words[word].lower()) if end == word + 1 else None
        if kind is None or mention.cluster not in named:
            continue
        answer = entities.antecedent(word)
        span = answer.span if answer else None
        beside = nearest_name(parse, word, GENDERS[kind])
        for key in (kind, "all"):
            n[f"{key} gold"] += 1
            n[f"{key} unanswered"] += span is None
            n[f"{key} right"] += span is not None and _cluster_of(parse, span, by_head, gold) == mention.cluster
            n[f"{key} nearest"] += beside is not None and _cluster_of(parse, beside, by_head, gold) == mention.cluster
    return n


def _cluster_of(
    parse: Parse, span: Span, by_head: Mapping[int, Sequence[GoldMention]], gold: Sequence[GoldMention]
) -> str | None:
    """Return the gold cluster of a mention found, or None if the gold has no such mention."""
    head = parse.head_of(span)
    same = by_head.get(head)
    if same:
        return max(same, key=lambda m: _overlap(m.span, span)).cluster
    size = span[1] - span[0] + LONGER
    holding = [m for m in gold if m.span[0] <= head < m.span[1] and m.span[1] - m.span[0] <= size]
    return min(holding, key=lambda m: m.span[1] - m.span[0]).cluster if holding else None


def _overlap(a: Span, b: Span) -> float:
    return (min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def pronoun_figures(n: Mapping[str, int]) -> Iterator[Figure]:
    """Yield accuracy, the baseline's beside it, and the share unanswered, by pronoun and for all."""
    for key in ("he", "she", "they", "all"):
        gold = n.get(f"{key} gold", 0)
        yield share_figure(key, n.get(f"{key} right", 0), gold)
        yield share_figure(f"{key}: nearest name", n.get(f"{key} nearest", 0), gold)
        yield share_figure(f"{key}: unanswered", n.get(f"{key} unanswered", 0), gold)


def _measure(part: str, data: Path, doors: Doors) -> Result:
    files = (f"gum_coref/{part}.jsonl.gz", f"ud_gum/en_gum-ud-{part}.conllu.gz")
    for file in files:
        if not (data / file).is_file():
            raise DataError(f"{data / file}: got no such file; expected GUM's part {part} (--data names the folder)")
    trees = {d.id: d for d in read_treebank(data / files[1])}
    started, n, documents, words = time.perf_counter(), Counter[str](), 0, 0
    for row in read_jsonl(data / files[0]):
        if row["genre"] not in GENRES:
            continue
        document = trees[row["id"]]
        parse = doors.words(document.words, document.paragraphs)
        n.update(count_document(parse, resolve(parse), gold_mentions(document, row["mentions"])))
        documents, words = documents + 1, words + len(parse.words)
    seconds = round(time.perf_counter() - started, 1)
    return Result(
        set=f"pronouns-{part}",
        subset=False,
        model=doors.model,
        data={file: file_hash(data / file) for file in files},
        documents=documents,
        words=words,
        seconds=seconds,
        figures=tuple(pronoun_figures(n)),
        note="news and interview; gold words, sentences and paragraphs; pronouns whose gold entity is named",
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.pronouns", description='Score whom "he", "she" and "they" are given to, on GUM.'
    )
    parser.add_argument(
        "--part", nargs="+", default=["train"], choices=PARTS, help="default train; others are written down"
    )
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER", help=f"default {DATA}")
    parser.add_argument("--runs", type=Path, default=RUNS, metavar="FILE", help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    try:
        with open_doors(None) as doors:
            results = [_measure(part, args.data, doors) for part in dict.fromkeys(args.part)]
    except (DataError, OnrecordError) as error:
        print(error, file=sys.stderr)
        return 2
    for result in results:
        if not result.set.endswith("train"):
            record_run(result, "shipped", args.runs)
    print_results(results, Console(), count_runs(args.runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
