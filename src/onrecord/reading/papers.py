"""Attributions to a document in a roundabout way: "so says a memo", "is in a draft seen by the paper"."""

from onrecord.reading.chains import end_of, publishes, spoken
from onrecord.reading.drafts import Draft, Hop, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Relation, Span, VoiceKind

__all__ = ["documents_meant", "obtained", "seen_by", "shown_at_last", "so_says", "stands_in"]

_REPORTS = frozenset(("report", "article", "story", "dispatch", "account", "investigation"))
_STANDING = frozenset(("be", "stand", "appear", "feature", "record", "state", "note", "set"))
_LEADING = frozenset(("DET", "NUM", "NOUN", "PROPN", "ADJ"))
_RECORDING = frozenset(("record", "state", "say", "show", "note", "list", "describe", "confirm", "indicate"))


def stands_in(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "That the yard will close | is in | a draft seen by the daily", read off the order of the words."""
    parse = tree.parse
    a, b = parse.sentences[tree.sentence_of[k]]
    if parse.words[a].lower() != "that" or k < a + 4 or tree.lemmas[k - 1] not in _STANDING:
        return None
    start = k - 2 if tree.lemmas[k - 2] == "be" else k - 1
    source = (k + 1, end_of(tree, k + 1, b))
    if source[0] >= source[1] or not _is_document(voices, parse.head_of(source)):
        return None
    if not any(parse.upos[w] in ("VERB", "AUX") for w in range(a, start)):
        return None
    return Draft((source,), ((start, k + 1),), ((a, start),), k - 1, voices.lexicon.cue("show", "verb"))


def obtained(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The daily has obtained | a report | which records | that the yard closed"."""
    parse, subject = tree.parse, tree.own_subject(k)
    document = next((o for o in tree.children(k, "obj") if _may_be_document(voices, o)), None)
    if subject is None or document is None or not publishes(voices, subject):
        return None
    b = parse.sentences[tree.sentence_of[k]][1]
    which = document + 1
    if parse.words[which : which + 1] and parse.words[which].lower() not in ("which", "that"):
        return None
    that = next((w for w in range(which + 1, min(which + 5, b)) if parse.words[w].lower() == "that"), None)
    if that is None or that < which + 2 or tree.lemmas[that - 1].rstrip("s") not in _RECORDING:
        return None
    content = spoken(tree, set(range(that, b)))
    hops = [Hop(voices.whole(subject), Relation.RELAY)]
    return Draft(
        (voices.phrase(document),),
        ((that - 1, that),),
        runs(content),
        that - 1,
        voices.lexicon.cue("show", "verb"),
        hops=hops,
    )


def seen_by(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "A note | seen by the daily | states | that the yard closed", whatever the parser takes "states" for."""
    parse = tree.parse
    b = parse.sentences[tree.sentence_of[k]][1]
    if (
        parse.words[k + 1 : k + 2] != ("by",)
        or k == 0
        or parse.upos[k - 1] != "NOUN"
        or not _may_be_document(voices, k - 1)
    ):
        return None
    that = next((w for w in range(k + 4, min(k + 10, b)) if parse.words[w].lower() == "that"), None)
    if that is None or tree.lemmas[that - 1].rstrip("s") not in _RECORDING or not parse.words[that - 2][:1].isupper():
        return None
    a = voices.phrase(k - 1)[0]
    hops = [Hop((k + 2, that - 1), Relation.RELAY)]
    cue = voices.lexicon.cue("show", "verb")
    return Draft(((a, k),), ((that - 1, that),), runs(spoken(tree, set(range(that, b)))), that - 1, cue, hops=hops)


def shown_at_last(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "That the yard closed, | a note seen by the daily | shows": the model takes "shows" for a noun there."""
    parse = tree.parse
    a, b = parse.sentences[tree.sentence_of[k]]
    last = next((w for w in range(b - 1, k, -1) if parse.upos[w] != "PUNCT"), k)
    comma = next((w for w in range(k - 1, a, -1) if parse.words[w] == ","), None)
    word = parse.words[last].lower()
    if comma is None or parse.upos[last] != "NOUN" or not word.endswith("s") or word[:-1] not in _RECORDING:
        return None
    if last < k + 3 or parse.words[k + 1].lower() not in ("by", "to", "with") or parse.upos[comma + 1] not in _LEADING:
        return None
    told = any(parse.upos[w] in ("VERB", "AUX") for w in range(a, comma))
    plain = all(parse.upos[w] not in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON", "PUNCT") for w in range(comma + 1, k))
    if not told or not plain or not _may_be_document(voices, parse.head_of((comma + 1, k))):
        return None
    own = parse.words[k + 2].lower() in ("our", "this", "us")
    if word == "states" and not (own or publishes(voices, last - 1) or parse.words[last - 1][:1].isupper()):
        return None  # "the list shared with the oil states"
    hops = [] if own else [Hop((k + 2, last), Relation.RELAY)]
    cue = voices.lexicon.cue("show", "verb")
    return Draft(((comma + 1, k),), ((last, last + 1),), ((a, comma),), last, cue, hops=hops)


def so_says(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The yard will close: | so says | a memo of which the daily has a copy"."""
    parse = tree.parse
    a, b = parse.sentences[tree.sentence_of[k]]
    if k < a + 4 or parse.words[k - 1].lower() != "so" or parse.words[k - 2] not in (":", ";", ",", "-", "–", "—"):
        return None
    source = (k + 1, end_of(tree, k + 1, b))
    if source[0] >= source[1]:
        return None
    if "of" in parse.words[slice(*source)] and parse.words[source[1] : source[1] + 1] == ("which",):
        source = (source[0], source[1] - 1)
    if not voices.can_speak(parse.head_of(source)):
        return None
    return Draft((source,), ((k - 1, k + 1),), ((a, k - 2),), k, voices.lexicon.cue("say", "verb"))


def documents_meant(tree: Tree, voices: Voices, drafts: list[Draft]) -> None:
    """Make a document the source that "it" stands for, or that the source holds: "a filing, and it states that".

    Of "a report by the daily: citing a list, it said" the daily says it; of "a list in the hands of the daily shows" the
    daily is who holds it.
    """
    parse = tree.parse
    for draft in drafts:
        _held_by(tree, voices, draft)
        if draft.verb is None or len(draft.source) != 1 or draft.source[0][1] - draft.source[0][0] != 1:
            continue
        it = draft.source[0][0]
        if parse.words[it].lower() != "it":
            continue
        reporter = _reporter(tree, voices, it)
        if reporter is not None:
            draft.source = (reporter,)
            continue
        _of_read(tree, voices, draft)


def _reporter(tree: Tree, voices: Voices, it: int) -> Span | None:
    """Return whose report a sentence spoke of before a colon and "it": "Behind it stands a report by the daily: ... it said"."""
    parse = tree.parse
    a = parse.sentences[tree.sentence_of[it]][0]
    colon = next((k for k in range(it - 1, a, -1) if parse.words[k] in (":", ";")), None)
    reports = [k for k in range(a, colon or a) if tree.lemmas[k] in _REPORTS]
    by = next((k for n in reports for k in tree.children(n, "nmod") if tree.case_of(k) == "by"), None)
    return voices.whole(by) if by is not None and publishes(voices, by) else None


def _of_read(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Make what somebody has read the source: "The daily was able to read a filing, and it states that"."""
    assert draft.verb is not None
    first = tree.parse.heads[draft.verb] if tree.relation(draft.verb) == "conj" else None
    objects = (
        [o for v in (first, *tree.children(first, "xcomp")) for o in tree.children(v, "obj")]
        if first is not None
        else []
    )
    document = next((o for o in objects if _may_be_document(voices, o)), None)
    if document is None or first is None:
        return
    draft.source = (voices.phrase(document),)
    reader = tree.own_subject(first)
    if reader is not None and publishes(voices, reader):
        draft.hops.append(Hop(voices.phrase(reader), Relation.RELAY))


def _held_by(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Make "a list in the hands of the daily" the list, with the daily for a link, where the daily was taken for the source."""
    a = draft.source[0][0] if draft.source else 0
    before = tuple(w.lower() for w in tree.parse.words[max(0, a - 4) : a])
    if before not in (("in", "the", "hands", "of"), ("in", "the", "possession", "of")):
        return
    document = a - 5
    if document < 0 or tree.parse.upos[document] != "NOUN" or not _may_be_document(voices, document):
        return
    start = document
    while start > 0 and tree.parse.upos[start - 1] in ("NOUN", "ADJ", "DET", "PROPN"):
        start -= 1
    draft.hops.insert(0, Hop(draft.source[0], Relation.RELAY))
    draft.source = ((start, document + 1),)
    draft.content = runs(spoken(tree, words_in(draft.content) - set(range(start, a)))) or draft.content


def _may_be_document(voices: Voices, head: int) -> bool:
    """Whether a noun is one for documents, or one that no dictionary has for anybody who speaks."""
    return _is_document(voices, head) or (voices.tree.parse.upos[head] == "NOUN" and not voices.can_speak(head))


def _is_document(voices: Voices, head: int) -> bool:
    noun = voices.noun_at(head)
    return noun is not None and noun.kind is VoiceKind.DOCUMENT
