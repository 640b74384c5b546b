"""Who is on a side of a deed, under one name whatever the text calls them, and whether two of them can be the same."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from onrecord.records import Party
from onrecord.registers import BodyKind, gazetteer, people

__all__ = ["alike", "apart", "fold", "goes_by", "party_of", "state_of", "within"]

_FILLING = frozenset(("the", "a", "an", "its", "their", "his", "her", "of", "group", "forces", "government"))
_ORGANS = frozenset(
    (
        "military", "army", "government", "junta", "forces", "force", "troops", "navy", "air", "armed", "ministry", "foreign",
        "defense", "defence", "state", "regime", "administration", "authorities", "leadership", "officials", "soldiers",
        "generals", "side", "procurement", "directorate", "general", "staff", "republic", "treasury", "instructors", "trainers",
        "advisers", "advisors", "officers", "units", "crews", "pilots", "boat", "boats", "destroyer", "warship", "frigate",
        "patrol", "warplanes", "jets", "planes", "gunners", "specialists", "technicians", "servicemen", "personnel", "port",
        "ports", "territory", "soil", "hands", "waters", "arsenal", "arsenals", "department", "of", "the", "and", "cabinet",
        "rulers",
    )
)  # fmt: skip
"""Words for a state's own bodies: "Myanmar's military" is Myanmar, "Myanmar's rebels" is not."""
_PEOPLE = frozenset(
    ("fighters", "militants", "members", "commanders", "gunmen", "men", "recruits", "cadets", "operators", "rebels")
)
"""Words for the people of a body that is no state."""
_NOBODY = frozenset(
    (
        "her", "his", "their", "its", "my", "our", "your", "all", "each", "some", "any", "both", "many", "most", "this", "that",
        "these", "those", "it", "they", "we", "he", "she", "nobody", "who", "which", "the", "a", "an", "one", "several", "no",
        "neither", "either",
    )
)  # fmt: skip
"""Words that name nobody, even where they open a sentence."""
_NATIONS = ("UN ", "United Nations")
"""How the names of bodies begin that are the United Nations, as a ministry is its state."""
_LINKING = frozenset(("in", "of", "at", "for", "from", "to", "near", "on", "with", "by", "the", "a", "an"))
SHORTEST = 2
"""Letters of a name that is somebody's, at least."""
SHORT = 5
"""Words of the longest phrase whose own words are trusted before the name inside it."""


