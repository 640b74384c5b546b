"""Korean syllables in Latin letters: Revised Romanization (2000) by syllable, family names as they are usually written."""

__all__ = ["hangul_word", "is_hangul"]

_FIRST, _LAST = "가", "힣"
_LEADS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i",
)  # fmt: skip
_TAILS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k",
    "t", "p", "t",
)  # fmt: skip
_SURNAMES = {
    "김": "kim", "이": "lee", "리": "ri", "박": "park", "최": "choi", "정": "jung", "강": "kang", "조": "cho", "윤": "yoon",
    "장": "jang", "임": "lim", "림": "rim", "한": "han", "오": "oh", "서": "seo", "신": "shin", "권": "kwon", "황": "hwang",
    "안": "ahn", "송": "song", "류": "ryu", "유": "yoo", "전": "jeon", "홍": "hong", "고": "ko", "문": "moon", "양": "yang",
    "손": "son", "배": "bae", "백": "baek", "허": "heo", "남": "nam", "심": "shim", "노": "roh", "로": "ro", "하": "ha",
    "곽": "kwak", "성": "sung", "차": "cha", "주": "joo", "우": "woo", "구": "koo", "민": "min", "진": "jin", "지": "ji",
    "엄": "um", "채": "chae", "원": "won", "천": "chun", "방": "bang", "공": "kong", "현": "hyun", "함": "ham", "변": "byun",
    "염": "yum", "여": "yeo", "추": "choo", "도": "do", "석": "seok", "선": "sun", "설": "seol", "마": "ma", "길": "gil",
    "연": "yeon", "렴": "ryom", "태": "thae", "궁": "kung", "표": "pyo", "명": "myung", "기": "ki", "반": "ban",
}  # fmt: skip
_PERSON_LENGTH = 4  # syllables; a longer word is no person's name


def is_hangul(char: str) -> bool:
    """Whether a character is a Korean syllable."""
    return _FIRST <= char <= _LAST


def hangul_word(word: str) -> str:
    """Return a word of Korean syllables in Latin letters; of a name's length, the family name apart from the given name."""
    if 2 <= len(word) <= _PERSON_LENGTH and word[0] in _SURNAMES:
        return f"{_SURNAMES[word[0]]} {''.join(map(_syllable, word[1:]))}"
    return "".join(map(_syllable, word))


def _syllable(char: str) -> str:
    rest, tail = divmod(ord(char) - ord(_FIRST), len(_TAILS))
    lead, vowel = divmod(rest, len(_VOWELS))
    return _LEADS[lead] + _VOWELS[vowel] + _TAILS[tail]
