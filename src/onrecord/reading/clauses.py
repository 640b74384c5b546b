"""The main clause of what is said, and what its form tells: a question, an order, what is to come, what never was."""

from dataclasses import dataclass

from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.reading.sides import THIRD, is_own_side
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree

__all__ = ["Clause", "asks", "clause_of", "is_imperative", "is_to", "none_there", "to_come", "to_follows"]

_DEEDS = frozenset(
    (
        "delivery",
        "production",
        "supply",
        "support",
        "aid",
        "export",
        "shipment",
        "work",
        "assistance",
        "training",
        "sale",
        "cover",
    )
)
"""Nouns for what a side does itself: "Deliveries will go on" is its promise."""
_HAVING = frozenset(("have", "be"))
_NOMINATIVE = frozenset(("i", "we", "he", "she", "they"))
_POLITE = frozenset(("thank", "look", "see", "welcome", "say", "take"))
_NOT_DENIED = frozenset(("doubt", "mandate", "choice", "idea"))
"""Nouns whose "no" denies no act of one's own: "has no mandate" asserts."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a content.

    Attributes:
        head: its predicate.
        subject: its subject, wherever that stands.
        own: whether the subject is the source or its side.
        modals: auxiliaries and copulas in lower case.
        negated: whether it or its object is denied.
        undone: whether it tells of something with arms that was not done, without telling by whom ("No licence was issued").
        impersonal: whether it is in the passive and tells nothing of who acts ("the papers will be checked").
        authority: whether the source speaks with the authority of a state or of a body of its own.
        copula: whether it has one.
        words: lemmas of the predicate and its complements, with their adjectives.
    """

    head: int
    subject: int | None
    own: bool
    modals: set[str]
    negated: bool
    undone: bool
    impersonal: bool
    authority: bool
    copula: bool
    words: frozenset[str]


def clause_of(tree: Tree, speakers: Speakers, draft: Draft, head: int) -> Clause:
    """Return the clause of a predicate in what a statement says."""
    subject = tree.subject(head)
    own = False
    if subject is not None and covers(draft.content, subject):
        own = is_own_side(tree, speakers, draft, subject)
        own = own or (none_there(tree, head) and speakers.same_side(draft.source[0], head) if draft.source else False)
    elif subject is not None:
        own = covers(draft.source, subject) or tree.parse.words[subject].lower() in THIRD
        own = own or (bool(draft.source) and is_own_side(tree, speakers, draft, subject))
    near: tuple[int, ...] = (head, *tree.children(head, "xcomp", "obl", "obj"))
    said = words_in(draft.content)
    if not any(tree.parse.upos[k] in ("VERB", "AUX") for k in said):
        near = tuple(said)  # "called the allegations unfounded": no clause, so that every word counts
    negated = _is_negated(tree, head)
    free = subject is None or not _is_party(tree, speakers, subject)
    undone = negated and free and not _by_agent(tree, head) and (_of_arms(tree, speakers, said) or _is_ours(tree, said))
    lasting = subject is not None and tree.lemmas[subject] in _DEEDS
    passive = tree.is_passive(head) and not _by_agent(tree, head)
    impersonal = (free and lasting) or (passive and (subject is None or tree.parse.upos[subject] != "PROPN"))
    speaks = (undone or impersonal) and bool(draft.source)
    return Clause(
        head,
        subject,
        own,
        tree.modals(head),
        negated,
        undone,
        impersonal,
        speaks and speakers.has_authority(draft.source[0]),
        tree.child(head, "cop") is not None,
        frozenset(tree.lemmas[k] for o in near for k in (o, *tree.children(o, "amod", "compound"))),
    )


def _is_negated(tree: Tree, head: int) -> bool:
    """Whether a clause is denied, by "not", a subject or object that is none, or "at no time"."""
    if bool(tree.negations(head)) or _denied_noun(tree, head) or tree.has_no_subject(head) or none_there(tree, head):
        return True
    subject = tree.own_subject(head)
    if subject is not None and tree.text(tree.phrase(subject)).startswith(("not a ", "not one", "nobody", "nothing")):
        return True
    near = [k for o in tree.children(head, "obj", "obl") for k in (o, *tree.children(o, "det", "nmod"))]
    near += [k for o in tree.children(head, "obj") for n in tree.children(o, "nmod") for k in tree.children(n, "det")]
    return (
        any(tree.parse.words[k].lower() in ("no", "nothing", "nobody") for k in near)
        and tree.lemmas[head] not in _HAVING
    )


