"""What a reading tells, in words for a page: who, through whom, how far a voice commits itself, what the register says."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from onrecord.flow.documents import Opened, Told
from onrecord.publishing.words import UNNAMED
from onrecord.records import Factuality, JudgementKind

__all__ = [
    "DECIDED",
    "FACTUALITY",
    "citation",
    "linkable",
    "relays",
    "slices",
    "stance_told",
    "venues",
    "when_told",
    "who",
]

FACTUALITY: Mapping[str, str] = {
    Factuality.CERTAIN: "certain that it is so",
    Factuality.PROBABLE: "probably so",
    Factuality.POSSIBLE: "possibly so",
    Factuality.CERTAINLY_NOT: "certain that it is not so",
    Factuality.PROBABLY_NOT: "probably not so",
    Factuality.POSSIBLY_NOT: "possibly not so",
    Factuality.KNOWN_UNTOLD: "knows; the text does not tell which",
    Factuality.UNCOMMITTED: "does not commit itself",
}
"""What a value says of a voice."""
DECIDED: Mapping[str, str] = {
    JudgementKind.CONFIRMED: "read rightly",
    JudgementKind.WRONG_SPEAKER: "speaker corrected to",
    JudgementKind.WRONG_STANCE: "stance corrected to",
    JudgementKind.WRONG_SPAN: "words corrected to",
    JudgementKind.SAME: "same claim as",
    JudgementKind.SEPARATE: "not the same claim as",
    JudgementKind.WRONG_MATCH: "not the listed party",
}
"""What a decision says, before its value or the other statement."""


def linkable(url: str | None) -> str | None:
    """Return an address that may be followed, of the web alone; None for any other."""
    if url is None or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.hostname else None


def who(told: Told) -> str:
    """Return whose words a statement tells, as people have corrected it."""
    source = told.read["source"]
    if told.speaker is not None:
        is_author = source is not None and source["kind"] == "author" and told.said
        return "the author" if is_author and told.speaker == told.said[0].imprint.outlet else told.speaker
    if source is not None and source["kind"] == "author":
        return "the author"
    text: str | None = source["text"] if source is not None else None
    return f"“{text}”" if text else UNNAMED


def relays(told: Told) -> list[str]:
    """Return through whom a statement came between the outlet and its source, outermost first."""
    return [link["name"] or link["text"] for link in told.read["via"] or () if link["relation"] == "relay"]


def venues(told: Told) -> list[str]:
    """Return where a statement was made: an interview, a post, a press conference."""
    return [link["name"] or link["text"] for link in told.read["via"] or () if link["relation"] == "utterance"]


def stance_told(told: Told) -> str:
    """Return a statement's stance, with "if" before one that is conditional."""
    stance = told.stance.value if told.stance is not None else "stance not known"
    conditional = told.said[0].condition if told.said else told.read["condition"] is not None
    return f"if: {stance}" if conditional else stance


def when_told(when: Mapping[str, Any] | None) -> str:
    """Return a time as a text gives it: "2024-01-01 to 2024-01-31", "before 2024-02-01"."""
    if when is None:
        return "not told"
    first, last = when["from"], when["to"]
    if first is None and last is None:
        edtf: str = when["edtf"] or ""
        return edtf if any(c.isdigit() for c in edtf) else "day not known"
    if first == last:
        return str(first)
    return f"{first} to {last}" if first and last else f"from {first} on" if first else f"until {last}"


def citation(opened: Opened, told: Told, words: str, link: str) -> str:
    """Return how a statement is cited: words, who says it, outlet and day, whether anybody has reviewed it, where it stands.

    Args:
        opened: its document.
        told: the statement.
        words: its exact words.
        link: its permanent address.
    """
    document = opened.kept.document
    day = document.published_on
    dated = day.isoformat() if day is not None else f"day not known, seen {opened.kept.public_on.isoformat()}"
    said = f"{who(told)} ({stance_told(told)})"
    through = [document.outlet or "outlet not known", *relays(told)]
    return f"“{words}” {said}, in {' <- '.join(through)}, {dated}. {_reviewed(told)}. {link}"


def _reviewed(told: Told) -> str:
    by_hand = told.said and told.said[0].imprint.entered_by is not None
    if by_hand:
        return f"Entered by hand by {told.said[0].imprint.entered_by}"
    return {
        "unreviewed": "Read by machine, reviewed by nobody",
        "confirmed": "Confirmed by a person",
        "corrected": "Corrected by a person",
    }[told.review.value]


def slices(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words at spans, with a mark where others stand between."""
    return " … ".join(text[a:b] for a, b in spans)
