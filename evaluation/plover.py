"""PLOVER's gold standard records: whether the main event of a sentence has the code of the record.

The records are coded by version 0.5 of PLOVER, the frames by that of 2021; ``plover_codes.csv`` says which code is which, and why
where they differ: some by the word that an event stands under ("refused to meet"), since a record codes the sentence and an event
the deed. The main event is the verb nearest the root of its sentence's tree. INVESTIGATE has no frame.
"""

import argparse
import csv
import gzip
import json
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import onrecord
from evaluation.factuality import DATA
from evaluation.report import report_set
from evaluation.results import DataError, Figure, share_figure
from onrecord.records import Event, Reading

__all__ = ["CODES", "Code", "codes", "figures", "main"]

CODES = Path(__file__).with_name("plover_codes.csv")


@dataclass(frozen=True, slots=True)
class Code:
    """A row of the table: our code ("*" for each), the words it must stand under (none: any), the record's code."""

    ours: str
    under: frozenset[str]
    gsr: str


def codes(path: Path = CODES) -> tuple[Code, ...]:
    """Return the rows of the table; of those that hold, the first with words goes before all without."""
    with path.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Code(row["ours"], frozenset(row["under"].split(";")) - {""}, row["gsr"]) for row in csv.DictReader(rows)
        )


def coded(event: Event, words: "Words", table: Sequence[Code]) -> frozenset[str]:
    """Return the codes of the records that an event may have."""
    above = words.above(words.word_at(event.trigger.spans[0][0]))
    told = next((c for c in table if c.under & above and c.ours in ("*", event.plover)), None)
    if told is not None:
        return frozenset((told.gsr,))
    return frozenset(c.gsr for c in table if not c.under and c.ours == event.plover)


class Words:
    """The words of a sentence by their places and their tree."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading with its parse, whose words stand in the text in order."""
        self.parse, self.starts, at = reading.parse, list[int](), 0
        for word in self.parse.words:
            at = reading.document.text.index(word, at)
            self.starts.append(at)
            at += len(word)

    def word_at(self, place: int) -> int:
        """Return the word that begins at a place of the text, or the last before it."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def is_verb(self, event: Event) -> bool:
        """Whether a verb tells an event; a noun ("the talks") is mostly what a record is about and not what it codes."""
        return self.parse.upos[self.word_at(event.trigger.spans[0][0])] == "VERB"

    def depth(self, word: int) -> int:
        """Return how many words stand above a word in its tree."""
        return len(self._line(word)) - 1

    def above(self, word: int) -> set[str]:
        """Return the lemmas of the words above a word, with their subjects, objects and auxiliaries, and of its own."""
        line = self._line(word)
        beside = {"aux", "nsubj", "nsubj:pass", "obj", "cop", "xcomp"}
        near = [k for k, head in enumerate(self.parse.heads) if head in line[1:] and self.parse.relations[k] in beside]
        own = [
            k for k, head in enumerate(self.parse.heads) if head == word and self.parse.relations[k] in ("aux", "nsubj")
        ]
        return {self.parse.lemmas[k].lower() for k in (*line[1:], *near, *own)}

    def _line(self, word: int) -> list[int]:
        line = [word]
        while (head := self.parse.heads[line[-1]]) is not None:
            line.append(head)
        return line


def figures(path: Path) -> tuple[list[Figure], list[str]]:
    """Return the share of sentences with a coded event, and how many of these have the record's code; a line for each other.

    Raises:
        DataError: no such file.
    """
    if not path.is_file():
        raise DataError(f"{path}: got no such file; expected PLOVER's records")
    table, asked, right, faults = codes(), Counter[str](), Counter[str](), list[str]()
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        row = json.loads(line)
        reading = onrecord.read(row["text"])
        words = Words(reading)
        events = sorted(
            (e for e in reading.events if e.plover is not None and words.is_verb(e)),
            key=lambda e: (words.depth(words.word_at(e.trigger.spans[0][0])), e.trigger.spans),
        )
        asked["coverage"] += 1
        right["coverage"] += bool(events)
        if not events:
            continue
        met = [row["event"] in coded(e, words, table) for e in events]
        for name, good in (("precision: main event", met[0]), ("precision: any event", any(met))):
            asked[name] += 1
            right[name] += good
        if not met[0]:
            faults.append(f"{row['event']} got {events[0].plover} by “{events[0].trigger.text}”: {row['text']}")
    return [share_figure(name, right[name], asked[name]) for name in asked], faults


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; the return value is the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.plover", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="print a line for each sentence with another code")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the sets")
    args = parser.parse_args(argv)
    path = args.data / "plover_gsr" / "records.jsonl.gz"
    started = time.perf_counter()
    try:
        found, faults = figures(path)
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    if args.errors:
        print(*faults, sep="\n")
    report_set("plover-gsr", {f"plover_gsr/{path.name}": path}, found, started, documents=found[0].gold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
