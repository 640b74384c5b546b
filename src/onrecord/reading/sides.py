"""Whose side the subject of a content is on: the source's own, or another's."""

from onrecord.reading.drafts import Draft, covers
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree

__all__ = ["FIRST", "THIRD", "is_own_side"]

FIRST = frozenset(("i", "we"))
THIRD = frozenset(("he", "she", "it", "they"))
_OWN_WORDS = frozenset(("his", "her", "its", "their", "our", "my"))
_OWN_NOUNS = frozenset(
    (
        "country",
        "government",
        "side",
        "ministry",
        "army",
        "military",
        "state",
        "nation",
        "company",
        "firm",
        "party",
        "forces",
        "office",
    )
)


def is_own_side(tree: Tree, speakers: Speakers, draft: Draft, subject: int) -> bool:
    """Whether a subject inside a content is the source itself, or the state or body it speaks for."""
    word = tree.parse.words[subject].lower()
    if word in FIRST:
        return tree.parse.quoted[subject] or not draft.source
    if not draft.source:
        return False
    if tree.parse.upos[subject] == "PRON" and word in THIRD:
        return _is_pronoun_of(tree, speakers, draft, subject)
    start = tree.phrase(subject)[0]
    if _shares_owner(tree, speakers, draft, subject) or _is_owned(tree, speakers, draft, start):
        return True
    if tree.lemmas[subject] in _OWN_NOUNS:
        lead = tree.parse.words[start].lower()
        if lead in _OWN_WORDS or (lead == "the" and speakers.is_official(draft.source[0])):
            return True
        if lead == "the" and tree.lemmas[subject] in ("company", "firm") and _is_of_firm(tree, draft):
            return True
    return speakers.same_side(draft.source[0], subject)


def _shares_owner(tree: Tree, speakers: Speakers, draft: Draft, subject: int) -> bool:
    """Whether a subject is whom "its" stands for in the source: "The militia will ..., its political bureau said"."""
    first = draft.source[0][0]
    if tree.parse.words[first].lower() not in ("its", "their"):
        return False
    owner, other = speakers.entities.of_word(first), speakers.entities.of_word(subject)
    near = tree.sentence_of[first] == tree.sentence_of[subject] and subject < first
    return near and (owner is None or (other is not None and owner.number == other.number))


def _is_owned(tree: Tree, speakers: Speakers, draft: Draft, start: int) -> bool:
    """Whether "its" or "their" before a subject stands for the source: "Its observers would stay, the mission said"."""
    if tree.parse.words[start].lower() not in ("its", "their", "our") or tree.parse.quoted[start]:
        return tree.parse.words[start].lower() == "our" and tree.parse.quoted[start]
    owner, source = speakers.entities.of_word(start), speakers.entities.of_span(draft.source[0])
    return owner is None or (source is not None and owner.number == source.number)


def _is_of_firm(tree: Tree, draft: Draft) -> bool:
    """Whether a source is told to belong to a firm: "the company’s spokesman", "its founder"."""
    return any(
        tree.lemmas[k] in ("company", "firm") or tree.parse.words[k].lower() == "its"
        for a, b in draft.source
        for k in range(a, b)
    )


def _is_pronoun_of(tree: Tree, speakers: Speakers, draft: Draft, subject: int) -> bool:
    """Whether a pronoun stands for the source; inside a quotation, only where the source stands there too."""
    source = speakers.taken_up.get(draft.source[0][0], draft.source[0])
    if tree.parse.quoted[subject] and not tree.parse.quoted[source[0]]:
        return False
    word = tree.parse.words[subject].lower()
    same = speakers.voices.same(source, (subject, subject + 1))
    if not same and word == "it" and speakers.is_official(source) and not _another_before(tree, draft, subject):
        return True
    if same is None and word == "it" and _after_own(tree, speakers, draft, subject):
        return True
    return same if same is not None else speakers.fits(source, word)


def _another_before(tree: Tree, draft: Draft, subject: int) -> bool:
    """Whether something in the content before "it" could be what it stands for."""
    said = [k for a, b in draft.content for k in range(a, min(b, subject))]
    return any(tree.parse.upos[k] in ("NOUN", "PROPN") for k in said)


def _after_own(tree: Tree, speakers: Speakers, draft: Draft, subject: int) -> bool:
    """Whether the subject before "it" in its sentence is the source's side: "the cabinet will act, and it would go on"."""
    a, _ = tree.parse.sentences[tree.sentence_of[subject]]
    before = [k for k in range(a, subject) if tree.relation(k) == "nsubj" and tree.parse.upos[k] in ("NOUN", "PROPN")]
    return bool(before) and not covers(draft.source, before[-1]) and speakers.same_side(draft.source[0], before[-1])
