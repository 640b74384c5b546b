"""Attributions that the model does not give, found by the tree and the lexicon: inner ones above all.

PolNeAR marks no attribution inside another and few without a reporting clause; here a predicate of the lexicon with somebody
for a subject and something said for a complement is one.
"""

from dataclasses import dataclass

from onrecord.reading.dates.words import CALENDAR
from onrecord.reading.drafts import Draft
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Act, Span, Stance
from onrecord.registers import Cue, CueObject, CuePos, Lexicon

__all__ = [
    "BARE_ACTS", "CLAUSAL_ACTS", "SILENT", "SOFT", "Spoken", "antecedent", "cue_at", "hides_name", "implies",
    "only_addressed", "search",
]  # fmt: skip

_FIRST = frozenset(("i", "we", "us", "me", "you", "your", "our", "my"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_THINGS = frozenset(("it", "which", "that", "this"))
"""Words that may stand for anything: of them only a clause is believed to be said."""
_UNREAL = frozenset(("if", "unless", "whether", "when", "until", "once", "before", "to"))
SOFT = frozenset(("would", "could", "should", "may", "might", "can", "must", "to", "ca", "wo", "will"))
BARE_ACTS = frozenset(
    (Act.DENY, Act.DISMISS, Act.DECLINE, Act.DEMAND, Act.ACCUSE, Act.CONFIRM, Act.RETRACT, Act.DOUBT, Act.PROMISE)
)
"""Acts whose complement need not be a clause ("rejected the account")."""
_UNCLAUSED = frozenset((Act.DECLINE, Act.ACCUSE, Act.DEMAND, Act.CITE))
LONGEST_SOURCE = 14
"""Words of a source that a trailing reporting clause may have."""
_IMPLYING = frozenset(("imply", "suggest", "indicate"))
"""Verbs whose participle behind another's words brings in the author's own inference."""
CLAUSAL_ACTS = frozenset((Act.SHOW, Act.BELIEVE, Act.ASK, Act.WRITE))
"""Acts whose bare object is hardly ever something said ("saw four attacks", "wrote a book")."""
_NAMING = frozenset(("name", "identify", "quote"))
_TIMELY = frozenset(("on", "last", "next", "this", "in", "yesterday", "today", "week", "month", "year", "also", ","))
SILENT = frozenset((Stance.WITHHOLDS, Stance.DECLINES))
"""Stances that say nothing of the matter: they need no content of their own."""


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
    found = lexicon.phrases.longest(tree.lemmas, i)
    if found is not None and found.end <= parse.sentences[tree.sentence_of[i]][1]:
        span = (found.start, found.end)
        if _overreaches(tree, found.entry, span):
            found = None
    if found is not None and found.end <= parse.sentences[tree.sentence_of[i]][1]:
        verb = next((k for k in range(*span) if parse.upos[k] == "VERB"), parse.head_of(span))
        denied = bool(set(tree.negations(verb)) - set(range(*span))) or tree.has_no_subject(verb)
        return Spoken(found.entry, span, verb, denied)
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
        between = tree.parse.words[i + 1 : case]
        times = [w.casefold().rstrip(".") for w in between]
        if all(t in CALENDAR or t in _TIMELY or t.isdigit() for t in times):
            lemma = f"{tree.lemmas[i]} {tree.lemmas[case]}"
            return lexicon.cue(lemma, "verb") or lexicon.cue(lemma, "phrase")
    return None


def _overreaches(tree: Tree, entry: Cue, span: Span) -> bool:
    """Whether a phrase takes its preposition from something else: "insisted on Wednesday that" is no "insist on"."""
    parse, end = tree.parse, span[1]
    if parse.upos[end - 1] != "ADP" or end >= len(parse.words):
        return False
    if parse.words[end].casefold().rstrip(".") in CALENDAR:
        return True
    return entry.object is not CueObject.ADDRESSEE and tree.child(span[0], "ccomp") is not None


def search(tree: Tree, lexicon: Lexicon, voices: Voices) -> list[Draft]:
    """Return the attributions that verbs of the lexicon make, the model's own among them, in order."""
    found = [d for a, b in tree.parse.sentences if (d := _opening(tree, voices, a, b)) is not None]
    taken = -1
    opening = voices.lexicon.phrases.by_first
    for i, upos in enumerate(tree.parse.upos):
        if i < taken or (upos != "VERB" and tree.lemmas[i] not in opening):
            continue
        cue = cue_at(tree, lexicon, i)
        if cue is None:
            continue
        draft = _attribution(tree, voices, cue)
        if draft is not None:
            found.append(draft)
            taken = cue.span[1]
    return found


def _opening(tree: Tree, voices: Voices, a: int, b: int) -> Draft | None:
    """Return "Based on the agency's report, citing sources, ...": a phrase, its source, and the rest of the sentence."""
    parse = tree.parse
    phrase = voices.lexicon.phrases.longest(tree.lemmas, a)
    if phrase is None or phrase.entry.pos is not CuePos.PHRASE or phrase.entry.object is not CueObject.VOICE:
        return None
    commas = [k for k in range(phrase.end, b) if parse.words[k] == ","]
    if not commas or phrase.end == commas[0] or not voices.can_speak(parse.head_of((phrase.end, commas[0]))):
        return None
    end, last = commas[0], b - 1 if parse.upos[b - 1] == "PUNCT" else b
    if len(commas) > 1 and parse.words[end + 1].lower().endswith("ing"):
        end = commas[1]
    if end + 1 >= last:
        return None
    verb = next((k for k in range(phrase.start, phrase.end) if parse.upos[k] == "VERB"), phrase.start)
    source = (phrase.end, commas[0])
    return Draft((source,), ((phrase.start, phrase.end),), ((end + 1, last),), verb, phrase.entry)


def _attribution(tree: Tree, voices: Voices, cue: Spoken) -> Draft | None:
    verb = cue.verb
    if cue.stance is None or not _is_real(tree, cue) or only_addressed(tree, voices, cue.entry, verb):
        return None
    trailing = _trailing(tree, voices, cue)
    if trailing is not None:
        return trailing
    if tree.is_passive(verb) and cue.entry.stance not in SILENT:
        return _by_agent(tree, voices, cue)
    subject = tree.subject(verb)
    if subject is not None and tree.parse.words[subject].lower() in _RELATIVES:
        subject = antecedent(tree, verb)
    if subject is None or not voices.can_speak(subject) or tree.parse.words[subject].lower() in _FIRST:
        return None
    source = voices.phrase(subject)
    if source[0] <= verb < source[1]:
        return None
    words = _cue_words(tree, cue)
    content = _complement(tree, cue, source)
    if (
        cue.stance in SILENT
        and content
        and tree.parse.words[content[0]].lower() == "to"
        and tree.parse.upos[content[0]] == "ADP"
    ):
        words, content = (*words[:-1], (words[-1][0], content[0] + 1)), content[1:]
    if cue.stance in SILENT and not content:
        words, content = _bare_silence(words)
    if not content:
        return None
    return Draft((source,), words, runs(content), verb, cue.entry, cue.denied)


def only_addressed(tree: Tree, voices: Voices, entry: Cue, verb: int) -> bool:
    """Whether a verb has nobody but an addressee for a complement: "has advised the senator" tells no advice."""
    told = tree.children(verb, "obj", "iobj")
    alone = len(told) == 1 and not tree.children(verb, "xcomp", "ccomp", "advcl", "obl", "parataxis")
    return entry.object is CueObject.ADDRESSEE and alone and voices.can_speak(told[0])


def _bare_silence(cue: tuple[Span, ...]) -> tuple[tuple[Span, ...], list[int]]:
    """Return "did not" and "respond" of a silence with nothing behind it: the last word is what was not done."""
    a, b = cue[-1]
    return ((*cue[:-1], (a, b - 1)), [b - 1]) if b - a > 1 else (cue, [])


def _trailing(tree: Tree, voices: Voices, cue: Spoken) -> Draft | None:
    """Return "..., UN monitors confirm": a noun phrase and a verb of saying that close a sentence, after its comma.

    Read off the order of the words, since trees of such sentences often make the source an apposition.
    """
    parse, verb = tree.parse, cue.verb
    a, b = parse.sentences[tree.sentence_of[verb]]
    if len(cue.entry.words) > 1 or cue.entry.act in _UNCLAUSED:
        return None
    if any(k > verb for k in tree.children(verb, "ccomp", "obj")):
        return None
    first = min([verb, *(k for k in tree.auxiliaries(verb) if k < verb)])
    comma = next((k for k in range(first - 1, max(a, first - LONGEST_SOURCE), -1) if parse.words[k] == ","), None)
    if comma is None or comma == first - 1 or comma - a < 3:
        return None
    source = (comma + 1, first)
    if any(parse.upos[k] in ("VERB", "AUX", "CCONJ", "SCONJ") for k in range(*source)) or parse.quoted[comma + 1]:
        return None
    after = range(verb + 1, b)
    if any(parse.words[k] in (",", ":") or parse.upos[k] in ("SCONJ", "AUX") for k in after):
        return None
    said = range(a, comma)
    closes = verb == b - 1 and tree.in_headline(
        verb
    )  # "Missile hit Kharkiv, UN monitors confirm": "hit" passes for a noun
    if not (closes or any(parse.upos[k] in ("VERB", "AUX") for k in said)) or not voices.can_speak(
        parse.head_of(source)
    ):
        return None
    return Draft((source,), ((first, verb + 1),), ((a, comma),), verb, cue.entry, cue.denied)


def antecedent(tree: Tree, verb: int) -> int | None:
    """Return what a relative clause is about ("a report that accuses ...")."""
    for k in (verb, *tree.above(verb)):
        if tree.parse.relations[k] == "acl:relcl":
            return tree.parse.heads[k]
        if tree.relation(k) not in ("conj", "xcomp"):
            return None
    return None


def _by_agent(tree: Tree, voices: Voices, cue: Spoken) -> Draft | None:
    """Return "India has been urged by the rapporteur to halt": the agent speaks, of the subject."""
    subject = tree.own_subject(cue.verb)
    agents = [
        o
        for o in tree.children(cue.verb, "obl")
        if any(tree.parse.words[c].lower() == "by" for c in tree.children(o, "case"))
    ]
    complement = tree.child(cue.verb, "xcomp", "ccomp", "advcl")
    if subject is None or not agents or complement is None or not voices.can_speak(agents[0]):
        return None
    by = set(tree.subtree(agents[0]))
    said = (set(range(*tree.phrase(subject))) | set(tree.subtree(complement))) - by
    a, b = voices.phrase(agents[0])
    a += tree.parse.words[a].lower() == "by"
    return Draft(((a, b),), _cue_words(tree, cue), runs(said), cue.verb, cue.entry, cue.denied)


def _is_real(tree: Tree, cue: Spoken) -> bool:
    """Whether the clause of a cue tells of an utterance: it is no condition, no wish and no question."""
    verb = cue.verb
    before = tree.parse.words[verb - 1].lower() if verb else ""
    word = tree.parse.words[verb].lower()
    if before == "as" and word.endswith("ing"):
        return False
    if hides_name(tree, verb):
        return False
    if implies(tree, verb):
        return False  # the author's inference, not the source's words
    lone = not tree.auxiliaries(verb) and tree.own_subject(verb) is None
    if lone and tree.relation(verb) in ("advcl", "acl") and not word.endswith("ing"):
        return False  # "Asked about the raid, he replied": he was asked
    if tree.relation(verb) in ("amod", "compound", "acl") and tree.own_subject(verb) is None:
        return False
    marks = {tree.parse.words[k].lower() for k in tree.children(verb, "mark", "advmod")}
    if marks & _UNREAL and tree.relation(verb) in ("advcl", "acl", "xcomp", "ccomp"):
        return False
    return cue.stance in SILENT or not tree.modals(verb) & SOFT


def implies(tree: Tree, verb: int) -> bool:
    """Whether a participle brings in the author's inference from another's words: "..., implying that"."""
    word = tree.parse.words[verb].lower()
    aside = tree.relation(verb) in ("advcl", "acl", "conj") or (verb > 0 and tree.parse.words[verb - 1] == ",")
    return tree.lemmas[verb] in _IMPLYING and word.endswith("ing") and aside


def hides_name(tree: Tree, verb: int) -> bool:
    """Whether a verb only tells how a source wants to appear: "asked not to be named", "requested anonymity"."""
    hidden = any(tree.lemmas[k] in _NAMING and tree.auxiliaries(k) for k in tree.children(verb, "xcomp"))
    return hidden or any(tree.lemmas[k] == "anonymity" for k in tree.children(verb, "obj"))


def _cue_words(tree: Tree, cue: Spoken) -> tuple[Span, ...]:
    """Return the verb group: auxiliaries, negation, particles and adverbs among them."""
    group = set(range(*cue.span))
    first = min(group)
    helpers = [*tree.auxiliaries(cue.verb), *tree.negations(cue.verb), *tree.children(cue.verb, "compound")]
    group |= {k for k in helpers if k < first or k == cue.verb + 1}
    low = min(group)
    return (
        ((low, max(group) + 1),)
        if all(tree.parse.upos[k] in ("ADV", "AUX", "PART", "VERB") or k in group for k in range(low, max(group) + 1))
        else runs(group)
    )


def _complement(tree: Tree, cue: Spoken, source: Span) -> list[int]:
    """Return the words said: a clause, an infinitive, or a bare object where the cue allows one."""
    verb, (_, after) = cue.verb, cue.span
    inside = range(*cue.span)
    clauses = [k for k in tree.children(verb, "ccomp") if k not in inside]
    clauses += [k for k in tree.children(verb, "advcl") if _asks(tree, k)]
    bare = (cue.entry.act in BARE_ACTS and cue.entry.object is not CueObject.NONE) or cue.stance in SILENT
    bare = bare or (cue.entry.act in BARE_ACTS and tree.child(verb, "xcomp") is not None)
    bare = bare or (cue.entry.object is CueObject.CONTENT and cue.entry.act not in CLAUSAL_ACTS)
    if cue.entry.object is CueObject.VOICE:
        saying = next(
            (
                k + 1
                for k in range(verb, min(verb + 24, len(tree.parse.words) - 1))
                if tree.parse.words[k].lower() == "as" and tree.parse.words[k + 1].lower().endswith("ing")
            ),
            None,
        )
        inner = tree.child(saying, "ccomp") if saying is not None else None
        return _clause(tree, inner, verb, source) if inner is not None else []
    if clauses:
        return _clause(tree, clauses[0], verb, source)
    if (
        cue.stance not in SILENT
        and tree.relation(verb) == "parataxis"
        and tree.parse.heads[verb] is not None
        and tree.own_subject(verb) is not None
    ):
        return _clause(tree, tree.parse.heads[verb], verb, source)  # type: ignore[arg-type]
    subject = tree.subject(verb)
    thing = cue.stance not in SILENT and subject is not None and tree.parse.words[subject].lower() in _THINGS
    if not bare or (thing and antecedent(tree, verb) is None):
        return []
    # "urged Turkey to commit itself", "accused them at the session of fuelling the war": all from the first object on.
    parts = [
        k
        for k in tree.children(verb, "obj", "iobj", "xcomp", "obl", "advcl")
        if max(tree.subtree(k)) >= after and k > verb
    ]
    wanted = [k for k in parts if tree.relation(k) in ("obj", "xcomp") or (cue.span[1] > verb + 1 and k == parts[0])]
    if not wanted:
        return _rest(tree, cue) if cue.stance in SILENT else []
    start = max(after, min(min(tree.subtree(k)) for k in wanted))
    if cue.stance in SILENT and tree.parse.words[after - 1].lower() == "to":
        start = min(start, after)
    last = max(max(tree.subtree(k)) for k in wanted)
    if cue.entry.object is CueObject.BLAMED:
        last = max(last, *(max(tree.subtree(k)) for k in parts if tree.relation(k) in ("obl", "xcomp", "advcl")), start)
    return list(range(start, last + 1))


def _rest(tree: Tree, cue: Spoken) -> list[int]:
    """Return what follows a cue in its clause, where the tree gives it no complement."""
    times = [k for k in tree.children(cue.verb, "obl") if tree.parse.words[k].casefold().rstrip(".") in CALENDAR]
    words = [k for k in tree.subtree(cue.verb, without=times) if k >= cue.span[1]]
    while words and tree.parse.upos[words[0]] in ("ADV", "PUNCT"):
        words.pop(0)
    while words and tree.parse.upos[words[-1]] == "PUNCT":
        words.pop()
    return list(range(words[0], words[-1] + 1)) if words else []


def _asks(tree: Tree, clause: int) -> bool:
    """Whether a clause is an indirect question ("whether", "from where")."""
    first = tree.subtree(clause)[:2]
    return any(tree.parse.words[k].lower() in ("whether", "where", "who", "whom", "how", "what", "why") for k in first)


def _clause(tree: Tree, head: int, verb: int, source: Span) -> list[int]:
    """Return the words of a clause said, less the reporting clause that may stand inside it, without outer punctuation."""
    aside = set(tree.subtree(verb)) if head in set(tree.above(verb)) else set()
    words = [k for k in tree.subtree(head) if k not in aside and not source[0] <= k < source[1]]
    while words and tree.parse.upos[words[0]] == "PUNCT" and not tree.parse.quoted[words[0]]:
        words.pop(0)
    while words and tree.parse.upos[words[-1]] == "PUNCT" and not tree.parse.quoted[words[-1]]:
        words.pop()
    return words
