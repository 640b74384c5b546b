"""Cutting a text into words as Universal Dependencies' English treebanks (EWT, GUM) do."""

import re
from functools import cache, lru_cache

from onrecord.reading.abbreviations import abbreviations, keeps_dot
from onrecord.records import Span

__all__ = ["MAX_WORD", "cut"]

MAX_WORD = 100
"""Longest word in code points; only addresses may be longer (scripts without spaces are cut here)."""

# What never starts a word of its own: combining marks, vowel signs, joiners, direction marks, variation selectors.
_MARK = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u0816-\u082d\u0859-\u085b"
    "\u0898-\u08ff\u0900-\u0963\u0966-\u0df3\u0e00-\u0e3e\u0e40-\u0f03\u0f18-\u109f\u135d-\u135f\u1712-\u1734"
    "\u1752\u1753\u1772\u1773\u1780-\u17d3\u17d7-\u17ff\u180b-\u180f\u1920-\u193b\u1a17-\u1a1b\u1ab0-\u1aff\u1b00-\u1b44"
    "\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua66f-\ua672"
    "\ua674-\ua67d\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U0001f3fb-\U0001f3ff\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
_W = rf"[\w{_MARK}]"
_LETTER = r"[^\W\d_]"
_MODIFIER = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff]"
_NOT_URL = r"\s<>\"“”«»"
_URL_END = rf"[^{_NOT_URL}.,;:!?'’)\]]"

# Treebank counts of "prefix-word" left whole against split: non 63:1, e 51:0, re 29:0, anti 23:0, co 22:1, mid 20:0,
# pro 18:0, cross 17:0, post 11:1; against self 0:39, all 0:17, pan 5:10, vice 2:3.
_ANY_PREFIX = "anti|non|pro|pre|post|mid|ex|counter|cross|semi|neo|arch"
_LOWER_PREFIX = "co|re|e|multi|sub|over|ultra|un|inter|intra|extra|super|mini|micro|psycho|socio|bi"
_UNIT = (
    "am|pm|a\\.m|p\\.m|km|kg|mm|cm|nm|m|k|b|ft|mg|ml|bn|mn|tn|mb|gb|tb|mph|kph|kw|mw|gw|kwh|kt|lbs?|hrs?|mins?|secs?|x|p|"
    "hz|khz|mhz|ghz|AM|PM|MW|GW|MB|GB|TB|KM|K|M|B|C|MPH|Hz|kHz|MHz|GHz|kW|kWh"
)
_DOMAIN = "com|org|net|gov|edu|mil|info|biz|io|tv|uk|ru|ir|ua|fr|eu|cn|au|ca|il|nz|jp|tw|news"
_FILE = "html?|pdf|docx?|xlsx?|csv|txt|jpe?g|png|exe|zip"
_FUSED = "do|does|did|is|are|was|were|has|have|had|could|would|should|ai"


def _addresses() -> str:
    return rf"""
    (?:https?|ftp)://[^{_NOT_URL}]{{0,2000}}{_URL_END}
  | (?:www\.|mailto:)[^{_NOT_URL}]{{0,2000}}{_URL_END}
  | [A-Za-z0-9_.+-]{{1,64}}@[A-Za-z0-9_-]{{1,64}}(?:\.[A-Za-z0-9_-]{{1,64}}){{1,6}}
  | (?:[A-Za-z0-9_-]{{1,63}}\.){{1,6}}(?i:{_FILE}|com|org|net)(?!{_W})(?:/[^{_NOT_URL}]{{0,500}}{_URL_END})?
  | (?:[A-Za-z0-9_-]{{1,63}}\.){{1,6}}(?:{_DOMAIN})(?!{_W})(?:/[^{_NOT_URL}]{{0,500}}{_URL_END})?
  | @(?=\w)\w{{1,99}}
  | \#(?=\d{{0,9}}{_LETTER}){_W}{{1,99}}
"""


def _numbers() -> str:
    return rf"""
    (?<!{_W})\+\d{{1,15}}(?:-\d{{2,5}}){{0,4}}(?!{_W})
  | (?<!{_W})(?:\d{{1,3}}[-.])?\d{{3}}[-.]\d{{3}}[-.]\d{{4}}(?!{_W})
  | (?<![\w-])\d{{3}}-\d{{4}}(?![\w-])
  | (?<![\w/])\d{{1,4}}/\d{{1,2}}/\d{{1,4}}(?![\w/])
  | (?<![\w/])\d{{1,2}}/\d{{1,2}}(?![\w/])
  | \d{{1,2}}:\d\d(?::\d\d)?(?!\d)
  | (?<![\w.])\.\d{{1,30}}(?![\w.])
  | \d{{1,3}}(?:,\d{{2,3}}){{0,9}},\d{{3}}(?:\.\d{{1,30}})?(?:th|st|nd|rd)?(?!\d)
  | \d{{1,20}}(?:\.\d{{1,15}}){{1,5}}
  | \d{{1,50}}(?=(?:{_UNIT})(?!{_W}))
  | (?<!{_W})(?:\d{{1,3}}0['’]s|['’]?\d\d['’]?s)(?!{_W})
"""


