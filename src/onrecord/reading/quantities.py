"""Quantities: numbers with a unit or a counted thing, as intervals ("more than 400", "between 380 and 800 km")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.amounts import LOWER, SCALES, UPPER, Amounts, Number
from onrecord.reading.dates.words import CALENDAR
from onrecord.reading.tree import Tree
from onrecord.records import Span
from onrecord.registers import UnitKind, Units

__all__ = ["FoundQuantity", "find_quantities"]

_TELLING_WHEN = (["later"], ["after"], ["before"], ["earlier"], ["ago"], ["hence"])
"""What makes a time of a length of time: "three days after"."""
_ROUGH = frozenset(
    ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated", "circa", "perhaps")
)
STEPS = 4
"""Words up the tree from a sum to what it pays for, at most."""
YEARS = (1900, 2100)
"""Four figures that are more likely a year than an amount."""
LONGEST = 8
"""Words of a noun phrase behind a number, at most."""
_COSTING = frozenset(
    ("worth", "cost", "costs", "costing", "pay", "paid", "spend", "spent", "price", "million", "billion")
)
_NO_COUNT = frozenset(("a.m.", "p.m.", "a.m", "p.m", "a.m", "p.m", "am", "pm", "o'clock", "gmt", "local"))
_NOT_COUNTED = frozenset(
    (
        "resolution",
        "section",
        "article",
        "chapter",
        "annex",
        "paragraph",
        "page",
        "no.",
        "number",
        "route",
        "flight",
        "phase",
        "day",
    )
)
"""Nouns whose number names them ("Resolution 2231", "Section 231")."""


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity as ranges of words.

    Attributes:
        span: range of its words, from the bound ("more than") through the unit or the noun counted.
        low: least amount; None if open.
        high: greatest amount; None if open.
        approximate: whether the text says that it is not exact.
        unit: "km", "USD", "percent", ..., "item" for what is counted.
        of: head of what is measured or counted; None if the sentence does not tell.
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    of: int | None


def find_quantities(tree: Tree, units: Units, taken: Sequence[Span]) -> list[FoundQuantity]:
    """Return the quantities of a text in order.

    Args:
        tree: the tree.
        units: the units of measure.
        taken: ranges of words that tell times or name things, whose numbers count nothing.
    """
    held = {i for a, b in taken for i in range(a, b)}
    reader = _Reader(tree, units, held)
    return list(reader.run())


class _Reader(Amounts):
    def run(self) -> Iterator[FoundQuantity]:
        i = 0
        while i < len(self.words):
            found = self._quantity(i) if i not in self.held and self.may_begin(i) else None
            if found is not None:
                yield found
                i = found.span[1]
            else:
                i += 1

    def _quantity(self, i: int) -> FoundQuantity | None:
        number = self.number(i)
        if number is None or self._names(number):
            return None
        second, end = self._to(number)
        last = self.number(second) if second is not None else None
        number_end = last.end if last is not None else number.end
        unit, of, end = self._unit(number if last is None else last, number_end)
        if unit is None and number.money is None:
            return None
        start, low, high, rough = self._bounds(number, last)
        if low is None and high is None:
            return None  # "more than up to dozens" bounds nothing
        name = number.money or unit or "item"
        return FoundQuantity((start, end), low, high, rough or number.open, name, of)

    def _names(self, number: Number) -> bool:
        """Whether a number is a name's or a rule's: "Resolution 2231", "Mi-17", "aged 33"."""
        k = number.start - 1
        before = self.low[k] if k >= 0 else ""
        if before in ("-", "–", "/", "#", "aged", "no.") or before in _NOT_COUNTED:
            return True
        after = self.low[number.end : number.end + 1]
        return bool(after) and (after[0] in _NO_COUNT or (after[0] in ("-", "/") and not self._hyphened(number.end)))

    def _hyphened(self, k: int) -> bool:
        """Whether a hyphen joins a number and its unit: "a 45-kilometre range"."""
        return k + 1 < len(self.low) and self.low[k] == "-" and self.low[k + 1] in self.units.behind

    def _to(self, number: Number) -> tuple[int | None, int]:
        """Return where the upper end of a range begins: "between 380 and 800", "two to three"."""
        end = number.end
        if self.low[max(0, number.start - 1) : number.start] == ["between"] and self.low[end : end + 1] == ["and"]:
            return end + 1, end
        joins = self.low[end : end + 1] in (["to"], ["–"], ["-"]) and self.number(end + 1) is not None
        return (end + 1, end) if joins else (None, end)

    def _unit(self, number: Number, end: int) -> tuple[str | None, int | None, int]:
        """Return unit, head of what is measured, and where the quantity ends."""
        if number.unit is not None:
            return number.unit, self._measured(number.start), end
        if number.money is not None:
            return number.money, self._paid_for(number.start), end
        at = end + 1 if self._hyphened(end) else end
        for size in (2, 1):
            if at + size > len(self.low):
                continue
            unit = self.units.behind.get(" ".join(self.low[at : at + size]))
            tells_when = self.low[at + size : at + size + 1] in _TELLING_WHEN and self.low[number.start - 1] != "for"
            if unit is not None and unit.kind is UnitKind.TIME and tells_when:
                return None, None, end
            if unit is not None and unit.code == "year" and self.low[at + size : at + size + 1] == ["old"]:
                return None, None, end  # an age
            if unit is not None and unit.code == "lb" and _COSTING & set(self.low[max(0, number.start - 2) : at]):
                unit = self.units.by_code["GBP"]
            if unit is not None:
                if self.low[at + size : at + size + 1] == ["of"]:
                    last = self.tree.parse.sentences[self.tree.sentence_of[at]][1]
                    return unit.code, self._of_whom(at + size, last)[1], at + size
                of = self._paid_for(number.start) if unit.kind is UnitKind.MONEY else self._measured(at)
                return unit.code, of, at + size
        return self._counted(number, end)

    def _counted(self, number: Number, end: int) -> tuple[str | None, int | None, int]:
        """Return "item", the noun counted and where its phrase ends: the number's head, or the noun after "of"."""
        parse, k = self.tree.parse, number.end - 1
        last = parse.sentences[self.tree.sentence_of[k]][1]
        if self.low[end : end + 1] == ["of"]:
            unit, of, stop = self._of_whom(end, last)
            return ("percent", of, stop) if self.low[k] == "half" and unit is not None else (unit, of, stop)
        noun = self._noun(end, last)
        if noun is None and (number.open or self._stands_alone(number)):
            return "item", None, end  # "dozens were lost", "only 23 arrived"
        if noun is None or self.low[noun] in CALENDAR or self.low[noun] == "times":
            return None, None, end
        return "item", noun, noun + 1

    def _stands_alone(self, number: Number) -> bool:
        """Whether a number stands for what it counts: the subject or object of a clause, or behind "of"; never a year."""
        parse, k = self.tree.parse, number.end - 1
        year = parse.words[k].isdigit() and YEARS[0] <= number.value <= YEARS[1]
        case = self.tree.child(k, "case")
        of = self.tree.relation(k) == "nmod" and case is not None and self.low[case] == "of"
        return parse.upos[k] == "NUM" and not year and (self.tree.relation(k) in ("nsubj", "obj") or of)

    def _noun(self, start: int, last: int) -> int | None:
        """Return the last noun of the noun phrase that goes on from a word: "North Korean missile", "S-300 launchers"."""
        parse, noun = self.tree.parse, None
        for j in range(start, min(start + LONGEST, last)):
            if parse.upos[j] in ("NOUN", "PROPN") and self.low[j] not in _NO_COUNT:
                noun = j
            elif not (parse.upos[j] in ("ADJ", "ADV", "VERB", "NUM") or self.words[j] == "-") or (
                parse.upos[j] in ("VERB", "ADV")
                and noun is not None
                and parse.relations[j] not in ("amod", "advmod", "compound")
            ):
                break
        return noun

    def _of_whom(self, end: int, last: int) -> tuple[str | None, int | None, int]:
        """Return who is counted in "two of them", "three of his colleagues", "hundreds of drones"."""
        parse, start = self.tree.parse, end + 1
        while start < last and (
            parse.upos[start] in ("DET", "PRON") and parse.relations[start] in ("det", "nmod:poss")
        ):
            start += 1
        if start < last and parse.upos[start] == "PRON":
            return "item", start, start + 1
        noun = self._noun(start, last)
        return ("item", noun, noun + 1) if noun is not None else (None, None, end)

    def _measured(self, at: int) -> int | None:
        """Return the noun a measure belongs to: "a range of 45 km", "a 45-kilometre range"."""
        parse = self.tree.parse
        for k in (at, at - 1):
            head = parse.heads[k]
            while head is not None and parse.upos[head] in ("NOUN", "PROPN", "NUM", "SYM"):
                if parse.upos[head] in ("NOUN", "PROPN") and self.low[head] not in self.units.behind and head != at:
                    return head
                head = parse.heads[head]
        return None

    def _paid_for(self, start: int) -> int | None:
        """Return what money buys or is: "a $4bn deal", "weapons worth $20 million", "the deal cost $3bn"."""
        parse = self.tree.parse
        head, steps = parse.heads[start], 0
        while head is not None and steps < STEPS:
            if (
                parse.upos[head] in ("NOUN", "PROPN")
                and self.low[head] not in self.units.behind
                and self.low[head] not in SCALES
            ):
                return head
            subject = self.tree.own_subject(head) if self.low[head] in _COSTING else None
            if subject is not None:
                return subject if parse.upos[subject] in ("NOUN", "PROPN") else None
            head, steps = parse.heads[head], steps + 1
        return None

    def _bounds(self, number: Number, last: Number | None) -> tuple[int, float | None, float | None, bool]:
        """Return where the quantity begins, its ends, and whether it is approximate."""
        start, rough = number.start, False
        low: float | None = number.value
        high: float | None = number.most if number.open else number.value
        if last is not None:
            high = last.value
            low = number.value
            if self.low[start - 1 : start] == ["between"]:
                start -= 1
            return start, low, high, self._is_rough(start - 1)
        while start > 0:
            if self._is_rough(start - 1):
                start, rough = start - 1, True
                continue
            lower = next((p for p in LOWER if tuple(self.low[max(0, start - len(p)) : start]) == p), None)
            upper = next((p for p in UPPER if tuple(self.low[max(0, start - len(p)) : start]) == p), None)
            if upper is not None and (lower is None or len(upper) > len(lower)):
                start, low, high = start - len(upper), None, number.most if number.open else number.value
            elif lower is not None and not self._is_particle(start - 1):
                start, high = start - len(lower), None
            else:
                break
        return start, low, high, rough

    def _is_particle(self, k: int) -> bool:
        """Whether a word belongs to a verb: "handed over 100 rifles" tells of 100, not of more."""
        return k >= 0 and self.tree.parse.relations[k] == "compound:prt"

    def _is_rough(self, k: int) -> bool:
        return k >= 0 and self.low[k] in _ROUGH
