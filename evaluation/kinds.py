"""Recall of attributions by how they are made.

The kind of a gold attribution follows from its own words, by the lists in ``kinds.toml``:

- *cue without a letter*: no letter in the cue (a colon, a dash, a quote mark); it goes before all others;
- *quotation*: the content contains a double quote mark, anywhere;
- *say-verb*: a word of the cue is a form of a plain reporting verb, or the cue holds "according to".

A gold attribution counts as found *relaxed* or *all right* as the reference scorer pairs and judges relations, so that
the kinds add up to the recall of all relations.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from evaluation.relations import Row, judge_gold
from evaluation.results import Figure, share_figure

__all__ = ["KINDS", "count_kinds", "kind_figures", "kind_of"]

KINDS = ("quotation + say-verb", "say-verb alone", "quotation + other cue", "other cue alone", "cue without a letter")
LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of ``kinds.toml``: marks that make a quotation, phrases and verb forms that make a say-verb."""

    quote_marks: tuple[str, ...]
    phrases: tuple[str, ...]
    forms: frozenset[str]


@cache
def _lists() -> Lists:
    stored = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text(encoding="utf-8"))
    forms = frozenset(form for verb in stored["say_verbs"].values() for form in verb)
    return Lists(tuple(stored["quote_marks"]), tuple(stored["phrases"]), forms)


def kind_of(cue: str, content: str) -> str:
    """Return which of ``KINDS`` an attribution is, from the words of its cue and of its content."""
    lists = _lists()
    words = LETTERS.findall(cue.lower())
    if not words:
        return "cue without a letter"
    quotation = any(mark in content for mark in lists.quote_marks)
    said = not lists.forms.isdisjoint(words) or any(phrase in " ".join(words) for phrase in lists.phrases)
    if quotation:
        return "quotation + say-verb" if said else "quotation + other cue"
    return "say-verb alone" if said else "other cue alone"


def count_kinds(text: str, gold_rows: Iterable[Row], found_rows: Iterable[Row]) -> Counter[str]:
    """Count one article's gold attributions by kind, all and found; counts of articles add up."""
    n: Counter[str] = Counter()
    for row, relaxed, exact in judge_gold(text, gold_rows, found_rows):
        cue, content = (" ".join(text[a:b] for a, b in row[role]) for role in ("cue", "content"))
        kind = kind_of(cue, content)
        n.update({kind: 1, f"{kind} relaxed": relaxed, f"{kind} all right": exact})
    return n


def kind_figures(n: Counter[str]) -> list[Figure]:
    """Return the recall of each kind in per cent, relaxed and all right."""
    return [
        share_figure(f"recall {way}: {kind}", n[f"{kind} {way}"], n[kind])
        for way in ("relaxed", "all right")
        for kind in KINDS
    ]
