"""Statements as they stand in their documents, for a brief: found in the readings, one document at a time, as they are cited."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from onrecord.errors import AnchorError
from onrecord.ledger import Reader
from onrecord.publishing.briefs import Spoken
from onrecord.records import Naming, Relation, Said, Span, VoiceKind

__all__ = ["Speaking"]

NEAR = 40
"""Characters between a statement and those who passed it on within which they are quoted together."""
_PEOPLE = (VoiceKind.PERSON, VoiceKind.GROUP, VoiceKind.COLLECTIVE)
_PRONOUNS = {"it", "he", "she", "they", "we", "i", "who", "which"}


class Speaking:
    """Returns statements as they stand in their documents; each document is read once."""

    def __init__(self, reader: Reader) -> None:
        """Take a reader, which has to stay open as long as statements are asked for."""
        self._reader = reader
        self._documents: dict[str, _Read] = {}

    def __call__(self, said: Said) -> Spoken:
        """Return a statement; of an earlier reading, what it keeps of itself."""
        name = said.imprint.id
        if name not in self._documents:
            self._documents[name] = _Read(self._reader, name)
        return self._documents[name].spoken(said)


class _Read:
    """A document with the statements of its present reading."""

    def __init__(self, reader: Reader, name: str) -> None:
        self.text = reader.document(name).text
        self._reader, self._name = reader, name
        self._told: dict[str, Spoken] = {}

    @cached_property
    def _statements(self) -> dict[str, dict[str, Any]]:
        try:
            body = self._reader.reading(self._name)
        except AnchorError:
            return {}
        return {s["id"]: s for s in body["statements"]}

    def spoken(self, said: Said) -> Spoken:
        if said.anchor not in self._told:
            self._told[said.anchor] = self._spoken(said)
        return self._told[said.anchor]

    def _spoken(self, said: Said) -> Spoken:
        found = self._statements.get(said.id)
        if found is None or not _is_same(found, said):
            return Spoken(self.text, said.spans, relays=said.via)
        condition, scope = (_spans(found[part]) for part in ("condition", "scope"))
        via = [link for link in found["via"] or [] if (link["name"] or link["text"]).casefold() not in _PRONOUNS]
        relays, places = (
            tuple(link["name"] or link["text"] for link in via if link["relation"] == relation)
            for relation in (Relation.RELAY, Relation.UTTERANCE)
        )
        source = found["source"]
        return Spoken(
            self.text,
            (*said.spans, *condition, *scope, *_beside(said.spans, [s for link in via for s in _spans(link)])),
            condition,
            scope,
            _is_named(source, said) if source is not None else None,
            *(tuple(dict.fromkeys(n for n in names if n != said.imprint.outlet)) for names in (relays, places)),
        )


def _is_named(source: dict[str, Any], said: Said) -> bool | None:
    """Whether a source is named; None where a person has said who it is, or where nothing tells."""
    if said.source not in {source["name"], source["text"]} or source["attribution"] is None:
        return None
    return bool(source["attribution"] == Naming.NAMED) or source["kind"] not in _PEOPLE


def _beside(told: Sequence[Span], spans: Iterable[Span]) -> Iterable[Span]:
    """Yield spans near those of a statement; a credit at the head of an article stands far from what it is for."""
    return (s for s in spans if any(a - NEAR <= s[1] and s[0] <= b + NEAR for a, b in told))


def _is_same(found: dict[str, Any], said: Said) -> bool:
    """Whether a statement of the present reading is the one that is told of, by where its words stand."""
    inside = [s for part in ("source", "cue", "content") for s in _spans(found[part])]
    return bool(inside) and all(any(a <= x and y <= b for a, b in said.spans) for x, y in inside)


def _spans(part: dict[str, Any] | None) -> tuple[Span, ...]:
    return tuple((a, b) for a, b in part["spans"]) if part is not None else ()
