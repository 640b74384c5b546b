"""Attributions to people in a roundabout way: "has two aides saying that", "the first to say so were two aides"."""

from onrecord.reading.chains import end_of, is_outlet, publishes, spoken
from onrecord.reading.drafts import Draft, Hop
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Act, Relation

__all__ = [
    "as_revealed",
    "first_to_say",
    "gave_account",
    "had_saying",
    "if_right",
    "learned_from",
    "talked_about",
    "to_the_effect",
]

_ACCOUNTS = frozenset(("account", "detail", "details", "description", "confirmation", "version"))
_TELLING = frozenset((Act.SAY, Act.SHOW, Act.REPORT))
_EFFECT = ("to", "the", "effect", "that")
FARTHEST = 30
"""Words between the two halves of such a cue, at most."""


def had_saying(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The daily has | two aides | saying | that the yard closed"."""
    parse = tree.parse
    if not parse.words[k].lower().endswith("ing"):
        return None
    a = parse.sentences[tree.sentence_of[k]][0]
    have = next((h for h in range(k - 1, max(a, k - FARTHEST), -1) if parse.upos[h] in ("VERB", "AUX")), None)
    complement = tree.child(k, "ccomp")
    if have is None or tree.lemmas[have] != "have" or have == k - 1 or complement is None:
        return None
    carrier = next((c for c in range(have - 1, a - 1, -1) if is_outlet(voices, c)), None)
    source = tree.trimmed((have + 1, k))
    if carrier is None or not voices.can_speak(parse.head_of(source)):
        return None
    return Draft(
        (source,), ((have, have + 1), (k, k + 1)), runs(tree.subtree(complement)), k, voices.lexicon.cue("say", "verb"),
        hops=[Hop(voices.whole(carrier), Relation.RELAY)],
    )  # fmt: skip


def talked_about(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "Two clerks | spoke to | the daily about the sale of the yard": people without a name, to an outlet."""
    parse, subject = tree.parse, tree.own_subject(k)
    if subject is None or not voices.can_speak(subject) or voices.name_at(subject) or tree.negations(k):
        return None
    told = next(
        (o for o in tree.children(k, "obl") if tree.case_of(o) in ("to", "with") and publishes(voices, o)), None
    )
    about = next((o for o in tree.children(k, "obl") if tree.case_of(o) == "about"), None)
    if told is None or about is None or parse.upos[subject] != "NOUN":
        return None
    content = runs(w for w in tree.subtree(about) if tree.case_of(about) != tree.parse.words[w].lower())
    return Draft((voices.phrase(subject),), ((k, k + 1),), content, k, voices.lexicon.cue("tell", "verb"))


def learned_from(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The agency | has learned from | seven people | that the yard closed"."""
    subject, told = tree.own_subject(k), tree.child(k, "ccomp")
    people = next((o for o in tree.children(k, "obl") if tree.case_of(o) == "from" and voices.can_speak(o)), None)
    if subject is None or told is None or people is None or not publishes(voices, subject):
        return None
    hops = [Hop(voices.whole(subject), Relation.RELAY)]
    return Draft(
        (voices.phrase(people),),
        ((k, k + 1),),
        runs(tree.subtree(told)),
        k,
        voices.lexicon.cue("tell", "verb"),
        hops=hops,
    )


def first_to_say(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The first to say | that the yard closed | were | seven sources quoted by the daily"."""
    parse = tree.parse
    b = parse.sentences[tree.sentence_of[k]][1]
    said = tree.child(k + 2, "ccomp") if parse.words[k + 1].lower() == "to" else None
    cue = voices.lexicon.cue(tree.lemmas[k + 2], "verb")
    if said is None or cue is None:
        return None
    end = max(tree.subtree(said)) + 1
    if end + 1 >= b or tree.lemmas[end] != "be":
        return None
    source = (end + 1, end_of(tree, end + 1, b))
    if source[0] >= source[1] or not voices.can_speak(parse.head_of(source)):
        return None
    return Draft((source,), ((k + 2, k + 3),), runs(tree.subtree(said)), k + 2, cue)


def gave_account(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "Six sources | gave | the daily an account of | the sale"."""
    parse, subject = tree.parse, tree.own_subject(k)
    account = next((o for o in tree.children(k, "obj") if tree.lemmas[o] in _ACCOUNTS), None)
    told = (
        next((o for o in tree.children(account, "nmod") if tree.case_of(o) == "of"), None)
        if account is not None
        else None
    )
    if subject is None or account is None or told is None or not voices.can_speak(subject) or tree.negations(k):
        return None
    between = [w for w in range(k + 1, account) if parse.upos[w] in ("PROPN", "NOUN") and publishes(voices, w)]
    case = tree.child(told, "case")
    content = runs(w for w in tree.subtree(told) if w != case)
    hops = [Hop(voices.whole(between[0]), Relation.UTTERANCE)] if between else []
    return Draft((voices.phrase(subject),), ((k, k + 1),), content, k, voices.lexicon.cue("tell", "verb"), hops=hops)


def that_is_what(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The yard will close: | that is what | two aides | told the daily"."""
    parse = tree.parse
    a, b = parse.sentences[tree.sentence_of[k]]
    if (
        k < a + 5
        or parse.words[k - 2].lower() not in ("that", "this")
        or parse.words[k - 3] not in (":", ";", ",", "–", "—")
    ):
        return None
    verb = next((w for w in range(k + 2, b) if parse.upos[w] == "VERB"), None)
    cue = voices.lexicon.cue(tree.lemmas[verb], "verb") if verb is not None else None
    if verb is None or cue is None or not voices.can_speak(parse.head_of((k + 1, verb))):
        return None
    after = [w for w in range(verb + 1, b) if parse.upos[w] == "PROPN" and publishes(voices, w)]
    hops = [Hop(voices.whole(after[0]), Relation.UTTERANCE)] if after else []
    return Draft(
        (tree.trimmed((k + 1, verb)),), ((k - 2, k + 1), (verb, verb + 1)), ((a, k - 3),), verb, cue, hops=hops
    )


def as_revealed(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "As | the daily | revealed in May, | the yard had closed"."""
    parse = tree.parse
    b = parse.sentences[tree.sentence_of[k]][1]
    comma = next((w for w in range(k + 2, min(k + FARTHEST, b)) if parse.words[w] == ","), None)
    verb = next((w for w in range(k + 1, comma or k) if parse.upos[w] == "VERB"), None)
    if comma is None or verb is None or tree.relation(verb) != "advcl":
        return None
    cue, subject = voices.lexicon.cue(tree.lemmas[verb], "verb"), tree.own_subject(verb)
    if (
        cue is None
        or subject is None
        or cue.act not in _TELLING
        or not voices.can_speak(subject)
        or tree.children(verb, "obj", "ccomp")
    ):
        return None
    content = spoken(tree, set(range(comma + 1, b)))
    return Draft((voices.phrase(subject),), ((verb, verb + 1),), runs(content), verb, cue) if content else None


def to_the_effect(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "The daily | quoted | two aides | to the effect that | the yard had closed"."""
    parse = tree.parse
    b = parse.sentences[tree.sentence_of[k]][1]
    at = next(
        (
            w
            for w in range(k + 2, min(k + FARTHEST, b - 4))
            if tuple(x.lower() for x in parse.words[w : w + 4]) == _EFFECT
        ),
        None,
    )
    subject = tree.own_subject(k)
    if at is None or subject is None or not voices.can_speak(subject):
        return None
    source = tree.trimmed((k + 1, at))
    source = (source[0], next((w for w in range(*source) if parse.upos[w] == "ADP" and w > source[0]), source[1]))
    if not voices.can_speak(parse.head_of(source)):
        return None
    content = spoken(tree, set(range(at + 4, b)))
    hops = [Hop(voices.phrase(subject), Relation.RELAY)]
    return Draft((source,), ((k, k + 1), (at, at + 4)), runs(content), k, voices.lexicon.cue("say", "verb"), hops=hops)


def if_right(tree: Tree, voices: Voices, k: int) -> Draft | None:
    """Return "If | eight people quoted by the daily | are right, the yard closed": their word, held for possible."""
    parse = tree.parse
    a, b = parse.sentences[tree.sentence_of[k]]
    subject = tree.own_subject(k)
    start = next((m for m in range(a, k) if parse.words[m].lower() == "if"), None)
    if subject is None or start is None or parse.words[k + 1 : k + 2] != (",",) or not voices.can_speak(subject):
        return None
    copula = tree.child(k, "cop")
    content = spoken(tree, set(range(k + 2, b)))
    if copula is None or not content:
        return None
    return Draft(((start + 1, copula),), ((copula, k + 1),), runs(content), k, voices.lexicon.cue("suggest", "verb"))
