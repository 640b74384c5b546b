"""Two names: how near, and which word stands for which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.matching import How, Likeness
from onrecord.records.listings import PartyKind
from onrecord.screening.names import Name, Word
from onrecord.screening.tables import WordClass
from onrecord.screening.words import alike, resemblance

__all__ = ["ALONE_IN_BODY", "ALONE_IN_PERSON", "UNLIKE", "Compared", "Pair", "compare"]

LEAST = 0.55
"""Likeness below which two words are different words."""
_JOIN = 0.86
"""Likeness from which two words written as one are that one."""
_JOINED = 0.98
_JOINED_APART = 3
"""Letters by which two words written as one may be longer or shorter than that one."""
_SHARPNESS = 1.2
"""Power of the mean likeness: two middling words are worse than one."""
ALONE_IN_PERSON = (1.6, 0.22)
ALONE_IN_BODY = (1.2, 0.7)
"""What words without a partner cost: on both sides (a contradiction), on one side only (a longer form of the name)."""
UNLIKE = 0.6
"""Share of its weight that a word without a partner loses by its resemblance to one that has none either: Fazlur, Faisal."""
_MIDDLING, _MIDDLING_WEIGHT, _MIDDLING_COSTS = 0.7, 0.5, 0.92
"""A distinctive word that is a middling likeness makes the whole doubtful, however well the others fit."""
_OTHER_PLACE, _OTHER_TRADE, _OTHER_GENERATION = 0.7, 0.85, 0.5
_OTHER_FATHER = 0.75
"""What it costs that both names tell the father, or an initial, and not the same."""
_SIDES = frozenset({"east", "west", "north", "south", "upper", "lower", "new", "middle"})
"""Words that tell which of two of one name."""
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ONE_NAME, _ONE_NAME_TITLED = 0.66, 0.86
"""A person known by one of several names ("Putin") may be many people; "Mullah Omar" are fewer."""
_OTHER_NUMBER = 0.55
_MORE_NUMBERS = 0.85
_NO_FIRST, _NO_LAST, _SWAPPED = 0.82, 0.96, 0.78
"""What it costs a longer name of a person that its first word, its last, or the order is not the other's."""
_SHORT = 4
_ACRONYMS = {3: 0.66, 4: 0.8, 5: 0.88}
"""Score of an acronym that a list does not give, by its letters."""


class Pair(NamedTuple):
    """One word of either name that stand for each other; joined words have a space between them."""

    asked: str
    listed: str
    score: float
    how: How


@dataclass(frozen=True, slots=True)
class Compared:
    """How near two names are.

    Attributes:
        score: 0 to 1.
        pairs: words that stand for each other.
        only_asked: words of the first name without a partner.
        only_listed: words of the second.
        in_order: whether the partners stand in the same order.
    """

    score: float
    pairs: tuple[Pair, ...]
    only_asked: tuple[str, ...]
    only_listed: tuple[str, ...]
    in_order: bool


def compare(asked: Name, listed: Name) -> Compared:
    """Return how near a name is to another; the measure is symmetric.

    Args:
        asked: the name asked for.
        listed: the name on a list.
    """
    return _Comparison(asked, listed).result()


