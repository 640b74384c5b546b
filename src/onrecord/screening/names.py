"""A name as the words that count in it."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from onrecord.matching import fold, is_latin
from onrecord.records.listings import PartyKind
from onrecord.screening.tables import WordClass, tables

__all__ = ["Name", "Word", "parse_name", "words_of"]

WEIGHTS = {
    WordClass.NAME: 1.0,
    WordClass.GENERIC: 0.4,
    WordClass.PLACE: 0.45,
    WordClass.LEGAL: 0.05,
    WordClass.TITLE: 0.05,
    WordClass.PARTICLE: 0.1,
    WordClass.STOP: 0.03,
    WordClass.NUMBER: 0.7,
    WordClass.VESSEL: 0.03,
    WordClass.INITIAL: 0.35,
}
"""How much a word of each class counts, against a distinctive one. Chosen on aliases of the OFAC and UN lists."""
_ALWAYS = frozenset({WordClass.LEGAL, WordClass.STOP})
_OF_PERSONS = frozenset({WordClass.TITLE, WordClass.PARTICLE})
_OF_BODIES = frozenset({WordClass.GENERIC, WordClass.LEGAL, WordClass.PLACE, WordClass.STOP, WordClass.NUMBER})
_OF_VESSELS = frozenset({WordClass.VESSEL, WordClass.STOP, WordClass.NUMBER})
_NO_VOWELS = re.compile(r"[\u0590-\u06ff\u0e00-\u0e7f\ufb1d-\ufdff\ufe70-\ufefc]")
_SERVANT = re.compile(r"abd+(?:[aeiou]{1,2}h?)?(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|d(?=d)|t(?=t))?-?(?=.{3})")
_SERVANT_ALONE = frozenset(
    {"abd", "abdul", "abdel", "abdol", "abdal", "abdool", "abdoul", "abdu", "abdur", "abdus", "abder", "abduz"}
)
_NO_SERVANT = frozenset({"abdi", "abul", "abdula"})
_ARTICLES = frozenset({"al", "el", "ul", "ol", "ar", "as", "ash", "an", "az", "ad", "at", "ur", "us", "ud"})
_OF_FAITH = frozenset(
    {"din", "deen", "dine", "dien", "aldin", "eldin", "uddin", "eddin", "eddine", "addin", "aldeen", "uddeen"}
)
_SINGLE = re.compile(r"\b([A-Za-z])\.(?=\s*[A-Za-z])")
_ROMAN = frozenset({"ii", "iii", "iv", "vi", "vii", "viii", "ix"})
_ONE_LETTER = {"i": "1", "v": "5", "x": "10"}
"""Roman numbers of one letter, which in a ship's name stand for nothing else."""
_ORDINAL = re.compile(r"0*(\d+)(?:st|nd|rd|th)")
_MASKED = re.compile(r"[a-z0134578]*[a-z][0134578][a-z][a-z0134578]*|[0134578][a-z]{4,}|[a-z]{4,}[05]")
_UNMASKED = str.maketrans("0134578", "oleastb")
_APART = re.compile(r"(?<=\S)\s*\(([A-Za-z][A-Za-z.-]{1,6})\)\s*$|^\s*\(([A-Za-z][A-Za-z.-]{1,6})\)\s*(?=\S)")
"""An acronym in brackets beside the name it stands for; lists print it with the name or without."""
_TOO_MANY = 24  # words; what is longer is a sentence, and its first words are enough


_PATRONYMICS = (
    "ovich", "evich", "ovna", "evna", "ovych", "yovych", "ivna", "yevich", "yevna", "ogly", "oglu", "qizi", "qyzy",
    "ilyich", "ilich",
)  # fmt: skip
_OF_COMMON_WORDS = 0.8
"""Weight of a common word in a name that has no others."""
_PATRONYMIC = 0.4
"""Weight of a patronymic, which is often left out and shared by many."""


