"""Weapons a text names: systems and kinds by the table, and other spellings of a system where the text says that it is one."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.tree import Tree
from onrecord.records import EntityKind, Name, Span
from onrecord.registers import Weapon, Weapons
from onrecord.registers.spelling import compact
from onrecord.registers.weapons import LONGEST

__all__ = ["ArmsMention", "find_arms"]

_JOINING = frozenset(("-", "–", "‑", "’", "'", "."))


@dataclass(frozen=True, slots=True)
class ArmsMention:
    """A weapon named.

    Attributes:
        span: the words.
        weapon: what they name.
        exact: whether they are one of its names in the table; otherwise a spelling of one.
    """

    span: Span
    weapon: Weapon
    exact: bool


def find_arms(tree: Tree, table: Weapons) -> list[ArmsMention]:
    """Return the weapons named in a text, in order, the longest name at each place.

    A name stands in capitals or with a number, a kind ("cruise missiles") is a noun; a word that begins a sentence and may be any
    word ("Hammer") counts only before a number or a kind.
    """
    found: list[ArmsMention] = []
    taken = 0
    for i in range(len(tree.parse.words)):
        mention = None if i < taken else _named(tree, table, i)
        if mention is not None:
            found.append(mention)
            taken = mention.span[1]
    held = {k for m in found for k in range(*m.span)}
    found += _short_names(tree, table, found, held)
    held |= {k for m in found for k in range(*m.span)}
    spelt = (m for i in range(len(tree.parse.words)) if i not in held for m in _spelt(tree, table, i, held))
    return sorted((*found, *spelt), key=lambda m: m.span)


def _short_names(tree: Tree, table: Weapons, found: list[ArmsMention], held: set[int]) -> list[ArmsMention]:
    """Return systems called for short: "eight Leopards", "Abrams tanks", "the Shaheds" where the Shahed-136 is named."""
    words = tree.parse.words
    known = {m.weapon for m in found}
    short = []
    for i, word in enumerate(words):
        end = i + 1
        weapon = table.families.get(compact(word)) if word[:1].isupper() and i not in held else None
        if weapon is None and word[:1].isupper() and words[i + 1 : i + 2] and words[i + 1][:1].isupper():
            weapon, end = table.families.get(compact(f"{word} {words[i + 1]}")), i + 2
        if weapon is None or _is_person(tree, i):
            continue
        counted = words[end - 1].endswith("s") and tree.child(end - 1, "nummod", "nmod", "det") is not None
        told = any(weapon == w or weapon in table.line(w) for w in known if not w.is_kind)
        if _before_kind(tree, table, end) or counted or told:
            short.append(ArmsMention((i, end), weapon, exact=True))
    return short


def _named(tree: Tree, table: Weapons, i: int) -> ArmsMention | None:
    words = tree.parse.words
    if tree.parse.upos[i] not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "VERB") or not _opens(table, words[i]):
        return None
    for end in range(_reach(tree, i), i, -1):
        if words[end - 1] in _JOINING:
            continue
        weapon = table.named(_joined(words[i:end]))
        if weapon is not None and _fits(tree, table, weapon, (i, end)):
            return ArmsMention((i, end), weapon, exact=True)
    return None


def _reach(tree: Tree, i: int) -> int:
    """Return where a name that begins at a word ends at the latest: before a verb, a preposition, a comma."""
    last = min(i + 2 * LONGEST, tree.parse.sentences[tree.sentence_of[i]][1])
    for k in range(i + 1, last):
        if tree.parse.upos[k] in ("ADP", "AUX", "CCONJ", "SCONJ", "DET", "PRON") or (
            tree.parse.upos[k] == "PUNCT" and tree.parse.words[k] not in _JOINING
        ):
            return k
    return last


def _opens(table: Weapons, word: str) -> bool:
    key = compact(word)
    return key in table.openings or key in table.by_key


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(words)


def _fits(tree: Tree, table: Weapons, weapon: Weapon, span: Span) -> bool:
    """Whether words look like a weapon's name: a kind as nouns, a system in capitals, with what tells that it is one."""
    words, upos = tree.parse.words, tree.parse.upos
    a, b = span
    if weapon.is_kind:
        return upos[b - 1] in ("NOUN", "PROPN")
    if not any(w[:1].isupper() or w[:1].isdigit() for w in words[a:b]):
        return False
    numbered = any(c.isdigit() for w in words[a:b] for c in w)
    person = any(n.kind is EntityKind.PERSON and n.start <= a < n.end for n in tree.parse.names)
    if numbered or _before_kind(tree, table, b) or _behind_kind(tree, table, a):
        return True
    opens = a == tree.parse.sentences[tree.sentence_of[a]][0]
    return not person and not (opens and b - a == 1)


def _before_kind(tree: Tree, table: Weapons, end: int) -> bool:
    """Whether a kind of weapon follows a name: "Zolfaghat missiles", "Fateh-110 short-range ballistic missiles"."""
    words = tree.parse.words
    for k in range(end, min(end + LONGEST, len(words))):
        if tree.parse.upos[k] not in ("NOUN", "ADJ", "PUNCT", "PROPN"):
            return False
        kind = table.named(words[k]) or (table.named(f"{words[k - 1]} {words[k]}") if k > end else None)
        if kind is not None and kind.is_kind:
            return True
    return False


def _behind_kind(tree: Tree, table: Weapons, start: int) -> bool:
    kind = table.named(tree.parse.words[start - 1]) if start else None
    return kind is not None and kind.is_kind


def _spelt(tree: Tree, table: Weapons, i: int, held: set[int]) -> Iterator[ArmsMention]:
    """Yield the system that a capitalised name before a kind is a spelling of ("the Zolfaqar missile")."""
    words = tree.parse.words
    if not words[i][:1].isupper() or tree.parse.upos[i] not in ("PROPN", "NOUN", "ADJ") or len(words[i]) < LONGEST - 1:
        return
    end = i + 1
    variant = words[end + 1 : end + 2]
    if words[end : end + 1] == ("-",) and variant and (variant[0][:1].isdigit() or len(variant[0]) == 1):
        end += 2
    if end < len(words) and (end not in held or not _before_kind(tree, table, end)):
        return
    weapon = table.resolve(_joined(words[i:end])) if end < len(words) else None
    if weapon is not None and not weapon.is_kind and not _is_person(tree, i):
        yield ArmsMention((i, end), weapon, exact=False)


def _is_person(tree: Tree, i: int) -> bool:
    name: Name | None = next((n for n in tree.parse.names if n.start <= i < n.end), None)
    return name is not None and name.kind is EntityKind.PERSON and name.end - name.start > 1
