"""Numbers in figures and words: "1.5 million", "half a dozen", "tens of thousands", "C$14bn"."""

import re
from dataclasses import dataclass

from onrecord.reading.dates.words import NUMBER_TENS, NUMBERS
from onrecord.reading.tree import Tree
from onrecord.registers import Units

__all__ = ["LOWER", "SCALES", "UPPER", "Amounts", "Number"]

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_GLUED = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)([a-z]+)", re.IGNORECASE)
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ROUND = {**SCALES, "dozen": 12}
"""Words that multiply the number before them."""
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
_FIXED = {"dozen": 12, "half": 50}
_VAGUE = frozenset(("several", "few", "many", "couple"))
"""Words that multiply a scale by no number that is told: "several hundred" is 200 at least and no thousand."""
_OPENING = frozenset((*NUMBERS, *NUMBER_TENS, *_INEXACT, *_MANY, *_FIXED, *_VAGUE))
LOWER = (
    ("more", "than"),
    ("at", "least"),
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("not", "less", "than"),
    ("over",),
    ("above",),
    ("upwards", "of"),
)
UPPER = (
    ("less", "than"),
    ("fewer", "than"),
    ("at", "most"),
    ("no", "more", "than"),
    ("up", "to"),
    ("under",),
    ("as", "much", "as"),
    ("as", "many", "as"),
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a range of words.

    Attributes:
        start: its first word.
        end: the word behind it.
        value: the amount.
        open: whether it is the least that an inexact word can mean ("dozens").
        most: the greatest that it can mean; None where it has no end.
        money: ISO code of a currency whose sign stands before it.
        unit: unit written into the figure ("45km").
    """

    start: int
    end: int
    value: float
    open: bool = False  # "dozens": at least so many, roughly
    most: float | None = None
    money: str | None = None
    unit: str | None = None


class Amounts:
    """Reads the numbers of one text."""

    def __init__(self, tree: Tree, units: Units, held: set[int]) -> None:
        """Take the words that tell times or name things, whose numbers count nothing."""
        self.tree, self.units, self.held = tree, units, held
        self.words = tree.parse.words
        self.low = [w.lower() for w in self.words]

    def may_begin(self, i: int) -> bool:
        """Whether a number can begin at a word: a figure, a number word, the sign of a currency."""
        word = self.low[i]
        return word[0].isdigit() or word in _OPENING or word in self.units.before or self.words[i].isupper()

    def number(self, i: int) -> Number | None:
        """Return the number that begins at a word, with the sign of a currency before it."""
        if i >= len(self.words) or i in self.held:
            return None
        start, money = i, None
        two = self.units.before.get("".join(self.low[i : i + 2])) if self.words[i].isupper() else None
        sign = two or self.units.before.get(self.low[i])
        if sign is not None:
            money, i = sign.code, i + (2 if two is not None else 1)  # "A$", "C$" in two words
            if i >= len(self.words):
                return None
        glued = _GLUED.fullmatch(self.words[i])
        if glued is not None:
            return self._glued(glued, start, i, money)
        vague = self._vague(i)
        if vague is not None:
            scale, end = vague
            return Number(start, end, 2 * scale, open=True, most=10 * scale - 1, money=money)
        value = self._value(i)
        if value is None:
            return None
        amount, end, inexact = value
        return Number(start, end, amount, inexact, None if inexact else amount, money)

    def _glued(self, glued: "re.Match[str]", start: int, i: int, money: str | None) -> Number | None:
        amount, tail = float(glued[1].replace(",", "")), glued[2].lower()
        if tail in _SHORT_SCALES and (money is not None or tail in ("bn", "mn", "tn")):
            return Number(start, i + 1, amount * _SHORT_SCALES[tail], money=money)
        unit = self.units.behind.get(tail)
        return Number(start, i + 1, amount, money=money, unit=unit.code) if unit is not None else None

    def _vague(self, i: int) -> tuple[int, int] | None:
        """Return the scale that is multiplied by no number told, and the word behind it: "several hundred", "a few dozen"."""
        k = i + (self.low[i] == "a")
        if k >= len(self.low) or self.low[k] not in _VAGUE:
            return None
        k += 1 + (self.low[k + 1 : k + 2] == ["of"])
        scale = _ROUND.get(self.low[k]) if k < len(self.low) else None
        if scale is None:
            return None
        return (
            (scale * _ROUND[self.low[k + 1]], k + 2)
            if self.low[k + 1 : k + 2] and self.low[k + 1] in SCALES
            else (scale, k + 1)
        )

    def _value(self, i: int) -> tuple[float, int, bool] | None:
        """Return amount, end and whether it is inexact: "1.5 million", "six", "tens of thousands"."""
        word = self.low[i]
        times = self.low[i + 2].removesuffix("s") if self.low[i + 1 : i + 2] == ["of"] and i + 2 < len(self.low) else ""
        if word in _MANY and times in SCALES and self.low[i + 2].endswith("s"):
            return _MANY[word] * SCALES[times], i + 3, True  # "hundreds of thousands"
        if word in _INEXACT:
            return _INEXACT[word], i + 1, True
        if word in ("a", "one") and self.low[i + 1 : i + 2] and self.low[i + 1] in (*SCALES, "dozen"):
            return (SCALES | _FIXED)[self.low[i + 1]], i + 2, False
        if word == "dozen":
            return 12, i + 1, False
        if word == "half" and self.low[i + 1 : i + 2] == ["of"]:
            return 50, i + 1, False
        if (
            word == "half"
            and self.low[i + 1 : i + 2] == ["a"]
            and self.low[i + 2 : i + 3]
            and self.low[i + 2] in _ROUND
        ):
            return _ROUND[self.low[i + 2]] / 2, i + 3, False  # "half a million"
        return self._scaled(i)

    def _scaled(self, i: int) -> tuple[float, int, bool] | None:
        """Return the amount of a plain number with what multiplies it: "1.5 million", "forty-two", "12.7-billion", "80m"."""
        word, amount = self.low[i], self._plain(i)
        if amount is None:
            return None
        end = i + 1
        if word in NUMBER_TENS and self.low[end : end + 2][:1] == ["-"] and self._plain(end + 1) is not None:
            amount, end = amount + (self._plain(end + 1) or 0), end + 2
        if self.low[end : end + 1] == ["-"] and self.low[end + 1 : end + 2] and self.low[end + 1] in SCALES:
            end += 1  # "a 12.7-billion-peso deal"
        while end < len(self.low) and self.low[end] in _ROUND:
            amount, end = round(amount * _ROUND[self.low[end]], 2), end + 1
        short = self.low[end : end + 1]
        if short and short[0] in _SHORT_SCALES and (short[0] in ("bn", "mn", "tn") or self._is_money(i)):
            amount, end = round(amount * _SHORT_SCALES[short[0]], 2), end + 1  # "$80m"
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
        return any(tuple(self.low[max(0, i - len(p)) : i]) == p for p in (*LOWER, *UPPER))
