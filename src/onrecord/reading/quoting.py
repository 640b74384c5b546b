"""One voice quoting another: "IRNA quoted the minister as saying", "was quoted by IRNA as saying" (design 4.1, shape 3)."""

from onrecord.reading.chains import bounds, is_outlet, spoken
from onrecord.reading.citing import is_citing
from onrecord.reading.drafts import Draft, Hop, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Relation, Span, VoiceKind

__all__ = ["saying_after", "turn_quoted"]

FARTHEST = 24
"""Words between "quoted" and "as saying" at most."""


def turn_quoted(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Make the one quoted the source: "IRNA quoted the minister as saying", "was quoted by IRNA as saying"."""
    verb = draft.verb
    if verb is None or not is_citing(voices, verb):
        return
    saying = saying_after(tree, verb)
    subject = tree.own_subject(verb)
    if tree.is_passive(verb) or tree.relation(verb) == "acl":
        if subject is not None:
            draft.source = (voices.phrase(subject),)
        carrier = _carrier(tree, voices, verb)
        if carrier is not None:
            draft.hops.append(Hop(carrier, Relation.UTTERANCE))
    elif saying is not None and draft.source:
        quoted = (verb + 1, saying - 1)
        if quoted[0] >= quoted[1]:
            return
        person = voices.describe(draft.source[0]).kind is VoiceKind.PERSON
        draft.hops.append(Hop(draft.source[0], Relation.RELAY if person else Relation.UTTERANCE))
        draft.source = (quoted,)
    if saying is not None:
        draft.cue = runs(words_in(draft.cue) | {saying - 1, saying})
        taken = words_in(draft.source) | set(range(verb, saying + 1)) | {k for h in draft.hops for k in range(*h.span)}
        said = words_in(draft.content) - taken
        inner = tree.child(saying, "ccomp")
        if inner is not None and not any(tree.parse.quoted[k] for k in said):
            said = set(tree.subtree(inner))
        said -= set(tree.subtree(saying)) - (set(tree.subtree(inner)) if inner is not None else set())
        draft.content = runs(spoken(tree, said)) or _before(tree, draft, verb) or draft.content
        draft.handed.append(saying)


def _before(tree: Tree, draft: Draft, verb: int) -> tuple[Span, ...]:
    """Return what stands before the quoting clause in its sentence: "It is wrong, the agency quoted him as saying"."""
    first = min([verb, *(hop.span[0] for hop in draft.hops), *(a for a, _ in draft.source)])
    start = tree.parse.sentences[tree.sentence_of[verb]][0]
    return runs(spoken(tree, set(range(start, first))))


def _carrier(tree: Tree, voices: Voices, verb: int) -> Span | None:
    """Return who quoted: "was quoted by IRNA as saying", "in the Herald as saying", "as saying by the daily"."""
    parse = tree.parse
    last = min(parse.sentences[tree.sentence_of[verb]][1], verb + FARTHEST)
    for k in range(verb + 1, last - 1):
        word = parse.words[k].lower()
        if word not in ("by", "in"):
            continue
        end = k + 1
        while end < last and not bounds(tree, end) and parse.words[end].lower() != "as":
            end += 1
        span = (k + 1, end)
        if end > k + 1 and (word == "by" or is_outlet(voices, parse.head_of(span))):
            return span
    return None


def saying_after(tree: Tree, verb: int) -> int | None:
    """Return "saying" of "quoted ... as saying", or None."""
    parse = tree.parse
    last = min(parse.sentences[tree.sentence_of[verb]][1], verb + FARTHEST)
    for k in range(verb + 1, last - 1):
        if (
            parse.words[k].lower() == "as"
            and parse.words[k + 1].lower().endswith("ing")
            and parse.upos[k + 1] == "VERB"
        ):
            return k + 1
    return None
