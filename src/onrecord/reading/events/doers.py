"""Who does what a verb tells: its subject, a controller, the noun it qualifies, and what the tree hung elsewhere."""

from onrecord.reading.cues import antecedent
from onrecord.reading.dates.words import listed
from onrecord.reading.tree import Tree

__all__ = ["LIGHT", "RELATIVES", "between_names", "case_of", "doer", "is_perfect", "is_reduced", "looks_a_verb"]

RELATIVES = frozenset(("who", "which", "that", "whom"))
_OBJECT_CONTROL = listed(
    "accuse urge ask tell order force help allow press oblige forbid prevent stop blame want let make see watch "
    "enable permit instruct persuade pressure encourage invite authorise authorize push warn advise implore beg "
    "suspect convince compel lobby direct beseech catch commission hire pay free license expect"
)
"""Verbs whose object does what their complement tells."""
_HAVING = listed("have has had having will would may might could did does do")
STEPS = 5
"""Words up the tree from a verb to who does it, at most."""
_HELD_AGAINST = listed("condemn criticise criticize blame punish sanction penalise penalize fine thank")
"""Verbs whose object did what follows "for"."""
_STANDING_FOR = frozenset(("part", "behalf"))
"""Nouns that stand for whose they are: "on the part of China"."""
LIGHT = listed(
    "make take carry conduct sign place begin start stop halt resume continue complete do give hold strike ink seal "
    "clinch cut renew repeat cast lodge issue enter agree negotiate pursue break cancel terminate honour honor "
    "secure land withdraw file pay have launch stage plan reach conclude win seek receive undergo attend"
)
"""Verbs whose subject does what their object names ("made three deliveries", "signed a contract")."""


def doer(tree: Tree, verb: int) -> int | None:
    """Return the grammatical subject of a verb, or what stands for it: the noun it qualifies, a controller, an antecedent."""
    subject = tree.subject(verb)
    if tree.own_subject(verb) is None and verb and looks_a_verb(tree, verb - 1):
        return verb - 1  # "the UN arms embargo expired"
    if between_names(tree, verb):
        return verb - 1
    strayed = _right_before(tree, verb) if tree.own_subject(verb) is None else None
    if strayed is not None:
        return strayed
    if tree.parse.relations[verb] == "amod" and tree.parse.heads[verb] is not None:
        return tree.parse.heads[verb]
    if (
        tree.own_subject(verb) is None
        and verb
        and tree.lemmas[verb - 1] == "have"
        and tree.own_subject(verb - 1) is not None
    ):
        return tree.own_subject(verb - 1)  # "China Has Armed Russia": the tree's slip
    if subject is not None and tree.lemmas[subject] in _STANDING_FOR and case_of(tree, subject) == "on":
        return tree.child(subject, "nmod") or subject
    if subject is None or tree.own_subject(verb) is None:
        subject = _controller(tree, verb) or subject
    if subject is not None and tree.parse.words[subject].lower() in RELATIVES:
        return antecedent(tree, verb)
    return subject


def between_names(tree: Tree, verb: int) -> bool:
    """Whether a past form stands between two names, though the tree has it qualify the second: "Italy armed Darfur's rebels"."""
    above, words = tree.parse.heads[verb], tree.parse.words
    if tree.relation(verb) != "amod" or above is None or not 0 < verb < above or not words[verb].endswith("ed"):
        return False
    return (
        tree.parse.upos[verb - 1] == "PROPN" and words[verb + 1][:1].isupper() and tree.child(verb - 1, "case") is None
    )


def _right_before(tree: Tree, verb: int) -> int | None:
    """Return the subject right before a verb that the tree hung on an earlier one: "...: nine members backed the draft"."""
    k = verb - 1
    while k >= 0 and tree.parse.upos[k] in ("ADV", "AUX", "PART"):
        k -= 1
    above = tree.parse.heads[k] if k >= 0 else None
    strayed = above is not None and above < k and tree.relation(k) == "nsubj" and tree.parse.upos[above] == "VERB"
    return k if strayed and tree.sentence_of[k] == tree.sentence_of[verb] else None


def is_perfect(tree: Tree, verb: int) -> bool:
    """Whether the tree takes an active for a passive: "China, which had abstained"."""
    words = {tree.parse.words[k].lower() for k in tree.auxiliaries(verb)}
    bare = not words and not tree.in_headline(verb)  # "The horse charged"
    return bare or (bool(words) and words <= _HAVING)


def _controller(tree: Tree, verb: int) -> int | None:
    """Return who does what a verb without a subject tells: "denied sending", "accused Iran of sending", "a plan to send"."""
    k, steps = verb, 0
    while steps < STEPS:
        above = tree.parse.heads[k]
        relation = tree.relation(k)
        if above is None or relation not in ("xcomp", "ccomp", "advcl", "acl", "conj", "obl", "nmod", "obj", "csubj"):
            return None
        if k < above and _opens(tree, k):
            return None  # "To supply Kyiv, she said, would ...": who does it the clause does not tell
        controller = tree.child(above, "obj", "iobj") if tree.lemmas[above] in _OBJECT_CONTROL else None
        if controller is not None and relation != "conj":
            return controller
        if relation == "acl" and tree.parse.upos[k] == "VERB" and k == verb and is_reduced(tree, verb):
            return None
        blamed = _for_which(tree, k, above) if k == verb else None
        if blamed is not None:
            return blamed
        if relation == "acl" and tree.parse.upos[above] == "NOUN" and not _held(tree, above):
            return None  # "the decision to impose": whose it is the sentence does not tell
        subject = tree.own_subject(above)
        if subject is not None and subject != k:
            return subject
        told = _under_another(tree, above) if relation == "xcomp" else _owner(tree, above)
        if told is not None:
            return told
        k, steps = above, steps + 1
    return None


