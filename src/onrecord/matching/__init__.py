"""Matching: how names are made comparable, whatever script and spelling they come in.

``fold()`` writes any text as plain lower-case words; ``skeletons()`` says what is heard in a word, ``heard()`` keeps its
vowels too; ``likeness()`` says how near two words are, and why.
"""

from onrecord.matching.folding import fold, is_latin
from onrecord.matching.likeness import How, Likeness, by_consonants, likeness, most_slips
from onrecord.matching.sounds import heard, skeletons
from onrecord.matching.transliteration import to_latin

__all__ = [
    "How",
    "Likeness",
    "by_consonants",
    "fold",
    "heard",
    "is_latin",
    "likeness",
    "most_slips",
    "skeletons",
    "to_latin",
]
