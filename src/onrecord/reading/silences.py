"""Silences and doubts in a roundabout way: "there was no comment from the ministry", "found the story hard to credit"."""

from onrecord.reading.chains import end_of
from onrecord.reading.drafts import Draft
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices

__all__ = ["hard_to_credit", "no_comment", "unanswered"]

_BELIEVING = frozenset(("believe", "credit", "accept", "swallow"))
_ASKED = frozenset(("question", "request", "query", "inquiry", "call", "email", "message"))
_WITHOUT = ("unanswered", "without an answer", "without a reply", "without reply", "without answer")


def no_comment(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "There was no comment | on the sale | from the ministry", read off the order of the words."""
    parse = tree.parse
    a, b = parse.sentences[tree.sentence_of[k]]
    before = [w.lower() for w in parse.words[a:k]]
    if "there" not in before or "no" not in before[before.index("there") :]:
        return None
    led = next((w for w in range(k + 1, b) if parse.words[w].lower() in ("from", "by")), None)
    if led is None or not voices.can_speak(parse.head_of((led + 1, end_of(tree, led + 1, b)))):
        return None
    rest = tree.trimmed((led + 1, b))
    plain = all(parse.upos[w] not in ("VERB", "AUX", "SCONJ") for w in range(*rest))
    source = rest if plain else (led + 1, end_of(tree, led + 1, b))
    content = ((k + 1, led),) if led > k + 1 else ((k, k + 1),)
    return Draft((source,), ((k - 1, k + 1),), content, k, voices.lexicon.cue("decline", "verb"))


def unanswered(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "Questions | about the sale | put to the ministry went unanswered"."""
    parse, asked = tree.parse, tree.own_subject(k)
    if asked is None:
        asked = next((s for s in tree.children(k, "nsubj", "nsubj:pass")), None)
    if asked is None or tree.lemmas[asked] not in _ASKED:
        return None
    after = " ".join(parse.words[k + 1 : k + 4]).lower()
    if not after.startswith(_WITHOUT):
        return None
    inside = [w for w in range(asked, k) if parse.words[w].lower() == "to"]
    addressee = next((o for w in inside if (o := _headed(tree, w)) is not None and voices.can_speak(o)), None)
    if addressee is None:
        return None
    to = max(w for w in inside if w < addressee)
    source = tree.trimmed((to + 1, k))
    topic = next((o for o in tree.children(asked, "nmod") if tree.case_of(o) in ("about", "on", "over")), None)
    content = (
        runs(w for w in tree.subtree(topic) if w < to and parse.words[w].lower() != "put") if topic is not None else ()
    )
    return Draft((source,), ((k, k + 2),), content or ((asked, asked + 1),), k, voices.lexicon.cue("decline", "verb"))


def hard_to_credit(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The historian | found | the story | hard to credit"."""
    parse, subject = tree.parse, tree.own_subject(k)
    b = parse.sentences[tree.sentence_of[k]][1]
    words = [w.lower() for w in parse.words[k:b]]
    at = next((k + n for n, w in enumerate(words[:-2]) if w in ("hard", "difficult") and words[n + 1] == "to"), None)
    if (
        subject is None
        or at is None
        or at < k + 2
        or tree.lemmas[at + 2] not in _BELIEVING
        or not voices.can_speak(subject)
    ):
        return None
    cue = ((k, k + 1), (at, at + 3))
    return Draft((voices.phrase(subject),), cue, ((k + 1, at),), k, voices.lexicon.cue("doubt", "verb"))


def _headed(tree: Tree, case: int) -> int | None:
    """Return the noun that a preposition leads to."""
    return tree.parse.heads[case] if tree.relation(case) == "case" else None
