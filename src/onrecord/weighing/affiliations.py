"""Whose spokesman "a spokesman" is: the body a document named just before it names the person."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.records import EntityKind, Reading, Span, Voice, VoiceKind
from onrecord.registers import gazetteer
from onrecord.weighing.parties import fold, state_of

__all__ = ["BARE_OFFICES", "Affiliations", "without_article"]

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


def without_article(words: str) -> str:
    """Return words without the article before them."""
    return re.sub(r"^(?:the|an?) ", "", words, flags=re.IGNORECASE)


class Affiliations:
    """Answers for the sources of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._words = [a for a, _ in reading.word_spans]
        self._sentences = [self._words[a] for a, _ in reading.parse.sentences if a < len(self._words)]
        people = (e for e in reading.entities if e.kind is EntityKind.PERSON)
        self._first = {e.name: min(m.spans[0] for m in e.mentions)[0] for e in people if e.mentions}
        spoken = [s.source for s in reading.statements if s.source is not None]
        bodies = [m.spans[0] for e in reading.entities if e.kind is EntityKind.ORGANISATION for m in e.mentions]
        bodies += [v.spans[0] for v in spoken if v.kind is VoiceKind.GOVERNMENT and v.spans]
        states = (e for e in reading.entities if e.kind is EntityKind.PLACE and e.known_as is not None)
        self._bodies = sorted(set(bodies))
        self._named = sorted({*bodies, *(m.spans[0] for e in states for m in e.mentions)})

    def body_of(self, source: Voice) -> str | None:
        """Return the body of somebody whose office is told without it, in the document's words.

        A spokesman is the last body's that was named before him, be it a ministry or a company; a founder or a director only
        where "its" says so. A body of another state than the one spoken for is none.
        """
        role, at = (source.role or "").lower(), self._first.get(source.speaker or "")
        if source.kind is not VoiceKind.PERSON or role not in BARE_OFFICES or at is None:
            return None
        before = self.reading.document.text[max(0, at - 60) : at].lower()
        if role not in _SPEAKING and re.search(_ITS + re.escape(role), before) is None:
            return None
        near = (self._told(span) for span in reversed(self._near(self._bodies, at)))
        return next((body for body in near if self._may_be_of(body, source.speaks_for)), None)

    def owner_of(self, source: Voice) -> str | None:
        """Return whom "its" means in a source that no name tells: "its foreign policy chief"."""
        if source.speaker is not None or not source.spans or not _OWNED.match(source.text or ""):
            return None
        near = [n for n in self._near(self._named, source.spans[0][0]) if self._may_be_of(self._told(n), None)]
        meant = [*near[-1:], *filter(self._leads, near)][-1:]
        return self._told(meant[0]) if meant else None

    def _near(self, named: Sequence[Span], at: int) -> Sequence[Span]:
        """Return the names before a place, from a few sentences back on."""
        begin = self._sentences[max(0, bisect_right(self._sentences, at) - 1 - BACK)]
        found = named[bisect_left(named, (begin, begin)) : bisect_left(named, (at, at))]
        return [span for span in found if span[1] <= at]

    def _told(self, span: Span) -> str:
        return without_article(self.reading.document.slice((span,)))

    def _leads(self, span: Span) -> bool:
        """Whether a name is the subject of its clause, which "its" means sooner than another."""
        words, parse = (bisect_left(self._words, span[0]), bisect_left(self._words, span[1])), self.reading.parse
        return words[0] < words[1] and parse.relations[parse.head_of(words)].startswith("nsubj")

    def _may_be_of(self, body: str, speaks_for: str | None) -> bool:
        """Whether somebody may be of a body: of no outlet, whose news it is, and of no other state's than the one spoken for."""
        if gazetteer().outlet(body) is not None or fold(body) == fold(self.reading.document.outlet or ""):
            return False
        if speaks_for is None:
            return True
        known = gazetteer().body(body)
        state = known.state if known is not None and known.state is not None else state_of(body)
        return fold(speaks_for) in (fold(state or ""), fold(body))
