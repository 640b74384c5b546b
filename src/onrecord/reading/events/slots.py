"""The parts of a sentence around a trigger: subject, object, possessor and what prepositions lead to, by head word."""

from collections import defaultdict
from collections.abc import Mapping

from onrecord.reading.cues import antecedent
from onrecord.reading.tree import Tree

__all__ = ["looks_a_verb", "noun_slots", "verb_slots"]

Slots = Mapping[str, list[int]]
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_OBJECT_CONTROL = frozenset(
    ("accuse", "urge", "ask", "tell", "order", "force", "help", "allow", "press", "oblige",
     "forbid", "prevent", "stop", "blame", "want", "let", "make", "see", "watch", "enable", "permit", "instruct", "persuade",
     "pressure", "encourage", "invite", "authorise", "authorize", "push", "warn", "advise", "implore", "beg", "suspect",
     "convince", "compel", "lobby", "direct", "beseech", "catch", "commission", "hire", "pay", "free", "license", "expect")
)  # fmt: skip
"""Verbs whose object does what their complement tells."""
_HAVING = frozenset(("have", "has", "had", "having", "will", "would", "may", "might", "could", "did", "does", "do"))
STEPS = 5
"""Words up the tree from a verb to who does it, at most."""
LIGHT = frozenset(
    (
        "make", "take", "carry", "conduct", "sign", "place", "begin", "start", "stop", "halt", "resume", "continue", "complete",
        "do", "give", "hold", "strike", "ink", "seal", "clinch", "cut", "renew", "repeat", "cast", "lodge", "issue", "enter", "agree",
        "negotiate", "pursue", "break", "cancel", "terminate", "honour", "honor", "secure", "land", "withdraw", "file", "pay", "have", "launch", "stage", "plan", "reach", "conclude", "win", "seek", "receive",
    )
)  # fmt: skip
"""Verbs whose subject does what their object names ("made three deliveries", "signed a contract")."""
_HELD_AGAINST = frozenset(
    ("condemn", "criticise", "criticize", "blame", "punish", "sanction", "penalise", "penalize", "fine", "thank")
)
"""Verbs whose object did what follows "for"."""
OWNING = frozenset(
    (
        "admit", "acknowledge", "deny", "defend", "halt", "stop", "end", "justify", "hide", "disown", "drop", "scrap", "cancel",
        "shelve", "plan", "consider", "weigh", "contemplate", "promise", "pledge", "suspend", "resume", "delay", "prepare", "arrange",
        "accelerate", "boost", "increase", "reduce", "propose", "announce", "double", "expand", "organise", "organize", "finance",
        "conceal", "postpone", "curtail", "offer", "intensify", "pause", "freeze",
    )
)  # fmt: skip
"""Verbs whose object is mostly their subject's own act ("denied the sale")."""
_STANDING_FOR = frozenset(("part", "behalf"))
"""Nouns that stand for whose they are: "on the part of China"."""
_TAKING = frozenset(("take", "receive", "secure", "win", "seek", "await", "expect"))
"""Of the light verbs, those whose subject is at the end of what their object names ("took delivery of")."""
_LOCAL = frozenset(("to", "from", "by", "via", "through", "with", "against", "into", "for", "on", "over", "between"))


