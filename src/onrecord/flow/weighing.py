"""What is claimed, on whose word, and how far does it stand? Statements of readings made ready for weighing, and weighed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.records import Claim, Event, Filler, Reading, Said, Stance, Statement
from onrecord.weighing import edges_of, weigh
from onrecord.weighing.facts import FAMILIES, SIDES, fact_of, fold
from onrecord.weighing.origins import root_of

__all__ = ["said_in", "weighed", "with_claims"]

NEAR = 8
"""Statements back among which a reaction answers the one that concerns the side it speaks for, at most."""
_REACTING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.DECLINES, Stance.RETRACTS)
_MEANING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
Pair = tuple[tuple[Filler, ...], tuple[Filler, ...]]


def with_claims(reading: Reading) -> Reading:
    """Return a reading with its document weighed on its own."""
    return replace(reading, claims=weighed([reading]))


def weighed(readings: Sequence[Reading], *, on: date | None = None) -> tuple[Claim, ...]:
    """Return the claims of documents, in the order of their publication, as they stand on a day (None: by all of them)."""
    said: list[Said] = []
    for reading in sorted(readings, key=lambda r: (r.document.published_on or date.min, r.document.id)):
        first = len(said)
        said += [replace(s, answers=s.answers + first) if s.answers is not None else s for s in said_in(reading)]
    return weigh(said, edges_of(said), on=on)


def said_in(reading: Reading) -> list[Said]:
    """Return the statements of a document with what weighing needs of it."""
    pairs = _pairs(reading.events)
    events = {e.id: _filled(e, pairs) for e in reading.events}
    lemmas = reading.parse.lemmas
    found: list[Said] = []
    for s in reading.statements:
        told = tuple(events[id_] for id_ in s.events or () if id_ in events)
        measures = tuple(m for m in reading.measures if m.statement == s.id)
        words = frozenset(lemmas[k].lower() for k in _words(reading, s) if reading.parse.upos[k] in _MEANING)
        found.append(Said(reading.document, s, told, measures, None, words))
    return [replace(s, answers=_answered(found, n)) for n, s in enumerate(found)]


def _words(reading: Reading, statement: Statement) -> Iterator[int]:
    """Yield the numbers of the words of a content."""
    starts = [a for a, _ in reading.word_spans]
    for a, b in statement.content.spans:
        k = bisect_left(starts, a)
        while k < len(starts) and starts[k] < b:
            yield k
            k += 1


def _pairs(events: Sequence[Event]) -> Mapping[str, Pair]:
    """Return the two sides of each kind of deed that more than half of what a document tells of it has."""
    found: dict[str, list[tuple[tuple[frozenset[str], frozenset[str]], Pair]]] = {}
    for event in events:
        family = FAMILIES.get(event.frame)
        if family is None or family == "deal":
            continue
        roles = dict(event.roles)
        pair = tuple(roles.get(side, ()) for side in SIDES[family])
        if pair[0] and pair[1]:
            key = (frozenset(fold(f.name) for f in pair[0]), frozenset(fold(f.name) for f in pair[1]))
            found.setdefault(family, []).append((key, (pair[0], pair[1])))
    chief = {}
    for family, pairs in found.items():
        (key, count), *_ = Counter(key for key, _ in pairs).most_common(1)
        if 2 * count > len(pairs):
            chief[family] = next(pair for k, pair in pairs if k == key)
    return chief


def _filled(event: Event, pairs: Mapping[str, Pair]) -> Event:
    """Return an event with the side its sentence leaves out, where the document leaves no doubt of it."""
    family = FAMILIES.get(event.frame)
    pair = pairs.get(family) if family is not None else None
    if family is None or pair is None:
        return event
    roles = dict(event.roles)
    sides = SIDES[family]
    for side, known in zip(sides, pair, strict=True):
        own = {fold(f.name) for f in roles.get(side, ())}
        if own and not own & {fold(f.name) for f in known}:
            return event
    missing = {side: known for side, known in zip(sides, pair, strict=True) if not roles.get(side)}
    return replace(event, roles=tuple({**roles, **missing}.items())) if missing else event


def _answered(said: Sequence[Said], n: int) -> int | None:
    """Return the statement that a reaction without facts of its own answers: the last before it that has some, else the next."""
    own = said[n]
    if own.statement.stance not in _REACTING or fact_of(own) is not None:
        return None
    facts = {
        k: fact for k, s in enumerate(said) if s.statement.stance not in _REACTING and (fact := fact_of(s)) is not None
    }
    root = root_of(own)
    near = [k for k in facts if k < n][-NEAR:]
    accused = [k for k in near if root is not None and root.family in facts[k].giver]
    concerned = [k for k in near if root is not None and root.family in facts[k].taker]
    later = [k for k in facts if k > n]
    return next((group[-1] for group in (accused, concerned, near) if group), later[0] if later else None)
