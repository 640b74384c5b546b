"""Turns what the reader found into the records a caller sees."""

from collections.abc import Sequence

from onrecord.reading.coreference.entities import Cluster, Entities, Form, Mention
from onrecord.reading.coreference.growing import Draft
from onrecord.reading.coreference.reader import Reader
from onrecord.reading.coreference.tables import GATHERINGS
from onrecord.records import EntityKind, Span

__all__ = ["entities_of"]

_MARKS = frozenset(("'s", "’s", "'", "’", "‘s"))


def entities_of(reader: Reader) -> Entities:
    """Number the entities worth telling by their first mentions."""
    made = [Mention(m.form, m.span, m.head) for m in reader.found]
    kept = [d for d in reader.drafts if d.mentions and _worth(d, reader.drafts)]
    kept.sort(key=lambda d: (min(reader.found[n].span for n in d.mentions), d.number))
    numbers = {d.number: n for n, d in enumerate(kept)}
    clusters = tuple(_cluster(reader, d, made, numbers) for d in kept)
    at = {word: numbers[d] for word, d in sorted(reader.at.items()) if d in numbers}
    follows = {reader.found[n].head: made[m] for n, m in sorted(reader.follows.items()) if m != n}
    return Entities(reader.tree.parse, clusters, at, follows)


def _worth(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an entity is told: it has a name, is people or a body, joins such, or is mentioned twice."""
    if draft.members:
        return all(_worth(drafts[m], drafts) for m in draft.members)
    return draft.named or draft.person or draft.group or len(draft.mentions) > 1


def _cluster(reader: Reader, draft: Draft, made: list[Mention], numbers: dict[int, int]) -> Cluster:
    mentions = tuple(sorted((made[n] for n in draft.mentions), key=lambda m: (m.span, m.form)))
    names = [m for m in mentions if m.form is Form.NAME]
    words = reader.tree.parse.words
    # The fullest is the one with most words, then most letters; of equals the first.
    best = max(names, key=lambda m: _size(words, m.span)) if names else mentions[0]
    name = " ".join(w for w in words[slice(*best.span)] if w not in _MARKS) if names else None
    kind = draft.kind or _kind_of(draft)
    members = tuple(sorted(numbers[m] for m in draft.members if m in numbers))
    return Cluster(
        numbers[draft.number],
        name,
        best.span,
        kind,
        draft.gender,
        draft.plural,
        mentions,
        tuple(sorted(draft.roles)),
        members,
    )


def _kind_of(draft: Draft) -> EntityKind | None:
    """Return what kind of entity a description without a name tells of."""
    if draft.plural:
        return None
    if draft.person:
        return EntityKind.PERSON
    return EntityKind.ORGANISATION if draft.group and not draft.nouns.keys() & GATHERINGS else None


def _size(words: tuple[str, ...], span: Span) -> tuple[int, int]:
    own = [w for w in words[slice(*span)] if w not in _MARKS]
    return len(own), sum(map(len, own))
