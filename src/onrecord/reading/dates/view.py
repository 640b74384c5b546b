"""A text as the rules for time expressions look at it: small pieces, lower case, with the layers they need at hand."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from onrecord.reading.dates.periods import Direction, Grain, Period, Recurring, nothing
from onrecord.reading.dates.tense import Tenses
from onrecord.reading.dates.words import NUMBER_TENS, NUMBERS, ORDINALS
from onrecord.records import Parse
from onrecord.records.values import EntityKind

__all__ = ["DASHES", "Match", "View"]

DASHES = frozenset("-–—‑−")
CUT_AFTER = frozenset(
    (
        "mid",
        "early",
        "late",
        "end",
        "pre",
        "post",
        "year",
        "first",
        "second",
        "third",
        "fourth",
        "final",
        "last",
        "twenty",
        "short",
        "long",
        "near",
    )
)
"""First parts of words with a dash that are looked at piece by piece, beside numbers."""

LONG_AGO, SOON = 300, 60
"""Days: "the planned 3 May vote" of a text from April is not that of last year."""
MARGIN = 12
"""Empty pieces after the last, so that rules may look a few places ahead without asking."""


@dataclass(frozen=True, slots=True)
class Match:
    """A time expression from the piece asked about to ``end``, exclusive.

    Attributes:
        end: one past the last piece.
        value: what it means; one that recurs still waits for its tense.
        edge: "start" or "end" where it names the beginning or the end of a period, else "".
    """

    end: int
    value: Period | Recurring
    edge: str = ""


class View:
    """Pieces of a text and what is known about it.

    Attributes:
        low: the pieces, lower case; "" stands between sentences and at both ends, so that no rule looks across.
        at: number of each piece's word.
        today: publication day, if known.
    """

    def __init__(self, parse: Parse, today: date | None) -> None:
        """Cut the words into pieces."""
        self.parse, self.today = parse, today
        self.low, self.at = [""], [0]
        self._mentioned = dict[Grain, tuple[int, Period]]()
        self._count = 0
        self._tenses: Tenses | None = None
        self._named: dict[int, EntityKind] | None = None
        low, at = self.low, self.at
        for a, b in parse.sentences:
            for i in range(a, b):
                word = parse.words[i].lower()
                if word.isalpha() or (word.isalnum() and word[:2] != "fy"):
                    low.append(word)
                    at.append(i)
                else:
                    pieces = _pieces(word.replace("’", "'"))
                    low += pieces
                    at += [i] * len(pieces)
            low.append("")
            at.append(b)
        self.low += [""] * MARGIN
        self.at += [len(parse.words)] * MARGIN

    def has(self, i: int, *words: str) -> bool:
        """Whether these pieces stand from here on."""
        return all(self.low[k] == w if k < len(self.low) else False for k, w in enumerate(words, start=i))

    def is_in(self, i: int, words: Collection[str]) -> bool:
        """Whether a piece is one of these words."""
        return 0 <= i < len(self.low) and self.low[i] in words

    def skip(self, i: int, words: Collection[str]) -> int:
        """Return the next place, or the one after it if one of these words stands there."""
        return i + 1 if self.is_in(i, words) else i

    def word(self, i: int) -> str:
        """Return a piece's word as it is written."""
        return self.parse.words[self.at[i]] if self.low[i] else ""

    def upos(self, i: int) -> str:
        """Return the part of speech of a piece's word, "" between sentences."""
        return self.parse.upos[self.at[i]] if 0 <= i < len(self.low) and self.low[i] else ""

    def capital(self, i: int) -> bool:
        """Whether a piece is written with a capital (a word in pieces: anywhere)."""
        word = self.word(i)
        return word[:1].isupper() or (any(c in DASHES for c in word) and word.lower() != word)

    def named(self, i: int, kind: EntityKind) -> bool:
        """Whether a piece belongs to a name of a kind."""
        if self._named is None:
            self._named = {k: n.kind for n in self.parse.names for k in range(n.start, n.end)}
        return self._named.get(self.at[i]) is kind

    def modifies_noun(self, start: int, end: int) -> bool:
        """Whether pieces only qualify a noun after them: "the 2015 deal", "Thursday's vote"."""
        if self.is_in(end, ("'s", "'")):
            return True
        first, last = self.at[start], self.at[end - 1] + 1
        for i in range(first, last):
            head = self.parse.heads[i]
            if head is not None and last <= head < last + 4 and self.parse.upos[head] in ("NOUN", "PROPN"):
                return self.parse.relations[i].split(":")[0] in ("compound", "nummod", "amod", "nmod", "det")
        return False

    def direction(self, start: int, end: int, default: Direction) -> Direction:
        """Return whether pieces hang on something past or to come."""
        if self._tenses is None:
            self._tenses = Tenses(self.parse)
        return self._tenses.direction(self.at[start], self.at[end - 1] + 1) or default

    def settle(self, start: int, match: Match, default: Direction = "past") -> Period:
        """Return the period a match means, by the tense it stands in."""
        if isinstance(match.value, Period):
            return match.value
        way = self.direction(start, match.end, default)
        found = match.value.near(self.today, way)
        if way == "past" and self.today and found.last and (self.today - found.last).days > LONG_AGO:
            return self._nearer(start, match, found)
        return found

    def _nearer(self, start: int, match: Match, past: Period) -> Period:
        """Return the coming one instead of one almost a year ago, where only a noun says that it is past."""
        assert self.today is not None
        assert self._tenses is not None
        assert isinstance(match.value, Recurring)
        if self._tenses.certain(self.at[start], self.at[match.end - 1] + 1):
            return past
        coming = match.value.near(self.today, "future")
        return coming if coming.first and (coming.first - self.today).days < SOON else past

    def last_mentioned(self, grain: Grain) -> Period | None:
        """Return the last time mentioned that is at least as fine as a grain."""
        fine = [told for g, told in self._mentioned.items() if g <= grain]
        return max(fine, key=lambda told: told[0])[1] if fine else None

    def mention(self, period: Period) -> None:
        """Keep a time for what counts from it."""
        if period.last:
            self._mentioned[period.grain] = (self._count, period)
            self._count += 1

    def unknown(self) -> Period:
        """Return a time that gives no interval."""
        return nothing()

    def number(self, i: int) -> tuple[int, int] | None:
        """Return where a whole number written from here on ends, and the number."""
        word = self.low[i] if i < len(self.low) else ""
        if word.isascii() and word.isdigit():
            return (i + 1, int(word)) if len(word) <= 5 else None
        if word in NUMBER_TENS:
            k = self.skip(i + 1, DASHES)
            rest = NUMBERS.get(self.low[k], 0)
            if 0 < rest < 10 and self.low[k] not in ("a", "an"):
                return k + 1, NUMBER_TENS[word] + rest
            return i + 1, NUMBER_TENS[word]
        if word in ("a", "an") and self.is_in(i + 1, ("dozen", "hundred")):
            return i + 2, NUMBERS[self.low[i + 1]]
        return (i + 1, NUMBERS[word]) if word in NUMBERS else None

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """Return where an ordinal ("3rd", "third", "twenty-fifth") ends, and its number."""
        word = self.low[i] if i < len(self.low) else ""
        if word in ORDINALS:
            return i + 1, ORDINALS[word]
        if word in NUMBER_TENS:
            k = self.skip(i + 1, DASHES)
            rest = ORDINALS.get(self.low[k], 0)
            return (k + 1, NUMBER_TENS[word] + rest) if 0 < rest < 10 else None
        digits = word[:-2]
        if word[-2:] in ("st", "nd", "rd", "th") and digits.isascii() and digits.isdigit() and len(digits) <= 3:
            return i + 1, int(digits)
        return None


def _pieces(word: str) -> tuple[str, ...]:
    """Cut what words already cut may leave whole: "mid-2021", "2021-09-13", "third-quarter", "FY2023"."""
    if len(word) > 1 and word[-1] == ".":
        word = word[:-1]
    if len(word) < 4:
        return (word,)
    if word.startswith("fy") and word[2:].isascii() and word[2:].isdigit():
        return "fy", word[2:]
    mark = next((c for c in word if c in DASHES), "")
    if not mark:
        return (word,)
    parts = word.split(mark)
    known = parts[0] in CUT_AFTER or parts[0][:1].isdigit() or parts[0] in NUMBERS or parts[-1][:1].isdigit()
    if len(parts) > 4 or not all(parts) or not known:
        return (word,)
    pieces = [parts[0]]
    for part in parts[1:]:
        pieces += (mark, part)
    return tuple(pieces)