def verb_slots(tree: Tree, verb: int) -> Slots:
    """Return the slots of a verb, active, passive, as a participle or controlled by another verb."""
    slots = defaultdict[str, list[int]](list)
    if _between_names(tree, verb):
        return {"subject": _all(tree, verb - 1), "object": [tree.parse.heads[verb] or verb + 1]}
    passive = (tree.is_passive(verb) and not _is_perfect(tree, verb)) or _is_reduced(tree, verb)
    subject = _doer(tree, verb)
    if tree.parse.relations[verb] == "acl:relcl" and not passive:
        _gap(tree, verb, subject, slots)
    objects = tree.children(verb, "obj")
    if subject is not None and subject != verb:
        receives = passive and objects and objects[0] > verb and tree.own_subject(verb) is not None  # "was handed six tanks"
        slots["indirect" if receives else "object" if passive else "subject"] += _all(tree, subject)
    two = len(objects) > 1 and objects[0] > verb  # "offered Chile six tanks"
    if two:
        slots["indirect"] += _all(tree, objects[0])
    for k in objects[two:]:
        about = antecedent(tree, verb) if tree.parse.words[k].lower() in _RELATIVES else None
        slots["object"] += _all(tree, k if about is None else about)
        case = _case(tree, k)
        if case is not None:
            slots[case] += _all(tree, k)  # "trade in weapons": the tree's slip
    for k in tree.children(verb, "iobj"):
        slots["indirect"] += _all(tree, k)
    for k in tree.children(verb, "xcomp", "ccomp"):
        slots["complement"].append(k)
    _oblique(tree, verb, slots)
    for goods in slots["object"]:
        owners = [k for k in tree.children(goods, "nmod") if tree.parse.relations[k] == "nmod:poss" or _case(tree, k) == "of"]
        slots["owner"] += [x for k in owners for x in _all(tree, k)]
    for goods in list(slots["object"]) if not passive or slots["indirect"] else list(slots["object"])[:1]:
        _attached(tree, goods, slots)
    if passive and "by" in slots:
        slots["subject"] += slots["by"]
    _shared(tree, verb, slots)
    if not passive and not slots["object"]:
        slots["object"] += _strayed_object(tree, verb)
    return slots


def _strayed_object(tree: Tree, verb: int) -> list[int]:
    """Return the object that the tree hung on the verb above: "denied arming Moscow"."""
    above, words = tree.parse.heads[verb], tree.parse.words
    if above is None or above > verb or tree.relation(verb) not in ("xcomp", "amod", "acl", "advcl", "compound", "obj"):
        return []
    if not words[verb].endswith("ing") and tree.relation(verb) != "xcomp":
        return []
    return [k for o in tree.children(above, "obj") if o > verb and min(tree.subtree(o)) == verb + 1 for k in _all(tree, o)]


def _between_names(tree: Tree, verb: int) -> bool:
    """Whether a past form stands between two names as in a headline, though the tree has it qualify the second: "Italy armed
    Darfur's militias"."""
    above, words = tree.parse.heads[verb], tree.parse.words
    if tree.relation(verb) != "amod" or above is None or not 0 < verb < above or not words[verb].endswith("ed"):
        return False
    return tree.parse.upos[verb - 1] == "PROPN" and words[verb + 1][:1].isupper() and tree.child(verb - 1, "case") is None


def _right_before(tree: Tree, verb: int) -> int | None:
    """Return the subject right before a verb that the tree hung on an earlier one: "...: nine members backed the draft"."""
    k = verb - 1
    while k >= 0 and tree.parse.upos[k] in ("ADV", "AUX", "PART"):
        k -= 1
    above = tree.parse.heads[k] if k >= 0 else None
    strayed = above is not None and above < k and tree.relation(k) == "nsubj" and tree.parse.upos[above] == "VERB"
    return k if strayed and tree.sentence_of[k] == tree.sentence_of[verb] else None


def _is_perfect(tree: Tree, verb: int) -> bool:
    """Whether the tree takes an active for a passive: "China, which had abstained"."""
    words = {tree.parse.words[k].lower() for k in tree.auxiliaries(verb)}
    return bool(words) and words <= _HAVING


def _doer(tree: Tree, verb: int) -> int | None:
    """Return the grammatical subject of a verb, or what stands for it: the noun it qualifies, a controller, an antecedent."""
    subject = tree.subject(verb)
    if tree.own_subject(verb) is None and verb and looks_a_verb(tree, verb - 1):
        return verb - 1  # "the UN arms embargo expired"
    if _between_names(tree, verb):
        return verb - 1
    strayed = _right_before(tree, verb) if tree.own_subject(verb) is None else None
    if strayed is not None:
        return strayed
    if tree.parse.relations[verb] == "amod" and tree.parse.heads[verb] is not None:
        return tree.parse.heads[verb]
    if tree.own_subject(verb) is None and verb and tree.lemmas[verb - 1] == "have" and tree.own_subject(verb - 1) is not None:
        return tree.own_subject(verb - 1)  # "China Has Armed Russia": the tree's slip
    if subject is not None and tree.lemmas[subject] in _STANDING_FOR and _case(tree, subject) == "on":
        return tree.child(subject, "nmod") or subject
    if subject is None or tree.own_subject(verb) is None:
        subject = _controller(tree, verb) or subject
    if subject is not None and tree.parse.words[subject].lower() in _RELATIVES:
        return antecedent(tree, verb)
    return subject


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