def _is_party(tree: Tree, speakers: Speakers, subject: int) -> bool:
    """Whether a subject is a state, a body or a person, whose doings are its own and not the source's."""
    word = tree.parse.words[subject].lower()
    if word in ("nobody", "nothing", "none", "it", "that", "one") or tree.text(tree.phrase(subject)).startswith("not "):
        return False
    return tree.parse.upos[subject] == "PROPN" or speakers.voices.can_speak(subject)


def _is_ours(tree: Tree, said: set[int]) -> bool:
    """Whether a quotation speaks of what belongs to who speaks: "not one of our engineers", "left our warehouse"."""
    return any(tree.parse.words[k].lower() in ("our", "us") and tree.parse.quoted[k] for k in said)


def _by_agent(tree: Tree, head: int) -> bool:
    return any(tree.parse.relations[k] == "obl:agent" for k in tree.children(head, "obl"))


def _of_arms(tree: Tree, speakers: Speakers, words: set[int]) -> bool:
    """Whether words speak of arms or of trade in them."""
    table = speakers.voices.lexicon.subjects
    return any((tree.lemmas[k], tree.parse.upos[k].lower()) in table for k in words)


def asks(tree: Tree, draft: Draft) -> bool:
    """Whether what is said is a question."""
    last = max(words_in(draft.content))
    return "?" in tree.parse.words[max(0, last - 2) : last + 2]


def is_imperative(tree: Tree, clause: Clause) -> bool:
    """Whether a quotation orders: "Stop the deliveries", "Let the council vote"; "Thank you" and "See you" do not."""
    head = clause.head
    bare = tree.parse.upos[head] == "VERB" and tree.parse.words[head].lower() == tree.lemmas[head]
    if not bare or not tree.parse.quoted[head] or clause.subject is not None or tree.auxiliaries(head):
        return False
    if tree.parse.words[head + 1 : head + 2] and tree.parse.words[head + 1].lower() in _NOMINATIVE:
        return False  # "Fuzes they buy abroad": a noun taken for a verb
    first = min(k for k in tree.subtree(head) if tree.parse.upos[k] not in ("PUNCT", "CCONJ", "INTJ"))
    return tree.relation(head) in ("root", "ccomp", "parataxis") and first == head and tree.lemmas[head] not in _POLITE


def to_follows(tree: Tree, head: int) -> bool:
    """Whether "to" stands behind a word: the tree may not know what hangs on it."""
    return tree.parse.words[head + 1 : head + 2] == ("to",)


def is_to(tree: Tree, head: int) -> bool:
    """Whether "is to" or "is going to" leads to a predicate: "Berlin is to pay for it"."""
    words = tree.parse.words
    if words[head].lower() == "going":
        return tree.child(head, "xcomp") is not None
    k = next((m for m in tree.children(head, "mark") if words[m].lower() == "to"), None)
    before = words[k - 1].lower() if k is not None and k > 0 else ""
    return before in ("is", "are", "was", "were", "going") and tree.relation(head) != "advcl"


def to_come(tree: Tree, head: int) -> bool:
    """Whether a headline speaks of what is to come by an infinitive: "US to supply aircraft instead"."""
    a, _ = tree.parse.sentences[tree.sentence_of[head]]
    return (
        tree.in_headline(head)
        and head > a + 1
        and tree.parse.words[head - 1].lower() == "to"
        and tree.relation(head) != "xcomp"
    )


def none_there(tree: Tree, head: int) -> bool:
    """Whether a clause says that there are none: "there were no soldiers"."""
    expletive = any(tree.parse.words[k].lower() == "there" for k in tree.children(head, "expl", "nsubj", "advmod"))
    return expletive and any(tree.parse.words[d].lower() == "no" for d in tree.children(head, "det"))


def _denied_noun(tree: Tree, head: int) -> bool:
    """Whether the object is denied: "had no involvement", "sent nothing"; "no doubt" and the like are no denial."""
    for k in tree.children(head, "obj"):
        if tree.lemmas[k] in ("nothing", "nobody", "none"):
            return True
        if any(tree.parse.words[d].lower() == "no" for d in tree.children(k, "det")):
            return tree.lemmas[k] not in _NOT_DENIED
    return False
