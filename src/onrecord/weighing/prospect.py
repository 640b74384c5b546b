"""Whether a content tells a deed only as one to come: "is preparing to send", "such a delivery was imminent"."""

from collections.abc import Sequence

from onrecord.records import Parse
from onrecord.weighing.negation import main_predicate

__all__ = ["lies_ahead"]

_PLANNING = frozenset(
    (
        "prepare",
        "plan",
        "intend",
        "aim",
        "consider",
        "mull",
        "weigh",
        "contemplate",
        "poise",
        "set",
        "schedule",
        "threaten",
    )
)
"""Verbs of what is not done yet, where the deed follows them: "plans to send", "is mulling the sale"."""
_AHEAD = frozenset(
    ("imminent", "forthcoming", "pending", "planned", "likely", "due", "ready", "poised", "about", "prepared")
)
"""Adjectives for it, of the deed or of whoever is to do it."""


def lies_ahead(parse: Parse, words: Sequence[int]) -> bool:
    """Whether the main predicate of a content puts what it tells ahead of whoever says so.

    Args:
        parse: the words, tags and tree of the document.
        words: the numbers of the words of the content.
    """
    head = main_predicate(parse, words)
    if head is None:
        return False
    if parse.lemmas[head].lower() in _AHEAD and parse.upos[head] in ("ADJ", "VERB"):
        return True
    below = {parse.relations[k].split(":")[0] for k in words if parse.heads[k] == head}
    return parse.upos[head] == "VERB" and parse.lemmas[head].lower() in _PLANNING and bool(below & {"xcomp", "obj"})
