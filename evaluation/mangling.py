"""Names spoilt the way people spoil them, and names of nobody: seeded, so that a figure can be made again.

After the treatments of yente's validation report (MIT, ``contrib/validation_report/treatments.py``), written anew.
"""

import random
import re
from collections.abc import Callable, Iterator

from onrecord.registers import given_names
from onrecord.screening.tables import tables

__all__ = ["OF_PEOPLE", "TREATMENTS", "nobody"]

_VOWELS = "aeiou"
_ROMANISED = (
    ("q", "k"), ("q", "gh"), ("gh", "q"), ("kh", "h"), ("zh", "j"), ("j", "zh"), ("ou", "u"), ("u", "ou"), ("oo", "u"),
    ("ee", "i"), ("i", "ee"), ("ei", "ey"), ("y", "i"),
    ("w", "v"), ("v", "w"), ("dh", "d"), ("th", "t"), ("e", "i"), ("o", "u"), ("iy", "y"),
    ("ai", "ay"), ("ah", "a"), ("ts", "tz"), ("c(?!h)", "k"), ("f", "ph"), ("x", "ks"),
)  # fmt: skip
_BOUND = re.compile(r"\b(?:(?:abdul|abdel|abd|al|el|bin|ben|ibn|abu|umm|de|la|van|of|the|and|for) )+\S+", re.IGNORECASE)
_SURNAMES = """
Abbott Albers Alvarez Anderson Archer Ashby Bailey Baker Barlow Barnes Baxter Becker Bennett Bergman Bianchi Bishop
Blake Bowman Bradley Brandt Brennan Briggs Brooks Bryant Burke Burton Butler Caldwell Campbell Carlson Carpenter
Carter Castle Chambers Chandler Clarke Clayton Coleman Collins Conway Cooper Corbett Costa Cox Craig Crawford
Cunningham Curtis Dalton Daniels Davidson Dawson Delaney Dempsey Dixon Donovan Dubois Duncan Eaton Edwards Elliott
Ellison Erickson Evans Faulkner Ferguson Ferrari Fischer Fisher Fitzgerald Fleming Fletcher Foster Fowler Franklin
Fraser Gallagher Gardner Garrison Gibson Gilbert Goodwin Graham Grant Graves Greene Griffin Hale Hamilton Hansen
Hardy Harper Harrison Hartman Hawkins Henderson Hoffman Holloway Horton Howell Hughes Hutchinson Ingram Jackson
Jenkins Jensen Johnston Jordan Keller Kelley Kennedy Kirby Knight Kowalski Lambert Larsen Lawson Lindgren Logan
Lowell Lucas Maguire Malone Marsh Martel Maxwell McBride McCarthy McDowell Mercer Meyer Mitchell Monroe Montgomery
Morrison Mueller Murphy Nash Nelson Newman Nielsen Norris O'Brien O'Connor Oliver Olson Osborne Palmer Parsons
Patterson Pearson Perkins Peterson Phillips Porter Preston Quinn Ramsey Randall Reeves Reynolds Richards Roberts
Robinson Rowland Russo Sanders Sawyer Schneider Schultz Shepherd Simmons Sinclair Snyder Spencer Stafford Stanton
Stephens Sullivan Sutton Svensson Tanner Thatcher Thornton Townsend Tucker Underwood Vaughn Wagner Walker Wallace
Walsh Warner Watkins Webster Weston Whitaker Wilkins Winters Woodward Young
""".split()  # noqa: SIM905 - words, not code


def _words(name: str) -> list[str]:
    return name.split()


def drop_vowel(name: str, rnd: random.Random) -> str | None:
    """Leave one vowel out, not a word's first letter."""
    places = [i for i in range(1, len(name)) if name[i].lower() in _VOWELS and name[i - 1].isalpha()]
    if not places:
        return None
    i = rnd.choice(places)
    return name[:i] + name[i + 1 :]


