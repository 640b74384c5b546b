"""The parts of a sentence around a trigger: subject, object, possessor and what prepositions lead to, by head word."""

from collections import defaultdict
from collections.abc import Mapping

from onrecord.reading.cues import antecedent
from onrecord.reading.dates.words import listed
from onrecord.reading.events.doers import (
    LIGHT,
    RELATIVES,
    between_names,
    case_of,
    doer,
    is_perfect,
    is_reduced,
    looks_a_verb,
)
from onrecord.reading.tree import Tree

__all__ = ["LIGHT", "looks_a_verb", "noun_slots", "verb_slots"]

Slots = Mapping[str, list[int]]
OWNING = listed(
    "admit acknowledge deny defend halt stop end justify hide disown drop scrap cancel shelve plan consider weigh "
    "contemplate promise pledge suspend resume delay prepare arrange accelerate boost increase reduce propose "
    "announce double expand organise organize finance conceal postpone curtail offer intensify pause freeze"
)
"""Verbs whose object is mostly their subject's own act ("denied the sale")."""
_TAKING = frozenset(("take", "receive", "secure", "win", "seek", "await", "expect", "undergo", "attend"))
"""Of the light verbs, those whose subject is at the end of what their object names ("took delivery of")."""
_LOCAL = listed("to from by via through with against into for on over between")


def verb_slots(tree: Tree, verb: int) -> Slots:
    """Return the slots of a verb, active, passive, as a participle or controlled by another verb."""
    slots = defaultdict[str, list[int]](list)
    if between_names(tree, verb):
        return {"subject": _all(tree, verb - 1), "object": [tree.parse.heads[verb] or verb + 1]}
    passive = (tree.is_passive(verb) and not is_perfect(tree, verb)) or is_reduced(tree, verb)
    subject = doer(tree, verb)
    if tree.parse.relations[verb] == "acl:relcl" and not passive:
        _gap(tree, verb, subject, slots)
    objects = tree.children(verb, "obj")
    if subject is not None and subject != verb:
        receives = passive and objects and objects[0] > verb and tree.own_subject(verb) is not None
        slots["indirect" if receives else "object" if passive else "subject"] += _all(
            tree, subject
        )  # "was handed six tanks"
    _objects(tree, verb, objects, slots)
    slots["complement"] += tree.children(verb, "xcomp", "ccomp")
    _oblique(tree, verb, slots)
    slots["owner"] += [x for goods in slots["object"] for k in _owners(tree, goods) for x in _all(tree, k)]
    for goods in list(slots["object"]) if not passive or slots["indirect"] else list(slots["object"])[:1]:
        _attached(tree, goods, slots)
    if passive and "by" in slots:
        slots["subject"] += slots["by"]
    elif slots["subject"]:
        slots.pop("by", None)  # "resolutions ban all exports by Peru": who exports, not who bans
    _shared(tree, verb, slots)
    if not passive and not slots["object"]:
        slots["object"] += _strayed_object(tree, verb)
    return slots


def _objects(tree: Tree, verb: int, objects: list[int], slots: dict[str, list[int]]) -> None:
    two = len(objects) > 1 and objects[0] > verb  # "offered Chile six tanks"
    if two:
        slots["indirect"] += _all(tree, objects[0])
    for k in objects[two:]:
        about = antecedent(tree, verb) if tree.parse.words[k].lower() in RELATIVES else None
        slots["object"] += _all(tree, k if about is None else about)
        case = case_of(tree, k)
        if case is not None:
            slots[case] += _all(tree, k)  # "trade in weapons": the tree's slip
    for k in tree.children(verb, "iobj"):
        slots["indirect"] += _all(tree, k)


def _owners(tree: Tree, noun: int) -> list[int]:
    """Return whose a noun is: "its exports", "the assets of Mr Li"."""
    near = tree.children(noun, "nmod")
    return [k for k in near if tree.parse.relations[k] == "nmod:poss" or case_of(tree, k) == "of"]


def _strayed_object(tree: Tree, verb: int) -> list[int]:
    """Return the object that the tree hung on the verb above: "denied arming Moscow"."""
    above, words = tree.parse.heads[verb], tree.parse.words
    if above is None or above > verb or tree.relation(verb) not in ("xcomp", "amod", "acl", "advcl", "compound", "obj"):
        return []
    if not words[verb].endswith("ing") and tree.relation(verb) != "xcomp":
        return []
    return [
        k for o in tree.children(above, "obj") if o > verb and min(tree.subtree(o)) == verb + 1 for k in _all(tree, o)
    ]


