"""Cues of the lexicon in a text, and what can be told of them from the tree."""

from dataclasses import dataclass

from onrecord.reading.dates.words import CALENDAR
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Act, EntityKind, Span, Stance
from onrecord.registers import Cue, CueObject, Lexicon

__all__ = [
    "BARE_ACTS", "CLAUSAL_ACTS", "SILENT", "SOFT", "Spoken", "antecedent", "carries_on", "cue_at", "cue_words", "hides_name",
    "implies", "leaves_unnamed", "only_addressed",
]  # fmt: skip

SOFT = frozenset(("would", "could", "should", "may", "might", "can", "must", "to", "ca", "wo", "will"))
BARE_ACTS = frozenset(
    (Act.DENY, Act.DISMISS, Act.DECLINE, Act.DEMAND, Act.ACCUSE, Act.CONFIRM, Act.RETRACT, Act.DOUBT, Act.PROMISE)
)
"""Acts whose complement need not be a clause ("rejected the account")."""
CLAUSAL_ACTS = frozenset((Act.SHOW, Act.BELIEVE, Act.ASK, Act.WRITE))
"""Acts whose bare object is hardly ever something said ("saw four attacks", "wrote a book")."""
SILENT = frozenset((Stance.WITHHOLDS, Stance.DECLINES))
"""Stances that say nothing of the matter: they need no content of their own."""
_CARRYING_ON = frozenset(("continue", "go", "keep", "begin", "start", "proceed", "persist"))
"""Verbs behind which another tells the act: "continued to deny", "went on to say"."""
_IMPLYING = frozenset(("imply", "suggest", "indicate"))
"""Verbs whose participle behind another's words brings in the author's own inference."""
_NAMING = frozenset(("name", "identify", "quote"))
_NAMELESS = frozenset(("anonymous", "unnamed", "unidentified", "nameless"))
_FIGURES = frozenset(
    ("dozen", "hundred", "thousand", "million", "billion", "half", "third", "quarter", "percent", "zero")
)
_TIMELY = frozenset(("on", "last", "next", "this", "in", "yesterday", "today", "week", "month", "year", "also", ","))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue in the text: what the lexicon says of it, its words, its predicate, and whether it is negated."""

    entry: Cue
    span: Span
    verb: int
    denied: bool

    @property
    def stance(self) -> Stance | None:
        """The stance it gives its content; None where a negated cue attributes nothing."""
        return self.entry.negated if self.denied else self.entry.stance


def cue_at(tree: Tree, lexicon: Lexicon, i: int) -> Spoken | None:
    """Return the cue that begins at a word, the longest first, if its predicate is a verb."""
    parse = tree.parse
    found = tree.longest(lexicon.phrases, i)
    if found is not None and found.end <= parse.sentences[tree.sentence_of[i]][1]:
        span = (found.start, found.end)
        if _overreaches(tree, found.entry, span):
            found = None
    if found is not None and found.end <= parse.sentences[tree.sentence_of[i]][1]:
        verb = next((k for k in range(*span) if parse.upos[k] == "VERB"), parse.head_of(span))
        denied = bool(set(tree.negations(verb)) - set(range(*span))) or tree.has_no_subject(verb)
        return Spoken(found.entry, span, verb, denied)
    if parse.upos[i] == "ADJ" and tree.child(i, "cop") is not None and tree.child(i, "ccomp") is not None:
        entry = lexicon.cue(tree.lemmas[i], "adjective")  # "is adamant that"
        return Spoken(entry, (i, i + 1), i, bool(tree.negations(i))) if entry is not None else None
    if parse.upos[i] != "VERB":
        return None
    for particle in tree.children(i, "compound", "advmod"):
        whole = f"{tree.lemmas[i]} {tree.lemmas[particle]}"
        entry = lexicon.cue(whole, "verb") or lexicon.cue(whole, "phrase") if particle > i else None
        if entry is not None:  # "waved the report away", "played it down"
            return Spoken(entry, (i, i + 1), i, bool(tree.negations(i)))
    entry = _apart(tree, lexicon, i) or lexicon.cue(tree.lemmas[i], "verb")
    return Spoken(entry, (i, i + 1), i, bool(tree.negations(i)) or tree.has_no_subject(i)) if entry else None


def _apart(tree: Tree, lexicon: Lexicon, i: int) -> Cue | None:
    """Return a verb with a preposition that a time stands before: "called on Friday for", "insisted last week on"."""
    for k in tree.children(i, "obl"):
        case = tree.child(k, "case")
        if case is None or case <= i + 1 or tree.parse.words[k].casefold().rstrip(".") in CALENDAR:
            continue
        if _counts(tree, i, k, case):
            return lexicon.cue(f"{tree.lemmas[i]} {tree.lemmas[case]}", "verb")
        between = tree.parse.words[i + 1 : case]
        times = [w.casefold().rstrip(".") for w in between]
        if all(t in CALENDAR or t in _TIMELY or t.isdigit() for t in times):
            lemma = f"{tree.lemmas[i]} {tree.lemmas[case]}"
            return lexicon.cue(lemma, "verb") or lexicon.cue(lemma, "phrase")
    return None


def _counts(tree: Tree, verb: int, noun: int, case: int) -> bool:
    """Whether an object and a number stand around a preposition: "put the loss at two million"."""
    objects = tree.children(verb, "obj")
    figure = any(tree.parse.upos[k] == "NUM" or tree.lemmas[k] in _FIGURES for k in tree.subtree(noun))
    return bool(objects) and max(tree.subtree(objects[0])) == case - 1 and figure


def _overreaches(tree: Tree, entry: Cue, span: Span) -> bool:
    """Whether a phrase takes its preposition from something else: "insisted on Wednesday that" is no "insist on"."""
    parse, end = tree.parse, span[1]
    if parse.upos[end - 1] != "ADP" or end >= len(parse.words):
        return False
    if parse.words[end].casefold().rstrip(".") in CALENDAR and parse.words[end + 1 : end + 2] not in (("’s",), ("'s",)):
        return True
    return entry.object is not CueObject.ADDRESSEE and tree.child(span[0], "ccomp") is not None


def implies(tree: Tree, verb: int) -> bool:
    """Whether a participle brings in the author's inference from another's words: "..., implying that"."""
    word = tree.parse.words[verb].lower()
    aside = tree.relation(verb) in ("advcl", "acl", "conj") or (verb > 0 and tree.parse.words[verb - 1] == ",")
    return tree.lemmas[verb] in _IMPLYING and word.endswith("ing") and aside


def carries_on(tree: Tree, verb: int) -> int | None:
    """Return the verb that only tells how long or how often something is said: "continued" of "continued to deny"."""
    head = tree.parse.heads[verb]
    if head is None or tree.relation(verb) != "xcomp" or tree.lemmas[head] not in _CARRYING_ON or head > verb:
        return None
    between = range(head + 1, verb)
    return head if all(tree.parse.upos[k] in ("PART", "ADV", "ADP") for k in between) else None


def leaves_unnamed(tree: Tree, cue: Spoken) -> bool:
    """Whether a clause only tells that a source is not named: "people it did not name", "whom the agency did not identify"."""
    return cue.denied and tree.lemmas[cue.verb] in _NAMING and tree.relation(cue.verb).startswith("acl")


def hides_name(tree: Tree, verb: int) -> bool:
    """Whether a verb only tells how a source wants to appear: "asked not to be named", "requested anonymity"."""
    wanted = tree.children(verb, "xcomp")
    hidden = any(tree.lemmas[k] in _NAMING and tree.auxiliaries(k) for k in wanted)
    hidden = hidden or any(tree.lemmas[w] in _NAMELESS for k in wanted for w in tree.subtree(k))
    return hidden or any(tree.lemmas[k] == "anonymity" for k in tree.children(verb, "obj"))


def only_addressed(tree: Tree, voices: Voices, entry: Cue, verb: int) -> bool:
    """Whether a verb has nobody but an addressee for a complement: "has advised the senator" tells no advice."""
    told = tree.children(verb, "obj", "iobj")
    subject = tree.own_subject(verb)
    relative = subject is not None and tree.parse.words[subject].lower() in ("who", "which", "that")
    more = ("xcomp", "ccomp", "advcl", "parataxis", *(() if relative else ("obl",)))
    alone = len(told) == 1 and not tree.children(verb, *more) and tree.relation(verb) != "parataxis"
    return entry.object is CueObject.ADDRESSEE and alone and voices.can_speak(told[0])


def cue_words(tree: Tree, cue: Spoken) -> tuple[Span, ...]:
    """Return the verb group: auxiliaries, negation, particles and adverbs among them."""
    group = set(range(*cue.span))
    first = min(group)
    helpers = [*tree.auxiliaries(cue.verb), *tree.negations(cue.verb), *tree.children(cue.verb, "compound")]
    group |= {k for k in helpers if k < first or k == cue.verb + 1}
    carrying = carries_on(tree, cue.verb)
    if carrying is not None:
        group |= {*range(carrying, cue.verb), *tree.auxiliaries(carrying)}
    low = min(group)
    return (
        ((low, max(group) + 1),)
        if all(tree.parse.upos[k] in ("ADV", "AUX", "PART", "VERB") or k in group for k in range(low, max(group) + 1))
        else runs(group)
    )


def _just_named(tree: Tree, verb: int) -> int | None:
    """Return the name just before a relative clause, whatever the tree hangs it on: "papers of Zenith Arms, which denied"."""
    words = tree.parse.words
    which = next((c for c in tree.children(verb, "nsubj") if words[c].lower() in ("which", "who")), None)
    if which is None or which < 2 or words[which - 1] != ",":
        return None
    a, _ = tree.parse.sentences[tree.sentence_of[which]]
    name = next((n for n in tree.parse.names_in((a, which - 1)) if n.end == which - 1), None)
    if name is None or (name.kind is EntityKind.PERSON) != (words[which].lower() == "who"):
        return None
    return tree.parse.head_of((name.start, name.end))


def antecedent(tree: Tree, verb: int) -> int | None:
    """Return what a relative clause is about ("a report that accuses ...")."""
    for k in (verb, *tree.above(verb)):
        if tree.parse.relations[k] == "acl:relcl":
            return _just_named(tree, k) or tree.parse.heads[k]
        if tree.relation(k) not in ("conj", "xcomp"):
            return None
    return None