class _Comparison:
    """Partners are found best first; what stays alone counts against the pair."""

    def __init__(self, asked: Name, listed: Name) -> None:
        self.asked, self.listed = asked, listed
        self.mine, self.theirs = asked.words, listed.words
        self.free_a, self.free_b = set(range(len(self.mine))), set(range(len(self.theirs)))
        self.pairs: list[tuple[tuple[int, ...], tuple[int, ...], Likeness, float]] = []

    def result(self) -> Compared:
        self._pair_same_joined()
        self._pair_words()
        if self.free_a and self.free_b:
            self._pair_joined()
        score = self._score()
        acronym = self._acronym()
        if acronym > score:
            mine, theirs = (" ".join(w.text for w in words) for words in (self.mine, self.theirs))
            return Compared(acronym, (Pair(mine, theirs, acronym, How.ACRONYM),), (), (), in_order=True)
        pairs = tuple(
            Pair(_text(self.mine, a), _text(self.theirs, b), round(like.score, 4), like.how)
            for a, b, like, _ in sorted(self.pairs, key=lambda p: p[0])
        )
        order = [b for _, b, _, _ in sorted(self.pairs, key=lambda p: p[0])]
        return Compared(
            score,
            pairs,
            tuple(self.mine[i].text for i in sorted(self.free_a)),
            tuple(self.theirs[j].text for j in sorted(self.free_b)),
            order == sorted(order),
        )

    def _pair_same_joined(self) -> None:
        """Pair two or three neighbours with the one word they spell; before "SG" and "Development" find others."""
        for at, run, one in _spelt(self.mine, self.theirs):
            if one in self.free_b:
                self._take(tuple(range(at, at + run)), (one,), Likeness(_JOINED, How.JOINED))
        for at, run, one in _spelt(self.theirs, self.mine):
            if one in self.free_a:
                self._take((one,), tuple(range(at, at + run)), Likeness(_JOINED, How.JOINED))

    def _pair_words(self) -> None:
        found = []
        for i in sorted(self.free_a):
            a = self.mine[i]
            for j in self.free_b:
                b = self.theirs[j]
                like = alike(a, b)
                if like.score >= LEAST:
                    found.append((like.score + 0.01 * (a.weight + b.weight) - 0.0001 * abs(i - j), i, j, like))
        found.sort(key=lambda f: (-f[0], f[1], f[2]))
        for _, i, j, like in found:
            if i in self.free_a and j in self.free_b:
                self._take((i,), (j,), like)

    def _take(self, a: tuple[int, ...], b: tuple[int, ...], like: Likeness) -> None:
        weight = (sum(self.mine[i].weight for i in a) + sum(self.theirs[j].weight for j in b)) / 2
        self.free_a.difference_update(a)
        self.free_b.difference_update(b)
        self.pairs.append((a, b, like, weight))

    def _pair_joined(self) -> None:
        """Pair two neighbours with one word: "Haji Zadeh" and "Hajizadeh", "Xiao Ping" and "Xiaoping"."""
        for two, one in _joins(self.mine, self.free_a, self.theirs, self.free_b):
            self._take((two.at, two.at + 1), (one,), two.like)
        for two, one in _joins(self.theirs, self.free_b, self.mine, self.free_a):
            self._take((one,), (two.at, two.at + 1), two.like)

    def _score(self) -> float:
        matched = sum(p[3] for p in self.pairs)
        if not matched or not self.asked.weight or not self.listed.weight:
            return 0.0
        quality: float = (sum(p[2].score * p[3] for p in self.pairs) / matched) ** _SHARPNESS
        lone_a, lone_b = [self.mine[i] for i in self.free_a], [self.theirs[j] for j in self.free_b]
        alone_a = min(1.0, sum(self._lone(w, lone_b) for w in lone_a) / self.asked.weight)
        alone_b = min(1.0, sum(self._lone(w, lone_a) for w in lone_b) / self.listed.weight)
        both, one = ALONE_IN_PERSON if self._personal() else ALONE_IN_BODY
        if any(p[2].score < _MIDDLING and p[3] >= _MIDDLING_WEIGHT for p in self.pairs):
            quality *= _MIDDLING_COSTS
        less, more = sorted((alone_a, alone_b))
        score = quality * max(0.0, 1 - both * less) * max(0.0, 1 - one * (more - less))
        return round(score * self._numbers() * self._against() * self._names() * self._ends(), 4)

    def _lone(self, word: Word, others: Sequence[Word]) -> float:
        """Return how much a word without a partner counts: less, in a person's name, if another is not unlike it."""
        if not others or not _counts(word) or not self._personal():
            return word.weight
        return word.weight * (
            1 - UNLIKE * max((resemblance(word.text, o.text) for o in others if _counts(o)), default=0.0)
        )

    def _personal(self) -> bool:
        kinds = {self.asked.kind, self.listed.kind}
        if PartyKind.PERSON in kinds:
            return True
        if kinds - {None}:
            return False
        common = (WordClass.GENERIC, WordClass.LEGAL, WordClass.PLACE, WordClass.NUMBER)
        return not any(w.cls in common for w in (*self.mine, *self.theirs))

    def _against(self) -> float:
        """Return what it costs that both names say where, or what trade, and not the same; or which of two of one name."""
        if self._personal():
            ages = [{w.text for w in words if w.text in _GENERATIONS} for words in (self.mine, self.theirs)]
            cost = _OTHER_GENERATION if all(ages) and ages[0] != ages[1] else 1.0
            return cost * self._fathers()
        sides = [
            {words[i].text for i in free} & _SIDES
            for words, free in ((self.mine, self.free_a), (self.theirs, self.free_b))
        ]
        cost = _OTHER_PLACE if all(sides) else 1.0
        for cls, times in ((WordClass.PLACE, _OTHER_PLACE), (WordClass.GENERIC, _OTHER_TRADE)):
            mine = any(self.mine[i].cls is cls for i in self.free_a)
            cost *= times if mine and any(self.theirs[j].cls is cls for j in self.free_b) else 1.0
        return cost

    def _fathers(self) -> float:
        lone = [
            {w.cls if w.cls is WordClass.INITIAL else w.weight < 1 for w in (words[i] for i in free) if _named(w)}
            for words, free in ((self.mine, self.free_a), (self.theirs, self.free_b))
        ]
        return _OTHER_FATHER if all(lone) and any(WordClass.INITIAL in side or True in side for side in lone) else 1.0

    def _numbers(self) -> float:
        mine = any(self.mine[i].cls is WordClass.NUMBER for i in self.free_a)
        theirs = any(self.theirs[j].cls is WordClass.NUMBER for j in self.free_b)
        return _OTHER_NUMBER if mine and theirs else _MORE_NUMBERS if mine or theirs else 1.0

    def _names(self) -> float:
        """Return what it costs that one name alone is shared where either side has several."""
        if not self._personal():
            distinct = sum(p[3] for p in self.pairs if self.mine[p[0][0]].cls in (WordClass.NAME, WordClass.NUMBER))
            whole = min(self.asked.distinctive, self.listed.distinctive)
            return 1.0 if not whole or distinct >= 0.5 * whole else 0.6
        counted = (WordClass.NAME, WordClass.INITIAL)
        shared = sum(len(p[0]) + len(p[1]) > 2 or self.mine[p[0][0]].cls in counted for p in self.pairs)
        most = max(
            sum(w.cls in (WordClass.NAME, WordClass.INITIAL) for w in words) for words in (self.mine, self.theirs)
        )
        if shared >= 2 or most < 2 or self._whole():
            return 1.0
        return _ONE_NAME_TITLED if self._titled() else _ONE_NAME

    def _titled(self) -> bool:
        return any(self.mine[p[0][0]].cls is WordClass.TITLE for p in self.pairs)

    def _ends(self) -> float:
        """Return what it costs a person's longer name that its first word, or its last, is the one that is missing.

        A middle name is left out more often than a given name, and fathers and sons share all but the first. A swapped name
        is told by its being whole.
        """
        if not self._personal():
            return 1.0
        lone = [i for i in self.free_a if _counts(self.mine[i])], [j for j in self.free_b if _counts(self.theirs[j])]
        if bool(lone[0]) == bool(lone[1]):
            return 1.0
        words, alone = (self.mine, lone[0]) if lone[0] else (self.theirs, lone[1])
        counted = [k for k, word in enumerate(words) if _counts(word)]
        order = [p[1] for p in sorted(self.pairs, key=lambda p: p[0]) if _counts(self.mine[p[0][0]])]
        swapped = _SWAPPED if order != sorted(order) else 1.0
        return swapped * (
            _NO_FIRST if counted[0] in alone and not self._titled() else _NO_LAST if counted[-1] in alone else 1.0
        )

    def _whole(self) -> bool:
        return any(len(a) == len(self.mine) and len(b) == len(self.theirs) for a, b, _, _ in self.pairs)

    def _acronym(self) -> float:
        """Return the score of one name as the other's initials."""
        if self._personal() and PartyKind.PERSON in (self.asked.kind, self.listed.kind):
            return 0.0
        for short, long in ((self.mine, self.theirs), (self.theirs, self.mine)):
            heads = [w for w in short if w.cls is not WordClass.LEGAL]
            if len(heads) != 1 or len(long) < 2 or not heads[0].text.isalpha():
                continue
            letters = heads[0].text
            if all(w.cls is WordClass.NAME for w in long) and len(letters) <= _SHORT:
                continue  # three names of a person have initials too
            without = "".join(w.text[0] for w in long if w.cls not in (WordClass.STOP, WordClass.LEGAL))
            if letters in (without, "".join(w.text[0] for w in long if w.cls is not WordClass.STOP)):
                return _ACRONYMS.get(len(letters), 0.92 if len(letters) > _SHORT else 0.0)
        return 0.0


