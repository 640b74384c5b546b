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
NEAR = 600
"""Characters back to what such a word means, at most."""


class Memory:
    """The arms that a document names, in order, for what it calls them afterwards."""

    def __init__(self, reading: Reading, starts: list[int]) -> None:
        self.reading, self.starts = reading, starts
        found: list[tuple[int, str, Weapon]] = []
        by_name = weapons().by_name
        for entity in reading.entities:
            weapon = by_name.get(entity.name) if entity.kind is EntityKind.WEAPON else None
            for mention in entity.mentions if weapon is not None else ():
                a, b = mention.spans[0][0], mention.spans[-1][1]
                last = max(0, bisect_left(starts, b) - 1)
                if weapon is not None:
                    found.append((a, reading.parse.lemmas[last].lower(), weapon))
        self.named = sorted(found, key=lambda x: x[0])

    def meant(self, filler: Filler) -> tuple[Weapon, ...]:
        """Return the arms that the filler of a role means, if the words before it have named them."""
        if not filler.spans:
            return ()
        a, b = filler.spans[0][0], filler.spans[-1][1]
        last = max(0, bisect_left(self.starts, b) - 1)
        found = self.of_head(last, a)
        if found or self.reading.parse.lemmas[last].lower() not in _CARRIERS:
            return found
        near = [w for at, _, w in self.named if a - NEAR <= at < a]
        return tuple(near[-1:])

    def of_head(self, word: int, before: int) -> tuple[Weapon, ...]:
        """Return the arms named last, before an offset, by a phrase that ended in the same noun as a word."""
        lemma = self.reading.parse.lemmas[word].lower()
        found = [w for at, head, w in self.named if head == lemma and at < before]
        return tuple(found[-1:])
