"""Hearsay: what is said by voices the text leaves out ("is said to have a range of", "reportedly")."""

from onrecord.reading.cues import antecedent
from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.reading.tree import Tree, runs, top_of
from onrecord.reading.voices import Voices
from onrecord.records import Span, Stance
from onrecord.registers import Hearsay, HearsayForm

__all__ = ["hearsay", "hearsay_at"]

_OPENINGS = frozenset(("it", "word", "talk", "rumour", "rumor", "there", "speculation"))
"""First words of hearsay in which where it is said may stand before "that"."""
FARTHEST = 14
"""Words of such hearsay, at most."""


def hearsay(tree: Tree, voices: Voices, drafts: list[Draft]) -> None:
    """Mark the drafts that are hearsay, and add the hearsay that is none of them."""
    i = 0
    while i < len(tree.parse.words):
        found = hearsay_at(voices, i)
        if found is None:
            i += 1
            continue
        entry, span = found
        i = span[1]
        verb = tree.parse.head_of(span)
        verb = next((k for k in range(*span) if tree.parse.upos[k] == "VERB"), verb)
        if _by_somebody(tree, voices, verb) or _is_unreal(tree, verb):
            continue
        around = [d for d in drafts if covers(d.content, verb)]
        relative = tree.parse.relations[verb] == "acl:relcl" and tree.parse.quoted[verb]
        if around and (relative or entry.form is HearsayForm.ADVERB or any(_is_silent(d) for d in around)):
            continue  # inside another's words an adverb is that voice's own reserve, and a silence says nothing
        whole = next((d for d in around if top_of(tree, d.content) == verb and not tree.parse.quoted[verb]), None)
        if whole is not None and whole.source:
            whole.soft = entry
            continue
        met = next((d for d in drafts if words_in(d.cue) & set(range(*span)) or d.verb == verb), None)
        if met is not None:
            fresh = _draft(tree, voices, entry, span, verb) if met.source and tree.is_passive(verb) else None
            if fresh is not None:  # the model took what is spoken of for who speaks
                met.source, met.cue, met.content = (), fresh.cue, fresh.content
            met.hearsay = not met.source
            continue
        draft = _draft(tree, voices, entry, span, verb)
        if draft is not None:
            drafts.append(draft)


def _is_silent(draft: Draft) -> bool:
    entry = draft.entry
    return entry is not None and (entry.negated if draft.denied else entry.stance) in (
        Stance.WITHHOLDS,
        Stance.DECLINES,
    )


def hearsay_at(voices: Voices, i: int) -> tuple[Hearsay, Span] | None:
    """Return the hearsay phrase that begins at a word, an adverb or "not" allowed after its first word."""
    lemmas = voices.tree.lemmas
    found = voices.tree.longest(voices.lexicon.hearsay, i)
    if found is not None:
        return found.entry, (found.start, found.end)
    led = lemmas[i] in _OPENINGS and not (i and lemmas[i - 1] in ("let", "make"))  # "let it be known"
    wide = _parted(voices.tree, i) if led else None
    if wide is not None:
        whole = voices.lexicon.hearsay.longest(wide[0])
        if whole is not None and whole.end == len(wide[0]):
            return whole.entry, (i, wide[1])
    if lemmas[i] == "be" and i + 2 < len(lemmas) and voices.tree.parse.upos[i + 1] == "ADV":
        found = voices.lexicon.hearsay.longest([lemmas[i], *lemmas[i + 2 : i + 7]])
        if found is not None:
            return found.entry, (i, i + 1 + found.end)
    return None


def _parted(tree: Tree, i: int) -> tuple[list[str], int] | None:
    """Return the lemmas up to "that", without adverbs and without where it is said, and their end."""
    parse, kept = tree.parse, list[str]()
    for k in range(i, min(i + FARTHEST, parse.sentences[tree.sentence_of[i]][1])):
        word = parse.words[k].lower()
        if word == "that" and len(kept) > 1:
            return [*kept, "that"], k + 1
        if parse.upos[k] == "PUNCT":
            return None
        led = tree.relation(k) in ("obl", "nmod") or any(
            tree.relation(a) in ("obl", "nmod") for a in tree.above(k) if a > i
        )
        if parse.upos[k] not in ("ADV", "DET", "ADJ") and not (led and parse.upos[k] not in ("VERB", "AUX")):
            kept.append(tree.lemmas[k])
    return None


def _by_somebody(tree: Tree, voices: Voices, verb: int) -> bool:
    """Whether the text names whose belief it is; "by May" and "by sea" name nobody."""
    return any(
        tree.parse.words[c].lower() == "by" and voices.can_speak(o)
        for o in tree.children(verb, "obl")
        for c in tree.children(o, "case")
    )


def _is_unreal(tree: Tree, verb: int) -> bool:
    """Whether the clause is a condition ("if it was proven that")."""
    return any(tree.parse.words[k].lower() in ("if", "unless", "until", "once") for k in tree.children(verb, "mark"))


def _draft(tree: Tree, voices: Voices, entry: Hearsay, span: Span, verb: int) -> Draft | None:
    parse = tree.parse
    if entry.form is HearsayForm.ADVERB and entry.words[0] == "or":  # "The lake has no floor, or so it is said"
        before = _plain(tree, set(range(parse.sentences[tree.sentence_of[verb]][0], span[0])))
        return Draft((), (span,), runs(before), span[0], hearsay=True) if before else None
    if entry.form is HearsayForm.ADVERB:
        clause = tree.clause_head(span[0])
        clear = [k for k in tree.subtree(clause) if k not in range(*span) and tree.parse.upos[k] != "PUNCT"]
        return (
            Draft((), (span,), runs(range(clear[0], clear[-1] + 1)), span[0], hearsay=True) if len(clear) > 1 else None
        )
    cue = span if tree.parse.words[span[1] - 1].lower() != "to" else (span[0], span[1] - 1)
    complement = tree.child(verb, "xcomp", "ccomp", "csubj")
    if complement is None and entry.words[-1] == "with":
        complement = tree.child(verb, "obl")  # "is credited with a range of 45 km"
    if complement is None and entry.words[-1] == "that":
        return Draft(
            (),
            (span,),
            runs(_plain(tree, set(range(span[1], parse.sentences[tree.sentence_of[verb]][1])))),
            verb,
            hearsay=True,
        )
    if complement is None:
        return None
    if entry.words[-1] == "to" and tree.parse.upos[span[1] - 1] != "PART":
        return None
    said = set(tree.subtree(complement))
    subject = tree.own_subject(verb)
    if entry.form is HearsayForm.PASSIVE and subject is not None:
        about = antecedent(tree, verb) if tree.parse.words[subject].lower() in ("which", "that", "who") else None
        said |= set(range(*(tree.phrase(subject) if about is None else _short(voices.phrase(about), span[0]))))
    said -= set(range(*cue))
    return Draft((), (cue,), runs(_plain(tree, said)), verb, hearsay=True) if said else None


def _short(span: Span, before: int) -> Span:
    """Return a phrase up to a word: the relative clause that says so is no part of what it is said of."""
    return span[0], min(span[1], before)


def _plain(tree: Tree, words: set[int]) -> list[int]:
    kept = sorted(words)
    while kept and tree.parse.upos[kept[-1]] == "PUNCT":
        kept.pop()
    return kept
