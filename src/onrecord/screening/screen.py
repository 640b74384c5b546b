"""A name against an index: which parties it may be, ranked, with reasons."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.matching import How, fold
from onrecord.records.listings import PartyKind
from onrecord.records.matches import Match, Reason
from onrecord.screening.compare import Compared, Pair, compare
from onrecord.screening.index import Index
from onrecord.screening.names import Name, parse_name
from onrecord.screening.tables import tables

__all__ = ["ALIKE", "THRESHOLD", "readings", "score_pair", "screen"]

THRESHOLD = 0.7
"""Score from which a match is shown. Chosen on aliases of the OFAC and UN lists against the nearest other party of the list:
nine in ten of those above it are aliases, and F1 changes little between 0.65 and 0.75."""
ALIKE = 0.6
"""Score from which two names alone are taken for one. In a list of many thousands a chance likeness is far likelier than between
two names, so screening asks for more. On alias pairs of the OFAC and UN lists against as many nearest others F1 is flat from
0.5 to 0.6; there nine in ten pairs of people are aliases."""
_LOOKED_AT = 40
"""Names compared word by word for each reading of a name."""
_HOPELESS, _FAR_BEHIND = 0.44, 0.6
"""Share of common words, and of the best candidate's share, below which hardly a comparison reaches the threshold: of spoilt
names that were found, one in a hundred lay lower."""
_THROUGH_BODY = 0.97
_WEAK = 0.97
"""What a weak alias takes away, so that a good one of equal likeness stands before it."""
_ACRONYM = re.compile(r"[A-Z][A-Z.-]{1,9}")
_NUMBER = re.compile(r"(?:IMO\W*)?(\d{7})", re.IGNORECASE)
_PAPER = re.compile(r"[A-Z0-9]{6,}")


class Reading(NamedTuple):
    """One way to read a name: as it stands, or a known body by another of its names."""

    text: str
    via: str | None


class _Found(NamedTuple):
    """The best of a party's names so far; ``number`` is None where an identifier matched and not a name."""

    rank: tuple[float, ...]
    reading: Reading
    number: int | None
    compared: Compared
    score: float


def readings(text: str) -> tuple[Reading, ...]:
    """Return the ways to read a name; the first is as it stands.

    Args:
        text: "HESA", "IRGC Aerospace Force"; what stands in capitals may be the acronym of a known body.
    """
    bodies = tables().bodies
    found = [Reading(text, None)]
    whole = bodies.get(fold(text))
    if whole is not None:
        found += [Reading(n, f"{text} is {whole.names[0]}") for n in whole.names if fold(n) != fold(text)]
        return tuple(found)
    for word in text.split():
        body = bodies.get(fold(word)) if _ACRONYM.fullmatch(word.strip(",;()")) else None
        if body is not None and len(text.split()) > 1:
            found.append(Reading(text.replace(word, body.names[0], 1), f"{word} is {body.names[0]}"))
            break
    return tuple(found)


def score_pair(a: str, b: str, kind: PartyKind | None = None) -> float:
    """Return how near two names are, known bodies and acronyms included; 0 to 1.

    Args:
        a: a name.
        b: another.
        kind: of what, if known.
    """
    best = 0.0
    for mine in readings(a):
        for other in readings(b):
            known = 1.0 if mine.via is None and other.via is None else _THROUGH_BODY
            best = max(best, known * compare(parse_name(mine.text, kind), parse_name(other.text, kind)).score)
    return best


def screen(
    text: str,
    index: Index,
    versions: Sequence[str],
    *,
    kind: PartyKind | None = None,
    threshold: float = THRESHOLD,
    most: int = 10,
) -> list[Match]:
    """Return the parties a name may be, the likeliest first.

    Equal scores are ordered: a name in the same order before a swapped one, a good alias before a weak one, a primary name
    before an alias, fewer words left over, then list and number.

    Args:
        text: a name in any script, or an IMO number.
        index: where to look.
        versions: ids of the list versions, by the numbers the index holds.
        kind: only parties of this kind; all if None.
        threshold: least score.
        most: how many at most.
    """
    if not fold(text):
        return []
    best: dict[int, _Found] = {}
    for party, compared in _by_number(text, index):
        best[party] = _Found((-1.0,), Reading(text, None), None, compared, 1.0)
    for reading in readings(text):
        for found in _compared(reading, index, kind, threshold):
            party = index.party_of(found.number or 0)
            if party not in best or found.rank < best[party].rank:
                best[party] = found
    chosen = sorted(best.items(), key=lambda kv: (kv[1].rank, kv[0]))[:most]
    matches = [_match(text, index, versions, party, held) for party, held in chosen]
    matches.sort(key=lambda m: (-m.score, m.alias.weak))
    return [m for m in matches if m.score >= threshold]


def _rank(score: float, compared: Compared, place: int, number: int) -> tuple[float, ...]:
    left = len(compared.only_asked) + len(compared.only_listed)
    return (-score, not compared.in_order, left, place > 0, number)


def _compared(reading: Reading, index: Index, kind: PartyKind | None, threshold: float) -> Iterator[_Found]:
    asked: dict[PartyKind | None, Name] = {}
    known = 1.0 if reading.via is None else _THROUGH_BODY
    found = index.candidates(parse_name(reading.text, kind), kind, _LOOKED_AT)
    least = max(_HOPELESS, _FAR_BEHIND * found[0].share) if found else 1.0
    for number, share, highest in found:
        if share < least:
            return
        if highest * known < threshold:
            continue
        listed = index.name(number)
        if listed.kind not in asked:
            asked[listed.kind] = parse_name(reading.text, kind or listed.kind)
        compared = compare(asked[listed.kind], listed)
        score = known * compared.score
        if score >= threshold:
            yield _Found(_rank(score, compared, index.place_of(number), number), reading, number, compared, score)


def _match(text: str, index: Index, versions: Sequence[str], party: int, held: _Found) -> Match:
    version, listing = index.listing(party)
    alias = listing.names[0 if held.number is None else index.place_of(held.number)]
    compared = held.compared
    return Match(
        asked=text,
        score=round(held.score * (_WEAK if alias.weak else 1), 3),
        listing=listing,
        version=versions[version],
        alias=alias,
        via=held.reading.via,
        reasons=tuple(Reason(p.asked, p.listed, p.score, p.how.value) for p in compared.pairs),
        only_asked=compared.only_asked,
        only_listed=compared.only_listed,
    )


def _by_number(text: str, index: Index) -> Iterator[tuple[int, Compared]]:
    plain = text.strip()
    found = _NUMBER.fullmatch(plain)
    digits = found[1] if found else plain.upper()
    if found is None and not (_PAPER.fullmatch(digits) and any(c.isdigit() for c in digits)):
        return
    for party in index.by_number(digits):
        yield party, Compared(1.0, (Pair(digits, digits, 1.0, How.NUMBER),), (), (), in_order=True)