def noun_slots(tree: Tree, noun: int) -> Slots:
    """Return the slots of a noun that names an act ("Norway's sale of drones to Chile", "made deliveries to")."""
    slots = defaultdict[str, list[int]](list)
    for k in tree.children(noun, "nmod"):
        case = _case(tree, k)
        if tree.parse.relations[k] == "nmod:poss":
            slots["possessor"] += _all(tree, k)
        elif case is not None:
            slots[case] += _all(tree, k)
    for k in list(slots["of"]):
        _attached(tree, k, slots)
    for k in tree.children(noun, "compound", "amod"):
        slots["compound"].append(k)
        if tree.parse.words[k][:1].isupper():
            slots["possessor"].append(k)
    for clause in tree.children(noun, "acl"):
        if tree.parse.relations[clause] == "acl:relcl" and tree.lemmas[clause] in LIGHT:
            _from_clause(tree, clause, slots)
    use = tree.parse.heads[noun]
    if not slots["possessor"] and use is not None and tree.parse.upos[use] == "NOUN" and _case(tree, noun) == "of":
        slots["possessor"] += [k for k in tree.children(use, "nmod") if tree.parse.relations[k] == "nmod:poss"]
    subject = tree.own_subject(noun)
    slots["subject"] += _all(tree, subject) if subject is not None else []
    if tree.parse.words[noun].lower().endswith("ing"):
        slots["of"] += _strayed_object(tree, noun)
    verb = tree.parse.heads[noun]
    owned = verb is not None and tree.lemmas[verb] in OWNING and tree.relation(noun) == "obj" and not slots["possessor"]
    if verb is not None and owned and not slots["by"]:
        doer = _doer(tree, verb)
        slots["possessor"] += _all(tree, doer) if doer is not None and not tree.is_passive(verb) else []
    if verb is not None and tree.lemmas[verb] in LIGHT and tree.relation(noun) in ("obj", "nsubj"):
        above = verb_slots(tree, verb)
        if tree.relation(noun) == "obj":
            taker = "taker" if tree.lemmas[verb] in _TAKING else "possessor"
            slots[taker] += [k for k in above["subject"] if k != noun]
        for case in (_LOCAL | {"of"}) & set(above):
            slots[case] += [k for k in above[case] if k not in slots[case]]
    return slots


def _from_clause(tree: Tree, clause: int, slots: dict[str, list[int]]) -> None:
    """Add who does what a relative clause says is done with a noun: "the memorandum they signed with Turkey"."""
    own = tree.own_subject(clause)
    if own is None or tree.is_passive(clause) or tree.parse.words[own].lower() in _RELATIVES:
        return
    slots["possessor"] += [k for k in _all(tree, own) if k not in slots["possessor"]]
    for k in tree.children(clause, "obl"):
        case = _case(tree, k)
        if case in _LOCAL:
            slots[case] += [x for x in _all(tree, k) if x not in slots[case]]


def _controller(tree: Tree, verb: int) -> int | None:
    """Return who does what a verb without a subject tells: "denied sending", "accused Iran of sending", "a plan to send"."""
    k, steps = verb, 0
    while steps < STEPS:
        above = tree.parse.heads[k]
        relation = tree.relation(k)
        if above is None or relation not in ("xcomp", "ccomp", "advcl", "acl", "conj", "obl", "nmod", "obj", "csubj"):
            return None
        infinitive = any(tree.parse.words[m].lower() == "to" for m in tree.children(k, "mark"))
        if k < above and relation in ("ccomp", "csubj") and (infinitive or relation == "csubj"):
            return None  # "To supply Kyiv, she said, would ...": who does it the clause does not tell
        if (
            tree.lemmas[above] in _OBJECT_CONTROL
            and tree.child(above, "obj", "iobj") is not None
            and relation != "conj"
        ):
            return tree.child(above, "obj", "iobj")
        if relation == "acl" and tree.parse.upos[k] == "VERB" and k == verb and _is_reduced(tree, verb):
            return None
        blamed = _for_which(tree, k, above) if k == verb else None
        if blamed is not None:
            return blamed
        if relation == "acl" and tree.parse.upos[above] == "NOUN" and not _held(tree, above):
            return None  # "the decision to impose": whose it is the sentence does not tell
        subject = tree.own_subject(above)
        if subject is not None and subject != k:
            return subject
        strayed = _under_another(tree, above) if relation == "xcomp" and tree.is_passive(above) else None
        if strayed is not None:
            return strayed
        owner = next((c for c in tree.children(above, "nmod") if tree.parse.relations[c] == "nmod:poss"), None)
        if owner is not None and tree.parse.upos[above] == "NOUN":
            return owner
        k, steps = above, steps + 1
    return None