def noun_slots(tree: Tree, noun: int) -> Slots:
    """Return the slots of a noun that names an act ("Norway's sale of drones to Chile", "made deliveries to")."""
    slots = defaultdict[str, list[int]](list)
    for k in tree.children(noun, "nmod"):
        case = case_of(tree, k)
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
        _from_clause(tree, clause, slots)
    subject = tree.own_subject(noun)
    slots["subject"] += _all(tree, subject) if subject is not None else []
    if tree.parse.words[noun].lower().endswith("ing"):
        slots["of"] += _strayed_object(tree, noun)
    above = tree.parse.heads[noun]
    if above is not None:
        _whose(tree, noun, above, slots)
    return slots


def _whose(tree: Tree, noun: int, above: int, slots: dict[str, list[int]]) -> None:
    """Add whose an act is by the word it hangs on: "Russia's use of the veto", "denied the sale", "made three deliveries"."""
    if not slots["possessor"] and tree.parse.upos[above] == "NOUN" and case_of(tree, noun) == "of":
        slots["possessor"] += [k for k in tree.children(above, "nmod") if tree.parse.relations[k] == "nmod:poss"]
    if tree.lemmas[above] == "put" and case_of(tree, noun) == "through":
        own = doer(tree, above)  # "put them through training"
        slots["possessor"] += _all(tree, own) if own is not None else []
        slots["taker"] += [x for k in tree.children(above, "obj") for x in _all(tree, k)]
    owned = tree.lemmas[above] in OWNING and tree.relation(noun) == "obj" and not slots["possessor"]
    if owned and not slots["by"]:
        own = doer(tree, above)
        slots["possessor"] += _all(tree, own) if own is not None and not tree.is_passive(above) else []
    if tree.lemmas[above] not in LIGHT or tree.relation(noun) not in ("obj", "nsubj"):
        return
    around = verb_slots(tree, above)
    if tree.relation(noun) == "obj":
        taker = "taker" if tree.lemmas[above] in _TAKING else "possessor"
        slots[taker] += [k for k in around.get("subject", ()) if k != noun]
    for case in (_LOCAL | {"of"}) & set(around):
        slots[case] += [k for k in around[case] if k not in slots[case]]


def _from_clause(tree: Tree, clause: int, slots: dict[str, list[int]]) -> None:
    """Add who does what a relative clause says is done with a noun: "the memorandum they signed with Turkey"."""
    own = tree.own_subject(clause)
    if tree.parse.relations[clause] != "acl:relcl" or tree.lemmas[clause] not in LIGHT:
        return
    if own is None or tree.is_passive(clause) or tree.parse.words[own].lower() in RELATIVES:
        return
    slots["possessor"] += [k for k in _all(tree, own) if k not in slots["possessor"]]
    for k in tree.children(clause, "obl"):
        case = case_of(tree, k)
        if case in _LOCAL:
            slots[case] += [x for x in _all(tree, k) if x not in slots[case]]


def _all(tree: Tree, head: int) -> list[int]:
    """Return a noun and what is coordinated with it, or with the name beside it ("its head, Ann Li, and three others")."""
    nouns = ("NOUN", "PROPN", "PRON", "NUM")
    beside = [head, *tree.children(head, "appos")]
    others = [k for b in beside for k in tree.children(b, "conj") if tree.parse.upos[k] in nouns]
    return list(dict.fromkeys([head, *(x for k in others for x in _all(tree, k))]))


def _gap(tree: Tree, verb: int, subject: int | None, slots: dict[str, list[int]]) -> None:
    """Give "the drones that Iran sold" its object: what the clause is about, if the verb has a subject of its own."""
    about = tree.parse.heads[verb]
    own = tree.own_subject(verb)
    if about is not None and own is not None and subject == own and tree.parse.words[own].lower() not in RELATIVES:
        slots["object"].append(about)


def _oblique(tree: Tree, verb: int, slots: dict[str, list[int]]) -> None:
    for k in tree.children(verb, "obl"):
        case = case_of(tree, k)
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
        case = case_of(tree, k)
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