def _opens(tree: Tree, k: int) -> bool:
    """Whether a clause that stands before its verb is a subject, or an infinitive."""
    infinitive = any(tree.parse.words[m].lower() == "to" for m in tree.children(k, "mark"))
    return tree.relation(k) == "csubj" or (infinitive and tree.relation(k) == "ccomp")


def _owner(tree: Tree, noun: int) -> int | None:
    """Return whose a noun is: "its plan to sell"."""
    if tree.parse.upos[noun] != "NOUN":
        return None
    return next((c for c in tree.children(noun, "nmod") if tree.parse.relations[c] == "nmod:poss"), None)


def _under_another(tree: Tree, verb: int) -> int | None:
    """Return the subject of a passive that the tree hung on a word before it: "shells worth $8m are thought to have reached"."""
    if not tree.is_passive(verb):
        return None
    before = [s for c in tree.children(verb) if c < verb for s in tree.children(c, "nsubj")]
    return before[0] if before and tree.own_subject(verb) is None else None


def _for_which(tree: Tree, k: int, above: int) -> int | None:
    """Return whom a deed is held against: "sanctions on Iran for supplying drones", "condemned Iran for supplying"."""
    if not any(tree.parse.words[m].lower() == "for" for m in tree.children(k, "mark")):
        return None
    for noun in (above, *tree.children(above, "obj")):
        for on in tree.children(noun, "nmod", "obl"):
            case = tree.child(on, "case")
            if case is not None and tree.parse.words[case].lower() in ("on", "against") and on < k:
                return on
    objects = [o for o in tree.children(above, "obj") if tree.parse.upos[above] == "VERB" and o < k]
    return objects[0] if objects and tree.lemmas[above] in _HELD_AGAINST else None


def _held(tree: Tree, noun: int) -> bool:
    """Whether a noun with an infinitive is somebody's: "its plan to", "made a promise to", "has no intention to"."""
    verb = tree.parse.heads[noun]
    owned = any(tree.parse.relations[k] == "nmod:poss" for k in tree.children(noun, "nmod"))
    return owned or (verb is not None and tree.lemmas[verb] in LIGHT and tree.relation(noun) == "obj")


def is_reduced(tree: Tree, verb: int) -> bool:
    """Whether a verb is a past participle without an auxiliary behind or before its noun ("drones supplied by")."""
    word = tree.parse.words[verb].lower()
    if word == "accused" and not tree.auxiliaries(verb) and tree.child(verb, "obj", "iobj") is None:
        return tree.own_subject(verb) is None
    if word == "bound":
        return False  # "a ship bound for Chile" is on its way
    first = verb
    while tree.relation(first) == "conj" and tree.own_subject(first) is None and not tree.auxiliaries(first):
        above = tree.parse.heads[first]
        if above is None:
            break
        first = above
    hanging = tree.relation(first) in ("acl", "amod") or (
        tree.relation(first) == "advcl" and _opens_clause(tree, first)
    )
    bare = hanging and not tree.auxiliaries(verb) and tree.own_subject(verb) is None
    return (
        bare
        and not word.endswith("ing")
        and not any(tree.parse.words[k].lower() == "to" for k in tree.children(verb, "mark"))
    )


def _opens_clause(tree: Tree, verb: int) -> bool:
    """Whether a past participle tells of the subject what was done to it: "Built in Tula, the gun turned up"."""
    word = tree.parse.words[verb].lower()
    past = word.endswith(("ed", "en", "wn", "ne")) or word != tree.lemmas[verb]
    return past and tree.child(verb, "mark") is None and tree.child(verb, "obj") is None and not tree.auxiliaries(verb)


def looks_a_verb(tree: Tree, k: int) -> bool:
    """Whether the tree takes a noun for a verb: it has an article or a noun before it and no subject, "the UN arms embargo"."""
    if tree.parse.upos[k] == "VERB" and tree.relation(k) in ("nsubj", "obj", "obl", "nmod") and not tree.auxiliaries(k):
        return tree.own_subject(k) is None and tree.child(k, "obj", "mark") is None
    return (
        tree.parse.upos[k] == "VERB"
        and tree.child(k, "compound", "det", "amod", "nmod") is not None
        and tree.own_subject(k) is None
        and not tree.auxiliaries(k)
        and not tree.children(k, "obj", "iobj", "xcomp", "ccomp", "mark")
    )


def case_of(tree: Tree, noun: int) -> str | None:
    """Return the preposition of a noun, the first of several ("out of"), but the one that leads somewhere ("on to")."""
    cases = [tree.parse.words[k].lower() for k in tree.children(noun, "case") if k < noun]
    led = [c for c in cases[1:] if c in ("to", "into", "from")]
    return led[0] if led else cases[0] if cases else None