class Word(NamedTuple):
    """One word of a name.

    Attributes:
        text: folded; of a word in the dictionary, its canonical form.
        cls: what it tells.
        weight: how much it counts.
        bare: whether its script left the vowels out.
        written: folded as it stood, where the dictionary reads it otherwise; else empty.
    """

    text: str
    cls: WordClass
    weight: float
    bare: bool = False
    written: str = ""


class Name(NamedTuple):
    """A name, ready to be compared.

    Attributes:
        text: as given.
        kind: of what, if known.
        words: in the order read; a comma's surname goes last.
        weight: of all words.
        distinctive: weight of the words that are neither common nor particles.
    """

    text: str
    kind: PartyKind | None
    words: tuple[Word, ...]
    weight: float
    distinctive: float


def words_of(text: str, kind: PartyKind | None = None) -> list[str]:
    """Return the folded words of a name, its surname last, what several words mean together put into one."""
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii():
        known = tables()
        plain = known.native_pattern.sub(lambda m: f" {known.native[m[0]]} ", plain.casefold())
    if kind is PartyKind.PERSON or kind is None:
        plain = _SINGLE.sub(r"\1 ", plain)
    if kind is PartyKind.PERSON and plain.count(",") == 1:
        last, first = plain.split(",")
        plain = f"{first} {last}" if first.strip() else last
    if kind is not PartyKind.PERSON:
        plain = _APART.sub(lambda m: m[0] if (m[1] or m[2]).lower() in tables().words else " ", plain)
    folded = fold(plain)
    if kind is not PartyKind.PERSON:
        return _joined(_phrases_read(folded.split()[:_TOO_MANY]))
    return _joined(folded.split()[:_TOO_MANY])


def _phrases_read(words: list[str]) -> list[str]:
    """Put each phrase of the dictionary into what it reads, the longest first."""
    heads = tables().phrases
    out: list[str] = []
    k = 0
    while k < len(words):
        for phrase, reads in heads.get(words[k], ()):
            if tuple(words[k : k + len(phrase)]) == phrase:
                out += reads
                k += len(phrase)
                break
        else:
            out.append(_unmasked(words[k]))
            k += 1
    return out


def _unmasked(word: str) -> str:
    """Return a word whose letters are partly written as digits in letters: "gazpr0m"; numbers with letters stay ("an124")."""
    if word.isalpha() or not _MASKED.fullmatch(word):
        return word
    letters = sum(c.isalpha() for c in word)
    return word.translate(_UNMASKED) if letters > 2 * (len(word) - letters) else word


def _serves(word: str) -> bool:
    """Whether a word is "abdul" in any spelling, one slip included."""
    slipped = word.startswith("a") and 3 < len(word) < 7 and OSA.distance(word, "abdul", score_cutoff=1) == 1
    return word in _SERVANT_ALONE or (slipped and word not in _NO_SERVANT)


def _joined(words: list[str]) -> list[str]:
    """Put "abd al rahman", "abdul rahman" and "nasr al din" together; every spelling comes out alike."""
    if len(words) > 1 and words[-1] in _SERVANT_ALONE and len(words[0]) > 2 and words[0] not in _ARTICLES:
        words = [words[-1], *words[:-1]]  # "Rahman Abdul" is "Abdul Rahman" with its last word first
    out: list[str] = []
    k = 0
    while k < len(words):
        word, rest = words[k], words[k + 1 :]
        skip = 1 if rest and rest[0] in _ARTICLES and len(rest) > 1 else 0
        if _serves(word) and len(rest) > skip and len(rest[skip]) > 2:
            out.append("abd" + rest[skip])
            k += 2 + skip
        elif word.startswith("abd") and len(word) > 6 and (found := _SERVANT.match(word)):
            out.append("abd" + word[found.end() :])
            k += 1
        elif out and (word in _OF_FAITH or (word in _ARTICLES and rest and rest[0] in _OF_FAITH)):
            out[-1] += "din"
            k += 1 if word in _OF_FAITH else 2
        else:
            out.append(word)
            k += 1
    return out


