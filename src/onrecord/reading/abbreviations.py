"""Which full stops belong to an abbreviation, and which end a sentence."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType

__all__ = ["abbreviations", "keeps_dot", "lexicon_version"]

# Closed-class words: a capital on one of them after "U.S." or "Inc." can only mean that a sentence begins.
_OPENER_LIST = """
    The A An This That These Those There Here It He She They We I You His Her Its Their Our My Your Who What When Where
    Why How Which And But Or Nor So Yet If As At By For From In On To Of With While After Before Since Until Although
    Though Because Unless Despite However Meanwhile Then Also Still Now Not No Yes Some Many Most Several Both Each Such
    Under Over During Among Between According Last Earlier Later Is Are Was Were Has Have Had Do Does Did Can Could Will
    Would Should May Might Must Let
"""
_OPENERS = frozenset(_OPENER_LIST.split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
_CLOCK = re.compile(r"[ap]\.m\.", re.IGNORECASE)
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?|[A-Z]{2,4}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?"
    r"|Eastern|Central|Mountain|Pacific|Moscow|Tehran|Kyiv|Beijing|Local"
)
_SOURCE = files("onrecord").joinpath("data", "lexicon", "en", "abbreviations.csv")


@cache
def lexicon_version() -> str:
    """Return the first twelve digits of the SHA-256 of the dictionary."""
    return sha256(_SOURCE.read_bytes()).hexdigest()[:12]


@cache
def abbreviations() -> Mapping[str, str]:
    """Return the abbreviations, dot included, each with what may follow it inside its sentence.

    ``name``: whatever follows, the sentence goes on. ``any``: it goes on unless a word follows that opens sentences
    ("The"). ``lower``: it goes on unless a capital follows. ``number``: without a number after it, it is no abbreviation.
    """
    table: dict[str, str] = {}
    for row in csv.DictReader(_SOURCE.read_text(encoding="utf-8").splitlines()):
        table[row["abbreviation"]] = row["followed_by"]
        if row["followed_by"] != "number":
            table.setdefault(row["abbreviation"].upper(), row["followed_by"])
    return MappingProxyType(table)


def keeps_dot(word: str, before: str, after: str) -> bool:
    """Whether the full stop at the end of ``word`` is part of it and ends no sentence.

    Args:
        word: letters with a full stop at the end, as cut ("Gen.", "U.S.", "J.").
        before: the word before it, or "" at the start of its paragraph.
        after: the first word after it and after any closing marks, or "" at the end of its paragraph.
    """
    if not after:
        return False
    kind = abbreviations().get(word, "")
    if kind == "number":
        return after[0].isdigit()
    if kind == "name":
        return True
    if _CLOCK.fullmatch(word):
        return not after[0].isupper() or _AFTER_CLOCK.fullmatch(after) is not None
    if kind == "lower":
        return not after[0].isupper()
    if len(word) == 2 and not kind:
        return _is_initial(word, before, after)
    if kind or _INITIALS.fullmatch(word):
        return after not in _OPENERS
    return False


def _is_initial(word: str, before: str, after: str) -> bool:
    """Whether a capital with a full stop stands for a name: "J. Lane", "Ali R. Lane", not "plan B. The" or "on X."."""
    if not after[0].isalpha() or not word[0].isupper() or after in _OPENERS:
        return False
    return not (word == "I." and before[:1].islower()) and (before, word) != ("on", "X.")
