"""What a stated measure is about, in the controlled subjects of the register."""

from collections.abc import Collection

from onrecord.records import Measure
from onrecord.registers import gazetteer, subjects, weapons

__all__ = ["subjects_named"]

_WHOM = frozenset(
    ("the", "a", "its", "their", "his", "regime", "government", "state", "country", "economy", "and", "of", "'s", "s")
)
"""Words beside the name of a state that do not say what a measure restricts."""
_MARKS = '.,;:()"“”'
LONGEST = 5
"""Words of the longest name of a weapon looked for."""


def subjects_named(measure: Measure) -> tuple[str, ...] | None:
    """Return the subjects that the words for what it restricts name, else its own words; a Shahed is a drone.

    Returns:
        The subjects; nothing where the text does not say what it is about; None where its words are none of the register's.
    """
    told = " ".join(p.text for p in (measure.subject, measure.scope) if p is not None)
    found = _subjects(told) or _subjects(measure.text)
    sides = {word for filler in (*measure.imposer, *measure.target) for word in _words(f"{filler.name} {filler.text}")}
    return found if found or not _says_what(told, sides) else None


def _says_what(text: str, sides: Collection[str]) -> bool:
    """Whether words say more than who and whom: "Iranian cheese", not "Iran" or "the Iranian regime"."""
    return any(w not in sides and gazetteer().state(w) is None and w.lower() not in _WHOM for w in _words(text))


def _words(text: str) -> list[str]:
    words = (w.strip(_MARKS).removesuffix("'s") for w in text.replace("’", "'").split())
    return [w for w in words if w]


def _subjects(text: str) -> tuple[str, ...]:
    found = dict.fromkeys(subjects().in_text(text))
    words = _words(text)
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            weapon = weapons().named(" ".join(words[start:end]))
            if weapon is None or weapon.is_kind:
                continue
            nearest = (subjects().named(kind.name) for kind in weapons().line(weapon))
            found |= dict.fromkeys([name] if (name := next((n for n in nearest if n), None)) is not None else [])
    return _narrowest(tuple(found))


def _narrowest(names: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a subject that another one named is a part of: "arms such as missiles" is about missiles."""
    return tuple(n for n in names if not any(subjects().cover(n, other) == 1 for other in names if other != n))
