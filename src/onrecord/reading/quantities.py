"""Quantities: numbers with a unit or a counted thing, as intervals ("more than 400", "between 380 and 800 km")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.dates.words import CALENDAR, NUMBER_TENS, NUMBERS
from onrecord.reading.tree import Tree
from onrecord.records import Span
from onrecord.registers import UnitKind, Units

__all__ = ["FoundQuantity", "find_quantities"]

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([a-z]+)", re.IGNORECASE)
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"k": 1_000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_INEXACT = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
}
_MANY = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000}
"""Inexact words before "of thousands", with the least they can mean."""
_TELLING_WHEN = (["later"], ["after"], ["before"], ["earlier"], ["ago"], ["hence"])
"""What makes a time of a length of time: "three days after"."""
_FIXED = {"dozen": 12, "half": 50}
_LOWER = (
    ("more", "than"),
    ("at", "least"),
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("not", "less", "than"),
    ("over",),
    ("above",),
    ("upwards", "of"),
)
_UPPER = (
    ("less", "than"),
    ("fewer", "than"),
    ("at", "most"),
    ("no", "more", "than"),
    ("up", "to"),
    ("under",),
    ("as", "much", "as"),
    ("as", "many", "as"),
)
_ROUGH = frozenset(
    ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated", "circa", "perhaps")
)
STEPS = 4
"""Words up the tree from a sum to what it pays for, at most."""
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


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float
    open: bool = False  # "dozens": at least so many, roughly
    money: str | None = None
    unit: str | None = None


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


class _Reader:
    def __init__(self, tree: Tree, units: Units, held: set[int]) -> None:
        self.tree, self.units, self.held = tree, units, held
        self.words = tree.parse.words
        self.low = [w.lower() for w in self.words]

    def run(self) -> Iterator[FoundQuantity]:
        i = 0
        while i < len(self.words):
            found = self._quantity(i) if i not in self.held else None
            if found is not None:
                yield found
                i = found.span[1]
            else:
                i += 1

    def _quantity(self, i: int) -> FoundQuantity | None:
        number = self._number(i)
        if number is None or self._names(number):
            return None
        second, end = self._to(number)
        last = self._number(second) if second is not None else None
        number_end = last.end if last is not None else number.end
        unit, of, end = self._unit(number if last is None else last, number_end)
        if unit is None and number.money is None:
            return None
        start, low, high, rough = self._bounds(number, last)
        name = number.money or unit or "item"
        return FoundQuantity((start, end), low, high, rough or number.open, name, of)

    def _names(self, number: _Number) -> bool:
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

    def _number(self, i: int) -> _Number | None:
        """Return the number that begins at a word, with the sign of a currency before it."""
        if i >= len(self.words) or i in self.held:
            return None
        start, money = i, None
        sign = self.units.before.get(self.low[i])
        if sign is not None:
            money, i = sign.code, i + 1
            if i >= len(self.words):
                return None
        glued = _GLUED.fullmatch(self.words[i])
        if glued is not None:
            return self._glued(glued, start, i, money)
        value = self._value(i)
        if value is None:
            return None
        amount, end, inexact = value
        return _Number(start, end, amount, inexact, money)

    def _glued(self, glued: "re.Match[str]", start: int, i: int, money: str | None) -> _Number | None:
        amount, tail = float(glued[1].replace(",", "")), glued[2].lower()
        if tail in _SHORT_SCALES and (money is not None or tail in ("bn", "mn", "tn")):
            return _Number(start, i + 1, amount * _SHORT_SCALES[tail], money=money)
        unit = self.units.behind.get(tail)
        return _Number(start, i + 1, amount, money=money, unit=unit.code) if unit is not None else None

    def _value(self, i: int) -> tuple[float, int, bool] | None:
        """Return amount, end and whether it is inexact: "1.5 million", "six", "tens of thousands"."""
        word = self.low[i]
        times = self.low[i + 2].removesuffix("s") if self.low[i + 1 : i + 2] == ["of"] and i + 2 < len(self.low) else ""
        if word in _MANY and times in _SCALES and self.low[i + 2].endswith("s"):
            return _MANY[word] * _SCALES[times], i + 3, True  # "hundreds of thousands"
        if word in _INEXACT:
            return _INEXACT[word], i + 1, True
        if word in ("a", "one") and self.low[i + 1 : i + 2] and self.low[i + 1] in (*_SCALES, "dozen"):
            return (_SCALES | _FIXED)[self.low[i + 1]], i + 2, False
        if word == "dozen":
            return 12, i + 1, False
        if word == "half" and self.low[i + 1 : i + 2] == ["of"]:
            return 50, i + 1, False
        return self._scaled(i)

    def _scaled(self, i: int) -> tuple[float, int, bool] | None:
        """Return the amount of a plain number with what multiplies it: "1.5 million", "forty-two", "12.7-billion", "80m"."""
        word, amount = self.low[i], self._plain(i)
        if amount is None:
            return None
        end = i + 1
        if word in NUMBER_TENS and self.low[end : end + 2][:1] == ["-"] and self._plain(end + 1) is not None:
            amount, end = amount + (self._plain(end + 1) or 0), end + 2
        if self.low[end : end + 1] == ["-"] and self.low[end + 1 : end + 2] and self.low[end + 1] in _SCALES:
            end += 1  # "a 12.7-billion-peso deal"
        while end < len(self.low) and self.low[end] in _SCALES:
            amount, end = amount * _SCALES[self.low[end]], end + 1
        short = self.low[end : end + 1]
        if short and short[0] in _SHORT_SCALES and (short[0] in ("bn", "mn", "tn") or self._is_money(i)):
            amount, end = amount * _SHORT_SCALES[short[0]], end + 1  # "$80m"
        return amount, end, False

    def _is_money(self, i: int) -> bool:
        return i > 0 and self.low[i - 1] in self.units.before

    def _plain(self, i: int) -> float | None:
        if i >= len(self.low):
            return None
        word = self.low[i]
        if _FIGURE.fullmatch(word):
            return float(word.replace(",", ""))
        if word in NUMBERS and word not in ("a", "an", "one"):
            return float(NUMBERS[word])
        if word == "one" and self._counts_one(i):
            return 1.0
        return float(NUMBER_TENS[word]) if word in NUMBER_TENS else None

    def _counts_one(self, i: int) -> bool:
        """Whether "one" counts: behind a bound ("at least one missile") or before a scale."""
        return any(tuple(self.low[max(0, i - len(p)) : i]) == p for p in (*_LOWER, *_UPPER))

    def _to(self, number: _Number) -> tuple[int | None, int]:
        """Return where the upper end of a range begins: "between 380 and 800", "two to three"."""
        end = number.end
        if self.low[max(0, number.start - 1) : number.start] == ["between"] and self.low[end : end + 1] == ["and"]:
            return end + 1, end
        joins = self.low[end : end + 1] in (["to"], ["–"], ["-"]) and self._number(end + 1) is not None
        return (end + 1, end) if joins else (None, end)

    def _unit(self, number: _Number, end: int) -> tuple[str | None, int | None, int]:
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
            if unit is not None and unit.kind is UnitKind.TIME and self.low[at + size : at + size + 1] in _TELLING_WHEN:
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

    def _counted(self, number: _Number, end: int) -> tuple[str | None, int | None, int]:
        """Return "item", the noun counted and where its phrase ends: the number's head, or the noun after "of"."""
        parse, k = self.tree.parse, number.end - 1
        last = parse.sentences[self.tree.sentence_of[k]][1]
        if self.low[end : end + 1] == ["of"]:
            unit, of, stop = self._of_whom(end, last)
            return ("percent", of, stop) if self.low[k] == "half" and unit is not None else (unit, of, stop)
        noun = self._noun(end, last)
        if noun is None and number.open:
            return "item", None, end  # "dozens were lost"
        if noun is None or self.low[noun] in CALENDAR or self.low[noun] == "times":
            return None, None, end
        return "item", noun, noun + 1

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
                and self.low[head] not in _SCALES
            ):
                return head
            subject = self.tree.own_subject(head) if self.low[head] in _COSTING else None
            if subject is not None:
                return subject if parse.upos[subject] in ("NOUN", "PROPN") else None
            head, steps = parse.heads[head], steps + 1
        return None

    def _bounds(self, number: _Number, last: _Number | None) -> tuple[int, float | None, float | None, bool]:
        """Return where the quantity begins, its ends, and whether it is approximate."""
        start, rough = number.start, False
        low: float | None = number.value
        high: float | None = None if number.open else number.value
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
            lower = next((p for p in _LOWER if tuple(self.low[max(0, start - len(p)) : start]) == p), None)
            upper = next((p for p in _UPPER if tuple(self.low[max(0, start - len(p)) : start]) == p), None)
            if upper is not None and (lower is None or len(upper) > len(lower)):
                start, low, high = start - len(upper), None, number.value
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
