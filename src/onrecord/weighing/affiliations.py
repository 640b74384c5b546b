"""Whose spokesman "a spokesman" is: the body a document named just before it names the person."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from onrecord.records import EntityKind, Reading, Span, Statement, VoiceKind
from onrecord.registers import gazetteer
from onrecord.weighing.parties import fold, state_of

__all__ = ["BARE_OFFICES", "bodies_of", "owners_of"]

BACK = 2
"""Sentences before the one that names a person in which the body may be named."""
_SPEAKING = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_LEADING = frozenset(
    (
        "founder",
        "chair",
        "chairman",
        "chairwoman",
        "head",
        "chief",
        "director",
        "owner",
        "leader",
        "president",
        "chief executive",
    )
)
"""Offices that "its" or "their" ties to a body: "its founder, Ivo Strand"."""
BARE_OFFICES = _SPEAKING | _LEADING
"""Offices that say nothing of whose they are."""
_OWNED = re.compile(r"(?:its|their) (?=[a-z])", re.IGNORECASE)
_ITS = r"\b(?:its|their|the (?:group|company|firm|agency|institute|organi[sz]ation|militia|party|movement)['’]s) "


def bodies_of(reading: Reading) -> Mapping[str, str]:
    """Return the body of each speaker whose office is told without it, in the document's words.

    A spokesman is the last body's that was named before him, be it a ministry or a company; a founder or a director only
    where "its" says so. A body of another state than the one spoken for is none.
    """
    named = sorted(_bodies(reading))
    found: dict[str, str] = {}
    for s in reading.statements:
        speaker = s.source.speaker if s.source is not None else None
        if speaker is None or speaker in found or not _is_bare(s):
            continue
        at = _first_named(reading, speaker)
        body = _before(reading, named, at, s) if at is not None else None
        if body is not None:
            found[speaker] = body
    return found


def owners_of(reading: Reading) -> Mapping[str, str]:
    """Return, by statement id, whom "its" means in a source that no name tells: "its foreign policy chief"."""
    named = sorted([*_bodies(reading), *_states(reading)])
    found: dict[str, str] = {}
    for s in reading.statements:
        source = s.source
        if source is None or source.speaker is not None or not source.spans or not _OWNED.match(source.text or ""):
            continue
        at = source.spans[0][0]
        near = [(span, words) for span, words in named if _begins(reading, at) <= span[0] and span[1] <= at]
        near = [n for n in near if _may_be_of(_plain(n[1]), None, reading)]
        leading = [words for span, words in near if _leads(reading, span)]
        if near:
            found[s.id] = _plain([near[-1][1], *leading][-1])
    return found


def _leads(reading: Reading, span: Span) -> bool:
    """Whether a name is the subject of its clause, which "its" means sooner than another."""
    starts = [a for a, _ in reading.word_spans]
    words = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    return words[0] < words[1] and reading.parse.relations[reading.parse.head_of(words)].startswith("nsubj")


def _states(reading: Reading) -> Iterator[tuple[Span, str]]:
    for e in reading.entities:
        if e.kind is EntityKind.PLACE and e.known_as is not None:
            yield from ((m.spans[0], reading.document.slice((m.spans[0],))) for m in e.mentions)


def _begins(reading: Reading, at: int) -> int:
    """Return where the sentences near a place begin."""
    starts = [reading.word_spans[a][0] for a, _ in reading.parse.sentences if a < len(reading.word_spans)]
    return starts[max(0, bisect_right(starts, at) - 1 - BACK)]


def _is_bare(statement: Statement) -> bool:
    source = statement.source
    role = (source.role or "").lower() if source is not None else ""
    return source is not None and source.kind is VoiceKind.PERSON and role in BARE_OFFICES


def _bodies(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield where bodies are named, and by which words."""
    for e in reading.entities:
        if e.kind is EntityKind.ORGANISATION:
            yield from ((m.spans[0], reading.document.slice((m.spans[0],))) for m in e.mentions)
    for s in reading.statements:
        if s.source is not None and s.source.kind is VoiceKind.GOVERNMENT and s.source.spans:
            yield s.source.spans[0], reading.document.slice((s.source.spans[0],))


def _first_named(reading: Reading, speaker: str) -> int | None:
    spans = [
        m.spans[0] for e in reading.entities if e.kind is EntityKind.PERSON and e.name == speaker for m in e.mentions
    ]
    return min(spans)[0] if spans else None


def _before(reading: Reading, named: list[tuple[Span, str]], at: int, statement: Statement) -> str | None:
    """Return the last body named before a place, not far back."""
    source = statement.source
    assert source is not None
    role = (source.role or "").lower()
    before = reading.document.text[max(0, at - 60) : at].lower()
    tied = re.search(_ITS + re.escape(role), before) is not None
    if role not in _SPEAKING and not tied:
        return None
    begin = _begins(reading, at)
    near = [_plain(words) for (a, b), words in named if begin <= a and b <= at]
    return next((body for body in reversed(near) if _may_be_of(body, source.speaks_for, reading)), None)


def _plain(words: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", words, flags=re.IGNORECASE)


def _may_be_of(body: str, speaks_for: str | None, reading: Reading) -> bool:
    """Whether somebody who speaks for a state may be of a body: one that is that state's; and of no outlet, whose news it is."""
    if gazetteer().outlet(body) is not None or fold(body) == fold(reading.document.outlet or ""):
        return False
    if speaks_for is None:
        return True
    known = gazetteer().body(body)
    state = known.state if known is not None and known.state is not None else state_of(body)
    return fold(speaks_for) in (fold(state or ""), fold(body))
