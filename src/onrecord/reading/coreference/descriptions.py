"""Whom "the minister", "the agency" or "the report" means: the nearest that was called so and is not told apart."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from onrecord.reading.coreference.growing import Draft, Weights
from onrecord.reading.coreference.mentions import Found, noun_of
from onrecord.reading.coreference.tables import GENERIC_BODIES, GROUPS, WIDER_GROUPS

__all__ = ["Callings"]

TRIED = 30
"""Entities called by one noun that a description is held against, the last first."""
_ANY_MAN = frozenset(("man", "woman", "boy", "girl", "gentleman", "lady", "person", "teenager"))
"""Nouns that take up anybody of their gender: whoever is most present."""
_REACH = 0.15
"""How present somebody must be to be taken up by such a noun or by "the company"."""


class Callings:
    """Which entities were called what, in the order they were last called so."""

    def __init__(self) -> None:
        """Begin with none."""
        self._called: dict[str, dict[int, None]] = defaultdict(dict)

    def add(self, noun: str, number: int) -> None:
        """Note that an entity was called by a noun; what else a noun of that sort may be called is noted with a star."""
        known = noun_of(noun)
        wider = known.wider if known else WIDER_GROUPS.get(noun, ())
        for key in (noun, *(f"*{w}" for w in wider)):
            self._called[key].pop(number, None)
            self._called[key][number] = None

    def add_name(self, words: Sequence[str], draft: Draft) -> None:
        """Note what the words of a body's name say that it is: "Defence Ministry", "Acme Corp."."""
        for word in words:
            noun = word.lower().rstrip(".")
            if noun in GROUPS or noun in WIDER_GROUPS:
                draft.nouns.setdefault(noun, set())
                self.add(noun, draft.number)

    def find(
        self, found: Found, drafts: Sequence[Draft], recent: Sequence[int], clock: float, weights: Weights
    ) -> int | None:
        """Return the number of the draft that a definite description means, or None for somebody new."""
        for key in (found.noun, f"*{found.noun}"):
            called = self._called.get(key)
            for number in islice(reversed(called), TRIED) if called else ():
                if _agrees(found, drafts[number], key):
                    return number
        if found.mods:
            return None
        if found.noun in _ANY_MAN and not found.plural:
            return _most_present(found, (drafts[n] for n in recent if drafts[n].person), clock, weights)
        if found.noun in GENERIC_BODIES and found.group:
            bodies = (drafts[n] for n in recent if drafts[n].group and drafts[n].named and not drafts[n].nouns)
            return _most_present(found, bodies, clock, weights)
        return None


def _agrees(found: Found, draft: Draft, key: str) -> bool:
    """Whether number and gender fit, and nothing that tells the description apart is new."""
    if found.plural != draft.plural or (found.gender and draft.gender and found.gender != draft.gender):
        return False
    if not found.mods:
        return True
    known = draft.nouns.get(key, set()) if not key.startswith("*") else set[str]().union(*draft.nouns.values())
    return found.mods <= known


def _most_present(found: Found, drafts: Iterable[Draft], clock: float, weights: Weights) -> int | None:
    best, most = None, _REACH
    for draft in drafts:
        presence = draft.presence_at(clock, weights.fade)
        fits = draft.plural == found.plural and draft.gender in {"", found.gender}
        if fits and presence > most:
            best, most = draft.number, presence
    return best
