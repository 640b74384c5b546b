"""What all forms of a brief show alike: its head, its marks, its notes, and addresses; words made safe to be shown."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from onrecord.publishing.briefs.telling import day_in_words
from onrecord.publishing.words import some
from onrecord.records import Review
from onrecord.records.briefs import Brief, Cited, MeasureCited, Quote, Section, Sentence

__all__ = [
    "GAP",
    "NAMED",
    "Link",
    "act_of",
    "clean",
    "command",
    "facts",
    "is_web",
    "links",
    "mark",
    "marks",
    "marks_of",
    "review_of",
    "title_of",
    "warning",
    "whole",
]  # fmt: skip

_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = "\u200c\u200d"
GAP = " […] "
"""Stands where a quotation leaves words out."""

NAMED = "Each statement has a permanent name. Whoever has the ledger sees its claim by “onrecord claim NAME”."
"""What is told where it is not known under which address a site can be reached."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where something that is cited can be seen.

    Attributes:
        text: what it leads to.
        address: the address; a path where it is not known under which address this site can be reached.
    """

    text: str
    address: str


def clean(text: str) -> str:
    """Return words with white space as one space; control and format characters, which could steer what is shown, as a mark."""
    spaced = " ".join(text.split())
    return "".join("\ufffd" if unicodedata.category(c) in _UNSAFE and c not in _JOINERS else c for c in spaced)


def title_of(brief: Brief) -> str:
    """Return the question as a heading holds it."""
    return clean(brief.question) or "everything"


def facts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield what the brief rests on: names and words of our own."""
    day = day_in_words(brief.as_of) if brief.as_of is not None else None
    yield "As of", f"what was public by the end of {day}" if day else "all that is known"
    if brief.known_by is not None:
        yield "Known by", f"what this ledger held at {brief.known_by[:19]}Z"
    if brief.since is not None:
        yield "Changes", f"since {day_in_words(brief.since)}"
    c = brief.counts
    of = f" of {c.total:,} that answer" if c.total is not None and c.total > c.claims else ""
    yield (
        "Holds",
        f"{some(c.claims, 'claim')}{of}, {some(c.statements, 'statement')} of {some(c.documents, 'document')}",
    )
    yield "Reviewed", f"{c.reviewed:,} of {some(c.statements, 'statement')} by a person; all else is read by machine"
    if c.left_out is not None:
        among = f", {c.challenges_left_out:,} of which challenge a claim" if c.challenges_left_out else ""
        whole = f"; {some(c.claims_left_out, 'claim')} left out whole" if c.claims_left_out else ""
        left = "statement, which no person has" if c.left_out == 1 else "statements, which no person has"
        yield "Left out", f"{c.left_out:,} {left} reviewed{among}{whole}"
    yield "Made", f"{day_in_words(brief.made_on)}, by onrecord {brief.made_by}"


def warning(brief: Brief) -> str:
    """Return what whoever reads a brief has to know first."""
    held = (
        "Only what a person has reviewed is told."
        if brief.confirmed_only
        else f"What bears the mark “{mark(0, 1)}” rests"
    )
    rest = (
        ""
        if brief.confirmed_only
        else " on words that a machine has read and no person has reviewed: look at them first."
    )
    return (
        f"{held}{rest} No sentence says that something is so: each says who says so, where and when, with the words they"
        " stand in. Headings name what a claim is about and assert nothing."
    )


def mark(reviewed: int, statements: int) -> str:
    """Return the sign and the words for how much of what a sentence rests on is reviewed."""
    if not statements:
        return "from the register"
    if reviewed == statements:
        return "✓ reviewed"
    return "◇ not reviewed" if not reviewed else f"◇ {reviewed:,} of {statements:,} reviewed"


def marks_of(sentence: Sentence) -> tuple[str, str]:
    """Return the mark of a sentence, and a name for it: "unreviewed", "reviewed", "register"."""
    told = mark(sentence.reviewed, sentence.statements)
    if not sentence.statements:
        return told, "register"
    return told, "reviewed" if sentence.is_reviewed else "unreviewed"


def review_of(cited: Cited) -> str:
    """Return whether a person has reviewed a statement, and who."""
    if cited.review is Review.UNREVIEWED:
        return "read by machine, not reviewed"
    by = f" by {', '.join(map(clean, cited.reviewed_by))}" if cited.reviewed_by else " by a person"
    return f"{cited.review.value}{by}"


def links(cited: Cited, brief: Brief, site: str | None) -> tuple[Link, Link]:
    """Return where a statement and its claim can be seen, on the day and at the moment of the brief."""
    base = (site or "").rstrip("/")
    document = f"{base}/document/{quote(cited.imprint.id)}?{urlencode({'s': cited.anchor})}"
    return Link("the words in the document", document), Link("the claim", _claim(cited.anchor, brief, site))


def whole(section: Section, brief: Brief, site: str | None) -> Link | None:
    """Return where all statements of a claim can be seen, on the day and at the moment of the brief; None where there is none."""
    if section.claim is None or section.holds is None:
        return None
    told = "The statement" if section.holds == 1 else f"All {section.holds:,} statements"
    return Link(f"{told} of this claim", _claim(section.claim, brief, site))


def command(section: Section, brief: Brief) -> str:
    """Return the command that shows the claim of a section as the brief tells it."""
    day = f" --as-of {brief.as_of.isoformat()}" if brief.as_of is not None else ""
    return f"onrecord claim {section.claim}{day}{f' --known-by {brief.known_by}' if brief.known_by is not None else ''}"


def _claim(anchor: str, brief: Brief, site: str | None) -> str:
    params = {"as_of": brief.as_of.isoformat() if brief.as_of is not None else None, "known_by": brief.known_by}
    asked = urlencode({k: v for k, v in params.items() if v is not None})
    return f"{(site or '').rstrip('/')}/claim/{quote(anchor)}{f'?{asked}' if asked else ''}"


def is_web(address: str | None) -> bool:
    """Whether an address is one of the web, which a browser may be led to."""
    if address is None or clean(address) != address:
        return False
    try:
        told = urlsplit(address)
    except ValueError:
        return False
    return told.scheme in {"http", "https"} and bool(told.netloc)


def marks(words: Quote) -> tuple[str, str]:
    """Return the quotation marks to be set around exact words: single ones where the words hold double ones."""
    double = any(c in text for text in words.texts for c in '“”"„«»')
    return ("‘", "’") if double else ("“", "”")


def act_of(cited: MeasureCited) -> str:
    """Return a measure as it is cited: the act, article or paragraph, who imposes it."""
    parts = [cited.instrument, cited.provision, cited.imposer]
    return clean(", ".join(p for p in parts if p is not None))
