"""Inflection: which lemmas a word may be a form of, by rule and by a table of irregular forms.

The model's lemmas of rare words are often no words ("criticis"). The lexicon knows which lemmas it waits for, so that a
rule which proposes too many does no harm: those that are none are not in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.registers.tables import Row, Table

__all__ = ["IRREGULARS", "Irregular", "Irregulars", "by_form", "stems"]

Irregulars: TypeAlias = Mapping[str, tuple[str, ...]]
"""The lemmas of each irregular form."""


@dataclass(frozen=True, slots=True)
class Irregular:
    """A form no rule makes, and its lemma."""

    form: str
    lemma: str


def by_form(entries: Iterable[Irregular]) -> Irregulars:
    """Return the lemmas of each form."""
    lemmas: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for entry in entries:
        lemmas[entry.form] += (entry.lemma,)
    return dict(lemmas)


def stems(form: str, irregulars: Irregulars) -> list[str]:
    """Return what a form, in lower case, may come from: itself, its irregular lemmas, and what is left of endings."""
    found = [form, *irregulars.get(form, ())]
    if form.endswith(("ies", "ied")):
        found.append(form[:-3] + "y")
    if form.endswith("s") and not form.endswith("ss"):
        found += [form[:-1], form[:-2]] if form.endswith("es") else [form[:-1]]
    for ending in ("ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            bare = form[: -len(ending)]
            found += [bare, bare + "e"]
            if bare[-1] == bare[-2:-1]:
                found.append(bare[:-1])
    return found


def _irregular(row: Row) -> Irregular:
    (form,), (lemma,) = row.words("form"), row.words("lemma")
    return Irregular(form, lemma)


IRREGULARS = Table("lexicon/en/irregulars.csv", ("form", "lemma"), _irregular, lambda entry: (entry.form, entry.lemma))
