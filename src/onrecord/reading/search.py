"""Attributions that the model does not give, found by the tree and the lexicon: inner ones above all.

PolNeAR marks no attribution inside another and few without a reporting clause; here a predicate of the lexicon with somebody
for a subject and something said for a complement is one.
"""

from onrecord.reading.complements import bare_silence, complement, fronted, put_first
from onrecord.reading.cues import (
    SILENT,
    SOFT,
    Spoken,
    antecedent,
    carries_on,
    cue_at,
    cue_words,
    hides_name,
    implies,
    leaves_unnamed,
    only_addressed,
)
from onrecord.reading.drafts import Draft
from onrecord.reading.orders import interrupting, trailing, turned
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Span, Stance
from onrecord.registers import Cue, CueObject, CuePos, Lexicon, measure_nouns

__all__ = ["gets_round", "search"]

_FIRST = frozenset(("i", "we", "us", "me", "you", "your", "our", "my"))
_RELATIVES = frozenset(("who", "which", "that", "whom"))
_UNREAL = frozenset(("if", "unless", "whether", "when", "until", "once", "before", "to"))


def search(tree: Tree, lexicon: Lexicon, voices: Voices) -> list[Draft]:
    """Return the attributions that verbs of the lexicon make, the model's own among them, in order."""
    found = [d for a, b in tree.parse.sentences if (d := _opening(tree, voices, a, b)) is not None]
    taken = -1
    opening = voices.lexicon.phrases.by_first
    for i, upos in enumerate(tree.parse.upos):
        if i < taken or (upos not in ("VERB", "ADJ") and tree.lemmas[i] not in opening):
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
    phrase = tree.longest(voices.lexicon.phrases, a)
    if phrase is None or phrase.entry.pos is not CuePos.PHRASE or phrase.entry.object is not CueObject.VOICE:
        return None
    commas = [k for k in range(phrase.end, b) if parse.words[k] == ","]
    if not commas or phrase.end == commas[0] or not voices.can_speak(parse.head_of((phrase.end, commas[0]))):
        return None
    end, last = commas[0], b - 1 if parse.upos[b - 1] == "PUNCT" else b
    if len(commas) > 1 and (
        parse.words[end + 1].lower().endswith("ing")
        or parse.words[end + 1].lower() in ("which", "who")
        or _is_beside(tree, end + 1, commas[1])
    ):
        end = commas[1]
    if end + 1 >= last or _told_by_another(tree, voices, end + 1, last):
        return None
    verb = next((k for k in range(phrase.start, phrase.end) if parse.upos[k] == "VERB"), phrase.start)
    source = (phrase.end, commas[0])
    return Draft((source,), ((phrase.start, phrase.end),), ((end + 1, last),), verb, phrase.entry)


def _is_beside(tree: Tree, a: int, b: int) -> bool:
    """Whether words between commas say who a source is: "According to the third, a diplomat accredited in Oslo, it was"."""
    parse = tree.parse
    finite = any(parse.upos[k] == "AUX" or (parse.upos[k] == "VERB" and tree.is_finite(k)) for k in range(a, b))
    return parse.upos[a] == "DET" and not finite and parse.upos[parse.head_of((a, b))] == "NOUN"


def _told_by_another(tree: Tree, voices: Voices, a: int, b: int) -> bool:
    """Whether the main verb among some words is somebody's saying: "Based on a survey, the minister said that"."""
    root = next((k for k in range(a, b) if tree.parse.relations[k] == "root"), None)
    cue = cue_at(tree, voices.lexicon, root) if root is not None else None
    told = root is not None and cue is not None and cue.stance is not None and not tree.is_passive(root)
    return told and root is not None and _speaker(tree, voices, root) is not None