@lru_cache(maxsize=1 << 15)
def parse_name(text: str, kind: PartyKind | None = None) -> Name:
    """Return a name as the words that count in it.

    Args:
        text: the name in any script, as written.
        kind: of what, if known; in a person's name "General" is no common word, in a company's it is.
    """
    bare = _NO_VOWELS.search(text) is not None and not is_latin(text)
    found = [_word(w, kind, bare=bare) for w in words_of(text, kind)]
    if kind is not PartyKind.PERSON:
        found = _letters_together(found)
    if not any(w.cls in (WordClass.NAME, WordClass.NUMBER) for w in found):
        # "General Trading Company": nothing but common words, so they are the name.
        found = [_as_name(w) for w in found]
    weight = sum(w.weight for w in found)
    distinctive = sum(w.weight for w in found if w.cls in (WordClass.NAME, WordClass.NUMBER))
    return Name(text, kind, tuple(found), weight, distinctive)


def _as_name(word: Word) -> Word:
    if word.cls in (WordClass.LEGAL, WordClass.STOP, WordClass.INITIAL):
        return word
    return word._replace(weight=max(word.weight, _OF_COMMON_WORDS))


@lru_cache(maxsize=1 << 16)
def _word(text: str, kind: PartyKind | None, *, bare: bool) -> Word:
    if text.isdigit():
        return Word(text.lstrip("0") or "0", WordClass.NUMBER, WEIGHTS[WordClass.NUMBER])
    if ordinal := _ORDINAL.fullmatch(text):
        return Word(ordinal[1], WordClass.NUMBER, WEIGHTS[WordClass.NUMBER])
    if kind is PartyKind.VESSEL and text in _ONE_LETTER:
        return Word(_ONE_LETTER[text], WordClass.NUMBER, WEIGHTS[WordClass.NUMBER])
    known = tables()
    cls, reads = known.words.get(text) or known.slipped(text, person=kind is PartyKind.PERSON) or (WordClass.NAME, text)
    if len(text) == 1 and cls is not WordClass.STOP:
        return Word(text, WordClass.INITIAL, WEIGHTS[WordClass.INITIAL])
    if text in _ROMAN and kind is PartyKind.PERSON:
        return Word(text, WordClass.TITLE, WEIGHTS[WordClass.TITLE])
    if not _applies(cls, text, kind):
        if len(text) == 1:
            return Word(text, WordClass.INITIAL, WEIGHTS[WordClass.INITIAL])
        fathers = kind in (PartyKind.PERSON, None) and len(text) > 6 and text.endswith(_PATRONYMICS)
        return Word(text, WordClass.NAME, _PATRONYMIC if fathers else 1.0, bare)
    return Word(reads, cls, WEIGHTS[cls], bare, text if text != reads else "")


def _applies(cls: WordClass, text: str, kind: PartyKind | None) -> bool:
    if cls is WordClass.NAME:
        return False
    if kind is PartyKind.PERSON:
        return cls in _OF_PERSONS or (cls is WordClass.STOP and text in ("the", "of", "and"))
    if kind in (PartyKind.VESSEL, PartyKind.AIRCRAFT):
        return cls in _OF_VESSELS or cls is WordClass.PARTICLE
    if kind is PartyKind.ORGANISATION:
        return cls in _OF_BODIES or cls is WordClass.PARTICLE
    return cls is not WordClass.VESSEL and not (cls is WordClass.NUMBER and text not in _ROMAN)


def _letters_together(words: list[Word]) -> list[Word]:
    """Write "I R G C" in one; letters that stand alone in a body's name are initials of nothing."""
    out: list[Word] = []
    run = ""
    for word in [*words, None]:
        if word is not None and word.cls is WordClass.INITIAL:
            run += word.text
            continue
        if len(run) > 1:
            cls, reads = tables().words.get(run, (WordClass.NAME, run))
            known = cls if cls is WordClass.LEGAL else WordClass.NAME
            out.append(Word(reads if known is cls else run, known, WEIGHTS[known]))
        elif run:
            out.append(Word(run, WordClass.INITIAL, WEIGHTS[WordClass.INITIAL]))
        run = ""
        if word is not None:
            out.append(word)
    return out