@cache
def fold(name: str) -> str:
    """Return a name without case, accents, articles and words for bodies in general."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    words = re.findall(r"[^\W_]+", plain.replace("'s", "").replace("’s", ""))
    return " ".join(w for w in words if w not in _FILLING) or " ".join(words)


@cache
def party_of(phrase: str, entity: str | None, country: str | None) -> Party | None:
    """Return who a phrase names; None for pronouns and for descriptions that tell no state.

    Args:
        phrase: the words of whoever plays the role.
        entity: the name that the document, or the register, has for it.
        country: the state it is of, where known.
    """
    for name in (phrase, entity) if len(phrase.split()) <= SHORT else (entity, phrase):
        found = _known(name) if name else None
        if found is not None:
            return found
    found = _of_state(entity or phrase) or _of_state(phrase)
    if found is not None:
        return found
    found = _people_of(entity or phrase) or _people_of(phrase)
    if found is not None:
        return found
    name = entity or phrase
    words = [w for w in name.split() if w[:1].isupper() and w.lower() not in _NOBODY]
    if not words or (entity is None and len(words) < len(name.split()) / 2):
        return None
    if len(fold(" ".join(words))) < SHORTEST:
        return None  # what is left of "the Lady R"
    return _known(" ".join(words)) or Party(fold(" ".join(words)), fold(country or ""), known=True)


def _known(name: str) -> Party | None:
    """Return the state, the body or the state of the office holder of a name."""
    plain = re.sub(r"['’]s?$", "", name)
    state = gazetteer().state(plain)
    if state is not None:
        return Party(fold(state.state.name), fold(state.state.name), known=True)
    body = gazetteer().body(plain)
    if body is not None:
        if body.kind is BodyKind.GOVERNMENT and body.state is not None:
            return Party(fold(body.state), fold(body.state), known=True)
        if body.name.startswith(_NATIONS):
            return Party(fold(_NATIONS[-1]), fold(_NATIONS[-1]), known=True)
        return Party(fold(body.name), fold(body.state or ""), known=True)
    person = people().named(plain, None) if " " in plain else None
    return _known(person.speaks_for) if person is not None and person.speaks_for is not None else None


def _of_state(phrase: str) -> Party | None:
    """Return who "Myanmar's military", "a Turkish maker" or "Turkey's Yelkaya Motor" are."""
    words = re.findall(r"[^\s,;“”\"()]+", phrase)
    for length in (3, 2, 1):
        for k in range(len(words) - length + 1):
            part = re.sub(r"['’]s?$", "", " ".join(words[k : k + length]))
            found = gazetteer().state(part) if part[:1].isupper() else None
            if found is not None:
                state = fold(found.state.name)
                rest = [w for w in words[:k] + words[k + length :] if fold(w) not in _FILLING]
                return _rest_of(rest, state)
    return None


def _people_of(phrase: str) -> Party | None:
    """Return the body whose people a phrase names: "about 30 Hezbollah fighters"."""
    words = re.findall(r"[^\s,;“”\"()]+", phrase)
    capital = [k for k, w in enumerate(words) if w[:1].isupper() and w.lower() not in (*_NOBODY, "some", "about")]
    if not capital or capital[-1] == len(words) - 1 or capital[-1] - capital[0] != len(capital) - 1:
        return None
    name = re.sub(r"['’]s?$", "", " ".join(words[capital[0] : capital[-1] + 1]))
    behind = {re.sub(r"['’]s?$", "", w.lower()) for w in words[capital[-1] + 1 :]}
    return _known(name) if behind <= _ORGANS | _PEOPLE else None


def _rest_of(rest: list[str], state: str) -> Party:
    told = [w for w in rest if w.lower() not in _LINKING]
    if all(re.sub(r"['’]s?$", "", w.lower()) in _ORGANS for w in told):
        return Party(state, state, known=True)
    names = [w for w in told if w[:1].isupper()]
    if names and all(_is_seat(w, state) for w in names):
        return Party(state, state, known=True)  # "Syria's Damascus government"
    if names:
        body = gazetteer().body(" ".join(names)) or gazetteer().body(" ".join(names) + "s")
        if body is not None and body.kind is not BodyKind.GOVERNMENT:
            return Party(fold(body.name), state, known=True)  # "Yemen's Houthi movement"
        return Party(fold(" ".join(names)), state, known=True)
    return Party(fold(told[-1]), state, known=False)


def _is_seat(name: str, state: str) -> bool:
    """Whether a name stands for the government of a state, as its capital does."""
    found = gazetteer().state(re.sub(r"['’]s?$", "", name))
    return found is not None and fold(found.state.name) == state


def state_of(text: str) -> str | None:
    """Return the folded name of the state whose name or adjective stands in some words."""
    found = _of_state(text)
    return (found.state or None) if found is not None else None


def alike(a: Party, b: Party) -> bool:
    """Whether two are the same: one name, or one whose words are all in the other ("Wagner", "Wagner Group")."""
    return a.name == b.name or (a.known and b.known and (within(a.name, b.name) or within(b.name, a.name)))


def apart(a: Iterable[Party], b: Iterable[Party]) -> bool:
    """Whether two sides, each with somebody known by name, cannot be one: nobody shared, and no state that some are of."""
    ours, theirs = [p for p in a if p.known], [p for p in b if p.known]
    if not ours or not theirs:
        return False
    return not any(alike(x, y) or _akin(x, y) for x in ours for y in theirs)


def _akin(a: Party, b: Party) -> bool:
    """Whether one is a state and the other of it, or may be of it for all that is known."""
    if a.name == a.state or b.name == b.state:
        return a.state == b.state or "" in (a.state, b.state)
    return False


def within(a: str, b: str) -> bool:
    """Whether the words of one name are some of those of another."""
    short, long = set(a.split()), set(b.split())
    return bool(short) and short < long and len(a) > 3


def goes_by(name: str, full: str) -> bool:
    """Whether who is known by a full name goes by another: the same, its beginning, its initials; both folded."""
    if name == full or full.startswith(f"{name} "):
        return True
    return 1 < len(name) <= full.count(" ") + 1 and name == "".join(w[0] for w in full.split(" ") if w)
