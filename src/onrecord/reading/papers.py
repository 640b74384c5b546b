"""Attributions to a document in a roundabout way: "so says a memo", "is in a draft seen by the paper"."""

from onrecord.reading.chains import end_of, is_outlet, spoken
from onrecord.reading.drafts import Draft, Hop
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Relation, VoiceKind

__all__ = ["documents_meant", "obtained", "so_says", "stands_in"]

_STANDING = frozenset(("be", "stand", "appear", "feature", "record", "state", "note", "set"))
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
    document = next((o for o in tree.children(k, "obj") if _is_document(voices, o)), None)
    if subject is None or document is None or not is_outlet(voices, subject):
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
    """Make a document the source that "it" stands for: "The daily was able to read a filing, and it states that"."""
    parse = tree.parse
    for draft in drafts:
        if draft.verb is None or len(draft.source) != 1 or draft.source[0][1] - draft.source[0][0] != 1:
            continue
        it = draft.source[0][0]
        first = parse.heads[draft.verb] if tree.relation(draft.verb) == "conj" else None
        if parse.words[it].lower() != "it" or first is None:
            continue
        objects = [o for v in (first, *tree.children(first, "xcomp")) for o in tree.children(v, "obj")]
        document = next((o for o in objects if _is_document(voices, o)), None)
        reader = tree.own_subject(first)
        if document is None:
            continue
        draft.source = (voices.phrase(document),)
        if reader is not None and is_outlet(voices, reader):
            draft.hops.append(Hop(voices.phrase(reader), Relation.RELAY))


def _is_document(voices: Voices, head: int) -> bool:
    noun = voices.noun_at(head)
    return noun is not None and noun.kind is VoiceKind.DOCUMENT
