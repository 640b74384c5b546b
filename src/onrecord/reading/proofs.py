"""Attributions in which a noun for proof leads ("evidence of the sale came from two clerks"), or "it is recorded that"."""

from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import VoiceKind

__all__ = ["proofs"]

_PROOFS = frozenset(
    (
        "confirmation",
        "evidence",
        "proof",
        "word",
        "news",
        "report",
        "allegation",
        "claim",
        "account",
        "detail",
        "details",
        "tip",
        "story",
    )
)
"""Nouns whose complement is what somebody tells, where the sentence says from whom it came."""
_COMING = frozenset(("come", "stem", "emerge"))
_GIVING = frozenset(
    (
        "publish",
        "present",
        "release",
        "produce",
        "provide",
        "offer",
        "supply",
        "give",
        "unveil",
        "gather",
        "bring",
        "break",
        "carry",
        "spread",
    )
)
_SHOWING = frozenset(("show", "present", "display", "release", "publish", "produce", "exhibit", "offer"))
_KEEPING = frozenset(("state", "record", "note", "write", "say", "log", "report", "enter", "list", "set down"))


def proofs(tree: Tree, voices: Voices, drafts: list[Draft]) -> None:
    """Add what such sentences attribute, where no other statement has the same words for its cue."""
    parse = tree.parse
    taken = {k for d in drafts if not d.author for k in words_in(d.cue)}
    for verb, upos in enumerate(parse.upos):
        if upos != "VERB" or verb in taken or parse.quoted[verb]:
            continue
        found = _led_by_noun(tree, voices, verb) or _kept_in(tree, voices, verb) or _shown_as(tree, voices, verb)
        if found is not None:
            drafts.append(found)
            taken |= words_in(found.cue)


def _led_by_noun(tree: Tree, voices: Voices, verb: int) -> Draft | None:
    """Return "Evidence of the sale | came from | two clerks", "... was published by the institute"."""
    lemma = tree.lemmas[verb]
    led = {"from"} if lemma in _COMING else {"by"} if lemma in _GIVING and tree.is_passive(verb) else set[str]()
    noun = tree.own_subject(verb)
    if not led or noun is None or tree.lemmas[noun] not in _PROOFS or tree.negations(verb):
        return None
    if any(tree.parse.words[k].lower() == "no" for k in tree.children(noun, "det")):
        return None
    source = next((o for o in tree.children(verb, "obl") if tree.case_of(o) in led and voices.can_speak(o)), None)
    told = [
        k for k in tree.children(noun, "nmod", "acl", "ccomp") if tree.relation(k) != "nmod" or tree.case_of(k) == "of"
    ]
    if source is None or not told or tree.parse.relations[told[0]] == "nmod:poss":
        return None
    content = runs(w for k in told for w in tree.subtree(k))
    entry = voices.lexicon.cue("report", "verb")
    a, b = voices.phrase(source)
    a += tree.parse.words[a].lower() in led
    return Draft(((a, b),), ((verb, verb + 1),), content, verb, entry)


def _kept_in(tree: Tree, voices: Voices, verb: int) -> Draft | None:
    """Return "In a log seen by the paper | it is recorded | that the crane moved"."""
    complement = tree.child(verb, "ccomp", "csubj")
    if tree.lemmas[verb] not in _KEEPING or not tree.is_passive(verb) or complement is None:
        return None
    document = next(
        (o for o in tree.children(verb, "obl") if tree.case_of(o) == "in" and _is_document(voices, o)), None
    )
    if document is None or not any(tree.parse.words[k].lower() == "it" for k in tree.children(verb, "expl", "nsubj")):
        return None
    a, b = voices.phrase(document)
    a += tree.parse.words[a].lower() == "in"
    return Draft(
        ((a, b),), ((verb, verb + 1),), runs(tree.subtree(complement)), verb, voices.lexicon.cue("show", "verb")
    )


def _shown_as(tree: Tree, voices: Voices, verb: int) -> Draft | None:
    """Return "The army | showed | pictures as proof of | the attack"."""
    subject = tree.subject(verb)
    proof = next(
        (o for o in tree.children(verb, "obl", "advcl") if tree.case_of(o) == "as" and tree.lemmas[o] in _PROOFS), None
    )
    if tree.lemmas[verb] not in _SHOWING or subject is None or proof is None or not voices.can_speak(subject):
        return None
    told = next((k for k in tree.children(proof, "nmod") if tree.case_of(k) in ("of", "for")), None)
    case = tree.child(told, "case") if told is not None else None
    if told is None or case is None:
        return None
    content = runs(w for w in tree.subtree(told) if w != case)
    return Draft(
        (voices.phrase(subject),),
        ((verb, verb + 1), (proof - 1, case + 1)),
        content,
        verb,
        voices.lexicon.cue("show", "verb"),
    )


def _is_document(voices: Voices, head: int) -> bool:
    noun = voices.noun_at(head)
    return noun is not None and noun.kind is VoiceKind.DOCUMENT
