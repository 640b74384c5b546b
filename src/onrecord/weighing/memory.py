"""Arms spoken of again by a shorter word: "the machines" of "milling machines", "the consignment", "they"."""

from bisect import bisect_left

from onrecord.records import EntityKind, Filler, Reading
from onrecord.registers import Weapon, weapons

__all__ = ["Memory"]

_CARRIERS = frozenset(
    (
        "shipment", "consignment", "cargo", "delivery", "crate", "container", "goods", "good", "equipment", "item", "load",
        "batch", "lot", "material", "hardware", "unit", "system", "piece", "part", "package", "order", "they", "them", "it",
        "these", "those", "some", "thing",
    )
)  # fmt: skip
"""Words for whatever was spoken of last."""
_UNCARRIED = frozenset(("satellite imagery",))
"""Goods of the table that no shipment holds."""
_POINTING = frozenset(("the", "this", "that", "these", "those", "its", "their", "such"))
NEAR = 600
"""Characters back to what such a word means, at most."""


class Memory:
    """The arms that a document names, in order, for what it calls them afterwards."""

    def __init__(self, reading: Reading, starts: list[int]) -> None:
        self.reading, self.starts = reading, starts
        found, whole = list[tuple[int, str, Weapon]](), list[tuple[int, str, Weapon]]()
        by_name = weapons().by_name
        for entity in reading.entities:
            weapon = by_name.get(entity.name) if entity.kind is EntityKind.WEAPON else None
            for mention in entity.mentions if weapon is not None else ():
                a, b = mention.spans[0][0], mention.spans[-1][1]
                last = max(0, bisect_left(starts, b) - 1)
                if weapon is not None:
                    named = (a, reading.parse.lemmas[last].lower(), weapon)
                    found.append(named)
                    whole += [named] if len((mention.text or "").split()) > 1 else []
        self.named, self.whole = (sorted(some, key=lambda x: x[0]) for some in (found, whole))

    def fuller(self, filler: Filler) -> tuple[Weapon, ...]:
        """Return what "the bombs" are where the words before it have spoken of mortar bombs; nothing for what is told in full."""
        words = [w for w in filler.text.split() if w.lower() not in _POINTING]
        if len(words) != 1 or not filler.spans:
            return ()
        return self.of_whole(max(0, bisect_left(self.starts, filler.spans[-1][1]) - 1))

    def of_whole(self, word: int) -> tuple[Weapon, ...]:
        """Return the arms named last, before a word, by a phrase of several words that ended in the same noun."""
        lemma, before = self.reading.parse.lemmas[word].lower(), self.starts[word]
        found = [w for at, head, w in self.whole if head == lemma and at < before]
        return tuple(found[-1:])

    def meant(self, filler: Filler) -> tuple[Weapon, ...]:
        """Return the arms that the filler of a role means, if the words before it have named them."""
        if not filler.spans:
            return ()
        a, b = filler.spans[0][0], filler.spans[-1][1]
        last = max(0, bisect_left(self.starts, b) - 1)
        found = self.of_head(last, a)
        if found or self.reading.parse.lemmas[last].lower() not in _CARRIERS:
            return found
        first = self.reading.parse.words[max(0, bisect_left(self.starts, a))].lower()
        if first not in _POINTING and self.reading.parse.upos[last] != "PRON":
            return ()
        near = [w for at, _, w in self.named if a - NEAR <= at < a and w.name not in _UNCARRIED]
        return tuple(near[-1:])

    def of_head(self, word: int, before: int) -> tuple[Weapon, ...]:
        """Return the arms named last, before an offset, by a phrase that ended in the same noun as a word."""
        lemma = self.reading.parse.lemmas[word].lower()
        found = [w for at, head, w in self.named if head == lemma and at < before]
        return tuple(found[-1:])