def double_or_not(name: str, rnd: random.Random) -> str | None:
    """Double a consonant, or write a doubled one once."""
    places = [
        i for i in range(1, len(name)) if name[i].isalpha() and name[i].lower() not in _VOWELS and name[i - 1].isalpha()
    ]
    if not places:
        return None
    i = rnd.choice(places)
    return name[:i] + name[i + 1 :] if name[i].lower() == name[i - 1].lower() else name[:i] + name[i] + name[i:]


def swap_letters(name: str, rnd: random.Random) -> str | None:
    """Swap two letters beside each other, not a word's first."""
    places = [
        i for i in range(1, len(name) - 1) if name[i - 1 : i + 2].isalpha() and name[i].lower() != name[i + 1].lower()
    ]
    if not places:
        return None
    i = rnd.choice(places)
    return name[:i] + name[i + 1] + name[i] + name[i + 2 :]


def swap_order(name: str, _: random.Random) -> str | None:
    """Put the last word first."""
    words = _words(name)
    return " ".join([words[-1], *words[:-1]]) if len(words) > 1 else None


def drop_middle(name: str, rnd: random.Random) -> str | None:
    """Leave a middle name out, whole: "Abdul Rahman" is one name, and so is "bin Laden"."""
    units = _BOUND.sub(lambda m: m[0].replace(" ", "_"), name).split()
    if len(units) < 3:
        return None
    k = rnd.randrange(1, len(units) - 1)
    return " ".join(units[:k] + units[k + 1 :]).replace("_", " ")


def romanise(name: str, rnd: random.Random) -> str | None:
    """Write one or two sounds as another romanisation does."""
    # English words are nobody's romanisation: a word that stands in the dictionary of common words is left alone.
    words = name.lower().split()
    foreign = [w for w in words if w.strip("(),.") not in tables().words]
    low = " ".join(foreign)
    rules = [r for r in _ROMANISED if re.search(r[0], low)]
    if not rules:
        return None
    for old, new in rnd.sample(rules, min(2, len(rules))):
        places = [m.span() for m in re.finditer(old, low)]
        if places:
            start, end = rnd.choice(places)
            low = low[:start] + new + low[end:]
    changed = dict(zip(foreign, low.split(), strict=True))
    return " ".join(changed.get(w, w) for w in words).title()


def initials(name: str, _: random.Random) -> str | None:
    """Write given names as initials."""
    words = _words(name)
    return " ".join([*(f"{w[0]}." for w in words[:-1]), words[-1]]) if len(words) > 1 else None


def hyphens(name: str, rnd: random.Random) -> str | None:
    """Write a hyphen as a space or not at all; where there is none, two words as one with a hyphen."""
    if "-" in name:
        return name.replace("-", rnd.choice(["", " "]))
    words = _words(name)
    if len(words) < 2:
        return None
    k = rnd.randrange(len(words) - 1)
    return " ".join([*words[:k], f"{words[k]}-{words[k + 1]}", *words[k + 2 :]])


TREATMENTS: dict[str, Callable[[str, random.Random], str | None]] = {
    "a vowel dropped": drop_vowel,
    "a consonant doubled or not": double_or_not,
    "two letters swapped": swap_letters,
    "name order swapped": swap_order,
    "a middle name dropped": drop_middle,
    "another romanisation": romanise,
    "initials for given names": initials,
    "a hyphen joined or split": hyphens,
}
"""What each does; None where a name has nothing to do it to."""


OF_PEOPLE = frozenset({"a middle name dropped", "initials for given names"})
"""Treatments that make sense of a person's name only."""


def nobody(seed: int, n: int) -> Iterator[str]:
    """Yield names of nobody: given names of the register before common family names of the United States and Europe."""
    rnd = random.Random(seed)
    given = sorted(given_names())
    for _ in range(n):
        first = rnd.choice(given).title()
        middle = f" {rnd.choice(given).title()}" if rnd.random() < 0.3 else ""
        yield f"{first}{middle} {rnd.choice(_SURNAMES)}"
