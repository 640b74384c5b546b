"""The sets: which files each reads, what it measures, and whether a run of it has to be written down."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from evaluation.cuts import count_cuts, cut_figures
from evaluation.doors import Doors
from evaluation.kinds import count_kinds, kind_figures
from evaluation.names import count_names, name_figures, names_in_parse, names_in_tags
from evaluation.relations import ROLES, count_article, figures
from evaluation.results import DataError, Figure, Result
from evaluation.treebanks import TreebankDocument, raw_text, read_treebank
from evaluation.trees import count_tree, tree_figures
from onrecord.reading.labels import ENTITIES
from onrecord.records import Reading
from training.corpus import Inventory, held_out, read_jsonl, treebank

__all__ = ["GATED", "SETS", "STANDARD", "Run", "Task", "in_subset", "measure", "rows_of"]

SHARE = 2
"""The fixed subset is one document in this many. Half of the gated sets takes seconds on one core; CI allows minutes."""

EWT_DEV, EWT_TEST, GUM_TEST, GUM_DEV = (
    "ud_ewt/en_ewt-ud-dev.conllu.gz",
    "ud_ewt/en_ewt-ud-test.conllu.gz",
    "ud_gum/en_gum-ud-test.conllu.gz",
    "ud_gum/en_gum-ud-dev.conllu.gz",
)


@dataclass(slots=True)
class Run:
    """One set being measured.

    Attributes:
        doors: the public doors.
        paths: the set's files.
        keep: whether a document takes part, by its id.
        watch: passes documents through and shows how far it has got.
        predictions: PolNeAR articles as found, for the reference scorer.
        documents: documents read so far.
        words: words read so far.
    """

    doors: Doors
    paths: tuple[Path, ...]
    keep: Callable[[str], bool]
    watch: Callable[[list[Any]], Iterable[Any]] = iter
    predictions: list[dict[str, Any]] = field(default_factory=list)
    documents: int = 0
    words: int = 0


Measure = Callable[[Run], list[Figure]]


@dataclass(frozen=True, slots=True)
class Task:
    """How one set is measured.

    Attributes:
        files: paths below the data folder.
        run: reads them and counts.
        reported: whether it is a set to report on only, so that every run is written down.
        note: printed below its figures.
    """

    files: tuple[str, ...]
    run: Measure
    reported: bool = False
    note: str = ""


def in_subset(document: str) -> bool:
    """Whether a document belongs to the fixed subset that CI reads."""
    return int(hashlib.sha256(f"subset {document}".encode()).hexdigest(), 16) % SHARE == 0


def measure(
    name: str, data: Path, doors: Doors, *, subset: bool, watch: Callable[[list[Any]], Iterable[Any]] = iter
) -> tuple[Result, Run]:
    """Measure one set.

    Returns:
        What it gave, and the run with what it found.

    Raises:
        DataError: a file of the set is missing.
    """
    task = SETS[name]
    paths = tuple(data / file for file in task.files)
    for path in paths:
        if not path.is_file():
            raise DataError(f"{path}: got no such file; expected the data of set {name} (--data names the folder)")
    run = Run(doors, paths, in_subset if subset else lambda _: True, watch)
    started = time.perf_counter()
    found = tuple(task.run(run))
    seconds = round(time.perf_counter() - started, 1)
    hashes = {file: file_hash(path) for file, path in zip(task.files, paths, strict=True)}
    return Result(name, subset, doors.model, hashes, run.documents, run.words, seconds, found, task.note), run


@cache
def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rows_of(reading: Reading) -> list[dict[str, list[list[int]]]]:
    """Return the model's attributions in a reading as the reference scorer takes them: spans by role.

    They are what PolNeAR annotates: one level, no author, no hearsay. What the rules make of them is measured on the gold set.
    """
    spans = reading.word_spans
    return [
        {role: [[spans[a][0], spans[b - 1][1]] for a, b in getattr(attribution, role)] for role in ROLES}
        for attribution in reading.parse.attributions
    ]


def _articles(run: Run, part: Callable[[str], bool] = lambda _: True) -> list[Figure]:
    rows = [row for row in read_jsonl(run.paths[0]) if part(row["id"]) and run.keep(row["id"])]
    relations, kinds = Counter[str](), Counter[str]()
    for row in run.watch(rows):
        reading = run.doors.article(row["text"], row["title"] or None)
        found = rows_of(reading)
        relations.update(count_article(row["text"], row["attributions"], found))
        kinds.update(count_kinds(row["text"], row["attributions"], found))
        run.predictions.append({"id": row["id"], "attributions": found})
        run.documents, run.words = run.documents + 1, run.words + len(reading.parse.words)
    gold = {
        name: relations["g"] if name.startswith("relation") else relations[f"{name} g"] for name in figures(relations)
    }
    scored = [Figure(name, f1, gold[name], p, r) for name, (p, r, f1) in figures(relations).items()]
    return scored + kind_figures(kinds)


def _documents(run: Run, genre: str = "") -> list[TreebankDocument]:
    return [d for d in read_treebank(run.paths[0]) if d.id.startswith(genre) and run.keep(d.id)]


def _trees(run: Run, genre: str = "") -> list[Figure]:
    n = Counter[str]()
    for document in run.watch(_documents(run, genre)):
        parse = run.doors.words(document.words, document.paragraphs)
        n.update(count_tree((s.rows for s in document.sentences), parse))
        run.documents, run.words = run.documents + 1, run.words + len(parse.words)
    return tree_figures(n)


def _uner_names(run: Run) -> list[Figure]:
    # Three sentences of each part are cut a little differently than in the treebank: theirs is what the tags belong to.
    tagged = {row["id"]: row for row in read_jsonl(run.paths[1])}
    n = Counter[str]()
    for document in run.watch(_documents(run)):
        rows = [tagged[s.id] for s in document.sentences]
        parse = run.doors.words(tuple(tuple(row["tokens"]) for row in rows), document.paragraphs)
        gold = names_in_tags([tag for row in rows for tag in row["tags"]])
        n.update(count_names(gold, names_in_parse(parse)))
        run.documents, run.words = run.documents + 1, run.words + len(parse.words)
    return name_figures(n)


def _gum_names(run: Run, genre: str = "") -> list[Figure]:
    n = Counter[str]()
    samples = [s for s in treebank(run.paths[0], Inventory([], [])) if s.id.startswith(genre) and run.keep(s.id)]
    for sample in run.watch(samples):
        units = sample.units
        sentences = tuple(units.words[a:b] for a, b in units.sentences)
        parse = run.doors.words(sentences, tuple(a for a, _ in units.paragraphs))
        gold = names_in_tags([ENTITIES[tag] for tag in sample.labels["entities"].tolist()])
        n.update(count_names(gold, names_in_parse(parse)))
        run.documents, run.words = run.documents + 1, run.words + len(parse.words)
    return name_figures(n)


def _cuts(run: Run) -> list[Figure]:
    found = []
    for path in run.paths:
        n = Counter[str]()
        documents = [d for d in read_treebank(path) if run.keep(d.id)]
        for document in run.watch(documents):
            n.update(count_cuts(raw_text(document)))
        run.documents, run.words = run.documents + len(documents), run.words + n["words gold"]
        treebank_name = path.name.split("-")[0].removeprefix("en_").upper()
        found += [Figure(f"{treebank_name} {f.name}", f.value, f.gold, f.precision, f.recall) for f in cut_figures(n)]
    return found


GUM_NAMES = (
    "gold derived from GUM's entities as training.corpus does: the run of proper nouns round each mention's head"
)
SEEN = (
    "held out of training only where the recipe says hold_out = true; else the weights have seen it (--note says which)"
)
SETS = {
    "polnear-dev": Task(("polnear/dev.jsonl.gz",), _articles, reported=True),
    "polnear-train-held": Task(("polnear/train.jsonl.gz",), partial(_articles, part=held_out), note=SEEN),
    "ewt-test": Task((EWT_TEST,), _trees, reported=True),
    "ewt-dev": Task((EWT_DEV,), _trees),
    "gum-news-test": Task((GUM_TEST,), partial(_trees, genre="GUM_news_"), reported=True),
    "gum-test": Task((GUM_TEST,), _trees, reported=True, note="all 15 genres of the part, of which training saw six"),
    "uner-ewt-test": Task((EWT_TEST, "uner_ewt/test.jsonl.gz"), _uner_names, reported=True),
    "uner-ewt-dev": Task((EWT_DEV, "uner_ewt/dev.jsonl.gz"), _uner_names),
    "gum-news-names": Task((GUM_TEST,), partial(_gum_names, genre="GUM_news_"), reported=True, note=GUM_NAMES),
    "gum-names": Task((GUM_TEST,), _gum_names, reported=True, note=f"the six genres training may see; {GUM_NAMES}"),
    "words": Task((EWT_DEV, GUM_DEV), _cuts, note="for information: our own words and sentences on raw text"),
}
STANDARD = tuple(name for name in SETS if name not in ("polnear-train-held", "ewt-dev", "uner-ewt-dev"))
GATED = ("polnear-dev", "ewt-test", "uner-ewt-test")
