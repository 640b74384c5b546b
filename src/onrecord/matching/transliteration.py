"""Any script in Latin letters: own tables where names need care, anyascii for every other character.

Cyrillic follows BGN/PCGN without its diacritics. Arabic and Persian are written without the vowels their script leaves out,
so that only consonants can be compared; Korean follows the Revised Romanization, its family names as they are usually
written; Chinese is pinyin with the family name set apart. Sources: UNGEGN reports on the status of romanization, 4 and 5.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from onrecord.matching.korean import hangul_word, is_hangul

__all__ = ["to_latin"]

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "w", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj",
    "ѕ": "dz", "ө": "o", "ү": "u", "ә": "a", "қ": "q", "ғ": "gh", "ң": "n", "ұ": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӯ": "u",
    "ӣ": "i",
}  # fmt: skip
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
    "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "w", "ه": "h",
    "ة": "h", "ۀ": "h", "ی": "y", "ي": "y", "ى": "a", "ئ": "y", "ؤ": "w", "ء": "", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n",
    "ھ": "h", "ہ": "h", "ے": "y", "ڤ": "v", "ـ": "",
}  # fmt: skip
_PERSIAN_LETTERS = re.compile("[پچژگیک]")
_PERSIAN = _ARABIC | {"ذ": "z", "ض": "z", "ث": "s", "و": "v"}
_ARABIC_WORD = re.compile(r"[\u0620-\u065f\u066e-\u06d3\u0670\ufb50-\ufdff\ufe70-\ufefc]+")
_FINAL_H = "هةۀہھ"
_GREEK = (
    ("ου", "u"), ("ού", "u"), ("αυ", "av"), ("αύ", "av"), ("ευ", "ev"), ("εύ", "ev"), ("μπ", "b"), ("γκ", "g"), ("γγ", "ng"),
    ("ντ", "d"), ("τζ", "tz"), ("η", "i"), ("ή", "i"), ("υ", "y"), ("ύ", "y"), ("χ", "ch"), ("β", "v"), ("ξ", "x"), ("φ", "f"),
)  # fmt: skip
"""What ELOT 743 writes, one sound by two letters where names need it; anyascii writes the others the same."""
_GREEK_WORD = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]+")
_MARKS = re.compile(r"[\u064b-\u065f\u0670\u06d6-\u06ed]")
_ARTICLE = re.compile(r"^(?:ال)(?=.{3,})")
_HAN_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]+")
_HANGUL_WORD = re.compile(r"[\uac00-\ud7a3]+")
_COMPOUND_SURNAMES = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 慕容 令狐 皇甫 尉迟 公孙 夏侯 东方 端木 司徒 南宫 独孤".split()  # noqa: SIM905
)
_PERSON_LENGTH = 4  # characters; a longer Chinese word is no person's name


def _cyrillic(char: str, *, ukrainian: bool) -> str | None:
    low = char.lower()
    if ukrainian and low in "ги":
        return "h" if low == "г" else "y"
    return _CYRILLIC.get(low)


def _arabic_word(word: str, *, persian: bool) -> str:
    """Return the consonants of a word and its written long vowels, with the article set apart."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", word))
    led = _ARTICLE.sub("", plain)
    table = _PERSIAN if persian else _ARABIC
    written = "".join(table.get(c, "") for c in led)
    if written[-1:] == "h" and plain[-1] in _FINAL_H and len(written) > 2 and written[-2] not in "aywv":
        written = f"{written[:-1]}ah"
    return f"al {written}" if led != plain and not persian else written


def _greek_word(word: str) -> str:
    low = word.lower()
    for greek, latin in _GREEK:
        low = low.replace(greek, latin)
    return low


def _han_word(word: str) -> str:
    """Return a Chinese word in pinyin: of a name's length, the family name apart from the given name."""
    read = [anyascii(c).strip().lower() for c in word]
    if not 2 <= len(word) <= _PERSON_LENGTH:
        return "".join(read)
    cut = 2 if word[:2] in _COMPOUND_SURNAMES and len(word) > 2 else 1
    return f"{''.join(read[:cut])} {''.join(read[cut:])}"


@lru_cache(maxsize=1 << 14)
def to_latin(text: str) -> str:
    """Return a text in ASCII letters, digits and marks; whatever the input, it never fails.

    Args:
        text: any text, of one or several scripts.
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFC", text)
    if _ARABIC_WORD.search(plain):
        persian = _PERSIAN_LETTERS.search(plain) is not None
        plain = _ARABIC_WORD.sub(lambda m: f" {_arabic_word(m[0], persian=persian)} ", plain)
    if any(is_hangul(c) for c in plain):
        plain = _HANGUL_WORD.sub(lambda m: f" {hangul_word(m[0])} ", plain)
    plain = _HAN_WORD.sub(lambda m: f" {_han_word(m[0])} ", plain)
    plain = _GREEK_WORD.sub(lambda m: _greek_word(m[0]), plain)
    ukrainian = _UKRAINIAN.search(plain) is not None
    parts = []
    for char in plain:
        known = None if char.isascii() else _cyrillic(char, ukrainian=ukrainian)
        parts.append(char if char.isascii() else known if known is not None else anyascii(char))
    return "".join(parts)
