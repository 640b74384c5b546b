"""Which names name the same: "Volodymyr Zelensky", "Mr Zelensky", "Rapid Support Forces (RSF)" and "RSF"."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from onrecord.reading.coreference.mentions import Found
from onrecord.reading.coreference.tables import GROUPS, TITLES
from onrecord.reading.coreference.tree import Tree
from onrecord.records import EntityKind, Parse
from onrecord.registers import given_names

__all__ = ["NameCluster", "fold", "gather"]

_PARTICLES = frozenset(["al", "el", "the", "of", "and", "for", "de", "la", "van", "von", "bin", "ibn", "ben"])
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))
_PLACING = frozenset(("in", "at", "near", "to", "from", "into", "across", "outside", "inside", "around", ",", "-"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’", "‘s"))
TRIED = 30
"""Fuller names one name is held against; more only share a word in lists, and time must not grow with their square."""
_NO_LETTERS = re.compile(r"[\W_]+")
_DOUBLED = re.compile(r"([a-z])\1")
_Y_ENDING = re.compile(r"(?:iy|ij|yy|ii|y|i)$")
_ALIASES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("us", "usa", "america", "united states of america"), "united states")
    | dict.fromkeys(("uk", "britain", "great britain"), "united kingdom")
    | dict.fromkeys(
        (
            "irgc",
            "revolutionary guard",
            "revolutionary guards",
            "revolutionary guard corps",
            "revolutionary guards corps",
            "islamic revolutionary guards corps",
        ),
        "islamic revolutionary guard corps",
    )
    | {"un": "united nations", "eu": "european union", "uae": "united arab emirates", "prc": "china"}
)
"""Short forms that no text explains."""


@dataclass(slots=True)
class NameCluster:
    """Names of one entity.

    Attributes:
        key: folded words of the fullest name.
        mentions: places of the mentions among all that were found.
        kinds: how many mentions are of which kind.
        told: genders that titles tell.
        gender: "f", "m" or "", once all names are gathered.
    """

    key: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    kinds: Counter[EntityKind] = field(default_factory=Counter)
    told: set[str] = field(default_factory=set)
    gender: str = ""

    @property
    def kind(self) -> EntityKind:
        """The kind most mentions have; of equals no person, for the model takes places that act for people."""
        return max(self.kinds, key=lambda k: (self.kinds[k], k is not EntityKind.PERSON))


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return a word without case, marks and the letters that ways of transliterating differ in: Zelenskyy, Zelensky."""
    plain = _NO_LETTERS.sub(
        "", "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    )
    if not plain.isascii() or len(plain) < 5:
        return plain
    return _Y_ENDING.sub("y", _DOUBLED.sub(r"\1", plain))


def _placed(parse: Parse, mention: Found) -> bool:
    """Whether a name stands where only places do: "in Austin"."""
    return mention.span[0] > 0 and parse.words[mention.span[0] - 1].lower() in _PLACING


def gather(tree: Tree, found: Sequence[Found]) -> tuple[list[NameCluster], dict[int, int]]:
    """Cluster the names of a text, fullest names first, so that a headline's "Lane" finds the body's "Karin Lane".

    Returns:
        The clusters, and the number of each name's cluster by the name's place in ``found``.
    """
    return _Gathering(tree, found).run()


class _Gathering:
    def __init__(self, tree: Tree, found: Sequence[Found]) -> None:
        self.tree, self.found = tree, found
        self.clusters: list[NameCluster] = []
        self.of: dict[int, int] = {}
        self.by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.by_token: dict[str, list[int]] = defaultdict(list)
        self.acronyms: dict[str, int] = {}
        self.ends: dict[int, int] = {}

    def run(self) -> tuple[list[NameCluster], dict[int, int]]:
        names = [n for n, m in enumerate(self.found) if m.kind is not None]
        keys = {n: self._key(self.found[n]) for n in names}
        # Longest first; of equally long ones the earliest, so that the answer does not hang on anything else.
        for n in sorted(names, key=lambda n: (-len(keys[n]), n)):
            self._place(n, keys[n])
        for cluster in self.clusters:
            cluster.mentions.sort()
            cluster.gender = self._gender(cluster)
        return self.clusters, self.of

    def _key(self, mention: Found) -> tuple[str, ...]:
        words = self.tree.parse.words[mention.span[0] : mention.span[1]]
        tokens = [fold(w) for w in words if w not in _POSSESSIVE and w.casefold() != "the"]
        while len(tokens) > 1 and tokens[0] in TITLES:
            tokens.pop(0)
        while len(tokens) > 2 and tokens[-1] in _SUFFIXES:
            tokens.pop()
        tokens = [t for t in tokens if t] or [" ".join(words).casefold()]
        alias = _ALIASES.get(" ".join(tokens))
        return tuple(alias.split()) if alias else tuple(tokens)

    def _place(self, n: int, key: tuple[str, ...]) -> None:
        mention = self.found[n]
        number = self._same(n, key)
        if number is None:
            number = len(self.clusters)
            self.clusters.append(NameCluster(key))
            self._learn_acronym(key, number)
            for token in set(key) - _PARTICLES:
                self.by_token[token].append(number)
        if number not in self.by_key[key]:
            self.by_key[key].append(number)
        cluster = self.clusters[number]
        cluster.mentions.append(n)
        assert mention.kind is not None
        cluster.kinds[mention.kind] += 1
        if mention.gender:
            cluster.told.add(mention.gender)
        self.of[n] = number
        self.ends[mention.span[1]] = number

    def _learn_acronym(self, key: tuple[str, ...], number: int) -> None:
        words = [t for t in key if t not in _PARTICLES]
        if len(words) > 1:
            self.acronyms.setdefault("".join(w[0] for w in words), number)
            self.acronyms.setdefault("".join(w[0] for w in key), number)

    def _same(self, n: int, key: tuple[str, ...]) -> int | None:
        """Return the cluster a name belongs to: the same words, an acronym, or a part of a fuller name."""
        mention = self.found[n]
        exact = [c for c in self.by_key.get(key, ()) if self._may_be(mention, c, exact=True)]
        if exact:
            return self._nearest(n, exact)
        word = self.tree.parse.words[mention.span[0]]
        if len(key) == 1 and len(word) > 1 and word.isupper() and mention.kind is not EntityKind.PERSON:
            number = self._explained(n)
            number = self.acronyms.get(key[0]) if number is None else number
            if number is not None and self.clusters[number].kind is not EntityKind.PERSON:
                return number
        fuller = [
            c
            for c in self.by_token.get(key[-1], [])[-TRIED:]
            if self._may_be(mention, c) and self._part_of(mention, key, c)
        ]
        if not fuller and len(key) == 1 and mention.gender:
            # "Mr Borrell" of Josep Borrell Fontelles: the first of two surnames
            fuller = [
                c
                for c in self.by_token.get(key[0], [])[-TRIED:]
                if self._may_be(mention, c) and self._middle_of(key[0], c)
            ]
        if not fuller and len(key) == 1:
            fuller = [
                c
                for c in self.by_token.get(key[0], [])[-TRIED:]
                if self._may_be(mention, c) and self._first_of(key[0], c)
            ]
        # "Defence Ministry" may be any country's, unless the text has only one.
        if len(fuller) > 1 and mention.kind is EntityKind.ORGANISATION and key[-1] in GROUPS:
            return None
        return self._nearest(n, fuller) if fuller else None

    def _explained(self, n: int) -> int | None:
        """Return the name that an acronym in brackets stands behind: "Rapid Support Forces (RSF)"."""
        start = self.found[n].span[0]
        return self.ends.get(start - 1) if start > 1 and self.tree.parse.words[start - 1] in {"(", "["} else None

    def _may_be(self, mention: Found, number: int, exact: bool = False) -> bool:
        """Whether kinds and genders fit; the same words may differ in kind unless a place is called like a person."""
        cluster = self.clusters[number]
        if mention.kind is not cluster.kind and not exact:
            if mention.kind is EntityKind.PLACE and cluster.kind is EntityKind.PERSON:
                return len(cluster.key) > 1 and not _placed(self.tree.parse, mention)
            return (
                mention.person
                and not mention.group
                and bool(mention.gender or mention.roles)
                and cluster.kind is EntityKind.PERSON
            )
        if {mention.kind, cluster.kind} == {EntityKind.PLACE, EntityKind.PERSON}:
            # Of one word without a title the model is sometimes wrong: "Kyiv rejected" is no person's doing.
            return len(cluster.key) == 1 and not cluster.told and not mention.gender and not mention.roles
        return not mention.gender or not cluster.told or mention.gender in cluster.told

    def _part_of(self, mention: Found, key: tuple[str, ...], number: int) -> bool:
        """Whether a name's words are some of a fuller name's: the surname of a person, two words or a telling one of a body."""
        full = self.clusters[number].key
        rest = iter(full)
        if not all(any(t == u or (len(t) == 1 and u.startswith(t)) for u in rest) for t in key):
            return False
        if mention.person or mention.kind is EntityKind.PLACE:
            return full[-1] == key[-1]
        return mention.kind is EntityKind.ORGANISATION and (
            len(key) > 1 or (key[0] == full[0] and key[0] not in GROUPS)
        )

    def _middle_of(self, token: str, number: int) -> bool:
        cluster = self.clusters[number]
        return cluster.kind is EntityKind.PERSON and len(cluster.key) > 2 and token == cluster.key[-2]

    def _first_of(self, token: str, number: int) -> bool:
        """Whether one word is how a fuller name begins: "Xi" for Xi Jinping, "Hillary", "Lockheed"."""
        return self.clusters[number].key[0] == token and self.clusters[number].kind is not EntityKind.PLACE

    def _nearest(self, n: int, numbers: Sequence[int]) -> int:
        """Return the cluster last mentioned before a name, or else the first mentioned after it."""
        if len(numbers) == 1:
            return numbers[0]

        def distance(number: int) -> tuple[bool, int]:
            before = [m for m in self.clusters[number].mentions if m < n]
            return (False, n - max(before)) if before else (True, min(self.clusters[number].mentions) - n)

        return min(numbers, key=distance)

    def _gender(self, cluster: NameCluster) -> str:
        """Return what titles and roles beside any of the names tell, or else the given name."""
        told = Counter(self.found[m].gender for m in cluster.mentions if self.found[m].gender)
        if told:
            return max(told, key=lambda g: told[g])
        if cluster.kind is EntityKind.PLACE:
            return ""
        genders = given_names()
        for m in cluster.mentions:
            start, end = self.found[m].span
            words = self.tree.parse.words[start:end]
            hyphened = "".join(words[:3]).lower() if len(words) > 3 and words[1] == "-" else ""
            gender = genders.get(hyphened) or genders.get(words[0].lower())
            # One word alone may be a surname: "Scott", "Howard"; few surnames are women's names.
            if gender and (len(words) > 1 or gender == "f"):
                return gender
        return ""
