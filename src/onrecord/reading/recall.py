"""Names that the model saw in one place of a text and passed over in another."""

from collections.abc import Sequence

from onrecord.records import EntityKind, Name, Span
from onrecord.registers import Phrases, Role

__all__ = ["hyphened", "recalled", "titled"]

FULL, LONGEST = 2, 4
"""Words of a name that a title brings in, at least and at most."""
_HYPHENS = frozenset(("-", "\u2010", "\u2011"))
SHORTEST = 4
"""Letters of a surname that is looked for again; shorter ones are words of other languages too often."""


def recalled(words: Sequence[str], upos: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Return names with the surnames added that stand alone elsewhere: a headline's "Erdogan", once "Recep Tayyip Erdogan".

    The same goes for the last word of a body's name behind "the".

    Args:
        words: the words of a text.
        upos: their parts of speech.
        names: the names found, in order.
    """
    bodies = {words[n.end - 1] for n in names if n.kind is EntityKind.ORGANISATION and n.end - n.start > 1}
    surnames = {words[n.end - 1] for n in names if n.kind is EntityKind.PERSON and n.end - n.start > 1}
    others = {words[n.end - 1] for n in names if n.kind is not EntityKind.PERSON}
    wanted = {w for w in surnames - others if len(w) >= SHORTEST and w[0].isupper()}
    taken = {i for n in names for i in range(n.start, n.end)}
    free = [i for i, word in enumerate(words) if word in wanted and upos[i] == "PROPN" and i not in taken]
    alone = [i for i in free if not any(0 <= k < len(words) and upos[k] == "PROPN" for k in (i - 1, i + 1))]
    people = [Name(EntityKind.PERSON, i, i + 1) for i in alone]
    return sorted((*names, *people, *_short(words, upos, bodies - surnames, taken)), key=lambda n: n.start)


def _short(words: Sequence[str], upos: Sequence[str], wanted: set[str], taken: set[int]) -> list[Name]:
    """Return the last words of bodies' names where "the" leads them: "the Sentinel" for The Alexandria Sentinel."""
    return [
        Name(EntityKind.ORGANISATION, i, i + 1)
        for i in range(1, len(words) - 1)
        if words[i] in wanted
        and i not in taken
        and upos[i] == "PROPN"
        and words[i - 1].lower() == "the"
        and upos[i + 1] != "PROPN"
        and words[i][0].isupper()
    ]


def titled(
    words: Sequence[str], lemmas: Sequence[str], upos: Sequence[str], names: Sequence[Name], roles: Phrases[Role]
) -> tuple[Name, ...]:
    """Return names with those added that a title brings in: "Secretary of State Antony Blinken".

    Args:
        words: the words of a text.
        lemmas: their lemmas as the lexicon has them.
        upos: their parts of speech.
        names: the names found, in order.
        roles: the lexicon's titles.
    """
    taken = {i for n in names for i in range(n.start, n.end)}
    found = []
    for i in range(len(words)):
        title = roles.longest(lemmas, i)
        if title is None or title.end >= len(words) or title.end in taken:
            continue
        end = title.end
        while end < len(words) and upos[end] == "PROPN" and end not in taken and words[end][0].isupper():
            end += 1
        if FULL <= end - title.end <= LONGEST and (end >= len(words) or end not in taken):
            found.append(Name(EntityKind.PERSON, title.end, end))
            taken |= set(range(title.end, end))
    return tuple(sorted((*names, *found), key=lambda n: n.start))


def hyphened(words: Sequence[str], upos: Sequence[str], names: Sequence[Name], spans: Sequence[Span]) -> list[Name]:
    """Return names of people with what a hyphen ties to them: the model ends "Kim Jong-un" before its hyphen.

    Args:
        words: the words of a text.
        upos: their parts of speech; "Putin-led" goes on with no proper noun.
        names: the names found, in order.
        spans: where each word stands in the document.
    """
    found: list[Name] = []
    for name in names:
        end = name.end
        while name.kind is EntityKind.PERSON and end + 1 < len(words) and words[end] in _HYPHENS:
            glued = spans[end - 1][1] == spans[end][0] and spans[end][1] == spans[end + 1][0]
            if not glued or upos[end + 1] != "PROPN":
                break
            end += 2
        if not found or found[-1].end <= name.start:
            found.append(Name(name.kind, name.start, end))
    return found