def _under_another(tree: Tree, verb: int) -> int | None:
    """Return the subject of a passive that the tree hung on a word before it: "shells worth $8m are thought to have reached"."""
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


def _all(tree: Tree, head: int) -> list[int]:
    """Return a noun and what is coordinated with it, or with the name beside it ("its head, Ann Li, and three others")."""
    nouns = ("NOUN", "PROPN", "PRON", "NUM")
    beside = [head, *tree.children(head, "appos")]
    others = [k for b in beside for k in tree.children(b, "conj") if tree.parse.upos[k] in nouns]
    return list(dict.fromkeys([head, *(x for k in others for x in _all(tree, k))]))


def _case(tree: Tree, noun: int) -> str | None:
    """Return the preposition of a noun, the first of several ("out of"), but the one that leads somewhere ("on to")."""
    cases = [tree.parse.words[k].lower() for k in tree.children(noun, "case") if k < noun]
    led = [c for c in cases[1:] if c in ("to", "into", "from")]
    return led[0] if led else cases[0] if cases else None


def _is_reduced(tree: Tree, verb: int) -> bool:
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
    hanging = tree.relation(first) in ("acl", "amod") or (tree.relation(first) == "advcl" and _opens_clause(tree, first))
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


def _gap(tree: Tree, verb: int, subject: int | None, slots: dict[str, list[int]]) -> None:
    """Give "the drones that Iran sold" its object: what the clause is about, if the verb has a subject of its own."""
    about = tree.parse.heads[verb]
    own = tree.own_subject(verb)
    if about is not None and own is not None and subject == own and tree.parse.words[own].lower() not in _RELATIVES:
        slots["object"].append(about)


def _oblique(tree: Tree, verb: int, slots: dict[str, list[int]]) -> None:
    for k in tree.children(verb, "obl"):
        case = _case(tree, k)
        if case is not None:
            slots[case] += _all(tree, k)
        elif k > verb and not slots["object"] and tree.parse.upos[k] == "NOUN" and not tree.is_passive(verb):
            slots["object"] += _all(tree, k)  # "handed over six tanks": the tree's slip
    for k in tree.children(verb, "advcl"):
        mark = tree.child(k, "mark")
        if mark is not None and tree.parse.words[mark].lower() in ("of", "to", "with", "from"):
            slots["complement"].append(k)


def _attached(tree: Tree, noun: int, slots: dict[str, list[int]]) -> None:
    """Add what the tree hangs on the object instead of the verb: "sent missiles to Russia"."""
    for k in tree.children(noun, "nmod"):
        case = _case(tree, k)
        if case in _LOCAL and tree.parse.relations[k] != "nmod:poss":
            slots[case] += [x for x in _all(tree, k) if x not in slots[case]]


def _shared(tree: Tree, verb: int, slots: dict[str, list[int]]) -> None:
    """Let coordinated verbs share an object that follows the last of them: "made and sold drones"."""
    head = tree.parse.heads[verb]
    if slots["object"]:
        return
    for k in tree.children(verb, "conj"):
        if tree.parse.upos[k] == "VERB" and tree.own_subject(k) is None:
            slots["object"] += [x for o in tree.children(k, "obj") for x in _all(tree, o)]
    if tree.relation(verb) == "conj" and head is not None and tree.parse.upos[head] == "VERB" and tree.is_passive(head):
        subject = tree.subject(head)
        slots["object"] += [subject] if subject is not None else []