def _attribution(tree: Tree, voices: Voices, cue: Spoken) -> Draft | None:
    verb = cue.verb
    inside = interrupting(tree, voices, cue) if cue.stance is not None else None
    if inside is not None:
        return inside
    if (
        cue.stance is None
        or _never_done(tree, cue)
        or not _is_real(tree, cue)
        or gets_round(tree, cue.entry, verb)
        or only_addressed(tree, voices, cue.entry, verb)
        or leaves_unnamed(tree, cue)
    ):
        return None
    closing = trailing(tree, voices, cue) or turned(tree, voices, cue)
    if closing is not None:
        return closing
    if tree.is_passive(verb) and cue.entry.stance not in SILENT:
        return _by_agent(tree, voices, cue)
    source = _speaker(tree, voices, verb)
    return _with_complement(tree, cue, source) if source is not None else None


def gets_round(tree: Tree, entry: Cue, verb: int) -> bool:
    """Whether a word for not answering tells of a measure got round: "dodged the embargo", not "dodged the question"."""
    avoids = entry.stance is Stance.DECLINES
    return avoids and any(tree.lemmas[k] in measure_nouns() for k in tree.children(verb, "obj"))


def _speaker(tree: Tree, voices: Voices, verb: int) -> Span | None:
    """Return the subject of a cue, if it can be a voice."""
    subject = tree.subject(verb)
    if subject is not None and tree.parse.words[subject].lower() in _RELATIVES:
        subject = antecedent(tree, verb)
    if subject is None or not voices.can_speak(subject) or tree.parse.words[subject].lower() in _FIRST:
        return None
    source = voices.phrase(subject)
    return source if not source[0] <= verb < source[1] else None


def _with_complement(tree: Tree, cue: Spoken, source: Span) -> Draft | None:
    """Return a cue with what it says, or with what it is silent on."""
    words, content = cue_words(tree, cue), complement(tree, cue, source)
    if not content or cue.entry.object is CueObject.BLAMED:
        object_ = put_first(tree, cue, source)
        content = object_ + (list(content) if cue.entry.object is CueObject.BLAMED else []) if object_ else content
    if cue.stance in SILENT:
        front = [] if content else fronted(tree, source)
        if front:
            content = front
        elif not content:
            words, content = bare_silence(words)
        elif tree.parse.words[content[0]].lower() == "to" and tree.parse.upos[content[0]] == "ADP":
            words, content = (*words[:-1], (words[-1][0], content[0] + 1)), content[1:]
    return Draft((source,), words, runs(content), cue.verb, cue.entry, cue.denied) if content else None


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
    return Draft(((a, b),), cue_words(tree, cue), runs(said), cue.verb, cue.entry, cue.denied)


def _never_done(tree: Tree, cue: Spoken) -> bool:
    """Whether "never" denies an act whose denial is a silence: "had never seen a camel" withholds nothing."""
    never = any(tree.parse.words[k].lower() == "never" for k in tree.negations(cue.verb))
    return never and cue.denied and cue.stance in SILENT and cue.entry.stance not in SILENT


def _is_real(tree: Tree, cue: Spoken) -> bool:
    """Whether the clause of a cue tells of an utterance: it is no condition, no wish and no question."""
    verb = cue.verb
    before = tree.parse.words[verb - 1].lower() if verb else ""
    word = tree.parse.words[verb].lower()
    if before in ("as", "without") and word.endswith("ing") and (before == "as" or cue.entry.stance not in SILENT):
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
    marks = {tree.parse.words[k].lower() for k in tree.children(verb, "mark", "advmod") if k not in range(*cue.span)}
    carrying = carries_on(tree, verb)
    if carrying is not None:
        return not tree.modals(carrying) & SOFT and not tree.negations(carrying) and _is_told(tree, carrying)
    if marks & _UNREAL and tree.relation(verb) in ("advcl", "acl", "xcomp", "ccomp"):
        return False
    return cue.stance in SILENT or not tree.modals(verb) & SOFT


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a clause stands for itself: it is no condition, and no "to" or "if" leads it."""
    marks = {tree.parse.words[k].lower() for k in tree.children(verb, "mark", "advmod")}
    return not marks & _UNREAL and (tree.subject(verb) is not None)