def _spelt(many: tuple[Word, ...], ones: tuple[Word, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield where neighbours begin that spell one word of another name, how many they are, and which word."""
    if len(many) < 2:
        return
    same = {w.text for w in many}
    places = {w.text: j for j, w in enumerate(ones) if len(w.text) > _SHORT and w.text not in same}
    texts = [w.written or w.text for w in many] if places else []
    for run in (3, 2):
        for at in range(len(texts) - run + 1):
            one = places.get("".join(texts[at : at + run]))
            if one is not None:
                yield at, run, one


class _Join(NamedTuple):
    at: int
    like: Likeness


def _joins(
    twos: tuple[Word, ...], free: set[int], ones: tuple[Word, ...], others: set[int]
) -> Iterator[tuple[_Join, int]]:
    """Yield neighbours without partners that one word of the other name is, as the sets stand when each is asked for."""
    for i in range(len(twos) - 1):
        if i not in free or i + 1 not in free:
            continue
        both = Word(twos[i].text + twos[i + 1].text, WordClass.NAME, 1.0, twos[i].bare)
        for j in sorted(others):
            if abs(len(both.text) - len(ones[j].text)) > _JOINED_APART and not (both.bare or ones[j].bare):
                continue
            like = alike(both, ones[j])
            if like.score >= _JOIN:
                yield _Join(i, Likeness(min(like.score, _JOINED), How.JOINED)), j
                break


def _counts(word: Word) -> bool:
    return word.cls is WordClass.NAME and word.weight == 1


def _named(word: Word) -> bool:
    return word.cls in (WordClass.NAME, WordClass.INITIAL)


def _text(words: tuple[Word, ...], which: tuple[int, ...]) -> str:
    return " ".join(words[i].text for i in which)