def _contractions() -> str:
    return rf"""
    (?<!{_W})(?i:can)(?=(?i:not)(?!{_W}))
  | (?<!{_W})(?i:gon|wan)(?=(?i:na)(?!{_W}))
  | (?<!{_W})(?i:got|lot|out)(?=(?i:ta)(?!{_W}))
  | (?<!{_W})(?i:kind)(?=(?i:a)(?!{_W}))
  | (?<!{_W})(?i:{_FUSED})(?=(?i:nt)(?!{_W}))
  | (?<!{_W})[A-Za-z]{{1,12}}?(?=(?i:n['’]t)(?!{_W}))
  | (?i:n['’]t)(?!{_W})
  | (?<=[\w{_MARK}.%)\]"”])['’](?i:s|m|re|ve|ll|d)(?!{_W})
  | (?<!\S)['’](?i:s|m|re|ve|ll|d)(?!{_W})
  | (?<!{_W})['’](?:\d\ds?|(?i:em|til|tis|twas|cause|cuz|bout))(?!{_W})
  | (?<!{_W})['’][nN]['’](?!{_W})
"""


def _names() -> str:
    known = "|".join(re.escape(name) for name in sorted(abbreviations(), key=lambda name: (-len(name), name)))
    return rf"""
    (?<!{_W})(?:{known})(?![a-z0-9])
  | (?<!{_W})(?:{_LETTER}\.){{2,10}}(?:(?!{_W})|(?=[A-Z][a-z]))
  | (?<!{_W})(?:[A-Za-z]\.){{1,9}}[A-Za-z](?!{_W})
  | (?<![\w{_MARK}.])[A-Z]\.(?=\Z|["'”’),]|[A-Z][a-z])
  | (?<!{_W})[A-Za-z]{{1,4}}&[A-Z]{{1,3}}(?!{_W})
  | (?<![\w{_MARK}.-])(?i:{_ANY_PREFIX})-(?=\w)(?!\d{{1,3}}(?!\w)){_W}{{1,50}}
  | (?<![\w{_MARK}.-])(?i:{_LOWER_PREFIX})-(?=[a-z]){_W}{{1,50}}
"""


def _runs() -> str:
    repeated = " | ".join(rf"{mark}{{2,{MAX_WORD}}}" for mark in (r"\.", "-", "=", r"\*", "~", r"\#", "_"))
    return rf"""
    [:;=]-?[()DP](?!{_W})
  | [!?]{{1,{MAX_WORD}}} | {repeated}
  | `` | '' | ’’ | ‘‘ | << | >>
  | [\U0001f1e6-\U0001f1ff]{{2}}
  | {_EMOJI}{_MODIFIER}{{0,6}}(?:\u200d{_EMOJI}{_MODIFIER}{{0,6}}){{0,10}}[{_MARK}]{{0,9}}
"""


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of one word.

    Every repetition is bounded, so that no text takes more than linear time.
    """
    elided = rf"(?:['’](?!(?i:s|m|re|ve|ll|d|t)(?!{_W}))(?={_LETTER}){_W}{{1,30}}){{1,2}}"
    word = rf"{_LETTER}{_W}{{0,37}}{elided} | {_W}{{1,{MAX_WORD}}} | .[{_MARK}]{{0,99}}"
    parts = (_addresses(), _numbers(), _contractions(), _names(), _runs(), word)
    return re.compile("|".join(parts), re.VERBOSE | re.DOTALL)


_CHUNK = re.compile(r"\S+")
_LONGEST_KEPT = 40
_BETWEEN = frozenset("\"'”’»›)]}“‘«‹([{„‚`") | {"''", "``", "’’", "‘‘"}


def _words_of(chunk: str) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """Return the words of a text without white space, and which of them end in a full stop that may not be theirs."""
    spans = tuple(match.span() for match in _pattern().finditer(chunk))
    dotted = tuple(i for i, (a, b) in enumerate(spans) if chunk[b - 1] == "." and chunk[a].isalpha())
    return spans, dotted


_kept_words_of = lru_cache(maxsize=1 << 15)(_words_of)


def cut(text: str, start: int, end: int) -> list[Span]:
    """Return the words of one paragraph, in order.

    Every character that is not white space is in exactly one word.

    Args:
        text: the whole text.
        start: where the paragraph begins, in code points.
        end: where it ends.

    Returns:
        Half-open spans of code points into ``text``.
    """
    words: list[Span] = []
    dotted: list[int] = []
    for match in _CHUNK.finditer(text, start, end):
        a, b = match.span()
        chunk = match.group()
        spans, dots = _kept_words_of(chunk) if b - a <= _LONGEST_KEPT else _words_of(chunk)
        if dots:
            dotted += [len(words) + i for i in dots]
        if len(spans) == 1:
            words.append((a, b))
        else:
            words += [(a + i, a + j) for i, j in spans]
    return _settled(text, words, dotted) if dotted else words


def _settled(text: str, words: list[Span], dotted: list[int]) -> list[Span]:
    """Split off the full stops that end a sentence: ``dotted`` are the indices of the words that carry one."""
    out: list[Span] = []
    done = 0
    for i in dotted:
        a, b = words[i]
        follows = i + 1
        while follows < len(words) and text[slice(*words[follows])] in _BETWEEN:
            follows += 1
        before = text[slice(*words[i - 1])] if i else ""
        after = text[slice(*words[follows])] if follows < len(words) else ""
        apart = b - a == 2 and follows > i + 1  # a quote mark between "X." and a name: no initial
        if apart or not keeps_dot(text[a:b], before, after):
            out += words[done:i]
            out += [(a, b - 1), (b - 1, b)]
            done = i + 1
    return out + words[done:] if done else words
