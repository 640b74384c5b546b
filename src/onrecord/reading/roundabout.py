"""Attributions in a roundabout way, each found at a word of its own ("has two aides saying that", "so says a memo")."""

from collections.abc import Callable, Iterator

from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.papers import documents_meant, obtained, seen_by, shown_at_last, so_says, stands_in
from onrecord.reading.silences import hard_to_credit, no_comment, unanswered
from onrecord.reading.told import (
    as_revealed,
    first_to_say,
    gave_account,
    had_saying,
    if_right,
    learned_from,
    talked_about,
    that_is_what,
    to_the_effect,
)  # fmt: skip
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Voices

__all__ = ["documents_meant", "roundabout"]

Way = Callable[[Tree, Voices, int], Draft | None]
_WAYS: tuple[tuple[frozenset[str], frozenset[str], Way], ...] = tuple(
    (frozenset(lemmas.split()), frozenset(upos.split()), way)
    for lemmas, upos, way in (
        ("say", "VERB", had_saying),
        ("say", "VERB", so_says),
        ("in", "ADP", stands_in),
        ("speak talk", "VERB", talked_about),
        ("comment reply response answer reaction word", "NOUN", no_comment),
        ("remain go stay", "VERB", unanswered),
        ("right", "ADJ", if_right),
        ("find", "VERB", hard_to_credit),
        ("learn hear", "VERB", learned_from),
        ("obtain see review read get", "VERB", obtained),
        ("see obtain review read view", "VERB", seen_by),
        ("see obtain review read view show share leak examine", "VERB", shown_at_last),
        ("what", "PRON", that_is_what),
        ("first", "ADJ NOUN", first_to_say),
        ("give", "VERB", gave_account),
        ("as", "SCONJ ADP", as_revealed),
        ("quote cite", "VERB", to_the_effect),
    )
)
"""Lemmas and parts of speech of the words at which each way is looked for."""
_BY_LEMMA: dict[str, list[tuple[frozenset[str], Way]]] = {}
for _lemmas, _tags, _way in _WAYS:
    for _lemma in _lemmas:
        _BY_LEMMA.setdefault(_lemma, []).append((_tags, _way))


def roundabout(tree: Tree, voices: Voices, drafts: list[Draft]) -> None:
    """Add what such sentences attribute, where no other statement has the same words for its cue."""
    for k, lemma in enumerate(tree.lemmas):
        if lemma not in _BY_LEMMA or tree.parse.quoted[k]:
            continue
        found = next(filter(None, _told_at(tree, voices, k)), None)
        if found is None:
            continue
        cue = words_in(found.cue)
        drafts[:] = [d for d in drafts if d.author or not (_is_empty(d) or _gives_way(d, found))]
        if not any(cue & words_in(d.cue) for d in drafts):
            drafts.append(found)


def _told_at(tree: Tree, voices: Voices, k: int) -> Iterator[Draft | None]:
    """Yield what each of the ways gives at a word."""
    for tags, way in _BY_LEMMA[tree.lemmas[k]]:
        if tree.parse.upos[k] in tags:
            yield way(tree, voices, k)


def _is_empty(draft: Draft) -> bool:
    return not draft.content


def _gives_way(draft: Draft, found: Draft) -> bool:
    """Whether a draft took what is found for its own content: "the daily | has | two aides saying that"."""
    return (
        not draft.hearsay
        and draft.verb is not None
        and draft.verb in words_in(found.cue)
        and draft.source != found.source
    )
