"""Names that the model saw in one place of a text and passed over in another."""

from collections.abc import Sequence

from onrecord.records import EntityKind, Name

__all__ = ["recalled"]

SHORTEST = 4
"""Letters of a surname that is looked for again; shorter ones are words of other languages too often."""


def recalled(words: Sequence[str], upos: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Return names with the surnames added that stand alone elsewhere: a headline's "Erdogan", once "Recep Tayyip Erdogan".

    Args:
        words: the words of a text.
        upos: their parts of speech.
        names: the names found, in order.
    """
    surnames = {words[n.end - 1] for n in names if n.kind is EntityKind.PERSON and n.end - n.start > 1}
    others = {words[n.end - 1] for n in names if n.kind is not EntityKind.PERSON}
    wanted = {w for w in surnames - others if len(w) >= SHORTEST and w[0].isupper()}
    taken = {i for n in names for i in range(n.start, n.end)}
    free = [i for i, word in enumerate(words) if word in wanted and upos[i] == "PROPN" and i not in taken]
    alone = [i for i in free if not any(0 <= k < len(words) and upos[k] == "PROPN" for k in (i - 1, i + 1))]
    return sorted((*names, *(Name(EntityKind.PERSON, i, i + 1) for i in alone)), key=lambda n: n.start)
